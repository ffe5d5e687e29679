// <seen-today application="7"> counts, on this device alone, how often today somebody came to the
// pages after one no, and says so gently from the fourth time on. Going from one to the next is one.
{
  const words = ["four", "five", "six", "seven", "eight", "nine", "ten"]
  const pages = ["after", "check-in", "thoughts", "thoughts/new", "rejection"]

  // In a closed store nothing is counted.
  const tried = (use, otherwise) => {
    try {
      return use()
    } catch {
      return otherwise
    }
  }
  const kept = (name) => tried(() => JSON.parse(localStorage.getItem(name)), null)
  const keep = (name, value) => tried(() => localStorage.setItem(name, JSON.stringify(value)))
  const names = () => tried(() => Object.keys(localStorage), []).filter((name) => name.startsWith("seen:"))

  customElements.define("seen-today", class extends HTMLElement {
    connectedCallback() {
      const today = new Date().toLocaleDateString("en-CA")
      for (const name of names()) if (!name.includes(`:${today}:`)) localStorage.removeItem(name)
      this.name = `seen:${document.body.dataset.person}:${today}:${this.getAttribute("application")}`
      const seen = kept(this.name) ?? { times: 0 }
      if (this.comes()) {
        seen.times += 1
        keep(this.name, seen)
      }
      if (seen.times < 4 || seen.hushed) return
      this.querySelector("[data-times]").textContent = words[seen.times - 4] ?? seen.times
      this.querySelector("button").addEventListener("click", () => {
        keep(this.name, { ...seen, hushed: true })
        this.remove()
      })
      this.hidden = false
    }

    // Not where the page before was one of these, or where a form came back to be looked at again.
    comes() {
      if (document.querySelector("form[data-typed]")) return false
      if (!document.referrer.startsWith(`${location.origin}/`)) return true
      const before = new URL(document.referrer).pathname
      if (before.startsWith("/thoughts/")) return false
      return !pages.some((page) => before === `/applications/${this.getAttribute("application")}/${page}`)
    }
  })
}
