import { describe, expect, it } from 'vitest';
import type { Handler } from '$lib/domain';
import { call, cadenceOf, email, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { advance } from './advance';
import { createState } from './create-state';
import { ParkedRuns } from './parked-runs';
import { SILENT } from './silent-sink';
import { PHASE, STATUS, type RunState, type Token } from './state';

const ON_REPLY: Handler = {
  id: 'reply',
  name: 'Reply',
  on: { type: 'signal', signal: 'reply' },
  effect: { type: 'exit', to: 'done' }
};

const program = programOf(
  cadenceOf(
    [
      entry(),
      call('call', { dispositions: ['connected'] }),
      email('mail'),
      wait('gap'),
      exit('done')
    ],
    ['start > call', 'call > mail', 'mail > gap', 'gap > done'],
    { handlers: [ON_REPLY] }
  )
);

/** What the host keeps of a lead, or is the same for all runs of a program. */
const HOSTS_PART = [
  'history',
  'otherSignals',
  'keepsLog',
  'fields',
  'leadKey',
  'enrollment',
  'checksData',
  'lateness'
];
const SAME = ['splitKeys', 'columns'];
/** What nobody looks at while no channel is blocked. */
const UNUSED = ['blockedWith'];

type Fields = Record<string, unknown>;

/** A number for each field, so that none can be mistaken for another; `other`: all else is changed too. */
function fill(record: Fields, from: number, other = false): number {
  let next = from;
  for (const [name, value] of Object.entries(record)) {
    if (HOSTS_PART.includes(name) || SAME.includes(name) || UNUSED.includes(name)) continue;
    if (typeof value === 'number') record[name] = next++;
    else if (other && typeof value === 'boolean') record[name] = !value;
    else if (other && value === null) record[name] = {};
    else if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const column = value as Int32Array;
      for (let i = 0; i < column.length; i++) column[i] = next++ % 100;
    }
  }
  return next;
}

/** A run under way at its first task, all of whose figures are different. */
function plainRun(): RunState {
  const state = createState(program);
  advance(program, state, { type: 'start', at: 1000 }, SILENT);
  const next = fill(state as unknown as Fields, 10);
  const token = state.tokens[0] as Token;
  fill(token as unknown as Fields, next);
  // A plain run is one of which this is so.
  Object.assign(token, { phase: PHASE.task, frame: -1, leaving: -1 });
  Object.assign(state, {
    status: STATUS.running,
    rows: 1,
    pausedAt: -1,
    pausedUntil: Infinity,
    endedAt: 0,
    cause: 0,
    endPc: -1,
    endDisposition: -1
  });
  return state;
}

/** Another run of the program that has been everywhere: several tokens, frames, offers, pauses. */
function busyRun(): RunState {
  const state = createState(program);
  advance(program, state, { type: 'start', at: 5000 }, SILENT);
  fill(state as unknown as Fields, 5000, true);
  const token = state.tokens[0] as Token;
  fill(token as unknown as Fields, 7000, true);
  Object.assign(token, { alive: false, detached: true, loose: true, phase: PHASE.late });
  state.tokens.push({ ...token, alive: true });
  state.frames.push({ alive: true, forkPc: 1, parent: -1, arrived: 1 });
  Object.assign(state, {
    rows: 2,
    status: STATUS.ended,
    offers: [{ exitPc: 4, fromPc: 1, disposition: 0, since: 1, openSince: -1 }],
    stoppedClocks: [{ stagePc: 0, spent: 1, reached: 0 }],
    blockedChannels: true
  });
  return state;
}

/** Everything that a run goes on from: what is in use of it. */
function inUse(state: RunState): unknown {
  const all = structuredClone({
    ...state,
    lateness: null,
    tokens: state.tokens.slice(0, state.rows),
    frames: state.frames.filter(({ alive }) => alive),
    blockedWith: []
  });
  for (const name of [...HOSTS_PART, ...SAME]) Reflect.deleteProperty(all, name);
  return all;
}

describe('runs that are put aside', () => {
  it('SIM-45 come back as they were, with every field there is', () => {
    const run = plainRun();
    expect(ParkedRuns.isPlain(run)).toBe(true);
    const before = inUse(run);
    const parked = new ParkedRuns(run);
    parked.park(run, 1500);
    parked.park(busyRun(), 1499);
    const other = busyRun();
    parked.restore(other, 1500);
    expect(inUse(other)).toEqual(before);
    parked.restore(run, 1500);
    expect(inUse(run)).toEqual(before);
  });

  it.each<[string, (state: RunState, token: Token) => void]>([
    ['it has ended', (state) => (state.status = STATUS.ended)],
    ['it stands still', (state) => (state.pausedAt = 5)],
    ['it is in a fork', (_, token) => (token.frame = 0)],
    ['its token waits', (_, token) => (token.phase = PHASE.wait)],
    ['its token goes on alone', (_, token) => (token.detached = true)],
    ['its task is loose', (_, token) => (token.loose = true)],
    [
      'another token is under way',
      (state) => (state.rows = state.tokens.push({ ...(state.tokens[0] as Token) }))
    ],
    ['an exit was asked for', (state) => (state.offers = [{} as never])],
    ['a clock was stopped', (state) => (state.stoppedClocks = [{} as never])],
    ['touches are kept', (state) => state.log.push({} as never)],
    ['other runs made touches', (state) => (state.history = [])],
    ['other runs saw signals', (state) => (state.otherSignals = new Map())],
    ['a channel is blocked', (state) => (state.blockedChannels = true)]
  ])('SIM-45 none is put aside when %s', (_, change) => {
    const run = plainRun() as { -readonly [Name in keyof RunState]: RunState[Name] };
    change(run, run.tokens[0] as Token);
    expect(ParkedRuns.isPlain(run)).toBe(false);
  });
});
