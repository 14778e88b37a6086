import type { CompiledCalendar } from '$lib/calendar';
import type { QueueOrder } from '$lib/domain';

/** People who are alike. */
export interface GroupModel {
  readonly id: string;
  readonly name: string;
  /** Row of `Program.roles` in the simulated cadence; linked cadences share people by the role's id. */
  readonly role: string;
  readonly count: number;
  readonly hours: CompiledCalendar;
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

/** What leads share: people and quotas. */
export interface StaffModel {
  readonly groups: readonly GroupModel[];
  readonly order: QueueOrder;
  readonly quotas: readonly QuotaModel[];
}
