import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import type { Cadence } from '$lib/domain';
import { canonicalJson, present } from '$lib/util';
import type { CalendarCache, Horizon } from './calendar-cache';

/** A calendar that cannot be compiled, and why. */
export interface BadCalendar {
  readonly calendar: WorkCalendar;
  /** The field of the cadence it is written in. */
  readonly field: Field;
  readonly reason: string;
}

type Field = 'calendar' | 'roles' | 'contactWindow';

/** The compiled calendars of one cadence: equal ones are one object. */
export interface CalendarTable {
  readonly bad: readonly BadCalendar[];
  /** The compiled calendar; it must be one of the cadence's and not among the bad ones. */
  get(calendar: WorkCalendar): CompiledCalendar;
}

/** Compiles every calendar of a cadence: its own, those of roles, the contact window in each zone. */
export function calendarTable(
  cadence: Cadence,
  horizon: Horizon,
  cache: CalendarCache
): CalendarTable {
  const compiled = new Map<string, CompiledCalendar>();
  const bad: BadCalendar[] = [];
  for (const { calendar, field } of calendarsOf(cadence)) {
    const key = canonicalJson(calendar);
    if (compiled.has(key)) continue;
    const result = cache.compile(calendar, horizon);
    if (result.ok) compiled.set(key, result.value);
    else bad.push({ calendar, field, reason: result.error });
  }
  return {
    bad,
    get: (calendar) => present(compiled.get(canonicalJson(calendar)), 'a compiled calendar')
  };
}

type Named = Omit<BadCalendar, 'reason'>;

function calendarsOf({ calendar, roles, contactWindow }: Cadence): Named[] {
  const inWindow = contactWindow
    ? [
        contactWindow.hours,
        ...(contactWindow.zones ?? []).map((tz) => inZone(contactWindow.hours, tz))
      ]
    : [];
  return [
    { calendar, field: 'calendar' },
    ...roles.flatMap((role): Named[] =>
      role.calendar ? [{ calendar: role.calendar, field: 'roles' }] : []
    ),
    ...inWindow.map((hours): Named => ({ calendar: hours, field: 'contactWindow' }))
  ];
}

/** The same hours on the clocks of another time zone. */
export function inZone(hours: WorkCalendar, tz: string): WorkCalendar {
  return { ...hours, tz };
}
