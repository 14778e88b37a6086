import type { CadenceNode, Handler, NodeId } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { kindWord, nameOf, withArticle } from '../diagnostics/naming';

/** CMP-113: handlers, moves and time limits lead to steps that a lead can be at, exits to exits. */
export function checkTargets(resolved: ResolvedCadence): Diagnostic[] {
  const { cadence, live, graph } = resolved;
  const moved = (who: string, to: NodeId | undefined, place: { node?: NodeId; field: string }) => {
    const step = to === undefined ? undefined : graph.nodes.get(to);
    if (!step || isPlace(step)) return [];
    return [diagnose('move-to-nowhere', [who, nameOf(step)], place)];
  };
  return [
    ...(cadence.handlers ?? []).flatMap((handler) => checkHandler(handler, resolved)),
    ...(cadence.moves ?? []).flatMap(({ name, id, to }) =>
      moved(`The move “${name || id}”`, to, { field: 'moves' })
    ),
    ...live.flatMap((node) =>
      ('sla' in node ? (node.sla ?? []) : []).flatMap(({ action, to }) =>
        action === 'move'
          ? moved(`A time limit of ${nameOf(node)}`, to, { node: node.id, field: 'sla' })
          : []
      )
    )
  ];
}

function checkHandler({ name, id, effect }: Handler, { graph }: ResolvedCadence): Diagnostic[] {
  if (effect.type !== 'exit' && effect.type !== 'jump') return [];
  const step = graph.nodes.get(effect.to);
  if (!step || (effect.type === 'exit' ? step.kind === 'exit' : isPlace(step))) return [];
  const why = effect.type === 'exit' ? 'no exit' : `only ${withArticle(kindWord(step))}`;
  return [
    diagnose('handler-to-nowhere', [`“${name || id}”`, nameOf(step), why], { field: 'handlers' })
  ];
}

/** Whether a token can be put there. */
function isPlace({ kind }: CadenceNode): boolean {
  return kind !== 'entry' && kind !== 'note';
}
