import { performance } from 'node:perf_hooks';

/**
 * What a step found. A check counts as one test; a test runner brings its own counts.
 * @typedef {{ passed: number, failed: number, details?: string }} Outcome
 * @typedef {{ name: string, run(): Promise<Outcome> }} Step
 */

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Runs every step, also after one failed, and says how long each took and, at the end, which
 * failed. The last line is `N passed, N failed`. Resolves to whether all is well.
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  const start = performance.now();
  /** @type {(Outcome & { name: string })[]} */
  const outcomes = [];
  for (const { name, run } of steps) {
    const before = performance.now();
    const outcome = await run();
    outcomes.push({ name, ...outcome });
    const verdict = outcome.failed ? 'FAILED' : 'ok';
    console.log(`[${verdict}] ${name} (${seconds(performance.now() - before)})`);
  }
  const failures = outcomes.filter(({ failed }) => failed > 0);
  for (const { name, failed, details } of failures) {
    console.log(`\n--- ${name}: ${failed} failed ---${details ? `\n${details.trimEnd()}` : ''}`);
  }
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  console.log(`\n${outcomes.length} steps in ${seconds(performance.now() - start)}`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return failures.length === 0;
}
