// What waits on this phone, shown where it belongs: a bar on top, rows on its application's page. Fetched when the
// worker has something to say (js/offline.js), with `parts` of it: rows in words, marks on what stands on the page, and
// the page without a connection. The worker tells their addresses as well: files are named after what is in them.
let parts, words, marks, list, counted, element;
const { at } = board;
const { dataset } = document.body, listed = document.getElementById("kept-list");
const ORDER = { again: true };
let now = { waiting: [] }, timer;

const ask = (order) => navigator.serviceWorker.controller?.postMessage({ ...dataset, ...order });
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
  const when = dataset.kept && words.time(Number(dataset.kept));
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

const showRows = () => {
  const path = location.pathname, here = now.waiting.filter(({ card }) => path === at(`/applications/${card}`));
  document.getElementById("waits-here")?.remove();
  if (!here.length || listed) return;
  const rows = element("ul", { id: "waits-here", className: "list" });
  rows.append(...here.map((change) => words.rowOf(change, ask)));
  document.getElementById("waits").after(rows);
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

const refresh = (words, sent) => {
  if (document.getElementById("board") && !dataset.kept) return board.refresh().then(() => words && board.say(words));
  if (isTyping() || listed) return words && board.say(words);
  if (words) sessionStorage.setItem("told", words);
  const asked = marks.ticked(sent);
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

const mark = () => marks?.mark(now.waiting, ask, words);

export const show = async (data) => {
  parts ??= Promise.all(data.parts.slice(0, listed ? 3 : 2).map((part) => import(part)));
  [words, marks, list] = await parts;
  ({ counted, element } = words);
  now = data;
  addStyle(data);
  if (data.unsent) board.say(data.unsent);
  if (listed) list.show(data, ask, words);
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
