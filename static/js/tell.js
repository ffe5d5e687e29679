// Quiet words of the moment, for whoever hears the page: nothing on the screen needs to repeat them.
{
  const said = document.getElementById("said");
  board.tell = (words) => {
    if (said && said.textContent !== words) said.textContent = words;
  };
}
