// A reminder that came: shown, and when it is tapped, the page that it is about is opened here.
addEventListener("push", (event) => {
  const told = {};
  try {
    Object.assign(told, event.data.json());
  } catch { /* not of ours: it is shown as it may be */ }
  const { title = "Onward", body = "", tag = "onward", href = "/today" } = told;
  const icon = TOLD.icon, options = { body, tag, icon, badge: TOLD.badge, data: { href } };
  event.waitUntil(registration.showNotification(title, options));
});

// Only pages of ours, whatever was sent.
const placeOf = (href) => {
  const url = new URL(`${TOLD.root}${href}`, location.origin);
  return url.origin === location.origin ? url.href : `${location.origin}${TOLD.root}/today`;
};

const openPage = async (href) => {
  const place = placeOf(href), open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.find(({ url }) => url.split("#")[0] === place) ?? open.find(({ url }) => inside(new URL(url).pathname));
  if (!there) return clients.openWindow(place);
  await there.focus();
  return there.url.split("#")[0] === place ? there : there.navigate(place).catch(() => clients.openWindow(place));
};

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.href ?? "/today"));
});
