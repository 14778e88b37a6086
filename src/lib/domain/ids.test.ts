import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvariantError } from '$lib/util';
import { freeId } from './free-id';
import { hlcOf, msOf } from './hlc';
import { mergeFieldsOf } from './merge-fields';
import { isSlug } from './schema/scalars';

it('DOM-46 makes readable ids', () => {
  expect(freeId([], 'Second follow-up call')).toBe('second-follow-up-call');
  expect(freeId(['call', 'call-2'], 'Call')).toBe('call-3');
  expect(freeId([], 'Über-Käufer!')).toBe('uber-kaufer');
  expect(freeId(['x'], '…')).toBe('x-2');
  expect(freeId([], 'Constructor')).toBe('constructor-2');
});

it('DOM-46 is legal and free, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.nat(12), (base, times) => {
      const taken = new Set<string>();
      for (let i = 0; i <= times; i++) {
        const id = freeId(taken, base);
        expect(isSlug(id)).toBe(true);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
    { seed: 20260107 }
  );
  expect.hasAssertions();
});

it('DOM-47 finds merge fields', () => {
  const text =
    'Hi {{lead.first-name|there}}, {{ lead.company }} and {{lead.first-name}}: {{}} {lead.x}';
  expect(mergeFieldsOf(text)).toEqual(['lead.first-name', 'lead.company']);
  expect(mergeFieldsOf('nothing {{1+1}}')).toEqual([]);
});

it('DOM-62 clock readings go there and back and sort as strings', () => {
  expect(hlcOf(0, 0)).toBe('000000000-0000');
  expect(hlcOf(1_767_603_600_000, 35)).toBe('1je6m4uk0-000z');
  expect(() => hlcOf(-1, 0)).toThrow(InvariantError);
  expect(() => hlcOf(0, 36 ** 4)).toThrow(InvariantError);
  const reading = fc.tuple(fc.nat(2 ** 42), fc.nat(36 ** 4 - 1));
  fc.assert(
    fc.property(reading, reading, ([msA, counterA], [msB, counterB]) => {
      const [a, b] = [hlcOf(msA, counterA), hlcOf(msB, counterB)];
      expect(msOf(a)).toBe(msA);
      expect(a < b ? -1 : Number(a > b)).toBe(Math.sign(msA - msB || counterA - counterB));
    }),
    { seed: 20260108 }
  );
});
