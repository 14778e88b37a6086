import type { ActionNode, BranchNode, NodeId, Slug } from '$lib/domain';
import { comparedFactsOf } from '../1-resolve/references/of-condition';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';

/** The dispositions of an action that something makes a difference of. */
export type DispositionsRead = (node: ActionNode) => ReadonlySet<Slug>;

export function dispositionsRead(resolved: ResolvedCadence): DispositionsRead {
  const anywhere = (resolved.cadence.handlers ?? []).flatMap(({ on }) =>
    on.type === 'disposition' ? on.disposition : []
  );
  const byStep = ofSteps(resolved);
  return (node) =>
    new Set([
      ...anywhere,
      ...(byStep.get(node.id) ?? []),
      ...branchesBeforeNextAction(node, resolved).flatMap((branch) => ofLastTouch(branch, node))
    ]);
}

/** What branches on the outcome of a step ask for, by that step. */
function ofSteps({ live }: ResolvedCadence): ReadonlyMap<NodeId, readonly Slug[]> {
  const read = new Map<NodeId, Slug[]>();
  for (const node of live) {
    if (node.kind !== 'branch' || node.by.type !== 'disposition') continue;
    const { of, cases } = node.by;
    if (of === undefined) continue;
    read.set(of, [...(read.get(of) ?? []), ...cases.flatMap(({ dispositions }) => dispositions)]);
  }
  return read;
}

function branchesBeforeNextAction(node: ActionNode, { graph }: ResolvedCadence): BranchNode[] {
  const after = graph.links.get(node.id)?.[0]?.edge?.to;
  if (after === undefined) return [];
  const isAction = (id: NodeId) => graph.nodes.get(id)?.kind === 'action';
  return depthFirst([after], { get: (id) => (isAction(id) ? [] : graph.next.get(id)) })
    .flatMap((id) => graph.nodes.get(id) ?? [])
    .filter((found) => found.kind === 'branch');
}

function ofLastTouch({ by }: BranchNode, action: ActionNode): Slug[] {
  if (by.type === 'disposition' && by.of === undefined) {
    return by.cases.flatMap(({ dispositions }) => dispositions);
  }
  if (by.type !== 'condition') return [];
  return by.cases
    .flatMap(({ when }) => comparedFactsOf(when))
    .flatMap(({ fact, constants }) => {
      if (fact?.type !== 'lastDisposition') return [];
      return fact.channel === null || fact.channel === action.channel ? constants : [];
    });
}
