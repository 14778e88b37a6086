import type { ResolvedCadence } from '../1-resolve/resolve';
import type { NotYet } from './not-yet-found';

/** What of the cadence's own settings this version does not run. */
export function notYetInSettings(resolved: ResolvedCadence): NotYet[] {
  const { handlers, moves, rules, exclusivity, touchBudget } = resolved.cadence;
  const found: (NotYet | false)[] = [
    isThere(handlers) && { severity: 'cannot', what: 'handlers', field: 'handlers' },
    isThere(moves) && { severity: 'unused', what: 'moves', field: 'moves' },
    isThere(rules) && { severity: 'unused', what: 'rules', field: 'rules' },
    exclusivity !== undefined &&
      exclusivity !== 'none' && { severity: 'unused', what: 'exclusivity', field: 'exclusivity' },
    touchBudget !== undefined && {
      severity: 'unused',
      what: 'a touch budget',
      field: 'touchBudget'
    }
  ];
  return [...found.filter((one) => one !== false), ...unusedActions(resolved)];
}

function isThere(list: readonly unknown[] | undefined): boolean {
  return (list?.length ?? 0) > 0;
}

/** Trying again and pausing, where a step offers such a disposition without a way of its own. */
function unusedActions({ live, dispositions }: ResolvedCadence): NotYet[] {
  const offered = live.flatMap((node) =>
    node.kind === 'action'
      ? (node.dispositions ?? []).filter((id) => !node.routes?.includes(id))
      : []
  );
  return [...new Set(offered)]
    .flatMap((id) => dispositions.get(id) ?? [])
    .filter(({ action }) => action === 'retry' || action === 'pause')
    .map(({ id, name, action }) => ({
      severity: 'unused',
      what: `${action === 'retry' ? 'trying again' : 'pausing'} after “${name || id}”`,
      field: 'dispositions'
    }));
}
