// The one move sheet: opened by any card's Move button; without script that button opens a page.
{
  const sheet = () => document.getElementById("move-sheet");
  let id;

  const open = (button) => {
    const [card, version] = button.value.split(".");
    const form = document.getElementById("move");
    const element = board.card(card), column = element?.closest(".column");
    id = card;
    form.action = board.at(`/applications/${card}/stage`);
    form.elements.version.value = version;
    form.elements.key.value = board.key();
    sheet().querySelector(".who").textContent = element?.ariaLabel ?? "";
    const stage = column?.dataset.stage ?? button.dataset.stage, isOpen = ["applied", "interview"].includes(stage);
    for (const each of form.querySelectorAll(".stages button")) {
      const { stage: to } = each.dataset, told = to === "rejected" && isOpen;
      // Of an open card, Rejected is what they said: it is kept with its day, and its page says what may come next.
      Object.assign(each, { name: told ? "told" : "stage", value: told ? "now" : to });
      each.ariaCurrent = to === stage || null;
      each.formAction = board.at(`/applications/${card}/${told ? "rejection" : "stage"}`);
    }
    const order = form.querySelector(".order");
    if (order) order.hidden = !column;
    sheet().showModal();
    form.querySelector(".stages button:not([aria-current])").focus();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[form=move-form]");
    if (button && sheet()) {
      event.preventDefault();
      open(button);
    } else if (event.target === sheet()) {
      sheet().close();
    }
  });

  document.addEventListener("submit", (event) => {
    const card = event.target.id === "move" ? board.card(id) : null;
    if (!card?.closest(".column") || event.submitter.name === "told") return;
    event.preventDefault();
    const { name, value, dataset } = event.submitter, spots = board.spots(card);
    if (dataset.order) board.order(card, dataset.order);
    else if (name === "stage" && value !== card.closest(".column").dataset.stage) board.move(id, value);
    // Closing gives the focus back, except in Safari; giving it here, too, would delay the sight of the move.
    sheet().close();
    requestAnimationFrame(() => setTimeout(() => board.settle([board.card(id), ...spots.slice(1)])));
  });
}
