import { addDelay, openBetween, subtractDelay } from '$lib/calendar';
import type { Program, SlaSpec, TaskSpec } from '$lib/program';
import type { RunState, Token } from './state';
import { stageAt } from './tables';

const MINUTE = 60_000;

/** The clock of a task starts when it opens. */
export function startClock(program: Program, token: Token, spec: TaskSpec): void {
  token.slaReached = 0;
  turnClock(program, token, spec);
}

/** The task opens at another time: its clock is set to it, and what was reached stays reached. */
export function turnClock(program: Program, token: Token, { sla }: TaskSpec): void {
  if (sla.length === 0) return;
  token.slaFrom = token.opens;
  token.slaAt = nextThreshold(program, sla, token.slaFrom, token.slaReached);
}

/** The clock of a stage starts when the run comes to it: anew, or where it stood when the stage was left. */
export function startStageClock(program: Program, state: RunState, at: number): void {
  const { sla } = stageAt(program, state.stagePc);
  const stood = state.stoppedClocks.find(({ stagePc }) => stagePc === state.stagePc);
  state.stageSlaFrom = stood ? earlier(program, sla, at, stood.spent) : at;
  state.stageSlaReached = stood?.reached ?? 0;
  state.stageSlaAt =
    sla.length === 0
      ? Infinity
      : Math.max(at, nextThreshold(program, sla, state.stageSlaFrom, state.stageSlaReached));
}

/** Keeps the clock of the stage that is left, where it goes on when the run comes back. */
export function stopStageClock(program: Program, state: RunState, at: number): void {
  const { stagePc, stageSlaFrom: from, stageSlaReached: reached } = state;
  if (stagePc < 0) return;
  const { sla, slaAccumulates } = stageAt(program, stagePc);
  if (!slaAccumulates) return;
  const spent = inOpenTime(sla) ? openBetween(program.calendar, from, at) : at - from;
  const others = state.stoppedClocks.filter((clock) => clock.stagePc !== stagePc);
  state.stoppedClocks = [...others, { stagePc, spent, reached }];
}

/** When a clock that shows `spent` at `at` would have started, had it run without a break. */
function earlier(program: Program, sla: readonly SlaSpec[], at: number, spent: number): number {
  if (!inOpenTime(sla)) return at - spent;
  const amount = Math.floor(spent / MINUTE);
  return subtractDelay(program.calendar, at, { amount, unit: 'businessMinutes' });
}

function inOpenTime(sla: readonly SlaSpec[]): boolean {
  return sla.some(({ after }) => after.unit.startsWith('business'));
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
