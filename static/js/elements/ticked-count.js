// <ticked-count> says in its main button how many boxes are ticked, and has one box for all of them.
customElements.define("ticked-count", class extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll("[name=card]")], all = this.querySelector("[data-all]");
    const button = this.querySelector("button.main"), plain = button.textContent;
    const tell = () => {
      const many = boxes.filter((box) => box.checked).length;
      button.textContent = many ? `Add ${many.toLocaleString("en-AU")} ${many === 1 ? "person" : "people"}` : plain;
      all.checked = many === boxes.length;
      all.indeterminate = many > 0 && many < boxes.length;
    };
    all.closest("[hidden]").hidden = boxes.length < 2;
    this.addEventListener("change", ({ target }) => {
      if (target === all) for (const box of boxes) box.checked = all.checked;
      tell();
    });
    addEventListener("pageshow", tell); // Back brings ticks with it
    tell();
  }
})
