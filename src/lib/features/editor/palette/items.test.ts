import { describe, expect, it } from 'vitest';
import { sampleFile } from '../testing/sample-file';
import { findItems, groupItems, makeNode, PALETTE } from './items';

const item = (id: string) => {
  const found = PALETTE.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id} in the palette`);
  return found;
};

describe('the palette', () => {
  it('offers every kind of step', () => {
    const { cadence } = sampleFile();
    const kinds = new Set(PALETTE.map((each) => each.make('x', cadence).kind));
    expect([...kinds].sort()).toEqual([
      'action',
      'branch',
      'entry',
      'exit',
      'fork',
      'handoff',
      'join',
      'note',
      'stage',
      'wait'
    ]);
  });

  it('finds by name and by other words, however they begin', () => {
    expect(findItems('').length).toBe(PALETTE.length);
    expect(findItems('ema').map(({ id }) => id)).toEqual(['email']);
    expect(findItems('phone').map(({ id }) => id)).toEqual(['call']);
    expect(findItems('flow end').map(({ id }) => id)).toEqual(['exit']);
    expect(findItems('zeppelin')).toEqual([]);
  });

  it('ED-33 finds what is called so before what is only like it', () => {
    const found = findItems('d').map(({ id }) => id);
    expect(found.slice(0, 2)).toEqual(['demo', 'document']);
    expect(found).toContain('call');
  });

  it('ED-33 shows favorites first, in the order they were chosen, and each step once', () => {
    const [first, ...others] = groupItems(PALETTE, ['wait', 'call', 'gone']);
    expect(first?.name).toBe('Favorites');
    expect(first?.items.map(({ id }) => id)).toEqual(['wait', 'call']);
    const rest = others.flatMap(({ items }) => items.map(({ id }) => id));
    expect(rest).toHaveLength(PALETTE.length - 2);
    expect(groupItems(findItems('zeppelin'), ['wait'])).toEqual([]);
  });

  it('makes nodes with ids that are free and bear their mark', () => {
    const { cadence } = sampleFile();
    const first = makeNode(item('wait'), cadence, '7k2f');
    const second = makeNode(item('wait'), { ...cadence, nodes: [...cadence.nodes, first] }, '7k2f');
    expect([first.id, second.id]).toEqual(['wait-7k2f', 'wait-7k2f-2']);
  });

  it('offers only dispositions that the cadence knows, and none for what is written', () => {
    const { cadence } = sampleFile();
    const one = { ...cadence, dispositions: cadence.dispositions.slice(0, 1) };
    const call = makeNode(item('call'), one, 'x');
    expect(call).toMatchObject({ kind: 'action', channel: 'call', dispositions: ['no-answer'] });
    const email = makeNode(item('email'), cadence, 'x');
    expect(email).toMatchObject({ kind: 'action', channel: 'email', name: 'Email' });
    expect(email).not.toHaveProperty('dispositions');
  });
});
