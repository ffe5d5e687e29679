// <file-limit data-most="bytes" data-words="why"> says that a file is too big before it is sent, and not after.
customElements.define("file-limit", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", ({ target }) => {
      const over = [...target.files ?? []].some((file) => file.size > this.dataset.most);
      target.setCustomValidity(over ? this.dataset.words : "");
      target.reportValidity();
    });
  }
});
