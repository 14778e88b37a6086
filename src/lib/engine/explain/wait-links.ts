import { addDelay, instantOf, roll } from '$lib/calendar';
import { describeDuration, type Duration } from '$lib/domain';
import type { WaitSpec } from '$lib/program';
import type { Token } from '../state';
import { dayOffLinks } from './closed-links';
import { signalName } from './names';
import { listOf } from './phrases';
import { say, type Link, type RunContext } from './run-context';
import { sinceWhat } from './since-when';
import { weekdaysIn } from './times';

/** Why a wait lasts until `token.due`. */
export function waitLinks(context: RunContext, token: Token, spec: WaitSpec): readonly Link[] {
  switch (spec.type) {
    case 'duration':
      return durationLinks(context, token, spec.delay);
    case 'date':
      return dateLinks(context, token, spec);
    case 'weekday':
      return weekdayLinks(context, token, spec);
    case 'event':
      return eventLinks(context, token, spec);
  }
}

function durationLinks(context: RunContext, token: Token, delay: Duration): readonly Link[] {
  const { calendar } = context.program;
  const { since, due } = token;
  const counted: Link = {
    type: 'arrived',
    at: since,
    clause: `${describeDuration(delay)} after ${sinceWhat(context, since)}`
  };
  if (addDelay(calendar, since, delay) !== due) return [counted, ...shifted(context, since)];
  return [counted, ...dayOffLinks(context, calendar, since, due), ...rolled(context, token, delay)];
}

/** Calendar days may end where nobody works; then the wait goes on to the next opening. */
function rolled(context: RunContext, { since, due }: Token, { amount, unit }: Duration): Link[] {
  const { calendar } = context.program;
  if (unit !== 'days' && unit !== 'weeks') return [];
  const days = unit === 'weeks' ? amount * 7 : amount;
  const near = (due - since) / 86_400_000 - days;
  // A clock change alone moves a day by an hour or so.
  if (Math.abs(near) < 0.2 || dayOffLinks(context, calendar, since, due).length > 0) return [];
  return [{ type: 'closed', at: due, clause: 'before that nobody works' }];
}

/** A run that was paused waits for what remained. */
export function shifted(context: RunContext, since: number): readonly Link[] {
  const pauses = context.view.trace.filter(({ type, at }) => type === 'resumed' && at >= since);
  const last = pauses[pauses.length - 1];
  if (!last) return [];
  const clause = `it was paused until ${say(context, last.at)}`;
  return [{ type: 'paused', at: last.at, clause }];
}

function dateLinks(
  context: RunContext,
  { due, since }: Token,
  { field, sign, by }: Extract<WaitSpec, { type: 'date' }>
): readonly Link[] {
  const { program, state } = context;
  const name = program.fields.find(({ id }) => id === field)?.name ?? field;
  const value = Object.hasOwn(state.fields, field) ? state.fields[field] : null;
  const at = instantOfField(context, value);
  const date = at === null ? '' : ` (${say(context, at)})`;
  const offset =
    by && sign !== 0 ? `${describeDuration(by)} ${sign < 0 ? 'before' : 'after'} ` : '';
  const counted: Link = { type: 'arrived', at, clause: `${offset}${name}${date}` };
  const moved = shifted(context, since);
  if (moved.length > 0) return [counted, ...moved];
  return [counted, ...closedBefore(context, due)];
}

function instantOfField({ program }: RunContext, value: unknown): number | null {
  if (typeof value !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return instantOf(program.calendar, `${value}T00:00`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? instantOf(program.calendar, value) : null;
}

/** The calendar opens at this very instant: it was closed before. */
function closedBefore({ program }: RunContext, at: number): readonly Link[] {
  const opening = roll(program.calendar, at - 1) === at;
  return opening ? [{ type: 'closed', at, clause: 'working hours begin then' }] : [];
}

function weekdayLinks(
  context: RunContext,
  { due, since }: Token,
  { days, minute }: Extract<WaitSpec, { type: 'weekday' }>
): readonly Link[] {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const time = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
  const clause = `the next ${listOf(weekdaysIn(days), 'or')} at ${time}`;
  return [
    { type: 'arrived', at: since, clause },
    ...dayOffLinks(context, context.program.calendar, since, due),
    ...shifted(context, since)
  ];
}

function eventLinks(
  context: RunContext,
  { due, since }: Token,
  spec: Extract<WaitSpec, { type: 'event' }>
): readonly Link[] {
  const counted = `${describeDuration(spec.timeout)} after ${sinceWhat(context, since)}`;
  return [
    { type: 'event', at: null, clause: `waits for ${awaitedBy(context, spec)}` },
    { type: 'timeout', at: due, clause: counted },
    ...dayOffLinks(context, context.program.calendar, since, due),
    ...shifted(context, since)
  ];
}

/** `reply or payment`: what ends an event wait before its time. */
export function awaitedBy(
  { program }: RunContext,
  { signals, condition }: Extract<WaitSpec, { type: 'event' }>
): string {
  const names = signals.map((index) => signalName(program, index));
  return listOf([...names, ...(condition ? ['its condition'] : [])], 'or');
}
