import type { Model } from '../model/model';
import { byBatch } from '../statistics/cells';
import { measureBatches } from '../statistics/measured';
import { metricOf } from '../statistics/metrics';
import { batchesOf } from '../statistics/batches';
import { type Tally } from '../statistics/tally';
import { readMetric, type Percentile, type ReadMetric } from './metric-name';
import { percentileOf, timeCountsOf, type TimeCounts } from './time-counts';
import type { TimeName } from './time-names';
import type { UnitSums } from './unit-sums';
import { useOfPeople } from './use-of-people';

/**
 * What was measured of the leads that were run: a JSON value. Measurements of parts of one model's work
 * add up.
 */
export interface Measurement {
  /** Batches of a replication. */
  readonly batches: number;
  /** Leads share people: those of one replication depend on each other. */
  readonly shared: boolean;
  /** Counted leads by replication and batch; 0: not run. */
  readonly leads: readonly number[];
  /**
   * By metric. Means over leads by replication and batch, use of people by replication, and shares of
   * leads within a time as one unit: their times are not told apart by batch. Percentiles of leads that
   * share people by replication too.
   */
  readonly metrics: Readonly<Record<string, UnitSums>>;
  /** How many leads took how long, for percentiles of leads that share nothing. */
  readonly times?: Readonly<Partial<Record<TimeName, TimeCounts>>>;
}

/**
 * Measures what a tally holds. Where leads share people it must be that of one replication, or of all:
 * what people did is not told apart by replication. Metrics that the model lacks are left out.
 */
export function measure(model: Model, tally: Tally, metrics: readonly string[]): Measurement {
  const found: Record<string, UnitSums> = {};
  const times: Partial<Record<TimeName, TimeCounts>> = {};
  const leads = byBatch(model, tally).map((cells) =>
    cells.reduce((sum, { runs }) => sum + runs, 0)
  );
  for (const name of metrics) {
    const read = readMetric(name);
    if (read.type === 'percentile' && !model.staff)
      times[read.time] ??= timeCountsOf(tally[read.time]);
    const sums =
      read.type === 'percentile'
        ? byReplication(model, tally, leads, read)
        : sumsOf(model, tally, read);
    if (sums) found[name] = sums;
  }
  return {
    batches: batchesOf(model),
    shared: model.staff !== null,
    leads,
    metrics: found,
    ...(Object.keys(times).length > 0 && { times })
  };
}

/** The percentile of the one replication that was run, where leads share people. */
function byReplication(
  { staff, replications }: Model,
  tally: Tally,
  leads: readonly number[],
  { time, share }: Percentile
): UnitSums | null {
  const batches = leads.length / replications;
  const run = new Set(
    leads.flatMap((count, row) => (count > 0 ? [Math.floor(row / batches)] : []))
  );
  if (!staff || run.size > 1) return null;
  const found = percentileOf(timeCountsOf(tally[time]), share);
  const of = (value: number) =>
    Array.from({ length: replications }, (_, place) =>
      run.has(place) && found !== null ? value : 0
    );
  return { above: of(found ?? 0), below: of(1) };
}

function sumsOf(
  model: Model,
  tally: Tally,
  read: Exclude<ReadMetric, Percentile>
): UnitSums | null {
  switch (read.type) {
    case 'utilization':
      return useOfPeople(model, tally.people, read.group);
    case 'within': {
      const times = tally[read.time];
      return { above: [times.countWithin(read.milliseconds)], below: [times.count] };
    }
    case 'mean': {
      const metric = metricOf(model.program, read.name);
      if (!metric) return null;
      const batches = measureBatches(model, tally, metric);
      return {
        above: batches.map(({ numerator }) => numerator),
        below: batches.map(({ denominator }) => denominator)
      };
    }
  }
}
