import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNode } from '$lib/domain';
import { sampleFile } from '../testing/sample-file';
import { findIndex, findSteps } from './find-steps';
import { fold, matchText, piecesOf, wordsOf } from './match-text';

const { cadence } = sampleFile();
const more = {
  ...cadence,
  roles: [{ id: 'rep', name: 'Sales representative' }],
  fields: [{ id: 'company', name: 'Firm they work for', type: 'text' as const }],
  nodes: [
    ...cadence.nodes,
    newNode('note', 'remark', { name: 'À propos', text: 'Ask Zoë before the fair' })
  ]
};
const index = findIndex(more, []);

function found(query: string) {
  return findSteps(index, query).map(({ id, group }) => `${id}: ${group}`);
}

describe('finding steps', () => {
  it.each([
    ['season', 'email-1: Names'],
    ['stood out', 'call-1: Scripts and templates'],
    ['First gap', 'gap-1: Descriptions'],
    ['voicemail', 'call-1: Dispositions and ways'],
    ['firm', 'call-1: Fields'],
    ['representative', 'call-1: Roles, channels and kinds'],
    ['branch', 'reached: Roles, channels and kinds'],
    ['zoe', 'remark: Scripts and templates'],
    ['a PROPOS', 'remark: Names']
  ])('ED-82 finds by everything written in them: %s', (query, hit) => {
    expect(found(query)).toContain(hit);
  });

  it('ED-82 has each step once, names first', () => {
    const hits = found('call');
    expect(hits.slice(0, 2)).toEqual(['call-1: Names', 'call-2: Names']);
    expect(new Set(hits.map((hit) => hit.split(':')[0])).size).toBe(hits.length);
  });

  it('ED-82 wants all words, in any order', () => {
    expect(found('plan season')).toEqual(['email-1: Names']);
    expect(found('plan submarine')).toEqual([]);
    expect(found('   ')).toEqual([]);
  });
});

describe('what matched', () => {
  it('ED-83 is marked in the text as it was written', () => {
    const ranges = matchText(fold('Crème brûlée für Zoë'), wordsOf('brulee ZOE')) ?? [];
    expect(piecesOf('Crème brûlée für Zoë', ranges)).toEqual([
      { text: 'Crème ', isMatch: false },
      { text: 'brûlée', isMatch: true },
      { text: ' für ', isMatch: false },
      { text: 'Zoë', isMatch: true }
    ]);
  });

  it('ED-83 is marked at the beginning of a word where there is one', () => {
    expect(matchText(fold('Recall the call'), ['call'])).toEqual([[11, 15]]);
    expect(matchText(fold('Recall'), ['call'])).toEqual([[2, 6]]);
  });

  it('ED-83 is shown with what stands around it, never with anything that is not in the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 6 }), (long, query) => {
        const words = wordsOf(query);
        const ranges = words.length > 0 ? matchText(fold(long), words) : [];
        if (!ranges) return;
        const pieces = piecesOf(long, ranges, 1000);
        expect(pieces.map((piece) => piece.text).join('')).toBe(long);
        const short = piecesOf(long, ranges, 40);
        expect(long).toContain(
          short
            .map((piece) => piece.text)
            .join('')
            .replace(/^…(?=.)/s, '')
            .slice(0, 30)
        );
      }),
      { seed: 20261122, numRuns: 500 }
    );
  });
});
