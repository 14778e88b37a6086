import type { NodeId } from '$lib/domain';
import { CAUSE, STATUS, type Cause, type RunState } from '$lib/engine';
import type { Program } from '$lib/program';
import type { OtherEnd } from '../statistics/result';

/** Which leads are looked for: by how they end in the simulated cadence. */
export type WantedLead =
  | { readonly end: 'any' | 'unfinished' | 'limit' | 'stopped' | 'optedOut' }
  /** By this exit or handoff. */
  | { readonly end: 'exit'; readonly node: NodeId }
  /** By a disposition of this name. */
  | { readonly end: 'finished'; readonly name: string };

/** Leads that end as this one does; see `OtherEnd`. */
export function wantedLike(end: { readonly node: NodeId | null } & Partial<OtherEnd>): WantedLead {
  if (end.node !== null) return { end: 'exit', node: end.node };
  if (end.cause === 'finished') return { end: 'finished', name: end.name ?? '' };
  if (end.cause === 'limit') return { end: 'limit' };
  return { end: end.result === 'optedOut' ? 'optedOut' : 'stopped' };
}

const CAUSES: Partial<Record<WantedLead['end'], Cause>> = {
  limit: CAUSE.limit,
  stopped: CAUSE.stopped,
  optedOut: CAUSE.optedOut
};

/** Whether a lead is wanted, by the state that its run was left in. */
export function isWanted(program: Program, wanted: WantedLead, state: RunState): boolean {
  if (wanted.end === 'any') return true;
  const ended = state.status === STATUS.ended;
  if (wanted.end === 'unfinished') return !ended;
  if (!ended) return false;
  const { cause, endPc, endDisposition } = state;
  switch (wanted.end) {
    case 'exit':
      return (
        (cause === CAUSE.exit || cause === CAUSE.handoff) && program.nodes[endPc] === wanted.node
      );
    case 'finished':
      return cause === CAUSE.finish && program.dispositions[endDisposition]?.name === wanted.name;
    default:
      return cause === CAUSES[wanted.end];
  }
}
