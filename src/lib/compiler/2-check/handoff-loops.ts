import type { Cadence, CadenceId, HandoffNode } from '$lib/domain';
import { resolve, type ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';
import { instantWays } from './instant-ways';

/**
 * The cadences, from this one back to this one, that a lead goes through without any time passing
 * when it comes to this handoff; null when time passes, or one of them does not take leads back.
 */
export function instantLoop(node: HandoffNode, resolved: ResolvedCadence): Cadence[] | null {
  const { cadence, cadences } = resolved;
  if (!instantHandoffs(resolved).includes(node)) return null;
  const before = new Map<CadenceId, Cadence>();
  const open: Cadence[] = [];
  const visit = (handoff: HandoffNode, from: Cadence) => {
    for (const to of takersOf(handoff, cadences)) {
      if (before.has(to.id) || !comesBack(handoff, to)) continue;
      before.set(to.id, from);
      open.push(to);
    }
  };
  visit(node, cadence);
  for (let at = open.pop(); at && at.id !== cadence.id; at = open.pop()) {
    const from = at;
    instantHandoffs(resolve(from, undefined)).forEach((handoff) => visit(handoff, from));
  }
  return before.has(cadence.id) ? pathBack(cadence, before) : null;
}

/** The handoffs that a new lead comes to at once. */
function instantHandoffs(resolved: ResolvedCadence): HandoffNode[] {
  const { entry, graph } = resolved;
  if (!entry) return [];
  return depthFirst([entry.id], instantWays(resolved))
    .flatMap((id) => graph.nodes.get(id) ?? [])
    .filter((node) => node.kind === 'handoff');
}

function takersOf({ to }: HandoffNode, cadences: ReadonlyMap<CadenceId, Cadence>): Cadence[] {
  return [...cadences.values()].filter((cadence) =>
    to.type === 'enroll'
      ? cadence.id === to.cadence
      : cadence.nodes.some((node) => node.kind === 'entry' && node.signals?.includes(to.signal))
  );
}

/** Whether the cadence takes a lead that it has had, while the run before may still go on. */
function comesBack({ then }: HandoffNode, { nodes }: Cadence): boolean {
  const reEntry = nodes.find((node) => node.kind === 'entry')?.reEntry;
  if (reEntry?.policy === 'never' || reEntry?.after) return false;
  return then === 'end' || reEntry?.policy === 'always';
}

function pathBack(cadence: Cadence, before: ReadonlyMap<CadenceId, Cadence>): Cadence[] {
  const path = [cadence];
  for (let at = before.get(cadence.id); at && at.id !== cadence.id; at = before.get(at.id)) {
    path.unshift(at);
  }
  return [cadence, ...path];
}
