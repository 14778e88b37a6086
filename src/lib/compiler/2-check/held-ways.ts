import type { ActionNode, CadenceNode } from '$lib/domain';
import { guardsOf } from '../1-resolve/guards';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-112: who is held where a disposition leads to is held by something. */
export function checkHeldWays(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) => {
    if (node.kind !== 'action' || !node.heldRoute || node.channel === 'approval') return [];
    if (asksForGuarded(node, resolved)) return [];
    const fix = removeHeld(node, resolved);
    return [
      diagnose('held-never-taken', [nameOf(node)], { node: node.id, field: 'heldRoute', fix })
    ];
  });
}

/** Whether a disposition leads straight to what may not be allowed, or is taken up by what may not be. */
function asksForGuarded(node: ActionNode, resolved: ResolvedCadence): boolean {
  const { graph, cadence, dispositions } = resolved;
  const { handlers = [], rules = [] } = cadence;
  const asked = (graph.links.get(node.id) ?? [])
    .filter(({ port }) => port.id !== 'done' && port.id !== 'held')
    .flatMap(({ edge }) => (edge ? (graph.nodes.get(edge.to) ?? []) : []));
  const handled = handlers.flatMap(({ on, effect }) =>
    on.type === 'disposition' && 'to' in effect ? (graph.nodes.get(effect.to) ?? []) : []
  );
  const finishes = (node.dispositions ?? []).some(
    (id) => dispositions.get(id)?.action === 'finish'
  );
  return (
    [...asked, ...handled].some((step) => isGuarded(step, resolved)) ||
    (finishes && rules.some(({ type }) => type === 'exitRequires'))
  );
}

/** By requirements, rules, or a checklist of the stage before it. */
function isGuarded(step: CadenceNode, resolved: ResolvedCadence): boolean {
  if (guardsOf(step, resolved).length > 0) return true;
  const closes =
    step.kind === 'stage' ||
    (step.kind === 'exit' && (step.result === 'won' || step.result === 'qualified'));
  return (
    closes &&
    resolved.live.some(
      (node) => node.kind === 'stage' && node.checklist?.some(({ mandatory }) => mandatory)
    )
  );
}

function removeHeld(node: ActionNode, { cadence }: ResolvedCadence): QuickFix {
  const { heldRoute: _, ...rest } = node;
  const edges = cadence.edges.filter(({ from, port }) => from === node.id && port === 'held');
  return {
    label: 'Remove the way “Held”',
    edit: {
      kind: 'batch',
      edits: [
        ...edges.map(({ id }) => ({ kind: 'disconnect', id }) as const),
        { kind: 'updateNode', node: rest }
      ]
    }
  };
}
