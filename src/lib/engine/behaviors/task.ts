import { addDelay, roll } from '$lib/calendar';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { channelIndex } from '../facts';
import type { Sink } from '../sink';
import { NO_DISPOSITION, PHASE, type RunState } from '../state';

/**
 * Opens the task: at once, or when the calendar opens; due so much later. What goes out by itself
 * opens when it is due, since there is nobody to do it earlier.
 */
export function openTask(program: Program, state: RunState, sink: Sink): void {
  const { pc } = state;
  const spec = present(program.tasks[program.arg[pc] ?? 0], 'task');
  const begins = roll(program.calendar, state.since);
  const due = spec.due ? addDelay(program.calendar, begins, spec.due) : begins;
  const opens = spec.automatic ? roll(program.calendar, due) : begins;
  state.phase = PHASE.task;
  state.until = opens;
  state.due = spec.automatic ? opens : due;
  sink.opened(pc, state.visits[pc] ?? 0, opens, state.due);
}

/** Records the touch and returns the port (a row of the port columns) it leaves by. */
export function completeTask(
  program: Program,
  state: RunState,
  disposition: number,
  at: number,
  sink: Sink
): number {
  const { pc } = state;
  const spec = present(program.tasks[program.arg[pc] ?? 0], 'task');
  const channel = channelIndex(spec.channel);
  if (state.touches > 0) state.followUps[channel] = (state.followUps[channel] ?? 0) + 1;
  state.completed[channel] = (state.completed[channel] ?? 0) + 1;
  state.touches++;
  state.lastTouchAt = at;
  state.lastDisposition = disposition;
  state.channelDisposition[channel] = disposition;
  state.stepDisposition[pc] = disposition;
  sink.completed(pc, state.visits[pc] ?? 0, disposition, at);
  return (program.firstPort[pc] ?? 0) + (disposition < 0 ? 0 : (spec.portOf[disposition] ?? 0));
}

/** A skipped step leaves by `done` and counts for nothing: what it might have found out stays unknown. */
export function skipTask(program: Program, state: RunState, at: number, sink: Sink): number {
  const { pc } = state;
  state.stepDisposition[pc] = NO_DISPOSITION;
  sink.skipped(pc, state.visits[pc] ?? 0, at);
  return program.firstPort[pc] ?? 0;
}
