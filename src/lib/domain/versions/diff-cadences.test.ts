import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/util';
import { validCadence } from '$tests/support/arbitrary-cadence';
import { arbitraryCadence } from '$tests/support/arbitrary-cadence-file';
import { call, cadenceOf, entry, exit, tiny, wait } from '$tests/support/cadences';
import type { Cadence } from '../cadence';
import { diffCadences } from './diff-cadences';

function withNode(cadence: Cadence, id: string, change: object): Cadence {
  const nodes = cadence.nodes.map((node) => (node.id === id ? { ...node, ...change } : node));
  return { ...cadence, nodes };
}

const TINY = tiny();
const NOTHING = { steps: [], connections: [], settings: [], extent: 'none' };

describe('differences of versions', () => {
  it('DOM-72 equal versions have none; the order of steps and the ids of connections play no part', () => {
    expect(diffCadences(TINY, structuredClone(TINY))).toEqual(NOTHING);
    const moved = {
      ...TINY,
      nodes: TINY.nodes.toReversed(),
      edges: TINY.edges.toReversed().map((edge, i) => ({ ...edge, id: `other-${i}` }))
    };
    expect(diffCadences(TINY, moved)).toEqual(NOTHING);
  });

  it('DOM-72 every field of a step that changed, before and after, in words', () => {
    const before = withNode(TINY, 'call', { due: { amount: 4, unit: 'businessHours' } });
    const after = withNode(TINY, 'call', {
      due: { amount: 1, unit: 'businessDays' },
      dispositions: ['interested'],
      script: 'Ask for a date.'
    });
    const { steps, extent } = diffCadences(before, after);
    expect(steps).toEqual([
      {
        change: 'changed',
        node: 'call',
        kind: 'action',
        name: 'call',
        words: 'Changed call “call”: dispositions, due and script',
        fields: [
          {
            path: 'dispositions',
            before: undefined,
            after: ['interested'],
            words: 'Dispositions: none → “Interested”'
          },
          {
            path: 'due',
            before: { amount: 4, unit: 'businessHours' },
            after: { amount: 1, unit: 'businessDays' },
            words: 'Due: 4 business hours → 1 business day'
          },
          {
            path: 'script',
            before: 'Ask how it goes.',
            after: 'Ask for a date.',
            words: 'Script: “Ask how it goes.” → “Ask for a date.”'
          }
        ]
      }
    ]);
    expect(extent).toBe('structure');
  });

  it('DOM-72 steps that came and went, and connections that lead elsewhere', () => {
    const nodes = [entry(), call('call', { routes: ['interested'] }), exit('done'), exit('won')];
    const before = cadenceOf(nodes, ['start > call', 'call > done', 'call:interested > won']);
    const after = cadenceOf(
      [...nodes.slice(0, 3), wait('pause')],
      ['start > call', 'call > pause', 'pause > done', 'call:interested > done']
    );
    const diff = diffCadences(before, after);
    expect(diff.steps.map(({ words }) => words)).toEqual([
      'Added wait “pause”',
      'Removed exit “won”'
    ]);
    expect(diff.connections.map(({ change, words }) => [change, words])).toEqual([
      ['rerouted', '“call” after “Done” leads to “pause” instead of “done”'],
      ['added', '“pause” leads to “done”'],
      ['rerouted', '“call” after “Interested” leads to “done” instead of “won”']
    ]);
    const back = diffCadences(after, before);
    expect(back.connections.map(({ words }) => words)).toContain(
      '“pause” no longer leads to “done”'
    );
  });

  it('DOM-72 items of lists are told apart by their ids, and named', () => {
    const list = TINY.dispositions;
    const after: Cadence = {
      ...TINY,
      dispositions: list.map((one) => (one.id === 'connected' ? { ...one, answered: false } : one)),
      parameters: [{ id: 'gap', name: 'Gap', duration: { amount: 2, unit: 'days' } }],
      rules: [{ id: 'r', type: 'maxTouchesPerDay', atMost: 2 }]
    };
    expect(diffCadences(TINY, after).settings.map(({ path, words }) => [path, words])).toEqual([
      ['dispositions[1].answered', 'Dispositions, “Connected, no decision”, answered: yes → no'],
      ['parameters[0]', 'Parameters: added “Gap” (2 days)'],
      ['rules', 'Rules: none → At most 2 touches a day']
    ]);
    const turned = { ...TINY, dispositions: list.toReversed() };
    const [order] = diffCadences(TINY, turned).settings;
    expect(order?.words).toMatch(/^Dispositions, order: “No answer”; .+ → “Not interested”; /);
  });

  it.each<[string, Cadence, string]>([
    ['a name', withNode(TINY, 'call', { name: 'Ring' }), 'text'],
    ['a script', withNode(TINY, 'call', { script: 'New' }), 'text'],
    ['the goal', { ...TINY, goal: { kind: 'uniformity' } }, 'text'],
    [
      'a note',
      { ...TINY, nodes: [...TINY.nodes, { id: 'n', kind: 'note', name: '', text: '' }] },
      'text'
    ],
    ['a due time', withNode(TINY, 'call', { due: { amount: 1, unit: 'days' } }), 'timing'],
    ['hours', { ...TINY, calendar: { tz: 'UTC', week: {} } }, 'timing'],
    [
      'both',
      { ...withNode(TINY, 'call', { due: { amount: 1, unit: 'days' } }), name: 'Y' },
      'timing'
    ],
    ['a result', withNode(TINY, 'done', { result: 'won' }), 'structure'],
    ['a connection', { ...TINY, edges: TINY.edges.slice(1) }, 'structure'],
    ['what ends a repetition', withNode(TINY, 'call', { repeat: { times: 1 } }), 'structure']
  ])('DOM-73 the extent of %s', (_what, after, extent) => {
    expect(diffCadences(TINY, after).extent).toBe(extent);
  });

  it('DOM-72 DOM-74 any two cadences have differences with words, none of one with itself', () => {
    fc.assert(
      fc.property(fc.oneof(validCadence(), arbitraryCadence), validCadence(), (one, other) => {
        const same = diffCadences(one, JSON.parse(canonicalJson(one)) as Cadence);
        expect(same).toEqual(NOTHING);
        const { steps, connections, settings, extent } = diffCadences(one, other);
        const all = [
          ...steps,
          ...steps.flatMap(({ fields }) => fields),
          ...connections,
          ...settings
        ];
        expect(
          all.map(({ words }) => words).filter((words) => /undefined|\[object/.test(words))
        ).toEqual([]);
        expect(extent === 'none').toBe(all.length === 0);
      }),
      { seed: 20261122, numRuns: 150 }
    );
  });
});
