// <quiet-timer minutes="10 15"> counts whole minutes, without a sound and without stopping anybody.
customElements.define("quiet-timer", class extends HTMLElement {
  connectedCallback() {
    if (this.said) return
    this.said = Object.assign(document.createElement("span"), { className: "muted" })
    this.bar = Object.assign(document.createElement("progress"), { hidden: true })
    this.bar.setAttribute("aria-label", "Quiet timer")
    const row = Object.assign(document.createElement("div"), { className: "row" })
    const lengths = (this.getAttribute("minutes") ?? "10").split(" ").map(Number)
    this.starts = [...lengths.map((length) => this.button(`${length} quiet minutes`, () => this.start(length))), this.button("Just count", () => this.start(0))]
    this.end = this.button("Stop the timer", () => this.stop())
    this.end.hidden = true
    row.append(...this.starts, this.said, this.end)
    this.append(row, this.bar)
  }

  disconnectedCallback() { clearInterval(this.running) }

  button(words, press) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words })
    button.addEventListener("click", press)
    return button
  }

  start(length) {
    this.since = Date.now()
    this.length = length
    this.turn(true)
    this.show()
    this.running = setInterval(() => this.show(), 5000)
  }

  show() {
    const minutes = Math.floor((Date.now() - this.since) / 60000), over = this.length > 0 && minutes >= this.length
    this.bar.value = this.length ? Math.min(1, (Date.now() - this.since) / 60000 / this.length) : 0
    this.said.textContent = over ? `${this.length} minutes. A good place to end, when you are ready.` : this.length ? `${minutes} of ${this.length} minutes` : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`
  }

  stop() { clearInterval(this.running); this.said.textContent = ""; this.turn(false); this.starts[0].focus() }

  turn(on) { for (const each of this.starts) each.hidden = on; this.end.hidden = !on; this.bar.hidden = !on || !this.length; if (on) this.end.focus() }
})
