// Pages as they were when they were last seen, for when the server can't be reached: of one person only, never one
// that the server forbids to store, never a part of one, and no more than so many.
const PAGES = "onward-pages-", FILES = "onward-files", OFFLINE = `${TOLD.root}/offline`;
const OURS = [...TOLD.files, ...TOLD.style, TOLD.script, ...TOLD.parts];
const MOST = 60, LASTS = 30 * 24 * 3600e3, YOUNG = 12 * 3600e3; // pages, ms
const SOON = 1000, LATE = 4000; // ms until a kept page is shown: where the network just failed, and else
const AHEAD = 8; // applications of a list that are kept before they are opened
let failed = false; // what the network did last
let visits = 0; // pages that were gone to
const ahead = new Set(); // addresses that are still to be kept before they are opened

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const offline = () => failed || !navigator.onLine;
const isPage = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
const isStorable = ({ headers }) => !/no-store/.test(headers.get("Cache-Control") ?? "");
// What a proxy says in the stead of a server that is gone.
const isGone = ({ status }) => [502, 503, 504].includes(status);
const inside = (path) => path.slice(TOLD.root.length);

// Who is signed in, and which tokens are theirs: all of one session begin alike.
const sessionOf = (token) => `session.${(token ?? "").split(".")[0]}`;
const meet = async (person, token) => {
  if (token && await facts.get(sessionOf(token)) !== person) await facts.put(sessionOf(token), person);
  if (await facts.get("person") === person) return;
  await facts.put("person", person);
  ahead.clear();
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES) && name !== PAGES + person) await caches.delete(name);
  }
};

const pagesHere = async () => {
  const person = await facts.get("person");
  return person && caches.open(PAGES + person);
};

// A message at the top was for the moment; the rest is kept as it came, with its policy.
const keep = async (url, answer, since) => {
  if (!answer.ok || answer.redirected || !isPage(answer)) return;
  const whole = await answer.text();
  const [, person, token] = /<body[^>]* data-person="(\d+)"[^>]*?X-CSRFToken": "([^"]+)"/.exec(whole) ?? [];
  if (!person || since !== emptied) return;
  await meet(person, token);
  if (url.search || !isStorable(answer)) return;
  const text = whole.replace(/(<div id="toast"[^>]*>)[^]*?(<p class="vh" id="said")/, "$1</div>$2");
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set("Onward-Kept", Date.now());
  if (since !== emptied) return;
  const pages = await caches.open(PAGES + person);
  await pages.delete(url.pathname);
  await pages.put(url.pathname, new Response(text, { headers }));
  const known = await pages.keys();
  for (const old of known.slice(0, Math.max(0, known.length - MOST))) await pages.delete(old);
  return text;
};

const ageOf = (answer) => Date.now() - answer.headers.get("Onward-Kept");

// A form on it may be sent more than once, so it gets a key of its own each time; the page says how old it is.
const kept = async (path) => {
  const pages = await pagesHere();
  const find = async (wanted) => pages?.match(TOLD.root + wanted);
  const found = path === "/" ? await find("/today") ?? await find("/board") : await find(path);
  if (!found || ageOf(found) > LASTS) return;
  const text = (await found.text())
    .replace("<body ", `<body data-kept="${found.headers.get("Onward-Kept")}" `)
    .replace(/(name="key" value=")[^"]+/g, (all, start) => start + crypto.randomUUID());
  return new Response(text, { headers: found.headers });
};

// After a list, the first that stand on it; after an application, the forms that are sent from it. Whoever goes on
// to another page waits for none of it: what is left comes after a page where they stay.
const keepAhead = async (path, text, visit) => {
  if (navigator.connection?.saveData || offline()) return;
  const links = ["/applications/new"];
  if (/^\/applications\/\d+$/.test(path)) links.push(`${path}/feedback/new`, `${path}/rejection`);
  if (["/today", "/board"].includes(path)) {
    const named = [...text.matchAll(/href="[^"]*?(\/applications\/\d+)["#]/g)].map(([, link]) => link);
    links.push("/today", "/board", ...new Set(named.slice(0, AHEAD)));
  }
  // What to have ready outside the door, where there may be no connection.
  links.push(...[...text.matchAll(/href="[^"]*?(\/applications\/\d+\/interviews\/coming)"/g)].map(([, link]) => link));
  const pages = await pagesHere();
  const left = [...ahead];
  ahead.clear();
  for (const link of [...links, ...left].slice(0, MOST)) ahead.add(link);
  for (const link of ahead) {
    if (visit !== visits) return;
    ahead.delete(link);
    const url = new URL(TOLD.root + link, location.origin), known = await pages?.match(url.pathname);
    if (link === path || known && ageOf(known) < YOUNG) continue;
    const since = emptied;
    const answer = await fetch(url, { priority: "low", headers: { Accept: "text/html", "Onward-Ahead": "1" } });
    if (!answer.ok || answer.redirected) return;
    await keep(url, answer, since);
  }
};

// What is shown goes to its page untouched: copied here on its way, it would come later. The browser's own cache
// has it too, all but what may not be stored, of which only the person is looked at, and what is none.
const remember = async (url, answer, visit) => {
  const since = emptied;
  const again = () => fetch(url, { cache: "force-cache", headers: { Accept: "text/html", "Onward-Ahead": "1" } });
  const text = await keep(url, answer ?? await again(), since);
  if ((await mine()).length) await replay();
  if (!text) return;
  await pause(1500);
  await keepAhead(inside(url.pathname), text, visit);
};

// A request that began ahead of this worker and failed, Firefox gives as an answer, and not as an error.
const ask = async (event) => {
  const answer = await event.preloadResponse || await fetch(event.request);
  if (answer.type === "error") throw new Error("no connection");
  failed = false;
  return answer;
};

const show = async (event) => {
  const url = new URL(event.request.url), visit = ++visits;
  const asked = ask(event).catch(() => undefined);
  const first = await Promise.race([asked, pause(offline() ? SOON : LATE).then(() => "late")]);
  if (first?.status !== undefined && !isGone(first)) {
    const copy = first.ok && isStorable(first) ? undefined : first.clone();
    if (isPage(first)) event.waitUntil(remember(url, copy, visit).catch(() => undefined));
    return first;
  }
  failed = true;
  const page = await kept(inside(url.pathname)).catch(() => undefined);
  if (page) return page;
  const last = first === "late" ? await asked : first;
  return last ?? await caches.match(OFFLINE) ?? Response.error();
};

// Files are named after what is in them, so one that is here is the right one.
const file = async (request) => {
  const files = await caches.open(FILES), found = await files.match(request);
  if (found && /-[0-9a-f]{16}\.\w+$/.test(new URL(request.url).pathname)) return found;
  try {
    const answer = await fetch(request);
    if (answer.ok) await files.put(request, answer.clone());
    return answer;
  } catch {
    return found ?? Response.error();
  }
};

const fetchFiles = async () => {
  const files = await caches.open(FILES);
  await files.addAll(OURS);
  await files.put(OFFLINE, await fetch(new Request(OFFLINE, { cache: "reload" })));
};

// Pages of the build before go on as they were: only what none of them names is let go.
const clearFiles = async () => {
  const files = await caches.open(FILES), named = new Set([...OURS, OFFLINE]);
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue;
    const pages = await caches.open(name);
    for (const page of await pages.matchAll()) {
      for (const [, path] of (await page.text()).matchAll(/"([^"\s]*\/static\/[^"\s]+)"/g)) named.add(path);
    }
  }
  for (const { url } of await files.keys()) if (!named.has(new URL(url).pathname)) await files.delete(url);
};

// Of whom or what a page is: the disc at its head, and the two lines beside it.
const FACE = /class="head titled hue(\d)">\s*<i class="disc"[^>]*>([^<]*)<[^]*?<h1[^>]*>([^<]*)<\/h1>/;
const faceOf = (text) => {
  const found = FACE.exec(text), [all, hue, initial, name] = found ?? [];
  const [, under] = found ? /^\s*<p dir[^>]*>([^<]*)</.exec(text.split(all)[1]) ?? [] : [];
  return found && { hue: hue, initial: initial, name: name, under: under };
};

// A page below an application is named with whose it is: as the application's own page says it, else its way back.
const BACK = /class="back" href="[^"]*\/applications\/\d+">\s*<span[^>]*>[^<]*<\/span>([^<]*)</;
const ownerOf = ({ url, title, way }, told) => {
  const [below] = /.*\/applications\/\d+(?=\/)/.exec(url) ?? [];
  const { face } = told.find((page) => page.url === below) ?? {}, { name, under } = face ?? { name: way };
  return [title?.includes(name) ? "" : name, under].filter(Boolean).join(" · ");
};

const keptPages = async () => {
  const pages = await pagesHere(), told = [];
  for (const { url } of await pages?.keys() ?? []) {
    const page = await pages.match(url), text = await page.text(), title = /<title>([^<]*) · Onward</.exec(text)?.[1];
    const face = faceOf(text), way = face ? undefined : BACK.exec(text)?.[1];
    told.push({ url, title, face: face, way: way, at: Number(page.headers.get("Onward-Kept")) });
  }
  for (const page of told) Object.assign(page, page.way && { owner: ownerOf(page, told) });
  const first = ["/today", "/board", "/applications/new"];
  const placeOf = ({ url }) => first.indexOf(inside(new URL(url).pathname)), isPlace = (page) => placeOf(page) >= 0;
  const isForm = ({ url }) => /\/(new|rejection)$/.test(url);
  const isSetting = ({ url }) => /^\/(settings|more|board\/keys)\b/.test(inside(new URL(url).pathname));
  const places = told.filter(isPlace).sort((one, other) => placeOf(one) - placeOf(other));
  return [...places, ...told.filter((page) => ![isPlace, isForm, isSetting].some((is) => is(page))).reverse()];
};
