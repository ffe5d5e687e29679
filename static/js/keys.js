// What keys do. / finds, n adds, ? tells them all (these three can be turned off); on the board arrows go from card to
// card, with Shift they move the card. Nothing of this where one types, in a dialog, or with another key held.
{
  const typing = "input, textarea, select, dialog, [contenteditable]";

  const beside = (column, by) => {
    do column = by < 0 ? column.previousElementSibling : column.nextElementSibling;
    while (column && !column.querySelector(".card"));
    return column;
  };

  // Left and right keep the height, where the other column is as long.
  const to = (card, by, way) => {
    const column = card.closest(".column"), at = [...column.querySelectorAll(".card")].indexOf(card);
    const cards = [...((by ? beside(column, by) : column)?.querySelectorAll(".card") ?? [])];
    return by ? cards[Math.min(at, cards.length - 1)] : cards[at + way];
  };

  const arrow = (event, card, by, way) => {
    event.preventDefault();
    const column = card.closest(".column");
    if (!event.shiftKey) {
      const next = to(card, by, way);
      return next?.querySelector(event.target.name === "card" ? "[name=card]" : "a").focus();
    }
    const other = by < 0 ? column.previousElementSibling : column.nextElementSibling;
    if (!by) board.order(card, way < 0 ? "up" : "down");
    else if (other) board.move(card.id.slice(5), other.dataset.stage);
  };

  const single = {
    "/": () => {
      const field = document.querySelector("main [type=search]");
      if (field) field.select();
      else location.assign(board.at("/search"));
    },
    n: () => location.assign(board.at("/applications/new")),
    "?": () => board.keys(),
  };

  board.keys = async () => {
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.className = "sheet";
    dialog.addEventListener("close", () => dialog.remove());
    dialog.ariaLabel = "Keys";
    await htmx.ajax("GET", board.at("/board/keys"), { target: dialog, swap: "innerHTML" });
    if (dialog.firstElementChild) dialog.showModal();
    else dialog.remove();
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-keys-told]")) return;
    event.preventDefault();
    board.keys();
  });

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || target.closest?.(typing)) return;
    if (key.toLowerCase() === "z" && ctrlKey !== metaKey && !shiftKey && !altKey) {
      return document.querySelector("[data-undo]")?.click();
    }
    if (ctrlKey || metaKey || altKey) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0, way = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
    const card = (by || way) && target.closest?.(".columns .card");
    if (card) return arrow(event, card, by, way);
    // From nowhere to the first card, where the page itself has nothing to scroll.
    const { body, documentElement } = document, nowhere = target === body || target.id === "main";
    if ((by || way) && nowhere && documentElement.scrollHeight <= innerHeight) {
      return document.querySelector(".columns .card a")?.focus();
    }
    if (!event.repeat && single[key] && !localStorage.getItem("keys-off")) {
      event.preventDefault();
      single[key]();
    }
  });
}
