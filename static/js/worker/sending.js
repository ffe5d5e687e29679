// A change is written down first and then sent, under a number of its own; it is let go once the server says that it
// has that number. All go out one after another, in their order, whoever asks: at each moment one sends.
const PATIENCE = 4000, LONGEST = 25000; // ms: until the page goes on, until it is asked again
const KEEPS = 170 * 24 * 3600e3; // ms for which the server knows that it has carried out a change, with some to spare
const TRIES = 5; // after so many errors of its own the server is not asked again by itself
const waiters = new Map(); // by number: what a page waits for
const tokens = new Map(); // by number: the page's own, which is never written down
let need = "", next;

const askToken = async () => {
  const answer = await fetch(`${TOLD.root}/csrf`, { cache: "no-store", signal: AbortSignal.timeout?.(LONGEST) });
  failed = isGone(answer);
  if (answer.ok) return { token: "", person: "", ...await answer.json() };
  if (answer.status === 401) need = "sign-in";
};

const post = (change, token, headers) => fetch(change.url, {
  method: "POST", redirect: "manual", body: change.body, referrer: change.referrer || undefined,
  signal: AbortSignal.timeout?.(LONGEST),
  headers: {
    "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", Accept: "text/html",
    "X-CSRFToken": token, "Onward-Change": change.id, ...headers,
  },
});

const isDone = (answer, change) => answer.headers.get("Onward-Done") === change.id;
// A proxy or a hotel's sign-in page may answer anything: only what Onward itself refuses is refused.
const mayPass = ({ status, headers }) => status < 400 || status >= 500 || [401, 408, 425, 429].includes(status)
  || (!headers.has("X-Request-Id") && status !== 413);

// The answer to one change, or none where it could not be sent.
const send = async (change) => {
  const waited = waiters.get(change.id), own = tokens.get(change.id);
  let token = offline() || !own ? undefined : own;
  if (!token) {
    const told = await askToken();
    if (told?.person !== change.person) return;
    token = told.token;
  }
  if (!change.tried) {
    await renew(change);
    await changes.put(Object.assign(change, { tried: Date.now() }));
  }
  const headers = waited ? change.htmx : { ...change.htmx, "Onward-Later": "1" };
  const answer = await post(change, token, headers);
  failed = isGone(answer);
  if (answer.status !== 400 || token !== own) return answer;
  tokens.delete(change.id); // its page is from before somebody signed in: once more, with one of now
  const told = await askToken();
  return told?.person === change.person ? post(change, told.token, headers) : undefined;
};

const settle = async (change, answer) => {
  await learn(answer.headers.get("Onward-Versions"));
  await changes.remove(change);
  for (const other of await mine()) if (other.seen && other.url === change.url) await changes.remove(other);
};

const hold = (change, answer) => {
  const [version, ...words] = decodeURIComponent(answer.headers.get("Onward-Meanwhile") ?? "").split(" ");
  return changes.put(Object.assign(change, { stuck: answer.status, version, meanwhile: words.join(" ") }));
};

// Sends what it can. Whoever waits for the answer to a change gets it; who doesn't, hears that all is sent.
const sendAll = async () => {
  const sent = [], those = (await mine()).filter(({ stuck }) => !stuck);
  need = "";
  try {
    for (const change of those) {
      if (change.tried && Date.now() - change.tried > KEEPS) {
        await changes.put(Object.assign(change, { stuck: 410 }));
        continue;
      }
      const answer = await send(change);
      if (!answer) break;
      const waiter = waiters.get(change.id);
      if (isDone(answer, change)) {
        await settle(change, answer);
        if (waiter) waiter(answer);
        else sent.push(change);
      } else if (mayPass(answer) || answer.status === 400 && !waiter) {
        if (answer.status === 401) need = "sign-in";
        if (![400, 500].includes(answer.status)) break; // 400: somebody signed in just now, or out
        change.errors = (change.errors ?? 0) + 1;
        if (change.errors < TRIES) {
          await changes.put(change);
          break;
        }
        await hold(change, answer);
      } else if (waiter) {
        await changes.remove(change); // the page itself shows what is to be mended, and has what was typed
        waiter(answer);
      } else {
        await hold(change, answer);
      }
      waiters.delete(change.id);
    }
  } catch {
    failed = true;
  }
  for (const { id } of those) {
    waiters.get(id)?.();
    waiters.delete(id);
  }
  if (!(await mine()).length) await facts.tidy();
  await tell({ sent });
};

const replay = () => next ??= navigator.locks.request("onward-changes", () => {
  next = undefined;
  return sendAll();
});
