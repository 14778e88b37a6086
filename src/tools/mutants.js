import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, ROOT } from './paths.js';
import { runNode } from './run-command.js';

/**
 * Plants deliberate faults into compiler, engine and simulation, one at a time, and runs the tests: a fault that no
 * test notices survives. `npm run test:mutants [part of a name]`.
 * @typedef {{ name: string, file: string, find: string, put: string }} Mutant
 */

/** What must be noticed by these alone, so that a fault does not need the whole suite to be found. */
const TESTS = ['src/lib/compiler', 'src/lib/engine', 'src/lib/program', 'tests/scenarios'];
const SIMULATION_TESTS = ['src/lib/simulation', 'tests/simulation'];

/** A fault that makes a test run for ever is noticed as well. Milliseconds. */
const LONGEST = 300_000;

/** @type {readonly Mutant[]} */
const all = JSON.parse(readFileSync(join(ROOT, 'tests/mutants/mutants.json'), 'utf8'));
const wanted = process.argv[2] ?? '';
const mutants = all.filter(({ name }) => name.includes(wanted));

for (const { name, file, find } of mutants) {
  const found = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
  if (found === 1) continue;
  console.error(`${name}: its place stands ${found} times in ${file}, not once.`);
  process.exit(1);
}

/** @type {string[]} */
const survivors = [];
for (const mutant of mutants) {
  const { ok } = await runNode(
    packageFile('vitest/vitest.mjs'),
    [
      'run',
      '--config=tests/mutants/vitest.config.js',
      '--project=node',
      '--bail=1',
      '--reporter=dot',
      ...(mutant.file.startsWith('src/lib/simulation/') ? SIMULATION_TESTS : TESTS)
    ],
    { env: { MUTANT: JSON.stringify(mutant) }, quiet: true, timeout: LONGEST }
  );
  console.log(`${ok ? 'SURVIVED' : 'killed  '}  ${mutant.name}`);
  if (ok) survivors.push(mutant.name);
}
console.log(`${mutants.length - survivors.length} of ${mutants.length} faults were noticed.`);
if (survivors.length > 0) process.exitCode = 1;
