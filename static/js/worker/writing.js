// A change as it is written down: what it is of, in words as well, and on which state it was made.
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
