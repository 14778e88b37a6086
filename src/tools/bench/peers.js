import { join } from 'node:path';
import { ROOT } from '../paths.js';
import { runCommand, runNode } from '../run-command.js';
import { BENCH } from './build.js';
import { timedOf } from './hosts.js';

/**
 * What others take for the same workloads, where it is found on this machine.
 * @typedef {import('./hosts.js').Timed} Timed
 * @typedef {{ name: string, most: number, run(workload: string, leads: number, runs: number): Promise<Timed> }} Peer
 */

const SOURCES = join(ROOT, 'tests/bench');

/** Pythons that may have SimPy: `BENCH_PYTHON` when set, else whatever there is. */
const PYTHONS = [process.env['BENCH_PYTHON'] ?? '', 'python3', '/usr/bin/python3', 'python'];

/** All that is there, the limit in C first. @param {boolean} quick @returns {Promise<Peer[]>} */
export async function findPeers(quick) {
  return [
    await cLimit(),
    await simpy(quick ? 10_000 : 100_000),
    inNode('simjs', quick ? 10_000 : 100_000),
    inNode('xstate', quick ? 1000 : 10_000)
  ].filter((peer) => peer !== null);
}

/** Compiled for this very machine; null: there is no compiler. @returns {Promise<Peer | null>} */
async function cLimit() {
  const program = join(BENCH, 'limit');
  const source = join(SOURCES, 'c/limit.c');
  const flags = ['-O3', '-march=native', '-o', program, source, '-lm'];
  for (const compiler of [process.env['CC'] ?? '', 'gcc', 'cc', 'clang']) {
    if (!compiler || !(await runCommand(compiler, flags, { quiet: true })).ok) continue;
    const version = await firstLine(compiler, ['--version']);
    return {
      name: `C (${version.match(/\S*(gcc|clang)\S*/i)?.[0] ?? compiler}, by hand)`,
      most: 1_000_000,
      run: async (workload, leads, runs) =>
        timedOf(await runCommand(program, words(workload, leads, runs), { quiet: true }))
    };
  }
  return null;
}

/** @param {number} most @returns {Promise<Peer | null>} */
async function simpy(most) {
  const script = join(SOURCES, 'peers/simpy_workloads.py');
  for (const python of PYTHONS) {
    if (!python) continue;
    const asked = ['-c', 'import simpy; print(simpy.__version__)'];
    const { ok, output } = await runCommand(python, asked, { quiet: true });
    if (!ok) continue;
    return {
      name: `SimPy ${output.trim()}`,
      most,
      run: async (workload, leads, runs) =>
        timedOf(
          await runCommand(python, [script, ...words(workload, leads, runs)], { quiet: true })
        )
    };
  }
  return null;
}

/** A library from npm. @param {string} name @param {number} most @returns {Peer} */
function inNode(name, most) {
  const script = join(SOURCES, 'peers', `${name}.js`);
  return {
    name,
    most,
    run: async (workload, leads, runs) =>
      timedOf(await runNode(script, words(workload, leads, runs), { quiet: true }))
  };
}

/** @param {string} workload @param {number} leads @param {number} runs */
function words(workload, leads, runs) {
  return [workload, String(leads), String(runs)];
}

/** @param {string} command @param {readonly string[]} args */
async function firstLine(command, args) {
  return (await runCommand(command, args, { quiet: true })).output.split('\n')[0] ?? '';
}
