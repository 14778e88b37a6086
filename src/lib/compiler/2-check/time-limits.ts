import type { ActionNode, SlaThreshold, StageNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { withFix } from './fixes';
import { isLonger } from './time';

/** CMP-110, CMP-111: a time limit that moves says where, and shorter limits come first. */
export function checkTimeLimits(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) =>
    node.kind === 'stage' || node.kind === 'action'
      ? [...withoutTarget(node), ...outOfOrder(node, resolved)]
      : []
  );
}

type Timed = StageNode | ActionNode;

function withoutTarget(node: Timed): Diagnostic[] {
  return (node.sla ?? [])
    .filter(({ action, to }) => action === 'move' && to === undefined)
    .map(() => diagnose('limit-without-target', [nameOf(node)], { node: node.id, field: 'sla' }));
}

function outOfOrder(node: Timed, resolved: ResolvedCadence): Diagnostic[] {
  const sla = node.sla ?? [];
  const longer = (a: SlaThreshold, b: SlaThreshold) => isLonger(a.after, b.after, resolved);
  const wrong = sla.some((one, index) => {
    const before = sla[index - 1];
    return before !== undefined && longer(before, one);
  });
  if (!wrong) return [];
  const place = { node: node.id, field: 'sla' };
  const fix = inOrder(node, longer);
  return [diagnose('limits-out-of-order', [nameOf(node)], withFix(place, fix))];
}

/** Null when some of them cannot be compared, so that they have no order. */
function inOrder(
  node: Timed,
  longer: (a: SlaThreshold, b: SlaThreshold) => boolean
): QuickFix | null {
  const sorted = (node.sla ?? []).toSorted((a, b) => Number(longer(a, b)) - Number(longer(b, a)));
  const isSorted = sorted.every((one, i) =>
    sorted.slice(0, i).every((other) => !longer(other, one))
  );
  if (!isSorted) return null;
  return {
    label: 'Put them in order',
    edit: { kind: 'updateNode', node: { ...node, sla: sorted } }
  };
}
