/** What differs between two JSON values, place by place. */
import { canonicalJson } from '$lib/util';

/** A key of an object, or an index of a list; items of a list are also known by their `id`. */
export interface PathStep {
  readonly key: string | number;
  /** The item of a list that is meant, as it is named for people. */
  readonly item: string | null;
}

export interface Difference {
  readonly path: readonly PathStep[];
  /** Undefined: it was not there, or is not there any more. */
  readonly before: unknown;
  readonly after: unknown;
  /** Items of a list that are there before and after stand in another order. */
  readonly reordered: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

function isSame(before: unknown, after: unknown): boolean {
  return before === undefined || after === undefined
    ? before === after
    : canonicalJson(before) === canonicalJson(after);
}

/**
 * Every property that differs, as deep as it can be told: objects by key, lists by the ids of their
 * items. Whatever `isWhole` says of stands as one value: a delay, a condition.
 */
export function differences(
  before: unknown,
  after: unknown,
  isWhole: (value: unknown, path: readonly PathStep[]) => boolean,
  path: readonly PathStep[] = []
): readonly Difference[] {
  if (isSame(before, after)) return [];
  const deeper = (key: string, one: unknown, other: unknown) =>
    differences(one, other, isWhole, [...path, { key, item: null }]);
  if (isFields(before) && isFields(after) && !isWhole(before, path) && !isWhole(after, path)) {
    if (before['type'] === after['type']) {
      const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
      return [...keys].sort().flatMap((key) => deeper(key, before[key], after[key]));
    }
  }
  if (hasIds(before) && hasIds(after)) return ofLists(before, after, isWhole, path);
  return [{ path, before, after, reordered: false }];
}

type Item = Fields & { readonly id: string };

function ofLists(
  before: readonly Item[],
  after: readonly Item[],
  isWhole: Parameters<typeof differences>[2],
  path: readonly PathStep[]
): readonly Difference[] {
  const at = (key: number, item: Item) => [...path, { key, item: titleOf(item) }];
  const found: Difference[] = [];
  after.forEach((item, index) => {
    const old = before.find(({ id }) => id === item.id);
    const place = at(index, item);
    if (old) found.push(...differences(old, item, isWhole, place));
    else found.push({ path: place, before: undefined, after: item, reordered: false });
  });
  before.forEach((item, index) => {
    if (after.some(({ id }) => id === item.id)) return;
    found.push({ path: at(index, item), before: item, after: undefined, reordered: false });
  });
  const order = (list: readonly Item[], others: readonly Item[]) =>
    list.filter(({ id }) => others.some((other) => other.id === id)).map(({ id }) => id);
  if (!isSame(order(before, after), order(after, before))) {
    found.push({ path, before, after, reordered: true });
  }
  return found;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Empty lists count when the other one has ids. */
function hasIds(value: unknown): value is readonly Item[] {
  return Array.isArray(value) && value.every((item) => isFields(item) && 'id' in item);
}

/** What an item of a list is called: its name or text, else its id. */
export function titleOf(item: Fields): string {
  for (const key of ['name', 'text', 'id']) {
    const title = item[key];
    if (typeof title === 'string' && title.trim() !== '') return title;
  }
  return 'unnamed';
}
