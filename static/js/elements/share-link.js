// <share-link> adds a button for the phone's share sheet, where the browser has one (HTTPS only).
customElements.define("share-link", class extends HTMLElement {
  connectedCallback() {
    if (!navigator.share || this.querySelector(".share")) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = "full share"
    button.textContent = "Share"
    const url = this.querySelector("textarea").value
    button.addEventListener("click", () => navigator.share({ url }).catch(() => {}))
    this.append(button)
  }
})
