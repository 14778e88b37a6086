import { addDelay } from '$lib/calendar';
import type { FactRef, Program, TouchVerb } from '$lib/program';
import { channelIndex } from './channels';
import type { RunState } from './state';
import { TOUCH, type Touch, type TouchLog } from './touch-log';

type Count = Extract<FactRef, { type: 'count' }>;

/** How many touches a fact counts at an instant. */
export function countOf(program: Program, state: RunState, fact: Count, at: number): number {
  const channel = fact.channel === null ? -1 : channelIndex(fact.channel);
  const summed = fact.window === null && (!fact.followUp || fact.verb === 'completed');
  let count = summed
    ? total(columnOf(state, fact), channel)
    : matching(program, state.log, fact, channel, at);
  if (fact.scope === 'lifetime' && state.history)
    count += matching(program, state.history, fact, channel, at);
  return count;
}

function columnOf(state: RunState, { verb, followUp }: Count): Int32Array {
  return followUp ? state.followUps : state[verb];
}

function total(counts: Int32Array, channel: number): number {
  if (channel >= 0) return counts[channel] ?? 0;
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function matching(
  program: Program,
  log: TouchLog,
  fact: Count,
  channel: number,
  at: number
): number {
  let count = 0;
  for (const touch of log) {
    if (channel >= 0 && touch.channel !== channel) continue;
    if (fact.followUp && !touch.followUp) continue;
    if (!isA(touch, fact.verb)) continue;
    if (fact.window && addDelay(program.calendar, touch.at, fact.window) <= at) continue;
    count++;
  }
  return count;
}

function isA(touch: Touch, verb: TouchVerb): boolean {
  switch (verb) {
    case 'completed':
      return touch.outcome === TOUCH.completed;
    case 'attempted':
      return touch.outcome === TOUCH.completed || touch.outcome === TOUCH.missed;
    case 'answered':
      return touch.outcome === TOUCH.completed && touch.answered;
    case 'skipped':
      return touch.outcome === TOUCH.skipped;
    case 'bounced':
      return touch.outcome === TOUCH.bounced;
  }
}
