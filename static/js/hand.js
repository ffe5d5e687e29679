// What drags is fetched when the page is still, where a finger may come: so the first long press lifts its card, and no
// tap waits for anything. A mouse is followed: it comes over the cards before it takes one.
{
  const fetched = new Set();
  const fetchAll = () => {
    for (const { dataset } of document.querySelectorAll("[data-later]")) {
      for (const src of dataset.later.split(" ")) {
        if (fetched.has(src)) continue;
        fetched.add(src);
        const script = document.createElement("script");
        document.head.append(Object.assign(script, { src, async: false, onerror: () => fetched.delete(src) }));
      }
    }
  };
  if (matchMedia("(any-pointer: coarse)").matches) addEventListener("load", () => setTimeout(fetchAll, 100));
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "mouse" && target.closest?.("[data-later]")) fetchAll();
  }, { passive: true });
}
