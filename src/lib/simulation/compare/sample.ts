import { MANY_REPLICATIONS } from '../statistics/measured';
import type { Measurement } from './measure';
import { readMetric } from './metric-name';
import { addTimeCounts } from './time-counts';
import { TIMES } from './time-names';
import { addUnits, type UnitSums } from './unit-sums';

/** Measurements of two parts of the work of one model as one. */
export function addMeasurements(a: Measurement, b: Measurement): Measurement {
  const metrics: Record<string, UnitSums> = {};
  for (const name of Object.keys(a.metrics)) {
    const [one, other] = [a.metrics[name], b.metrics[name]];
    if (one && other) metrics[name] = addUnits(one, other);
  }
  const leads = addUnits({ above: a.leads, below: [] }, { above: b.leads, below: [] }).above;
  return { ...a, leads, metrics, ...timesOf(a, b) };
}

function timesOf(a: Measurement, b: Measurement): Pick<Measurement, 'times'> {
  const times = { ...a.times };
  for (const name of TIMES) {
    const [one, other] = [a.times?.[name], b.times?.[name]];
    if (one && other) times[name] = addTimeCounts(one, other);
  }
  return a.times ? { times } : {};
}

/** A metric in units that were run in all of the measurements; null where one of them lacks it. */
export function samplesOf(
  measurements: readonly Measurement[],
  metric: string
): readonly UnitSums[] | null {
  const [first] = measurements;
  if (!first || measurements.some(({ metrics }) => !metrics[metric])) return null;
  const sums = measurements.map(({ metrics }) => metrics[metric] ?? { above: [], below: [] });
  switch (readMetric(metric).type) {
    case 'within':
      return sums;
    case 'utilization':
    case 'percentile': {
      const common = places(sums.map(({ below }) => below));
      return sums.map((each) => pick(each, common));
    }
    case 'mean': {
      const common = places(measurements.map(({ leads }) => leads));
      const rows = sums.map((each) => pick(each, common));
      const replications = common.length / first.batches;
      const shared = measurements.some((each) => each.shared);
      const whole = shared && replications >= MANY_REPLICATIONS && Number.isInteger(replications);
      return whole ? rows.map((each) => inReplications(each, first.batches)) : rows;
    }
  }
}

/** The metric in units of its own; null where it was not measured. */
export function sampleOf(measurement: Measurement, metric: string): UnitSums | null {
  return samplesOf([measurement], metric)?.[0] ?? null;
}

/** Leads that were counted. */
export function countedLeads({ leads }: Measurement): number {
  return leads.reduce((sum, count) => sum + count, 0);
}

/** Rows in which every column counted something. */
function places(columns: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = columns;
  return first.flatMap((_, row) =>
    columns.every((column) => (column[row] ?? 0) > 0) ? [row] : []
  );
}

function pick({ above, below }: UnitSums, rows: readonly number[]): UnitSums {
  return {
    above: rows.map((row) => above[row] ?? 0),
    below: rows.map((row) => below[row] ?? 0)
  };
}

function inReplications({ above, below }: UnitSums, batches: number): UnitSums {
  return { above: inGroups(above, batches), below: inGroups(below, batches) };
}

function inGroups(values: readonly number[], size: number): readonly number[] {
  const sums = new Array<number>(values.length / size).fill(0);
  values.forEach((value, row) => {
    const group = Math.floor(row / size);
    sums[group] = (sums[group] ?? 0) + value;
  });
  return sums;
}
