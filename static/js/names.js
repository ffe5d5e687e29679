// A card is called by its role and company, and a button of it after its card, too: so it is told from the others in a
// list of buttons, and by voice. It is done here because the names would be a tenth of the board on its way.
{
  const call = () => {
    for (const card of document.querySelectorAll(".card:not([aria-label])")) {
      const said = (part) => card.querySelector(part).textContent.trim();
      card.setAttribute("aria-label", `${said("h3")}, ${said("bdi")}`);
    }
    for (const button of document.querySelectorAll(".card button:not([aria-label])")) {
      const card = button.closest(".card").getAttribute("aria-label");
      button.setAttribute("aria-label", `${button.textContent.trim()} ${card}`);
    }
  };
  document.addEventListener("htmx:after:swap", call);
  call();
}
