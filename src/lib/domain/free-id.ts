import { isSlug } from './schema/scalars';

const LONGEST = 24;

/**
 * An id made from `base` that is not taken: `call`, `call-2`, `call-3`… `base` may be any text;
 * what cannot stand in an id is left out.
 */
export function freeId(taken: Iterable<string>, base: string): string {
  const used = new Set(taken);
  const stem =
    base
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, LONGEST) || 'x';
  if (!used.has(stem) && isSlug(stem)) return stem;
  for (let n = 2; ; n++) {
    const tail = `-${n}`;
    const id = stem.slice(0, LONGEST - tail.length) + tail;
    if (!used.has(id)) return id;
  }
}
