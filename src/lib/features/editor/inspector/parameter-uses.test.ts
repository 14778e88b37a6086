import { describe, expect, it } from 'vitest';
import { applyEdit, type Cadence, type CadenceFile } from '$lib/domain';
import { sampleFile } from '../testing/sample-file';
import { usesOf, withoutParameter } from './model/parameter-uses';

const GAP = { parameter: 'gap1' } as const;
const VALUE = { amount: 2, unit: 'businessDays' } as const;

/** The sample with its parameter wherever one can stand. */
function full(): CadenceFile {
  const file = sampleFile();
  const cadence: Cadence = {
    ...file.cadence,
    nodes: file.cadence.nodes.map((node) =>
      node.id === 'call-1' && node.kind === 'action'
        ? { ...node, due: GAP, repeat: { times: 2, gap: GAP, until: [] } }
        : node
    ),
    dispositions: file.cadence.dispositions.map((each) =>
      each.id === 'busy' ? { ...each, after: GAP } : each
    ),
    handlers: [
      {
        id: 'h',
        name: 'On reply',
        on: { type: 'signal', signal: 'reply' },
        effect: { type: 'pause', until: GAP }
      }
    ],
    rules: [{ id: 'r', type: 'verdictWithin', limit: GAP }],
    touchBudget: { atMost: 3, within: GAP }
  };
  return { ...file, cadence };
}

describe('named durations', () => {
  it('ED-105 say everywhere they stand, with the step to go to', () => {
    expect(usesOf(full().cadence, 'gap1')).toEqual([
      { words: 'Wait', node: 'gap-1' },
      { words: 'First follow-up call: due', node: 'call-1' },
      { words: 'First follow-up call: time between tries', node: 'call-1' },
      { words: 'Disposition Busy' },
      { words: 'On reply' },
      { words: 'A rule' },
      { words: 'Touches over all cadences' }
    ]);
    expect(usesOf(full().cadence, 'gap2')).toEqual([]);
  });

  it('ED-105 removed, leave their value in every place, and nothing else is touched', () => {
    const file = full();
    const edit = withoutParameter(file.cadence, 'gap1');
    const done = edit && applyEdit(file, edit);
    const after = done?.ok ? done.value.cadence : file.cadence;
    expect(after.parameters).toEqual([]);
    expect(JSON.stringify(after)).not.toContain('gap1"');
    expect(after.touchBudget).toEqual({ atMost: 3, within: VALUE });
    expect(after.nodes.find(({ id }) => id === 'call-1')).toMatchObject({
      due: VALUE,
      repeat: { times: 2, gap: VALUE }
    });
    expect(after.nodes.find(({ id }) => id === 'won')).toBe(
      file.cadence.nodes.find(({ id }) => id === 'won')
    );
    expect(withoutParameter(file.cadence, 'gap9')).toBeNull();
  });
});
