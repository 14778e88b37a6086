import type { Condition } from '../condition';
import type { Delay, Duration } from '../duration';
import type { Slug } from '../ids';
import type { NodeBase } from './node-base';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type WaitUntil =
  | { readonly type: 'duration'; readonly delay: Delay }
  | {
      readonly type: 'date';
      /** A lead field that holds a date. */
      readonly field: Slug;
      readonly offset?: { readonly direction: 'before' | 'after'; readonly by: Duration };
    }
  | {
      readonly type: 'weekday';
      readonly days: readonly Weekday[];
      /** Wall-clock time of the cadence's calendar, `HH:MM`. */
      readonly time: string;
    }
  | {
      readonly type: 'event';
      readonly signals?: readonly Slug[];
      readonly condition?: Condition;
      /** Mandatory when finished: a wait without an end stalls silently. */
      readonly timeout?: Delay;
    };

/** Lets time pass. */
export interface WaitNode extends NodeBase<'wait'> {
  readonly until: WaitUntil;
}
