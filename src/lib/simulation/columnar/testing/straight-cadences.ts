/** Random cadences and scenarios that the columnar path should follow. */
import fc, { type Arbitrary } from 'fast-check';
import type { WorkCalendar } from '$lib/calendar';
import type {
  Cadence,
  CadenceNode,
  Distribution,
  DrawnDelay,
  Duration,
  Scenario,
  StepAssumption
} from '$lib/domain';
import { branch, cadenceOf, call, email, entry, exit, stage, wait } from '$tests/support/cadences';

export interface Straight {
  readonly cadence: Cadence;
  readonly scenario: Scenario;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

function weekOf(...hours: readonly (readonly [string, string])[]): WorkCalendar['week'] {
  return Object.fromEntries(DAYS.map((day) => [day, hours]));
}

/** Changes of the clock, holidays, lunch, short Fridays, nights, and no closing at all. */
export const calendars: readonly WorkCalendar[] = [
  { tz: 'UTC', week: weekOf(['09:00', '17:00']) },
  {
    tz: 'America/New_York',
    week: weekOf(['09:00', '12:00'], ['13:00', '17:30']),
    exceptions: [{ from: '2026-03-16', to: '2026-03-20', kind: 'nonWorking' }]
  },
  {
    tz: 'Europe/Berlin',
    week: { ...weekOf(['08:00', '16:30']), fri: [['08:00', '12:15']], sat: [['10:00', '11:00']] },
    exceptions: [{ from: '2026-04-03', to: '2026-04-06', kind: 'nonWorking' }]
  },
  {
    tz: 'Asia/Kolkata',
    week: { ...weekOf(['22:00', '24:00']), sat: [['00:00', '06:00']] }
  },
  {
    tz: 'Europe/London',
    week: Object.fromEntries([...DAYS, 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]))
  }
];

const calendar = fc.constantFrom(...calendars);

const CONTACT: NonNullable<Cadence['contactWindow']> = {
  hours: { tz: 'Europe/Paris', week: weekOf(['08:00', '19:15']) },
  zones: ['Asia/Kolkata']
};

const duration: Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 0, max: 12 }),
  unit: fc.constantFrom(
    'minutes',
    'hours',
    'days',
    'businessMinutes',
    'businessHours',
    'businessDays'
  )
});

const figure = fc.integer({ min: 0, max: 40 });
const distribution: Arbitrary<Distribution> = fc.oneof(
  figure.map((value) => ({ type: 'constant' as const, value })),
  fc
    .tuple(figure, figure)
    .map(([min, more]) => ({ type: 'uniform' as const, min, max: min + more })),
  fc.tuple(figure, figure, figure).map(([min, a, b]) => ({
    type: 'triangular' as const,
    min,
    mode: min + a,
    max: min + a + b
  })),
  fc.integer({ min: 1, max: 30 }).map((mean) => ({ type: 'exponential' as const, mean })),
  fc.constant({ type: 'empirical' as const, values: [0, 1, 5, 90] })
);

const delay: Arbitrary<DrawnDelay> = fc.record({
  distribution,
  unit: fc.constantFrom(
    'minutes',
    'hours',
    'days',
    'weeks',
    'businessMinutes',
    'businessHours',
    'businessDays'
  )
});

interface Drawn {
  readonly kind: number;
  readonly duration: Duration;
  readonly to: number;
  readonly other: number;
  readonly flags: number;
  readonly chances: readonly [number, number, number];
  readonly effort: Distribution | null;
  readonly delay: DrawnDelay | null;
}

const drawn: Arbitrary<Drawn> = fc.record({
  kind: fc.integer({ min: 0, max: 8 }),
  duration,
  to: fc.nat(20),
  other: fc.nat(20),
  flags: fc.nat(63),
  chances: fc.tuple(fc.nat(40), fc.nat(30), fc.nat(30)),
  effort: fc.option(distribution, { freq: 2 }),
  delay: fc.option(delay, { freq: 3 })
});

const OUTCOMES = ['interested', 'not-interested', 'connected'] as const;

/** The node of a step, and the ports beside its first one. */
function nodeOf(id: string, { kind, duration, flags }: Drawn): readonly [CadenceNode, string[]] {
  const routes = OUTCOMES.filter((_, bit) => flags & (1 << bit));
  const rest = {
    dispositions: OUTCOMES,
    routes,
    ...(flags & 8 ? { due: duration } : {}),
    ...(flags & 16 ? { role: 'rep' } : {})
  };
  const evaluate = flags & 32 ? { evaluate: 'onArrival' as const } : {};
  switch (kind) {
    case 0:
    case 1:
      return [call(id, rest), routes];
    case 2:
      return [email(id, { ...rest, mode: flags & 32 ? 'automatic' : 'manual' }), routes];
    case 3:
      return [stage(id), []];
    case 4: {
      const cases = [{ id: 'yes', name: 'Yes', dispositions: ['connected'] }];
      return [branch(id, { type: 'disposition', cases }, evaluate), ['yes']];
    }
    case 5: {
      const cases = [{ id: 'yes', name: 'Yes', when: { 'lead.name': 'north' } }];
      return [branch(id, { type: 'condition', cases }, evaluate), ['yes']];
    }
    case 6: {
      const cases = [
        { id: 'a', name: 'A', weight: 30 },
        { id: 'b', name: 'B', weight: 70 }
      ];
      return [branch(id, { type: 'split', cases }), ['a', 'b']];
    }
    case 7:
      return [
        wait(id, duration, {
          until: { type: 'weekday', days: ['tue', 'sat'], time: '13:30' }
        }),
        []
      ];
    default:
      return [wait(id, duration), []];
  }
}

function cadenceFrom(
  steps: readonly Drawn[],
  hours: WorkCalendar,
  role: WorkCalendar,
  window: boolean
): Cadence {
  const nodes = steps.map((step, i) => nodeOf(`s${i}`, step));
  const target = (i: number, step: Drawn, way: number): string => {
    // Now and then back to an earlier step.
    const to =
      way === 0 ? i + 1 : way === 1 ? step.to % (steps.length + 2) : i + 1 + (step.other % 3);
    return to < steps.length ? `s${to}` : to % 2 ? 'good' : 'bad';
  };
  const lines = steps.flatMap((step, i) => {
    const [node, ports] = nodes[i] as (typeof nodes)[number];
    const isSplit = node.kind === 'branch' && node.by.type === 'split';
    const first = node.kind === 'branch' ? `s${i}:default` : `s${i}`;
    const others = ports.map(
      (port, way) => `s${i}:${port} > ${target(i, step, way + (isSplit ? 0 : 1))}`
    );
    return isSplit ? others : [`${first} > ${target(i, step, 0)}`, ...others];
  });
  const all = [
    entry(),
    ...nodes.map(([node]) => node),
    exit('good', 'qualified'),
    exit('bad', 'unresponsive')
  ];
  return cadenceOf(all, ['start > s0', ...lines], {
    calendar: hours,
    roles: [{ id: 'rep', name: 'Sales rep', calendar: role }],
    fields: [
      { id: 'name', name: 'Name', type: 'text' },
      { id: 'timezone', name: 'Time zone', type: 'text' }
    ],
    ...(window ? { contactWindow: CONTACT } : {})
  });
}

function assumed(
  { chances: [a, b, c], effort, delay }: Drawn,
  kind: CadenceNode['kind'],
  segments: boolean
): StepAssumption {
  const isTask = kind === 'action';
  const bySegment = segments ? { bySegment: { north: b / 100 } } : {};
  const step: StepAssumption = {
    ...(isTask
      ? {
          outcomes: [
            { disposition: 'interested', chance: a / 100, ...bySegment },
            { disposition: 'not-interested', chance: b / 100 },
            { disposition: 'connected', chance: c / 100 }
          ].filter((_, i) => [a, b, c][i] !== 0)
        }
      : {}),
    ...(isTask && effort ? { effort } : {}),
    ...((isTask || kind === 'wait') && delay ? { delay } : {})
  };
  return step;
}

const arrivals: Arbitrary<Scenario['arrivals']> = fc.oneof(
  fc.constant({ type: 'atOnce' as const }),
  duration
    .filter(({ amount }) => amount > 0)
    .map((over) => ({ type: 'even' as const, over: { ...over, unit: 'businessDays' as const } })),
  fc.constant({ type: 'curve' as const, perDay: [3, 0, 20] }),
  fc.constant({
    type: 'list' as const,
    at: ['2026-03-06T10:30', '2026-03-06T20:00', '2026-03-02T00:10']
  })
);

/** Leads of two segments, or of none. */
export const straight: Arbitrary<Straight> = fc
  .record({
    steps: fc.array(drawn, { minLength: 1, maxLength: 8 }),
    hours: calendar,
    role: calendar,
    arrivals,
    seed: fc.nat(1_000_000),
    segments: fc.boolean(),
    window: fc.boolean(),
    start: fc.constantFrom('2026-03-02T00:00', '2026-03-27T15:20', '2026-10-23T16:59')
  })
  .map(({ steps, hours, role, arrivals: come, seed, segments, window, start }) => {
    const cadence = cadenceFrom(steps, hours, role, window);
    const scenario: Scenario = {
      id: 'base',
      name: 'Base',
      start: come.type === 'list' ? '2026-03-02T00:00' : start,
      leads: 150,
      seed,
      arrivals: come,
      steps: Object.fromEntries(
        steps.map((step, i) => [
          `s${i}`,
          assumed(step, cadence.nodes[i + 1]?.kind ?? 'exit', segments)
        ])
      ),
      ...(segments
        ? {
            segments: [
              {
                id: 'north',
                name: 'North',
                weight: 1,
                fields: { name: 'north', timezone: 'Asia/Kolkata' }
              },
              { id: 'south', name: 'South', weight: 2, fields: { name: 'south' } }
            ]
          }
        : {})
    };
    return { cadence, scenario };
  });
