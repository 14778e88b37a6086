import { GrowingColumn } from './growing-column';
import { absorbSums, addToSum, sumOf } from './sums';
import type { Histogram, TimeSummary } from './result';

/** Resolution of percentiles: 15 minutes. */
const BIN = 900_000;

/** About ten years of bins; anything longer is counted in the last one. */
const MAX_BINS = 350_000;

/** Widths a chart may have, milliseconds: a quarter of an hour to four weeks. */
const CHART_WIDTHS = [0.25, 0.5, 1, 2, 4, 8, 24, 48, 168, 336, 672].map(
  (hours) => hours * 3_600_000
);
const CHART_BINS = 40;

/** Rows of the scalars of a `TimeTally`: what its columns carry beside the bins. */
const SCALAR = { count: 0, min: 1, max: 2 } as const;

/** Gathers lengths of time; sums stay whole, so order does not matter. */
export class TimeTally {
  readonly #bins = new GrowingColumn(4096, MAX_BINS);
  readonly #sum = new Float64Array(2);
  #count = 0;
  #min = Infinity;
  #max = 0;

  add(milliseconds: number): void {
    this.#bins.add(Math.floor(milliseconds / BIN), 1);
    this.#count++;
    addToSum(this.#sum, 0, milliseconds);
    if (milliseconds < this.#min) this.#min = milliseconds;
    if (milliseconds > this.#max) this.#max = milliseconds;
  }

  get count(): number {
    return this.#count;
  }

  columns(): Float64Array[] {
    const scalars = Float64Array.of(this.#count, this.#min, this.#max);
    return [this.#bins.values, this.#sum, scalars];
  }

  absorb([bins, sum, scalars]: readonly Float64Array[]): void {
    if (!bins || !sum || !scalars) return;
    this.#bins.absorb(bins);
    absorbSums(this.#sum, sum);
    this.#count += scalars[SCALAR.count] ?? 0;
    this.#min = Math.min(this.#min, scalars[SCALAR.min] ?? Infinity);
    this.#max = Math.max(this.#max, scalars[SCALAR.max] ?? 0);
  }

  summary(): TimeSummary {
    const count = this.#count;
    return {
      mean: count === 0 ? 0 : Math.round(sumOf(this.#sum, 0) / count),
      p50: this.#percentile(0.5),
      p90: this.#percentile(0.9),
      min: count === 0 ? 0 : this.#min,
      max: this.#max,
      histogram: this.#chart()
    };
  }

  /** Within the bin that holds the rank, as if its leads were spread evenly. */
  #percentile(share: number): number {
    const rank = share * this.#count;
    let before = 0;
    for (let bin = 0; bin < this.#bins.length; bin++) {
      const here = this.#bins.at(bin);
      if (here > 0 && before + here >= rank)
        return Math.min(
          this.#max,
          Math.max(this.#min, Math.round((bin + (rank - before) / here) * BIN))
        );
      before += here;
    }
    return this.#max;
  }

  #chart(): Histogram {
    const width =
      CHART_WIDTHS.find((candidate) => this.#max < candidate * CHART_BINS) ??
      CHART_WIDTHS[CHART_WIDTHS.length - 1] ??
      BIN;
    const bins = this.#count === 0 ? 0 : Math.min(CHART_BINS, Math.floor(this.#max / width) + 1);
    const counts = new Array<number>(bins).fill(0);
    this.#bins.values.forEach((count, bin) => {
      if (count === 0) return;
      const place = Math.min(bins - 1, Math.floor((bin * BIN) / width));
      counts[place] = (counts[place] ?? 0) + count;
    });
    return { binWidth: width, counts };
  }
}
