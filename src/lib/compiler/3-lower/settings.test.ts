import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '$lib/calendar';
import type { Cadence, CadenceNode, Handler } from '$lib/domain';
import { cadenceOf, call, entry, exit, stage } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';
import { compile } from '../compile';

const DAY = { amount: 1, unit: 'days' } as const;
const OTHER = '01jd00000000000000000000bb';

function programWith(rest: Partial<Cadence>, start: CadenceNode = entry()) {
  return programOf([start, call('call'), exit('end')], ['start > call', 'call > end'], rest);
}

describe('entrySpec', () => {
  it('CMP-82 without a word a lead may come again after the last run has ended', () => {
    expect(programWith({}).entry).toEqual({
      criteria: null,
      criteriaText: '',
      requiredFields: [],
      signals: [],
      reEntry: 'afterExit',
      reEntryAfter: null
    });
  });

  it('CMP-82 carries criteria, required fields, signals and the policy', () => {
    const start = entry('start', {
      criteria: { 'lead.region': 'north' },
      signals: ['form', 'call-in', 'form'],
      reEntry: { policy: 'always', after: DAY }
    });
    const fields: Cadence['fields'] = [
      { id: 'region', name: 'Region', type: 'text' },
      { id: 'phone', name: 'Phone', type: 'text', required: true },
      { id: 'email', name: 'Email', type: 'text', required: false }
    ];
    const program = programWith({ fields }, start);
    expect(program.entry).toEqual({
      criteria: {
        type: 'compare',
        fact: { type: 'field', field: 'region' },
        op: '$eq',
        value: 'north'
      },
      criteriaText: 'Region is “north”',
      requiredFields: ['phone'],
      signals: [1, 0],
      reEntry: 'always',
      reEntryAfter: DAY
    });
    expect(program.fields.map(({ id }) => id)).toEqual(['region', 'phone', 'email']);
  });
});

describe('handlers and moves', () => {
  const handler = (id: string, rest: Partial<Handler>): Handler => ({
    id,
    name: id,
    on: { type: 'signal', signal: 'reply' },
    effect: { type: 'exit', to: 'end' },
    ...rest
  });

  it('CMP-83 handlers keep their order, targets and conditions', () => {
    const { handlers } = programWith({
      handlers: [
        handler('z', {}),
        handler('a', {
          on: { type: 'disposition', disposition: 'interested' },
          when: { 'visits.call': { $gt: 1 } },
          effect: { type: 'jump', to: 'call' }
        }),
        handler('b', { effect: { type: 'start', cadence: OTHER } }),
        handler('c', { effect: { type: 'pause', until: DAY } })
      ]
    });
    expect(handlers).toMatchObject([
      { id: 'z', on: { type: 'signal', index: 0 }, when: null, effect: { type: 'exit', to: 2 } },
      {
        id: 'a',
        on: { type: 'disposition', index: 2 },
        when: { fact: { type: 'visits', pc: 1 } },
        effect: { type: 'jump', to: 1 }
      },
      { id: 'b', effect: { type: 'start', cadence: OTHER } },
      { id: 'c', effect: { type: 'pause', until: DAY } }
    ]);
  });

  it('CMP-83 moves keep their order, targets and requirements', () => {
    const when = { 'count.call.completed': { $gte: 1 } };
    const { moves } = programOf(
      [entry(), call('call'), exit('end'), stage('later'), call('again')],
      ['start > call', 'call > end', 'later > again', 'again > end'],
      {
        moves: [
          { id: 'z', name: 'Later', to: 'later', requirements: [{ id: 'r', text: 'Call', when }] },
          { id: 'a', name: 'End', to: 'end' }
        ]
      }
    );
    expect(moves).toMatchObject([
      {
        id: 'z',
        name: 'Later',
        to: 3,
        requirements: [{ id: 'r', source: 'move', servedBy: ['call', 'again'] }]
      },
      { id: 'a', to: 2, requirements: [] }
    ]);
  });
});

describe('rules', () => {
  it('CMP-84 are sentences, with what they ask for and the exits they guard', () => {
    const { rules, verdictWithin } = programWith({
      parameters: [{ id: 'limit', name: 'Limit', duration: { amount: 15, unit: 'businessDays' } }],
      rules: [
        {
          id: 'a',
          type: 'exitRequires',
          result: 'completed',
          counts: [
            { channel: 'sms', atLeast: 1 },
            { channel: 'email', atLeast: 1, followUp: true },
            { channel: 'call', atLeast: 2 }
          ]
        },
        { id: 'b', type: 'maxTouchesPerDay', atMost: 1 },
        { id: 'c', type: 'verdictWithin', limit: { parameter: 'limit' } },
        { id: 'd', type: 'verdictWithin', limit: DAY }
      ]
    });
    expect(rules.map(({ id, text, result, nodes }) => [id, text, result, nodes])).toEqual([
      ['a', 'Completed requires 1 SMS, 1 follow-up email and 2 calls', 'completed', ['end']],
      ['b', 'At most 1 touch a day', null, []],
      ['c', 'A verdict within Limit (15 business days)', null, []],
      ['d', 'A verdict within 1 day', null, []]
    ]);
    expect(rules.map(({ requirement }) => requirement?.id)).toEqual([
      'a',
      undefined,
      undefined,
      undefined
    ]);
    expect(verdictWithin).toEqual({ amount: 15, unit: 'businessDays' });
  });

  it('CMP-84 touches are limited a day within the run, and by the budget over all runs', () => {
    const program = programWith({
      rules: [{ id: 'b', type: 'maxTouchesPerDay', atMost: 2 }],
      touchBudget: { atMost: 1, within: DAY },
      exclusivity: 'all'
    });
    expect(program.touchLimits).toEqual([
      { atMost: 2, within: 'day', scope: 'run', text: 'At most 2 touches a day' },
      { atMost: 1, within: DAY, scope: 'lead', text: 'At most 1 touch of a lead within 1 day' }
    ]);
    expect(program.needsLog).toBe(true);
    expect(program.exclusivity).toBe('all');
  });

  it('CMP-86 a program without limits keeps no single touches', () => {
    expect(programWith({})).toMatchObject({
      needsLog: false,
      touchLimits: [],
      verdictWithin: null,
      exclusivity: 'none',
      contact: null
    });
  });
});

describe('dispositions', () => {
  it('CMP-7 carry everything, with the duration of their delay', () => {
    const { dispositions } = programWith({
      parameters: [{ id: 'gap', name: 'Gap', duration: DAY }],
      dispositions: [
        {
          id: 'busy',
          name: 'Busy',
          answered: false,
          sentiment: 'neutral',
          action: 'retry',
          after: { parameter: 'gap' }
        },
        {
          id: 'stop',
          name: 'Stop',
          answered: true,
          sentiment: 'negative',
          action: 'finish',
          goal: true,
          missed: true,
          optOut: true
        }
      ]
    });
    expect(dispositions).toEqual([
      {
        id: 'busy',
        name: 'Busy',
        answered: false,
        sentiment: 'neutral',
        action: 'retry',
        after: DAY,
        goal: false,
        optOut: false,
        missed: false
      },
      {
        id: 'stop',
        name: 'Stop',
        answered: true,
        sentiment: 'negative',
        action: 'finish',
        after: null,
        goal: true,
        optOut: true,
        missed: true
      }
    ]);
  });
});

describe('contact window', () => {
  const hours: WorkCalendar = { tz: 'Europe/Berlin', week: { mon: [['10:00', '18:00']] } };

  const day = [['00:00', '24:00']] as const;
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  const always: WorkCalendar = { tz: 'UTC', week };

  it('CMP-85 is compiled for each zone, and equal calendars are one row', () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Asia/Tokyo'];
    const program = programWith({ calendar: always, contactWindow: { hours, zones } });
    expect(program.contact).toEqual({
      otherwise: 0,
      zones: ['America/New_York', 'Asia/Tokyo', 'Europe/Berlin'],
      byZone: [1, 2, 0]
    });
    expect(program.calendars.map(({ tz }) => tz)).toEqual([
      'Europe/Berlin',
      'America/New_York',
      'Asia/Tokyo'
    ]);
    const opening = (row: number) => new Date(program.calendars[row]?.starts[0] ?? 0).getUTCHours();
    expect([0, 1, 2].map(opening)).toEqual([9, 15, 1]);
  });

  it('CMP-85 a zone that is none is told with its field, like the hours of a role', () => {
    const bad = { tz: 'Mars/Olympus', week: hours.week };
    const nodes = [entry(), call('call'), exit('end')];
    const { diagnostics, program } = compile(
      cadenceOf(nodes, ['start > call', 'call > end'], {
        roles: [{ id: 'rep', name: 'Rep', calendar: bad }],
        contactWindow: { hours, zones: ['Mars/Base'] }
      })
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual([
      'bad-calendar roles',
      'bad-calendar contactWindow'
    ]);
    expect(program).toBeNull();
  });
});
