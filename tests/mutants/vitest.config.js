import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vite.config';

/** The fault to plant: a file, a text in it, and what stands there instead. */
const { file, find, put } = JSON.parse(process.env['MUTANT'] ?? '{}');
const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Changes one place of one source file while it is loaded; nothing on disk changes. */
const plant = {
  name: 'plant-a-fault',
  enforce: 'pre',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (id !== path) return null;
    if (code.split(find).length !== 2) throw new Error(`${file}: not exactly once: ${find}`);
    return { code: code.replace(find, () => put), map: null };
  }
};

export default mergeConfig(base, defineConfig({ plugins: [plant] }));
