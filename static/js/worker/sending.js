// A change is written down first and then sent, under a number of its own; it is let go once the server says that it
// has that number. All go out one after another, in their order, whoever asks: at each moment one sends.
const PATIENCE = 4000, LONGEST = 25000; // ms: until the page goes on, until it is asked again
const KEEPS = 170 * 24 * 3600e3; // ms for which the server knows that it has carried out a change, with some to spare
const TRIES = 5; // after so many errors of its own the server is not asked again by itself
const waiters = new Map(); // by number: what a page waits for
const tokens = new Map(); // by number: the page's own, which is never written down
let need = "", next;

const routeOf = ({ pathname }) => TOLD.routes.find(([, shape]) => new RegExp(shape).test(inside(pathname)));
const cardOf = (url) => /\/applications\/(\d+)\//.exec(url)?.[1];

// "Cook, Blue Kettle", as the board or its own page told it; of a row that is ticked off, what stands in it.
const nameOf = async (card, url) => {
  const pages = await pagesHere(), [, noun, row] = /\/(action|lead)s\/(\d+)\//.exec(url) ?? [];
  if (!pages || !(card || row)) return;
  const own = await (await pages.match(`${TOLD.root}/${row ? `${noun}s/${row}` : `applications/${card}`}`))?.text();
  const list = row && await (await pages.match(`${TOLD.root}/${noun}s`))?.text();
  const there = list && new RegExp(`id="${noun}-${row}"[^]*?<div>\\s*<a[^>]*>([^<]*)</a>([^]*?)</li>`).exec(list);
  if (there) return [there[1], /<bdi>([^<]*)</.exec(there[2])?.[1]].filter(Boolean).join(", ");
  const board = await (await pages.match(`${TOLD.root}/board`))?.text();
  const on = new RegExp(`id="card-${card}"[^]*?<h3><a[^>]*>([^<]*)</a>[^]*?<bdi>([^<]*)<`).exec(board ?? "");
  return on ? `${on[1]}, ${on[2]}` : /<title>([^<]*) · Onward</.exec(own ?? "")?.[1];
};

// What came of a change from here is what the next one was made on, though its page shows the state before.
const learn = async (told) => {
  for (const each of (told ?? "").split(" ").filter(Boolean)) {
    const [card, before, after] = each.split(":");
    await facts.put(`${card}.${before}`, after);
  }
};
const renew = async (change) => {
  const fields = new URLSearchParams(change.body), card = cardOf(change.url);
  if (!card || !fields.has("version")) return;
  for (let after; after = await facts.get(`${card}.${fields.get("version")}`);) fields.set("version", after);
  change.body = fields.toString();
};

const write = async (request, [kind, shape, back]) => {
  const { pathname, search } = new URL(request.url), fields = new URLSearchParams(await request.text());
  const token = request.headers.get("X-CSRFToken") || fields.get("csrf_token");
  const person = await facts.get("person");
  // A page of somebody who was signed in before, or from before this worker: the server is to judge it.
  if (!person || await facts.get(sessionOf(token)) !== person) throw new Error("not known here");
  const change = {
    id: crypto.randomUUID(), person, kind: kind, at: Date.now(), url: pathname + search,
    back: TOLD.root + inside(pathname).replace(new RegExp(shape), back),
    referrer: request.referrer, htmx: request.headers.get("HX-Request") ? htmxOf(request) : undefined,
    plain: request.mode === "navigate",
  };
  tokens.set(change.id, token);
  fields.delete("csrf_token");
  Object.assign(change, { body: fields.toString(), key: fields.get("key") });
  if (!offline() && !(await mine()).length) {
    await renew(change);
    change.tried = Date.now();
  }
  return Object.assign(change, { place: await changes.put(change) });
};
const htmxOf = ({ headers }) => Object.fromEntries([...headers].filter(([name]) => name.startsWith("hx-")));

const askToken = async () => {
  const answer = await fetch(`${TOLD.root}/csrf`, { cache: "no-store", signal: AbortSignal.timeout?.(LONGEST) });
  failed = isGone(answer);
  if (answer.ok) return { token: "", person: "", ...await answer.json() };
  if (answer.status === 401) need = "sign-in";
};

const post = (change, token, headers) => fetch(change.url, {
  method: "POST", redirect: "manual", body: change.body, referrer: change.referrer || undefined,
  signal: AbortSignal.timeout?.(LONGEST),
  headers: {
    "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", Accept: "text/html",
    "X-CSRFToken": token, "Onward-Change": change.id, ...headers,
  },
});

const isDone = (answer, change) => answer.headers.get("Onward-Done") === change.id;
// A proxy or a hotel's sign-in page may answer anything: only what Onward itself refuses is refused.
const mayPass = ({ status, headers }) => status < 400 || status >= 500 || [401, 408, 425, 429].includes(status)
  || (!headers.has("X-Request-Id") && status !== 413);

// The answer to one change, or none where it could not be sent.
const send = async (change) => {
  const waited = waiters.get(change.id), own = tokens.get(change.id);
  let token = offline() || !own ? undefined : own;
  if (!token) {
    const told = await askToken();
    if (told?.person !== change.person) return;
    token = told.token;
  }
  if (!change.tried) {
    await renew(change);
    await changes.put(Object.assign(change, { tried: Date.now() }));
  }
  const headers = waited ? change.htmx : { ...change.htmx, "Onward-Later": "1" };
  const answer = await post(change, token, headers);
  failed = isGone(answer);
  if (answer.status !== 400 || token !== own) return answer;
  tokens.delete(change.id); // its page is from before somebody signed in: once more, with one of now
  const told = await askToken();
  return told?.person === change.person ? post(change, told.token, headers) : undefined;
};

const settle = async (change, answer) => {
  await learn(answer.headers.get("Onward-Versions"));
  await changes.remove(change);
  for (const other of await mine()) if (other.seen && other.url === change.url) await changes.remove(other);
};

const hold = (change, answer) => {
  const [version, ...words] = decodeURIComponent(answer.headers.get("Onward-Meanwhile") ?? "").split(" ");
  return changes.put(Object.assign(change, { stuck: answer.status, version, meanwhile: words.join(" ") }));
};

// Sends what it can. Whoever waits for the answer to a change gets it; who doesn't, hears that all is sent.
const sendAll = async () => {
  const sent = [], those = (await mine()).filter(({ stuck }) => !stuck);
  need = "";
  try {
    for (const change of those) {
      if (change.tried && Date.now() - change.tried > KEEPS) {
        await changes.put(Object.assign(change, { stuck: 410 }));
        continue;
      }
      const answer = await send(change);
      if (!answer) break;
      const waiter = waiters.get(change.id);
      if (isDone(answer, change)) {
        await settle(change, answer);
        if (waiter) waiter(answer);
        else sent.push(change);
      } else if (mayPass(answer) || answer.status === 400 && !waiter) {
        if (answer.status === 401) need = "sign-in";
        if (![400, 500].includes(answer.status)) break; // 400: somebody signed in just now, or out
        change.errors = (change.errors ?? 0) + 1;
        if (change.errors < TRIES) {
          await changes.put(change);
          break;
        }
        await hold(change, answer);
      } else if (waiter) {
        await changes.remove(change); // the page itself shows what is to be mended, and has what was typed
        waiter(answer);
      } else {
        await hold(change, answer);
      }
      waiters.delete(change.id);
    }
  } catch {
    failed = true;
  }
  for (const { id } of those) {
    waiters.get(id)?.();
    waiters.delete(id);
  }
  if (!(await mine()).length) await facts.tidy();
  await tell({ sent });
};

const replay = () => next ??= navigator.locks.request("onward-changes", () => {
  next = undefined;
  return sendAll();
});

const wayBack = (change) => {
  const from = change.referrer && new URL(change.referrer).pathname;
  const isForm = !from || from === change.url || /\/(new|rejection|stage|look|read|share)$/.test(from);
  return Response.redirect(isForm ? change.back : change.referrer, 303);
};

// What the page gets: the server's answer, or that it waits.
const dress = (change, answer) => {
  if (!answer) {
    if (change.plain) return need ? Response.redirect(`${TOLD.root}/login`, 303) : wayBack(change);
    return new Response("", { status: 202, headers: { "Onward-Waits": change.id } });
  }
  if (!change.plain || !isDone(answer, change)) return answer;
  const location = answer.headers.get("Onward-Location");
  return location ? Response.redirect(location, 303) : wayBack(change);
};

const take = async (event, route) => {
  const copy = event.request.clone();
  let written;
  try {
    written = await write(event.request, route);
  } catch {
    return stayWith(event, copy); // no room to write, or nobody known: as if it could not wait
  }
  const answered = new Promise((resolve) => waiters.set(written.id, resolve));
  const sending = replay();
  event.waitUntil(sending);
  const answer = await Promise.race([answered, pause(PATIENCE)]);
  waiters.delete(written.id);
  tokens.delete(written.id);
  if (!answer) {
    registration.sync?.register("onward-changes").catch(() => undefined); // an extra; the next page sends it as well
    event.waitUntil(tell({ written }));
  }
  return dress(written, answer);
};

// One that the server did not take, once more and in sight: its page shows both versions, or the form again.
const lookAt = async (id) => {
  const found = (await mine()).find((each) => each.id === id);
  if (!found) return Response.redirect(OFFLINE, 303);
  const told = await askToken().catch(() => undefined);
  if (told?.person !== found.person) return Response.redirect(told || !need ? OFFLINE : `${TOLD.root}/login`, 303);
  const answer = await post(found, told.token);
  if (isDone(answer, found)) await settle(found, answer);
  else await changes.put(Object.assign(found, { seen: true }));
  return dress({ ...found, plain: true }, answer);
};
