import { describe, expect, it } from 'vitest';
import type { Person, Scenario } from '$lib/domain';
import { cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { loadCadenceFile, programOf } from '$tests/support/files';
import { modelOf, type Model } from '../model/model';
import { SimulationRun, runShare } from '../run';
import { sharesOf } from '../shares';
import { Tally } from '../statistics/tally';
import { pathOf } from '../columnar/path';
import { ColumnarSharedRun } from './columnar-shared-run';

const { cadence, scenarios } = loadCadenceFile('tests/bench/six-step-b.json');
const scenario = scenarios[0] as Scenario;
const reps = scenario.people?.[0] as Person;

function modelFor(rest: Partial<Scenario>, general: boolean, of = cadence): Model {
  const model = modelOf(programOf(of), { ...scenario, ...rest }, { general });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

/** Every column of everything counted; leads so many at a time. */
function columnsOf(model: Model, slice = Infinity): number[][][] {
  const tally = new Tally(model);
  for (const share of sharesOf(model)) {
    const run = runShare(model, share, tally);
    while (!run.run(slice));
    if (!model.general) expect(run instanceof ColumnarSharedRun && !run.isLeft).toBe(true);
  }
  return tally.columns().map((columns) => columns.map((column) => [...column]));
}

function withPriorities(steps: Scenario['steps']): Scenario['steps'] {
  return Object.fromEntries(
    Object.entries(steps).map(([id, step], i) => [
      id,
      id.startsWith('touch') ? { ...step, priority: i % 3, cost: 2 } : step
    ])
  );
}

const { steps } = scenario;
const skilled = { ...steps, 'touch-2': { ...steps['touch-2'], skill: 'closing' } };
const five = { ...reps, count: 5 };
const others = { ...five, id: 'others', costPerHour: 40, effort: 0.8, skills: ['closing'] };
/** Longer than 2^31 milliseconds. */
const WEEKS = { type: 'uniform', min: 30_000, max: 40_000 } as const;
const SEGMENTS = [
  { id: 'a', name: 'A', weight: 1, fields: {} },
  { id: 'b', name: 'B', weight: 3, fields: {}, priority: 1 }
];

describe('columns of leads that share people', { timeout: 240_000 }, () => {
  it('SIM-38 are how the workload six-step-b is run', () => {
    expect(pathOf(modelFor({}, false))).toEqual({ kind: 'columnar', reasons: [] });
  });

  it.each<[string, Partial<Scenario>]>([
    ['as they ask', { leads: 10_000 }],
    [
      'as they ask, by few people',
      { leads: 2000, people: [{ ...reps, count: 3, costPerHour: 9 }] }
    ],
    [
      'by priority',
      { leads: 3000, queue: 'priority', steps: withPriorities(steps), people: [five] }
    ],
    ['as they are due', { leads: 3000, queue: 'dueFirst', people: [five] }],
    ['by two groups', { leads: 3000, steps: skilled, people: [five, others] }],
    ['by people who turn', { leads: 3000, people: [{ ...five, switching: 3 }, others] }],
    ['and go on the next day', { leads: 3000, people: [{ ...five, overtime: 'nextDay' }] }],
    ['of two segments', { leads: 2500, segments: SEGMENTS, queue: 'priority', people: [five] }],
    ['of two segments in line', { leads: 2500, segments: SEGMENTS, people: [five] }],
    ['after some warm up', { leads: 2000, warmUp: 700, people: [five] }],
    [
      'more than once',
      { leads: 700, replications: 3, warmUp: 30, people: [{ ...reps, count: 1 }] }
    ],
    [
      'for weeks at a time',
      {
        leads: 60,
        people: [{ ...reps, count: 40 }],
        steps: { ...steps, 'touch-1': { ...steps['touch-1'], effort: WEEKS } }
      }
    ],
    ['of a single lead', { leads: 1 }],
    ['all at once', { leads: 1500, arrivals: { type: 'atOnce' }, people: [{ ...reps, count: 40 }] }]
  ])('SIM-39 count the same as the general path: tasks are done %s', (_, rest) => {
    const columns = columnsOf(modelFor(rest, false));
    expect(columns).toEqual(columnsOf(modelFor(rest, true)));
    expect(columnsOf(modelFor(rest, false), 90)).toEqual(columns);
  });

  it.each(['fifo', 'priority'] as const)(
    'SIM-39 count the same as the general path: each role has a line of its own, %s',
    (queue) => {
      const roles = [...cadence.roles, { id: 'closer', name: 'Closer' }];
      const nodes = cadence.nodes.map((node) =>
        node.id === 'touch-2' || node.id === 'touch-5' ? { ...node, role: 'closer' } : node
      );
      const of = { ...cadence, roles, nodes };
      const closers = { ...reps, id: 'closers', role: 'closer', count: 2, effort: 1.3 };
      const people = [{ ...five, costPerHour: 31 }, closers];
      const rest = { leads: 2500, queue, steps: withPriorities(steps), people };
      const columns = columnsOf(modelFor(rest, false, of));
      expect(columns).toEqual(columnsOf(modelFor(rest, true, of)));
      expect(columnsOf(modelFor(rest, false, of), 90)).toEqual(columns);
    }
  );

  /** After the second call some come back to the wait before it, where others stand whom it asked first. */
  const back = cadenceOf(
    [
      entry(),
      call('one', { role: 'rep' }),
      wait('gap', { amount: 1, unit: 'businessDays' }),
      call('two', { role: 'rep', dispositions: ['connected', 'no-answer'], routes: ['no-answer'] }),
      exit('done')
    ],
    ['start > one', 'one > gap', 'gap > two', 'two:no-answer > gap', 'two > done']
  );
  const effort = { type: 'triangular', min: 3, mode: 6, max: 15 } as const;
  const again = {
    leads: 3000,
    people: [five],
    steps: {
      one: { effort },
      two: { effort, outcomes: [{ disposition: 'no-answer', chance: 0.5 }] }
    }
  };

  it('SIM-39 count the same as the general path: tasks are done that lead back to their own wait', () => {
    const columns = columnsOf(modelFor(again, false, back));
    expect(columns).toEqual(columnsOf(modelFor(again, true, back)));
  });

  it('SIM-41 lose nobody who goes back when they are ended early', () => {
    const run = new SimulationRun(modelFor(again, false, back));
    for (let left = 6; left > 0; left--) run.run(300);
    const { unfinished, exits, days } = run.result('time');
    const ended = exits.reduce((sum, { count }) => sum + count, 0);
    expect(unfinished).toBeGreaterThan(0);
    expect(ended + unfinished).toBe(days.arrivals.reduce((sum, count) => sum + count, 0));
  });

  it('SIM-40 leave quotas, and tasks that may follow each other at once, to the general path', () => {
    const quotas = [{ id: 'q', name: 'Q', channel: 'call', perDay: 9 }] as const;
    expect(pathOf(modelFor({ quotas }, false)).reasons).toEqual([
      'quotas limit how many tasks are begun'
    ]);
    const short = cadenceOf(
      [entry(), call('one', { role: 'rep' }), call('two', { role: 'rep' }), exit('done')],
      ['start > one', 'one > two', 'two > done']
    );
    const model = modelOf(programOf(short), { ...scenario, steps: {} });
    expect(model.ok && pathOf(model.value).reasons).toEqual([
      'tasks that need people may follow each other at once'
    ]);
  });

  it('SIM-41 are counted by the general path where leads wait for years', () => {
    const effort = { type: 'constant', value: 300 } as const;
    const long = { ...steps, 'touch-1': { ...steps['touch-1'], effort } };
    const rest = { leads: 900, people: [{ ...reps, count: 1 }], steps: long };
    const model = modelFor(rest, false);
    const tally = new Tally(model);
    const run = runShare(model, { replication: 0, from: 0, to: 900 }, tally);
    while (!run.run(50));
    expect(run instanceof ColumnarSharedRun && run.isLeft).toBe(true);
    const columns = tally.columns().map((each) => each.map((column) => [...column]));
    expect(columns).toEqual(columnsOf(modelFor(rest, true)));
  });

  it('SIM-41 count leads under way as unfinished when they are ended early', () => {
    const model = modelFor({ leads: 2000 }, false);
    const run = new SimulationRun(model);
    run.run(500);
    const { unfinished, exits } = run.result('time');
    const ended = exits.reduce((sum, { count }) => sum + count, 0);
    expect(ended).toBeGreaterThan(0);
    expect(unfinished).toBeGreaterThan(0);
    expect(ended + unfinished).toBe(run.done);
  });
});
