import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import { isContact, type ActionNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { inZone, type CalendarTable } from '../calendar-table';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-118: who reaches out works at an hour at which leads may be contacted. Needs calendars that are sound. */
export function checkHours(resolved: ResolvedCadence, calendars: CalendarTable): Diagnostic[] {
  const { contactWindow } = resolved.cadence;
  if (!contactWindow) return [];
  const { hours, zones = [] } = contactWindow;
  const windows = [hours, ...zones.map((tz) => inZone(hours, tz))].map((one) => calendars.get(one));
  const meets = new Map<WorkCalendar, boolean>();
  return resolved.live.flatMap((node) => {
    if (node.kind !== 'action' || !isContact(node.channel)) return [];
    const { calendar, who } = workOf(node, resolved);
    const known = meets.get(calendar);
    const meet = known ?? windows.every((window) => openTogether(calendars.get(calendar), window));
    meets.set(calendar, meet);
    if (meet) return [];
    return [diagnose('never-open-together', [nameOf(node), who], { node: node.id, field: 'role' })];
  });
}

function workOf({ role }: ActionNode, { roles, cadence }: ResolvedCadence) {
  const own = role === undefined ? undefined : roles.get(role);
  return own?.calendar
    ? { calendar: own.calendar, who: `the hours of “${own.name || own.id}”` }
    : { calendar: cadence.calendar, who: 'the working hours' };
}

/** Whether there is an instant at which both are open. */
function openTogether(a: CompiledCalendar, b: CompiledCalendar): boolean {
  let [i, j] = [0, 0];
  while (i < a.starts.length && j < b.starts.length) {
    const [fromA = 0, toA = 0, fromB = 0, toB = 0] = [
      a.starts[i],
      a.ends[i],
      b.starts[j],
      b.ends[j]
    ];
    if (fromA < toB && fromB < toA) return true;
    if (toA < toB) i++;
    else j++;
  }
  return false;
}
