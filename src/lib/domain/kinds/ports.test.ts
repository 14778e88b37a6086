import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import type { Cadence, CadenceNode } from '../cadence';
import { canConnect } from '../connect';
import { newNode, portsOf } from './registry';

const { cadence: BLANK } = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'X' });
const REQUIREMENT = { id: 'r', text: 'Two emails', when: { 'count.email.sent': { $gte: 2 } } };

const cases: [string, CadenceNode, string[]][] = [
  ['an entry', newNode('entry', 'n'), ['next']],
  ['a stage', newNode('stage', 'n'), ['next']],
  ['a join', newNode('join', 'n'), ['next']],
  ['a wait for a time', newNode('wait', 'n'), ['next']],
  ['a wait for an event', newNode('wait', 'n', { until: { type: 'event' } }), ['met', 'timeout']],
  ['a branch', newNode('branch', 'n'), ['a', 'default']],
  [
    'a split',
    newNode('branch', 'n', {
      by: { type: 'split', cases: [{ id: 'x', name: '', weight: 100 }] }
    }),
    ['x']
  ],
  ['a fork', newNode('fork', 'n'), ['a', 'b']],
  ['a handoff that ends', newNode('handoff', 'n'), []],
  ['a handoff that goes on', newNode('handoff', 'n', { then: 'continue' }), ['next']],
  ['an exit', newNode('exit', 'n'), []],
  ['a note', newNode('note', 'n'), []]
];

describe('ports', () => {
  it.each(cases)('DOM-40 of %s', (_what, node, ids) => {
    expect(portsOf(node, BLANK).map(({ id }) => id)).toEqual(ids);
  });

  it('DOM-41 of an action: done, its routes once each, and held only with a way for it', () => {
    const plain = newNode('action', 'n', { routes: ['interested', 'ghost', 'interested'] });
    expect(portsOf(plain, BLANK)).toEqual([
      { id: 'done', name: 'Done', required: true },
      { id: 'interested', name: 'Interested', required: true },
      { id: 'ghost', name: 'ghost', required: true }
    ]);
    const held = newNode('action', 'n', { requirements: [REQUIREMENT], heldRoute: true });
    expect(portsOf(held, BLANK).at(-1)).toEqual({ id: 'held', name: 'Held', required: true });
  });

  it('DOM-41 of an approval: approved and refused, whatever else it says', () => {
    const approval = newNode('action', 'n', { channel: 'approval', routes: ['interested'] });
    expect(portsOf(approval, BLANK)).toEqual([
      { id: 'done', name: 'Approved', required: true },
      { id: 'refused', name: 'Refused', required: true }
    ]);
  });
});

describe('connections', () => {
  const nodes = [
    newNode('entry', 'entry'),
    newNode('action', 'call', { routes: ['interested'] }),
    newNode('wait', 'wait'),
    newNode('note', 'note'),
    newNode('exit', 'end')
  ];
  const edges = [{ id: 'e', from: 'entry', port: 'next', to: 'call' }];
  const cadence: Cadence = { ...BLANK, nodes, edges };

  it('DOM-42 goes from a free port to another step, back too', () => {
    expect(canConnect(cadence, 'call', 'done', 'wait')).toBe(true);
    expect(canConnect(cadence, 'call', 'interested', 'end')).toBe(true);
    expect(canConnect(cadence, 'wait', 'next', 'call')).toBe(true);
  });

  it.each([
    ['wait', 'next', 'wait', 'A step cannot lead to itself.'],
    ['wait', 'next', 'entry', 'Nothing can lead back to where leads come in.'],
    ['wait', 'next', 'note', 'Leads never pass a note.'],
    ['note', 'next', 'wait', 'Leads never pass a note.'],
    ['end', 'next', 'wait', 'Nothing follows an end.'],
    ['call', 'busy', 'wait', 'That step has no such way out.'],
    ['entry', 'next', 'wait', 'That way out is already connected.'],
    ['gone', 'next', 'wait', 'That step is not there any more.']
  ])('DOM-42 not from %s %s to %s', (from, port, to, reason) => {
    expect(canConnect(cadence, from, port, to)).toBe(reason);
  });
});
