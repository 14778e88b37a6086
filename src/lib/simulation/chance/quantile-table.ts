import type { Distribution } from '$lib/domain';
import { quantileOf, type Quantile } from './quantile';

/** A draw of 32 bits chooses one of so many equal cells by its upper bits. */
export const CELLS = 1024;

/** What the straight lines of a table may add to the mean, as a share of it, at either end. */
const MEAN_ERROR = 3e-5;

/**
 * The quantiles of a distribution: straight lines between `CELLS + 1` knots in the cells from `first` up
 * to `last`, and the exact function outside, where the curve is steep or has no end. A line needs no end,
 * so its table is straight throughout; single values are exact throughout (`first` equals `last`).
 * A table's mean is its distribution's to 1e-4 of it.
 */
export interface QuantileTable {
  readonly knots: Float64Array;
  readonly first: number;
  readonly last: number;
  /** The exact quantile. */
  readonly tail: (u: number) => number;
}

/** The value of a uniform number in [0, 1). */
export function sampleTable({ knots, first, last, tail }: QuantileTable, u: number): number {
  const place = u * CELLS;
  const cell = Math.trunc(place);
  if (cell < first || cell >= last) return tail(u);
  const low = knots[cell] ?? 0;
  return low + ((knots[cell + 1] ?? 0) - low) * (place - cell);
}

/** Tables made last: steps often share a distribution, and so do models that are compared. */
const made = new Map<string, QuantileTable>();
const KEPT = 64;

/** The table of a distribution, or what is wrong with its figures. */
export function tableOf(distribution: Distribution): QuantileTable | string {
  // Lists of measured values may be long.
  if (distribution.type === 'empirical') return makeTable(distribution);
  const name = JSON.stringify(distribution);
  const known = made.get(name);
  if (known) return known;
  const table = makeTable(distribution);
  if (typeof table === 'string') return table;
  if (made.size === KEPT) made.clear();
  made.set(name, table);
  return table;
}

function makeTable(distribution: Distribution): QuantileTable | string {
  const quantile = quantileOf(distribution);
  if (typeof quantile === 'string') return quantile;
  const knots = Float64Array.from({ length: CELLS + 1 }, (_, knot) => quantile.at(knot / CELLS));
  return { knots, ...straightPart(quantile, knots), tail: quantile.at };
}

function straightPart({ form }: Quantile, knots: Float64Array): { first: number; last: number } {
  if (form === 'line') return { first: 0, last: CELLS };
  if (form === 'steps') return { first: 0, last: 0 };
  // Lines between knots h apart add h² / 12 · (slope at the upper end - slope at the lower end) to a mean.
  const allowed = MEAN_ERROR * meanOf(knots);
  const adds = (cell: number): number =>
    ((knots[cell + 1] ?? 0) - (knots[cell] ?? 0)) / (12 * CELLS);
  // From the middle outwards; the cell beyond the end, which is steeper, bounds the slope there.
  let first = CELLS / 2;
  let last = CELLS / 2;
  while (first > 1 && adds(first - 1) <= allowed) first--;
  while (last < CELLS - 1 && adds(last) <= allowed) last++;
  return { first, last };
}

/** The mean without the ends: not above the whole. */
function meanOf(knots: Float64Array): number {
  let sum = 0;
  for (let knot = 1; knot < CELLS; knot++) sum += knots[knot] ?? 0;
  return sum / CELLS;
}
