/*
 * Serves a built app: `node src/tools/serve.js [--port 4173] [--dir build]`.
 * The port is taken as asked or not at all, so that whoever started it knows where it is.
 */
import { parseArgs } from 'node:util';
import { BUILD } from './paths.js';
import { createStaticServer, listen } from './static-server.js';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, dir: { type: 'string', default: BUILD } }
});

try {
  const port = await listen(createStaticServer(values.dir), Number(values.port));
  console.log(`Serving ${values.dir} at http://127.0.0.1:${port}/`);
} catch (error) {
  console.error(
    `Port ${values.port} cannot be used: ${error instanceof Error ? error.message : error}`
  );
  process.exitCode = 1;
}
