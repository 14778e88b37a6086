/** Where two JSON values differ: the deepest place that holds all of it; null when they are the same. */
export interface ChangedPlace {
  /** Keys and indexes from the outermost in. */
  readonly path: readonly string[];
  /** Whether a list got longer or shorter there. */
  readonly isListOfOtherLength: boolean;
}

export function changedPlace(before: unknown, after: unknown): ChangedPlace | null {
  if (before === after) return null;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return { path: [], isListOfOtherLength: true };
    return within(before, after, [...before.keys()].map(String));
  }
  if (isFields(before) && isFields(after)) {
    return within(before, after, [...new Set([...Object.keys(before), ...Object.keys(after)])]);
  }
  return { path: [], isListOfOtherLength: false };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(before: object, after: object, keys: readonly string[]): ChangedPlace | null {
  const changed = keys.flatMap((key) => {
    const place = changedPlace((before as Fields)[key], (after as Fields)[key]);
    return place ? [{ key, place }] : [];
  });
  const [only] = changed;
  if (!only) return null;
  if (changed.length > 1) return { path: [], isListOfOtherLength: false };
  return { ...only.place, path: [only.key, ...only.place.path] };
}
