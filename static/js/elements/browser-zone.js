// <browser-zone> proposes the browser's time zone, and its country and state, in the fields inside it.
customElements.define("browser-zone", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.say())
    if (this.hasAttribute("settled")) return
    const zone = this.querySelector("[name=time_zone]"), found = zone && this.find([...zone.options])
    if (!zone) return
    zone.addEventListener("change", () => this.follow(zone))
    if (found) zone.value = found.value
    this.follow(zone)
    this.say()
  }

  say() {
    const chosen = ["time_zone", "country"].map((name) => this.querySelector(`[name=${name}]`).selectedOptions[0]?.text)
    this.querySelector("[data-place]").textContent = [...new Set(chosen)].filter((name) => name !== "UTC").join(", ")
  }

  follow({ selectedOptions: [{ dataset }] }) {
    const [country, state] = ["country", "state"].map((name) => this.querySelector(`[name=${name}]`))
    if (country && dataset.country) country.value = dataset.country
    if (state) state.value = dataset.state ?? ""
  }

  find(options) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const named = options.find((option) => option.value === here)
    return named || options.find((option) => this.known(option.value) === here)
  }

  known(zone) {
    try {
      return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone
    } catch {
      return null
    }
  }
})
