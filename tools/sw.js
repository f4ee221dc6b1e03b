// Keeps every file of one release, so that the page opens again with the network off. Written by tools/finish-build.mjs,
// which fills in the two constants below.

const RELEASE = 'VERSION';
/** Address relative to this file, and digest, of every file of the release. */
const FILES = [/* FILES */];

// Other pages of the same origin may have caches of their own; the scope tells them apart.
const PREFIX = `sayso ${self.registration.scope} `;
const CACHE = PREFIX + RELEASE;
const PAGES = ['./', './index.html'].map((page) => new URL(page, self.registration.scope).href);

// The digests make it all or nothing: files of two releases (a deploy half-way through) are never kept together.
self.addEventListener('install', (event) => {
  const requests = FILES.map(([url, integrity]) => new Request(url, { integrity, cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldReleases().then(() => self.clients.claim()));
});

async function dropOldReleases() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.replace(/[?#].*$/, '');
  if (request.mode === 'navigate') {
    if (PAGES.includes(url)) event.respondWith(openPage(request));
  } else if (url.startsWith(self.registration.scope)) {
    event.respondWith(kept(request));
  }
});

/**
 * The page of this release. A newer one takes over only when no other tab is open, because a tab goes on loading files
 * of the release that it started with; a reload alone would never get there, as the old page still counts while the
 * new one is asked for.
 */
async function openPage(request) {
  if (self.registration.waiting && (await self.clients.matchAll()).length < 2) {
    self.registration.waiting.postMessage('take over');
    // An empty page that opens this address again; with an icon, lest the browser ask the server for one.
    const headers = { 'Content-Type': 'text/html', Refresh: '0' };
    return new Response('<!doctype html><link rel="icon" href="data:,">', { headers });
  }
  return kept(request, new URL('./', self.registration.scope).href);
}

async function kept(request, url = request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
