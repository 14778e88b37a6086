import {
  CHANNEL_NAMES,
  CHANNEL_PLURALS,
  type CadenceNode,
  type Channel,
  type Condition
} from '$lib/domain';
import type { ResolvedCadence } from './resolve';

/** What must hold before a lead comes to a step, and where it was written. */
export interface Guard {
  readonly text: string;
  readonly when: Condition;
}

/** The requirements of a step, and those that rules of the cadence put on an exit. */
export function guardsOf(
  node: CadenceNode,
  { cadence }: Pick<ResolvedCadence, 'cadence'>
): Guard[] {
  switch (node.kind) {
    case 'stage':
    case 'action':
      return (node.requirements ?? []).map(guardOf);
    case 'exit':
      return [
        ...(node.requirements ?? []).map(guardOf),
        ...(cadence.rules ?? []).flatMap((rule) =>
          rule.type === 'exitRequires' && rule.result === node.result
            ? rule.counts.map(countGuard)
            : []
        )
      ];
    default:
      return [];
  }
}

function guardOf({ id, text, when }: { id: string; text: string; when: Condition }): Guard {
  return { text: text || id, when };
}

interface Count {
  readonly channel: Channel;
  readonly atLeast: number;
  readonly followUp?: boolean;
}

function countGuard({ channel, atLeast, followUp = false }: Count): Guard {
  const fact = `count.${channel}.completed${followUp ? '.followUp' : ''}`;
  const one = channel === 'sms' ? CHANNEL_NAMES.sms : CHANNEL_NAMES[channel].toLowerCase();
  const touches = atLeast === 1 ? one : CHANNEL_PLURALS[channel];
  return {
    text: `at least ${atLeast} ${followUp ? 'follow-up ' : ''}${touches}`,
    when: { [fact]: { $gte: atLeast } }
  };
}
