import { describe, expect, it } from 'vitest';
import type { CadenceNode, Scenario, StepAssumption } from '$lib/domain';
import {
  DISPOSITIONS,
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { endsAt, simulateCadence, stepOf } from '$tests/support/simulate-cadence';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const always = (disposition: string, chance = 1): StepAssumption => ({
  outcomes: [{ disposition, chance }]
});

const constant = (value: number, unit: 'hours' | 'days' | 'businessDays') =>
  ({ distribution: { type: 'constant', value }, unit }) as const;

/** Asserts that a count out of `total` is within four standard errors of its chance. */
function expectShare(count: number, total: number, chance: number): void {
  const error = Math.sqrt(total * chance * (1 - chance));
  expect(Math.abs(count - total * chance)).toBeLessThanOrEqual(4 * error);
}

describe('repeated steps', () => {
  const repeated = cadenceOf(
    [
      entry(),
      call('call', {
        dispositions: ['no-answer', 'connected'],
        repeat: { times: 3, gap: businessDays(1), until: ['connected'] }
      }),
      exit('done')
    ],
    ['start > call', 'call > done']
  );

  it('SIM-20 a step is tried as often as it says, its gap apart', () => {
    const result = simulateCadence(repeated, { steps: { call: always('no-answer') } });
    expect(stepOf(result, 'call')).toMatchObject({ reached: 1000, visits: 1000, touches: 3000 });
    expect(result.elapsed).toMatchObject({ min: 2 * DAY, max: 2 * DAY });
    expect(endsAt(result, 'done')).toBe(1000);
  });

  it('SIM-20 every attempt has a draw of its own', () => {
    const result = simulateCadence(repeated, {
      leads: 10_000,
      steps: { call: { outcomes: [{ disposition: 'connected', chance: 0.5 }] } }
    });
    // 1 + 1/2 + 1/4 attempts a lead, of variance 11/16.
    const { touches, dispositions } = stepOf(result, 'call');
    expect(Math.abs(touches - 17_500)).toBeLessThan(4 * Math.sqrt(10_000 * 0.6875));
    expectShare(dispositions['connected'] ?? 0, touches, 0.5);
  });
});

describe('tasks left open behind the lead', () => {
  it('SIM-20 are done, and repeated, beside it, and lead nowhere', () => {
    const cadence = cadenceOf(
      [
        entry(),
        call('call', {
          dispositions: ['no-answer'],
          repeat: { times: 3, gap: businessDays(1), until: [] },
          continueWithoutCompletion: true
        }),
        wait('gap', businessDays(9)),
        exit('done')
      ],
      ['start > call', 'call > gap', 'gap > done']
    );
    const result = simulateCadence(cadence, { steps: { call: always('no-answer') } });
    expect(stepOf(result, 'call')).toMatchObject({ visits: 1000, touches: 3000 });
    expect(result.edges).toEqual({ e1: 1000, e2: 1000, e3: 1000 });
  });
});

describe('forks', () => {
  const fork: CadenceNode = {
    id: 'fork',
    kind: 'fork',
    name: 'fork',
    paths: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' }
    ]
  };
  const lines = [
    'start > fork',
    'fork:a > call',
    'call > join',
    'fork:b > gap',
    'gap > mail',
    'mail > join',
    'join > done'
  ];
  const nodes = (policy: 'all' | 'any'): readonly CadenceNode[] => [
    entry(),
    fork,
    call('call'),
    wait('gap', businessDays(2)),
    email('mail'),
    {
      id: 'join',
      kind: 'join',
      name: 'join',
      fork: 'fork',
      policy: { type: policy },
      rest: 'cancel'
    },
    exit('done')
  ];
  const talk: Scenario['steps'] = { call: { effort: { type: 'constant', value: 30 } } };

  it('SIM-20 a fork multiplies what goes in, a join brings it together', () => {
    const result = simulateCadence(cadenceOf(nodes('all'), lines), { steps: talk });
    expect(result.edges).toEqual({
      e1: 1000,
      e2: 1000,
      e3: 1000,
      e4: 1000,
      e5: 1000,
      e6: 1000,
      e7: 1000
    });
    expect(stepOf(result, 'join').visits).toBe(2000);
    expect(result.elapsed).toMatchObject({ min: 2 * DAY, max: 2 * DAY });
    expect(result.touches.byChannel).toEqual({ call: 1000, email: 1000 });
  });

  it('SIM-20 what is cancelled by its join is not done, and waited only until then', () => {
    const result = simulateCadence(cadenceOf(nodes('any'), lines), { steps: talk });
    expect(result.elapsed).toMatchObject({ min: HOUR / 2, max: HOUR / 2 });
    expect(stepOf(result, 'mail').visits).toBe(0);
    expect(stepOf(result, 'gap').waiting).toBe(1000 * (HOUR / 2));
  });

  it('SIM-5 waits of two paths are both late', () => {
    const both = [entry(), fork, wait('one'), wait('two'), nodes('all')[5], exit('done')];
    const cadence = cadenceOf(both as CadenceNode[], [
      'start > fork',
      'fork:a > one',
      'fork:b > two',
      'one > join',
      'two > join',
      'join > done'
    ]);
    const delay = constant(3, 'hours');
    const result = simulateCadence(cadence, { steps: { one: { delay }, two: { delay } } });
    expect(stepOf(result, 'one').waiting).toBe(1000 * (DAY + 3 * HOUR));
    expect(stepOf(result, 'two').waiting).toBe(1000 * (DAY + 3 * HOUR));
  });
});

describe('people', () => {
  it('SIM-20 an approval is refused by its chance, else given', () => {
    const cadence = cadenceOf(
      [
        entry(),
        { id: 'ok', kind: 'action', name: 'ok', channel: 'approval' },
        exit('done'),
        exit('no', 'lost')
      ],
      ['start > ok', 'ok > done', 'ok:refused > no']
    );
    const result = simulateCadence(cadence, { leads: 5000, steps: { ok: always('refused', 0.3) } });
    expectShare(endsAt(result, 'no'), 5000, 0.3);
    const { refused, touches } = stepOf(result, 'ok');
    expect([refused, touches]).toEqual([endsAt(result, 'no'), endsAt(result, 'done')]);
    expect(simulateCadence(cadence).exits.map(({ count }) => count)).toEqual([1000, 0]);
  });

  it('SIM-20 an exit that was asked for is taken at the first instant it is open', () => {
    const won = exit('won', 'won');
    const cadence = cadenceOf(
      [
        entry(),
        call('call', { dispositions: ['interested'], routes: ['interested'] }),
        wait('gap'),
        email('mail'),
        wait('long', businessDays(5)),
        {
          ...won,
          requirements: [
            { id: 'mailed', text: 'An email', when: { 'count.email.completed': { $gte: 1 } } }
          ]
        },
        exit('done')
      ],
      [
        'start > call',
        'call:interested > won',
        'call > gap',
        'gap > mail',
        'mail > long',
        'long > done'
      ]
    );
    const result = simulateCadence(cadence, { steps: { call: always('interested') } });
    expect(endsAt(result, 'won')).toBe(1000);
    expect(result.elapsed.max).toBe(DAY);
    expect(endsAt(simulateCadence(cadence), 'done')).toBe(1000);
  });

  it('SIM-20 a task that nobody begins in time is skipped by itself', () => {
    const cadence = cadenceOf(
      [entry(), call('call', { autoSkipAfter: businessDays(2) }), exit('done')],
      ['start > call', 'call > done']
    );
    const late = { call: { delay: constant(3, 'businessDays') } };
    const result = simulateCadence(cadence, { steps: late });
    expect(stepOf(result, 'call')).toMatchObject({
      touches: 0,
      skipped: 1000,
      waiting: 1000 * 2 * DAY,
      effort: 0
    });
    const inTime = { call: { delay: constant(2, 'businessDays') } };
    expect(stepOf(simulateCadence(cadence, { steps: inTime }), 'call').touches).toBe(1000);
  });

  it('SIM-4 somebody late begins when the role works and the lead may be contacted', () => {
    const hours = (from: string, to: string) => ({
      tz: 'America/New_York',
      week: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]])
      )
    });
    const cadence = cadenceOf(
      [entry(), call('call', { role: 'early' }), exit('done')],
      ['start > call', 'call > done'],
      {
        roles: [{ id: 'early', name: 'Early shift', calendar: hours('07:00', '12:00') }],
        contactWindow: { hours: hours('10:00', '18:00') }
      }
    );
    // Monday at nine: called at ten.
    expect(simulateCadence(cadence).elapsed.max).toBe(HOUR);
    const steps = { call: { delay: constant(4, 'hours') } };
    // At two in the afternoon the shift is over; the next one may call from ten on.
    expect(simulateCadence(cadence, { steps }).elapsed.max).toBe(25 * HOUR);
  });

  it('SIM-20 people tick every checklist, so that stages close', () => {
    const item = { id: 'budget', text: 'Budget known', mandatory: true };
    const cadence = cadenceOf(
      [entry(), stage('first', { checklist: [item] }), call('call'), stage('next'), exit('done')],
      ['start > first', 'first > call', 'call > next', 'next > done']
    );
    expect(endsAt(simulateCadence(cadence), 'done')).toBe(1000);
  });

  it('SIM-6 a lead in front of what is never allowed is unfinished, and the next one is not held up', () => {
    const never = { id: 'never', text: 'A name', when: { 'lead.name': { $exists: true } } };
    const cadence = cadenceOf(
      [
        entry(),
        branch('half', {
          type: 'split',
          cases: [
            { id: 'a', name: 'A', weight: 50 },
            { id: 'b', name: 'B', weight: 50 }
          ]
        }),
        call('call', { requirements: [never] }),
        exit('done')
      ],
      ['start > half', 'half:a > call', 'half:b > done', 'call > done']
    );
    const result = simulateCadence(cadence);
    expectShare(result.unfinished, 1000, 0.5);
    expect(result.unfinished + endsAt(result, 'done')).toBe(1000);
    expect(stepOf(result, 'call')).toMatchObject({ held: result.unfinished, touches: 0 });
  });
});

describe('ends without an exit', () => {
  const finishing = cadenceOf(
    [entry(), call('call', { dispositions: ['interested', 'not-interested'] }), exit('done')],
    ['start > call', 'call > done']
  );

  it('SIM-22 a disposition that finishes is an end of its own', () => {
    const result = simulateCadence(finishing, {
      leads: 4000,
      steps: {
        call: {
          outcomes: [
            { disposition: 'interested', chance: 0.25 },
            { disposition: 'not-interested', chance: 0.25 }
          ]
        }
      }
    });
    expect(result.otherEnds.map(({ cause, result: verdict }) => [cause, verdict])).toEqual([
      ['finished', 'qualified'],
      ['finished', 'notInterested']
    ]);
    for (const { count } of result.otherEnds) expectShare(count, 4000, 0.25);
    expect(result.otherEnds[0]?.share).toBe((result.otherEnds[0]?.count ?? 0) / 4000);
    const all = [...result.exits, ...result.otherEnds].reduce((sum, { count }) => sum + count, 0);
    expect(all).toBe(4000);
  });

  it('SIM-22 an opt-out is one', () => {
    const stop = { id: 'stop', name: 'Stop', answered: true, sentiment: 'negative' } as const;
    const cadence = {
      ...finishing,
      nodes: [entry(), call('call', { dispositions: ['stop'] }), exit('done')],
      dispositions: [...DISPOSITIONS, { ...stop, action: 'finish', optOut: true } as const]
    };
    const result = simulateCadence(cadence, { steps: { call: always('stop') } });
    expect(result.otherEnds).toMatchObject([{ cause: 'stopped', result: 'optedOut', count: 1000 }]);
  });

  it('SIM-22 so is the end of the time for a verdict', () => {
    const slow = cadenceOf(
      [entry(), wait('gap', businessDays(9)), exit('done')],
      ['start > gap', 'gap > done'],
      { rules: [{ id: 'soon', type: 'verdictWithin', limit: businessDays(4) }] }
    );
    const result = simulateCadence(slow);
    expect(result.otherEnds).toMatchObject([
      { cause: 'limit', result: 'unresponsive', count: 1000, share: 1 }
    ]);
    expect(stepOf(result, 'gap').waiting).toBe(1000 * 4 * DAY);
  });

  it('SIM-22 time limits, exits with a way back and handlers are counted', () => {
    const cadence = cadenceOf(
      [
        entry(),
        stage('first', {
          sla: [
            { id: 'slow', after: businessDays(1), action: 'warn' },
            { id: 'never', after: businessDays(9), action: 'warn' }
          ]
        }),
        wait('gap', businessDays(2)),
        call('call', { dispositions: ['connected'] }),
        exit('done'),
        { ...exit('later', 'contactLater'), recycle: { after: businessDays(5) } }
      ],
      ['start > first', 'first > gap', 'gap > call', 'call > done'],
      {
        handlers: [
          {
            id: 'reached',
            name: 'Reached',
            on: { type: 'disposition', disposition: 'connected' },
            effect: { type: 'exit', to: 'later' }
          }
        ]
      }
    );
    const result = simulateCadence(cadence, { steps: { call: always('connected') } });
    expect(result.timeLimits).toEqual([
      { node: 'first', threshold: 'slow', count: 1000, of: 1000, met: 0 },
      { node: 'first', threshold: 'never', count: 0, of: 1000, met: 1 }
    ]);
    expect(result.handlers).toEqual({ reached: 1000 });
    expect([endsAt(result, 'later'), result.recycled]).toEqual([1000, 1000]);
  });
});
