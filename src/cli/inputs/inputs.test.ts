import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';
import { blankCadenceFile } from '$lib/domain';
import { withParameters } from './parameters';

describe('tables', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    ['no last line break', 'a,b', [['a', 'b']]],
    ['a mark of byte order and other line ends', '\uFEFFa\r\nb\rc', [['a'], ['b'], ['c']]],
    [
      'empty cells, not empty lines',
      'a,,\n\n,',
      [
        ['a', '', ''],
        ['', '']
      ]
    ],
    ['quotation marks', '"a,""b""\nc",d', [['a,"b"\nc', 'd']]]
  ])('CLI-3 %s are read', (_, text, expected) => {
    const rows = readCsv(text);
    expect('message' in rows ? rows : rows.map(({ cells }) => cells)).toEqual(expected);
  });

  it('CLI-3 rows know the line on which they begin', () => {
    const rows = readCsv('a\n"b\nc"\nd\n');
    expect('message' in rows ? rows : rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['a\n"b', 2, 'not closed'],
    ['a\nb\n"c"d\n', 3, 'follows']
  ])('CLI-3 %j is refused with its line', (text, line, words) => {
    const fault = readCsv(text);
    expect(fault).toMatchObject({ line, message: expect.stringContaining(words) });
  });

  it('CLI-3 whatever cells are written are read again', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const read = readCsv(text);
        expect('message' in read ? read : read.map(({ cells }) => cells)).toEqual(rows);
      }),
      { seed: 3 }
    );
  });
});

describe('named times', () => {
  const blank = blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Six steps' });
  const gap1 = { id: 'gap1', name: 'Gap 1', duration: { amount: 2, unit: 'days' } } as const;
  const file = { ...blank, cadence: { ...blank.cadence, parameters: [gap1] } };

  it.each([
    ['3 bd', 3, 'businessDays'],
    ['3bd', 3, 'businessDays'],
    ['2 Business Days', 2, 'businessDays'],
    ['10 bmin', 10, 'businessMinutes'],
    ['1 hour', 1, 'hours'],
    ['0 h', 0, 'hours']
  ])('CLI-4 gap1=%s is set', (text, amount, unit) => {
    const set = withParameters(file, [`gap1=${text}`]);
    expect(set.ok && set.value.cadence.parameters).toEqual([
      { ...gap1, duration: { amount, unit } }
    ]);
  });

  it.each([
    ['', /how long/],
    ['3', /of what/],
    ['3 moons', /no unit/]
  ])('CLI-4 gap1=%j is refused with the reason', (text, reason) => {
    const set = withParameters(file, [`gap1=${text}`]);
    expect(set.ok ? '' : JSON.stringify(set.error)).toMatch(reason);
  });
});
