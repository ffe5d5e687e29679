// <device-switch> keeps a yes or no in this browser, under its `data-key`; with `data-off` it is the no that is kept.
customElements.get("device-switch") || customElements.define("device-switch", class extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input"), { key, off } = this.dataset, no = off !== undefined;
    this.hidden = false;
    box.checked = (localStorage.getItem(key) === null) === no;
    box.addEventListener("change", () => {
      if (box.checked === no) localStorage.removeItem(key);
      else localStorage.setItem(key, "1");
    });
  }
});
