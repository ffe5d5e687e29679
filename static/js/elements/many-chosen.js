// <many-chosen> says how many boxes are ticked; the box for all of them ticks the rows in view, Clear none.
customElements.define("many-chosen", class extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll("[name=card]")], all = this.querySelector("[name=all]");
    const put = (name, words) => { this.querySelector(`[data-${name}]`).textContent = words; };
    const tell = () => {
      const many = all.checked ? Number(this.dataset.many) : boxes.filter((box) => box.checked).length;
      const said = many.toLocaleString("en-AU");
      all.indeterminate = !all.checked && many > 0;
      put("chosen", `${said} chosen`);
      put("said", many ? `${said} chosen` : "None chosen");
      put("many", said);
    };
    this.addEventListener("change", ({ target }) => {
      if (target === all) for (const box of boxes) box.checked = all.checked;
      else if (target.name === "card" && !target.checked) all.checked = false;
      tell();
    });
    this.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const box of [all, ...boxes]) box.checked = false;
      all.focus(); // the bar is gone, with the button that was pressed
      tell();
    });
    addEventListener("pageshow", tell); // Back brings ticks with it
    tell();
  }
})
