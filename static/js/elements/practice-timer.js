// <practice-timer> counts the seconds of an answer that is said aloud, and hands them to its form. Nothing is recorded.
customElements.define("practice-timer", class extends HTMLElement {
  connectedCallback() {
    if (this.start) return
    const find = (name) => this.querySelector(`[data-${name}]`)
    this.clock = find("clock")
    this.told = find("told")
    this.start = find("start")
    this.done = find("done")
    this.stop = find("stop")
    this.seconds = this.querySelector("[name=seconds]")
    find("by-clock").hidden = !this.querySelector("[aria-invalid]")
    this.turn(false)
    this.start.addEventListener("click", () => this.begin())
    this.stop.addEventListener("click", () => this.end())
    this.done.addEventListener("click", () => { this.seconds.value = Math.max(1, this.passed()) })
  }

  disconnectedCallback() {
    this.rest()
  }

  passed() {
    return Math.min(3600, Math.floor((Date.now() - this.since) / 1000))
  }

  begin() {
    this.since = Date.now()
    this.turn(true)
    this.show()
    this.running = setInterval(() => this.show(), 1000)
    this.done.focus()
    // So that the lines stay in sight while somebody speaks; refused, nothing is lost.
    navigator.wakeLock?.request("screen").then((lock) => {
      if (this.running) this.awake = lock
      else lock.release()
    }, () => undefined)
  }

  show() {
    const passed = this.passed()
    this.clock.textContent = `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`
    this.clock.style.setProperty("--far", Math.min(1, passed / 120))
    if (passed >= 120 && !this.told.textContent) this.told.textContent = this.dataset.said
  }

  rest() {
    this.running = clearInterval(this.running)
    this.awake = void this.awake?.release()
  }

  end() {
    this.rest()
    this.told.textContent = ""
    this.turn(false)
    this.start.focus()
  }

  turn(on) {
    this.start.hidden = on
    for (const each of [this.clock, this.done, this.stop]) each.hidden = !on
  }
})
