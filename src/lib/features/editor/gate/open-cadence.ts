import type { CadenceId } from '$lib/domain';
import type { DamagedDraft, Draft, DraftStore } from '$lib/storage';

export type Opened =
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'damaged'; readonly damaged: DamagedDraft }
  | { readonly type: 'missing' }
  /** Storage itself cannot be read. */
  | { readonly type: 'unreadable'; readonly message: string };

/** Editors that were left and still save what was on their screens. */
const leaving = new Map<CadenceId, Promise<void>>();

/** Whoever opens the cadence next waits until its last editor has `closed`. */
export function leaveCadence(id: CadenceId, closed: Promise<void>): void {
  const left: Promise<void> = closed
    .catch(() => undefined)
    .then(() => {
      if (leaving.get(id) === left) leaving.delete(id);
    });
  leaving.set(id, left);
}

/** Opens a cadence for editing, or tells why it cannot be opened. */
export async function openCadence(
  drafts: Pick<DraftStore, 'open'>,
  id: CadenceId
): Promise<Opened> {
  await leaving.get(id);
  try {
    return (await drafts.open(id)) ?? { type: 'missing' };
  } catch (error) {
    return { type: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
}
