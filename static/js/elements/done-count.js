// <done-count> around the lists of actions: what is ticked is counted with what was done before, until it is unticked.
customElements.define("done-count", class extends HTMLElement {
  connectedCallback() {
    const many = this.querySelector("[data-many]");
    if (!many) return;
    const ticked = () => this.querySelectorAll("button[aria-pressed]").length;
    const before = Number(many.textContent) - ticked();
    new MutationObserver(() => {
      const now = `${before + ticked()}`;
      if (many.textContent !== now) many.textContent = now;
    }).observe(this, { childList: true, subtree: true });
  }
})
