import type { NodeId } from '$lib/domain';
import { CAUSE, STATUS, type RunState } from '$lib/engine';
import type { Program } from '$lib/program';
import type { OtherEnd } from '../statistics/result';

/** An end as results tell of it: an exit, or any other. */
export interface EndLike extends Partial<Pick<OtherEnd, 'cause' | 'result' | 'name'>> {
  readonly node: NodeId | null;
}

/** Which leads are looked for, by how they end in the simulated cadence. */
export type WantedLead = 'any' | 'unfinished' | EndLike;

/** Whether a lead is wanted, by the state that its run was left in. */
export function isWanted(program: Program, wanted: WantedLead, state: RunState): boolean {
  if (wanted === 'any') return true;
  const ended = state.status === STATUS.ended;
  if (wanted === 'unfinished') return !ended;
  return ended && endsLike(program, wanted, state);
}

function endsLike(
  { nodes, dispositions }: Program,
  { node, cause, result, name }: EndLike,
  state: RunState
): boolean {
  const { endPc, endDisposition } = state;
  const atNode = state.cause === CAUSE.exit || state.cause === CAUSE.handoff;
  if (node !== null) return atNode && nodes[endPc] === node;
  switch (cause) {
    case 'finished':
      return state.cause === CAUSE.finish && dispositions[endDisposition]?.name === name;
    case 'limit':
      return state.cause === CAUSE.limit;
    default:
      return state.cause === (result === 'optedOut' ? CAUSE.optedOut : CAUSE.stopped);
  }
}
