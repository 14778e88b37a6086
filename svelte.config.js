import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { contentSecurityPolicy } from './src/tools/headers.js';

const appHtml = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: 'index.html', precompress: false }),
    alias: { $tests: 'tests' },
    paths: { base: /** @type {'' | `/${string}`} */ (process.env['BASE_PATH'] ?? '') },
    csp: { mode: 'hash', directives: contentSecurityPolicy(appHtml) },
    typescript: {
      // What runs in Node is checked by itself (tsconfig.node.json): PouchDB's types redefine Buffer.
      config: (config) => void config['exclude'].push('../src/tools/**', '../tests/e2e/**')
    },
    // The app registers it itself, so that an update asks before it takes over.
    serviceWorker: {
      register: false,
      // The README's picture is not needed offline.
      files: (file) => !/\.DS_Store$|^screenshots\//.test(file)
    }
  }
};
