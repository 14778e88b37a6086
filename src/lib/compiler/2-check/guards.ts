import type { CadenceNode, NodeId } from '$lib/domain';
import { blocksOf } from '../1-resolve/blocks';
import { guardsOf, type Guard } from '../1-resolve/guards';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { plainWeek } from '../analysis/business-days';
import { flowOf } from '../analysis/flow';
import { byConnections } from '../analysis/run-arrivals';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { waysToHold } from '../logic/satisfiable';
import { narrowTo } from '../logic/reachable-facts';
import { boundsAfter, boundsOfRun } from './touch-bounds';
import { canEscape, isStatic } from './escapes';

/** A step that not every lead may come to, and why. */
interface Guarded {
  readonly node: CadenceNode;
  readonly guards: readonly Guard[];
}

/** CMP-123, CMP-124: what a step requires can be met, and nobody rests before it for ever. */
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

/** Ways by which leads come that nobody sends there with a disposition. */
function stalls(guarded: readonly Guarded[], resolved: ResolvedCadence): Diagnostic[] {
  if (canEscape(resolved)) return [];
  const { live, graph } = resolved;
  const inside = new Set(blocksOf(resolved).flatMap((block) => [...block.inside]));
  const hops = flowOf(resolved, plainWeek(resolved.cadence.calendar));
  const arrived = byConnections(resolved, hops);
  const narrowAfter = (from: NodeId, to: NodeId) =>
    narrowTo(boundsAfter(from, to, { resolved, hops, arrived }));
  return guarded
    .filter(({ node }) => !inside.has(node.id))
    .flatMap(({ node, guards }) =>
      live
        .filter((from) =>
          graph.links
            .get(from.id)
            ?.some(({ port, edge }) => edge?.to === node.id && isPlain(from, port.id))
        )
        .flatMap((from) =>
          guards
            .filter(({ when }) => isStatic(when))
            .filter(
              ({ when }) => waysToHold([when], [], narrowAfter(from.id, node.id))?.length === 0
            )
            .slice(0, 1)
            .map(({ text }) =>
              diagnose('guarded-way-stalls', [nameOf(from), nameOf(node), text], placeOf(node))
            )
        )
    );
}

/** Whether a lead that leaves by the port rests where it is not allowed to go on. */
function isPlain(from: CadenceNode, port: string): boolean {
  return from.kind !== 'action' || port === 'done' || port === 'held' || port === 'refused';
}

function placeOf({ id }: CadenceNode) {
  return { node: id, field: 'requirements' };
}
