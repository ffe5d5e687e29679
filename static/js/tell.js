// Quiet words of the moment, for whoever hears the page: nothing on the screen needs to repeat them.
{
  const said = document.getElementById("said");
  board.tell = (words) => {
    if (said && said.textContent !== words) said.textContent = words;
  };

  // How far a file is: at the start and at each quarter, not at each step.
  const far = () => {
    const { told } = document.querySelector("[data-told]")?.dataset ?? {}, bar = document.getElementById("progress");
    if (told) board.tell(told);
    if (!bar) return;
    const [what] = bar.labels[0].textContent.split(/ [·…]/);
    board.tell(`${what}, ${Math.floor(4 * bar.value / bar.max) * 25} %`);
  };
  document.addEventListener("htmx:after:swap", far);
  setTimeout(far, 100);
}
