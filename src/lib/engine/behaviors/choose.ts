import { isOpen, roll } from '$lib/calendar';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { holds } from '../predicate';
import type { Sink } from '../sink';
import { PHASE, type RunState } from '../state';

/** The port of the first case that holds, else the default; -1 when it rests until the calendar opens. */
export function choose(program: Program, state: RunState, at: number, sink: Sink): number {
  const { pc } = state;
  const spec = present(program.chooses[program.arg[pc] ?? 0], 'choose');
  if (!spec.onArrival && !isOpen(program.calendar, at)) {
    state.phase = PHASE.closed;
    state.until = roll(program.calendar, at);
    sink.waiting(pc, state.visits[pc] ?? 0, state.until);
    return -1;
  }
  return (program.firstPort[pc] ?? 0) + firstCase(program, state, spec.cases, at);
}

function firstCase(
  program: Program,
  state: RunState,
  cases: readonly Parameters<typeof holds>[2][],
  at: number
): number {
  for (let i = 0; i < cases.length; i++) {
    const predicate = cases[i];
    if (predicate && holds(program, state, predicate, at)) return i;
  }
  return cases.length;
}
