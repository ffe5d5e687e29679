// What drags is fetched when a finger stays on a card, and is handed that press: it lifts the first card that is held,
// and a tap fetches nothing. A mouse is followed: it comes over the cards before it takes one.
{
  let waiting;
  const fetchAll = ({ dataset }) => {
    for (const src of dataset.later.split(" ")) {
      if (document.querySelector(`[src="${src}"]`)) continue;
      const script = document.createElement("script");
      document.head.append(Object.assign(script, { src, async: false, onerror: () => script.remove() }));
    }
  };
  const start = (event) => {
    const { type, pointerType, target } = event, place = target.closest?.("[data-later]");
    if (!place || (pointerType === "mouse") !== (type === "pointerover")) return;
    if (pointerType === "mouse") return fetchAll(place);
    board.held = event;
    waiting = setTimeout(fetchAll, place.matches(".pull") ? 0 : 150, place);
  };
  const end = () => board.held = clearTimeout(waiting);
  for (const type of ["pointerover", "pointerdown"]) document.addEventListener(type, start, { passive: true });
  for (const type of ["pointerup", "pointercancel"]) document.addEventListener(type, end);
  // A long press on a link opens the browser's own menu, which would take the card out of the hand.
  document.addEventListener("contextmenu", (event) => board.held && event.preventDefault());
}
