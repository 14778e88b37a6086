import type { Model } from '../model/model';
import { byBatch } from '../statistics/cells';
import { measureBatches } from '../statistics/measured';
import { metricOf } from '../statistics/metrics';
import { batchesOf } from '../statistics/batches';
import { type Tally } from '../statistics/tally';
import { readMetric } from './metric-name';
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
   * leads within a time as one unit: their times are not told apart by batch.
   */
  readonly metrics: Readonly<Record<string, UnitSums>>;
}

/**
 * Measures what a tally holds. Where leads share people it must be that of one replication, or of all:
 * what people did is not told apart by replication. Metrics that the model lacks are left out.
 */
export function measure(model: Model, tally: Tally, metrics: readonly string[]): Measurement {
  const found: Record<string, UnitSums> = {};
  for (const name of metrics) {
    const sums = sumsOf(model, tally, name);
    if (sums) found[name] = sums;
  }
  return {
    batches: batchesOf(model),
    shared: model.staff !== null,
    leads: byBatch(model, tally).map((cells) => cells.reduce((sum, { runs }) => sum + runs, 0)),
    metrics: found
  };
}

function sumsOf(model: Model, tally: Tally, name: string): UnitSums | null {
  const read = readMetric(name);
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
