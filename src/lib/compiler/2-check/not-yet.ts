import type { CadenceNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose, type Place } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import type { NotYet } from './not-yet-found';
import { notYetInNode } from './not-yet-in-node';
import { notYetInSettings } from './not-yet-in-settings';

/** CMP-50, CMP-51: what this version does not run is said, never left out in silence. */
export function checkNotYet(resolved: ResolvedCadence): Diagnostic[] {
  return [
    ...notYetInSettings(resolved).map((found) => tell(found, 'The cadence', {})),
    ...resolved.live.flatMap((node) =>
      notYetInNode(node).map((found) => tell(found, nameOf(node), { node: node.id }))
    ),
    ...scopes(resolved)
  ];
}

function tell({ severity, what, field }: NotYet, where: string, place: Place): Diagnostic {
  const code = severity === 'cannot' ? 'cannot-run-yet' : 'not-used-yet';
  return diagnose(code, [what, where], field === undefined ? place : { ...place, field });
}

/** Facts of another scope than the run, and facts within a window. */
function scopes({ references, live }: ResolvedCadence): Diagnostic[] {
  const steps = new Map<string, CadenceNode>(live.map((node) => [node.id, node]));
  return references.flatMap(({ type, id, node, field }) => {
    const step = node === undefined ? undefined : steps.get(node);
    if (type !== 'scope' || !step) return [];
    const found = { severity: 'cannot', what: `counts like “${id}”`, field } as const;
    return [tell(found, nameOf(step), { node: step.id })];
  });
}
