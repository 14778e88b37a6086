import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD, CACHE, packageFile, ROOT } from './paths.js';
import { runNode } from './run-command.js';

const STAMP = join(CACHE, 'build.sha256');

/** What the built app is made of; tests, texts and the command line are not in it. */
const SOURCES = [
  'src',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json'
];
const NOT_BUILT = /^src\/(cli|operator)\/|\.test\.ts$|\.md$/;

/** @param {string} path @returns {string[]} every file below, in one order on every machine */
function filesBelow(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
}

/** A hash over everything that the build depends on: contents, for a clone has new times. */
function fingerprint() {
  const hash = createHash('sha256').update(process.env['BASE_PATH'] ?? '');
  for (const source of SOURCES) {
    const files = /\.\w+$/.test(source) ? [source] : filesBelow(source);
    for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

export function isBuilt() {
  return (
    existsSync(join(BUILD, 'index.html')) &&
    existsSync(join(ROOT, '.svelte-kit/output/server/manifest-full.js')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === fingerprint()
  );
}

/** Builds the app into build/. Resolves to whether that succeeded. */
export async function build() {
  const before = fingerprint();
  console.log('Building the app …');
  const { ok, output } = await runNode(packageFile('vite/bin/vite.js'), ['build'], { quiet: true });
  if (!ok) console.error(output);
  else {
    mkdirSync(dirname(STAMP), { recursive: true });
    // Taken before: what was edited meanwhile may not be in the build.
    writeFileSync(STAMP, before);
  }
  return ok;
}

/** Builds when a source changed since the last build. Resolves to whether a good build is there. */
export async function buildIfStale() {
  return isBuilt() || build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await build()) ? 0 : 1;
}
