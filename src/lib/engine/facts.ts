import { addDelay, businessDaysBetween } from '$lib/calendar';
import type { FactRef, FactValue, Program } from '$lib/program';
import { channelIndex } from './channels';
import { countOf } from './counts';
import type { RunState } from './state';

const DAY = 86_400_000;

/** The value of a fact at an instant; null where there is none yet. */
export function factValue(program: Program, state: RunState, fact: FactRef, at: number): FactValue {
  switch (fact.type) {
    case 'field':
      return fieldOf(state, fact.field);
    case 'count':
      return countOf(program, state, fact, at);
    case 'lastDisposition':
      return dispositionId(
        program,
        fact.channel === null
          ? state.lastDisposition
          : (state.channelDisposition[channelIndex(fact.channel)] ?? -1)
      );
    case 'stepDisposition':
      return dispositionId(program, state.stepDisposition[fact.pc] ?? -1);
    case 'done':
      return state.stepDone[fact.pc] === 1;
    case 'visits':
      return state.visits[fact.pc] ?? 0;
    case 'seen':
      return seen(program, state, fact, at);
    case 'since': {
      const from = sinceWhen(state, fact.what);
      if (from === null) return null;
      if (fact.unit === 'days') return Math.floor((at - from) / DAY);
      return businessDaysBetween(program.calendar, from, at);
    }
    case 'enrollments':
      return state.enrollment;
    case 'stage':
      return state.stagePc < 0 ? null : (program.nodes[state.stagePc] ?? null);
  }
}

/** A field of the lead; null when it has none of that name. */
export function fieldOf(state: RunState, field: string): FactValue {
  return Object.hasOwn(state.fields, field) ? (state.fields[field] ?? null) : null;
}

/** From when a `since` fact counts; null: there was nothing yet. */
export function sinceWhen(
  state: RunState,
  what: Extract<FactRef, { type: 'since' }>['what']
): number | null {
  switch (what) {
    case 'enrolled':
      return state.startedAt;
    case 'lastTouch':
      return state.touches === 0 ? null : state.lastTouchAt;
    case 'stage':
      return state.stagePc < 0 ? null : state.stageSince;
  }
}

/** When a signal was last seen, in this run or anywhere; -1: never. */
export function lastSeen(state: RunState, fact: Extract<FactRef, { type: 'seen' }>): number {
  const here = state.signalAt[fact.signal] ?? -1;
  if (fact.scope === 'run') return here;
  return Math.max(here, state.otherSignals?.get(fact.signal) ?? -1);
}

function seen(
  program: Program,
  state: RunState,
  fact: Extract<FactRef, { type: 'seen' }>,
  at: number
): boolean {
  const last = lastSeen(state, fact);
  if (last < 0 || !fact.window) return last >= 0;
  return addDelay(program.calendar, last, fact.window) > at;
}

function dispositionId(program: Program, index: number): FactValue {
  return program.dispositions[index]?.id ?? null;
}
