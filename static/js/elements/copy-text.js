// <copy-text> adds a button that copies the field inside it, on plain HTTP too.
customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input, textarea")
    if (!input || this.querySelector("button")) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = this.dataset.button ?? ""
    button.textContent = "Copy"
    button.addEventListener("click", async () => {
      button.textContent = (await this.copy(input)) ? "Copied" : "Press and hold to copy"
      board.tell(button.textContent)
    })
    input.after(button)
    input.addEventListener("focus", () => input.select())
  }

  async copy(input) {
    try {
      await navigator.clipboard.writeText(input.value)
      return true
    } catch {
      input.select()
      return document.execCommand("copy")
    }
  }
})
