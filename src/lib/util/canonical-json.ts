import { InvariantError } from './assert';

type Frame =
  | { readonly type: 'array'; readonly value: readonly unknown[]; next: number }
  | {
      readonly type: 'object';
      readonly value: Readonly<Record<string, unknown>>;
      readonly keys: readonly string[];
      next: number;
    };

/**
 * The one JSON text of a JSON value: keys sorted by code unit, no spaces. Two values have the same
 * text exactly when they are the same data. Throws an InvariantError for what JSON cannot hold
 * (undefined, NaN, infinities, functions, cycles, class instances). Safe at any depth.
 */
export function canonicalJson(value: unknown): string {
  const open = new Set<unknown>();
  const frames: Frame[] = [];
  let out = '';

  function begin(part: unknown): void {
    if (part === null || typeof part !== 'object') {
      out += scalarJson(part);
      return;
    }
    if (open.has(part)) throw new InvariantError('a value that contains itself has no JSON');
    open.add(part);
    const frame = frameOf(part);
    frames.push(frame);
    out += frame.type === 'array' ? '[' : '{';
  }

  begin(value);
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const length = frame.type === 'array' ? frame.value.length : frame.keys.length;
    if (frame.next === length) {
      out += frame.type === 'array' ? ']' : '}';
      open.delete(frame.value);
      frames.pop();
      continue;
    }
    const at = frame.next++;
    if (at > 0) out += ',';
    if (frame.type === 'array') {
      begin(frame.value[at]);
    } else {
      const key = frame.keys[at] as string;
      out += JSON.stringify(key) + ':';
      begin(frame.value[key]);
    }
  }
  return out;
}

/** Canonical key order, indented for people and for line-by-line comparison, with a final newline. */
export function readableJson(value: unknown): string {
  return JSON.stringify(JSON.parse(canonicalJson(value)), null, 2) + '\n';
}

function frameOf(value: object): Frame {
  if (Array.isArray(value)) return { type: 'array', value, next: 0 };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype && !isForeignPlain(prototype)) {
    throw new InvariantError('only plain objects have a canonical JSON');
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { type: 'object', value: record, keys: Object.keys(record).sort(), next: 0 };
}

/** Plain objects of another realm (a worker's structured clone in some hosts). */
function isForeignPlain(prototype: unknown): boolean {
  return (
    Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'toString')
  );
}

function scalarJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new InvariantError(`${String(value)} has no JSON`);
      return JSON.stringify(value);
    default:
      if (value === null) return 'null';
      throw new InvariantError(`${typeof value} has no JSON`);
  }
}
