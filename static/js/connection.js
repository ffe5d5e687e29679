// What can't get through says so, and what was typed stays where it is. A plain form goes out once the
// server has answered, else the browser would put its own page of error in the place of the form.
{
  const unsent = (again) => board.say("No connection, so this was not saved. Your text is still here.", again);
  let gone;

  document.addEventListener("htmx:error", ({ detail }) => {
    const source = detail?.ctx?.sourceElement;
    if (source?.matches("form")) unsent(() => source.requestSubmit());
  });

  // Browsers without the means to ask send as they always did.
  if (AbortSignal.timeout) addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || gone || (submitter?.formMethod || form.method) !== "post") return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = true;
    const slow = setTimeout(() => board.say("Sending…"), 400);
    const { ok } = await fetch("/healthz", { signal: AbortSignal.timeout(5000) }).catch(() => 0);
    clearTimeout(slow);
    form.ariaBusy = null;
    if (!ok) {
      form.closest("dialog")?.close();
      return unsent(() => form.requestSubmit(submitter));
    }
    gone = true;
    form.requestSubmit(submitter);
    gone = false;
  });
}
