// A reminder that came: shown, and when it is tapped, the page that it is about is opened here.
addEventListener("push", (event) => {
  const told = {};
  try {
    Object.assign(told, event.data.json());
  } catch { /* not of ours: it is shown as it may be */ }
  const { title = "Onward", body = "", tag = "onward", href = "/today" } = told;
  const options = { body, tag, icon: TOLD["face"], badge: TOLD["mark"], data: { href } };
  event.waitUntil(registration.showNotification(title, options));
});

// Only pages of ours, whatever was sent.
const placeOf = (href) => {
  const url = new URL(`${TOLD.root}${href}`, location.origin);
  return url.origin === location.origin ? url.href : `${location.origin}${TOLD.root}/today`;
};

// A page that shows it already comes to the front; no other one is led away from what may be typed there.
const openPage = async (href) => {
  const place = placeOf(href), all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = all.find(({ url }) => url.split("#")[0] === place);
  return there ? there.focus() : clients.openWindow(place);
};

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.href ?? "/today"));
});
