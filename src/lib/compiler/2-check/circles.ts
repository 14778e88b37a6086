import { components } from '../1-resolve/components';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { listed, nameOf } from '../diagnostics/naming';
import { instantWays } from './instant-ways';

/** CMP-21: time passes in every circle, because of a wait or of a step that a person does. */
export function checkCircles(resolved: ResolvedCadence): Diagnostic[] {
  const { live } = resolved;
  const ways = instantWays(resolved);
  return components(
    live.map(({ id }) => id),
    ways
  )
    .filter(([first, ...others]) => {
      const alone = first !== undefined && others.length === 0;
      return !alone || ways.get(first)?.includes(first);
    })
    .map((group) => new Set(group))
    .map((group) => live.filter(({ id }) => group.has(id)))
    .flatMap((steps) => {
      const [first] = steps;
      if (!first) return [];
      return [diagnose('endless-circle', [listed(steps.map(nameOf))], { node: first.id })];
    });
}
