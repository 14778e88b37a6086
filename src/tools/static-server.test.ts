import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, request as rawRequest, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticServer, listen } from './static-server.js';

const PAGE = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'sha256-abc='"><p>page</p>`;
const SCRIPT = `export const text = '${'long '.repeat(500)}';`;

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const build = join(folder, 'build');
  await mkdir(join(build, '_app/immutable'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(build, 'index.html'), PAGE);
  await writeFile(join(build, '.hidden.js'), 'secret');
  await writeFile(join(build, 'service-worker.js'), SCRIPT);
  await writeFile(join(build, '_app/immutable/start.abc.js'), SCRIPT);
  server = createStaticServer(build);
  port = await listen(server, 0);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

/** Asks for a path exactly as written: `fetch` would tidy it first. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers };
    const request = (method === 'GET' ? get : rawRequest)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, bytes: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject);
    request.end();
  });
}

describe('what is served', () => {
  it.each(['/', '/cadences/01jd', '/cadences/01jd/simulate?leads=10'])(
    'the page at %s',
    async (path) => {
      const { status, headers, bytes } = await ask(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(bytes.toString()).toBe(PAGE);
    }
  );

  it.each(['/missing.js', '/_app/immutable/missing.abc.js', '/.hidden.js'])(
    'nothing at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    }
  );

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/_app/../../secret.txt',
    '//etc/hostname.txt',
    '/secret.txt%00.js',
    '/%E0%A4%A'
  ])('nothing outside of the folder: %s', async (path) => {
    const { status, bytes } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(bytes.toString()).not.toContain('secret');
  });

  it('no other method', async () => {
    expect((await ask('/', 'POST')).status).toBe(405);
  });

  it('the head alone when asked for', async () => {
    const { status, headers, bytes } = await ask('/', 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(PAGE)));
    expect(bytes).toHaveLength(0);
  });
});

describe('headers', () => {
  it.each(['/', '/service-worker.js', '/missing.js'])('safety at %s', async (path) => {
    expect((await ask(path)).headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'sha256-abc='; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff'
    });
  });

  it('hashed files are kept forever, others asked for again', async () => {
    const hashed = await ask('/_app/immutable/start.abc.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const worker = await ask('/service-worker.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    const again = await ask('/service-worker.js', 'GET', {
      'if-none-match': String(worker.headers.etag)
    });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes]
  ])('accepting %s gives %s', async (accepted, encoding, decode) => {
    const answer = await ask('/service-worker.js', 'GET', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(decode(answer.bytes).toString()).toBe(SCRIPT);
  });
});

describe('the port', () => {
  it('is taken as asked or not at all', async () => {
    await expect(listen(createStaticServer(folder), port)).rejects.toThrow('EADDRINUSE');
  });
});
