import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2'
};
const COMPRESSIBLE = /^text\/|json|javascript|svg|wasm/;
/** Below this, the compressed form saves less than its header costs. */
const WORTH_COMPRESSING = 1024;

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */
/** @typedef {{ type: string, tag: string, body(encoding: Encoding): Promise<{ encoding: Encoding, bytes: Buffer }> }} StaticFile */

const compress = {
  /** @param {Buffer} bytes */
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  /** @param {Buffer} bytes */
  gzip: (bytes) => promisify(gzip)(bytes)
};

/**
 * Reads files below a folder and keeps them, compressed forms too, until they change on disk.
 * @param {string} root
 */
export function staticFiles(root) {
  /** @type {Map<string, { changed: number, file: StaticFile }>} */
  const kept = new Map();

  return {
    /**
     * The file at a decoded URL path, or undefined: no file, a folder, a hidden name, or a path
     * that leads out of the folder.
     * @param {string} path
     * @returns {Promise<StaticFile | undefined>}
     */
    async find(path) {
      if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return;
      const full = join(root, path);
      if (!full.startsWith(root + sep)) return;
      const info = await stat(full).catch(() => undefined);
      if (!info?.isFile()) return;
      const known = kept.get(full);
      if (known?.changed === info.mtimeMs) return known.file;
      const file = toFile(await readFile(full), TYPES[extname(full)] ?? 'application/octet-stream');
      kept.set(full, { changed: info.mtimeMs, file });
      return file;
    }
  };
}

/** @param {Buffer} bytes @param {string} type @returns {StaticFile} */
function toFile(bytes, type) {
  const worthIt = COMPRESSIBLE.test(type) && bytes.length >= WORTH_COMPRESSING;
  /** @type {Map<Encoding, Promise<Buffer>>} */
  const forms = new Map();
  return {
    type,
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    async body(wanted) {
      if (wanted === 'identity' || !worthIt) return { encoding: 'identity', bytes };
      const form = forms.get(wanted) ?? compress[wanted](bytes);
      forms.set(wanted, form);
      return { encoding: wanted, bytes: await form };
    }
  };
}
