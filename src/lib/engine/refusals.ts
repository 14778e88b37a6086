import type { Slug } from '$lib/domain';
import { OP, type Program, type TaskSpec } from '$lib/program';
import { ticksOf } from './guards';
import type { Input } from './input';
import { isFilled, missingFields } from './lead-data';
import type { Refusal, RefusalCode, Unmet } from './refusal';
import { PHASE, STATUS, type RunState, type Token } from './state';
import { openSteps } from './step-keys';
import { taskAt } from './tables';
import { unmetItem, unmetOf, unmetRequirements } from './unmet';

type TaskInput = Extract<
  Input,
  { type: 'complete' | 'skip' | 'approve' | 'refuse' | 'snooze' | 'assign' }
>;

/**
 * Why a run does not allow an input now, with everything that is missing; null: it does. What the input
 * fills in is in `state.fields` already. Only what a person does can be refused.
 */
export function refusalOf(program: Program, state: RunState, input: Input): Refusal | null {
  switch (input.type) {
    case 'complete':
    case 'skip':
    case 'approve':
    case 'refuse':
    case 'snooze':
    case 'assign':
      return standstill(program, state) ?? taskRefusal(program, state, input);
    case 'move':
      return standstill(program, state) ?? moveRefusal(program, state, input);
    default:
      return state.status === STATUS.running || input.type === 'start' || input.type === 'stop'
        ? null
        : refuse(program, state, 'ended');
  }
}

function refuse(
  program: Program,
  state: RunState,
  code: RefusalCode,
  unmet: readonly Unmet[] = []
): Refusal {
  const frozen = code === 'ended' || code === 'paused';
  const from = code === 'paused' && state.pausedUntil < Infinity ? state.pausedUntil : null;
  return { code, unmet, open: frozen ? [] : openSteps(program, state), from };
}

/** A run that has ended, or stands still, lets nothing be done. */
function standstill(program: Program, state: RunState): Refusal | null {
  if (state.status !== STATUS.running) return refuse(program, state, 'ended');
  return state.pausedAt >= 0 ? refuse(program, state, 'paused') : null;
}

function taskRefusal(program: Program, state: RunState, input: TaskInput): Refusal | null {
  const token = state.tokens[input.token];
  if (!token?.alive) return refuse(program, state, 'notOpen');
  const { pc } = token;
  if (token.phase === PHASE.held)
    return refuse(program, state, 'requirements', unmetOf(program, state, pc, input.at));
  if (token.phase === PHASE.blocked && program.op[pc] === OP.task)
    return refuse(
      program,
      state,
      'incomplete',
      unmetFields(program, missingFields(program, state, pc))
    );
  if (token.phase !== PHASE.task) return refuse(program, state, 'notOpen');
  const spec = taskAt(program, pc);
  const isApproval = spec.channel === 'approval';
  switch (input.type) {
    case 'approve':
    case 'refuse':
      return isApproval ? null : refuse(program, state, 'notOpen');
    case 'skip':
      return isApproval ? refuse(program, state, 'needsApproval') : null;
    case 'complete': {
      if (isApproval) return refuse(program, state, 'needsApproval');
      if (!state.checksData) return null;
      if (!offersDisposition(spec, input.disposition)) return refuse(program, state, 'disposition');
      const unmet = incomplete(program, state, token, input.disposition, input.checklist ?? []);
      return unmet.length > 0 ? refuse(program, state, 'incomplete', unmet) : null;
    }
    default:
      return null;
  }
}

/** A call is a conversation: something came of it. Other steps may simply be done. */
function offersDisposition({ channel, dispositions }: TaskSpec, index: number): boolean {
  if (index < 0) return channel !== 'call' || dispositions.length === 0;
  return dispositions.includes(index);
}

/**
 * Required fields and mandatory items that are missing. A touch that reached nobody has found nothing
 * out: it asks for neither.
 */
function incomplete(
  program: Program,
  state: RunState,
  token: Token,
  disposition: number,
  checklist: readonly string[]
): readonly Unmet[] {
  const spec = taskAt(program, token.pc);
  const reached = program.dispositions[disposition]?.answered ?? true;
  const required = reached ? spec.requiredFields.filter((field) => !isFilled(state, field)) : [];
  const missing = missingFields(program, state, token.pc);
  return [
    ...unmetFields(program, [...new Set([...required, ...missing])]),
    ...(reached ? spec.checklist : [])
      .filter(({ id, mandatory }) => mandatory && !checklist.includes(id))
      .map(({ id, text }) => unmetItem('checklist', id, text))
  ];
}

function unmetFields(program: Program, fields: readonly Slug[]): readonly Unmet[] {
  return fields.map((field) => unmetItem('field', field, fieldName(program, field)));
}

function fieldName(program: Program, field: Slug): string {
  return program.fields.find(({ id }) => id === field)?.name ?? field;
}

/** To the target of one of the cadence's moves, or to an exit that is on offer. */
function moveRefusal(
  program: Program,
  state: RunState,
  { to, checklist, at }: Extract<Input, { type: 'move' }>
): Refusal | null {
  const moves = program.moves.filter((move) => move.to === to);
  const offered = state.offers.some(({ exitPc }) => exitPc === to);
  if (moves.length === 0 && !offered) return refuse(program, state, 'unknownMove');
  const ticked = ticksOf(program, state, checklist);
  const guard = unmetOf(program, state, to, at, ticked);
  const own = offered
    ? []
    : moves.map(({ requirements }) => unmetRequirements(program, state, requirements, at));
  // Several moves to one step: the one that is nearest counts.
  const least = own.reduce<readonly Unmet[] | null>(
    (best, each) => (best === null || each.length < best.length ? each : best),
    null
  );
  const unmet = [...(least ?? []), ...guard];
  return unmet.length > 0 ? refuse(program, state, 'requirements', unmet) : null;
}
