import { differenceInWords } from '../compare/words';
import type { Measurement } from '../compare/measure';
import { between, estimateIn } from '../compare/between';
import { CONFIDENCE, type Difference } from '../compare/paired';
import type { Estimate } from '../compare/unit-sums';
import type { MetricKind } from '../statistics/metrics';
import type { Assumption } from './assumption';
import type { Sensitivity } from './result';

/** What was measured with the assumptions as they stand, and with one of them moved. */
interface Measured {
  readonly base: Measurement | null;
  readonly low: Measurement | null;
  readonly high: Measurement | null;
}

interface Asked {
  readonly goal: string;
  readonly kind: MetricKind;
  /** How many assumptions are looked at. */
  readonly many: number;
}

/** What is known of one assumption. */
export function entryOf(
  { path, name, from, low, high }: Assumption,
  measured: Measured,
  { goal, kind, many }: Asked
): Sensitivity {
  const { base } = measured;
  // A side that is not there is where the assumption stands.
  const below = low ? measured.low : base;
  const above = high ? measured.high : base;
  const swing = between(below, above, goal).difference;
  const strict = between(below, above, goal, 1 - (1 - CONFIDENCE) / Math.max(1, many)).difference;
  const width = (high?.to ?? from) - (low?.to ?? from);
  return {
    path,
    name,
    from,
    low: low && { to: low.to, difference: between(base, measured.low, goal).difference },
    high: high && { to: high.to, difference: between(base, measured.high, goal).difference },
    swing,
    elasticity: swing && elasticityOf(swing, base, goal, from === 0 ? 0 : width / from),
    seen: strict !== null && (strict.low > 0 || strict.high < 0),
    words: differenceInWords({ name, metric: goal, kind, difference: swing })
  };
}

/** Those that are seen first, by their swing. */
export function byEffect(a: Sensitivity, b: Sensitivity): number {
  if (a.seen !== b.seen) return a.seen ? -1 : 1;
  const more = Math.abs(b.swing?.mean ?? 0) - Math.abs(a.swing?.mean ?? 0);
  return more === 0 ? (a.path < b.path ? -1 : 1) : more;
}

/** `width` is how far the assumption was moved, as a share of where it stands. */
function elasticityOf(
  { mean, low, high }: Difference,
  base: Measurement | null,
  goal: string,
  width: number
): Estimate | null {
  const whole = (base && estimateIn(base, goal)?.mean) ?? 0;
  const unit = whole * width;
  if (unit === 0) return null;
  const [one, other] = [low / unit, high / unit];
  return { mean: mean / unit, low: Math.min(one, other), high: Math.max(one, other) };
}
