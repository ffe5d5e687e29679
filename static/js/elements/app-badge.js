// <app-badge count="3"> puts what is due on the icon of the installed app, where a browser can; 0 takes it away.
customElements.define("app-badge", class extends HTMLElement {
  connectedCallback() {
    if (!navigator.setAppBadge) return // plain HTTP, or a browser without it
    const count = Number(this.getAttribute("count"))
    const shown = count ? navigator.setAppBadge(count) : navigator.clearAppBadge()
    shown.catch(() => {}) // not installed, or not allowed by its owner
  }
})
