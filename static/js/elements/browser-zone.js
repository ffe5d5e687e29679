// <browser-zone> proposes the browser's time zone, and its country, in the fields inside it.
customElements.define("browser-zone", class extends HTMLElement {
  connectedCallback() {
    const [zone, country] = ["time_zone", "country"].map((name) => this.querySelector(`[name="${name}"]`))
    const found = zone && this.find([...zone.options])
    if (!found || this.hasAttribute("settled")) return
    zone.value = found.value
    if (country && found.dataset.country) country.value = found.dataset.country
  }

  find(options) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    return options.find((option) => option.value === here) || options.find((option) => this.known(option.value) === here)
  }

  known(zone) {
    try {
      return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone
    } catch {
      return null
    }
  }
})
