// <single-keys> turns the keys that are pressed alone off and on, for whoever presses them without meaning it.
customElements.get("single-keys") || customElements.define("single-keys", class extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    this.hidden = false;
    box.checked = !localStorage.getItem("keys-off");
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem("keys-off");
      else localStorage.setItem("keys-off", "1");
    });
  }
});
