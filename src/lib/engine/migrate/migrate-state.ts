import { addDelay } from '$lib/calendar';
import type { NodeId } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import { createState, resetRun } from '../create-state';
import { endPath, endRun } from '../ending';
import { startOfStep } from '../handlers';
import type { NodeMap } from '../migration';
import { settle } from '../settle';
import type { Sink } from '../sink';
import { nextThreshold } from '../sla';
import { CAUSE, PHASE, STATUS, type RunState, type Token } from '../state';
import { stageAt } from '../tables';
import { cancel, enter, free } from '../tokens';
import { leave } from '../walk';
import { copyColumns, rowsOf, type Rows } from './columns';
import { copyFrames, living, uniteTokens } from './frames';
import { bitsOf, keepToken } from './tokens';

/** Where a node of the old version goes; null: neither the map nor the new version knows. */
export function destination(node: NodeId, map: NodeMap, to: Program): NodeId | 'exit' | null {
  const target = Object.hasOwn(map, node) ? map[node] : node;
  if (target === undefined) return null;
  return target === 'exit' || to.nodes.includes(target) ? target : null;
}

/** Nodes that the run stands on and that have no place to go to (see `destination`). */
export function unplaced(
  from: Program,
  to: Program,
  state: RunState,
  map: NodeMap
): readonly NodeId[] {
  const nodes = state.tokens.filter(({ alive }) => alive).map(({ pc }) => from.nodes[pc] ?? '');
  return [...new Set(nodes)].filter((node) => destination(node, map, to) === null);
}

/**
 * The state of a run under another version of its cadence, at `at` (ENG-100…104). Each token stays where
 * it is, jumps or leaves, as the map says; what was lived through is taken over. Every node must have a
 * place to go to (`unplaced`). `sinks`: of the old version, which hears of what is left, and of the new one.
 */
export function migrateState(
  from: Program,
  to: Program,
  old: RunState,
  map: NodeMap,
  at: number,
  { before: left, after: sink }: { readonly before: Sink; readonly after: Sink },
  otherSignals: RunState['otherSignals']
): RunState {
  const rows = rowsOf(from, to);
  const state = createState(to);
  resetRun(state, old.startedAt);
  copyRun(old, state, to, rows);
  state.otherSignals = otherSignals;
  copyColumns(old, state, rows);
  copyFrames(old, state, to, rows);
  copyStage(from, to, old, state, rows, at);
  state.limitAt = limitOf(from, to, old, at);

  state.tokens.length = 0;
  for (const token of old.tokens) state.tokens.push({ ...token });
  state.rows = state.tokens.length;
  state.sequence++;
  const leaving: Token[] = [];
  old.tokens.forEach((before, index) => {
    const token = state.tokens[index];
    if (!token?.alive) return;
    const node = from.nodes[before.pc] ?? '';
    const target = destination(node, map, to);
    token.frame = living(state, token.frame);
    if (target === 'exit' || target === null) {
      left.cancelled(before.pc, before.visit, at);
      leaving.push(token);
    } else if (target === node) {
      token.pc = to.nodes.indexOf(node);
      keepToken({ from, to, token, oldPc: before.pc, at }, sink);
    } else jump(state, token, to.nodes.indexOf(target), at, sink);
  });
  for (const token of leaving) leaveFork(to, state, token, at, sink);
  for (const token of uniteTokens(state)) cancel(state, token, at, sink);
  if (leaving.length > 0 && !state.tokens.some(({ alive, loose }) => alive && !loose))
    endRun(state, null, CAUSE.stopped, -1, at, sink);
  if (state.status === STATUS.running) settle(to, state, at, sink);
  return state;
}

/** The time for a verdict is the new version's; what pauses added to the old one is added to it. */
function limitOf(from: Program, to: Program, { startedAt, limitAt }: RunState, at: number): number {
  if (!to.verdictWithin) return Infinity;
  const before = from.verdictWithin ? addDelay(from.calendar, startedAt, from.verdictWithin) : null;
  const stood = before === null ? 0 : Math.max(0, limitAt - before);
  return Math.max(at, addDelay(to.calendar, startedAt, to.verdictWithin) + stood);
}

/** A path that leaves counts as arrived: with the last one its join lets go. */
function leaveFork(program: Program, state: RunState, token: Token, at: number, sink: Sink): void {
  const frame = state.frames[token.frame];
  token.phase = PHASE.none;
  if (!frame || token.loose) return free(token);
  token.pc = frame.forkPc;
  const port = endPath(program, state, token, at, sink);
  if (port >= 0) leave(program, state, token, port, at, sink);
}

/** To another step, whose first task is not earlier than what is left behind: no two touches together. */
function jump(state: RunState, token: Token, pc: number, at: number, sink: Sink): void {
  const notBefore = startOfStep(token);
  token.phase = PHASE.none;
  token.loose = false;
  enter(state, token, pc, at, sink);
  token.notBefore = notBefore;
}

function copyRun(from: RunState, to: RunState, { op }: Program, rows: Rows): void {
  to.steps = from.steps;
  to.sequence = from.sequence;
  to.pausedAt = from.pausedAt;
  to.pausedUntil = from.pausedUntil;
  to.touches = from.touches;
  to.lastTouchAt = from.lastTouchAt;
  to.lastDisposition = rows.disposition(from.lastDisposition);
  to.history = from.history;
  to.fields = from.fields;
  to.leadKey = from.leadKey;
  to.enrollment = from.enrollment;
  to.checksData = from.checksData;
  to.lateness = from.lateness;
  to.keepsLog = to.keepsLog || from.keepsLog;
  to.stoppedClocks = from.stoppedClocks
    .map((clock) => ({ ...clock, stagePc: rows.pc(clock.stagePc) }))
    .filter(({ stagePc }) => op[stagePc] === OP.stage);
  to.offers = from.offers
    .map((offer) => ({
      ...offer,
      exitPc: rows.pc(offer.exitPc),
      fromPc: rows.pc(offer.fromPc),
      disposition: rows.disposition(offer.disposition)
    }))
    .filter(({ exitPc }) => op[exitPc] === OP.exit);
}

/** The run stays in its stage where there still is one; its clock runs on. */
function copyStage(
  from: Program,
  to: Program,
  old: RunState,
  state: RunState,
  rows: Rows,
  at: number
): void {
  const pc = rows.pc(old.stagePc);
  if (to.op[pc] !== OP.stage) return;
  state.stagePc = pc;
  const spec = stageAt(to, state.stagePc);
  state.stageSince = old.stageSince;
  state.stageSlaFrom = old.stageSlaFrom;
  const before = stageAt(from, old.stagePc);
  state.stageTicked = bitsOf(before.checklist, spec.checklist, old.stageTicked);
  state.stageSlaReached = bitsOf(before.sla, spec.sla, old.stageSlaReached);
  const next = nextThreshold(to, spec.sla, state.stageSlaFrom, state.stageSlaReached);
  state.stageSlaAt = Math.max(at, next);
}
