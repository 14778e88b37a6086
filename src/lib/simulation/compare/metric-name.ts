import { isTime, type TimeName } from './time-names';

/** How long such a share of the leads take at most. */
export interface Percentile {
  readonly type: 'percentile';
  readonly time: TimeName;
  readonly share: number;
}

/** What a metric's name says; means over leads have no more to them than the name. */
export type ReadMetric =
  | { readonly type: 'mean'; readonly name: string }
  /** Worked and switching time within hours as a share of the open time of a group of people. */
  | { readonly type: 'utilization'; readonly group: string }
  /** Share of the leads whose time is at most so long. */
  | { readonly type: 'within'; readonly time: TimeName; readonly milliseconds: number }
  | Percentile;

/** Percentiles that can be asked for: those that results tell of. */
const PERCENTILES = [10, 25, 50, 75, 90, 95];

const UTILIZATION = /^utilization:(.+)$/;
const WITHIN = /^within:([a-zA-Z]+):(\d+)$/;
const PERCENTILE = /^([a-zA-Z]+) p(\d{1,2})$/;

/** Reads `utilization:reps`, `within:elapsed:86400000`, `elapsed p90`, or the name of a mean over leads. */
export function readMetric(name: string): ReadMetric {
  const [, group] = UTILIZATION.exec(name) ?? [];
  if (group !== undefined) return { type: 'utilization', group };
  const [, time = '', milliseconds] = WITHIN.exec(name) ?? [];
  if (isTime(time)) return { type: 'within', time, milliseconds: Number(milliseconds) };
  const [, of = '', percent] = PERCENTILE.exec(name) ?? [];
  if (isTime(of) && PERCENTILES.includes(Number(percent)))
    return { type: 'percentile', time: of, share: Number(percent) / 100 };
  return { type: 'mean', name };
}
