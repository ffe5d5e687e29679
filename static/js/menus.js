// What opens over the page closes when the focus goes on, and by Escape.
{
  const menus = () => document.querySelectorAll(".menu[open]");
  addEventListener("focusin", ({ target }) => {
    for (const menu of menus()) if (!menu.contains(target)) menu.open = false;
    const more = document.getElementById("nav-more");
    const shown = more?.hidePopover && more.matches(":popover-open");
    if (shown && !more.contains(target) && !target.popoverTargetElement) more.hidePopover();
  });
  addEventListener("keydown", ({ key }) => {
    const [menu] = key === "Escape" ? menus() : [];
    if (!menu) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
}
