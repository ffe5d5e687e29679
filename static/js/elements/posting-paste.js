// <posting-paste> reads what is pasted into its field at once, by the button that is there for it. A bookmark brings
// a page behind the # of the address, so that its text stands in no server's log.
customElements.define("posting-paste", class extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea")
    this.button = this.querySelector("button")
    this.field.form.addEventListener("paste", (event) => this.pasted(event))
    this.field.form.addEventListener("submit", ({ submitter }) => submitter === this.button && this.tell())
    addEventListener("pageshow", () => this.said && (this.button.textContent = this.said))
    requestAnimationFrame(() => this.beginAtTop())
    if (location.hash.length > 2) this.bring(location.hash.slice(1))
  }

  // The first field to fill has the focus, and the page still begins with its name: typing brings the field into view.
  beginAtTop() {
    if (document.activeElement.matches("[name=company][autofocus], [name=role][autofocus]"))
      document.documentElement.scrollTo({ top: 0, behavior: "instant" })
  }

  // A link or a whole ad that is pasted into a name's field was meant for this one.
  pasted(event) {
    const text = event.clipboardData?.getData("text/plain").trim() ?? "", { target } = event
    const name = ["company", "role"].includes(target.name)
    if (name && (/^https?:\/\/\S+$/.test(text) || text.split("\n").length > 3 || text.length > 500)) {
      event.preventDefault()
      this.field.value = text
    } else if (target !== this.field) return
    setTimeout(() => this.field.value.trim() && this.read())
  }

  bring(hash) {
    const { data, link, posting, role } = this.field.form.elements
    let words, page
    try {
      words = decodeURIComponent(hash)
      page = JSON.parse(words)
    } catch {
      // no page of a bookmark: a link or words that a shortcut shares
    }
    const said = (name) => (typeof page?.[name] === "string" ? page[name].trim() : "")
    if (!data && !page) return
    history.replaceState(history.state, "", location.pathname)
    if (!data) { // shared without a connection: js/worker
      role.value ||= said("title")
      ;(link.type === "hidden" ? this.field : link).value ||= said("url")
      posting.value ||= said("text")
      return
    }
    if (!said("text")) {
      this.field.value ||= words?.trim() ?? ""
      return
    }
    this.field.value = `${said("title").replace(/\s+/g, " ")}\n${said("url")}\n\n${said("text")}`
    data.value = said("data")
    const only = Object.assign(document.createElement("input"), { type: "hidden", name: "only_words", value: "1" })
    this.field.form.append(only) // what another page brings is read, and nothing is fetched for it
    this.read()
  }

  read() {
    this.field.form.requestSubmit(this.button)
  }

  tell() {
    this.said = this.button.textContent
    this.button.textContent = this.button.dataset.reading
    board.tell(this.button.dataset.reading)
  }
})
