import { isTime, type TimeName } from './time-names';

/** What a metric's name says; means over leads have no more to them than the name. */
export type ReadMetric =
  | { readonly type: 'mean'; readonly name: string }
  /** Worked and switching time within hours as a share of the open time of a group of people. */
  | { readonly type: 'utilization'; readonly group: string }
  /** Share of the leads whose time is at most so long. */
  | { readonly type: 'within'; readonly time: TimeName; readonly milliseconds: number };

const UTILIZATION = /^utilization:(.+)$/;
const WITHIN = /^within:([a-zA-Z]+):(\d+)$/;

/** Reads `utilization:reps`, `within:elapsed:86400000`, or the name of a mean over leads. */
export function readMetric(name: string): ReadMetric {
  const [, group] = UTILIZATION.exec(name) ?? [];
  if (group !== undefined) return { type: 'utilization', group };
  const [, time = '', milliseconds] = WITHIN.exec(name) ?? [];
  if (isTime(time)) return { type: 'within', time, milliseconds: Number(milliseconds) };
  return { type: 'mean', name };
}
