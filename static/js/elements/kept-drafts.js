// <kept-drafts> keeps what is typed in the `form[data-draft]` of its page until it is saved, so that a
// lost page loses nothing; drafts.js, which every page has, lets go of what is saved.
{
  const skippedNames = ["csrf_token", "key", "version"]
  const skippedTypes = ["hidden", "password", "file", "submit", "button"]
  const typed = ({ name, type }) => name && !skippedNames.includes(name) && !skippedTypes.includes(type)
  const ticks = (field) => ["checkbox", "radio"].includes(field.type)

  const place = (form) => `draft:${document.body.dataset.person}:${form.dataset.draft}`
  const fields = (form) => [...form.elements].filter(typed)
  const label = (field) => `${field.name}=${ticks(field) ? field.value : ""}`
  const read = (field) => {
    if (!ticks(field)) return field.value
    return field.checked ? "on" : ""
  }

  const keep = (form) => {
    const values = Object.fromEntries(fields(form).map((field) => [label(field), read(field)]))
    const draft = JSON.stringify({ values, key: form.elements.key?.value, at: Date.now() })
    try {
      localStorage.setItem(place(form), draft)
    } catch {
      // a full or closed store: the page itself still has the text
    }
  }

  const restore = (form) => {
    const kept = JSON.parse(localStorage.getItem(place(form)) ?? "null")
    if (!kept || form.dataset.typed !== undefined) return
    const differs = (field) => label(field) in kept.values && kept.values[label(field)] !== read(field)
    const changed = fields(form).filter(differs)
    if (!changed.length) return
    for (const field of changed) {
      if (ticks(field)) field.checked = kept.values[label(field)] === "on"
      else field.value = kept.values[label(field)]
      field.closest("details")?.setAttribute("open", "")
    }
    if (kept.key && form.elements.key) form.elements.key.value = kept.key
    board.say("What you typed before is back.")
    document.getElementById("toast").classList.add("landed") // above the page, and over none of its buttons
  }

  // "Saved" is over what is typed after it; what can be undone stays.
  const hush = () => {
    const said = document.querySelector("#toast [data-saved]")
    if (!said?.querySelector("form, a")) said?.remove()
  }

  customElements.define("kept-drafts", class extends HTMLElement {
    connectedCallback() {
      document.addEventListener("input", ({ target: { form } }) => {
        if (!form?.dataset.draft) return
        keep(form)
        hush()
      })
      // At once: other elements look at DOMContentLoaded at what their fields hold.
      document.querySelectorAll("form[data-draft]").forEach(restore)
    }
  })
}
