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
    case PHASE.late:
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

/**
 * A task stays open as it was; when it is due, skipped and told of is as the new version says, with all
 * that a pause had added.
 */
function keepTask({ from, to, token, oldPc, at }: Kept, sink: Sink): void {
  const [before, spec] = [taskAt(from, oldPc), taskAt(to, token.pc)];
  const { opens, since } = token;
  if (!spec.automatic) {
    const stood = Math.max(0, token.due - later(from, opens, before.due));
    token.due = later(to, opens, spec.due) + stood;
  }
  if (!spec.expireAfter) token.expiry = Infinity;
  else {
    const came = Math.max(since, token.notBefore);
    const stood = before.expireAfter ? token.expiry - later(from, came, before.expireAfter) : 0;
    token.expiry = Math.max(at, later(to, came, spec.expireAfter) + stood);
  }
  token.until = Math.max(at, timeout(to, token, spec));
  if (before.sla.length === 0) token.slaFrom = opens;
  token.slaReached = before.sla.length === 0 ? 0 : bitsOf(before.sla, spec.sla, token.slaReached);
  token.slaAt = Math.max(at, nextThreshold(to, spec.sla, token.slaFrom, token.slaReached));
  sink.opened(token.pc, token.visit, token.opens, token.due);
}

function later({ calendar }: Program, from: number, delay: ProgramDelay | null): number {
  return delay ? addDelay(calendar, from, delay) : from;
}

/** Bits of a list's items, as those of the same items in another version's list. */
export function bitsOf(
  before: readonly { readonly id: string }[],
  now: readonly { readonly id: string }[],
  bits: number
): number {
  let reached = 0;
  now.forEach(({ id }, index) => {
    const bit = before.findIndex((each) => each.id === id);
    if (bit >= 0 && bits & (1 << bit)) reached |= 1 << index;
  });
  return reached;
}
