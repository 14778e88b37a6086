import { addDelay } from '$lib/calendar';
import type { Program, SlaSpec, TaskSpec } from '$lib/program';
import type { RunState, Token } from './state';
import { stageAt } from './tables';

/** The clock of a task starts when it opens. */
export function startClock(program: Program, token: Token, { sla }: TaskSpec): void {
  if (sla.length === 0) return;
  token.slaFrom = token.opens;
  token.slaReached = 0;
  token.slaAt = nextThreshold(program, sla, token.slaFrom, 0);
}

/** The clock of a stage starts when the run comes to it, anew each time. */
export function startStageClock(program: Program, state: RunState, at: number): void {
  const { sla } = stageAt(program, state.stagePc);
  state.stageSlaFrom = at;
  state.stageSlaReached = 0;
  state.stageSlaAt = sla.length === 0 ? Infinity : nextThreshold(program, sla, at, 0);
}

/** When the next threshold that was not reached is; Infinity: none. */
export function nextThreshold(
  program: Program,
  sla: readonly SlaSpec[],
  from: number,
  reached: number
): number {
  let next = Infinity;
  for (let i = 0; i < sla.length; i++) {
    if (reached & (1 << i)) continue;
    next = Math.min(next, thresholdAt(program, sla[i], from));
  }
  return next;
}

/** Index of the threshold that is reached next: the earliest, of several the first. */
export function dueThreshold(
  program: Program,
  sla: readonly SlaSpec[],
  from: number,
  reached: number
): number {
  let due = -1;
  let best = Infinity;
  for (let i = 0; i < sla.length; i++) {
    if (reached & (1 << i)) continue;
    const at = thresholdAt(program, sla[i], from);
    if (at >= best) continue;
    best = at;
    due = i;
  }
  return due;
}

/** When a threshold of a clock that started at `from` is reached. */
export function thresholdAt(program: Program, spec: SlaSpec | undefined, from: number): number {
  return spec ? addDelay(program.calendar, from, spec.after) : Infinity;
}
