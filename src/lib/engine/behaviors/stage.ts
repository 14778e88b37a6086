import type { Program } from '$lib/program';
import { startStageClock, stopStageClock } from '../sla';
import type { RunState } from '../state';
import { portAt } from '../tables';

/** The run is in this stage from now on; its clock starts anew, another stage's ticks are gone. */
export function beginStage(program: Program, state: RunState, pc: number, at: number): number {
  stopStageClock(program, state, at);
  if (state.stagePc !== pc) state.stageTicked = 0;
  state.stagePc = pc;
  state.stageSince = at;
  startStageClock(program, state, at);
  return portAt(program, pc);
}
