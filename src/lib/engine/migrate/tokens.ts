import { addDelay } from '$lib/calendar';
import type { Program, ProgramDelay } from '$lib/program';
import type { Sink } from '../sink';
import { nextThreshold } from '../sla';
import { PHASE, type Token } from '../state';
import { taskAt, waitAt } from '../tables';
import { timeout } from '../task-times';

/** A token at a step that both versions have: it stays, with the times of the new version. */
export interface Kept {
  readonly from: Program;
  readonly to: Program;
  /** The token, already at its instruction of the new version. */
  readonly token: Token;
  /** Its instruction of the old one. */
  readonly oldPc: number;
  readonly at: number;
}

/** Gives a kept token the times of the new version. What may have to be decided anew is walked again. */
export function keepToken(kept: Kept, sink: Sink): void {
  const { from, to, token, oldPc } = kept;
  if (from.op[oldPc] !== to.op[token.pc]) {
    token.phase = PHASE.none;
    return;
  }
  switch (token.phase) {
    case PHASE.task:
      return keepTask(kept, sink);
    case PHASE.wait:
    case PHASE.event:
      return keepWait(kept, sink);
    case PHASE.blocked:
      token.phase = PHASE.none;
      return;
    default:
      return;
  }
}

/** The elapsed part of a wait counts: it ends when it would have ended had the delay been this one. */
function keepWait({ from, to, token, oldPc, at }: Kept, sink: Sink): void {
  const before = delayOf(from, oldPc);
  const now = delayOf(to, token.pc);
  if (!before || !now || waitAt(from, oldPc).type !== waitAt(to, token.pc).type) {
    token.phase = PHASE.none;
    return;
  }
  // What a pause added to the old wait is added to the new one.
  const stood = Math.max(0, token.due - addDelay(from.calendar, token.since, before));
  token.due = Math.max(at, addDelay(to.calendar, token.since, now) + stood);
  token.until = token.due;
  sink.waiting(token.pc, token.visit, token.due);
}

function delayOf(program: Program, pc: number): ProgramDelay | null {
  const spec = waitAt(program, pc);
  if (spec.type === 'duration') return spec.delay;
  return spec.type === 'event' ? spec.timeout : null;
}

/** A task stays open as it was; when it is due, skipped and told of is as the new version says. */
function keepTask({ to, token, at }: Kept, sink: Sink): void {
  const spec = taskAt(to, token.pc);
  const { calendar } = to;
  if (!spec.automatic)
    token.due = spec.due ? addDelay(calendar, token.opens, spec.due) : token.opens;
  const expires = spec.expireAfter ? addDelay(calendar, token.since, spec.expireAfter) : Infinity;
  token.expiry = Math.max(at, expires);
  token.until = Math.max(at, timeout(to, token, spec));
  token.slaFrom = token.opens;
  token.slaAt = Math.max(at, nextThreshold(to, spec.sla, token.slaFrom, token.slaReached));
  sink.opened(token.pc, token.visit, token.opens, token.due);
}
