import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '$lib/worker/protocol';
import { groupProblems, problemWords } from './problem-list';

const problem = (severity: Severity, message: string): Diagnostic => ({
  code: 'some-code',
  severity,
  message,
  help: 'Because.'
});

describe('the list of problems', () => {
  it('puts the worst first and leaves empty groups out', () => {
    const found = [problem('info', 'c'), problem('error', 'a'), problem('info', 'd')];
    expect(
      groupProblems(found).map(({ severity, problems }) => [
        severity,
        problems.map(({ message }) => message)
      ])
    ).toEqual([
      ['error', ['a']],
      ['info', ['c', 'd']]
    ]);
  });

  it('counts what asks for work apart from what only informs', () => {
    expect(problemWords([])).toBe('No problems');
    expect(problemWords([problem('error', 'a')])).toBe('1 problem');
    expect(problemWords([problem('error', 'a'), problem('warning', 'b')])).toBe('2 problems');
    expect(problemWords([problem('info', 'a')])).toBe('No problems, 1 note');
    expect(problemWords([problem('error', 'a'), problem('info', 'b'), problem('info', 'c')])).toBe(
      '1 problem, 2 notes'
    );
  });
});
