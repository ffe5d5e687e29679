// Moves a card: shown at once, put back with the reason if the server refuses.
{
  const token = () => document.querySelector("#move [name=csrf_token]").value;
  const count = (stage, by) => {
    const shown = document.getElementById(`count-${stage}`);
    if (shown) shown.textContent = (Number(shown.textContent.replaceAll(",", "")) + by).toLocaleString("en-AU");
  };
  const stageOf = (card) => card.closest(".column").dataset.stage;
  const pinned = (card) => card.querySelector(".offer") !== null;

  const put = (card, stage, before) => {
    const from = stageOf(card), column = board.column(stage);
    const first = [...column.querySelectorAll(".card")].find((other) => other !== card && (pinned(card) || !pinned(other)));
    const stop = [...column.children].find((part) => part.matches(".button, .none"));
    const place = before === undefined ? first : before;
    column.insertBefore(card, place ?? stop ?? null);
    if (from !== stage) { count(from, -1); count(stage, 1); }
  };

  const idOf = (card) => card?.id.slice(5);
  const origins = new Map();

  // `place` names the neighbour, {before: id} or {after: id}; none means on top.
  board.move = (id, stage, place = {}, shown = false) => {
    const card = board.card(id);
    const origin = shown || { stage: stageOf(card), next: card.nextElementSibling };
    const back = () => put(board.card(id), origin.stage, origin.next?.isConnected ? origin.next : undefined);
    origins.set(id, origin);
    if (!shown) {
      const anchor = place.before ? board.card(place.before) : place.after && board.card(place.after)?.nextElementSibling;
      put(card, stage, anchor ?? undefined);
    } else if (origin.stage !== stage) { count(origin.stage, -1); count(stage, 1); }
    return board.send(id, `/applications/${id}/stage`, () => ({ ...place, stage, from: origin.stage, version: board.version(id), csrf_token: token() }), back);
  };

  // What a toast offers: to take a move back, or to make it all the same.
  board.again = (form) => {
    const { card: id, stage } = form.dataset, card = board.card(id);
    const origin = { stage: stageOf(card), next: card.nextElementSibling }, earlier = origins.get(id);
    const held = [card, form].some((part) => part.contains(document.activeElement));
    put(card, stage, earlier?.next?.isConnected && earlier.stage === stage ? earlier.next : undefined);
    if (held) card.querySelector("[name=card]").focus({ preventScroll: true });
    form.closest(".toast").remove();
    return board.send(id, form.action, () => Object.fromEntries(new FormData(form)), () => put(board.card(id), origin.stage, origin.next));
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.card && board.card(form.dataset.card)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      board.again(form);
    }
  }, true);

  // Shift and an arrow, on a card that has the focus: another stage, or up and down.
  document.addEventListener("keydown", (event) => {
    const undo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.target.matches("input, textarea") && document.querySelector("[data-undo]");
    if (undo && getComputedStyle(undo).visibility === "visible") return undo.click();
    const card = event.shiftKey && event.target.closest?.(".columns .card");
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!card || !(by || ["ArrowUp", "ArrowDown"].includes(event.key))) return;
    event.preventDefault();
    const column = card.closest(".column"), focused = document.activeElement;
    const other = by && (by < 0 ? column.previousElementSibling : column.nextElementSibling);
    if (other) board.move(idOf(card), other.dataset.stage);
    else if (!by) board.order(card, event.key === "ArrowUp" ? "up" : "down");
    focused.focus();
  });

  board.order = (card, way) => {
    const stage = stageOf(card), cards = [...card.closest(".column").querySelectorAll(".card")], at = cards.indexOf(card);
    const place = { up: { before: idOf(cards[at - 1]) }, down: { after: idOf(cards[at + 1]) }, top: { before: idOf(cards[0]) } }[way];
    if (Object.values(place)[0] && (way !== "top" || at > 0)) board.move(idOf(card), stage, place);
  };
}
