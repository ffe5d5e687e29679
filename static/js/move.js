// Moves a card: shown at once, put back with the reason if the server refuses.
{
  board.moves = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const token = () => document.querySelector("#move [name=csrf_token]").value;
  const count = (stage, by) => {
    const shown = document.getElementById(`count-${stage}`);
    if (!shown) return;
    const total = Number(shown.textContent.replaceAll(",", "")) + by;
    // To write it as a country does takes long the first time.
    shown.textContent = total < 1000 ? total : total.toLocaleString("en-AU");
    if (board.moves()) shown.animate({ translate: [`0 ${by * 8}px`, "0 0"], opacity: [0, 1] }, 200);
  };
  const stageOf = (card) => card.closest(".column").dataset.stage;
  const pinned = (card) => card.querySelector(".offer") !== null;

  const recount = (from, to) => {
    if (from === to) return;
    count(from, -1);
    count(to, 1);
  };

  const boxOf = (each) => each.getBoundingClientRect();
  const seen = ({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && bottom > 0 && top < innerHeight;
  // A card and what stands below it, as far as one sees it: to ask where another is would lay it out.
  const boxes = (card) => {
    const found = new Map([[card, boxOf(card)]]);
    while (card && seen(boxOf(card))) {
      found.set(card, boxOf(card));
      card = card.nextElementSibling;
    }
    return found;
  };
  // A card glides to its new place, and the others close up: each begins where it was. Where all went is looked at in
  // the next frame, and before anything begins to move: a look at a board that was changed lays it out anew.
  const glide = (card, change) => {
    if (!board.moves()) return change();
    const was = boxes(card);
    change();
    requestAnimationFrame(() => {
      const { left, top, width } = was.get(card), now = boxOf(card), away = now.left - left;
      for (const [each, box] of boxes(card)) was.has(each) || was.set(each, { top: box.top - now.height });
      const how = { duration: 220, easing: "ease-out" }, flies = away && seen(now);
      const ways = [...was].map(([each, { top }]) => [each, seen(boxOf(each)) && top - boxOf(each).top]);
      for (const [each, by] of ways) {
        if (by && (each !== card || !away)) each.animate({ translate: [`0 ${by}px`, "0 0"] }, how);
      }
      // A column cuts what leaves it, so a copy flies in the card's stead; on a phone the other column is not seen.
      if (!flies) return;
      const copy = Object.assign(card.cloneNode(true), { id: "", inert: true });
      copy.dataset.stage = stageOf(card);
      copy.classList.add("flies");
      Object.assign(copy.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
      document.body.append(copy);
      card.animate({ opacity: [0, 0] }, how);
      copy.animate({ translate: ["0 0", `${away}px ${now.top - top}px`] }, how).finished.finally(() => copy.remove());
    });
  };

  const put = (card, stage, before) => {
    const from = stageOf(card), column = board.column(stage);
    const free = (other) => other !== card && (pinned(card) || !pinned(other));
    const first = [...column.querySelectorAll(".card")].find(free);
    const stop = [...column.children].find((part) => part.matches(".button, .none"));
    const place = before === undefined ? first : before;
    glide(card, () => column.insertBefore(card, place ?? stop ?? null));
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
