import { addDelay } from '$lib/calendar';
import type { Program, ProgramDelay, ProgramHandler } from '$lib/program';
import { causeOfResult, rankOfCause } from './end-cause';
import { endRun } from './ending';
import { mayEnter } from './guards';
import { offer } from './offers';
import { pause } from './pause';
import { holds } from './predicate';
import type { Sink } from './sink';
import { CAUSE, PHASE, type RunState, type Token } from './state';
import { exitAt } from './tables';
import { cancelAll, free, place } from './tokens';

/** What the handlers did: nothing that leads the token; froze the run; offered an exit; or the token has gone. */
export const HANDLED = { none: 0, paused: 1, offered: 2, gone: 3 } as const;
export type Handled = (typeof HANDLED)[keyof typeof HANDLED];

/** What came in: a signal, or a disposition recorded at a task. */
export interface Occasion {
  readonly type: 'signal' | 'disposition';
  readonly index: number;
  /** The token whose task was completed; null for a signal. */
  readonly token: Token | null;
}

/**
 * Lets the cadence's handlers act: the exit with the cause that counts most, else the first jump; every
 * start; a pause when the run goes on where it is.
 */
export function handle(
  program: Program,
  state: RunState,
  occasion: Occasion,
  at: number,
  sink: Sink
): Handled {
  if (!isAwaited(program, occasion)) return HANDLED.none;
  const matching = program.handlers.filter(
    ({ on, when }) =>
      on.type === occasion.type &&
      on.index === occasion.index &&
      (when === null || holds(program, state, when, at))
  );
  if (matching.length === 0) return HANDLED.none;
  let result: Handled = HANDLED.none;
  for (const handler of inOrder(program, matching)) {
    const each = act(program, state, handler, result, occasion, at, sink);
    result = each > result ? each : result;
  }
  return result;
}

/** Whether any handler looks at what came in: most that comes in concerns none. */
function isAwaited({ handlers }: Program, { type, index }: Occasion): boolean {
  for (const { on } of handlers) if (on.index === index && on.type === type) return true;
  return false;
}

const ORDER = { exit: 0, jump: 1, start: 2, pause: 3 } as const;

function inOrder(program: Program, handlers: readonly ProgramHandler[]): ProgramHandler[] {
  const rank = ({ effect }: ProgramHandler) =>
    effect.type === 'exit' ? rankOfCause(causeOfResult(exitAt(program, effect.to).result)) : 0;
  return [...handlers].sort(
    (a, b) => ORDER[a.effect.type] - ORDER[b.effect.type] || rank(a) - rank(b)
  );
}

function act(
  program: Program,
  state: RunState,
  handler: ProgramHandler,
  before: Handled,
  { token, index }: Occasion,
  at: number,
  sink: Sink
): Handled {
  const { effect } = handler;
  if (effect.type !== 'start' && before === HANDLED.gone) return before;
  const tell = () => {
    sink.handled(program.handlers.indexOf(handler), at);
  };
  switch (effect.type) {
    case 'exit':
      if (!mayEnter(program, state, effect.to, at)) {
        tell();
        offer(state, effect.to, token?.pc ?? -1, token ? index : -1, at, sink);
        return HANDLED.offered;
      }
      tell();
      state.visits[effect.to] = (state.visits[effect.to] ?? 0) + 1;
      sink.entered(effect.to, state.visits[effect.to] ?? 1, at);
      endRun(state, token, CAUSE.exit, effect.to, at, sink);
      return HANDLED.gone;
    case 'jump':
      tell();
      jump(state, token, effect.to, at, sink);
      return HANDLED.gone;
    case 'start':
      tell();
      sink.handedOff(-1, { type: 'enroll', cadence: effect.cadence, fields: [] }, at);
      return HANDLED.none;
    case 'pause':
      tell();
      pause(state, pauseUntil(program, state, effect.until, at), at, sink);
      return HANDLED.paused;
  }
}

/** A handler makes a pause that somebody else made no shorter. */
function pauseUntil(program: Program, state: RunState, delay: ProgramDelay, at: number): number {
  const until = addDelay(program.calendar, at, delay);
  return state.pausedAt < 0 ? until : Math.max(until, state.pausedUntil);
}

/**
 * Everything is taken away and one token begins at `to`. The first task it opens is not earlier than
 * what was cancelled would have begun, so that a jump never squeezes two touches together.
 */
function jump(state: RunState, completed: Token | null, to: number, at: number, sink: Sink): void {
  if (completed) free(completed);
  let notBefore = 0;
  for (const token of state.tokens)
    if (token.alive) notBefore = Math.max(notBefore, startOfStep(token));
  cancelAll(state, at, sink);
  place(state, to, at, sink).notBefore = notBefore;
}

/** When the step a token is at begins: a task opens, a wait is over, the world is late no longer. */
export function startOfStep(token: Token): number {
  if (token.phase === PHASE.task) return token.opens;
  return token.phase === PHASE.wait || token.phase === PHASE.late ? token.due : token.since;
}
