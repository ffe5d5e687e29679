// <told-progress> says how far something is, for whoever hears the page: at the start and at each quarter, not at each
// step. Each answer brings a new one, so that telling once is enough, and this script again.
customElements.get("told-progress") || customElements.define("told-progress", class extends HTMLElement {
  connectedCallback() {
    setTimeout(() => this.tell(), 100);
  }

  tell() {
    const bar = this.querySelector("progress"), { told } = this.dataset;
    if (!bar) return board.tell(told);
    const [what] = bar.labels[0].textContent.split(/ [·…]/);
    board.tell(`${what}, ${Math.floor(4 * bar.value / bar.max) * 25} %`);
  }
})
