// <install-app> shows its button where the browser offers to install the page as an app.
customElements.define("install-app", class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault()
      this.offer = event
      this.hidden = false
    })
    addEventListener("appinstalled", () => {
      this.hidden = true
      board.tell("Onward is on your home screen.")
    })
    button.addEventListener("click", async () => {
      this.hidden = true // an offer is good for one answer
      await this.offer.prompt()
    })
  }
})
