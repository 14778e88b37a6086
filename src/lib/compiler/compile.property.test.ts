import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, type BranchBy, type Cadence, type CadenceNode } from '$lib/domain';
import { checkProgram, printProgram } from '$lib/program';
import { arbitraryCadenceFile } from '$tests/support/arbitrary-cadence-file';
import { DISPOSITIONS, branch, businessDays, cadenceOf, call } from '$tests/support/cadences';
import { email, entry, exit, wait } from '$tests/support/cadences';
import { CalendarCache } from './calendar-cache';
import { compile } from './compile';

const SEED = 20260713;

/** One compiled calendar for all runs: they are about the graph. */
const calendars = new CalendarCache();
const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
const options = { calendars, horizon };

type Step = 'call' | 'email' | 'wait' | 'split' | 'outcome' | 'condition';

/** Steps one after another; every further way leads to a later step or to the end. */
const soundCadence = fc
  .array(
    fc.record({
      step: fc.constantFrom<Step>('call', 'email', 'wait', 'split', 'outcome', 'condition'),
      ahead: fc.nat(3)
    }),
    { minLength: 1, maxLength: 12 }
  )
  .map((steps): Cadence => {
    const nodes: CadenceNode[] = [entry(), ...steps.map(({ step }, i) => nodeOf(step, `s${i}`))];
    const id = (i: number) => (i < steps.length ? `s${i}` : 'end');
    const lines = steps.flatMap(({ step, ahead }, i) => [
      `s${i}${FIRST[step]} > ${id(i + 1)}`,
      ...(FURTHER[step] ?? []).map((port) => `s${i}:${port} > ${id(i + 1 + ahead)}`)
    ]);
    return cadenceOf([...nodes, exit('end')], ['start > s0', ...lines], {
      dispositions: DISPOSITIONS
    });
  });

const FIRST: Readonly<Record<Step, string>> = {
  call: ':done',
  email: ':done',
  wait: ':next',
  split: ':a',
  outcome: ':yes',
  condition: ':yes'
};

const FURTHER: Readonly<Partial<Record<Step, readonly string[]>>> = {
  call: ['interested'],
  split: ['b'],
  outcome: ['default'],
  condition: ['default']
};

function nodeOf(step: Step, id: string): CadenceNode {
  switch (step) {
    case 'call':
      return call(id, { dispositions: ['no-answer', 'interested'], routes: ['interested'] });
    case 'email':
      return email(id);
    case 'wait':
      return wait(id, businessDays(1));
    default:
      return branch(id, BRANCHES[step]);
  }
}

const BRANCHES: Readonly<Record<'split' | 'outcome' | 'condition', BranchBy>> = {
  split: {
    type: 'split',
    cases: [
      { id: 'a', name: 'A', weight: 40 },
      { id: 'b', name: 'B', weight: 60 }
    ]
  },
  outcome: {
    type: 'disposition',
    cases: [{ id: 'yes', name: 'Yes', dispositions: ['interested'] }]
  },
  condition: {
    type: 'condition',
    cases: [{ id: 'yes', name: 'Yes', when: { 'lead.name': { $exists: true } } }]
  }
};

describe('compile', () => {
  it('CMP-1 never throws for a file that parses, and gives a program unless there is an error', () => {
    fc.assert(
      fc.property(arbitraryCadenceFile, ({ cadence }) => {
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
      fc.property(soundCadence, (cadence) => {
        const { diagnostics, program } = compile(cadence, options);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(program && checkProgram(program)).toEqual([]);
        expect(new Set(program?.nodes).size).toBe(program?.nodes.length);
      }),
      { seed: SEED }
    );
  });

  it('CMP-2 the order of steps and connections in the file plays no part', () => {
    fc.assert(
      fc.property(soundCadence, (cadence) => {
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
