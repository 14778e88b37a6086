import { OP, type Program } from '$lib/program';
import { eventPort } from './behaviors/event';
import { dateChanged, dateIsKnown } from './behaviors/wait';
import { guardChange, mayEnter } from './guards';
import { hasData } from './lead-data';
import { lookAtOffers } from './offers';
import type { Sink } from './sink';
import { PHASE, STATUS, type RunState, type Token } from './state';
import { taskAt, waitAt } from './tables';
import { leaveWait, walkAll } from './walk';

/**
 * After every input: tokens go on as far as they can. Those that rest for a condition, for requirements
 * or for data are looked at until nothing moves any more; then the exits on offer.
 */
export function settle(program: Program, state: RunState, at: number, sink: Sink): void {
  walkAll(program, state, at, sink);
  if (state.status !== STATUS.running) return;
  if (state.rows === 1 && state.offers.length === 0 && isDeaf(program, state.tokens[0] as Token))
    return;
  while (state.status === STATUS.running && state.pausedAt < 0 && look(program, state, at, sink))
    walkAll(program, state, at, sink);
  if (state.offers.length > 0 && state.status === STATUS.running) lookAtOffers(program, state, at);
}

/** Whether nothing but an input of its own, or its timer, lets a resting token go on. */
function isDeaf(program: Program, token: Token): boolean {
  const { phase, pc } = token;
  if (phase === PHASE.wait) return waitAt(program, pc).type !== 'date';
  return phase === PHASE.task;
}

/** Whether any resting token may go on now. */
function look(program: Program, state: RunState, at: number, sink: Sink): boolean {
  let moved = false;
  const { tokens } = state;
  for (let i = 0; i < state.rows; i++) {
    const token = tokens[i] as Token;
    if (token.alive && wakes(program, state, token, at, sink)) moved = true;
  }
  return moved;
}

function wakes(program: Program, state: RunState, token: Token, at: number, sink: Sink): boolean {
  switch (token.phase) {
    case PHASE.wait:
      if (waitAt(program, token.pc).type !== 'date') return false;
      if (!dateChanged(program, state, token)) return false;
      token.phase = PHASE.none;
      return true;
    case PHASE.event: {
      const port = eventPort(program, state, token, at);
      if (port < 0) return false;
      leaveWait(program, state, token, port, at, sink);
      return true;
    }
    case PHASE.held:
      if (mayEnter(program, state, token.pc, at)) {
        token.phase = PHASE.none;
        return true;
      }
      token.until = Math.min(token.expiry, guardChange(program, state, token.pc, at));
      return false;
    case PHASE.blocked:
      if (!hasWhatItNeeds(program, state, token)) return false;
      token.phase = PHASE.none;
      return true;
    default:
      return false;
  }
}

/** Whether the data that a task or a wait for a date is held up by are there. */
function hasWhatItNeeds(program: Program, state: RunState, token: Token): boolean {
  if (program.op[token.pc] === OP.task) return hasData(state, taskAt(program, token.pc));
  return dateIsKnown(program, state, token);
}
