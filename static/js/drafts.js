// What <kept-drafts> kept goes once the server has saved it, and all of it when somebody signs out.
{
  // Also what <seen-today> counted.
  const forget = () => {
    for (const name of Object.keys(localStorage)) if (/^(draft|seen):/.test(name)) localStorage.removeItem(name);
  };

  // The toast names the key of what the server has saved: that draft has done its work.
  const settle = () => {
    const key = document.querySelector("#toast [data-saved]")?.dataset.saved;
    if (!key) return;
    for (const name of Object.keys(localStorage)) if (name.startsWith("draft:") && JSON.parse(localStorage.getItem(name)).key === key) localStorage.removeItem(name);
  };
  document.addEventListener("htmx:after:swap", settle);
  settle();
  // Not before the form goes out, which connection.js decides.
  addEventListener("submit", (event) => { if (!event.defaultPrevented && event.target.action?.endsWith("/logout")) forget(); });
}
