// A card is called by its role and company, and a button of it after its card, too: so it is told from the others in a
// list of buttons, and by voice. It is done here because the names would be a tenth of the board on its way.
// It waits for a quiet moment, as the first sight of the board should not wait for it.
{
  board.called = (card) => {
    const said = (part) => card.querySelector(part).textContent.trim();
    return `${said("h3")}, ${said("bdi")}`;
  };
  const call = () => {
    for (const card of document.querySelectorAll(".card:not([aria-label])")) {
      card.setAttribute("aria-label", board.called(card));
    }
    for (const button of document.querySelectorAll(".card button:not([aria-label])")) {
      const card = button.closest(".card").getAttribute("aria-label");
      button.setAttribute("aria-label", `${button.textContent.trim()} ${card}`);
    }
  };
  document.addEventListener("htmx:after:swap", call);
  (window.requestIdleCallback ?? setTimeout)(call, { timeout: 500 });
}
