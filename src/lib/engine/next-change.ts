import { addBusinessDays, addDelay } from '$lib/calendar';
import type { ComparePredicate, FactRef, Predicate, Program } from '$lib/program';
import { channelIndex } from './channels';
import { lastSeen, sinceWhen } from './facts';
import type { RunState } from './state';
import type { TouchLog } from './touch-log';

const DAY = 86_400_000;

/** No number of days above this is ever reached. */
const FOR_EVER = 1_000_000;

/**
 * The first instant after `at` at which time alone may make a predicate true or false; Infinity when
 * only something that happens can. It may be early, never late, and there are finitely many.
 */
export function nextChange(
  program: Program,
  state: RunState,
  predicate: Predicate,
  at: number
): number {
  switch (predicate.type) {
    case 'not':
      return nextChange(program, state, predicate.of, at);
    case 'compare':
      return changeOf(program, state, predicate, at);
    default: {
      let next = Infinity;
      for (const part of predicate.of) next = Math.min(next, nextChange(program, state, part, at));
      return next;
    }
  }
}

function changeOf(
  program: Program,
  state: RunState,
  { fact, value }: ComparePredicate,
  at: number
): number {
  switch (fact.type) {
    case 'count': {
      if (!fact.window) return Infinity;
      const here = leaves(program, state.log, fact, at);
      if (fact.scope !== 'lifetime' || !state.history) return here;
      return Math.min(here, leaves(program, state.history, fact, at));
    }
    case 'seen': {
      const last = lastSeen(state, fact);
      if (last < 0 || !fact.window) return Infinity;
      return after(addDelay(program.calendar, last, fact.window), at);
    }
    case 'since':
      return reaches(program, state, fact, value, at);
    default:
      return Infinity;
  }
}

/** When the next touch that is counted leaves the window. */
function leaves(
  program: Program,
  log: TouchLog,
  { channel, window }: Extract<FactRef, { type: 'count' }>,
  at: number
): number {
  let next = Infinity;
  if (!window) return next;
  for (const touch of log) {
    if (channel !== null && touch.channel !== channelIndex(channel)) continue;
    next = Math.min(next, after(addDelay(program.calendar, touch.at, window), at));
  }
  return next;
}

/** When a number of days reaches one that it is compared with, or passes it. */
function reaches(
  program: Program,
  state: RunState,
  { what, unit }: Extract<FactRef, { type: 'since' }>,
  value: ComparePredicate['value'],
  at: number
): number {
  const from = sinceWhen(state, what);
  if (from === null) return Infinity;
  let next = Infinity;
  for (const each of Array.isArray(value) ? value : [value]) {
    if (typeof each !== 'number') continue;
    const days = Math.floor(each);
    for (const n of [days, days + 1]) {
      if (n < 0 || n > FOR_EVER) continue;
      const instant = unit === 'days' ? from + n * DAY : addBusinessDays(program.calendar, from, n);
      next = Math.min(next, after(instant, at));
    }
  }
  return next;
}

function after(instant: number, at: number): number {
  return instant > at ? instant : Infinity;
}
