import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedText, mergeFieldsOf, mergePartsOf } from './merge-fields';

describe('texts with merge fields', () => {
  it('DOM-99 come apart into what stands there, fields and braces that are none', () => {
    expect(
      mergePartsOf('Hi {{lead.first-name|there}}, {{ lead.company }} {{first_name}} {{le')
    ).toEqual([
      { type: 'text', text: 'Hi ' },
      {
        type: 'field',
        text: '{{lead.first-name|there}}',
        fact: 'lead.first-name',
        fallback: 'there'
      },
      { type: 'text', text: ', ' },
      { type: 'field', text: '{{ lead.company }}', fact: 'lead.company', fallback: null },
      { type: 'text', text: ' ' },
      { type: 'broken', text: '{{first_name}}' },
      { type: 'text', text: ' ' },
      { type: 'broken', text: '{{le' }
    ]);
  });

  it('DOM-99 put together again are what they were, and name the same fields', () => {
    const bits = fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      'lead.a',
      '|',
      ' ',
      '\n',
      'é',
      '{{lead.b|x}}'
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (some) => {
        const text = some.join('');
        const parts = mergePartsOf(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        const facts = parts.flatMap((part) => (part.type === 'field' ? [part.fact] : []));
        expect([...new Set(facts)]).toEqual(mergeFieldsOf(text));
      }),
      { seed: 20261126, numRuns: 500 }
    );
  });

  it.each([
    ['Ada', 'Ada'],
    [12, '12'],
    [true, 'yes'],
    ['', null],
    [null, null],
    [undefined, null]
  ])('DOM-99 %j reads as %j', (value, text) => {
    expect(mergedText(value)).toBe(text);
  });
});
