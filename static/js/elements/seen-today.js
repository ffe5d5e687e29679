// <seen-today application="7"> counts, on this device alone, how often today somebody came to the
// pages after one no, and says so gently from the fourth time on. Going from one to the next is one.
{
  const words = ["four", "five", "six", "seven", "eight", "nine", "ten"]
  const kept = (name) => { try { return JSON.parse(localStorage.getItem(name)) } catch { return null } }
  const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)) } catch { /* a closed store: nothing is counted */ } }
  const names = () => { try { return Object.keys(localStorage).filter((name) => name.startsWith("seen:")) } catch { return [] } }

  customElements.define("seen-today", class extends HTMLElement {
    connectedCallback() {
      const today = new Date().toLocaleDateString("en-CA"), prefix = `seen:${document.body.dataset.person}:${today}:`
      for (const name of names()) if (!name.includes(`:${today}:`)) localStorage.removeItem(name)
      this.name = prefix + this.getAttribute("application")
      const seen = kept(this.name) ?? { times: 0 }
      if (this.comes()) { seen.times += 1; keep(this.name, seen) }
      if (seen.times < 4 || seen.hushed) return
      this.querySelector("[data-times]").textContent = words[seen.times - 4] ?? seen.times
      this.querySelector("button").addEventListener("click", () => { keep(this.name, { ...seen, hushed: true }); this.remove() })
      this.hidden = false
    }

    // Not where the page before was one of these, or where a form came back to be looked at again.
    comes() {
      if (document.querySelector("form[data-typed]")) return false
      if (!document.referrer.startsWith(`${location.origin}/`)) return true
      const place = `/applications/${this.getAttribute("application")}/`, before = new URL(document.referrer).pathname
      return !before.startsWith("/thoughts/") && !["after", "check-in", "thoughts", "thoughts/new", "rejection"].some((page) => before === place + page)
    }
  })
}
