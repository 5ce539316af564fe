// The cabinet without a network: the page and its files from here, the data from the page's own store. Nothing of the API is kept by this worker.
const CACHE = "orbita-cabinet-1";
const PAGE = "/c";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.add(new Request(PAGE, { cache: "reload" })))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// Every page of the cabinet is one document; a link's token never becomes the name of a kept copy.
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await cache.put(PAGE, fresh.clone());
    }
    return fresh;
  } catch (gone) {
    const kept = await cache.match(PAGE);
    if (kept) {
      return kept;
    }
    throw gone;
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) {
    return kept;
  }
  const fresh = await fetch(request);
  if (fresh.ok) {
    await cache.put(request, fresh.clone());
  }
  return fresh;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate" && (url.pathname === PAGE || url.pathname.startsWith(`${PAGE}/`))) {
    event.respondWith(page(request));
  } else if (
    url.pathname.startsWith("/public/assets/") ||
    url.pathname === "/public/theme.js" ||
    url.pathname === "/public/icon.svg"
  ) {
    event.respondWith(file(request));
  }
});
