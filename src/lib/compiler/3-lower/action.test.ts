import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '$lib/calendar';
import type { ActionNode, Cadence, Channel } from '$lib/domain';
import type { TaskSpec } from '$lib/program';
import { present } from '$lib/util';
import { cadenceOf, call, email, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const DAY = { amount: 1, unit: 'days' } as const;

/** The task that an action becomes, between an entry and an end to which all its ways lead. */
function taskOf(action: ActionNode, rest: Partial<Cadence> = {}): TaskSpec {
  const ways = action.channel === 'approval' ? ['refused'] : [...(action.routes ?? [])];
  if (action.heldRoute) ways.push('held');
  const lines = ['start > a', 'a > end', ...ways.map((way) => `a:${way} > end`)];
  const program = programOf([entry(), action, exit('end')], lines, rest);
  return present(program.tasks[0], 'task');
}

const FIELDS: Cadence['fields'] = [
  { id: 'phone', name: 'Phone', type: 'text' },
  { id: 'name', name: 'Name', type: 'text' },
  { id: 'firm', name: 'Firm', type: 'text' },
  { id: 'email', name: 'Email', type: 'text' }
];

const LATE: WorkCalendar = { tz: 'Europe/Berlin', week: { mon: [['12:00', '20:00']] } };

describe('lowerAction', () => {
  it('CMP-75 hours are those of the role, where they differ from the cadence', () => {
    const nodes = [
      entry(),
      call('a', { role: 'late' }),
      call('b', { role: 'same' }),
      call('c', { role: 'rep' }),
      call('d'),
      call('e', { role: 'later' }),
      exit('end')
    ];
    const { calendar } = cadenceOf([], []);
    const { tasks, calendars } = programOf(
      nodes,
      ['start > a', 'a > b', 'b > c', 'c > d', 'd > e', 'e > end'],
      {
        roles: [
          { id: 'rep', name: 'Rep' },
          { id: 'same', name: 'Same', calendar: { ...calendar } },
          { id: 'late', name: 'Late', calendar: LATE },
          { id: 'later', name: 'Later', calendar: { ...LATE } }
        ]
      }
    );
    expect(tasks.map(({ hours }) => hours)).toEqual([0, -1, -1, -1, 0]);
    expect(calendars.map(({ tz }) => tz)).toEqual(['Europe/Berlin']);
  });

  it.each<[Channel, boolean]>([
    ['email', true],
    ['call', true],
    ['sms', true],
    ['social', true],
    ['meeting', false],
    ['demo', false],
    ['task', false],
    ['approval', false],
    ['document', false]
  ])('CMP-75 whether a step by %s reaches out to the lead: %s', (channel, contact) => {
    const role = 'rep';
    expect(taskOf({ ...call('a'), channel, role })).toMatchObject({ channel, contact });
  });

  it('CMP-75 the ports of held and refused follow their ways', () => {
    const dispositions = ['no-answer', 'interested'];
    const routed = call('a', { dispositions, routes: ['interested'], heldRoute: true });
    expect(taskOf(routed)).toMatchObject({ heldPort: 2, refusedPort: -1 });
    const approval: ActionNode = { ...call('a', { role: 'rep' }), channel: 'approval' };
    expect(taskOf(approval)).toMatchObject({ heldPort: -1, refusedPort: 1 });
    expect(taskOf(call('a'))).toMatchObject({ heldPort: -1, refusedPort: -1 });
  });

  it('CMP-76 an email needs its address and what its text cannot do without', () => {
    const template = { subject: 'For {{ lead.firm }}', body: 'Hello {{lead.name|there}}' };
    expect(taskOf(email('a', { template }), { fields: FIELDS }).needs).toEqual(['firm', 'email']);
  });

  it('CMP-76 a field is needed when the text has it once without anything in its place', () => {
    const script = '{{lead.name|You}}! {{lead.name}}?';
    expect(taskOf(call('a', { script }), { fields: FIELDS }).needs).toEqual(['phone', 'name']);
  });

  it('CMP-76 an address is needed only where the cadence has such a field', () => {
    expect(taskOf(email('a')).needs).toEqual([]);
    const sms: ActionNode = { ...email('a'), channel: 'sms' };
    expect(taskOf(sms, { fields: FIELDS }).needs).toEqual(['phone']);
    const social: ActionNode = { ...email('a'), channel: 'social' };
    expect(taskOf(social, { fields: FIELDS }).needs).toEqual([]);
  });

  it('CMP-76 a variant uses its own texts, and for those it lacks the texts of the step', () => {
    const body = (field: string) => ({ body: `{{lead.${field}}}` });
    const variants = [
      { id: 'a', name: 'A', weight: 40, template: body('firm') },
      { id: 'b', name: 'B', weight: 60, template: body('phone') }
    ];
    const own = { template: body('name'), variants };
    expect(taskOf(email('a', own), { fields: FIELDS }).needs).toEqual(['phone', 'firm', 'email']);
    const [first, second] = variants as [(typeof variants)[0], (typeof variants)[0]];
    const { template: _, ...bare } = second;
    const half = { template: body('name'), variants: [first, bare] };
    expect(taskOf(email('a', half), { fields: FIELDS }).needs).toEqual(['name', 'firm', 'email']);
  });

  it('CMP-77 a plain action has nothing special', () => {
    expect(taskOf(call('a'))).toMatchObject({
      automatic: false,
      role: null,
      due: null,
      requiredFields: [],
      checklist: [],
      missingData: 'hold',
      repeat: null,
      autoSkipAfter: null,
      expireAfter: null,
      continueWithoutCompletion: false,
      variants: [],
      sla: []
    });
  });

  it('CMP-77 an action carries its repeats, times, lists and variants', () => {
    const checklist = [{ id: 'note', text: 'Take a note', mandatory: true }];
    const task = taskOf(
      call('a', {
        role: 'rep',
        due: DAY,
        autoSkipAfter: { parameter: 'gap' },
        expireAfter: { amount: 9, unit: 'days' },
        dispositions: ['no-answer', 'connected', 'interested'],
        repeat: { times: 3, gap: { parameter: 'gap' }, until: ['interested', 'connected'] },
        requiredFields: ['name'],
        checklist,
        missingData: 'skip',
        continueWithoutCompletion: true,
        variants: [
          { id: 'a', name: 'Short', weight: 30 },
          { id: 'b', name: 'Long', weight: 70 }
        ]
      }),
      { parameters: [{ id: 'gap', name: 'Gap', duration: { amount: 2, unit: 'businessDays' } }] }
    );
    const gap = { amount: 2, unit: 'businessDays' };
    expect(task).toMatchObject({
      role: 'rep',
      due: DAY,
      autoSkipAfter: gap,
      expireAfter: { amount: 9, unit: 'days' },
      repeat: { times: 3, gap, until: [2, 1] },
      requiredFields: ['name'],
      checklist,
      missingData: 'skip',
      continueWithoutCompletion: true,
      variants: [
        { id: 'a', name: 'Short', upTo: 30 },
        { id: 'b', name: 'Long', upTo: 100 }
      ]
    });
    expect(taskOf(email('a', { mode: 'automatic' })).automatic).toBe(true);
  });

  it('CMP-78 an action carries its time limits, with a target where they move', () => {
    const sla: ActionNode['sla'] = [
      { id: 'soon', after: DAY, action: 'warn', to: 'end' },
      { id: 'late', after: { amount: 2, unit: 'days' }, action: 'escalate', role: 'rep' },
      { id: 'gone', after: { amount: 3, unit: 'days' }, action: 'move', to: 'end' }
    ];
    expect(taskOf(call('a', { sla })).sla).toEqual([
      { id: 'soon', after: DAY, action: 'warn', role: null, to: -1 },
      { id: 'late', after: { amount: 2, unit: 'days' }, action: 'escalate', role: 'rep', to: -1 },
      { id: 'gone', after: { amount: 3, unit: 'days' }, action: 'move', role: null, to: 2 }
    ]);
  });
});
