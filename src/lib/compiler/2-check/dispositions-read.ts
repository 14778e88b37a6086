import type { ActionNode, BranchNode, NodeId, Slug } from '$lib/domain';
import { comparedFactsOf } from '../1-resolve/references/of-condition';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';

/** The dispositions of an action that something later makes a difference of. */
export function dispositionsRead(node: ActionNode, resolved: ResolvedCadence): Set<Slug> {
  const { cadence, graph } = resolved;
  const after = graph.links.get(node.id)?.[0]?.edge?.to;
  const read = new Set<Slug>(
    (cadence.handlers ?? []).flatMap(({ on }) => (on.type === 'disposition' ? on.disposition : []))
  );
  if (after === undefined) return read;

  const everywhere = branchesFrom(after, resolved, () => false);
  const beforeNextTouch = branchesFrom(after, resolved, (id) => isAction(resolved, id));
  for (const branch of everywhere) add(read, ofStep(branch, node));
  for (const branch of beforeNextTouch) add(read, ofLastTouch(branch, node));
  return read;
}

function add(read: Set<Slug>, found: readonly Slug[]): void {
  for (const id of found) read.add(id);
}

function branchesFrom(
  start: NodeId,
  { graph }: ResolvedCadence,
  stop: (id: NodeId) => boolean
): BranchNode[] {
  return depthFirst([start], { get: (id) => (stop(id) ? [] : graph.next.get(id)) })
    .flatMap((id) => graph.nodes.get(id) ?? [])
    .filter((node) => node.kind === 'branch');
}

function isAction({ graph }: ResolvedCadence, id: NodeId): boolean {
  return graph.nodes.get(id)?.kind === 'action';
}

function ofStep({ by }: BranchNode, action: ActionNode): Slug[] {
  if (by.type !== 'disposition' || by.of !== action.id) return [];
  return by.cases.flatMap(({ dispositions }) => dispositions);
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
