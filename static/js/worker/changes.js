// The server's part of this script (tracker/views/offline/worker.py): where we are, the forms that can wait, the files.
const TOLD = { root: "", routes: [], script: "", parts: [], style: [], files: [], ...ONWARD };

// What waits to be sent lies in a database whose name has no version: a new worker finds what the old one kept.
// `changes` has one record for each, in their order; `facts` has whose phone it is (`person`), whose session a form's
// token is of (`session.…`), and which version of a card followed which by a change from here (`5.17`).
const said = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

let opening;
const opened = () => opening ??= (async () => {
  const request = indexedDB.open("onward", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("changes", { keyPath: "place", autoIncrement: true });
    request.result.createObjectStore("facts");
  };
  const database = await said(request);
  database.onclose = database.onversionchange = () => {
    database.close();
    opening = undefined;
  };
  return database;
})().catch((error) => {
  opening = undefined;
  throw error;
});

// Written means on the disk, as far as a browser can tell.
const within = async (name, mode, act) => {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
};

const changes = {
  all: () => within("changes", "readonly", (store) => store.getAll()),
  put: (change) => within("changes", "readwrite", (store) => store.put(change)),
  remove: ({ place }) => within("changes", "readwrite", (store) => store.delete(place)),
};
const facts = {
  get: (name) => within("facts", "readonly", (store) => store.get(name)),
  put: (name, value) => within("facts", "readwrite", (store) => store.put(value, name)),
  clear: () => within("facts", "readwrite", (store) => store.clear()),
  // Versions are kept for pages that are open still: a few hundred of them are more than enough.
  tidy: async () => {
    if (await within("facts", "readonly", (store) => store.count()) < 300) return;
    await within("facts", "readwrite", (store) => store.delete(IDBKeyRange.bound("0", ":")));
  },
};

// Of whoever is signed in here; what somebody else left waits until they sign in again.
const mine = async () => {
  const [all, person] = [await changes.all(), await facts.get("person")];
  return person ? all.filter((change) => change.person === person) : [];
};

let emptied = 0; // how often this phone was: what was on its way to be kept then is not
const empty = async () => {
  emptied++;
  for (const change of await mine()) await changes.remove(change);
  await facts.clear();
  for (const name of await caches.keys()) if (name.startsWith("onward-")) await caches.delete(name);
};
