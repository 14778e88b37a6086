import { buildIfStale } from './build.js';
import { install } from './install.js';
import { BUILD } from './paths.js';
import { createStaticServer, listen } from './static-server.js';

const USUAL_PORT = 4173;

/** Installs and builds what is missing, then serves the app until it is stopped. */
export async function start() {
  try {
    await install();
    if (!(await buildIfStale())) throw new Error('The app could not be built; see above.');
    const port = await listenSomewhere(createStaticServer(BUILD));
    console.log(`Cadenza is at http://127.0.0.1:${port}/ (stop it with Ctrl+C)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** A port that was asked for is kept to; the usual one gives way to any free one. @param {import('node:http').Server} server */
async function listenSomewhere(server) {
  const asked = process.env['PORT'];
  if (asked) return listen(server, Number(asked));
  return listen(server, USUAL_PORT).catch(() => listen(server, 0));
}
