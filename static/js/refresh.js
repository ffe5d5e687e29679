// Coming back to the board, on this phone or after another changed it, shows it as it is now.
{
  let seen = Date.now();
  const back = () => {
    if (document.visibilityState !== "visible" || Date.now() - seen < 2000) return;
    seen = Date.now();
    if (!document.querySelector("dialog[open]") && !board.queues.size) board.refresh();
  };
  document.addEventListener("visibilitychange", back);
  addEventListener("pageshow", (event) => { if (event.persisted) { seen = 0; back(); } });
  addEventListener("online", () => { seen = 0; back(); });
}
