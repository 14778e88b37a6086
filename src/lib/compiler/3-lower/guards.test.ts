import { describe, expect, it } from 'vitest';
import type { ActionNode, Cadence, Condition, Rule } from '$lib/domain';
import { OP, type ProgramRequirement } from '$lib/program';
import { cadenceOf, call, email, entry, exit, stage } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const CALLED = { id: 'called', text: 'Call first', when: { 'count.call.completed': { $gte: 1 } } };

const RULE: Rule = {
  id: 'no',
  type: 'exitRequires',
  result: 'notInterested',
  counts: [
    { channel: 'email', atLeast: 2, followUp: true },
    { channel: 'call', atLeast: 1 }
  ]
};

/** Email, call, email, approval, document, then an end with this requirement. */
function requirementOn(when: Condition, rest: Partial<Cadence> = {}): ProgramRequirement {
  const approval: ActionNode = { ...call('ok', { role: 'rep' }), channel: 'approval' };
  const paper: ActionNode = { ...call('paper', { requiredFields: ['name'] }), channel: 'document' };
  const end = { ...exit('end'), requirements: [{ id: 'r', text: 'First this', when }] };
  const { guards } = programOf(
    [
      ...[entry(), email('mail-1'), call('call', { dispositions: ['no-answer', 'interested'] })],
      ...[email('mail-2'), approval, paper, exit('refused'), end, email('aside')]
    ],
    [
      ...['start > mail-1', 'mail-1 > call', 'call > mail-2', 'mail-2 > ok', 'ok > paper'],
      ...['ok:refused > refused', 'paper > end', 'aside > end']
    ],
    rest
  );
  return guards.flat()[0] as ProgramRequirement;
}

describe('lowerGuard', () => {
  it('CMP-80 stages, actions and exits are guarded by their requirements', () => {
    const requirements = [CALLED];
    const { guard, guards, nodes } = programOf(
      [
        ...[entry(), call('first'), stage('second', { requirements })],
        ...[email('mail', { requirements }), { ...exit('end'), requirements }, exit('other')]
      ],
      ['start > first', 'first > second', 'second > mail', 'mail > end'],
      { moves: [{ id: 'm', name: 'M', to: 'other' }] }
    );
    expect(nodes).toEqual(['start', 'first', 'second', 'mail', 'end', 'other']);
    expect([...guard]).toEqual([-1, -1, 0, 1, 2, -1]);
    expect(guards).toHaveLength(3);
    expect(guards[2]).toEqual([
      {
        id: 'called',
        text: 'Call first',
        source: 'step',
        servedBy: ['first'],
        when: expect.objectContaining({ type: 'compare', op: '$gte', value: 1 }) as object
      }
    ]);
  });

  it('CMP-80 a requirement without words is its condition as a sentence', () => {
    const requirements = [{ ...CALLED, text: ' ' }];
    const { guards } = programOf(
      [entry(), call('call'), { ...exit('end'), requirements }],
      ['start > call', 'call > end']
    );
    expect(guards[0]?.[0]?.text).toBe('number of calls completed is at least 1');
  });

  it('CMP-80 an exit is guarded by the rules on its result, after its own requirements', () => {
    const no = { ...exit('no', 'notInterested'), requirements: [CALLED] };
    const last = call('call', { dispositions: ['not-interested'], routes: ['not-interested'] });
    const { guards, guard, rules } = programOf(
      [entry(), call('first'), email('mail-1'), email('mail-2'), last, no, exit('end')],
      [
        ...['start > first', 'first > mail-1', 'mail-1 > mail-2', 'mail-2 > call'],
        ...['call:not-interested > no', 'call > end']
      ],
      { rules: [RULE] }
    );
    expect([...guard].filter((row) => row >= 0)).toEqual([0]);
    expect(guards[0]?.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'called step',
      'no rule'
    ]);
    const count = (channel: string, followUp: boolean, value: number) => ({
      type: 'compare',
      fact: { type: 'count', channel, verb: 'completed', followUp, scope: 'run', window: null },
      op: '$gte',
      value
    });
    expect(guards[0]?.[1]).toEqual({
      id: 'no',
      text: '“Not interested” requires 2 follow-up emails and 1 call',
      source: 'rule',
      servedBy: ['first', 'mail-1', 'mail-2', 'call'],
      when: { type: 'and', of: [count('email', true, 2), count('call', false, 1)] }
    });
    expect(rules[0]?.requirement).toEqual(guards[0]?.[1]);
  });

  it('CMP-80 a rule that asks for nothing guards nothing', () => {
    const { guard, op } = programOf(
      [entry(), call('call'), exit('end')],
      ['start > call', 'call > end'],
      { rules: [{ ...RULE, result: 'completed', counts: [] }] }
    );
    expect([...guard]).toEqual([-1, -1, -1]);
    expect([...op]).toEqual([OP.enter, OP.task, OP.exit]);
  });
});

describe('servingSteps', () => {
  it.each<[string, Condition, readonly string[]]>([
    ['a channel', { 'count.email.sent': { $gte: 2 } }, ['mail-1', 'mail-2']],
    ['any touch', { 'count.touches': { $gt: 1 } }, ['mail-1', 'call', 'mail-2', 'ok', 'paper']],
    ['answers', { 'count.call.answered': 1 }, ['call']],
    ['an approval', { 'count.approval.completed': 1 }, ['ok']],
    ['a step', { 'done.mail-2': true }, ['mail-2']],
    ['visits', { 'visits.call': { $gte: 1 } }, ['call']],
    ['what came of a step', { 'step.call.disposition': 'interested' }, ['call']],
    ['a last disposition', { 'last.disposition': { $in: ['interested'] } }, ['call']],
    ['one nobody offers', { 'last.disposition': 'connected' }, []],
    ['one of another channel', { 'last.email.disposition': 'interested' }, []],
    ['another than one', { 'last.disposition': { $ne: 'interested' } }, []],
    ['a field', { 'lead.name': { $exists: true } }, ['paper']],
    ['skipped touches', { 'count.email.skipped': { $gte: 1 } }, []],
    ['bounces', { 'count.email.bounced': { $gte: 1 } }, []],
    ['no more than', { 'count.email.sent': { $lte: 2 } }, []],
    ['none of', { $nor: [{ 'count.email.sent': { $gte: 2 } }] }, []],
    ['not', { $not: { 'done.call': true } }, []],
    ['either', { $or: [{ 'done.ok': true }, { 'done.call': true }] }, ['call', 'ok']],
    ['time', { 'days.enrolled': { $gte: 2 } }, []]
  ])('CMP-81 a requirement on %s is served by those that can do it', (_, when, steps) => {
    expect(requirementOn(when).servedBy).toEqual(steps);
  });

  it('CMP-81 a step does not serve what stands before itself', () => {
    const { guards } = programOf(
      [entry(), call('a'), call('b', { requirements: [CALLED] }), exit('end')],
      ['start > a', 'a > b', 'b > end']
    );
    expect(guards[0]?.[0]?.servedBy).toEqual(['a']);
  });

  it('CMP-81 the order is that of instructions, whatever the order in the file', () => {
    const cadence = cadenceOf(
      [{ ...exit('end'), requirements: [CALLED] }, call('b'), call('a'), entry()],
      ['start > a', 'a > b', 'b > end']
    );
    const { guards } = programOf(cadence.nodes, ['start > a', 'a > b', 'b > end']);
    expect(guards[0]?.[0]?.servedBy).toEqual(['a', 'b']);
  });
});
