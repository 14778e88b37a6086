import { describe, expect, it } from 'vitest';
import type { ActionNode, BranchBy, Cadence, CadenceNode, Condition, LeadField } from '$lib/domain';
import {
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage
} from '$tests/support/cadences';
import { compile } from '../compile';

/** `code node` of what the codes named say of entry, these steps one after another, exit. */
function chain(
  codes: readonly string[],
  steps: readonly CadenceNode[],
  rest: Partial<Cadence> = {}
) {
  const nodes = [entry(), ...steps, exit('end', 'won')];
  const lines = nodes.slice(1).map(({ id }, i) => {
    const from = nodes[i]!;
    return `${from.id}${from.kind === 'branch' ? ':default' : ''} > ${id}`;
  });
  const cases = steps.flatMap((step) =>
    step.kind === 'branch' ? step.by.cases.map(({ id }) => `${step.id}:${id} > end`) : []
  );
  return compile(cadenceOf(nodes, [...lines, ...cases], rest))
    .diagnostics.filter(({ code }) => codes.includes(code))
    .map(({ code, node }) => (node === undefined ? code : `${code} ${node}`));
}

const asks = (...whens: Condition[]): BranchBy => ({
  type: 'condition',
  cases: whens.map((when, i) => ({ id: `c${i}`, name: `c${i}`, when }))
});

describe('conditions', () => {
  const overlaps = (...whens: Condition[]) =>
    chain(['overlapping-case'], [branch('b', asks(...whens))]);

  it('CMP-120 cases before it may take all leads together', () => {
    expect(
      overlaps({ 'lead.size': { $lt: 5 } }, { 'lead.size': { $gte: 5 } }, { 'lead.size': 7 })
    ).toEqual(['overlapping-case b']);
    expect(
      overlaps({ 'lead.size': { $lt: 5 } }, { 'lead.size': { $gt: 5 } }, { 'lead.size': 5 })
    ).toEqual([]);
    expect(overlaps({ 'count.email.sent': 1 }, { 'count.email.completed': 1 })).toEqual([
      'overlapping-case b'
    ]);
  });

  it('CMP-120 a case that can never be true is told as that alone', () => {
    expect(overlaps({ 'lead.size': 1 }, { $or: [] })).toEqual([]);
  });

  it('CMP-120 dispositions and signals are taken once', () => {
    const dispositions = (...lists: string[][]): BranchBy => ({
      type: 'disposition',
      cases: lists.map((list, i) => ({ id: `c${i}`, name: `c${i}`, dispositions: list }))
    });
    const two = dispositions(['no-answer'], ['connected'], ['connected', 'no-answer']);
    expect(chain(['overlapping-case'], [branch('b', two)])).toEqual(['overlapping-case b']);
    const more = dispositions(['no-answer'], ['connected', 'no-answer']);
    expect(chain(['overlapping-case'], [branch('b', more)])).toEqual([]);
    const signals = ['reply', 'bounce', 'reply'].map((signal, i) => ({
      id: `c${i}`,
      name: `c${i}`,
      signal
    }));
    expect(chain(['overlapping-case'], [branch('b', { type: 'signal', cases: signals })])).toEqual([
      'overlapping-case b'
    ]);
  });

  const fields: LeadField[] = [
    { id: 'size', name: 'Size', type: 'number' },
    { id: 'vip', name: 'VIP', type: 'boolean' },
    { id: 'renewal', name: 'Renewal', type: 'date' },
    { id: 'region', name: 'Region', type: 'choice', choices: ['north'] },
    { id: 'name', name: 'Name', type: 'text' }
  ];
  const types = (when: Condition) =>
    chain(['compares-wrong-type', 'unknown-choice'], [branch('b', asks(when))], { fields });
  const wrong = ['compares-wrong-type b'];

  it.each<[Condition]>([
    [{ 'lead.size': 'ten' }],
    [{ 'lead.size': { $in: [1, true] } }],
    [{ 'lead.vip': 'yes' }],
    [{ 'lead.vip': { $gt: 0 } }],
    [{ 'lead.renewal': 'soon' }],
    [{ 'lead.name': { $gt: 3 } }],
    [{ 'count.call.completed': { $gte: '1' } }],
    [{ 'seen.reply': 'yes' }],
    [{ 'last.disposition': 3 }],
    [{ $and: [{ $not: { 'days.enrolled': true } }] }]
  ])('CMP-121 %j is told', (when) => {
    expect(types(when)).toEqual(wrong);
  });

  it.each<[Condition]>([
    [{ 'lead.size': { $gte: 3, $ne: null } }],
    [{ 'lead.vip': { $exists: true } }],
    [{ 'lead.renewal': { $lt: '2026-03-01' } }],
    [{ 'lead.name': { $gt: 'M' } }],
    [{ 'lead.region': { $in: ['north', null] } }],
    [{ 'last.call.disposition': { $in: ['connected'] } }]
  ])('CMP-121 CMP-122 %j is right', (when) => {
    expect(types(when)).toEqual([]);
  });

  it('CMP-122 each value that cannot be chosen is told', () => {
    expect(types({ 'lead.region': { $nin: ['north', 'south', 'west'] } })).toEqual([
      'unknown-choice b',
      'unknown-choice b'
    ]);
  });
});

describe('actions', () => {
  const approval = (rest: Partial<ActionNode>): ActionNode => ({
    id: 'a',
    kind: 'action',
    name: 'a',
    channel: 'approval',
    role: 'rep',
    ...rest
  });

  it('CMP-105 an approval is repeated and skipped by nobody', () => {
    const codes = ['route-on-approval', 'repeat-never-ends-early'];
    expect(chain(codes, [approval({})])).toEqual([]);
    const told = ['route-on-approval a'];
    expect(
      chain(codes, [approval({ repeat: { times: 2, gap: businessDays(1), until: [] } })])
    ).toEqual(told);
    expect(chain(codes, [approval({ autoSkipAfter: businessDays(1) })])).toEqual(told);
    expect(chain(codes, [approval({ dispositions: ['connected'] })])).toEqual(told);
    expect(chain(codes, [approval({ missingData: 'skip' })])).toEqual(told);
    expect(chain(codes, [approval({ continueWithoutCompletion: true })])).toEqual(told);
  });

  it('CMP-107 messages go out by themselves, all else is done by people', () => {
    const automatic = (channel: ActionNode['channel']) =>
      chain(['cannot-be-automatic'], [email('m', { channel, mode: 'automatic' })]);
    expect((['email', 'sms', 'social'] as const).map(automatic)).toEqual([[], [], []]);
    for (const channel of ['call', 'meeting', 'demo', 'task', 'approval', 'document'] as const) {
      expect(automatic(channel)).toEqual(['cannot-be-automatic m']);
    }
  });

  it('CMP-111 hours of open time fit into a business day, calendar time is not compared with it', () => {
    const order = (...after: ActionNode['due'][]) =>
      chain(
        ['limits-out-of-order'],
        [call('c', { sla: after.map((one, i) => ({ id: `s${i}`, after: one!, action: 'warn' })) })]
      );
    const told = ['limits-out-of-order c'];
    expect(order(businessDays(1), { amount: 7, unit: 'businessHours' })).toEqual(told);
    expect(order(businessDays(1), { amount: 8, unit: 'businessHours' })).toEqual([]);
    expect(order(businessDays(2), { amount: 1, unit: 'hours' })).toEqual([]);
    expect(order({ amount: 2, unit: 'days' }, { amount: 47, unit: 'hours' })).toEqual(told);
  });

  it('CMP-112 a rule, a checklist and a handler can hold a lead as well', () => {
    const held = (to: 'won' | 'lost', rest: Partial<Cadence>, before: CadenceNode[] = []) => {
      const step = call('c', {
        dispositions: ['interested'],
        routes: ['interested'],
        heldRoute: true
      });
      const nodes = [entry(), ...before, step, exit('won', 'won'), exit('lost', 'lost')];
      const ids = ['start', ...before.map(({ id }) => id), 'c'];
      const lines = ids.slice(1).map((id, i) => `${ids[i]} > ${id}`);
      return compile(
        cadenceOf(nodes, [...lines, 'c > lost', `c:interested > ${to}`, 'c:held > lost'], rest)
      ).diagnostics.filter(({ code }) => code === 'held-never-taken').length;
    };
    expect(held('won', {})).toBe(1);
    const counts = [{ channel: 'call', atLeast: 1 } as const];
    expect(held('won', { rules: [{ id: 'r', type: 'exitRequires', result: 'won', counts }] })).toBe(
      0
    );
    const checklist = [{ id: 'i', text: 'Budget', mandatory: true }];
    expect(held('won', {}, [stage('s', { checklist })])).toBe(0);
    expect(held('lost', {}, [stage('s', { checklist })])).toBe(1);
  });
});

describe('hours', () => {
  const week = (from: string, to: string, tz = 'America/New_York') => ({
    tz,
    week: { mon: [[from, to]], fri: [[from, to]] } as const
  });
  const meets = (steps: readonly CadenceNode[], rest: Partial<Cadence>) =>
    chain(['never-open-together'], steps, rest);

  it('CMP-118 an hour a week is enough, and only contact needs it', () => {
    const evening = { hours: week('16:00', '20:00') };
    const night = { hours: week('17:00', '20:00') };
    expect(meets([call('c')], { contactWindow: evening })).toEqual([]);
    expect(meets([call('c')], { contactWindow: night })).toEqual(['never-open-together c']);
    const meeting: CadenceNode = { id: 'm', kind: 'action', name: 'm', channel: 'meeting' };
    expect(meets([meeting], { contactWindow: night })).toEqual([]);
  });

  it('CMP-118 every zone needs one, by the hours of the step’s own role', () => {
    const roles = [{ id: 'late', name: 'Late shift', calendar: week('12:00', '20:00') }];
    const window = (zones: string[]) => ({ hours: week('12:00', '14:00'), zones });
    expect(meets([call('c', { role: 'late' })], { roles, contactWindow: window([]) })).toEqual([]);
    expect(
      meets([call('c', { role: 'late' })], { roles, contactWindow: window(['Asia/Tokyo']) })
    ).toEqual(['never-open-together c']);
  });
});
