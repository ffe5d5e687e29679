// The sheet follows a finger that pulls it down by its head. Far enough down it goes, else it comes back.
{
  const sheet = document.getElementById("move-sheet");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let from = board.held?.target.closest(".pull") ? board.held.clientY : null, by = 0;

  const how = { duration: still ? 0 : 160, easing: "ease-out" };
  const slide = (to) => sheet.animate({ translate: [`0 ${by}px`, to] }, how);

  sheet.addEventListener("pointerdown", ({ pointerType, clientY, target }) => {
    if (pointerType !== "mouse" && innerWidth < 640 && target.closest(".pull")) from = clientY;
  });
  sheet.addEventListener("pointermove", ({ clientY }) => {
    if (from === null) return;
    by = Math.max(0, clientY - from);
    sheet.style.translate = `0 ${by}px`;
  });
  for (const type of ["pointerup", "pointercancel"]) sheet.addEventListener(type, async () => {
    if (from === null) return;
    from = null;
    const gone = type === "pointerup" && by > 80;
    const sliding = slide(gone ? "0 100%" : "0 0").finished;
    by = 0;
    if (gone) await sliding;
    sheet.style.translate = "";
    if (gone) sheet.close();
  });
}
