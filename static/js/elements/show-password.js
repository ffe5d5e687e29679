// <show-password> adds a switch to the password field inside it.
customElements.define("show-password", class extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input")
    if (!input || this.querySelector("button")) return
    const button = document.createElement("button")
    button.type = "button"
    button.addEventListener("click", () => this.turn(input, button, input.type === "password"))
    this.turn(input, button, false)
    input.after(button)
    input.form?.addEventListener("submit", () => this.turn(input, button, false))
  }

  turn(input, button, shown) {
    input.type = shown ? "text" : "password"
    button.textContent = shown ? "Hide" : "Show"
    button.setAttribute("aria-label", `${button.textContent} password`)
  }
})
