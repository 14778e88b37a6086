import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSteps } from './steps.js';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const step = (passed: number, failed: number, details = '') => ({
  name: `step of ${passed} and ${failed}`,
  run: () => Promise.resolve({ passed, failed, details })
});

it('ends with the sum of all counts, and runs on after a failure', async () => {
  expect(await runSteps([step(0, 1, 'why it failed'), step(40, 2), step(1, 0)])).toBe(false);
  expect(lines.at(-1)).toBe('41 passed, 3 failed');
  expect(lines.join('\n')).toContain('why it failed');
});

it('is well only when nothing failed', async () => {
  expect(await runSteps([step(1, 0), step(5, 0)])).toBe(true);
  expect(lines.at(-1)).toBe('6 passed, 0 failed');
});
