import type { CadenceNode, Condition, NodeId } from '$lib/domain';
import { blocksOf } from '../1-resolve/blocks';
import { guardsOf, type Guard } from '../1-resolve/guards';
import { comparedFactsOf } from '../1-resolve/references/of-condition';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { plainWeek } from '../analysis/business-days';
import { flowOf } from '../analysis/flow';
import { byConnections } from '../analysis/run-arrivals';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { waysToHold } from '../logic/satisfiable';
import { narrowTo } from '../logic/reachable-facts';
import { atLeast, keyOf } from '../logic/sure';
import { SureFacts } from './sure-facts';
import { boundsAfter, boundsOfRun } from './touch-bounds';
import { canEscape, isStatic } from './escapes';

/** A step that not every lead may come to, and why. */
interface Guarded {
  readonly node: CadenceNode;
  readonly guards: readonly Guard[];
}

/** CMP-123, CMP-124, CMP-125: what a step requires can be met, and nobody rests before it for ever. */
export function checkGuards(resolved: ResolvedCadence): Diagnostic[] {
  const guarded = resolved.live.flatMap((node): Guarded[] => {
    const guards = guardsOf(node, resolved);
    return guards.length === 0 ? [] : [{ node, guards }];
  });
  if (!resolved.entry || guarded.length === 0) return [];
  return [...impossible(guarded, resolved), ...stalls(guarded, resolved)];
}

function impossible(guarded: readonly Guarded[], resolved: ResolvedCadence): Diagnostic[] {
  const bounds = boundsOfRun(resolved);
  return guarded.flatMap(({ node, guards }) => {
    const narrow = narrowTo(bounds.before(node.id));
    return guards
      .filter(({ when }) => waysToHold([when], [], narrow)?.length === 0)
      .map(({ text }) =>
        diagnose('requirement-cannot-be-met', [nameOf(node), text], placeOf(node))
      );
  });
}

/** Ways by which leads come that nobody sends there with a disposition: they rest until it is allowed. */
function stalls(guarded: readonly Guarded[], resolved: ResolvedCadence): Diagnostic[] {
  if (canEscape(resolved)) return [];
  const inside = new Set(blocksOf(resolved).flatMap((block) => [...block.inside]));
  const open = guarded
    .filter(({ node }) => !inside.has(node.id))
    .map(({ node, guards }) => ({ node, guards: guards.filter(({ when }) => isStatic(when)) }))
    .filter(({ guards }) => guards.length > 0);
  if (open.length === 0) return [];
  const ways = plainWays(resolved);
  const never = neverAfter(resolved);
  const maybeNot = maybeNotAfter(open, resolved);
  return open.flatMap(({ node, guards }) =>
    (ways.get(node.id) ?? []).flatMap((way): Diagnostic[] => {
      const names = [nameOf(way.from), nameOf(node)] as const;
      const lost = guards.find(({ when }) => never(when, way.from, node));
      if (lost) return [diagnose('guarded-way-stalls', [...names, lost.text], placeOf(node))];
      const doubtful = guards.find(({ when }) => maybeNot(when, way));
      if (!doubtful) return [];
      return [diagnose('guarded-way-may-stall', [...names, doubtful.text], placeOf(node))];
    })
  );
}

/** Whether a condition cannot hold for any lead that goes straight from one step to the other. */
function neverAfter(resolved: ResolvedCadence) {
  const hops = flowOf(resolved, plainWeek(resolved.cadence.calendar));
  const arrived = byConnections(resolved, hops);
  return (when: Condition, from: CadenceNode, to: CadenceNode): boolean => {
    if (!arrived.at.has(from.id)) return false;
    const narrow = narrowTo(boundsAfter(from.id, to.id, { resolved, hops, arrived }));
    return waysToHold([when], [], narrow)?.length === 0;
  };
}

/** Whether a condition may not hold for a lead that comes this way; of what can be followed along the paths. */
function maybeNotAfter(guarded: readonly Guarded[], resolved: ResolvedCadence) {
  const asked = guarded.flatMap(({ guards }) =>
    guards.flatMap(({ when }) => comparedFactsOf(when).flatMap(({ fact }) => fact ?? []))
  );
  const facts = [...new Map(asked.map((fact) => [keyOf(fact), fact])).values()];
  const sure = new SureFacts(facts, resolved);
  return (when: Condition, way: Way): boolean => {
    if (
      !comparedFactsOf(when).every(({ fact }) => fact?.type === 'count' || fact?.type === 'done')
    ) {
      return false;
    }
    const known = sure.leaving(way);
    if (!known) return false;
    const ways = waysToHold([], [when], atLeast(known));
    return ways !== null && ways.length > 0;
  };
}

interface Way {
  readonly from: CadenceNode;
  readonly port: string;
}

/** By the step they lead to. */
function plainWays({ live, graph }: ResolvedCadence): ReadonlyMap<NodeId, readonly Way[]> {
  const ways = new Map<NodeId, Way[]>();
  for (const from of live) {
    for (const { port, edge } of graph.links.get(from.id) ?? []) {
      if (!edge || !isPlain(from, port.id)) continue;
      ways.set(edge.to, [...(ways.get(edge.to) ?? []), { from, port: port.id }]);
    }
  }
  return ways;
}

/** Whether a lead that leaves by the port rests where it is not allowed to go on. */
function isPlain(from: CadenceNode, port: string): boolean {
  return from.kind !== 'action' || port === 'done' || port === 'held' || port === 'refused';
}

function placeOf({ id }: CadenceNode) {
  return { node: id, field: 'requirements' };
}
