import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import { nextTimer, PHASE, STATUS, type RunState, type Sink } from '$lib/engine';
import { printProgram, type Program } from '$lib/program';
import { canonicalJson } from '$lib/util';
import { OTHER_CADENCE, validCadence } from '../support/arbitrary-cadence';
import { chooseFrom, driveRun, type Moment } from '../support/drive-run';

const calendars = new CalendarCache();
const choices = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 200 });
/** The budget of a run, and the step that breaks it. */
const MOST_STEPS = 10_001;
const FROM = Date.UTC(2026, 0, 5, 8);

/** An accepted program, shown as its text. */
class Accepted {
  readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  [fc.toStringMethod](): string {
    return printProgram(this.program);
  }
}

/** Accepted programs with the choices that drive a run of each. */
const runs = fc.tuple(
  validCadence()
    .map((cadence) => compile(cadence, { calendars, linked: [OTHER_CADENCE] }).program)
    .filter((program): program is Program => program !== null)
    .map((program) => new Accepted(program)),
  choices
);

/** Whether something can still happen to a run that is under way: by itself, or from outside. */
function canGoOn(state: RunState): boolean {
  if (state.pausedAt >= 0) return true;
  if (nextTimer(state) < Infinity) return true;
  return state.tokens.some(
    ({ alive, phase }) =>
      alive &&
      (phase === PHASE.task ||
        phase === PHASE.event ||
        phase === PHASE.held ||
        phase === PHASE.blocked)
  );
}

/** What must be true of a state between two inputs; empty: it is. */
function faultsOf(program: Program, { input, state, steps }: Moment): readonly string[] {
  const alive = state.tokens.filter((token) => token.alive);
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  if (state.status !== STATUS.running) {
    check(state.status === STATUS.ended, 'the run ran away');
    check(alive.length === 0, 'a token outlives its run');
    return faults;
  }
  check(alive.length > 0, 'a run goes on without a token');
  check(
    alive.every(({ phase }) => phase !== PHASE.none),
    'a token does not rest'
  );
  const main = alive.filter(({ frame, detached, loose }) => frame < 0 && !detached && !loose);
  const forked = alive.some(({ frame }) => frame >= 0);
  check(main.length <= 1 && (forked || main.length === 1), `${main.length} tokens outside forks`);
  check(canGoOn(state), 'nothing can ever happen again');
  check(state.pausedAt >= 0 || nextTimer(state) >= input.at, 'a timer lies in the past');
  check(steps <= 4 * program.op.length + 8, `${steps} steps in an instant`);
  for (const { frame } of alive)
    check(frame < 0 || state.frames[frame]?.alive === true, 'a token in a frame that is gone');
  return faults;
}

describe('runs of random cadences', () => {
  it('ENG-1 never stop half-way, run in circles within an instant, or leave a timer behind', () => {
    let ended = 0;
    const heard = new Map<string, number>();
    fc.assert(
      fc.property(runs, ([{ program }, numbers]) => {
        const faults: string[] = [];
        const state = driveRun(
          program,
          FROM,
          chooseFrom(numbers),
          (moment) => {
            for (const fault of faultsOf(program, moment))
              faults.push(`${fault} after ${canonicalJson(moment.input)}`);
          },
          { sink: countingSink(heard) }
        );
        expect(faults).toEqual([]);
        if (state.status === STATUS.ended) ended += 1;
      }),
      { seed: 20261104, numRuns: 300 }
    );
    expect(ended).toBeGreaterThan(75);
    const unheard = TOLD.filter((name) => (heard.get(name) ?? 0) < 3);
    expect(unheard, 'what the runs have not seen').toEqual([]);
  }, 60_000);

  it('ENG-9 of any wiring, unseen by a compiler, end as runaways or rest: none hangs', () => {
    let runaways = 0;
    const tampered = fc.tuple(runs, fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(tampered, ([[{ program }, numbers], turns]) => {
        // A join that no fork has opened is a mistake of the host, not a runaway.
        fc.pre(program.forks.length === 0);
        const target = program.target.map(
          (_, port) => 1 + ((turns[port % turns.length] ?? 0) % (program.op.length - 1))
        );
        const wild = { ...program, target };
        const state = driveRun(wild, FROM, chooseFrom(numbers), ({ steps }) =>
          expect(steps).toBeLessThanOrEqual(MOST_STEPS)
        );
        if (state.status === STATUS.runaway) runaways += 1;
      }),
      { seed: 20261109, numRuns: 150 }
    );
    expect(runaways).toBeGreaterThan(5);
  }, 60_000);

  it('ENG-18 the same inputs lead to the same bytes', () => {
    fc.assert(
      fc.property(runs, ([{ program }, numbers]) => {
        const live = () => {
          const seen: string[] = [];
          driveRun(program, FROM, chooseFrom(numbers), ({ input, state }) => {
            seen.push(canonicalJson([input, plain(state)]));
          });
          return seen;
        };
        expect(live()).toEqual(live());
      }),
      { seed: 20261105, numRuns: 40 }
    );
  }, 60_000);
});

/** Everything a run can tell but running away, and what only `stop` tells. */
const TOLD = [
  'entered',
  'opened',
  'completed',
  'refused',
  'skipped',
  'bounced',
  'again',
  'waiting',
  'held',
  'offered',
  'left',
  'pathEnded',
  'cancelled',
  'handled',
  'slaReached',
  'handedOff',
  'paused',
  'resumed',
  'exited',
  'ended'
] as const satisfies readonly (keyof Sink)[];

/** Counts what it hears, by name. */
function countingSink(heard: Map<string, number>): Sink {
  return new Proxy({} as Sink, {
    get: (_target, name) => () => heard.set(String(name), (heard.get(String(name)) ?? 0) + 1)
  });
}

/** The state as JSON: columns as lists, endless times as text. */
function plain(state: RunState): unknown {
  return JSON.parse(
    JSON.stringify(state, (_key, value: unknown) => {
      if (ArrayBuffer.isView(value)) return [...(value as Int32Array)];
      return value === Infinity ? 'never' : value;
    })
  );
}
