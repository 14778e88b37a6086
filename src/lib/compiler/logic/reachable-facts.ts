import type { Channel, NodeId } from '$lib/domain';
import type { Fact } from '../1-resolve/parse-fact';
import { wholeNumbers } from './ranges';
import type { Narrow } from './satisfiable';
import { NO_VALUE, both, type ValueSet } from './value-set';

/** What can have happened in a run by some point. */
export interface Happened {
  /** The most touches of a channel, of all when null. */
  most(channel: Channel | null): number;
  /** Whether a lead can have been at the step. */
  visited(step: NodeId): boolean;
  /** Whether there can have been a touch by the channel, of any when null. */
  touched(channel: Channel | null): boolean;
}

/** Takes away the values that facts of the run cannot have by then. */
export function narrowTo(happened: Happened): Narrow {
  return (fact, values) => {
    const possible = possibleOf(fact, happened);
    return possible ? both(values, possible) : values;
  };
}

function possibleOf(fact: Fact, happened: Happened): ValueSet | null {
  switch (fact.type) {
    case 'count': {
      if (fact.scope !== 'run') return null;
      const own = happened.most(fact.channel);
      return upTo(fact.followUp ? Math.min(own, happened.most(null) - 1) : own);
    }
    case 'visits':
      return happened.visited(fact.node) ? null : upTo(0);
    case 'done':
      return happened.visited(fact.node) ? null : { ...NO_VALUE, no: true };
    case 'stepDisposition':
      return happened.visited(fact.node) ? null : { ...NO_VALUE, nothing: true };
    case 'lastDisposition':
      return happened.touched(fact.channel) ? null : { ...NO_VALUE, nothing: true };
    default:
      return null;
  }
}

function upTo(most: number): ValueSet | null {
  if (most === Infinity) return null;
  return { ...NO_VALUE, numbers: wholeNumbers([{ from: 0, to: Math.max(most, 0) }]) };
}
