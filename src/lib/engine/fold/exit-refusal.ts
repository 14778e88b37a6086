import type { ExitResult } from '$lib/domain';
import { endsStage } from '../guards';
import type { LeadRun } from '../lead-runs/lead-run';
import { refusal } from '../lead-runs/admission';
import type { Refusal } from '../refusal';
import { brokenRules, exitsWith, mayEndWith } from '../rules';
import { openSteps } from '../step-keys';
import { unmetItems, unmetOf, unmetRequirements } from '../unmet';

/**
 * Why nobody may take the lead out with this result now; null: they may. The cadence guards a verdict
 * by its exits: it is refused while all exits that give it are, or while a rule for it is not met. An
 * opt-out is never refused.
 */
export function exitRefusal(
  { program, state }: LeadRun,
  result: ExitResult,
  at: number
): Refusal | null {
  if (mayEndWith(program, state, result, at)) return null;
  const rules = unmetRequirements(program, state, brokenRules(program, state, result, at), at);
  const exits = exitsWith(program, result).map((pc) => unmetOf(program, state, pc, at));
  const closed = exits.every((each) => each.length > 0) ? exits.flat() : [];
  const items = exits.length === 0 && endsStage(result) ? unmetItems(program, state) : [];
  const all = new Map([...rules, ...closed, ...items].map((each) => [each.id, each]));
  return {
    ...refusal('requirements', { unmet: [...all.values()] }),
    open: openSteps(program, state)
  };
}
