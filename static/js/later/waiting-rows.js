// A change in words: what it is, whether it will be sent or was refused, and what can be done with it.
const STAGES = {
  applied: "Applied", interview: "Interview", rejected: "Rejected",
  feedback_received: "Feedback received", action_taken: "Action taken",
};
const REFUSED = {
  404: "It isn’t there any more.", 409: "It was changed meanwhile.", 410: "It is too old to be sent by itself.",
  413: "It is too long.", 422: "Something in it needs a second look.",
};
const UNSAID = ["key", "version", "from", "stage", "told", "was", "spent", "before", "after", "another", "like"];

export const element = (name, facts) => Object.assign(document.createElement(name), facts);
export const counted = (number) => `${number} change${number === 1 ? "" : "s"}`;
export const time = (when) => {
  const day = new Date(when), today = day.toDateString() === new Date().toDateString();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return day.toLocaleString("en-AU", today ? clock : { day: "numeric", month: "short", ...clock });
};

export const plain = (html) => new DOMParser().parseFromString(html ?? "", "text/html").documentElement.textContent;

const titleOf = ({ kind, fields, name }) => {
  const [stage, role, company, link] = ["stage", "role", "company", "link"].map((each) => fields[each]);
  const on = name ? `: ${plain(name)}` : "", place = STAGES[stage];
  if (kind === "move") return (place ? `Move to ${place}` : "Another place in its column") + on;
  if (["application", "lead"].includes(kind)) return `Add ${[role, company].filter(Boolean).join(", ") || link || ""}`;
  const words = {
    rejection: "They said no", note: "Note", feedback: "Their feedback", action: "Done", applied: "I applied",
  };
  return (words[kind] ?? "Their email") + on;
};
const typedIn = ({ fields }) => Object.entries(fields)
  .filter(([name, value]) => !UNSAID.includes(name) && value.length > 1)
  .map(([, value]) => value).sort((one, other) => other.length - one.length)[0] ?? "";

const button = (words, act) => {
  const made = element("button", { type: "button", className: "soft", textContent: words });
  made.addEventListener("click", act);
  return made;
};

// What the server refused has both versions and both ways on; a form opens again with what was typed in it.
const waysOn = (change, ask) => {
  const { id, kind, fields, stuck, tried, url, version } = change;
  if (!stuck) return tried ? [] : [button("Undo", () => ask({ drop: id }))];
  const leave = button(kind === "move" ? "Leave it there" : "Let it go", () => ask({ drop: id }));
  if (kind === "move" && version) {
    const words = fields.stage in STAGES ? `Move it to ${STAGES[fields.stage]}` : "Move it all the same";
    return [button(words, () => ask({ force: id })), leave];
  }
  const form = element("form", { method: "post", action: `${url}${url.includes("?") ? "&" : "?"}change=${id}` });
  form.append(element("button", { className: "soft", textContent: "Look at it" }));
  return [form, leave];
};

export const rowOf = (change, ask) => {
  const row = element("li", { className: "waiting" }), about = element("div", {});
  const state = change.stuck ? "Needs a look" : change.kind === "application" ?
    "Will be sent; it can be moved once it is." : "Will be sent";
  about.append(element("b", { textContent: titleOf(change), dir: "auto" }));
  const typed = change.kind === "move" ? "" : typedIn(change);
  if (typed && !titleOf(change).includes(typed)) {
    about.append(element("p", { textContent: typed, dir: "auto", className: "typed" }));
  }
  about.append(element("p", { textContent: `${state} · ${time(change.at)}` }));
  if (change.stuck) {
    const meanwhile = change.meanwhile || REFUSED[change.stuck] || "It could not be saved.";
    about.append(element("p", { textContent: meanwhile, className: "due" }));
  }
  const ways = element("div", { className: "row" });
  ways.append(...waysOn(change, ask));
  row.append(about, ways);
  return row;
};
