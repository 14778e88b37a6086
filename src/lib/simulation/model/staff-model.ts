import type { CompiledCalendar } from '$lib/calendar';
import type { QueueOrder } from '$lib/domain';

/** People who are alike. */
export interface GroupModel {
  readonly id: string;
  readonly name: string;
  /** Id of the role; cadences share people by it. */
  readonly role: string;
  readonly count: number;
  readonly hours: CompiledCalendar;
  /** From this instant on they are away for good; Infinity: they come back from every leave. */
  readonly goneFrom: number;
  readonly skills: ReadonlySet<string>;
  readonly costPerHour: number;
  /** Factor on effort. */
  readonly effort: number;
  /** Milliseconds to turn to a task of another step. */
  readonly switching: number;
  /** They finish what they have begun; otherwise they go on the next day. */
  readonly finishes: boolean;
}

export interface QuotaModel {
  readonly id: string;
  readonly channel: string;
  /** Null: of any role. */
  readonly role: string | null;
  readonly perDay: number;
}

/** What tasks ask for that leads have to share. */
export interface DemandModel {
  /** Rows of the groups whose people may do them, in the scenario's order; none: nobody is needed. */
  readonly groups: readonly number[];
  /** Rows of the quotas that they count against. */
  readonly quotas: readonly number[];
}

/** What leads share: people and quotas. */
export interface StaffModel {
  readonly groups: readonly GroupModel[];
  readonly order: QueueOrder;
  readonly quotas: readonly QuotaModel[];
  /** The days of quotas are those of the simulated cadence's calendar. */
  readonly calendar: CompiledCalendar;
  readonly demands: readonly DemandModel[];
  /**
   * Row of `demands` of every instruction, -1: it asks for nothing. One table for the simulated cadence,
   * then one for each linked one.
   */
  readonly asks: readonly Int32Array[];
}
