// Runs before a page's own script: notes when a card could be seen, and what held the page up.
(() => {
  const probe = (window.benchProbe = { card: null, screen: null, shift: 0, long: [], tap: null, seen: null, settled: null });
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => { probe[name] = performance.now(); }));

  const entries = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  entries("layout-shift", (entry) => { if (!entry.hadRecentInput) probe.shift += entry.value; });
  entries("longtask", (entry) => probe.long.push([entry.startTime, entry.duration]));

  // When the names of cards were on the glass, by the browser's own clock of what it presented: the first of them, and the
  // last of those that the screen holds. A task of ours would come after scripts that run in between, and tell their time.
  entries("element", ({ renderTime }) => {
    probe.card ??= renderTime;
    probe.screen = renderTime;
  });
  const first = "#column-applied .card:not([data-timed])";
  const arrived = new MutationObserver(() => {
    for (const card of document.querySelectorAll(first)) {
      card.dataset.timed = "";
      for (const name of card.querySelectorAll("h3, h3 a")) name.setAttribute("elementtiming", "card");
    }
  });
  arrived.observe(document, { childList: true, subtree: true });
  addEventListener("load", () => arrived.disconnect());

  probe.watchMove = (id, stage) => {
    addEventListener("pointerdown", (event) => { if (event.target.closest("#move [name=stage]")) probe.tap = event.timeStamp; }, true);
    let moved = false, answered = false;
    new MutationObserver(() => {
      if (!moved && document.querySelector(`#column-${stage} #card-${id}`)) { moved = true; painted("seen"); }
      if (!answered && document.querySelector("#toast .toast form")) { answered = true; painted("settled"); }
    }).observe(document.body, { childList: true, subtree: true });
  };
})();
