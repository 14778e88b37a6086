import type { Author, CadenceId } from '$lib/domain';

/** Begins the id of every draft. */
export const DRAFT_PREFIX = 'd:';

export function draftId(cadence: CadenceId, author: Author): string {
  return `${DRAFT_PREFIX}${cadence}:${author}`;
}

/** The cadence whose draft by `author` is kept under `id`; null when it is none. */
export function cadenceOfDraft(id: string, author: Author): CadenceId | null {
  const end = `:${author}`;
  if (!id.startsWith(DRAFT_PREFIX) || !id.endsWith(end)) return null;
  const cadence = id.slice(DRAFT_PREFIX.length, -end.length);
  return cadence.length > 0 && !cadence.includes(':') ? cadence : null;
}
