// <how-heavy> shows its number as a slider; until the slider is touched, no number is meant.
customElements.define("how-heavy", class extends HTMLElement {
  connectedCallback() {
    const number = this.querySelector("input"), label = this.querySelector("label")
    if (!number || this.slider) return
    this.number = number
    this.slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 10, step: 1, id: `${number.id}-slider` })
    this.slider.setAttribute("aria-describedby", number.getAttribute("aria-describedby") ?? "")
    this.said = document.createElement("output")
    this.clear = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Take it back" })
    label.htmlFor = this.slider.id
    number.hidden = true
    const row = Object.assign(document.createElement("div"), { className: "row apart" })
    row.append(this.said, this.clear)
    number.after(this.slider)
    this.append(row)
    for (const event of ["input", "pointerup"]) this.slider.addEventListener(event, () => this.tell(this.slider.value))
    this.clear.addEventListener("click", () => { this.tell(""); this.slider.focus() })
    this.show()
    document.addEventListener("DOMContentLoaded", () => this.show()) // a draft may be back by then
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
    this.said.textContent = value === "" ? "Not said" : `${value} of 10`
    this.slider.setAttribute("aria-valuetext", this.said.textContent)
  }
})
