/**
 * Builds the command line when a source of it has changed, and runs it: Node 20 reads no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, '.cache/cli');
const stamp = join(out, 'sources.sha256');

/** Hash of every source that the command is made of. */
function sources() {
  const hash = createHash('sha256');
  for (const folder of ['src/cli', 'src/lib'].map((path) => join(root, path))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      hash.update(path).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

async function build() {
  const current = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/cli/main.ts'),
      outDir: out,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.js' } }
    }
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(stamp, current);
}

await build();
const { status } = spawnSync(process.execPath, [join(out, 'main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit'
});
process.exitCode = status ?? 1;
