import { OP, type Program } from '$lib/program';
import type { RunState, Token } from '../state';
import type { Rows } from './columns';

/** Takes over the forks under way that the new version has too; paths of others belong to what is around. */
export function copyFrames(from: RunState, to: RunState, program: Program, rows: Rows): void {
  for (const frame of from.frames) {
    const forkPc = rows.pc(frame.forkPc);
    const alive = frame.alive && forkPc >= 0 && program.op[forkPc] === OP.fork;
    to.frames.push({ ...frame, forkPc, alive });
  }
  for (const frame of to.frames) frame.parent = living(to, frame.parent);
}

/** The innermost fork that still is one, from a row outwards. */
export function living(state: RunState, row: number): number {
  let each = row;
  for (let frame = state.frames[each]; frame && !frame.alive; frame = state.frames[each])
    each = frame.parent;
  return state.frames[each] ? each : -1;
}

/** Paths that have come to one place because their fork is gone go on as one. */
export function uniteTokens(state: RunState): readonly Token[] {
  const superfluous: Token[] = [];
  const seen = new Set<string>();
  for (const token of state.tokens) {
    if (!token.alive || token.frame >= 0 || token.detached || token.loose) continue;
    const place = String(token.pc);
    if (seen.has(place)) superfluous.push(token);
    seen.add(place);
  }
  return superfluous;
}
