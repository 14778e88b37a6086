import type { CompiledCalendar } from '$lib/calendar';

/**
 * When lead `index` arrives, given a uniform number of its own. Only arrivals at random differ from one
 * replication to the next beyond that number.
 */
export type ArrivalAt = (index: number, u: number, replication?: number) => number;

export interface ArrivalModel {
  readonly arrivalAt: ArrivalAt;
  /** Nobody arrives before a lead with a lower index. */
  readonly inOrder: boolean;
  /** Lead `index` comes `(index + u) * share` of open time after `from`; null: otherwise. */
  readonly even: { readonly from: number; readonly share: number } | null;
}

/** What arrivals depend on beside themselves. */
export interface Arriving {
  /** An instant. */
  readonly start: number;
  readonly leads: number;
  readonly seed: number;
  readonly calendar: CompiledCalendar;
}
