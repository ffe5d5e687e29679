// <file-limit data-most="bytes" data-words="why"> says beside the field, before it is sent, that a file is too big.
customElements.define("file-limit", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", ({ target }) => {
      const over = [...target.files ?? []].some((file) => file.size > this.dataset.most);
      for (const old of this.querySelectorAll(".error")) old.remove();
      target.setCustomValidity(over ? this.dataset.words : "");
      target.removeAttribute("aria-invalid");
      if (over) this.tell(target);
    });
    // What is wrong stands beside the field already; a bubble of the browser would lie over the next one.
    this.addEventListener("invalid", (event) => {
      event.preventDefault();
      event.target.focus();
    }, true);
  }

  tell(field) {
    const words = document.createElement("p");
    words.className = "error";
    words.id = `${field.id}-error`;
    words.setAttribute("role", "alert");
    words.textContent = this.dataset.words;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.id}-hint ${words.id}`);
    field.before(words);
  }
});
