// Moves a card: shown at once, put back with the reason if the server refuses.
{
  const token = () => document.querySelector("#move [name=csrf_token]").value;
  const count = (stage, by) => {
    const shown = document.getElementById(`count-${stage}`);
    if (shown) shown.textContent = (Number(shown.textContent.replaceAll(",", "")) + by).toLocaleString("en-AU");
  };
  const stageOf = (card) => card.closest(".column").dataset.stage;
  const pinned = (card) => card.querySelector(".offer") !== null;

  const recount = (from, to) => {
    if (from === to) return;
    count(from, -1);
    count(to, 1);
  };

  const put = (card, stage, before) => {
    const from = stageOf(card), column = board.column(stage);
    const below = (other) => other !== card && (pinned(card) || !pinned(other));
    const first = [...column.querySelectorAll(".card")].find(below);
    const stop = [...column.children].find((part) => part.matches(".button, .none"));
    const place = before === undefined ? first : before;
    column.insertBefore(card, place ?? stop ?? null);
    recount(from, stage);
  };

  const idOf = (card) => card?.id.slice(5);
  const origins = new Map();
  const originOf = (card) => ({ stage: stageOf(card), next: card.nextElementSibling });

  const anchorOf = ({ before, after }) => {
    if (before) return board.card(before) ?? undefined;
    return (after && board.card(after)?.nextElementSibling) || undefined;
  };

  // `place` names the neighbour, {before: id} or {after: id}; none means on top.
  board.move = (id, stage, place = {}, shown = false) => {
    const card = board.card(id);
    const origin = shown || originOf(card);
    const back = () => put(board.card(id), origin.stage, origin.next?.isConnected ? origin.next : undefined);
    const fields = () => ({ ...place, stage, from: origin.stage, version: board.version(id), csrf_token: token() });
    origins.set(id, origin);
    if (shown) recount(origin.stage, stage);
    else put(card, stage, anchorOf(place));
    return board.send(id, board.at(`/applications/${id}/stage`), fields, back);
  };

  // What a toast offers: to take a move back, or to make it all the same.
  board.again = (form) => {
    const { card: id, stage } = form.dataset;
    const card = board.card(id), origin = originOf(card), earlier = origins.get(id);
    const held = form.contains(document.activeElement);
    const fields = () => Object.fromEntries(new FormData(form));
    const back = () => put(board.card(id), origin.stage, origin.next);
    put(card, stage, earlier?.next?.isConnected && earlier.stage === stage ? earlier.next : undefined);
    form.closest(".toast").remove();
    if (held) board.settle([card]);
    return board.send(id, form.action, fields, back);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.card && board.card(form.dataset.card)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      board.again(form);
    }
  }, true);

  const undoOf = ({ key, ctrlKey, metaKey, target }) => {
    if (key !== "z" || !(ctrlKey || metaKey) || target.matches("input, textarea")) return null;
    return document.querySelector("[data-undo]");
  };

  // Shift and an arrow, on a card that has the focus: another stage, or up and down.
  document.addEventListener("keydown", (event) => {
    const undo = undoOf(event);
    if (undo) return undo.click();
    const card = event.shiftKey && event.target.closest?.(".columns .card");
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!card || !(by || ["ArrowUp", "ArrowDown"].includes(event.key))) return;
    event.preventDefault();
    const column = card.closest(".column");
    const other = by && (by < 0 ? column.previousElementSibling : column.nextElementSibling);
    if (other) board.move(idOf(card), other.dataset.stage);
    else if (!by) board.order(card, event.key === "ArrowUp" ? "up" : "down");
  });

  board.order = (card, way) => {
    const cards = [...card.closest(".column").querySelectorAll(".card")];
    const at = cards.indexOf(card);
    if (way === "top" && at === 0) return;
    const place = {
      up: { before: idOf(cards[at - 1]) },
      down: { after: idOf(cards[at + 1]) },
      top: { before: idOf(cards[0]) },
    }[way];
    if (Object.values(place)[0]) board.move(idOf(card), stageOf(card), place);
  };
}
