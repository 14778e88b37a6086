import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNode, type Cadence } from '$lib/domain';
import { anyCadence } from '$tests/support/arbitrary-cadence';
import { call, email, entry, exit, fileOf, sixSteps, wait } from '$tests/support/cadences';
import { loadCadenceFile } from '$tests/support/files';
import { stepsInOrder } from './order';
import { playbookOf } from './playbook';

function cadenceOf(nodes: Cadence['nodes'], ...ways: readonly string[]): Cadence {
  const edges = ways.map((way, i) => {
    const [from = '', port = '', to = ''] = way.split(' ');
    return { id: `e${i}`, from, port, to };
  });
  return { ...fileOf(sixSteps()).cadence, nodes, edges };
}

describe('the order of a playbook', () => {
  it('EXC-24 is that of the leads, the main way first, and what none reaches last', () => {
    const cadence = cadenceOf(
      [exit('end'), call('lost'), email('b'), call('a', { routes: ['interested'] }), entry()],
      'start next a',
      'a interested end',
      'a done b',
      'b done end'
    );
    expect(stepsInOrder(cadence).map(({ id }) => id)).toEqual(['start', 'a', 'b', 'end', 'lost']);
  });

  it('EXC-24 a way back does not turn it around', () => {
    const cadence = cadenceOf(
      [entry(), call('a'), wait('w'), exit('end')],
      'start next a',
      'a done w',
      'w next a'
    );
    expect(stepsInOrder(cadence).map(({ id }) => id)).toEqual(['start', 'a', 'w', 'end']);
  });

  it('EXC-24 holds every step once, of any cadence', () => {
    fc.assert(
      fc.property(anyCadence(), (cadence) => {
        const ids = stepsInOrder(cadence).map(({ id }) => id);
        expect([...ids].sort()).toEqual(cadence.nodes.map(({ id }) => id).sort());
      }),
      { seed: 49, numRuns: 100 }
    );
  });
});

describe('a playbook', () => {
  const cadence = cadenceOf(
    [
      entry('start', { source: 'Trade fairs' }),
      newNode('stage', 'phase', {
        name: 'Prospect',
        checklist: [{ id: 'c', text: 'Budget', mandatory: true }]
      }),
      call('first', {
        name: 'First call',
        role: 'rep',
        due: { amount: 4, unit: 'businessHours' },
        instruction: 'Be brief.',
        script: 'Hello',
        requiredFields: ['region'],
        dispositions: ['interested', 'no-answer'],
        routes: ['interested'],
        template: { subject: 'Hi', body: 'Text', avoidWhen: 'They are away.' }
      }),
      exit('won', 'won')
    ],
    'start next phase',
    'phase next first',
    'first interested won'
  );
  const playbook = playbookOf({
    ...cadence,
    name: 'Fair leads',
    goal: { kind: 'performance', text: 'Win', metric: 'Share won' },
    roles: [{ id: 'rep', name: 'Sales rep' }],
    fields: [{ id: 'region', name: 'Region', type: 'text' }],
    rules: [{ id: 'r', type: 'maxTouchesPerDay', atMost: 2 }]
  });
  const step = playbook.steps.find(({ id }) => id === 'first');

  it('EXC-25 says who does what, when, and with which words', () => {
    expect(playbook.title).toBe('Fair leads');
    expect(playbook.facts.map(({ text }) => text)).toEqual(['Win', 'Share won', 'Sales rep']);
    expect(step).toMatchObject({
      number: 1,
      title: 'First call',
      facts: ['Call', 'Sales rep', 'within 4 business hours'],
      instruction: 'Be brief.',
      demands: ['To be filled in: Region']
    });
    expect(step?.texts).toEqual([
      { label: 'Say', subject: '', body: 'Hello', avoidWhen: '' },
      { label: 'Write', subject: 'Hi', body: 'Text', avoidWhen: 'They are away.' }
    ]);
    expect(playbook.steps.find(({ id }) => id === 'phase')?.checklist).toMatchObject([
      { text: 'Budget' }
    ]);
  });

  it('EXC-25 says what can come of a step, the rules, and the ends', () => {
    expect(step?.outcomes).toMatchObject([
      { name: 'Interested', does: 'Go to “won”' },
      { name: 'No answer' }
    ]);
    expect(playbook.rules).toEqual(['At most 2 touches a day']);
    expect(playbook.ends).toMatchObject([{ id: 'won', title: 'won', tone: 'won', verdict: 'Won' }]);
  });

  it('EXC-24 numbers actions alone', () => {
    const { steps } = playbookOf(
      loadCadenceFile('static/examples/six-step-follow-up.json').cadence
    );
    const numbers = steps.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(steps.every(({ kind, number }) => (kind === 'action') === (number !== null))).toBe(true);
  });
});
