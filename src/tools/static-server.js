import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { cacheControl, securityHeaders } from './headers.js';
import { staticFiles } from './static-files.js';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * A server for the built app: its files with the production headers, and the app's page for
 * every path that is a screen rather than a file.
 * @param {string} folder
 */
export function createStaticServer(folder) {
  const root = resolve(folder);
  const files = staticFiles(root);

  /** @param {Request} request @param {Response} response */
  async function answer(request, response) {
    // Read anew each time: a build made meanwhile brings other hashes.
    const headers = securityHeaders(await readFile(join(root, 'index.html'), 'utf8'));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, { ...headers, allow: 'GET, HEAD' }, 'Method not allowed');
    }
    const path = decodePath(request.url ?? '/');
    if (path === undefined) return plain(response, 400, headers, 'Bad request');
    const isScreen = extname(path) === '';
    const file =
      (await files.find(path)) ?? (isScreen ? await files.find('/index.html') : undefined);
    if (!file) return plain(response, 404, headers, 'Not found');
    const { encoding, bytes } = await file.body(chooseEncoding(request));
    const tag = `"${file.tag}-${encoding}"`;
    const head = {
      ...headers,
      'cache-control': cacheControl(path),
      'content-type': file.type,
      etag: tag,
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding })
    };
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304, head).end();
    response.writeHead(200, { ...head, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  return createServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/** @param {Response} response @param {number} status @param {Record<string, string>} headers @param {string} text */
function plain(response, status, headers, text) {
  const head = { ...headers, 'cache-control': 'no-cache', 'content-type': 'text/plain' };
  response.writeHead(status, head).end(`${text}\n`);
}

/** The decoded path of a request, undefined when it is not a proper one. @param {string} url */
function decodePath(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return path.startsWith('/') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Request} request @returns {import('./static-files.js').Encoding} */
function chooseEncoding(request) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br';
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'gzip';
  return 'identity';
}

/**
 * Listens on loopback only: nobody else on the network is served.
 * @param {import('node:http').Server} server
 * @param {number} port 0 for any free one
 * @returns {Promise<number>} the port; rejects when it is taken
 */
export function listen(server, port) {
  return new Promise((resolvePort, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolvePort(typeof address === 'object' && address ? address.port : port);
    });
  });
}
