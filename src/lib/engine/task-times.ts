import { addDelay, nextDate, roll, rollBoth, type CompiledCalendar } from '$lib/calendar';
import { OP, type Program, type TaskSpec, type TouchLimit } from '$lib/program';
import { isContactRow } from './channels';
import { fieldOf } from './facts';
import { startClock, turnClock } from './sla';
import type { Sink } from './sink';
import { PHASE, type RunState, type Token } from './state';
import { taskAt } from './tables';
import { TOUCH, type TouchLog } from './touch-log';

/**
 * Says when the task the token is at opens, is due, is skipped and expires: opens at the first instant
 * from `from` on at which its people work and the lead may be contacted; is due so much later. What goes
 * out by itself opens when it is due, since there is nobody to do it earlier.
 */
export function schedule(
  program: Program,
  state: RunState,
  token: Token,
  spec: TaskSpec,
  from: number
): void {
  const { calendar } = program;
  const begins = firstOpen(program, state, token, spec, from);
  const due = spec.due ? addDelay(calendar, begins, spec.due) : begins;
  token.opens = spec.automatic ? firstOpen(program, state, token, spec, due) : begins;
  token.due = spec.automatic ? token.opens : due;
  token.notBefore = from;
  if (spec.expireAfter && token.expiry === Infinity)
    token.expiry = addDelay(calendar, from, spec.expireAfter);
  token.until = timeout(program, token, spec);
  startClock(program, token, spec);
}

/** When the task is skipped or expires by itself. */
export function timeout(program: Program, token: Token, spec: TaskSpec): number {
  const { autoSkipAfter, channel } = spec;
  if (!autoSkipAfter || channel === 'approval') return token.expiry;
  return Math.min(token.expiry, addDelay(program.calendar, token.due, autoSkipAfter));
}

/** The task opens again at `until` or as soon after as it may; it is due no earlier, and expires as before. */
export function postpone(
  program: Program,
  state: RunState,
  token: Token,
  until: number,
  sink: Sink
): void {
  const spec = taskAt(program, token.pc);
  token.opens = firstOpen(program, state, token, spec, until);
  token.due = spec.automatic ? token.opens : Math.max(token.due, token.opens);
  token.notBefore = until;
  token.until = timeout(program, token, spec);
  turnClock(program, token, spec);
  sink.opened(token.pc, token.visit, token.opens, token.due);
}

/** A task that has not opened yet opens by the hours of the person it now belongs to. */
export function assign(
  program: Program,
  state: RunState,
  token: Token,
  hours: CompiledCalendar | null,
  at: number,
  sink: Sink
): void {
  token.assignee = hours;
  if (token.opens <= at) return;
  const spec = taskAt(program, token.pc);
  schedule(program, state, token, spec, Math.max(at, token.notBefore));
  sink.opened(token.pc, token.visit, token.opens, token.due);
}

/** The first instant from `from` on at which the task may be open. */
export function firstOpen(
  program: Program,
  state: RunState,
  token: Token,
  spec: TaskSpec,
  from: number
): number {
  const hours = token.assignee ?? workHours(program, spec);
  if (!spec.contact) return roll(hours, from);
  const window = contactHours(program, state);
  let at = from;
  for (;;) {
    const open = window === null ? roll(hours, at) : openForBoth(hours, window, at);
    at = freeFrom(program, state, open);
    if (at <= open) return open;
  }
}

/**
 * The first instant from `from` on at which the lead may be contacted for the task, whatever the hours of
 * its people are.
 */
export function contactFrom(
  program: Program,
  state: RunState,
  { contact }: TaskSpec,
  from: number
): number {
  if (!contact || (program.contact === null && program.touchLimits.length === 0)) return from;
  const window = contactHours(program, state);
  let at = from;
  for (;;) {
    const open = window === null ? at : roll(window, at);
    at = freeFrom(program, state, open);
    if (at <= open) return open;
  }
}

/** When the people of a task work: those of its role, else those of the cadence. */
function workHours(program: Program, { hours }: TaskSpec): CompiledCalendar {
  return hours < 0 ? program.calendar : (program.calendars[hours] ?? program.calendar);
}

/** Hours that never meet are those of the lead alone: the window is what must not be broken. */
function openForBoth(hours: CompiledCalendar, window: CompiledCalendar, at: number): number {
  return rollBoth(hours, window, at) ?? roll(window, at);
}

/** When the lead may be contacted, on its own clock; null: any time. */
export function contactHours(program: Program, state: RunState): CompiledCalendar | null {
  const { contact, calendars } = program;
  if (!contact) return null;
  const zone = fieldOf(state, 'timezone');
  const index = typeof zone === 'string' ? contact.zones.indexOf(zone) : -1;
  return calendars[contact.byZone[index] ?? contact.otherwise] ?? null;
}

/** From when on every touch limit lets one more touch through; `at` itself when they all do. */
export function freeFrom(program: Program, state: RunState, at: number): number {
  let free = at;
  for (const limit of program.touchLimits) free = Math.max(free, freeOf(program, state, limit, at));
  return free;
}

function freeOf(program: Program, state: RunState, limit: TouchLimit, at: number): number {
  const others = limit.scope === 'lead' ? state.history : null;
  const oldest = latestContact(state.log, others, Math.max(limit.atMost, 1));
  if (oldest === null) return at;
  const { calendar } = program;
  return limit.within === 'day'
    ? nextDate(calendar, oldest)
    : addDelay(calendar, oldest, limit.within);
}

/** When the `nth` latest completed contact of two logs was made; null: there are not so many. */
function latestContact(log: TouchLog, others: TouchLog | null, nth: number): number | null {
  let here = log.length - 1;
  let there = others ? others.length - 1 : -1;
  let left = nth;
  // Both are in the order of time: from their ends the later one each time.
  while (here >= 0 || there >= 0) {
    const mine = log[here];
    const other = others?.[there];
    const touch = mine && (!other || mine.at >= other.at) ? log[here--] : others?.[there--];
    if (touch?.outcome !== TOUCH.completed || !isContactRow(touch.channel)) continue;
    if (--left === 0) return touch.at;
  }
  return null;
}

/** After a touch, the open tasks that a limit does not let through any more open later. */
export function applyLimits(program: Program, state: RunState, at: number, sink: Sink): void {
  if (program.touchLimits.length === 0) return;
  for (let row = 0; row < state.rows; row++) {
    const token = state.tokens[row] as Token;
    if (!token.alive || token.phase !== PHASE.task || program.op[token.pc] !== OP.task) continue;
    if (!taskAt(program, token.pc).contact) continue;
    const from = Math.max(token.opens, at);
    const free = freeFrom(program, state, from);
    if (free > from) postpone(program, state, token, free, sink);
  }
}
