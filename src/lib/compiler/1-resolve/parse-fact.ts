import { readFactName, type FactName, type FactReach, type NodeId, type Slug } from '$lib/domain';
import type { FactRef, Reach } from '$lib/program';
import { fail, ok, type Result } from '$lib/util';

/** A fact as its text names it, steps and signals by their ids; `SPEC.md` lists the vocabulary. */
export type Fact =
  | Exclude<FactRef, { type: 'stepDisposition' | 'done' | 'visits' | 'seen' }>
  | { readonly type: 'stepDisposition' | 'done' | 'visits'; readonly node: NodeId }
  | ({ readonly type: 'seen'; readonly signal: Slug } & Reach);

/** Reads the name of a fact; fails when it is not of the vocabulary. Never throws. */
export function parseFact(text: string): Result<Fact, 'unknownFact'> {
  const name = readFactName(text);
  return name ? ok(factOf(name)) : fail('unknownFact');
}

const SINCE = { enrolled: 'enrolled', sinceTouch: 'lastTouch', inStage: 'stage' } as const;

function factOf(name: FactName): Fact {
  switch (name.family) {
    case 'lead':
      return { type: 'field', field: name.field };
    case 'count': {
      const { channel, counted, followUp, reach } = name;
      return { type: 'count', channel, verb: counted, followUp, ...reachOf(reach) };
    }
    case 'touches': {
      const all = { channel: null, verb: 'completed', followUp: false } as const;
      return { type: 'count', ...all, ...reachOf(name.reach) };
    }
    case 'enrollments':
    case 'stage':
      return { type: name.family };
    case 'last':
      return { type: 'lastDisposition', channel: name.channel };
    case 'step':
      return { type: 'stepDisposition', node: name.node };
    case 'done':
    case 'visits':
      return { type: name.family, node: name.node };
    case 'seen':
      return { type: 'seen', signal: name.signal, ...reachOf(name.reach) };
    case 'since':
      return { type: 'since', what: SINCE[name.what], unit: name.unit };
  }
}

function reachOf({ lifetime, window }: FactReach): Reach {
  return { scope: lifetime ? 'lifetime' : 'run', window };
}
