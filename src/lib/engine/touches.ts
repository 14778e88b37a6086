import { addressField } from '$lib/domain';
import type { Program, TaskSpec } from '$lib/program';
import { channelIndex } from './channels';
import { fieldOf } from './facts';
import type { Sink } from './sink';
import { NO_DISPOSITION, type RunState, type Token } from './state';
import { TOUCH, type Touch } from './touch-log';
import { taskAt } from './tables';

/** Counts a completed or missed touch. */
export function recordTouch(
  program: Program,
  state: RunState,
  { channel: channelName }: TaskSpec,
  { pc, visit }: Token,
  disposition: number,
  at: number
): void {
  const channel = channelIndex(channelName);
  const spec = disposition < 0 ? undefined : program.dispositions[disposition];
  const missed = spec?.missed === true;
  const answered = !missed && spec?.answered === true;
  const followUp = state.touches > 0;
  add(state.attempted, channel, 1);
  if (!missed) {
    if (followUp) add(state.followUps, channel, 1);
    add(state.completed, channel, 1);
    state.touches++;
    state.lastTouchAt = at;
  }
  if (answered) add(state.answered, channel, 1);
  state.stepDone[pc] = missed ? 0 : 1;
  state.stepDisposition[pc] = disposition;
  state.channelDisposition[channel] = disposition;
  state.lastDisposition = disposition;
  if (!state.keepsLog) return;
  const outcome = missed ? TOUCH.missed : TOUCH.completed;
  state.log.push({ at, channel, outcome, followUp, answered, pc, visit });
}

/** Counts a step that was not done. */
export function recordSkip(
  program: Program,
  state: RunState,
  { pc, visit }: Token,
  at: number
): void {
  const channel = channelIndex(taskAt(program, pc).channel);
  add(state.skipped, channel, 1);
  state.stepDone[pc] = 0;
  state.stepDisposition[pc] = NO_DISPOSITION;
  if (!state.keepsLog) return;
  const followUp = state.touches > 0;
  state.log.push({ at, channel, outcome: TOUCH.skipped, followUp, answered: false, pc, visit });
}

/** The touch made at a visit did not arrive: what it counted for is taken back. Unknown touches are left. */
export function bounce(state: RunState, pc: number, visit: number, at: number, sink: Sink): void {
  const touch = state.log.find(
    (each) => each.pc === pc && each.visit === visit && each.outcome === TOUCH.completed
  );
  if (!touch) return;
  touch.outcome = TOUCH.bounced;
  const { channel } = touch;
  add(state.completed, channel, -1);
  add(state.attempted, channel, -1);
  add(state.bounced, channel, 1);
  if (touch.followUp) add(state.followUps, channel, -1);
  if (touch.answered) add(state.answered, channel, -1);
  const first = touch.followUp ? null : makeFirst(state.log);
  if (first) add(state.followUps, first.channel, -1);
  state.touches--;
  state.lastTouchAt = latest(state.log);
  if (state.visits[pc] === visit) state.stepDone[pc] = 0;
  sink.bounced(pc, visit, at);
}

/** The first touch did not arrive: the next completed one is the first, and no follow-up any more. */
export function makeFirst(log: readonly Touch[]): Touch | null {
  const first = log.find(({ outcome }) => outcome === TOUCH.completed);
  if (!first?.followUp) return null;
  first.followUp = false;
  return first;
}

function latest(log: readonly Touch[]): number {
  let last = 0;
  for (const { at, outcome } of log) if (outcome === TOUCH.completed) last = Math.max(last, at);
  return last;
}

/** The channel's address or number is bad: no more tasks of it until it is another one. */
export function blockChannel(program: Program, state: RunState, pc: number): void {
  const { channel } = taskAt(program, pc);
  const index = channelIndex(channel);
  const field = addressField(channel);
  state.channelBlocked[index] = 1;
  state.blockedChannels = true;
  state.blockedWith[index] = field === null ? null : fieldOf(state, field);
}

function add(counts: Int32Array, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
