// <letter-tools> keeps the mail link in step with what is typed, and offers to copy or share it.
{
  // As tracker/loop/ask/mailto.py writes it: CRLF, and nothing bare that a mail app could misread.
  const encoded = (text) => encodeURIComponent((text.toWellFormed?.() ?? text).replace(/\r?\n/g, "\r\n")).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const address = (text) => encoded(text.trim()).replaceAll("%40", "@");
  const more = "\n\n[…]";

  const beginning = (text, room, between) => {
    let kept = "";
    for (const part of text.split(between)) {
      const longer = kept ? kept + between + part : part;
      if (encoded(longer).length > room) break;
      kept = longer;
    }
    return kept;
  };

  customElements.define("letter-tools", class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form"), tools = this.querySelector("[data-tools]"), share = this.querySelector("[data-share]");
      const plain = this.querySelector("[data-plain]");
      this.fields = form.elements;
      if (plain) plain.hidden = true; // it stays, as the one that Enter presses: nothing is marked as sent by a slip
      tools.hidden = false;
      share.hidden = !navigator.share;
      form.addEventListener("input", () => this.link());
      document.addEventListener("DOMContentLoaded", () => this.link(), { once: true });
      for (const button of this.querySelectorAll("[data-copy]")) button.addEventListener("click", () => this.copy(button));
      share.addEventListener("click", () => navigator.share({ title: this.fields.subject.value, text: this.fields.body.value }).catch(() => {}));
    }

    link() {
      const mail = this.querySelector("[data-mail]");
      if (!mail) return;
      const start = `mailto:${address(this.dataset.to)}?subject=${encoded(this.fields.subject.value)}&body=`;
      const body = this.fields.body.value, room = this.dataset.longest - start.length;
      const whole = encoded(body).length <= room, left = room - encoded(more).length;
      mail.href = start + encoded(whole ? body : (beginning(body, left, "\n\n") || beginning(body, left, " ")) + more);
      this.querySelector("[data-cut]").hidden = whole;
    }

    async copy(button) {
      const field = this.fields[button.dataset.copy], words = button.textContent;
      let copied = true;
      try { await navigator.clipboard.writeText(field.value); } catch { field.select(); copied = document.execCommand("copy"); }
      button.textContent = copied ? "Copied" : "Press and hold to copy";
      setTimeout(() => { button.textContent = words; }, 2500);
    }
  });
}
