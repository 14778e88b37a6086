import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  describeNode,
  parseCadenceFile,
  parseCadenceValue,
  portsOf,
  serializeCadenceFile
} from '$lib/domain';
import { arbitraryCadenceFile } from '../support/arbitrary-cadence-file';

const RUNS = { seed: 20260105, numRuns: 120 };

it('DOM-2 DOM-8 accepts every half-drawn graph and gives it back unchanged', () => {
  fc.assert(
    fc.property(arbitraryCadenceFile, (file) => {
      expect(parseCadenceValue(file)).toEqual({ ok: true, value: file });
    }),
    RUNS
  );
  expect.hasAssertions();
});

it('DOM-9 DOM-33 reads back what it writes', () => {
  fc.assert(
    fc.property(arbitraryCadenceFile, (file) => {
      const text = serializeCadenceFile(file);
      const read = parseCadenceFile(text);
      expect(read.ok && serializeCadenceFile(read.value)).toBe(text);
    }),
    RUNS
  );
  expect.hasAssertions();
});

it('DOM-40 DOM-44 every node has ports of its own and something to say', () => {
  fc.assert(
    fc.property(arbitraryCadenceFile, ({ cadence }) => {
      for (const node of cadence.nodes) {
        const ids = portsOf(node, cadence).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(typeof describeNode(node, cadence)).toBe('string');
      }
    }),
    RUNS
  );
  expect.hasAssertions();
});

it('DOM-1 refuses any JSON that is not a file without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseCadenceValue(value).ok).toBe(false);
      expect(parseCadenceValue({ format: 1, cadence: value, layout: value }).ok).toBe(false);
    }),
    RUNS
  );
  expect.hasAssertions();
});
