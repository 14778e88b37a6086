import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copySteps, serializeCadenceFile, writeCopiedSteps } from '$lib/domain';
import { placedSample } from '../testing/sample-file';
import { freeOffset, middleOf } from './paste-place';
import { understand } from './understand';

const SIZE = { width: 200, height: 50 };
const TWO = copySteps(placedSample(), new Set(['email-1', 'gap-1']));

describe('what is pasted', () => {
  it('ED-42 steps are steps, and a whole cadence is all of its steps', () => {
    expect(understand(writeCopiedSteps(TWO))).toEqual({ type: 'steps', steps: TWO });
    const all = understand(serializeCadenceFile(placedSample()));
    expect(all.type === 'steps' && all.steps.nodes).toHaveLength(11);
  });

  it('ED-42 words are a note, whatever they look like', () => {
    const note = (text: string) => ({ type: 'note', text });
    expect(understand(' Ring them\r\nin May ')).toEqual(note('Ring them\nin May'));
    expect(understand('<img src=x onerror=alert(1)>')).toEqual(
      note('<img src=x onerror=alert(1)>')
    );
    expect(understand('{{lead.first-name}}, hello')).toEqual(note('{{lead.first-name}}, hello'));
    expect(understand('42')).toEqual(note('42'));
  });

  it.each([
    ['nothing', ' \n', /nothing to paste/],
    ['a great deal', 'x'.repeat(1_200_000), /1\.2 million/],
    ['a long text', 'x '.repeat(3000), /too long for a note/],
    ["other people's JSON", '{"nodes":[],"edges":[]}', /neither steps nor a cadence/],
    ['a list', '[1,2,3]', /neither steps nor a cadence/],
    ['steps that are cut off', writeCopiedSteps(TWO).slice(0, 200), /cannot be read/],
    ['no steps', writeCopiedSteps({ ...TWO, nodes: [], edges: [] }), /nothing to paste/],
    ['a damaged cadence', '{"format":1,"cadence":{}}', /The cadence cannot be read/],
    [
      'a newer cadence',
      serializeCadenceFile(placedSample()).replace('"format": 1', '"format": 99'),
      /The cadence cannot be read/
    ]
  ])('ED-42 says why %s cannot be pasted', (_what, text, words) => {
    const clip = understand(text);
    expect(clip.type === 'refused' && clip.message).toMatch(words);
    expect(clip.type === 'refused' && clip.help.length).toBeGreaterThan(10);
  });

  it('ED-43 any text at all is answered', () => {
    const marked = fc
      .tuple(fc.json(), fc.string())
      .map(([json, tail]) => `{"cadenza":"steps","x":${json}${tail}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), marked), (text) => {
        expect(['steps', 'note', 'refused']).toContain(understand(text).type);
      }),
      { seed: 43, numRuns: 300 }
    );
  });
});

describe('where it goes', () => {
  it('ED-41 the middle of the steps is the middle of the box around them', () => {
    expect(middleOf(TWO, () => SIZE)).toEqual({ x: 100, y: 275 });
    expect(middleOf({ ...TWO, positions: {} }, () => SIZE)).toEqual({ x: 0, y: 0 });
  });

  it('ED-41 never exactly onto another step', () => {
    const file = placedSample();
    expect(freeOffset(file, TWO, { x: 0, y: 0 })).toEqual({ x: 24, y: 24 });
    expect(freeOffset(file, TWO, { x: 0, y: 100 })).toEqual({ x: 24, y: 124 });
    expect(freeOffset(file, TWO, { x: 7.4, y: 0 })).toEqual({ x: 7, y: 0 });
  });

  it('ED-43 steps so far out that no number moves them are pasted where they lie', () => {
    const far = { 'email-1': { x: 1e300, y: 1e300 } };
    const file = placedSample();
    const layout = { ...file.layout, positions: far };
    const copied = { ...TWO, positions: far };
    expect(freeOffset({ ...file, layout }, copied, { x: 0, y: 0 })).toBeDefined();
  });
});
