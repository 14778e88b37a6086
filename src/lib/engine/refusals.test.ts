import { describe, expect, it } from 'vitest';
import { cadenceOf, call, email, entry, exit, stage, wait } from '$tests/support/cadences';
import { newYork, Play } from './testing/play';

const item = (id: string, mandatory = true) => ({ id, text: `Is ${id} so?`, mandatory });
const talk = { id: 'talk', text: 'Talk first', when: { 'count.call.completed': { $gte: 1 } } };
const fields = [
  { id: 'name', name: 'Name', type: 'text' },
  { id: 'budget', name: 'Budget', type: 'number' }
] as const;

function play(): Play {
  const ask = call('ask', {
    dispositions: ['connected', 'not-interested'],
    routes: ['not-interested'],
    requiredFields: ['budget'],
    checklist: [item('greeted'), item('joked', false)]
  });
  const nodes = [
    entry(),
    stage('first', { checklist: [item('needs')] }),
    email('mail'),
    ask,
    { id: 'ok', kind: 'action', name: 'Ok', channel: 'approval' } as const,
    wait('gap'),
    call('again', { dispositions: ['connected', 'not-interested'], routes: ['not-interested'] }),
    { ...exit('lost', 'notInterested'), requirements: [talk] },
    exit('won', 'won'),
    exit('end')
  ];
  const lines = [
    'start > first',
    'first > mail',
    'mail > ask',
    'ask:not-interested > lost',
    'ask > ok'
  ];
  const rules = [
    {
      id: 'calls',
      type: 'exitRequires',
      result: 'notInterested',
      counts: [{ channel: 'call', atLeast: 2 }]
    }
  ] as const;
  const moves = [{ id: 'win', name: 'Won', to: 'won', requirements: [talk] }];
  const home = [
    'ok > gap',
    'ok:refused > end',
    'gap > again',
    'again > end',
    'again:not-interested > lost'
  ];
  return new Play(cadenceOf(nodes, [...lines, ...home], { fields, rules, moves })).start();
}

function atCall(): Play {
  return play().complete('mail');
}

describe('what is not allowed', () => {
  it('ENG-53 an input that fits is not refused', () => {
    const run = play();
    expect(run.refusal(run.completion('mail', null))).toBe(null);
    expect(run.refusal({ type: 'skip', at: run.now, token: 0 })).toBe(null);
  });

  it('ENG-53 a call is completed with one of its dispositions', () => {
    const run = atCall();
    run.state.fields = { budget: 5 };
    const code = (id: string | null) =>
      run.refusal(run.completion('ask', id, { checklist: ['greeted'] }))?.code ?? null;
    expect([code(null), code('interested'), code('connected')]).toEqual([
      'disposition',
      'disposition',
      null
    ]);
  });

  it('ENG-53 everything that is missing is named, not only the first', () => {
    const run = atCall();
    expect(run.refusal(run.completion('ask', 'connected'))).toEqual({
      code: 'incomplete',
      unmet: [
        { source: 'field', id: 'budget', text: 'Budget', progress: [], servedBy: [] },
        { source: 'checklist', id: 'greeted', text: 'Is greeted so?', progress: [], servedBy: [] }
      ],
      open: ['ask#1'],
      from: null
    });
  });

  it('ENG-69 a touch that reached nobody asks for no fields and items, but for what its texts need', () => {
    const ask = call('ask', {
      dispositions: ['no-answer', 'connected'],
      requiredFields: ['budget'],
      checklist: [item('greeted')],
      script: 'Hello {{lead.name}}',
      missingData: 'task'
    });
    const cadence = cadenceOf([entry(), ask, exit('end')], ['start > ask', 'ask > end'], {
      fields
    });
    const run = new Play(cadence).start();
    const missing = (disposition: string) =>
      run.refusal(run.completion('ask', disposition))?.unmet.map(({ id }) => id) ?? [];
    expect(missing('no-answer')).toEqual(['name']);
    expect(missing('connected')).toEqual(['budget', 'name', 'greeted']);
    run.state.fields = { name: 'Ann' };
    expect(missing('no-answer')).toEqual([]);
    expect(missing('connected')).toEqual(['budget', 'greeted']);
  });

  it('ENG-53 only an approval settles an approval', () => {
    const run = atCall().complete('ask', 'connected');
    const code = (type: 'skip' | 'approve' | 'refuse') =>
      run.refusal({ type, at: run.now, token: run.row('ok') })?.code ?? null;
    expect([code('skip'), code('approve'), code('refuse')]).toEqual(['needsApproval', null, null]);
    expect(run.refusal(run.completion('ok', null))?.code).toBe('needsApproval');
    const call = atCall();
    expect(call.refusal({ type: 'approve', at: call.now, token: 0 })?.code).toBe('notOpen');
  });

  it('ENG-53 nothing can be done where no task is open, in a pause, or after the end', () => {
    const run = atCall().complete('ask', 'connected').task('approve', 'ok');
    expect(run.refusal({ type: 'skip', at: run.now, token: 0 })?.code).toBe('notOpen');
    expect(run.refusal({ type: 'skip', at: run.now, token: 7 })?.code).toBe('notOpen');
    const until = newYork('2026-02-01T10:00');
    run.send({ type: 'pause', at: run.now, until });
    expect(run.refusal({ type: 'skip', at: run.now, token: 0 })).toMatchObject({
      code: 'paused',
      from: until
    });
    run.send({ type: 'stop', at: run.now });
    expect(run.refusal({ type: 'skip', at: run.now, token: 0 })?.code).toBe('ended');
  });

  it('ENG-53 a move says what it, its target and the stage still ask for, with progress', () => {
    const run = play();
    const refusal = run.refusal({ type: 'move', at: run.now, to: run.pc('won') });
    expect(refusal?.code).toBe('requirements');
    expect(refusal?.unmet.map(({ source, id }) => `${source} ${id}`)).toEqual([
      'move talk',
      'checklist needs'
    ]);
    expect(refusal?.unmet[0]?.progress).toMatchObject([
      { op: '$gte', have: 0, need: 1, met: false }
    ]);
    run.complete('mail').complete('ask', 'connected');
    const move = { type: 'move', at: run.now, to: run.pc('won'), checklist: ['needs'] } as const;
    expect(run.refusal(move)).toBe(null);
    expect(run.send(move).end).toBe('won');
  });

  it('ENG-53 an exit can be moved to when it is on offer, and open', () => {
    const run = play();
    const code = () => run.refusal({ type: 'move', at: run.now, to: run.pc('lost') })?.code ?? null;
    expect(code()).toBe('unknownMove');
    run.complete('mail').complete('ask', 'not-interested');
    expect(code()).toBe('requirements');
    expect(run.refusal({ type: 'move', at: run.now, to: run.pc('lost') })?.unmet).toMatchObject([
      { source: 'rule', progress: [{ have: 1, need: 2 }] }
    ]);
    run.state.completed[1] = 2;
    expect(code()).toBe(null);
  });

  it('ENG-53 a held step and one without data say what they wait for', () => {
    const never = { id: 'n', text: 'Named', when: { 'lead.name': { $exists: true } } };
    const held = email('held', { requirements: [never], template: { subject: 'Hi', body: 'Hi' } });
    const nodes = [entry(), wait('gap'), held, exit('end')];
    const lines = ['start > gap', 'gap > held', 'held > end'];
    const run = new Play(cadenceOf(nodes, lines)).start().until('2026-01-06T10:00');
    expect(run.refusal(run.completion('held', null))).toMatchObject({
      code: 'requirements',
      unmet: [{ source: 'step', id: 'n' }]
    });
    const blank = email('blank', { template: { subject: 'Hi', body: '{{lead.budget}}' } });
    const other = new Play(
      cadenceOf([entry(), blank, exit('end')], ['start > blank', 'blank > end'], { fields })
    ).start();
    expect(other.refusal(other.completion('blank', null))).toMatchObject({
      code: 'incomplete',
      unmet: [{ source: 'field', id: 'budget' }]
    });
  });
});
