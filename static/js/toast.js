// Messages: heard when they come with a page, closed by hand, reached by F6 and left by Escape.
{
  const region = document.getElementById("toast"), [first] = region?.children ?? [];
  const keys = (on) => {
    on ||= localStorage.getItem("stay");
    sessionStorage[on ? "setItem" : "removeItem"]("keys", 1);
    document.documentElement.toggleAttribute("data-keys", on);
  };
  // Each has its time in sight from the moment that it comes, also where it takes another's place.
  new MutationObserver(() => {
    for (const each of region.getAnimations()) each.currentTime = 0;
  }).observe(region ?? document, { childList: true });
  const close = () => region.firstElementChild?.remove();

  // A reader speaks what changes: what is there from the start would never be heard.
  if (first) {
    region.style.minBlockSize = `${region.offsetHeight}px`;
    first.remove();
    setTimeout(() => {
      region.style.minBlockSize = "";
      if (!region.firstElementChild) region.append(first);
    }, 100);
  }

  // What a browser keeps is asked of another process: the first sight of the page does not wait for it.
  requestAnimationFrame(() => setTimeout(() => {
    // What happened on a page that had to give way to this one.
    const told = sessionStorage.getItem("told");
    sessionStorage.removeItem("told");
    if (told) setTimeout(board.say, 100, told);

    // Who works by keys, or by what presses buttons in a reader's stead, has all the time there is;
    // who wants messages to stay says so where the keys are told.
    keys(sessionStorage.getItem("keys"));
  }));
  addEventListener("click", ({ isTrusted, detail, target }) => {
    if (isTrusted) keys(!detail);
    if (target.closest("[data-close]")) close();
  }, true);
  addEventListener("keydown", (event) => {
    const { key } = event, inside = region?.contains(event.target);
    if (["Tab", "F6"].includes(key) || event.shiftKey && key.startsWith("Arrow")) keys(true);
    const find = (what) => region?.querySelector(what);
    const control = key === "F6" && !inside && (find("[data-undo]") ?? find("button, a"));
    if (control) {
      event.preventDefault();
      control.focus();
    } else if (inside && ["F6", "Escape"].includes(key)) {
      event.preventDefault();
      if (key === "F6") board.settle([]);
      else close();
    }
  });
}
