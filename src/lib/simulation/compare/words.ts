import type { MetricKind } from '../statistics/metrics';
import { figures, unitOf } from './figures';
import { lessOf, metricWords } from './metric-words';
import type { Difference } from './paired';

interface Compared {
  /** Of the variant that is compared. */
  readonly name: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly difference: Difference | null;
}

/** What a difference comes to, for people: what its whole interval allows to be said, and no more. */
export function differenceInWords({ name, metric, kind, difference }: Compared): string {
  const what = metricWords(metric);
  if (!difference) return `${name}: nothing can be said of ${what}`;
  const { low, high } = difference;
  if (low === 0 && high === 0) return `${name}: ${what} the same in every part`;
  const unit = unitOf(kind, low, high);
  if (low > 0) return `${name}: ${figures(low, high, unit)} more ${what}`;
  if (high < 0) return `${name}: ${figures(-high, -low, unit)} ${lessOf(metric)} ${what}`;
  return `${name}: no difference can be seen in ${what} (${figures(low, high, unit, true)})`;
}
