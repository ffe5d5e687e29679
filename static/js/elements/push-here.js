// <push-here> asks the browser for notifications when its form is sent, and sends along where it can be reached.
customElements.define("push-here", class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")
    const phone = /iPhone|iPad/.test(navigator.userAgent)
    if (!("PushManager" in window && "Notification" in window && navigator.serviceWorker)) {
      return this.say(phone
        ? "Open Onward from the icon on your home screen, and come back here: only there an iPhone takes notifications."
        : "This browser takes no notifications here. An email or ntfy works as well.")
    }
    form.querySelector("button").hidden = false
    form.addEventListener("submit", (event) => {
      if (form.endpoint.value) return
      event.preventDefault()
      this.ask(form)
    })
  }

  async ask(form) {
    if (await Notification.requestPermission() !== "granted") {
      return this.say("The browser does not let Onward show notifications. You can allow it in the browser’s settings.")
    }
    try {
      const { pushManager } = await navigator.serviceWorker.ready
      const old = await pushManager.getSubscription()
      await old?.unsubscribe() // it may be of another server's key
      const key = Uint8Array.from(atob(this.dataset.key.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0))
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      const { endpoint, keys } = made.toJSON()
      Object.assign(form.endpoint, { value: endpoint })
      Object.assign(form.p256dh, { value: keys.p256dh })
      Object.assign(form.auth, { value: keys.auth })
    } catch {
      return this.say("The browser could not set it up. Try once more, or take another way.")
    }
    form.requestSubmit()
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words
  }
})
