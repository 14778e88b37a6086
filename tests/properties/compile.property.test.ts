import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import { parseCadenceValue } from '$lib/domain';
import { checkProgram, printProgram } from '$lib/program';
import { canonicalJson } from '$lib/util';
import { anyCadence, OTHER_CADENCE, validCadence } from '../support/arbitrary-cadence';
import { fileOf } from '../support/cadences';

/** Milliseconds that many compilations may take on a busy machine. */
const SLOW = 60_000;
const calendars = new CalendarCache();
/** Short: these are about the graph. */
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
const options = { calendars, horizon, linked: [OTHER_CADENCE] };

describe('random cadences', () => {
  it(
    'DOM-2 CMP-1 of any wiring parse, and compile or say why not: nothing throws',
    () => {
      fc.assert(
        fc.property(anyCadence(), (cadence) => {
          expect(parseCadenceValue(fileOf(cadence)).ok).toBe(true);
          const { diagnostics, program } = compile(cadence, options);
          const failed = diagnostics.some(({ severity }) => severity === 'error');
          expect(program === null).toBe(failed);
          if (program) expect(checkProgram(program)).toEqual([]);
        }),
        { seed: 20261101, numRuns: 150 }
      );
    },
    SLOW
  );

  it(
    'CMP-1 of sound blocks are accepted, four of five at least',
    () => {
      let accepted = 0;
      const refusals: string[] = [];
      fc.assert(
        fc.property(validCadence(), (cadence) => {
          const { diagnostics, program } = compile(cadence, options);
          if (program) accepted += 1;
          const errors = diagnostics.filter(({ severity }) => severity === 'error');
          refusals.push(...new Set(errors.map(({ code }) => code)));
        }),
        { seed: 20261102, numRuns: 150 }
      );
      expect(accepted, refusals.join(' ')).toBeGreaterThanOrEqual(120);
    },
    SLOW
  );

  it(
    'CMP-2 compile to the same bytes every time',
    () => {
      fc.assert(
        fc.property(validCadence(), (cadence) => {
          const again = JSON.parse(canonicalJson(cadence)) as typeof cadence;
          const [one, other] = [compile(cadence, options), compile(again, options)];
          expect(canonicalJson(other.diagnostics)).toBe(canonicalJson(one.diagnostics));
          expect(other.program && printProgram(other.program)).toBe(
            one.program && printProgram(one.program)
          );
        }),
        { seed: 20261103, numRuns: 40 }
      );
    },
    SLOW
  );
});
