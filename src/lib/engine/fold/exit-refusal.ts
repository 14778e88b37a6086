import type { ExitResult } from '$lib/domain';
import { OP } from '$lib/program';
import type { LeadRun } from '../lead-runs/lead-run';
import { refusal } from '../lead-runs/admission';
import type { Refusal } from '../refusal';
import { brokenRules } from '../rules';
import { openSteps } from '../step-keys';
import { exitAt } from '../tables';
import { unmetOf, unmetRequirements } from '../unmet';

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
  if (result === 'optedOut') return null;
  const rules = unmetRequirements(program, state, brokenRules(program, state, result, at), at);
  const exits = Array.from(program.op.keys()).filter(
    (pc) => program.op[pc] === OP.exit && exitAt(program, pc).result === result
  );
  const unmet = exits.map((pc) => unmetOf(program, state, pc, at));
  const closed = exits.length > 0 && unmet.every((each) => each.length > 0);
  if (!closed && rules.length === 0) return null;
  const all = new Map([...rules, ...(closed ? unmet.flat() : [])].map((each) => [each.id, each]));
  return {
    ...refusal('requirements', { unmet: [...all.values()] }),
    open: openSteps(program, state)
  };
}
