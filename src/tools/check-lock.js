/*
 * Checks that `npm ci` works from the lock file on every platform. A fresh release of a package
 * with native parts may have been locked while only some platforms' parts were published; npm then
 * leaves the others out without a word, and `npm ci` fails for whoever needs them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/** @typedef {{ resolved?: string, version?: string, optionalDependencies?: Record<string, string> }} Entry */

const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
/** @type {{ packages: Record<string, Entry> }} */
const { packages } = JSON.parse(text);
const { dependencies = {}, devDependencies = {} } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8')
);

/** Where node would look for a package from inside another, innermost first. @param {string} from @param {string} name */
function candidates(from, name) {
  const places = [];
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    places.push(`${at ? `${at}/` : ''}node_modules/${name}`);
    if (!at) return places;
  }
}

const faults = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!candidates(path, name).some((place) => packages[place])) {
      faults.push(`${path} may need ${name}, which the lock file lacks`);
    }
  }
  if (entry.resolved) faults.push(`${path} names the registry it was taken from`);
}
for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
  if (!/^\d/.test(String(version))) faults.push(`${name} is not pinned to an exact version`);
  if (packages[`node_modules/${name}`]?.version !== version) {
    faults.push(`${name}@${version} is in package.json, but not in the lock file`);
  }
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
