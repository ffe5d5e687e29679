// The tabs of the board on a phone: they follow the swipe, and a tap slides to the column.
// How far a column is loaded, and which card was opened, stand in the address for whoever comes back.
{
  const mark = (stage) => {
    for (const each of document.querySelectorAll(".tabs a")) {
      each.ariaCurrent = each.dataset.stage === stage || null;
      if (each.ariaCurrent) each.parentElement.scrollTo(each.offsetLeft - (innerWidth - each.offsetWidth) / 2, 0);
    }
  };
  const slide = (column, behavior) => {
    const columns = column.parentElement;
    columns.scrollTo({ left: column.offsetLeft - columns.offsetLeft, behavior });
  };
  let watch;

  const follow = () => {
    watch?.disconnect();
    const columns = document.querySelector(".columns");
    if (!columns) return;
    const swiped = () => columns.scrollWidth > columns.clientWidth + 8;
    const look = (seen) => {
      for (const { target, isIntersecting } of seen) if (isIntersecting && swiped()) mark(target.dataset.stage);
    };
    watch = new IntersectionObserver(look, { root: columns, threshold: 0.6 });
    for (const column of columns.children) {
      const url = new URL(location), { length } = column.querySelectorAll(".card");
      url.searchParams.set(column.dataset.stage, length);
      if (length > columns.dataset.first) history.replaceState(history.state, "", url);
      watch.observe(column);
    }
  };

  document.addEventListener("click", (event) => {
    const card = event.target.closest?.(".columns .card");
    if (card && !event.target.name) history.replaceState({ y: card.getBoundingClientRect().top }, "", `#${card.id}`);
    const column = board.column(event.target.closest?.(".tabs a")?.dataset.stage);
    if (!column) return;
    event.preventDefault();
    slide(column, board.moves() ? "smooth" : "auto");
    history.replaceState(history.state, "", `#${column.id}`);
    mark(column.dataset.stage);
    column.focus({ preventScroll: true });
  });

  const arrive = () => {
    follow();
    const goal = document.getElementById(location.hash.slice(1)), column = goal?.closest(".column");
    if (!column) return;
    history.scrollRestoration = "manual";
    slide(column, "instant");
    if (goal === column) return;
    goal.scrollIntoView({ block: "center" });
    if (history.state) column.scrollTop += goal.getBoundingClientRect().top - history.state.y;
  };
  document.addEventListener("DOMContentLoaded", arrive);
  addEventListener("hashchange", arrive);
  document.addEventListener("htmx:after:swap", follow);
}
