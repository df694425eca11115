// The page's service worker: who has visited once can come back without a network. Whatever can be
// fetched is fetched, so a new version is seen at once; what was kept answers for a network that
// doesn't.

const FILES = "files.json";
const { scope } = self.registration;
// An origin has one set of caches for all its pages.
const keeping = caches.open(`page ${scope}`);

/** Keeps all files of the page, with the versions that its list says, and no others. */
async function keep() {
  const kept = await keeping;
  const list = await fetch(FILES, { cache: "no-cache" });
  if (!list.ok) throw new Error(`The list of the files: ${list.status}`);
  const files = await list.clone().json();
  const before = (await (await kept.match(FILES))?.json()) ?? {};
  for (const path in before) {
    if (files[path] !== before[path]) await kept.delete(path);
  }
  for (const path in files) {
    if (!(await kept.match(path))) await kept.add(new Request(path, { cache: "no-cache" }));
  }
  await kept.put(FILES, list);
}

/** Answers a request from the network, or from what is kept. */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (offline) {
    const [address] = request.url.split(/[?#]/);
    const found = await (await keeping).match(address === scope ? "index.html" : address);
    if (found) return found;
    throw offline;
  }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});

// The page that brought the worker goes on with it.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(answer(request));
  if (request.mode === "navigate") {
    // Without a network the files stay what they are.
    event.waitUntil(keep().catch(() => {}));
  }
});
