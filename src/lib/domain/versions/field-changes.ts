import type { Cadence } from '../cadence';
import { pathOf } from '../parse/paths';
import { differences, type Difference, type PathStep } from './compare';
import type { FieldChange } from './diff';
import { propertyName } from './property-words';
import { describeValue, isWholeValue } from './value-words';

/** Every property that differs between two steps, or two cadences, in words. */
export function fieldChanges(
  before: object,
  after: object,
  cadences: readonly [Cadence, Cadence]
): readonly FieldChange[] {
  return differences(before, after, isWholeValue).map((difference) => ({
    path: pathOf(difference.path.map(({ key }) => key)),
    before: difference.before,
    after: difference.after,
    words: wordsOf(difference, cadences)
  }));
}

function wordsOf(difference: Difference, [old, fresh]: readonly [Cadence, Cadence]): string {
  const { path, before, after, reordered } = difference;
  const place = placeOf(path);
  if (reordered) {
    const order = (value: unknown, cadence: Cadence) => describeValue(value, path, cadence);
    return `${place}, order: ${order(before, old)} → ${order(after, fresh)}`;
  }
  const isItem = typeof path.at(-1)?.key === 'number';
  if (isItem && before === undefined) return `${place}: added ${describeValue(after, path, fresh)}`;
  if (isItem && after === undefined) return `${place}: removed ${describeValue(before, path, old)}`;
  return `${place}: ${describeValue(before, path, old)} → ${describeValue(after, path, fresh)}`;
}

/** `Dispositions, “Busy”, after`. */
function placeOf(path: readonly PathStep[]): string {
  const isItem = typeof path.at(-1)?.key === 'number';
  const words = (isItem ? path.slice(0, -1) : path).map(({ key, item }) =>
    item === null ? propertyName(String(key)) : `“${item}”`
  );
  const place = words.join(', ');
  return place.charAt(0).toUpperCase() + place.slice(1);
}
