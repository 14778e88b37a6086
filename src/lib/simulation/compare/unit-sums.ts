/**
 * A metric as sums over independent parts of the leads (units: batches or replications): what the metric
 * is a mean of, and of how many. A JSON value; sums of parts of the work are added unit by unit.
 */
export interface UnitSums {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** A figure with its interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The sums of both. Either may be of more units than the other. */
export function addUnits(a: UnitSums, b: UnitSums): UnitSums {
  return { above: addColumns(a.above, b.above), below: addColumns(a.below, b.below) };
}

function addColumns(a: readonly number[], b: readonly number[]): readonly number[] {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  return long.map((value, unit) => value + (short[unit] ?? 0));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The metric over all units; null where it is a mean of nothing. */
export function ratioOf({ above, below }: UnitSums): number | null {
  const whole = sum(below);
  return whole > 0 ? sum(above) / whole : null;
}

/**
 * How far each unit pulls the ratio away from its mean; the sum is 0. Where units are of equal size this
 * is the unit's own mean less that of all (linearization of a ratio estimate).
 */
export function pullsOf({ above, below }: UnitSums, ratio: number): readonly number[] {
  const size = sum(below) / below.length;
  return above.map((value, unit) => (value - ratio * (below[unit] ?? 0)) / size);
}
