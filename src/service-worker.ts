/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />

/*
 * Keeps the whole app on the device after the first visit. A new version is fetched beside the
 * running one and waits until a person asks for it: nothing is swapped under an open page.
 */
import { base, build, files, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'cadenza-';
const CACHE = `${PREFIX}${version}`;
/** The page that answers every address; written after this script is built, so not in `build`. */
const SHELL = `${base}/`;

worker.addEventListener('install', (event) => {
  event.waitUntil(store([...build, ...files, SHELL]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const ours = new URL(request.url).origin === worker.location.origin;
  if (request.method === 'GET' && ours) event.respondWith(answer(request));
});

/** All or nothing: a version is never half on the device. Stored answers keep their headers. */
async function store(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(paths.map((path) => new Request(path, { cache: 'reload' })));
}

/** Keeps this version and the one before it, which tabs not yet reloaded still load parts of. */
async function dropOldCaches(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
  await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept =
    request.mode === 'navigate' ? await cache.match(SHELL) : await fromAnyVersion(cache, request);
  return kept ?? fetch(request);
}

async function fromAnyVersion(cache: Cache, request: Request): Promise<Response | undefined> {
  const options = { ignoreSearch: true, ignoreVary: true };
  return (await cache.match(request, options)) ?? (await caches.match(request, options));
}
