import { addDelay } from '$lib/calendar';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import type { Sink } from '../sink';
import { PHASE, type RunState } from '../state';

/** Rests until the delay has passed, measured from the actual arrival: nothing is caught up. */
export function beginWait(program: Program, state: RunState, sink: Sink): void {
  const { pc } = state;
  const spec = present(program.waits[program.arg[pc] ?? 0], 'wait');
  state.phase = PHASE.wait;
  state.until = addDelay(program.calendar, state.since, spec.delay);
  sink.waiting(pc, state.visits[pc] ?? 0, state.until);
}
