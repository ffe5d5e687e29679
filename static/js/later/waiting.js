// What waits on this phone, shown where it belongs: a bar on top, a sign on a card, rows on its application's page and
// on the page without a connection. Fetched when the worker has something to say (js/offline.js).
// `rows` is its second half, whose address the worker tells as well: files are named after what is in them.
let rows, rowOf, counted, element, listPages, time;
const { at } = board;
const { dataset } = document.body, listed = document.getElementById("kept-list");
const ORDER = { again: true };
let now = { waiting: [] }, timer, asOf = "";

const ask = (order) => navigator.serviceWorker.controller?.postMessage({ ...dataset, ...order });
const isMine = ({ person }) => document.cookie.split("; ").includes(`onward-person=${person}`);
const isTyping = () => [...document.querySelectorAll("main input, main textarea")]
  .some(({ type, value, defaultValue }) => !["hidden", "radio", "checkbox"].includes(type) && value !== defaultValue);

const addStyle = ({ style }) => {
  for (const href of style) {
    if (document.querySelector(`link[href="${href}"]`)) continue;
    document.head.append(element("link", { rel: "stylesheet", href }));
  }
};

// One line that is heard once: what waits, whether the page is an old one, and the way to more.
const wordsOf = ({ waiting, need, offline }) => {
  const stuck = waiting.filter((change) => change.stuck).length, left = waiting.length - stuck, parts = [];
  const away = offline || dataset.kept || !navigator.onLine;
  if (away && left) parts.push(`Offline: ${counted(left)} waiting.`);
  else if (away) parts.push("Offline.");
  else if (left && need) parts.push(`${counted(left)} waiting. Sign in again to send ${left === 1 ? "it" : "them"}.`);
  else if (left) parts.push(`${counted(left)} waiting.`);
  if (stuck) parts.push(`${counted(stuck)} ${stuck === 1 ? "needs" : "need"} a look.`);
  const when = dataset.kept && time(Number(dataset.kept));
  if (when) parts.push(`Saved ${when.includes(" ") ? "on" : "at"} ${when}.`);
  return parts.join(" ");
};

const showBar = (data) => {
  const shown = data.waiting.length || dataset.kept;
  let bar = document.getElementById("waits");
  if (!shown || listed) return bar?.remove();
  if (!bar) {
    bar = element("div", { id: "waits", className: "waits" });
    bar.append(element("p", { role: "status" }), element("a", {}));
    document.getElementById("main").prepend(bar);
  }
  const [words, link] = bar.children, text = wordsOf(data);
  if (words.textContent !== text) words.textContent = text;
  const signs = data.need && !data.offline;
  Object.assign(link, { textContent: signs ? "Sign in" : "Show", href: at(signs ? "/login" : "/offline") });
};

const count = (stage, by) => {
  const shown = document.getElementById(`count-${stage}`);
  if (shown) shown.textContent = (Number(shown.textContent.replaceAll(",", "")) + by).toLocaleString("en-AU");
};

// A row that was ticked off keeps its shape and reads as done; a second tap takes that back, as it does elsewhere.
const press = (row, box, { id, tried }) => {
  row.classList.add("ticked");
  Object.assign(box, { type: "button", disabled: Boolean(tried), onclick: () => ask({ drop: id }) });
  box.setAttribute("aria-pressed", "true");
};
const tick = (form, change, words) => {
  const { stuck } = change, box = form.querySelector(".tick"), row = form.closest("li");
  const said = row?.querySelector("p > :first-child");
  const textContent = stuck ? words : `Done. ${words}`, head = form.closest(".next-step")?.querySelector("h2");
  if (head && !stuck) form.parentElement.remove();
  if (head) head.textContent = textContent;
  said?.replaceWith(element("span", { className: "unsent", textContent }));
  if (stuck || !box) return;
  for (const more of row.querySelectorAll(".menu, p ~ p")) more.remove();
  const line = element("p", {}), ways = undoOf(change);
  line.append(...ways);
  if (ways.length) row.querySelector("p").after(line);
  press(row, box, change);
};
const undoOf = ({ id, stuck, tried }) => {
  if (stuck || tried) return [];
  const undo = element("button", { type: "button", className: "quiet", textContent: "Undo" });
  undo.addEventListener("click", () => ask({ drop: id }));
  return [undo];
};

// The same for a lead, in its row, on its page and on Today: what came of it stands where it will stand then.
const apply = (form, change, words) => {
  const { stuck } = change, row = form.closest("li"), line = element("p", { className: "came" });
  line.append(element("span", { className: "unsent", textContent: stuck ? words : `I applied. ${words}` }));
  line.append(...undoOf(change));
  if (!row) return stuck || form.replaceWith(line);
  for (const old of row.querySelectorAll(".why, .came, p > .due")) old.remove();
  row.querySelector("div").append(line);
  if (stuck) return;
  row.querySelector(".menu")?.remove();
  press(row, form.querySelector(".tick"), change);
};

// A card stands where it was moved to, also on a page from before; what is done is not done twice.
const mark = () => {
  for (const old of document.querySelectorAll(".card .unsent")) old.remove();
  for (const change of now.waiting) {
    const words = change.stuck ? "Needs a look" : "Will be sent";
    const sign = element("p", { className: "flag unsent", textContent: words });
    const act = { action: tick, applied: apply }[change.kind];
    const done = act && document.querySelector(`form[action="${change.url}"]`);
    if (done) act(done, change, words);
    const card = board.card(change.card), from = card?.closest(".column");
    if (!from) continue;
    const stage = change.kind === "rejection" ? "rejected" : change.kind === "move" && change.fields.stage;
    const to = !change.stuck && stage && board.column(stage);
    if (to && to !== from) {
      to.insertBefore(card, to.querySelector(".card"));
      count(from.dataset.stage, -1);
      count(stage, 1);
    }
    card.querySelector(".unsent")?.remove();
    card.querySelector(".meta").append(sign);
  }
};

const showRows = () => {
  const path = location.pathname, here = now.waiting.filter(({ card }) => path === at(`/applications/${card}`));
  document.getElementById("waits-here")?.remove();
  if (!here.length || listed) return;
  const list = element("ul", { id: "waits-here", className: "list" });
  list.append(...here.map((change) => rowOf(change, ask)));
  document.getElementById("waits").after(list);
};

const wordsOfList = ({ length }, stuck) => {
  const read = listed.children.length ? "You can still read these." : "Pages that you open can be read here, too.";
  if (!length) return ["Without a connection", `All that you changed is sent. ${read}`, "Go to Today", "/today"];
  const words = `${counted(length - stuck)} waiting, sent when the server is there.`;
  if (length > stuck) return ["Saved on this phone", words, "Try to send now", "/offline"];
  return [`${counted(stuck)} to look at`, "Saved on this phone only, until you choose.", "Go to Today", "/today"];
};

// In the place of a page that can't be reached: what was saved comes first, then what can be read, and the way on is
// a small one.
const readFirst = (away, saved) => {
  const title = document.getElementById("kept-title"), read = "You can still read these";
  away.querySelector("h1").textContent = saved ? "Saved on this phone" : read;
  away.querySelector("p").textContent = saved ? "No connection just now. It is sent as soon as there is one." :
    `No connection just now. ${asOf}`;
  away.querySelector("a").className = "button quiet";
  away.classList.add("calm");
  title.className = saved ? "" : "vh";
  if (saved) title.textContent = read;
};

const showList = ({ waiting, pages, person }) => {
  const lists = [document.getElementById("waiting-list"), listed], known = isMine({ person });
  lists[0].replaceChildren(...(known ? waiting : []).map((change) => rowOf(change, ask)));
  if (pages) asOf = listPages(known ? pages : []);
  document.getElementById("kept-of").textContent = waiting.length || location.pathname === at("/offline") ? asOf : "";
  for (const list of lists) list.closest("section").hidden = !list.children.length;
  const leave = document.getElementById("leave");
  leave.hidden = location.search !== "?leave" || !waiting.length;
  const away = document.getElementById("away");
  away.hidden = !leave.hidden;
  if (location.pathname === at("/offline")) {
    const stuck = waiting.filter((change) => change.stuck).length;
    const [title, words, way, href] = wordsOfList(waiting, stuck);
    away.querySelector("h1").textContent = title;
    away.querySelector("p").textContent = words;
    Object.assign(away.querySelector("a"), { textContent: way, href: at(href) });
  } else {
    away.querySelector("a").href = location.href;
    if (listed.children.length || waiting.length) readFirst(away, known && waiting.some(({ stuck }) => !stuck));
  }
  const [were, they] = waiting.length === 1 ? ["was", "it is"] : ["were", "they are"];
  leave.querySelector("p").textContent =
    `${counted(waiting.length)} ${were} not sent yet. If you sign out now, ${they} lost.`;
  Object.assign(leave.querySelector("form"), { method: "post", action: at("/logout?sure=1") });
};

// The text has found a safer place than its draft, and its form is ready for the next one.
const settleDrafts = () => {
  const keys = new Set(now.waiting.filter(({ stuck }) => !stuck).map(({ key }) => key).filter(Boolean));
  for (const name of Object.keys(localStorage)) {
    const { key } = name.startsWith("draft:") ? JSON.parse(localStorage.getItem(name)) : {};
    if (keys.has(key)) localStorage.removeItem(name);
  }
  for (const field of document.querySelectorAll("[name=key]")) {
    if (!keys.has(field.value) || field.form?.id === "move") continue;
    field.form.reset();
    field.value = board.key();
  }
};

const tellWritten = (change) => {
  board.say("Will be sent when you’re connected.");
  if (change.tried) return;
  const undo = element("button", { type: "button", textContent: "Undo" });
  undo.addEventListener("click", () => ask({ drop: change.id }));
  document.querySelector("#toast .toast p").after(undo);
};

// Leads that were sent while their list is in sight stay in it, and say what came of them.
const ticked = (sent = []) => {
  const asked = new URLSearchParams(location.search);
  for (const { kind, url } of sent) {
    const [, lead] = /(\d+)\/application$/.exec(url) ?? [];
    if (kind === "applied" && document.getElementById(`lead-${lead}`)) asked.append("ticked", lead);
  }
  return asked.toString();
};

const refresh = (words, sent) => {
  if (document.getElementById("board") && !dataset.kept) return board.refresh().then(() => words && board.say(words));
  if (isTyping() || listed) return words && board.say(words);
  if (words) sessionStorage.setItem("told", words);
  const asked = ticked(sent);
  if (asked === new URLSearchParams(location.search).toString()) return location.reload();
  location.search = asked;
};

// Nothing tells a page that its server is back, so it asks now and then, while somebody looks at it.
const watch = (data) => {
  clearTimeout(timer);
  if (data.waiting.length || dataset.kept) timer = setTimeout(again, 15000);
};
const again = () => {
  if (document.visibilityState === "visible") ask(ORDER);
  watch(now);
};
addEventListener("online", again);
document.addEventListener("visibilitychange", again);
document.addEventListener("htmx:after:swap", () => mark());
addEventListener("submit", (event) => {
  const { pathname, search } = new URL(event.target.action, location);
  if (pathname !== at("/logout") || search || !now.waiting.length) return;
  event.preventDefault();
  location.assign(at("/offline?leave"));
}, true);

export const show = async (data) => {
  ({ rowOf, counted, element, listPages, time } = (await (rows ??= import(data.rows))).words);
  now = data;
  addStyle(data);
  if (data.unsent) board.say(data.unsent);
  if (listed) showList(data);
  else if (dataset.person && dataset.person !== data.person) return;
  showBar(data);
  showRows();
  settleDrafts();
  mark();
  watch(data);
  if (data.written) tellWritten(data.written);
  if (data.dropped || data.reached && dataset.kept) refresh();
  else if (data.sent?.length) {
    refresh(data.sent.length === 1 ? "Sent." : `${counted(data.sent.length)} sent.`, data.sent);
  }
};
