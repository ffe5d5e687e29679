// <recent-searches> shows what somebody looked for last, kept on this device alone; drafts.js forgets it at sign-out.
customElements.define("recent-searches", class extends HTMLElement {
  connectedCallback() {
    const place = `sought:${document.body.dataset.person}`, field = document.getElementById("q");
    const list = this.querySelector("ul"), forget = this.querySelector("button");
    const read = () => JSON.parse(localStorage.getItem(place) ?? "[]");

    const row = (words) => {
      const link = Object.assign(document.createElement("a"), { className: "chip", textContent: words, dir: "auto" });
      link.href = `${field.form.action}?q=${encodeURIComponent(words)}`;
      const item = document.createElement("li");
      item.append(link);
      return item;
    };
    const show = () => {
      const sought = read();
      list.replaceChildren(...sought.map(row));
      this.hidden = !sought.length || field.value.trim() !== "";
    };
    const keep = () => {
      const words = field.value.trim();
      if (!words) return;
      const sought = [words, ...read().filter((each) => each !== words)].slice(0, 6);
      try {
        localStorage.setItem(place, JSON.stringify(sought));
      } catch {
        // a full or closed store: nothing needs it
      }
    };

    // Words count once they were sent, or something that they found was opened; not each letter on the way.
    field.form.addEventListener("submit", keep);
    document.addEventListener("click", ({ target }) => target.closest?.("#results a") && keep());
    field.addEventListener("input", show);
    addEventListener("pageshow", show);
    forget.addEventListener("click", () => {
      localStorage.removeItem(place);
      show();
      field.focus();
    });
    show();
  }
});
