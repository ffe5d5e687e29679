// <pass-key> asks the browser for a passkey when its form is sent, and sends along what it answers.
customElements.define("pass-key", class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")
    const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON
    if (!able) return this.say("This browser can’t use passkeys here. Your password works as ever.")
    form.querySelector("button").hidden = false
    form.addEventListener("submit", (event) => {
      if (form.answer.value) return
      event.preventDefault()
      this.ask(form)
    })
  }

  async ask(form) {
    try {
      form.answer.value = JSON.stringify(await this.answer(JSON.parse(this.dataset.options)))
    } catch {
      return this.say("No passkey came back. Try once more, or use your password.")
    }
    form.requestSubmit()
  }

  answer(options) {
    const { credentials } = navigator
    return this.hasAttribute("making")
      ? credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words
  }
})
