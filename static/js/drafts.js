// What <kept-drafts> kept goes once the server has saved it, and all of it when somebody signs out, with what
// <recent-searches> kept.
{
  const forget = () => {
    for (const name of Object.keys(localStorage)) {
      if (/^(draft|sought):/.test(name)) localStorage.removeItem(name);
    }
  };

  // The toast names the key of what the server has saved: that draft has done its work.
  const settle = () => {
    const key = document.querySelector("#toast [data-saved]")?.dataset.saved;
    if (!key) return;
    const saved = (name) => name.startsWith("draft:") && JSON.parse(localStorage.getItem(name)).key === key;
    for (const name of Object.keys(localStorage)) if (saved(name)) localStorage.removeItem(name);
  };
  document.addEventListener("htmx:after:swap", settle);
  settle();
  // Not before the form goes out, which connection.js decides.
  addEventListener("submit", ({ defaultPrevented, target }) => {
    if (!defaultPrevented && navigator.onLine && /\/logout\b/.test(target.action)) forget();
  });
}
