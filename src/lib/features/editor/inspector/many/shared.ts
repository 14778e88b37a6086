/** What several things have in a field: the same, or different values. */
export type Shared<T> =
  | { readonly isMixed: false; readonly value: T }
  | { readonly isMixed: true; readonly values: readonly T[] };

/** What `read` finds in all of these; of none at all nothing can be asked. */
export function sharedBy<N, T>(all: readonly N[], read: (one: N) => T): Shared<T> {
  const values = new Map(all.map((one) => [JSON.stringify(read(one)) ?? '', read(one)]));
  const [value] = values.values();
  return values.size === 1
    ? { isMixed: false, value: value as T }
    : { isMixed: true, values: [...values.values()] };
}

/** How many of several things hold each of the values: all of them, some or none. */
export type Spread = 'all' | 'some' | 'none';

export function spreadOf<N>(all: readonly N[], holds: (one: N) => boolean): Spread {
  const count = all.filter(holds).length;
  return count === 0 ? 'none' : count === all.length ? 'all' : 'some';
}
