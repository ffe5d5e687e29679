// <quiet-timer minutes="10 15"> counts whole minutes, without a sound and without stopping anybody.
customElements.define("quiet-timer", class extends HTMLElement {
  connectedCallback() {
    if (this.said) return
    this.said = Object.assign(document.createElement("span"), { className: "muted" })
    this.ended = Object.assign(document.createElement("span"), { className: "muted", role: "status" })
    this.bar = Object.assign(document.createElement("progress"), { hidden: true })
    this.bar.setAttribute("aria-label", "Quiet timer")
    const row = Object.assign(document.createElement("div"), { className: "row" })
    const lengths = (this.getAttribute("minutes") ?? "10").split(" ").map(Number)
    const start = (length) => this.button(length ? `${length} quiet minutes` : "Stopwatch", () => this.start(length))
    this.starts = [...lengths, 0].map(start)
    this.end = this.button("Stop the timer", () => this.stop())
    this.end.hidden = true
    row.append(...this.starts, this.said, this.ended, this.end)
    this.append(row, this.bar)
  }

  disconnectedCallback() {
    clearInterval(this.running)
  }

  button(words, press) {
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: "soft", textContent: words })
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
    const passed = (Date.now() - this.since) / 60000
    this.bar.value = this.length ? Math.min(1, passed / this.length) : 0
    this.say(this.words(Math.floor(passed)), this.length > 0 && passed >= this.length)
  }

  // A minute more is shown and never spoken; the end is both.
  say(words, ended) {
    this.said.textContent = ended ? "" : words
    if (this.ended.textContent !== (ended ? words : "")) this.ended.textContent = ended ? words : ""
  }

  words(minutes) {
    if (!this.length) return minutes === 1 ? "1 minute" : `${minutes} minutes`
    if (minutes < this.length) return `${minutes} of ${this.length} minutes`
    return `${this.length} minutes. A good place to end, when you are ready.`
  }

  stop() {
    clearInterval(this.running)
    this.say("", false)
    this.turn(false)
    this.starts[0].focus()
  }

  turn(on) {
    for (const each of this.starts) each.hidden = on
    this.end.hidden = !on
    this.bar.hidden = !on || !this.length
    if (on) this.end.focus()
  }
})
