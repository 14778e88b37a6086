import { OP, type Program, type TaskSpec } from '$lib/program';
import type { Input } from '../input';
import { PHASE, type RunState, type Token } from '../state';
import { portAt, stageAt, targetOf, taskAt, waitAt } from '../tables';

/** What quick people do next with a token: the likeliest first. Empty: nothing leads on. */
export function choicesFor(
  program: Program,
  state: RunState,
  row: number,
  at: number
): readonly Input[] {
  const token = state.tokens[row];
  if (!token) return [];
  if (token.phase !== PHASE.task) return [];
  const spec = taskAt(program, token.pc);
  if (spec.channel === 'approval') return [{ type: 'approve', at, token: row }];
  const checklist = allItems(program, state, spec);
  return dispositionsFor(program, token, spec).map((disposition) => ({
    type: 'complete',
    at,
    token: row,
    disposition,
    checklist
  }));
}

/** Signals that end an event wait the moment it begins without taking the lead elsewhere. */
export function signalsFor(program: Program, token: Token, at: number): readonly Input[] {
  if (!token.alive || token.phase !== PHASE.event || token.since > at) return [];
  const spec = waitAt(program, token.pc);
  if (spec.type !== 'event') return [];
  const signal = spec.signals.find((index) => !leadsAway(program, 'signal', index));
  const name = signal === undefined ? undefined : program.signals[signal];
  return name === undefined ? [] : [{ type: 'signal', at, signal: name }];
}

function allItems(program: Program, state: RunState, spec: TaskSpec): readonly string[] {
  const stage = state.stagePc < 0 ? [] : stageAt(program, state.stagePc).checklist;
  return [...spec.checklist, ...stage].map(({ id }) => id);
}

/** Dispositions that let the run go on, one of each consequence: unrouted ones first, answered ones first. */
function dispositionsFor(program: Program, token: Token, spec: TaskSpec): readonly number[] {
  if (spec.dispositions.length === 0) return [-1];
  const seen = new Set<string>();
  return spec.dispositions
    .map((index) => ({ index, rank: rankOf(program, token, spec, index) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .filter(({ index }) => {
      const key = consequenceOf(program, spec, index);
      return !seen.has(key) && seen.add(key);
    })
    .map(({ index }) => index);
}

/** Null: it ends the run, or the touch does not take place. */
function rankOf(program: Program, token: Token, spec: TaskSpec, index: number): number | null {
  const row = program.dispositions[index];
  if (!row || row.missed || row.optOut) return null;
  const port = spec.portOf[index] ?? 0;
  if (port > 0) {
    const to = targetOf(program, portAt(program, token.pc, port));
    const ends = program.op[to] === OP.exit;
    if (ends && (program.guard[to] ?? -1) < 0) return null;
    return ends ? 9 : 6;
  }
  if (leadsAway(program, 'disposition', index)) return null;
  if (row.action === 'finish') return null;
  const ending = spec.repeat?.until.includes(index) ? 2 : 0;
  const rank = row.action === 'advance' ? 0 : 4;
  return rank + ending + (row.answered ? 0 : 1);
}

function consequenceOf(program: Program, spec: TaskSpec, index: number): string {
  const row = program.dispositions[index];
  const until = spec.repeat?.until.includes(index) ?? false;
  return [spec.portOf[index] ?? 0, row?.action, row?.answered, until].join(' ');
}

/** Whether a handler of the cadence ends the run, or moves it, on this. */
function leadsAway(program: Program, type: 'signal' | 'disposition', index: number): boolean {
  return program.handlers.some(
    ({ on, effect }) =>
      on.type === type &&
      on.index === index &&
      (effect.type === 'exit' || effect.type === 'jump' || effect.type === 'pause')
  );
}
