import { perLength } from '../per-length';
import { GrowingColumn } from './growing-column';
import { CARRY } from './sums';
import type { Histogram, TimeSummary } from './result';

/** Resolution of percentiles: 15 minutes. */
export const BIN = 900_000;
const PER_BIN = perLength(BIN);

/** About ten years of bins; anything longer is counted in the last one. */
const MAX_BINS = 350_000;

/** Widths a chart may have, milliseconds: a quarter of an hour to four weeks. */
const CHART_WIDTHS = [0.25, 0.5, 1, 2, 4, 8, 24, 48, 168, 336, 672].map(
  (hours) => hours * 3_600_000
);
const CHART_BINS = 40;

/** Percentiles that are told of. */
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
type Percentiles = [number, number, number, number, number, number];

/** Rows of the scalars of a `TimeTally`: what its columns carry beside the bins. */
const SCALAR = { min: 0, max: 1 } as const;

/** Lengths of time gathered one by one, the first `count` of the values; their sum is below 2^51. */
export interface Gathered {
  readonly values: Float64Array;
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** Gathers lengths of time; sums stay whole, so order does not matter. */
export class TimeTally {
  readonly #bins = new GrowingColumn(4096, MAX_BINS);
  count = 0;
  /** A sum as a pair (see sums.ts). */
  #low = 0;
  #high = 0;
  #min = Infinity;
  #max = 0;

  add(milliseconds: number): void {
    this.#bins.add(Math.floor(milliseconds / BIN), 1);
    this.count++;
    this.#sum(milliseconds);
    if (milliseconds < this.#min) this.#min = milliseconds;
    if (milliseconds > this.#max) this.#max = milliseconds;
  }

  /** The same for many at once. */
  addAll({ values, count, sum, min, max }: Gathered): void {
    if (count === 0) return;
    this.count += count;
    this.#sum(sum);
    if (min < this.#min) this.#min = min;
    if (max > this.#max) this.#max = max;
    const bins = this.#bins.reserve(Math.floor(max / BIN));
    const last = bins.length - 1;
    for (let i = 0; i < count; i++) {
      const bin = ((values[i] as number) * PER_BIN) | 0;
      const at = bin < last ? bin : last;
      bins[at] = (bins[at] as number) + 1;
    }
  }

  /** How many were at most so long, right to a quarter of an hour. */
  countWithin(milliseconds: number): number {
    return sumUpTo(this.#bins.values, Math.floor(milliseconds / BIN) + 1);
  }

  columns(): Float64Array[] {
    return [
      this.#bins.values,
      Float64Array.of(this.#low, this.#high),
      Float64Array.of(this.#min, this.#max)
    ];
  }

  absorb([bins, sum, scalars]: readonly Float64Array[]): void {
    if (!bins || !sum || !scalars) return;
    this.#bins.absorb(bins);
    this.count += sumUpTo(bins, bins.length);
    this.#sum(sum[0] ?? 0);
    this.#high += sum[1] ?? 0;
    this.#min = Math.min(this.#min, scalars[SCALAR.min] ?? Infinity);
    this.#max = Math.max(this.#max, scalars[SCALAR.max] ?? 0);
  }

  summary(): TimeSummary {
    const { count } = this;
    const [p10, p25, p50, p75, p90, p95] = this.#percentiles(count);
    return {
      count,
      mean: count === 0 ? 0 : Math.round((this.#high * CARRY + this.#low) / count),
      p10,
      p25,
      p50,
      p75,
      p90,
      p95,
      min: count === 0 ? 0 : this.#min,
      max: this.#max,
      histogram: this.#chart(count)
    };
  }

  #sum(amount: number): void {
    this.#low += amount;
    if (this.#low < CARRY) return;
    const high = Math.floor(this.#low / CARRY);
    this.#low -= high * CARRY;
    this.#high += high;
  }

  /** Those of SHARES: each within the bin that holds its rank, as if the leads of a bin were spread evenly. */
  #percentiles(count: number): Percentiles {
    const bins = this.#bins.values;
    const found: Percentiles = [this.#max, this.#max, this.#max, this.#max, this.#max, this.#max];
    let place = 0;
    let rank = SHARES[0] * count;
    let before = 0;
    for (let bin = 0; bin < bins.length; bin++) {
      const here = bins[bin] as number;
      if (here === 0) continue;
      while (before + here >= rank) {
        const length = Math.round((bin + (rank - before) / here) * BIN);
        found[place] = Math.min(this.#max, Math.max(this.#min, length));
        if (++place === SHARES.length) return found;
        rank = (SHARES[place] as number) * count;
      }
      before += here;
    }
    return found;
  }

  #chart(count: number): Histogram {
    const width =
      CHART_WIDTHS.find((candidate) => this.#max < candidate * CHART_BINS) ??
      CHART_WIDTHS[CHART_WIDTHS.length - 1] ??
      BIN;
    const bins = count === 0 ? 0 : Math.min(CHART_BINS, Math.floor(this.#max / width) + 1);
    const counts = new Array<number>(bins).fill(0);
    const values = this.#bins.values;
    for (let bin = 0; bin < values.length; bin++) {
      const here = values[bin] as number;
      if (here === 0) continue;
      const place = Math.min(bins - 1, Math.floor((bin * BIN) / width));
      counts[place] = (counts[place] ?? 0) + here;
    }
    return { binWidth: width, counts };
  }
}

function sumUpTo(values: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length && i < values.length; i++) sum += values[i] as number;
  return sum;
}
