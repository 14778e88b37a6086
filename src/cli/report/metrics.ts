import { figures, unitOf, type Difference, type Estimate } from '$lib/simulation';
import { money, percent, time } from './lines';

type Kind = Parameters<typeof unitOf>[0];

/** A figure of a metric. */
function figure(kind: Kind, value: number): string {
  switch (kind) {
    case 'share':
      return percent(value);
    case 'time':
      return time(value);
    case 'money':
      return Math.abs(value) >= 100 ? money(value) : value.toFixed(2);
    case 'count':
      return value.toFixed(3);
  }
}

export function mean(kind: Kind, estimate: Estimate | null): string {
  return estimate ? figure(kind, estimate.mean) : '–';
}

/** `+1.8 to +2.6 points`. */
export function change(kind: Kind, difference: Difference | null): string {
  if (!difference) return '–';
  const { low, high } = difference;
  return low === 0 && high === 0 ? 'the same' : figures(low, high, unitOf(kind, low, high), true);
}
