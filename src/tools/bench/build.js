import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy } from '../headers.js';
import { CACHE, ROOT } from '../paths.js';

/** Where what is measured lies, ready to run. */
export const BENCH = join(CACHE, 'bench');

const SOURCES = join(ROOT, 'tests/bench');

/** Bundles what runs in Node and in a browser's worker, as the app is bundled, and the page for the latter. */
export async function buildBench() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: { $lib: join(ROOT, 'src/lib') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: BENCH,
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rollupOptions: {
        input: ['in-node', 'in-worker'].map((name) => join(SOURCES, `${name}.ts`)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' }
      }
    }
  });
  mkdirSync(BENCH, { recursive: true });
  writeFileSync(join(BENCH, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(BENCH, 'index.html'), page());
  copyFileSync(join(SOURCES, 'page/page.js'), join(BENCH, 'page.js'));
}

/** A page with the app's policy, so that the server sends the headers that it sends for the app. */
function page() {
  const policy = Object.entries(contentSecurityPolicy(''))
    .map(([name, values]) => `${name} ${[values].flat().map(quoted).join(' ')}`)
    .join('; ');
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<script type="module" src="/page.js"></script>
`;
}

/** @param {unknown} value */
function quoted(value) {
  return /^(none|self|unsafe-|sha256-|script$)/.test(String(value)) ? `'${value}'` : String(value);
}
