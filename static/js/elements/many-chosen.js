// <many-chosen> says how many boxes are ticked, and fills the first button for them. The box for all
// ticks the rows in view, Clear none; Shift and a click tick those between.
customElements.define("many-chosen", class extends HTMLElement {
  connectedCallback() {
    const boxes = [...this.querySelectorAll("[name=card]")], find = (what) => this.querySelector(what);
    const all = find("[name=all]"), every = find("[data-every]"), clear = find("[type=reset]");
    let last, inView = false;
    const likely = (chosen) => {
      const ways = chosen.map((box) => box.dataset.fits);
      if (all.checked && boxes.length < this.dataset.many) return this.dataset.fits;
      return ways.every((way) => way === ways[0]) ? ways[0] : "";
    };
    const tell = () => {
      const chosen = boxes.filter((box) => box.checked);
      const many = all.checked ? Number(this.dataset.many) : chosen.length;
      const said = many.toLocaleString("en-AU"), way = likely(chosen);
      all.checked ||= chosen.length === Number(this.dataset.many);
      all.indeterminate = !all.checked && many > 0;
      every.hidden = all.checked || inView;
      find("[data-chosen]").textContent = `${said} chosen`;
      find("[data-marked]").textContent = many > 1 ? "them " : "";
      find("[data-said]").textContent = many ? `${said} chosen` : "None chosen";
      for (const each of this.querySelectorAll("[data-likely]")) {
        if (each.name) each.hidden = way !== "no_answer";
        else each.classList.toggle("main", way !== "no_answer");
      }
      for (const each of this.querySelectorAll("[data-open]")) each.hidden = way === "archive";
    };
    const tick = (on, some) => {
      for (const box of some) box.checked = on;
      tell();
    };
    this.addEventListener("click", ({ target, shiftKey }) => {
      if (target.name !== "card") return;
      const ends = [boxes.indexOf(target), boxes.indexOf(last)].sort((a, b) => a - b);
      if (shiftKey && last) for (const box of boxes.slice(ends[0], ends[1] + 1)) box.checked = target.checked;
      last = target;
    });
    this.addEventListener("change", ({ target }) => {
      if (target === all) tick(all.checked, boxes);
      else if (target.name === "card" && !target.checked) all.checked = false;
      tell();
    });
    every.addEventListener("click", () => {
      tick(true, [all, ...boxes]);
      clear.focus(); // the button that was pressed is gone
    });
    this.addEventListener("reset", (event) => {
      event.preventDefault();
      tick(false, [all, ...boxes]);
      all.focus(); // the bar is gone, with the button that was pressed
    });
    new IntersectionObserver((seen) => { // on one screen it stands once: on top, or in the bar
      inView = seen[seen.length - 1].isIntersecting;
      tell();
    }).observe(all);
    addEventListener("pageshow", tell); // Back brings ticks with it
    tell();
  }
})
