import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, type Cadence } from '$lib/domain';
import { checkProgram, printProgram } from '$lib/program';
import { anyCadence, validCadence } from '$tests/support/arbitrary-cadence';
import { arbitraryCadenceFile } from '$tests/support/arbitrary-cadence-file';
import { CalendarCache } from './calendar-cache';
import { compile } from './compile';

const SEED = 20260713;

/** One compiled calendar for all runs: they are about the graph. */
const calendars = new CalendarCache();
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
const options = { calendars, horizon };

describe('compile', { timeout: 60_000 }, () => {
  it('CMP-1 never throws for a file that parses, and gives a program unless there is an error', () => {
    fc.assert(
      fc.property(anyCadence(), (cadence) => {
        const { diagnostics, program } = compile(cadence, options);
        const failed = diagnostics.some(({ severity }) => severity === 'error');
        expect(program === null).toBe(failed);
        if (program) expect(checkProgram(program)).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 }
    );
  });

  it('CMP-5 every quick fix is an edit that can be applied', () => {
    fc.assert(
      fc.property(arbitraryCadenceFile, (file) => {
        const fixes = compile(file.cadence, options).diagnostics.flatMap(({ fix }) => fix ?? []);
        expect(fixes.filter(({ edit }) => !applyEdit(file, edit).ok)).toEqual([]);
      }),
      { seed: SEED, numRuns: 300 }
    );
  });

  it('CMP-6 a sound cadence gives a sound program, one instruction for each step', () => {
    fc.assert(
      fc.property(validCadence(), (cadence) => {
        const { diagnostics, program } = compile(cadence, options);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(program && checkProgram(program)).toEqual([]);
        expect(new Set(program?.nodes).size).toBe(program?.nodes.length);
      }),
      { seed: SEED, numRuns: 200 }
    );
  });

  it('CMP-2 the order of steps and connections in the file plays no part', () => {
    fc.assert(
      fc.property(validCadence(), (cadence) => {
        const turned = {
          ...cadence,
          nodes: cadence.nodes.toReversed(),
          edges: cadence.edges.toReversed()
        };
        const text = (one: Cadence) => {
          const { program } = compile(one, options);
          return program && printProgram({ ...program, version: '' });
        };
        expect(text(turned)).toEqual(text(cadence));
      }),
      { seed: SEED }
    );
  });
});
