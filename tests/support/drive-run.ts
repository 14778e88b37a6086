/** Lives through one run of a program with inputs chosen at random: only such as a host may give. */
import {
  advance,
  createState,
  nextTimer,
  PHASE,
  refusalOf,
  SILENT,
  STATUS,
  type Input,
  type RunState,
  type Sink
} from '$lib/engine';
import { OP, type Program } from '$lib/program';
import type { Scalar } from '$lib/domain';

const HOUR = 3_600_000;

/** What is seen of a run after each input. */
export interface Moment {
  readonly input: Input;
  readonly state: RunState;
  /** Steps made by this input. */
  readonly steps: number;
}

/** A number below a bound; the same numbers drive the same run. */
export type Choose = (below: number) => number;

/** The choices in their order, over and over. */
export function chooseFrom(choices: readonly number[]): Choose {
  let index = 0;
  return (below) => {
    // Mixed with its place, so that a short list does not repeat itself.
    const turn = (choices[index % choices.length] ?? 0) + Math.floor(index / choices.length) * 7;
    index += 1;
    return below <= 1 ? 0 : turn % below;
  };
}

const VALUES: Readonly<Record<string, Scalar>> = {
  name: 'Ann',
  email: 'ann@example.org',
  phone: '+49 30 1',
  region: 'north',
  score: 3,
  vip: true,
  renewal: '2026-02-03'
};

/** Starts a run at `from` and gives it inputs until it has ended; tells `look` after each of them. */
export function driveRun(
  program: Program,
  from: number,
  choose: Choose,
  look: (moment: Moment) => void,
  { sink = SILENT, inputs = 80 }: { readonly sink?: Sink; readonly inputs?: number } = {}
): RunState {
  const state = createState(program);
  state.fields = Object.fromEntries(Object.entries(VALUES).filter(() => choose(4) > 0));
  state.checksData = choose(3) > 0;
  state.leadKey = choose(1_000_000);
  const apply = (input: Input) => {
    const before = input.type === 'start' ? 0 : state.steps;
    advance(program, state, input, sink);
    look({ input, state, steps: state.steps - before });
  };
  let now = from;
  apply({ type: 'start', at: now });
  for (let i = 1; i < inputs && state.status === STATUS.running; i++) {
    const latest = Math.min(nextTimer(state), now + choose(72) * HOUR);
    const wanted = choose(4) > 0 ? wish(program, state, choose, now, latest) : null;
    const input = wanted ?? onward(state, now, latest);
    now = input.at;
    apply(input);
  }
  return state;
}

/** The next timer, or a look at the lead a while later. */
function onward(state: RunState, now: number, latest: number): Input {
  const timer = nextTimer(state);
  if (timer < Infinity) return { type: 'timer', at: Math.max(now, timer) };
  return { type: 'facts', at: Math.max(now, latest) };
}

/** Something that a person, the lead or another system may do before `latest`; null: not this time. */
function wish(
  program: Program,
  state: RunState,
  choose: Choose,
  now: number,
  latest: number
): Input | null {
  const at = Math.max(now, latest);
  const kind = choose(16);
  if (state.pausedAt >= 0) return kind < 8 ? { type: 'resume', at } : null;
  if (kind < 9) return onTask(program, state, choose, now, latest);
  switch (kind) {
    case 9:
    case 10: {
      const signal = program.signals[choose(program.signals.length)] ?? 'unheard';
      return { type: 'signal', at, signal };
    }
    case 11: {
      state.fields = { ...VALUES, region: choose(2) === 0 ? 'south' : 'north' };
      return { type: 'facts', at };
    }
    case 12:
      return choose(3) > 0
        ? null
        : { type: 'pause', at, ...(choose(2) === 0 ? { until: at + choose(200) * HOUR } : {}) };
    case 13:
      return onMove(program, state, choose, at);
    case 14:
      return bounced(program, state, choose, at);
    default:
      return null;
  }
}

/** Somebody settles an open task, at the earliest when it opens and before `latest`. */
function onTask(
  program: Program,
  state: RunState,
  choose: Choose,
  now: number,
  latest: number
): Input | null {
  const rows = [...state.tokens.keys()].filter((row) => {
    const token = state.tokens[row];
    return token?.alive === true && token.phase === PHASE.task && token.opens <= latest;
  });
  const row = rows[choose(rows.length)];
  const token = row === undefined ? undefined : state.tokens[row];
  if (row === undefined || !token) return null;
  const spec = program.tasks[program.arg[token.pc] ?? 0];
  const at = Math.max(now, token.opens);
  const turn = choose(10);
  const place = { at, token: row };
  const offered = spec?.dispositions ?? [];
  const disposition = offered[choose(offered.length)] ?? -1;
  const checklist = ['papers', 'known'];
  const until = choose(4) === 0 ? { until: at + choose(100) * HOUR } : {};
  if (turn === 0) return allowed(program, state, { type: 'skip', ...place });
  if (turn === 1) return { type: 'snooze', ...place, until: at + choose(50) * HOUR };
  if (spec?.channel === 'approval') {
    return allowed(program, state, { type: turn < 6 ? 'approve' : 'refuse', ...place });
  }
  const filled = (spec?.requiredFields ?? []).map((id) => [id, VALUES[id] ?? 'here'] as const);
  state.fields = { ...state.fields, ...Object.fromEntries(filled) };
  return allowed(program, state, { type: 'complete', ...place, disposition, checklist, ...until });
}

/** The input, if a person may do that now. */
function allowed(program: Program, state: RunState, input: Input): Input | null {
  return refusalOf(program, state, input) === null ? input : null;
}

/** A move of the cadence, or an exit on offer, where it is allowed. */
function onMove(program: Program, state: RunState, choose: Choose, at: number): Input | null {
  const targets = [
    ...program.moves.map(({ to }) => to),
    ...state.offers.map(({ exitPc }) => exitPc)
  ];
  const to = targets[choose(targets.length)];
  if (to === undefined) return null;
  return allowed(program, state, { type: 'move', at, to, checklist: ['known'] });
}

function bounced(program: Program, state: RunState, choose: Choose, at: number): Input | null {
  const tasks = [...program.op.keys()].filter(
    (pc) => program.op[pc] === OP.task && (state.visits[pc] ?? 0) > 0
  );
  const pc = tasks[choose(tasks.length)];
  return pc === undefined ? null : { type: 'bounce', at, pc, visit: state.visits[pc] ?? 1 };
}
