// What drags cards is fetched when a drag is first possible.
{
  const asked = new Set();
  const ask = ({ target }) => {
    for (const src of target.closest?.(".columns")?.dataset.drag?.split(" ") ?? []) {
      if (asked.has(src)) continue;
      asked.add(src);
      const script = document.createElement("script");
      document.head.append(Object.assign(script, { src, async: false, onerror: () => asked.delete(src) }));
    }
  };
  document.addEventListener("pointerover", ask, { passive: true });
  document.addEventListener("touchstart", ask, { passive: true });
}
