// What the browser asks this worker for, and what our pages tell it. Pages of an older build talk to it as well: what
// is said either way may grow, and never changes its meaning.
// Where a browser can (Chromium), the files of this build come from its cache without a word to this worker.
const straight = (path) => ({ condition: { urlPattern: path }, source: { cacheName: FILES } });

// A page is asked for at once, beside this worker and not after it: what comes first is shown.
const RACE = {
  condition: { requestMode: "navigate", requestMethod: "GET" },
  source: "race-network-and-fetch-handler",
};

addEventListener("install", (event) => {
  skipWaiting();
  event.addRoutes?.(TOLD.files.map(straight)).catch(() => undefined);
  event.addRoutes?.(RACE).catch(() => undefined);
  event.waitUntil(fetchFiles());
});

addEventListener("activate", (event) => event.waitUntil((async () => {
  await registration.navigationPreload?.enable();
  await clearFiles();
  await clients.claim();
})()));

const isForm = ({ headers }) => (headers.get("Content-Type") ?? "").startsWith("application/x-www-form-urlencoded");

// What another site's page sends goes out as it is, so that the server sees whose it is: our pages say where they are.
const isOurs = ({ referrer }) => referrer.startsWith(`${location.origin}/`);

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url), path = inside(url.pathname);
  if (url.origin !== location.origin || !url.pathname.startsWith(`${TOLD.root}/`) || path.startsWith("/s/")) return;
  if (request.method === "GET") {
    if (path.startsWith("/static/")) event.respondWith(file(request));
    else if (path === "/offline") event.respondWith(caches.match(OFFLINE).then((found) => found ?? fetch(request)));
    else if (request.mode === "navigate") event.respondWith(show(event));
  } else if (path === "/share") {
    event.respondWith(share(event));
  } else if (request.method === "POST" && isOurs(request)) {
    const route = routeOf(url);
    if (path === "/logout") event.respondWith(leave(event));
    else if (route && url.searchParams.has("change")) event.respondWith(lookAt(url.searchParams.get("change")));
    else if (route && isForm(request)) event.respondWith(take(event, route));
    else if (request.mode === "navigate") event.respondWith(stayWith(event));
  }
});

const UNSENT = "No connection, so this was not saved. Nothing on this page is lost.";

// The page that a form was sent from. Only Chromium names it: else it is the one that is looked at, or at that address.
const senderOf = async ({ clientId, request }) => {
  const named = clientId && await clients.get(clientId);
  if (named) return named;
  const all = await clients.matchAll({ includeUncontrolled: true });
  return all.find(({ focused }) => focused) ?? all.find(({ url }) => url.split("#")[0] === request.referrer);
};

// A form that can't wait stays as it is on its page, which says so.
const stayWith = async (event, request = event.request) => {
  try {
    return await fetch(request);
  } catch (error) {
    failed = true;
    if (request.mode !== "navigate") throw error;
    event.waitUntil(tell({ unsent: UNSENT }, await senderOf(event)));
    return new Response(null, { status: 204 });
  }
};

// What the phone's Share menu hands over comes from no page. Without a connection it stands in the form that is kept
// here, and is added once somebody taps *Save*.
const share = async ({ request }) => {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    failed = true;
    const given = await copy.formData(), said = {};
    for (const name of ["title", "text", "url"]) said[name] = given.get(name) ?? "";
    said.url ||= /https?:\/\/\S+/.exec(said.text)?.[0] ?? "";
    return Response.redirect(`${TOLD.root}/applications/new#${encodeURIComponent(JSON.stringify(said))}`, 303);
  }
};

// Signing out empties the phone; what was not sent would be lost, so that is asked first. What somebody else left waits
// until they sign in again.
const leave = async (event) => {
  const own = await mine(), sure = new URL(event.request.url).searchParams.has("sure");
  if (!sure && own.length) return Response.redirect(`${OFFLINE}?leave`, 303);
  try {
    const others = (await changes.all()).length > own.length, told = await askToken();
    const headers = { "X-CSRFToken": told?.token ?? "", ...(others && { "Onward-Keep": "1" }) };
    const answer = await fetch(`${TOLD.root}/logout`, { method: "POST", redirect: "manual", headers });
    if (answer.ok || answer.type === "opaqueredirect") {
      await empty();
      await registration.unregister();
    }
    return answer;
  } catch {
    failed = true;
    event.waitUntil(tell({ unsent: "No connection, so you are still signed in." }, await senderOf(event)));
    return new Response(null, { status: 204 });
  }
};

addEventListener("sync", (event) => event.waitUntil(replay()));

const described = async (each) => {
  const { id, kind, url, back, body, key, at, tried, stuck, version, meanwhile } = each, card = cardOf(url);
  const fields = Object.fromEntries(new URLSearchParams(body));
  const name = await nameOf(card, url);
  return { id, kind, url, back, fields, key, at, tried, stuck, version, meanwhile, card, name };
};

// To one page, or to all: only where there is something to say.
const tell = async ({ written, sent = [], ...more } = {}, page) => {
  const waiting = await Promise.all((await mine()).map(described));
  if (!page && !more.dropped && !waiting.length && !sent.length) return;
  const told = {
    script: TOLD.script, parts: TOLD.parts, style: TOLD.style, person: await facts.get("person"),
    waiting: waiting, need: need, offline: offline(), ...more,
    written: written && waiting.find(({ id }) => id === written.id),
    sent: await Promise.all(sent.map(described)),
  };
  for (const each of page ? [page] : await clients.matchAll()) each.postMessage(told);
};

const orders = {
  // Taken back before it was sent, or let go after the server had refused it.
  drop: async (id) => {
    const found = (await mine()).find((each) => each.id === id);
    if (found && (found.stuck || !found.tried)) await changes.remove(found);
  },
  // "Move it all the same": on the version that is there now.
  force: async (id) => {
    const found = (await mine()).find((each) => each.id === id), fields = new URLSearchParams(found?.body);
    if (!found?.stuck) return;
    if (found.version) fields.set("version", found.version);
    await changes.put(Object.assign(found, { body: fields.toString(), stuck: undefined, tried: undefined, errors: 0 }));
  },
};

const hear = async ({ data, source }) => {
  const { kept, again, drop, force, list } = { kept: "", list: "", again: false, ...data };
  if (drop) await navigator.locks.request("onward-changes", () => orders.drop(drop));
  if (force) await navigator.locks.request("onward-changes", () => orders.force(force));
  const waits = (await mine()).length;
  if (drop) await tell({ dropped: drop });
  else if (waits || kept || list) {
    await tell(list ? { pages: await keptPages() } : {}, source);
    // A page that has just been shown from here need not be told twice that there is no connection.
    if (waits) await replay();
    else if (again) await askToken().then(() => tell({ reached: !offline() }, source), () => undefined);
  }
};
addEventListener("message", (event) => event.waitUntil(hear(event)));
