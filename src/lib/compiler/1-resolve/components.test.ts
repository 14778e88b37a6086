import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from './components';
import { depthFirst, reaching } from './traverse';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

const graph = fc
  .array(fc.subarray(IDS), { minLength: IDS.length, maxLength: IDS.length })
  .map((lists) => new Map(IDS.map((id, i) => [id, lists[i] ?? []])));

describe('components', () => {
  it('CMP-21 two nodes are together exactly when each can be reached from the other', () => {
    fc.assert(
      fc.property(graph, (next) => {
        const groups = components(IDS, next);
        expect(groups.flat().toSorted()).toEqual(IDS);
        for (const a of IDS) {
          for (const b of IDS) {
            const together = groups.some((group) => group.includes(a) && group.includes(b));
            const mutual = depthFirst([a], next).includes(b) && depthFirst([b], next).includes(a);
            expect(together).toBe(mutual);
          }
        }
      }),
      { seed: 20260713 }
    );
  });

  it('CMP-13 what reaches an end is what the end is reached from', () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...IDS), (next, end) => {
        const expected = IDS.filter((id) => depthFirst([id], next).includes(end));
        expect([...reaching([end], next)].toSorted()).toEqual(expected);
      }),
      { seed: 20260713 }
    );
  });

  it('CMP-1 a chain of a hundred thousand is no deeper than one of three', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `n${i}`);
    const next = new Map(ids.map((id, i) => [id, ids[i + 1] === undefined ? [] : [ids[i + 1]!]]));
    expect(components(ids, next)).toHaveLength(ids.length);
  });
});
