// A form sent by htmx that did not get through says so; what was typed stays where it is.
document.addEventListener("htmx:error", ({ detail }) => {
  const source = detail?.ctx?.sourceElement;
  if (source?.matches("form")) board.say("No connection, so this was not saved. Your text is still here.", () => source.requestSubmit());
});
