import { roll, type CompiledCalendar } from '$lib/calendar';
import type { TaskSpec, TouchLimit } from '$lib/program';
import type { Token } from '../state';
import { contactHours, freeFrom } from '../task-times';
import { dayOffLinks } from './closed-links';
import { say, stepOf, type Link, type RunContext } from './run-context';

/** More turns than calendars and limits ever need to agree on an instant. */
const TURNS = 200;

interface Pushed {
  readonly at: number;
  readonly links: readonly Link[];
}

/** The first instant from `from` on that hours, contact window and limits agree on, and who pushed it there. */
export function pushesFrom(
  context: RunContext,
  token: Token,
  spec: TaskSpec,
  from: number
): Pushed {
  const { program, state } = context;
  const hours = token.assignee ?? program.calendars[spec.hours] ?? program.calendar;
  const window = spec.contact ? contactHours(program, state) : null;
  const links = new Map<string, Link>();
  let at = from;
  for (let turn = 0; turn < TURNS; turn++) {
    const pushed =
      pushByHours(context, token, hours, at) ??
      (window && pushByWindow(context, window, at)) ??
      (spec.contact ? pushByLimits(context, at) : null);
    if (!pushed) break;
    // Of several pushes of one kind the last counts: it is the one that was needed.
    for (const link of pushed.links) {
      links.delete(link.type);
      links.set(link.type, link);
    }
    at = pushed.at;
  }
  return { at, links: [...links.values()] };
}

function pushByHours(
  context: RunContext,
  token: Token,
  hours: CompiledCalendar,
  at: number
): Pushed | null {
  const open = roll(hours, at);
  if (open === at) return null;
  const person = token.assignee ? assigneeOf(context, token) : null;
  const when = say(context, open);
  const begin: Link =
    person === null
      ? { type: 'closed', at: open, clause: `working hours begin ${when}` }
      : { type: 'assigneeHours', at: open, clause: `${person} works from ${when}` };
  return { at: open, links: [...dayOffLinks(context, hours, at, open, person), begin] };
}

function pushByWindow(context: RunContext, window: CompiledCalendar, at: number): Pushed | null {
  const open = roll(window, at);
  if (open === at) return null;
  const clause = `the lead may be contacted from ${say(context, open)}`;
  return { at: open, links: [{ type: 'contactWindow', at: open, clause }] };
}

function pushByLimits(context: RunContext, at: number): Pushed | null {
  const { program } = context;
  for (const limit of program.touchLimits) {
    const free = freeOf(context, limit, at);
    if (free > at) return { at: free, links: [linkOf(context, limit, free)] };
  }
  return null;
}

/** A task that opened later because a touch was made elsewhere in the meantime; null: it did not. */
export function limitLink(context: RunContext, token: Token, spec: TaskSpec): Link | null {
  if (!spec.contact) return null;
  const { notBefore } = token;
  const limit = context.program.touchLimits.find(
    (each) => freeOf(context, each, token.since) === notBefore
  );
  return limit ? linkOf(context, limit, notBefore) : null;
}

function freeOf({ program, state }: RunContext, limit: TouchLimit, at: number): number {
  return freeFrom({ ...program, touchLimits: [limit] }, state, at);
}

function linkOf(context: RunContext, { text }: TouchLimit, at: number): Link {
  const rule = text.replace(/\.$/, '');
  return { type: 'touchLimit', at, clause: `${rule}: the next from ${say(context, at)}` };
}

function assigneeOf(context: RunContext, token: Token): string {
  const step = stepOf(context, token);
  const task = context.view.tasks.find((each) => each.step === step);
  return task?.assignee ?? 'the person it was given to';
}
