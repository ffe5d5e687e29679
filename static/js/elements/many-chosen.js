// <many-chosen> says at its foot how many boxes are ticked; the box for all of them ticks the rows in view.
customElements.define("many-chosen", class extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll("[name=card]")], all = this.querySelector("[name=all]");
    const said = this.querySelector("[data-chosen]");
    const tell = () => {
      const many = all.checked ? Number(this.dataset.many) : boxes.filter((box) => box.checked).length;
      all.indeterminate = !all.checked && many > 0;
      said.textContent = many ? `${many.toLocaleString("en-AU")} chosen` : "None chosen yet";
    };
    said.hidden = false;
    this.addEventListener("change", ({ target }) => {
      if (target === all) for (const box of boxes) box.checked = all.checked;
      else if (target.name === "card" && !target.checked) all.checked = false;
      tell();
    });
    addEventListener("pageshow", tell); // Back brings ticks with it
    tell();
  }
})
