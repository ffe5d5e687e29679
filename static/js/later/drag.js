// Drag by mouse or by a long press. It comes after the drag library, before a drag is possible.
{
  const DELAY = 300, EDGE = 48, PAUSE = 700, MOVES = ["pointermove", "touchmove", "dragover"];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let origin, over, turning, way = 0;

  const start = () => {
    for (const column of document.querySelectorAll(".columns .column")) {
      Sortable.get(column) ?? new Sortable(column, {
        group: "board", draggable: ".card", filter: "button", preventOnFilter: false,
        delay: DELAY, delayOnTouchOnly: true, touchStartThreshold: 6, animation: still ? 0 : 120,
        scrollSensitivity: 60, dragoverBubble: false,
        // It lifts as soon as it is held, before the finger moves.
        onChoose: () => navigator.vibrate?.(10),
        scrollFn: (x, y, event, touch, element) => element.matches(".columns") || "continue",
        onStart: ({ item, from }) => {
          origin = { stage: from.dataset.stage, next: item.nextElementSibling };
          document.querySelector(".columns").classList.add("dragging");
          for (const type of MOVES) document.addEventListener(type, point, true);
        },
        onEnd: dropped,
      });
    }
  };

  // At the edge of a phone's screen: one column on, and one more only after another pause.
  const turn = () => {
    const columns = document.querySelector(".columns");
    columns.scrollBy({ left: way * columns.firstElementChild.offsetWidth, behavior: still ? "auto" : "smooth" });
  };

  // Where a finger or a mouse is with its card; a stage's tab takes the card, too.
  const point = (event) => {
    const { clientX, clientY } = event.changedTouches?.[0] ?? event;
    const edge = clientX < EDGE ? -1 : clientX > innerWidth - EDGE ? 1 : 0;
    if (edge !== way) {
      way = edge;
      clearInterval(turning);
      if (way) turning = setInterval(turn, PAUSE);
    }
    const tab = document.elementFromPoint(clientX, clientY)?.closest(".tabs a");
    if (tab && event.type === "dragover") event.preventDefault();
    if (tab === over) return;
    over?.classList.remove("on");
    tab?.classList.add("on");
    over = tab;
  };

  const dropped = ({ item, from, to, oldDraggableIndex, newDraggableIndex }) => {
    for (const type of MOVES) document.removeEventListener(type, point, true);
    clearInterval(turning);
    way = 0;
    document.querySelector(".columns").classList.remove("dragging");
    const id = (card) => card?.matches?.(".card") ? card.id.slice(5) : null;
    if (over) {
      over.classList.remove("on");
      from.insertBefore(item, origin.next);
      const stage = over.hash.slice(8);
      over = null;
      if (stage !== origin.stage) board.move(id(item), stage);
      return;
    }
    if (from === to && oldDraggableIndex === newDraggableIndex) return;
    const next = id(item.nextElementSibling), previous = id(item.previousElementSibling);
    const place = next ? { before: next } : previous ? { after: previous } : {};
    board.move(id(item), to.dataset.stage, place, origin);
  };

  // A board that was asked for anew has new columns: they are ready before the press reaches them.
  const ready = ({ target }) => window.Sortable && target.closest?.(".columns") && start();
  document.addEventListener("pointerover", ready, { capture: true, passive: true });
  if (window.Sortable) start();
  // Who holds a card already has it lifted when it was held as long as any other.
  const { held } = board, column = held?.target.closest(".columns .column");
  if (column && window.Sortable) {
    const sortable = Sortable.get(column);
    sortable.option("delay", Math.max(0, DELAY - (performance.now() - held.timeStamp)));
    held.target.dispatchEvent(new PointerEvent(held.type, held));
    sortable.option("delay", DELAY);
  }
}
