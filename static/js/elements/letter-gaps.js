// <letter-gaps> holds the button above words with gaps: it leads to the next of them, and to the email once none
// is left.
customElements.define("letter-gaps", class extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("a")
    this.mail = this.parentElement.querySelector("[data-mail]")
    this.body = this.parentElement.querySelector("form").elements.body
    this.button.addEventListener("click", (event) => this.lead(event))
    this.body.form.addEventListener("input", () => this.tell())
    document.addEventListener("DOMContentLoaded", () => this.tell(), { once: true })
  }

  // As tracker/loop/ask/replies.py finds them.
  get gaps() {
    return [...this.body.value.matchAll(/…[ \t]*$|\[[^[\]\n]{1,120} \/ [^[\]\n]{1,120}\]/gm)]
  }

  tell() {
    const left = this.gaps.length
    const first = left > 1 ? `Fill in the ${left} gaps first` : "Fill in the gap first"
    this.button.textContent = left ? first : this.mail.textContent
    this.button.href = left ? "#words" : this.mail.href
  }

  // The cursor is in the words: what is typed takes the place of the gap.
  lead(event) {
    const [gap] = this.gaps
    if (!gap) return
    event.preventDefault() // a phone shows its keyboard only for a focus within the tap
    this.body.closest("details").open = true
    this.body.focus()
    this.body.setSelectionRange(gap.index, gap.index + gap[0].length)
  }
})
