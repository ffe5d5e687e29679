// Back shows a page as the browser kept it, after signing out, too. Whose it is stands on it; who is signed in
// stands in a cookie: where they differ, the page is emptied and asked for anew. Nothing is asked for otherwise.
{
  const { dataset } = document.body, { person } = dataset;
  const check = () => {
    if (!person || document.cookie.split("; ").includes(`onward-person=${person}`)) return;
    document.body.replaceChildren();
    if (dataset.kept) location.replace(board.at("/offline"));
    else location.reload();
  };
  // One that a cache has is emptied before the last of its files is there, too.
  check();
  addEventListener("pageshow", check);
}
