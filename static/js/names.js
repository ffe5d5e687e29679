// A card is called by its role and company, and a button of it after its card, too: so it is told from the others in a
// list of buttons, and by voice. It is done here because the names would be a tenth of the board on its way.
// The first sight of the board does not wait for it.
{
  const call = () => {
    for (const card of document.querySelectorAll(".card:not([aria-label])")) {
      const said = (part) => card.querySelector(part).textContent.trim();
      card.ariaLabel = `${said("h3")}, ${said("bdi")}`;
    }
    for (const button of document.querySelectorAll(".card button:not([aria-label])")) {
      button.ariaLabel = `${button.textContent.trim()} ${button.closest(".card").ariaLabel}`;
    }
  };
  document.addEventListener("htmx:after:swap", call);
  requestAnimationFrame(() => setTimeout(call));
}
