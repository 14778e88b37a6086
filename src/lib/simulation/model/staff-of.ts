import {
  closeDates,
  type compileCalendar,
  instantOf,
  type CompiledCalendar,
  type DateSpan
} from '$lib/calendar';
import type { Person, Quota, Scenario } from '$lib/domain';
import type { Program } from '$lib/program';
import type { ScenarioFault } from '../statistics/result';
import { asksOf, type Asking } from './asks-of';
import type { GroupModel, QuotaModel, StaffModel } from './staff-model';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;

/** More people alike than this are as many as it takes. */
const MOST_PEOPLE = 1_000_000;

/** A working day's minutes and more: nobody needs longer to turn to something else. */
const LONGEST_SWITCH = 10_000;

type People = Pick<Scenario, 'people' | 'quotas' | 'queue'>;

/**
 * The people and quotas of a scenario; null when it names none, so that leads share nothing. What does
 * not fit is added to `faults`. `cadences` are the simulated one and those linked to it.
 */
export function staffOf(
  { people = [], quotas = [], queue = 'fifo' }: People,
  cadences: readonly Asking[],
  compile: typeof compileCalendar,
  faults: ScenarioFault[]
): StaffModel | null {
  const [main] = cadences;
  if (!main || (people.length === 0 && quotas.length === 0)) return null;
  const programs = cadences.map(({ program }) => program);
  const groups = people.map((person, row) =>
    groupOf(person, `people[${row}]`, programs, compile, faults)
  );
  emptyRoles(people, faults);
  const limits = quotas.map((quota, row) => quotaOf(quota, `quotas[${row}]`, programs, faults));
  return {
    groups,
    order: queue,
    quotas: limits,
    calendar: main.program.calendar,
    ...asksOf(cadences, groups, limits, faults)
  };
}

function groupOf(
  person: Person,
  path: string,
  programs: readonly Program[],
  compile: typeof compileCalendar,
  faults: ScenarioFault[]
): GroupModel {
  const { count, costPerHour = 0, effort = 1, switching = 0 } = person;
  const check = (field: string, holds: boolean, message: string): void => {
    if (!holds) faults.push({ path: `${path}.${field}`, message });
  };
  check('role', hasRole(programs, person.role), `there is no role "${person.role}"`);
  check(
    'count',
    Number.isInteger(count) && count >= 0 && count <= MOST_PEOPLE,
    `must be a whole number from 0 to ${MOST_PEOPLE}`
  );
  check('costPerHour', costPerHour >= 0 && costPerHour < Infinity, 'must not be negative');
  check('effort', effort > 0 && effort <= 1000, 'must be above 0, and 1000 at most');
  check('switching', switching >= 0 && switching <= LONGEST_SWITCH, 'must not be negative');
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    count,
    ...hoursOf(person, path, programs, compile, faults),
    skills: new Set(person.skills ?? []),
    costPerHour,
    effort,
    switching: Math.floor(switching * MINUTE),
    finishes: person.overtime !== 'nextDay'
  };
}

/** Their own hours, else those of the role, else the cadence's; closed while they are away. */
function hoursOf(
  { calendar, leave = [], role }: Person,
  path: string,
  programs: readonly Program[],
  compile: typeof compileCalendar,
  faults: ScenarioFault[]
): Pick<GroupModel, 'hours' | 'goneFrom'> {
  const usual = roleHours(programs, role);
  const horizon = { from: usual.tableFrom + WEEK, to: usual.tableTo - WEEK };
  const own = calendar && compile(calendar, horizon);
  if (own && !own.ok) faults.push({ path: `${path}.calendar`, message: own.error });
  const hours = own?.ok ? own.value : usual;
  const present = closeDates(hours, leave);
  if (present.ok) return { hours: present.value, goneFrom: goneFrom(leave, hours) };
  faults.push({ path: `${path}.leave`, message: present.error });
  return { hours, goneFrom: Infinity };
}

/** A leave that goes on for longer than dates are known is for good. */
function goneFrom(leave: readonly DateSpan[], hours: CompiledCalendar): number {
  let gone = Infinity;
  for (const { from, to } of leave)
    if (instantOf(hours, `${to}T00:00`) >= hours.tableTo - 2 * WEEK)
      gone = Math.min(gone, instantOf(hours, `${from}T00:00`));
  return gone;
}

/** Working hours of a role are written at its tasks. */
function roleHours(programs: readonly Program[], role: string): CompiledCalendar {
  for (const { tasks, calendars } of programs) {
    const row = tasks.find((task) => task.role === role)?.hours ?? -1;
    const hours = calendars[row];
    if (hours) return hours;
  }
  const [main, ...others] = programs;
  const of = [main, ...others].find((program) => program && hasRole([program], role)) ?? main;
  if (!of) throw new Error('a program');
  return of.calendar;
}

function emptyRoles(people: readonly Person[], faults: ScenarioFault[]): void {
  const roles = new Set(people.map(({ role }) => role));
  for (const role of roles) {
    const all = people.reduce((sum, each) => sum + (each.role === role ? each.count : 0), 0);
    const row = people.findIndex((each) => each.role === role);
    if (all === 0)
      faults.push({ path: `people[${row}].count`, message: `nobody has the role "${role}"` });
  }
}

function quotaOf(
  { id, channel, role, perDay }: Quota,
  path: string,
  programs: readonly Program[],
  faults: ScenarioFault[]
): QuotaModel {
  if (role !== undefined && !hasRole(programs, role))
    faults.push({ path: `${path}.role`, message: `there is no role "${role}"` });
  if (!programs.some(({ tasks }) => tasks.some((task) => task.channel === channel)))
    faults.push({ path: `${path}.channel`, message: `no step is of the channel "${channel}"` });
  if (!Number.isInteger(perDay) || perDay < 1)
    faults.push({ path: `${path}.perDay`, message: 'must be a whole number from 1 on' });
  return { id, channel, role: role ?? null, perDay };
}

function hasRole(programs: readonly Program[], role: string): boolean {
  return programs.some(({ roles }) => roles.some(({ id }) => id === role));
}
