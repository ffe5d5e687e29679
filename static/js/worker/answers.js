// What a page gets for its change: the server's answer, or that it waits.
const wayBack = (change) => {
  const from = change.referrer && new URL(change.referrer).pathname;
  const isForm = !from || from === change.url || /\/(new|rejection|stage|look|read|share)$/.test(from);
  return Response.redirect(isForm ? change.back : change.referrer, 303);
};

const dress = (change, answer) => {
  if (!answer) {
    if (change.plain) return need ? Response.redirect(`${TOLD.root}/login`, 303) : wayBack(change);
    return new Response("", { status: 202, headers: { "Onward-Waits": change.id } });
  }
  if (!change.plain || !isDone(answer, change)) return answer;
  const location = answer.headers.get("Onward-Location");
  return location ? Response.redirect(location, 303) : wayBack(change);
};

const take = async (event, route) => {
  const copy = event.request.clone();
  let written;
  try {
    written = await write(event.request, route);
  } catch {
    return stayWith(event, copy); // no room to write, or nobody known: as if it could not wait
  }
  const answered = new Promise((resolve) => waiters.set(written.id, resolve));
  const sending = replay();
  event.waitUntil(sending);
  const answer = await Promise.race([answered, pause(PATIENCE)]);
  waiters.delete(written.id);
  tokens.delete(written.id);
  if (!answer) {
    registration.sync?.register("onward-changes").catch(() => undefined); // an extra; the next page sends it as well
    event.waitUntil(tell({ written }));
  }
  return dress(written, answer);
};

// One that the server did not take, once more and in sight: its page shows both versions, or the form again.
const lookAt = async (id) => {
  const found = (await mine()).find((each) => each.id === id);
  if (!found) return Response.redirect(OFFLINE, 303);
  const told = await askToken().catch(() => undefined);
  if (told?.person !== found.person) return Response.redirect(told || !need ? OFFLINE : `${TOLD.root}/login`, 303);
  const answer = await post(found, told.token);
  if (isDone(answer, found)) await settle(found, answer);
  else await changes.put(Object.assign(found, { seen: true }));
  return dress({ ...found, plain: true }, answer);
};
