"""What a phone keeps, as a page of ours can ask it: expressions for `evaluate`."""

WAITING = """new Promise((resolve) => {
  const request = indexedDB.open('onward', 1)
  request.onsuccess = () => {
    const { result } = request
    if (!result.objectStoreNames.contains('changes')) return resolve(0)
    const all = result.transaction('changes').objectStore('changes').count()
    all.onsuccess = () => { result.close(); resolve(all.result) }
  }
})"""
"""How many changes lie on the phone, whoever made them."""
KEPT = """caches.keys().then(async (names) => (await Promise.all(names.map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())"""
"""The paths of all that lies in its caches."""
