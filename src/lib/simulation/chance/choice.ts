/** Chances are multiples of one of so many parts. */
const PARTS = 0x80000000;

/** Up to so many chances, running sums find the outcome as fast as a table of aliases does. */
const MOST_SUMS = 4;

/**
 * Chances of several outcomes, and the rest of them. Few are looked up by running sums, so that a small
 * change of a chance changes the outcome of few leads and compared scenarios share their luck; more than
 * four by Walker's aliases, which take one look-up however many there are.
 */
export interface Choice {
  /** Running sums of the chances, in whole `PARTS`: the lowest bit drawn decides nothing. */
  readonly upTo: Float64Array;
  /** What each chance means; the last entry is what the rest means. */
  readonly values: Int32Array;
  /** Null: by running sums. */
  readonly aliases: Aliases | null;
}

/** Equal columns, one for each value: in column i values[i] below keep[i], else values[other[i]]. */
export interface Aliases {
  readonly keep: Float64Array;
  readonly other: Int32Array;
}

/** The choice among `values` by `chances`, which sum to 1 at most; `rest` is what they leave over. */
export function choiceOf(
  chances: readonly number[],
  values: readonly number[],
  rest: number
): Choice {
  let sum = 0;
  const upTo = Float64Array.from(chances, (chance) => {
    sum += chance;
    return Math.ceil(sum * PARTS) / PARTS;
  });
  return {
    upTo,
    values: Int32Array.from([...values, rest]),
    aliases: chances.length > MOST_SUMS ? aliasesOf([...chances, Math.max(0, 1 - sum)]) : null
  };
}

/** The value of a uniform number in [0, 1). */
export function choose({ upTo, values, aliases }: Choice, u: number): number {
  let place = 0;
  if (aliases) {
    const column = u * values.length;
    place = Math.trunc(column);
    if (column - place >= (aliases.keep[place] ?? 0)) place = aliases.other[place] ?? 0;
  } else while (place < upTo.length && u >= (upTo[place] ?? 0)) place++;
  return values[place] ?? 0;
}

/** Vose's way: what a column lacks is filled up from one that has too much. */
function aliasesOf(chances: readonly number[]): Aliases {
  const columns = chances.length;
  const keep = Float64Array.from(chances, (chance) => chance * columns);
  const other = Int32Array.from(chances, (_, place) => place);
  const few: number[] = [];
  const many: number[] = [];
  keep.forEach((height, place) => (height < 1 ? few : many).push(place));
  for (let low = few.pop(); low !== undefined; low = few.pop()) {
    const high = many.pop();
    if (high === undefined) {
      keep[low] = 1;
      continue;
    }
    other[low] = high;
    const left = (keep[high] ?? 0) - (1 - (keep[low] ?? 0));
    keep[high] = left;
    (left < 1 ? few : many).push(high);
  }
  for (const place of many) keep[place] = 1;
  return { keep, other };
}
