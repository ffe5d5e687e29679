// Where the address is secure, a worker keeps pages and changes for when there is no connection (js/worker). What it
// has to say is shown by a script that it names.
{
  const worker = navigator.serviceWorker, { dataset } = document.body;
  worker?.addEventListener("message", ({ data }) => import(data.script).then(({ show }) => show(data)));
  if (worker) addEventListener("pageshow", () => {
    worker.controller?.postMessage({ ...dataset });
    setTimeout(() => dataset.person && worker.register(board.at("/sw.js")).catch(() => 0), 900);
  });
}
