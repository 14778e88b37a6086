import type { Condition } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { comparedFactsOf } from '../1-resolve/references/of-condition';

/**
 * Whether something else than the path can move a lead that rests, or change what is known of it: a
 * handler, a move, a time limit, a task that is open beside the path.
 */
export function canEscape({ cadence, live }: ResolvedCadence): boolean {
  const { handlers = [], moves = [], rules = [] } = cadence;
  return (
    moves.length > 0 ||
    handlers.some(({ effect }) => effect.type === 'exit' || effect.type === 'jump') ||
    rules.some(({ type }) => type === 'verdictWithin') ||
    live.some(
      (node) =>
        (node.kind === 'stage' && node.sla?.some(({ action }) => action === 'move')) ||
        (node.kind === 'action' && node.continueWithoutCompletion === true) ||
        (node.kind === 'join' && node.rest === 'detach')
    )
  );
}

/** Whether a condition is about nothing but what the run itself has brought, so that it cannot come true while a lead rests. */
export function isStatic(when: Condition): boolean {
  return comparedFactsOf(when).every(({ fact }) => {
    switch (fact?.type) {
      case 'count':
        return fact.scope === 'run' && fact.window === null;
      case 'done':
      case 'visits':
      case 'stepDisposition':
      case 'lastDisposition':
      case 'stage':
        return true;
      default:
        return false;
    }
  });
}
