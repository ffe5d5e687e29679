// What waits, on the page as it stands: a card where it was moved to, a row that was ticked.
let ask, element;

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
export const mark = (waiting, send, words) => {
  [ask, element] = [send, words.element];
  for (const old of document.querySelectorAll(".card .unsent")) old.remove();
  for (const change of waiting) {
    const said = change.stuck ? "Needs a look" : "Will be sent";
    const sign = element("p", { className: "flag unsent", textContent: said });
    const act = { action: tick, applied: apply }[change.kind];
    const done = act && document.querySelector(`form[action="${change.url}"]`);
    if (done) act(done, change, said);
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

// Leads that were sent while their list is in sight stay in it, and say what came of them.
export const ticked = (sent = []) => {
  const asked = new URLSearchParams(location.search);
  for (const { kind, url } of sent) {
    const [, lead] = /(\d+)\/application$/.exec(url) ?? [];
    if (kind === "applied" && document.getElementById(`lead-${lead}`)) asked.append("ticked", lead);
  }
  return asked.toString();
};
