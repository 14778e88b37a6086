/*
 * How fast the simulator is, beside what else there is on this machine, in one table, and how fast
 * the editor is in a browser (`--only editor`):
 * `npm run bench [-- --quick] [--only part-of-a-name] [--micro]`. Nothing else should run meanwhile.
 */
import { parseArgs } from 'node:util';
import { measureEditor } from './bench/editor.js';
import { benchSimulations } from './bench/simulations.js';
import { editorTable, machineLine } from './bench/table.js';
import { hasBrowser } from './browser.js';
import { buildIfStale } from './build.js';
import { BUILD, packageFile } from './paths.js';
import { runNode } from './run-command.js';
import { createStaticServer, listen } from './static-server.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    micro: { type: 'boolean', default: false },
    only: { type: 'string', default: '' }
  }
});
const { quick, micro, only } = values;

if (micro) {
  const vitest = packageFile('vitest/vitest.mjs');
  const { ok } = await runNode(vitest, ['bench', '--run', '--project=node']);
  process.exit(ok ? 0 : 1);
}

await benchSimulations({ quick, only });
if ('editor'.includes(only)) await benchEditor();

/** The built app in a browser. */
async function benchEditor() {
  if (!hasBrowser() || !(await buildIfStale())) {
    console.error('editor: there is no browser, or the app could not be built');
    return;
  }
  const server = createStaticServer(BUILD);
  const { version, tables } = await measureEditor(`http://127.0.0.1:${await listen(server, 0)}/`);
  server.close();
  console.log(machineLine([`Chromium ${version}`]));
  for (const { title, rows } of tables) console.log(editorTable(`editor, ${title}`, rows));
}
