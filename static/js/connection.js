// What can't get through says so, and what was typed stays where it is. Whether the server is there is asked
// while a form is filled in, so that one goes out at once where it is: only in doubt is it asked again first,
// else the browser would put its own page of error in the place of the form. A worker (js/worker) minds it by itself.
{
  // Milliseconds between two questions while somebody types.
  const EVERY = 5000;
  let asked = 0, reached = true, sure = navigator.serviceWorker?.controller;

  const unsent = (again) => board.say("No connection, so this was not saved. Nothing on this page is lost.", again);

  const ask = async () => {
    asked = Date.now();
    const { ok } = await fetch(board.at("/healthz"), { signal: AbortSignal.timeout(3000) }).catch(() => 0);
    return (reached = Boolean(ok));
  };

  document.addEventListener("htmx:error", ({ detail }) => {
    const source = detail?.ctx?.sourceElement;
    if (source?.matches("form")) unsent(() => source.requestSubmit());
  });

  const send = async (event) => {
    const { target: form, submitter } = event;
    const post = (submitter?.formMethod || form.method) === "post";
    if (event.defaultPrevented || sure || !post || (reached && navigator.onLine)) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = true;
    const slow = setTimeout(() => board.say("Sending…"), 400);
    const there = await ask();
    clearTimeout(slow);
    form.ariaBusy = null;
    if (!there) {
      form.closest("dialog")?.close();
      return unsent(() => form.requestSubmit(submitter));
    }
    sure = true;
    form.requestSubmit(submitter);
    sure = false;
  };

  // Browsers without the means to ask send as they always did.
  if (AbortSignal.timeout) {
    addEventListener("input", ({ target }) => Date.now() - asked > EVERY && target.form?.method === "post" && ask());
    addEventListener("pointerdown", ({ target }) => {
      if (target.closest("button:not([form=move-form])")?.form?.method === "post") ask();
    });
    addEventListener("submit", send);
  }
}
