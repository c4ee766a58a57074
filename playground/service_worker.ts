/**
 * Keeps the page for times without a network. It is served from this cache, and a newer one replaces it for the next
 * visit.
 */

/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope;

/** A hash of all files, and their names, which `scripts/playground/make_playground.ts` puts before this code. */
declare const KUST_VERSION: string;
declare const KUST_FILES: readonly string[];

const PREFIX = "kust-playground-";
const CACHE = PREFIX + KUST_VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(store());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOthers());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function store(): Promise<void> {
  const cache = await caches.open(CACHE);
  // A file in the browser's own cache may be of an older version.
  await cache.addAll(KUST_FILES.map((file) => new Request(file, { cache: "reload" })));
  await self.skipWaiting();
}

async function removeOthers(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return await cache.match(request, { ignoreSearch: true }) ?? await fetch(request);
}
