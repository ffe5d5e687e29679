// Drag by mouse or by a long press; the library is fetched when a drag is first possible.
{
  let asked = false, origin = null;

  const start = () => {
    for (const column of document.querySelectorAll(".columns .column")) {
      Sortable.get(column) ?? new Sortable(column, {
        group: "board", draggable: ".card", filter: "button", preventOnFilter: false,
        delay: 300, delayOnTouchOnly: true, touchStartThreshold: 6, animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
        scrollSensitivity: 60, bubbleScroll: true, dragoverBubble: false,
        onStart: ({ item, from }) => { origin = { stage: from.dataset.stage, next: item.nextElementSibling }; document.querySelector(".columns").classList.add("dragging"); },
        onEnd: dropped,
      });
    }
  };

  const dropped = ({ item, from, to, oldDraggableIndex, newDraggableIndex }) => {
    document.querySelector(".columns").classList.remove("dragging");
    if (from === to && oldDraggableIndex === newDraggableIndex) return;
    const id = (card) => card?.matches?.(".card") ? card.id.slice(5) : null;
    const next = id(item.nextElementSibling), previous = id(item.previousElementSibling);
    const place = next ? { before: next } : previous ? { after: previous } : {};
    board.move(id(item), to.dataset.stage, place, origin);
  };

  const ask = (event) => {
    const columns = event.target.closest?.(".columns[data-drag]");
    if (!columns) return;
    if (window.Sortable) return start();
    if (asked) return;
    asked = true;
    document.head.append(Object.assign(document.createElement("script"), { src: columns.dataset.drag, onload: start, onerror: () => { asked = false; } }));
  };
  document.addEventListener("pointerover", ask, { passive: true });
  document.addEventListener("touchstart", ask, { passive: true });
}
