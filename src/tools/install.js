import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, ROOT } from './paths.js';
import { runCommand } from './run-command.js';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm leaves a list of what it
 * installed there, so this takes milliseconds and is also right after a plain `npm install`.
 * Optional packages are left out: which of them belong here depends on the platform.
 */
function isInstalled() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  const present = readLock(packageFile('.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.link) return true;
    return (
      present.packages[path]?.version === entry.version &&
      existsSync(join(ROOT, path, 'package.json'))
    );
  });
}

/** Installs the dependencies when something is missing; throws when that fails. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing what is missing (this is needed once) …');
  // The build tools are development dependencies, which NODE_ENV=production would leave out.
  // Scripts of packages are not run: the one there is builds a database for servers, unused here.
  const { ok } = await runCommand('npm', [
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund'
  ]);
  if (!ok) throw new Error('The dependencies could not be installed; see the messages above.');
}
