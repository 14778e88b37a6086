import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the built app lies. */
export const BUILD = join(ROOT, 'build');

/** Stamps, reports and other things that may be thrown away at any time. */
export const CACHE = join(ROOT, '.cache');

/** The project's own command of an installed package. @param {string} path inside node_modules */
export function packageFile(path) {
  return join(ROOT, 'node_modules', ...path.split('/'));
}
