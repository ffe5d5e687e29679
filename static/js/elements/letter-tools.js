// <letter-tools> keeps the mail link in step with what is typed, and offers to copy or share it.
{
  // As tracker/loop/ask/mailto.py writes it: CRLF, and nothing bare that a mail app could misread.
  const percent = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const encoded = (text) => {
    const lines = (text.toWellFormed?.() ?? text).replace(/\r?\n/g, "\r\n");
    return encodeURIComponent(lines).replace(/[!'()*]/g, percent);
  };
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
      const form = this.querySelector("form");
      const plain = this.querySelector("[data-plain]");
      const share = this.querySelector("[data-share]");
      this.fields = form.elements;
      // A subject wraps and is one line all the same; nothing is marked as sent by a slip.
      this.fields.subject.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
      if (plain) plain.hidden = true;
      this.querySelector("[data-tools]").hidden = false;
      share.hidden = !navigator.share;
      form.addEventListener("input", () => this.link());
      document.addEventListener("DOMContentLoaded", () => this.link(), { once: true });
      share.addEventListener("click", () => this.share());
      for (const button of this.querySelectorAll("[data-copy]")) {
        button.addEventListener("click", () => this.copy(button));
      }
    }

    link() {
      const mail = this.querySelector("[data-mail]");
      if (!mail) return;
      const start = `mailto:${address(this.dataset.to)}?subject=${encoded(this.subject)}&body=`;
      const body = this.fields.body.value;
      const room = this.dataset.longest - start.length;
      const whole = encoded(body).length <= room;
      mail.href = start + encoded(whole ? body : this.cut(body, room));
      this.querySelector("[data-cut]").hidden = whole;
    }

    cut(body, room) {
      const left = room - encoded(more).length;
      return (beginning(body, left, "\n\n") || beginning(body, left, " ")) + more;
    }

    get subject() {
      return this.fields.subject.value.replace(/\s+/g, " ");
    }

    share() {
      navigator.share({ title: this.subject, text: this.fields.body.value }).catch(() => {});
    }

    async copy(button) {
      const field = this.fields[button.dataset.copy];
      const words = button.textContent;
      let copied = true;
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        copied = document.execCommand("copy");
      }
      button.textContent = copied ? "Copied" : "Press and hold to copy";
      board.tell(button.textContent);
      setTimeout(() => {
        button.textContent = words;
      }, 2500);
    }
  });
}
