// <cursor-in> around a fold: opened by hand, the cursor is in its field at once.
customElements.define("cursor-in", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const fold = event.target.closest("summary")?.parentElement;
      if (!fold || fold.open) return;
      event.preventDefault(); // a phone shows its keyboard only for a focus within the tap
      fold.open = true;
      fold.querySelector("textarea").focus();
    });
  }
})
