// Sends a change of the board: one card's changes go one after another, each under a key of its own.
const board = {
  queues: new Map(),

  // A UUID without crypto.randomUUID, which plain HTTP on a home network doesn't have.
  key() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  },

  // An address of ours, below the path at which the program is served.
  at: (path) => `${document.documentElement.dataset.root ?? ""}${path}`,
  card: (id) => document.getElementById(`card-${id}`),
  column: (stage) => document.getElementById(`column-${stage}`),
  version: (id) => board.card(id)?.querySelector("[name=card]")?.value.split(".")[1],

  // `fields` is asked for when the change's turn has come, so that it carries the newest version.
  send(id, url, fields, putBack) {
    const key = board.key();
    const before = board.queues.get(id) ?? Promise.resolve();
    const turn = before.then(() => board.post(id, url, { ...fields(), key }, putBack));
    board.queues.set(id, turn);
    turn.finally(() => board.queues.get(id) === turn && board.queues.delete(id));
    return turn;
  },

  async post(id, url, fields, putBack) {
    const slow = setTimeout(() => board.card(id)?.classList.add("waiting"), 400);
    try {
      const response = await fetch(url, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": location.href },
      });
      const elsewhere = response.headers.get("HX-Redirect");
      if (elsewhere) {
        const words = "Nothing was moved. Sign in first, then move it again.";
        if (response.status === 401) sessionStorage.setItem("told", words);
        return location.assign(elsewhere);
      }
      if (!response.ok) putBack();
      const text = await response.text();
      await htmx.swap({ text, target: document.body, swap: "none", sourceElement: document.body });
      if (response.status === 409) board.refresh();
    } catch {
      putBack();
      board.say("No connection, so nothing was moved.", () => board.send(id, url, () => fields, putBack));
    } finally {
      clearTimeout(slow);
      board.card(id)?.classList.remove("waiting");
    }
  },

  say(words, again) {
    const toast = document.createElement("div");
    toast.className = again ? "toast stays" : "toast";
    toast.append(Object.assign(document.createElement("p"), { textContent: words }));
    if (again) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
      button.addEventListener("click", () => {
        toast.remove();
        again();
      });
      toast.append(button);
    }
    const close = document.createElement("button");
    Object.assign(close, { type: "button", textContent: "×", ariaLabel: "Close" });
    close.dataset.close = "";
    toast.append(close);
    document.getElementById("toast").replaceChildren(toast);
  },

  refresh() {
    if (!document.getElementById("board")) return;
    return htmx.ajax("GET", location.pathname + location.search, { target: "#board", swap: "outerMorph" });
  },
};
