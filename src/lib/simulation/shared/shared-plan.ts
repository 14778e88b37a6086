import type { Model } from '../model/model';
import type { StaffModel } from '../model/staff-model';
import type { CalendarTable } from '../columnar/calendar-table';
import { longestDrawn } from '../columnar/durations';
import type { Flow } from '../columnar/flow';
import type { Tables } from '../columnar/tables';
import { LONGEST_WORK } from './free-times';
import { leastGap } from './least-gap';
import { stretchesOf } from './stretches';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Tasks that ask for people sooner after each other are left to the general path. */
const LEAST_WIDTH = 5 * MINUTE;
const MOST_WIDTH = 7 * DAY;
/** So many tasks ask for people in one bucket, as far as can be told. */
const PER_BUCKET = 2000;

/** What the path needs to know of people whom leads share. */
export interface SharedPlan {
  readonly staff: StaffModel;
  /** Milliseconds of a bucket: no lead asks twice in one. */
  readonly width: number;
  /** Hours of the groups, where each task is done by one group whose people are all alike; null: otherwise. */
  readonly lines: readonly CalendarTable[] | null;
}

/** What of people is followed here at all; the rest goes to `reasons`. */
export function refuseStaff({ staff, inOrder }: Model, reasons: Set<string>): void {
  if (!staff) return;
  if (staff.quotas.length > 0) reasons.add('quotas limit how many tasks are begun');
  if (!inOrder) reasons.add('leads that share people do not come in order');
}

export function sharedPlanOf(
  model: Model,
  staff: StaffModel,
  flows: readonly Flow[],
  tables: Tables,
  reasons: Set<string>
): SharedPlan {
  const gap = Math.min(...flows.map((flow) => leastGap(model, staff, flow, tables)));
  if (gap < LEAST_WIDTH) reasons.add('tasks that need people may follow each other at once');
  const wanted = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, widthFor(model, flows)));
  return {
    staff,
    width: Math.floor(Math.min(gap, wanted)),
    lines: linesOf(model, staff, tables)
  };
}

function widthFor({ arrivalAt, leads }: Model, flows: readonly Flow[]): number {
  const [flow] = flows;
  const tasks = flow ? stretchesOf(flow).filter(({ asks }) => asks >= 0).length : 0;
  const span = Math.max(arrivalAt(leads - 1, 0) - arrivalAt(0, 0), 10 * DAY);
  return (PER_BUCKET * span) / Math.max(1, tasks * leads);
}

function linesOf(
  { steps }: Model,
  { groups, demands, order }: StaffModel,
  tables: Tables
): readonly CalendarTable[] | null {
  const longest = Math.max(
    ...steps.map(({ effort: table }) =>
      table ? longestDrawn({ table, pre: 1, scale: MINUTE }) : 0
    )
  );
  const simple =
    order !== 'dueFirst' &&
    groups.every(({ effort }) => longest * effort < LONGEST_WORK) &&
    demands.every((demand) => demand.groups.length === 1) &&
    groups.every(
      ({ switching, finishes, goneFrom }) => switching === 0 && finishes && goneFrom === Infinity
    );
  if (!simple) return null;
  const hours = groups.map((group) => tables.of(group.hours));
  return hours.every((table) => table !== null) ? hours : null;
}
