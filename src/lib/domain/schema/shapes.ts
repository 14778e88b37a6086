/**
 * The containers of every schema, stricter and lazier than valibot's own: `shape` names every
 * unknown property rather than the first, `list` and `table` stop once enough is known to be wrong,
 * and `list` sees to unique ids.
 */
import * as v from 'valibot';

/** More faults than anybody reads. */
export const FAULT_LIMIT = 100;

export type Schema<T> = v.GenericSchema<unknown, T>;

type Issue = v.BaseIssue<unknown>;

/** An object with these properties and no others. */
export function shape<const Entries extends v.ObjectEntries>(
  entries: Entries
): v.StrictObjectSchema<Entries, undefined> {
  const strict = v.strictObject(entries);
  const plain = v.object(entries);
  const run: (typeof strict)['~run'] = (dataset, config) => {
    const input = dataset.value;
    if (Array.isArray(input)) return refuse(strict, dataset, config);
    const result = plain['~run'](dataset, config);
    if (input !== null && typeof input === 'object') {
      for (const [key, value] of Object.entries(input as Record<string, unknown>)) {
        if (Object.hasOwn(entries, key)) continue;
        const at = { type: 'object' as const, origin: 'key' as const, input: { [key]: value } };
        v._addIssue(strict, 'key', result, config, {
          input: key,
          expected: 'never',
          path: [{ ...at, key, value }]
        });
      }
    }
    // A check behind the shape may then rely on every property.
    if (result.issues) (result as { typed: boolean }).typed = false;
    return result;
  };
  return { ...strict, '~run': run };
}

/** A list; with `unique`, no two items may have the same value of that property. */
export function list<T>(item: Schema<T>, unique?: string): Schema<readonly T[]> {
  const base = v.array(item);
  return {
    ...base,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (!Array.isArray(input)) return refuse(base, dataset, config);
      const values: T[] = [];
      const issues: Issue[] = [];
      const seen = new Set<unknown>();
      for (let key = 0; key < input.length && issues.length < FAULT_LIMIT; key++) {
        const value: unknown = input[key];
        const at: v.ArrayPathItem = { type: 'array', origin: 'value', input, key, value };
        values.push(collect(item, value, at, issues, config) as T);
        if (unique === undefined) continue;
        const id = (value as Record<string, unknown> | null)?.[unique];
        if (typeof id === 'string' && seen.has(id)) issues.push(duplicate(at, unique, id));
        seen.add(id);
      }
      return conclude(values, issues);
    }
  };
}

/** A list of no more than `most` items. */
export function listOfAtMost<T>(
  most: number,
  item: Schema<T>,
  unique?: string
): Schema<readonly T[]> {
  return v.pipe(list(item, unique), v.maxLength(most, `has more than ${most} items`));
}

/** An object used as a dictionary. */
export function table<T>(
  isKey: (key: string) => string | null,
  item: Schema<T>
): Schema<Readonly<Record<string, T>>> {
  const base = v.record(v.string(), item);
  return {
    ...base,
    '~run'(dataset, config) {
      const input = dataset.value;
      if (input === null || typeof input !== 'object' || Array.isArray(input)) {
        return refuse(base, dataset, config);
      }
      const values: Record<string, T> = {};
      const issues: Issue[] = [];
      for (const [key, value] of Object.entries(input)) {
        if (issues.length >= FAULT_LIMIT) break;
        const at: v.ObjectPathItem = { type: 'object', origin: 'value', input: {}, key, value };
        const wrong = isKey(key);
        if (wrong !== null) issues.push(fault(at, key, wrong));
        values[key] = collect(item, value, at, issues, config) as T;
      }
      return conclude(values, issues);
    }
  };
}

function collect<T>(
  item: Schema<T>,
  value: unknown,
  at: v.IssuePathItem,
  issues: Issue[],
  config: v.Config<Issue>
): unknown {
  const result = item['~run']({ value }, config);
  for (const issue of result.issues ?? []) {
    issues.push({ ...issue, path: [at, ...(issue.path ?? [])] });
  }
  return result.value;
}

function conclude<T>(value: T, issues: Issue[]): v.OutputDataset<T, Issue> {
  const [first, ...rest] = issues;
  if (first) return { typed: false, value, issues: [first, ...rest] };
  return { typed: true, value };
}

function refuse(
  schema: { readonly type: string },
  dataset: v.UnknownDataset,
  config: v.Config<Issue>
): v.OutputDataset<never, Issue> {
  v._addIssue(schema as never, 'type', dataset, config);
  return { ...dataset, typed: false } as never;
}

function duplicate(at: v.IssuePathItem, property: string, id: string): Issue {
  const inner: v.ObjectPathItem = {
    type: 'object',
    origin: 'value',
    input: {},
    key: property,
    value: id
  };
  const issue = fault(at, id, `is used twice: ${JSON.stringify(id)}`);
  return { ...issue, path: [at, inner] };
}

function fault(at: v.IssuePathItem, input: unknown, message: string): Issue {
  return {
    kind: 'validation',
    type: 'check',
    input,
    expected: null,
    received: '',
    message,
    path: [at]
  };
}
