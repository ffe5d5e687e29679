// <menus-in-view> around rows with three dots, or a fold that says data-in-view: what they open comes up from behind
// the bar at the foot, at once, so that nothing moves under the finger that is on its way.
customElements.define("menus-in-view", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("toggle", ({ target }) => {
      if (!target.matches(".menu[open], [data-in-view][open]")) return
      target.querySelector("summary + *").scrollIntoView({ block: "nearest", behavior: "instant" })
    }, true)
  }
})
