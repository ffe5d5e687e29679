// The page without a connection, and the one in the place of a page that can't be reached: what waits, and what can be
// read. Its other parts are in waiting.js and waiting-rows.js.
let counted, element, plain, rowOf, time;
const { at } = board, listed = document.getElementById("kept-list");
let asOf = "";

const isMine = ({ person }) => document.cookie.split("; ").includes(`onward-person=${person}`);

// A page that can be read: whose it is by its disc, a place by its sign.
const rowOfPage = ({ url, title, face, owner, at: kept, old }) => {
  const row = element("li", { className: face ? `hue${face.hue}` : "" }), about = element("div", {});
  const disc = element("i", { className: "disc", textContent: plain(face?.initial) });
  disc.setAttribute("aria-hidden", "true");
  const signs = [...document.getElementById("signs")?.content.children ?? []], { pathname } = new URL(url);
  const sign = signs.find(({ dataset }) => pathname === board.at(`/${dataset.path}`)) ?? signs[0];
  if (!face && sign) disc.append(sign.cloneNode(true));
  const said = [plain(face?.under ?? owner), old && `as of ${time(kept)}`].filter(Boolean).join(" · ");
  about.append(element("a", { href: url, textContent: plain(face?.name ?? title), dir: "auto" }));
  if (said) about.append(element("p", { textContent: said, dir: "auto" }));
  row.append(disc, about);
  return row;
};

// Places first, then those last opened; beyond a handful they open by a tap.
const NEAR = 8, ALIKE = 15 * 60e3; // ms within which pages are as old as the newest of them
const listPages = (all) => {
  const from = Math.max(...all.map(({ at }) => at)) - ALIKE;
  const pages = all.map((page) => ({ ...page, old: page.at < from }));
  const first = Math.min(...pages.filter(({ old }) => !old).map(({ at }) => at));
  placePages(pages);
  asOf = pages.length ? `As of ${time(first)}.` : "";
};
const placePages = (pages) => {
  const lists = ["kept-list", "named-list", "further-list"].map((id) => document.getElementById(id));
  const faces = pages.filter(({ face }) => face), places = pages.filter(({ face }) => !face);
  if (!lists[1]) return lists[0].replaceChildren(...pages.map(rowOfPage));
  for (const [i, some] of [places, faces.slice(0, NEAR), faces.slice(NEAR)].entries()) {
    lists[i].replaceChildren(...some.map(rowOfPage));
  }
  const more = lists[2].closest("details");
  more.hidden = faces.length <= NEAR;
  more.querySelector("summary").textContent = `${faces.length - NEAR} more`;
  lists[1].closest("section").hidden = !faces.length;
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

export const show = ({ waiting, pages, person }, ask, words) => {
  ({ counted, element, plain, rowOf, time } = words);
  const lists = [document.getElementById("waiting-list"), listed], known = isMine({ person });
  lists[0].replaceChildren(...(known ? waiting : []).map((change) => rowOf(change, ask)));
  if (pages) listPages(known ? pages : []);
  document.getElementById("kept-of").textContent = waiting.length || location.pathname === at("/offline") ? asOf : "";
  for (const list of lists) list.closest("section").hidden = !list.children.length;
  const leave = document.getElementById("leave");
  leave.hidden = location.search !== "?leave" || !waiting.length;
  const away = document.getElementById("away");
  away.hidden = !leave.hidden;
  if (location.pathname === at("/offline")) {
    const stuck = waiting.filter((change) => change.stuck).length;
    const [title, said, way, href] = wordsOfList(waiting, stuck);
    away.querySelector("h1").textContent = title;
    away.querySelector("p").textContent = said;
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
