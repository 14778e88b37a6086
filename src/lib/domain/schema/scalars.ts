/** The plain values that schemas are made of. Every check says in plain words what must be. */
import * as v from 'valibot';
import { table, type Schema } from './shapes';

/** `constructor` and `prototype` are no keys of a dictionary that JavaScript can be trusted with. */
const SLUG = /^(?!constructor$|prototype$)[a-z0-9-]{1,24}$/;
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const SLUG_WORDS = 'must be 1 to 24 lower-case letters, digits or hyphens';

/** Ids of ports that every action or branch has by itself. */
const RESERVED = new Set(['done', 'held', 'default', 'refused']);

export const text = v.string();
export const slug = v.pipe(v.string(), v.regex(SLUG, SLUG_WORDS));
/** An id that names a port: it must not be one of those that are there anyway. */
export const portSlug = v.pipe(
  slug,
  v.check((id) => !RESERVED.has(id), 'must not be "done", "held", "default" or "refused"')
);
export const ulid = v.pipe(
  v.string(),
  v.regex(ULID, 'must be a lower-case ULID of 26 letters and digits')
);
export const versionId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
);
export const flag = v.boolean();
export const number = v.pipe(v.number(), v.finite('must be a finite number'));
export const positive = v.pipe(number, v.minValue(0, 'must not be negative'));
export const chance = v.pipe(
  number,
  v.minValue(0, 'must be from 0 to 1'),
  v.maxValue(1, 'must be from 0 to 1')
);
export const percent = whole(0, 100);
export const scalar = v.union(
  [v.string(), number, v.boolean(), v.null()],
  'must be text, a number, true, false or null'
);

/** An integer within these bounds. */
export function whole(min: number, max: number) {
  const words = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(), v.integer(words), v.minValue(min, words), v.maxValue(max, words));
}

/** A dictionary keyed by ids of nodes, dispositions, fields… */
export function bySlug<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return table((key) => (SLUG.test(key) ? null : `its name ${SLUG_WORDS}`), item);
}

/** A dictionary keyed by cadence ids. */
export function byUlid<T>(item: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return table((key) => (ULID.test(key) ? null : 'its name must be a cadence id'), item);
}

/** Whether `text` may serve as the id of a node, edge, disposition, parameter… */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
