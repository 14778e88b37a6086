import { isOpen, roll } from '$lib/calendar';
import type { Predicate, Program } from '$lib/program';
import { present } from '$lib/util';
import { holds } from '../predicate';
import type { Sink } from '../sink';
import { PHASE, type RunState, type Token } from '../state';
import { NO_PORT, portAt } from '../tables';

/** The port of the first case that holds, else the default; rests while the calendar is closed. */
export function choose(
  program: Program,
  state: RunState,
  token: Token,
  at: number,
  sink: Sink
): number {
  const { pc } = token;
  const spec = present(program.chooses[program.arg[pc] ?? 0], 'choose');
  if (!spec.onArrival && !isOpen(program.calendar, at)) {
    token.phase = PHASE.closed;
    token.until = roll(program.calendar, at);
    sink.waiting(pc, token.visit, token.until);
    return NO_PORT;
  }
  return portAt(program, pc, firstCase(program, state, spec.cases, at));
}

function firstCase(
  program: Program,
  state: RunState,
  cases: readonly Predicate[],
  at: number
): number {
  for (let i = 0; i < cases.length; i++) {
    const predicate = cases[i];
    if (predicate && holds(program, state, predicate, at)) return i;
  }
  return cases.length;
}
