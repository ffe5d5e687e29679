// <menus-in-view> around rows with three dots, or a fold that says data-in-view: what they open comes up from behind
// the bar at the foot, at once, so that nothing moves under the finger that is on its way. What stands open from the
// start moves nothing: nobody opened it.
customElements.define("menus-in-view", class extends HTMLElement {
  connectedCallback() {
    const early = new Set(this.querySelectorAll("details[open]"))
    this.addEventListener("toggle", ({ target }) => {
      if (early.delete(target) || !target.matches(".menu[open], [data-in-view][open]")) return
      target.querySelector("summary + *").scrollIntoView({ block: "nearest", behavior: "instant" })
    }, true)
  }
})
