import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  copySteps,
  invertEdit,
  parseCadenceValue,
  pasteSteps,
  readCopiedSteps,
  writeCopiedSteps
} from '$lib/domain';
import { canonicalJson } from '$lib/util';
import { arbitraryCadenceFile } from '../support/arbitrary-cadence-file';

const RUNS = { seed: 20261122, numRuns: 100 };
const PASTE = { mark: '7k2f', by: { x: 40, y: 40 } };

describe('steps from any cadence in any other', () => {
  it('DOM-114 give a file that parses, and undoing gives back the same file', () => {
    fc.assert(
      fc.property(
        arbitraryCadenceFile,
        arbitraryCadenceFile,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        (source, target, picks) => {
          const { nodes } = source.cadence;
          const ids = new Set(
            nodes.filter((_, at) => picks[at % picks.length]).map(({ id }) => id)
          );
          const read = readCopiedSteps(writeCopiedSteps(copySteps(source, ids)));
          if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
          const { edit, nodes: made } = pasteSteps(target, read.value, PASTE);
          const pasted = applyEdit(target, edit);
          if (!pasted.ok) throw new Error(pasted.error.message);
          expect(made.length).toBe(ids.size);
          expect(parseCadenceValue(pasted.value).ok).toBe(true);
          const back = applyEdit(pasted.value, invertEdit(target, edit));
          expect(back.ok && canonicalJson(back.value)).toBe(canonicalJson(target));
        }
      ),
      RUNS
    );
  });
});
