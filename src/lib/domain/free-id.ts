import { isSlug } from './schema/scalars';

const LONGEST = 24;

/**
 * An id made from `base` that is not taken: `call`, `call-2`, `call-3`… `base` may be any text;
 * what cannot stand in an id is left out.
 */
export function freeId(taken: Iterable<string>, base: string): string {
  return idMaker(taken)(base);
}

/** The same for many ids: each one that is made is taken from then on. */
export function idMaker(taken: Iterable<string>): (base: string) => string {
  const used = new Set(taken);
  /** Of each stem the number that may be free next. */
  const next = new Map<string, number>();
  return (base) => {
    const stem = stemOf(base);
    let n = next.get(stem) ?? 1;
    let id = numbered(stem, n);
    while (used.has(id) || !isSlug(id)) id = numbered(stem, ++n);
    next.set(stem, n + 1);
    used.add(id);
    return id;
  };
}

function stemOf(base: string): string {
  const plain = base
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, LONGEST) || 'x';
}

function numbered(stem: string, n: number): string {
  if (n === 1) return stem;
  const tail = `-${n}`;
  return stem.slice(0, LONGEST - tail.length) + tail;
}
