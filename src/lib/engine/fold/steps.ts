import type { StepKey } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import type { Input } from '../input';
import { refusal } from '../lead-runs/admission';
import type { LeadRun } from '../lead-runs/lead-run';
import type { Refusal } from '../refusal';
import { refusalOf } from '../refusals';
import { openSteps } from '../step-keys';

/** Instruction and visit that a key names; null: no step of the program. */
export function parseStep(
  program: Program,
  step: StepKey
): { readonly pc: number; readonly visit: number } | null {
  const mark = step.lastIndexOf('#');
  const pc = program.nodes.indexOf(step.slice(0, mark));
  const visit = Number(step.slice(mark + 1));
  return mark > 0 && pc >= 0 && Number.isInteger(visit) && visit > 0 ? { pc, visit } : null;
}

/** What an event about a step is to a run: an input that is allowed, or why it is not. */
export type StepInput =
  | { readonly ok: true; readonly input: Input }
  /** `missed`: no token rests there (any more, or yet). */
  | { readonly ok: false; readonly refusal: Refusal; readonly missed: boolean };

/** `inputOf` makes the input of the row of the token at a step. */
export function stepInput(
  { program, state }: LeadRun,
  step: StepKey,
  inputOf: (token: number) => Input | Refusal
): StepInput {
  const refuse = (code: Refusal['code']): StepInput => {
    const open = openSteps(program, state);
    return { ok: false, refusal: { ...refusal(code), open }, missed: true };
  };
  const place = parseStep(program, step);
  if (!place) return refuse('unknownStep');
  const { pc, visit } = place;
  const row = state.tokens.findIndex(
    (token) => token.alive && token.pc === pc && token.visit === visit
  );
  if (row < 0 || program.op[pc] !== OP.task)
    return refuse(row < 0 && visit <= (state.visits[pc] ?? 0) ? 'alreadyDone' : 'notOpen');
  const input = inputOf(row);
  const refused = 'code' in input ? input : refusalOf(program, state, input);
  if (!refused) return { ok: true, input: input as Input };
  return { ok: false, refusal: refused, missed: refused.code === 'notOpen' };
}
