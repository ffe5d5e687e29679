// <how-heavy> shows its number as a slider; until the slider is touched, no number is meant.
customElements.define("how-heavy", class extends HTMLElement {
  connectedCallback() {
    const number = this.querySelector("input")
    if (!number || this.slider) return
    this.number = number
    this.build()
    for (const event of ["input", "pointerup"]) {
      this.slider.addEventListener(event, () => this.tell(this.slider.value))
    }
    // Enter and space take the number where the thumb stands; Enter sends nothing by a slip.
    this.slider.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      this.tell(this.slider.value)
    })
    this.clear.addEventListener("click", () => {
      this.tell("")
      this.slider.focus()
    })
    this.show()
    document.addEventListener("DOMContentLoaded", () => this.show()) // a draft may be back by then
  }

  build() {
    const make = (name, facts) => Object.assign(document.createElement(name), facts)
    this.slider = make("input", { type: "range", min: 0, max: 10, step: 1, id: this.number.id })
    this.number.removeAttribute("id") // what leads to the number leads to the slider
    this.slider.setAttribute("aria-describedby", this.number.getAttribute("aria-describedby") ?? "")
    this.said = make("output")
    this.clear = make("button", { type: "button", className: "quiet", textContent: "Clear" })
    this.number.hidden = true
    this.number.after(this.slider)
    const row = make("div", { className: "row apart" })
    row.append(this.said, this.clear)
    this.append(row)
  }

  tell(value) {
    if (this.number.value === value) return
    this.number.value = value
    this.show()
    this.number.dispatchEvent(new Event("input", { bubbles: true }))
  }

  show() {
    const value = this.number.value
    this.slider.value = value === "" ? 5 : value
    this.toggleAttribute("touched", value !== "")
    this.clear.hidden = value === ""
    this.said.textContent = value === "" ? "Move it if you like" : `${value} of 10`
    this.slider.setAttribute("aria-valuetext", this.said.textContent)
  }
})
