import type { Scalar, Slug, StepKey } from '$lib/domain';
import type { Program, TaskSpec } from '$lib/program';
import type { Attempt } from './explanation';
import { fieldOf } from './facts';
import { ticksOf } from './guards';
import { missingFields } from './lead-data';
import type { Refusal, RefusalCode, Unmet } from './refusal';
import { brokenRules } from './rules';
import { PHASE, STATUS, type RunState, type Token } from './state';
import { openSteps, parseStepKey, tokenAt } from './step-keys';
import { taskAt } from './tables';
import { unmetItem, unmetOf, unmetRequirements } from './unmet';

type Of<A, T> = A extends { readonly type: T } ? Omit<A, 'enrollment'> : never;
type Complete = Of<Attempt, 'complete'>;
type Move = Of<Attempt, 'move'>;

/** What somebody wants to do to a run that is under way. */
export type RunAttempt =
  | Complete
  | Of<Attempt, 'skip'>
  | Of<Attempt, 'approve' | 'refuse'>
  | Move
  | Of<Attempt, 'exit'>
  | { readonly type: 'snooze' | 'reassign'; readonly step: StepKey };

/** Why a run does not allow something now, with everything that is missing; null: it does. */
export function refusalOf(
  program: Program,
  state: RunState,
  attempt: RunAttempt,
  at: number
): Refusal | null {
  const refuse = (code: RefusalCode, unmet: readonly Unmet[] = []): Refusal => ({
    code,
    unmet,
    open: code === 'ended' || code === 'paused' ? [] : openSteps(program, state),
    from: code === 'paused' && state.pausedUntil < Infinity ? state.pausedUntil : null
  });
  if (state.status !== STATUS.running) return refuse('ended');
  if (attempt.type === 'exit') {
    const broken = brokenRules(program, state, attempt.result, at);
    if (broken.length === 0) return null;
    return refuse('requirements', unmetRequirements(program, state, broken, at));
  }
  if (state.pausedAt >= 0) return refuse('paused');
  if (attempt.type === 'move') return moveRefusal(program, state, attempt, at, refuse);
  const place = parseStepKey(program, attempt.step);
  if (!place) return refuse('unknownStep');
  const token = state.tokens[tokenAt(state, place.pc, place.visit)];
  if (!token) {
    const came = place.visit <= (state.visits[place.pc] ?? 0);
    return refuse(came ? 'alreadyDone' : 'notOpen');
  }
  if (token.phase === PHASE.held)
    return refuse('requirements', unmetOf(program, state, token.pc, at));
  if (token.phase === PHASE.blocked)
    return refuse('incomplete', missingData(program, state, token));
  if (token.phase !== PHASE.task) return refuse('notOpen');
  return taskRefusal(program, state, token, attempt, refuse);
}

type Refuse = (code: RefusalCode, unmet?: readonly Unmet[]) => Refusal;

function taskRefusal(
  program: Program,
  state: RunState,
  token: Token,
  attempt: Exclude<RunAttempt, { type: 'move' | 'exit' }>,
  refuse: Refuse
): Refusal | null {
  const spec = taskAt(program, token.pc);
  const isApproval = spec.channel === 'approval';
  switch (attempt.type) {
    case 'approve':
    case 'refuse':
      return isApproval ? null : refuse('notOpen');
    case 'skip':
      return isApproval ? refuse('needsApproval') : null;
    case 'complete': {
      if (isApproval) return refuse('needsApproval');
      if (!offersDisposition(program, spec, attempt.disposition)) return refuse('disposition');
      const unmet = incomplete(program, state, token, attempt);
      return unmet.length > 0 ? refuse('incomplete', unmet) : null;
    }
    default:
      return null;
  }
}

/** A call is a conversation: something came of it. Other steps may simply be done. */
function offersDisposition(program: Program, spec: TaskSpec, id: Slug | undefined): boolean {
  if (id === undefined) return spec.channel !== 'call' || spec.dispositions.length === 0;
  return spec.dispositions.some((index) => program.dispositions[index]?.id === id);
}

/** Required fields and mandatory items that are missing, with those given along counted in. */
function incomplete(
  program: Program,
  state: RunState,
  token: Token,
  { fields = {}, checklist = [] }: Complete
): readonly Unmet[] {
  const spec = taskAt(program, token.pc);
  const wanted = new Set([...spec.requiredFields, ...missingFields(program, state, token.pc)]);
  const lacking = [...wanted].filter((field) => !isGiven(state, fields, field));
  return [
    ...lacking.map((field) => unmetItem('field', field, fieldName(program, field))),
    ...spec.checklist
      .filter(({ id, mandatory }) => mandatory && !checklist.includes(id))
      .map(({ id, text }) => unmetItem('checklist', id, text))
  ];
}

function isGiven(state: RunState, fields: Readonly<Record<Slug, Scalar>>, field: Slug): boolean {
  const value = Object.hasOwn(fields, field) ? fields[field] : fieldOf(state, field);
  return value !== null && value !== undefined && value !== '';
}

function fieldName(program: Program, field: Slug): string {
  return program.fields.find(({ id }) => id === field)?.name ?? field;
}

function missingData(program: Program, state: RunState, token: Token): readonly Unmet[] {
  return missingFields(program, state, token.pc).map((field) =>
    unmetItem('field', field, fieldName(program, field))
  );
}

/** By a move of the cadence, or to an exit that is on offer. */
function moveRefusal(
  program: Program,
  state: RunState,
  { move: id, to, checklist }: Move,
  at: number,
  refuse: Refuse
): Refusal | null {
  const pc = program.nodes.indexOf(to);
  const move = program.moves.find((each) => each.id === id && each.to === pc);
  const offered = id === undefined && state.offers.some(({ exitPc }) => exitPc === pc);
  if (pc < 0 || (!move && !offered)) return refuse('unknownMove');
  const ticked = ticksOf(program, state, checklist);
  const unmet = [
    ...unmetRequirements(program, state, move?.requirements ?? [], at),
    ...unmetOf(program, state, pc, at, ticked)
  ];
  return unmet.length > 0 ? refuse('requirements', unmet) : null;
}
