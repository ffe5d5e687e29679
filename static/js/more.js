// Safari before 18.3 leaves the menu open when one taps beside it.
addEventListener("pointerdown", ({ target }) => {
  if (!target.closest?.(".nav")) document.getElementById("nav-more")?.togglePopover?.(false);
});
