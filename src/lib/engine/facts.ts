import { CHANNELS, type Channel, type Scalar } from '$lib/domain';
import type { FactRef, Program } from '$lib/program';
import type { RunState } from './state';

const DAY = 86_400_000;

const CHANNEL_INDEX = new Map<Channel, number>(CHANNELS.map((channel, index) => [channel, index]));

/** Row of a channel in the state's columns. */
export function channelIndex(channel: Channel): number {
  return CHANNEL_INDEX.get(channel) ?? 0;
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function dispositionId(program: Program, index: number): Scalar {
  return program.dispositions[index]?.id ?? null;
}

/** The value of a fact at an instant; null where there is none yet. */
export function factValue(program: Program, state: RunState, fact: FactRef, at: number): Scalar {
  switch (fact.type) {
    case 'field':
      return Object.hasOwn(state.fields, fact.field) ? (state.fields[fact.field] ?? null) : null;
    case 'count': {
      const counts = fact.followUp ? state.followUps : state.completed;
      return fact.channel === null ? sum(counts) : (counts[channelIndex(fact.channel)] ?? 0);
    }
    case 'lastDisposition':
      return dispositionId(
        program,
        fact.channel === null
          ? state.lastDisposition
          : (state.channelDisposition[channelIndex(fact.channel)] ?? -1)
      );
    case 'stepDisposition':
      return dispositionId(program, state.stepDisposition[fact.pc] ?? -1);
    case 'seen':
      return state.signals.includes(fact.signal);
    case 'daysSince':
      if (fact.what === 'enrolled') return Math.floor((at - state.startedAt) / DAY);
      return state.touches === 0 ? null : Math.floor((at - state.lastTouchAt) / DAY);
    case 'stage':
      return state.stagePc < 0 ? null : (program.nodes[state.stagePc] ?? null);
  }
}
