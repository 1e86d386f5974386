/* Keeps the shell and the last read pages on the device, shows push notices, and never answers a form. */
"use strict";
const SHELL = {{ shell|safe }};
const SHELL_CACHE = "shell:" + SHELL.version;
const PAGES = "pages:";
const VERSIONED = /\.[0-9a-f]{12}\./;
const READ = /^\/messages\/(t\/[0-9a-f-]{36}\/)?$/;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(SHELL_CACHE);
    await cache.addAll(SHELL.files);
    // Without cookies: the page is kept for whoever uses this device.
    await cache.put(SHELL.offline, await fetch(SHELL.offline, { credentials: "omit", cache: "no-store" }));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("shell:") && name !== SHELL_CACHE).map((name) => caches.delete(name)));
    if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const request = event.request, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith(SHELL.static)) event.respondWith(file(request, url));
});

/* A page comes from the network; what was kept is shown only when nothing answers. */
async function page(event, url) {
  try {
    const answer = (await event.preloadResponse) || (await fetch(event.request));
    const copy = answer.clone();
    event.waitUntil(keep(copy, url));
    return answer;
  } catch (error) {
    return (await kept(url)) || (await caches.match(SHELL.offline, { ignoreVary: true })) || Response.error();
  }
}

async function kept(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue;
    const found = await (await caches.open(name)).match(url.pathname + url.search, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/* Pages are kept for the one who is signed in; the first page of anybody else, or of nobody, wipes them. */
async function keep(answer, url) {
  if (!answer.ok || !(answer.headers.get("Content-Type") || "").startsWith("text/html")) return;
  const person = answer.headers.get("X-Person") || "";
  await wipe(person);
  if (!person || !READ.test(url.pathname) || url.search) return;
  const cache = await caches.open(PAGES + person);
  await cache.delete(url.pathname);
  await cache.put(url.pathname, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - SHELL.keptPages)).map((request) => cache.delete(request)));
}

self.addEventListener("message", (event) => {
  const url = new URL(event.data.keep, self.location.origin);
  if (READ.test(url.pathname)) event.waitUntil(fetch(url.pathname).then((answer) => keep(answer, url)));
});

async function wipe(person) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PAGES) && name !== PAGES + person).map((name) => caches.delete(name)));
}

/* A file whose name carries its content's digest never changes; others are asked for, and kept for want of a network. */
async function file(request, url) {
  const cache = await caches.open(SHELL_CACHE);
  const found = await cache.match(url.pathname, { ignoreVary: true });
  if (found && VERSIONED.test(url.pathname)) return found;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.status === 200) await cache.put(url.pathname, answer.clone());
    return answer;
  } catch (error) {
    return found || Response.error();
  }
}

self.addEventListener("push", (event) => {
  const notice = event.data.json();
  event.waitUntil(self.registration.showNotification(notice.title, {
    body: notice.body, tag: notice.tag, icon: SHELL.icon, data: { url: notice.url }
  }));
});

/* Opens the thread: in a window that shows it already, else in a new one. */
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const wanted = new URL(event.notification.data.url, self.location.origin);
  event.waitUntil((async () => {
    // Only ever a page of this site, whatever the notice said.
    const url = wanted.origin === self.location.origin ? wanted.href : self.location.origin + "/";
    for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
      if (client.url.split("#")[0] === url) return client.focus();
    }
    return self.clients.openWindow(url);
  })());
});
