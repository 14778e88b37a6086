import type { CadenceNode } from '$lib/domain';
import { components } from '../1-resolve/components';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { listed, nameOf } from '../diagnostics/naming';
import { leastTimeIn } from './time';

/** CMP-21: time passes in every circle, because of a wait or of a step that a person does. */
export function checkCircles(resolved: ResolvedCadence): Diagnostic[] {
  const { live, graph } = resolved;
  const instant = live.filter((node) => !takesTime(node, resolved)).map(({ id }) => id);
  return components(instant, graph.next)
    .filter(([first, ...others]) => {
      const alone = first !== undefined && others.length === 0;
      return !alone || graph.next.get(first)?.includes(first);
    })
    .map((group) => new Set(group))
    .map((group) => live.filter(({ id }) => group.has(id)))
    .flatMap((steps) => {
      const [first] = steps;
      if (!first) return [];
      return [diagnose('endless-circle', [listed(steps.map(nameOf))], { node: first.id })];
    });
}

function takesTime(node: CadenceNode, resolved: ResolvedCadence): boolean {
  if (node.kind === 'action') return node.mode !== 'automatic';
  if (node.kind !== 'wait') return false;
  return node.until.type !== 'duration' || leastTimeIn(node, resolved) > 0;
}
