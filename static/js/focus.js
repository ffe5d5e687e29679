// Nobody loses their place. Whatever is moved or swapped, by htmx or by us: if it held the focus and lost it,
// the focus goes to the same thing where that is to be seen, else to what stands in its place now.
{
  const toast = document.getElementById("toast");
  const within = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  let held, before;

  // The board's columns lie beside each other: what is in one that is not shown is not seen.
  const seen = (node) => {
    const { left, right } = (node.closest(".columns > *") ?? document.body).getBoundingClientRect();
    return node.getClientRects().length > 0 && left > -9 && right < innerWidth + 9;
  };
  const reached = (node) => {
    if (node.matches(`${within}, [tabindex]`)) return node;
    return (!held?.matches("a") && node.querySelector("[name=card]")) || [...node.querySelectorAll(within)].find(seen);
  };
  const go = (node) => {
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    return document.activeElement === node;
  };

  // The same control, in what took the place of what held it.
  const twin = (old) => {
    if (old.id) return document.getElementById(old.id);
    const same = ({ tagName, name, className }) => [tagName, name, className].join() === looks;
    const looks = [old.tagName, old.name, old.className].join();
    const place = old.matches("a") ? null : document.getElementById(old.closest("[id]")?.id);
    return place && [...place.querySelectorAll(within)].find(same);
  };

  // What stands beside a node now, and what it is in.
  board.spots = (node) => [node, node.nextElementSibling, node.previousElementSibling, node.parentElement];
  // The first of them that can take the focus has it.
  board.settle = (spots) => {
    for (const spot of [...spots, before]) {
      const node = spot?.isConnected && spot.matches && reached(spot);
      if (node && seen(node) && go(node)) return;
    }
    document.getElementById("main").focus({ preventScroll: true });
  };

  addEventListener("focusin", ({ target }) => {
    held = target;
    if (!toast?.contains(target)) before = target;
  });
  addEventListener("pointerdown", () => { held = null; });

  new MutationObserver((changes) => {
    const { activeElement, body } = document;
    if (!held || (activeElement && activeElement !== body)) return;
    const lost = ({ removedNodes }) => [...removedNodes].some((node) => node.contains(held));
    const change = changes.find(lost);
    if (!change) return;
    const { target, previousSibling, nextSibling } = change;
    const added = changes.filter((each) => each.target === target).flatMap((each) => [...each.addedNodes]);
    const next = nextSibling?.matches ? nextSibling : nextSibling?.nextElementSibling;
    const previous = previousSibling?.matches ? previousSibling : previousSibling?.previousElementSibling;
    const around = target === toast ? [before] : [...added, next, previous, target];
    board.settle([held.isConnected ? held : twin(held), ...around]);
  }).observe(document.body, { childList: true, subtree: true });
}
