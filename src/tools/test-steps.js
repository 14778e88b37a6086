import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, packageFile } from './paths.js';
import { runNode } from './run-command.js';

/** @typedef {import('./steps.js').Outcome} Outcome @typedef {import('./steps.js').Step} Step */

const VITEST_REPORT = join(CACHE, 'vitest.json');
const PLAYWRIGHT_REPORT = join(CACHE, 'playwright.json');

/**
 * Runs a test runner in plain sight and counts from the report it leaves behind.
 * @param {string} name
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number, names: string[] }} count
 * @param {() => Promise<{ ok: boolean }>} start
 * @returns {Step}
 */
function runner(name, report, count, start) {
  return {
    name,
    async run() {
      rmSync(report, { force: true });
      const { ok } = await start();
      if (!existsSync(report))
        return { passed: 0, failed: 1, details: 'It ended without a report.' };
      const { passed, failed, names } = count(JSON.parse(readFileSync(report, 'utf8')));
      // A file that does not load, or an error outside any test, fails the run without a failed test.
      const unseen = !ok && failed === 0 ? 1 : 0;
      if (unseen) names.push('It failed outside of its tests; see its output above.');
      return { passed, failed: failed + unseen, details: names.join('\n') };
    }
  };
}

/** @param {any} report */
function countVitest(report) {
  /** @type {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }[]} */
  const files = report.testResults;
  const names = files.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${name} does not load`];
    return failed.map((test) => test.fullName);
  });
  return { passed: report.numPassedTests, failed: names.length, names };
}

/** @param {any} report */
function countPlaywright(report) {
  /** @type {string[]} */
  const names = [];
  /** @param {any} suite @param {string} path */
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) if (!spec.ok) names.push(`${path} ${spec.title}`.trim());
    for (const inner of suite.suites ?? []) walk(inner, `${path} ${inner.title}`);
  };
  for (const suite of report.suites) walk(suite, suite.title);
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected, names };
}

/** Unit, property, golden and component tests, then the end-to-end tests of the built app. @param {Record<string, string>} env */
export function testSteps(env) {
  return [
    runner('unit, golden and component tests', VITEST_REPORT, countVitest, () =>
      runNode(
        packageFile('vitest/vitest.mjs'),
        [
          'run',
          '--project=node',
          '--project=browser',
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${VITEST_REPORT}`
        ],
        { env }
      )
    ),
    runner('end-to-end tests', PLAYWRIGHT_REPORT, countPlaywright, () =>
      runNode(packageFile('@playwright/test/cli.js'), ['test'], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT }
      })
    )
  ];
}
