/*
 * Checks how much JavaScript the first screen loads: everything that the built page, the root
 * layout and the route `/` import, compressed as a server would.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BUILD, ROOT } from './paths.js';

const LIMIT = 200_000;
const SERVER = join(ROOT, '.svelte-kit/output/server');

/** @param {string} file */
const load = (file) => import(pathToFileURL(join(SERVER, file)).href);

const { manifest } = await load('manifest-full.js');
const { client, routes } = manifest._;
const first = routes.find((/** @type {{ id: string }} */ route) => route.id === '/');
const nodes = [...first.page.layouts, first.page.leaf];
// Each node's own list already holds what it imports, but not what it imports on demand.
const lists = await Promise.all(
  nodes.map(async (index) => (await load(`nodes/${index}.js`)).imports)
);
const files = new Set([client.start, client.app, ...client.imports, ...lists.flat()]);

const sizes = [...files]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(BUILD, file))).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`First screen: ${kilobytes(total)} of JavaScript, gzipped (limit ${kilobytes(LIMIT)})`);
if (total > LIMIT) {
  for (const { file, bytes } of sizes.slice(0, 15)) console.error(`  ${kilobytes(bytes)}  ${file}`);
  process.exitCode = 1;
}
