import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '$lib/worker/protocol';
import { sampleFile } from '../testing/sample-file';
import { mendable, nextProblem, stepOf } from './problem-steps';

const { cadence } = sampleFile();

const problem = (severity: Severity, place: Partial<Diagnostic>): Diagnostic => ({
  code: 'some-code',
  severity,
  message: 'm',
  help: 'h',
  ...place
});
const fix = { label: 'Mend it', edit: { kind: 'batch', edits: [] } } as const;

const note = problem('info', { node: 'call-2' });
const error = problem('error', { node: 'call-1' });
const again = problem('error', { node: 'call-1', fix });
const warning = problem('warning', { edge: 'e4' });
const whole = problem('warning', { fix });
const ALL = [note, error, again, warning, whole];

describe('the step that a problem is about', () => {
  it('ED-130 is its own, or the one that its connection leaves', () => {
    expect(stepOf(cadence, error)).toBe('call-1');
    expect(stepOf(cadence, warning)).toBe('gap-1');
    expect(stepOf(cadence, whole)).toBeUndefined();
  });
});

describe('going through the problems', () => {
  it('ED-131 begins at the worst, goes on past those of the same step, and round the ends', () => {
    expect(nextProblem(cadence, ALL, null, 1)).toBe(error);
    expect(nextProblem(cadence, ALL, null, -1)).toBe(note);
    expect(nextProblem(cadence, ALL, 'call-1', 1)).toBe(warning);
    expect(nextProblem(cadence, ALL, 'call-2', 1)).toBe(error);
    expect(nextProblem(cadence, ALL, 'call-1', -1)).toBe(note);
    expect(nextProblem(cadence, ALL, 'won', 1)).toBe(error);
  });

  it('ED-131 stays where all problems are, and finds none where there are none', () => {
    expect(nextProblem(cadence, [error, again], 'call-1', 1)).toBe(error);
    expect(nextProblem(cadence, [], 'call-1', 1)).toBeUndefined();
  });
});

describe('mending by one key', () => {
  it('ED-132 takes the worst problem that has a fix, of the selected step where one is selected', () => {
    expect(mendable(cadence, ALL, null)).toBe(again);
    expect(mendable(cadence, ALL, 'call-1')).toBe(again);
    expect(mendable(cadence, ALL, 'gap-1')).toBeUndefined();
    expect(mendable(cadence, [whole, note], null)).toBe(whole);
  });
});
