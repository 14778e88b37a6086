import { spawn } from 'node:child_process';
import { ROOT } from './paths.js';

/**
 * @typedef {object} CommandOptions
 * @property {Record<string, string>} [env] added to ours
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {number} [timeout] milliseconds until it is ended
 */

/**
 * Runs a command in the project's folder and resolves, never rejects, when it has ended.
 * Its input is closed, so nothing can wait for an answer that nobody gives.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand(command, args, { env = {}, quiet = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // npm and npx are batch files on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command !== process.execPath,
      ...(timeout === undefined ? {} : { timeout })
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a script with this very Node.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runNode(script, args, options) {
  return runCommand(process.execPath, [script, ...args], options);
}
