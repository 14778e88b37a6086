import { buildIfStale } from './build.js';
import { packageFile } from './paths.js';
import { runNode } from './run-command.js';

/** @typedef {import('./steps.js').Step} Step */

/**
 * A check that counts as one test and keeps its words to itself when all is well.
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} [args]
 * @returns {Step}
 */
function check(name, script, args = []) {
  return {
    name,
    async run() {
      const { ok, output } = await runNode(script, args, { quiet: true });
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, details: output };
    }
  };
}

const TSC = packageFile('typescript/bin/tsc');

/** Everything that can be said about the sources without running them. */
export function staticSteps() {
  return [
    check('lock file', 'src/tools/check-lock.js'),
    check('format', packageFile('prettier/bin/prettier.cjs'), [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=.cache/prettier',
      '.'
    ]),
    // Writes the types that everything after it reads.
    check('generated types', packageFile('@sveltejs/kit/svelte-kit.js'), ['sync']),
    check('types', packageFile('svelte-check/bin/svelte-check'), [
      '--fail-on-warnings',
      '--output=human'
    ]),
    check('types of the service worker', TSC, ['-p', 'tsconfig.sw.json']),
    check('types of tools and end-to-end tests', TSC, ['-p', 'tsconfig.node.json']),
    check('lint', packageFile('eslint/bin/eslint.js'), [
      '--max-warnings=0',
      '--cache',
      '--cache-location=.cache/eslint',
      '--cache-strategy=content',
      '.'
    ]),
    check('dead code', packageFile('knip/bin/knip.js')),
    check('import walls and cycles', packageFile('dependency-cruiser/bin/dependency-cruise.mjs'), [
      '--config=.dependency-cruiser.js',
      '--output-type=err',
      'src',
      'tests'
    ]),
    /** @type {Step} */ ({
      name: 'build',
      async run() {
        const ok = await buildIfStale();
        return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
      }
    }),
    check('size of the first screen', 'src/tools/bundle-size.js')
  ];
}
