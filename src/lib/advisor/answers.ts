import type { TimeRange } from '$lib/calendar';
import type { Channel, Goal, Weekday } from '$lib/domain';

/** Where the leads come from. */
export const ORIGINS = ['inbound', 'outbound', 'customers'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What one sale is worth, compared with what a salesperson costs in a month. */
export const AMOUNTS = ['small', 'medium', 'large'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** Channels that a lead can be reached by at first. */
export const REACH_CHANNELS = ['email', 'call', 'sms', 'social'] as const satisfies Channel[];
export type ReachChannel = (typeof REACH_CHANNELS)[number];

export type SalesModel = 'transactional' | 'relational';

/** What the interview asks. */
export interface Answers {
  /** What is sold, in a few words; may be empty. */
  readonly offer: string;
  readonly goal: Goal['kind'];
  readonly origin: Origin;
  /** Weeks from the first touch to the decision, as a rule. */
  readonly cycleWeeks: number;
  readonly amount: Amount;
  /** People who have a say in the decision. */
  readonly deciders: number;
  /** The model as chosen; absent: the suggested one. */
  readonly salesModel?: SalesModel;
  /** At least one. */
  readonly channels: readonly ReachChannel[];
  /** Days the team works; at least one. */
  readonly days: readonly Weekday[];
  readonly hours: TimeRange;
  /** IANA time zone. */
  readonly tz: string;
}
