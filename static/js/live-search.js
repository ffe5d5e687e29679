// What is typed into `[data-live]` stands in the address too, so that reload, back and moves keep it.
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement?.matches?.("[data-live]") || !ctx.response?.raw) return;
  const { pathname, searchParams } = new URL(ctx.response.raw.url);
  const given = String(new URLSearchParams([...searchParams].filter(([, value]) => value)));
  history.replaceState(history.state, "", given ? `${pathname}?${given}` : pathname);
  board.tell(document.querySelector("[data-found]")?.dataset.found ?? "");
  const { ownTitle } = ctx.sourceElement.dataset, q = searchParams.get("q");
  if (ownTitle) document.title = q ? `${q} · ${ownTitle}` : ownTitle;
});
