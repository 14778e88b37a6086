import { studentT } from '../statistics/student-t';
import { BIN, type TimeTally } from '../statistics/time-tally';
import type { Estimate } from './unit-sums';

/**
 * How many leads took how long, in bins of a quarter of an hour: those that hold some, in order. A JSON
 * value whose size depends on how different the times are, up to ten years, not on how many leads there are.
 */
export interface TimeCounts {
  readonly bins: readonly number[];
  readonly counts: readonly number[];
  /** Milliseconds; 0 where there is none. */
  readonly min: number;
  readonly max: number;
}

export function timeCountsOf(tally: TimeTally): TimeCounts {
  const [all = [], , [min = 0, max = 0] = []] = tally.columns();
  const bins: number[] = [];
  const counts: number[] = [];
  all.forEach((count, bin) => {
    if (count === 0) return;
    bins.push(bin);
    counts.push(count);
  });
  return { bins, counts, min: bins.length > 0 ? min : 0, max };
}

/** Both together. */
export function addTimeCounts(a: TimeCounts, b: TimeCounts): TimeCounts {
  if (a.bins.length === 0) return b;
  if (b.bins.length === 0) return a;
  const sums = new Map<number, number>();
  for (const { bins, counts } of [a, b])
    bins.forEach((bin, at) => sums.set(bin, (sums.get(bin) ?? 0) + (counts[at] ?? 0)));
  const bins = [...sums.keys()].sort((one, other) => one - other);
  return {
    bins,
    counts: bins.map((bin) => sums.get(bin) ?? 0),
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max)
  };
}

/** How long such a share of the leads take at most, as results tell it; null: there are none. */
export function percentileOf(times: TimeCounts, share: number): number | null {
  const whole = total(times);
  if (whole === 0) return null;
  const rank = share * whole;
  const { bin, before, here } = holding(times, rank);
  return within(times, Math.round((bin + (rank - before) / here) * BIN));
}

/**
 * The percentile between two leads, so that the truth lies between their times with `confidence` at least,
 * whatever leads' times are, as long as they do not depend on each other: the number of leads below a
 * percentile is binomial. Null: there are too few leads.
 */
export function percentileWithin(
  times: TimeCounts,
  share: number,
  confidence: number
): Estimate | null {
  const mean = percentileOf(times, share);
  const leads = total(times);
  if (mean === null || leads < 2) return null;
  const reach = studentT(leads - 1, confidence) * Math.sqrt(leads * share * (1 - share));
  const first = Math.floor(share * leads - reach);
  const last = Math.ceil(share * leads + reach) + 1;
  if (last > leads) return null;
  // A lead's time is known by its bin alone.
  const low = first < 1 ? 0 : within(times, holding(times, first).bin * BIN);
  const { bin } = holding(times, last);
  // The last bin there may be holds everything longer as well.
  const high = bin === times.bins[times.bins.length - 1] ? times.max : (bin + 1) * BIN;
  return { mean, low, high: within(times, high) };
}

/** The bin that holds the lead of a rank, when leads are put in order; how many are before it and in it. */
function holding({ bins, counts }: TimeCounts, rank: number) {
  let before = 0;
  for (let at = 0; at < bins.length; at++) {
    const here = counts[at] ?? 0;
    if (before + here >= rank) return { bin: bins[at] ?? 0, before, here };
    before += here;
  }
  return { bin: bins[bins.length - 1] ?? 0, before, here: 1 };
}

function within({ min, max }: TimeCounts, length: number): number {
  return Math.min(max, Math.max(min, length));
}

function total({ counts }: TimeCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
