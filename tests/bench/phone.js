// Runs before a page's own script: notes when a card could be seen, and what held the page up.
(() => {
  const probe = (window.benchProbe = { card: null, shift: 0, long: [], tap: null, seen: null, settled: null });
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => { probe[name] = performance.now(); }));

  const entries = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  entries("layout-shift", (entry) => { if (!entry.hadRecentInput) probe.shift += entry.value; });
  entries("longtask", (entry) => probe.long.push([entry.startTime, entry.duration]));

  const shown = new IntersectionObserver((cards) => {
    if (!cards.some((card) => card.isIntersecting)) return;
    shown.disconnect();
    setTimeout(() => { probe.card = performance.now(); });
  });
  const arrived = new MutationObserver(() => {
    const card = document.querySelector(".card");
    if (!card) return;
    arrived.disconnect();
    shown.observe(card);
  });
  arrived.observe(document, { childList: true, subtree: true });

  probe.watchMove = (id, stage) => {
    addEventListener("pointerdown", (event) => { if (event.target.closest("#move [name=stage]")) probe.tap = event.timeStamp; }, true);
    let moved = false, answered = false;
    new MutationObserver(() => {
      if (!moved && document.querySelector(`#column-${stage} #card-${id}`)) { moved = true; painted("seen"); }
      if (!answered && document.querySelector("#toast .toast form")) { answered = true; painted("settled"); }
    }).observe(document.body, { childList: true, subtree: true });
  };
})();
