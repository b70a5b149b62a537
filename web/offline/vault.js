// What the device keeps: sealed records under random names, and the salt. How many there are, and how large, can be seen; nothing else.

const request = (ask) => new Promise((done, fail) => { ask.onsuccess = () => done(ask.result); ask.onerror = () => fail(ask.error); });

// Records in the browser's own database, or in memory where it has none (`lasting` says which).
async function openStore() {
  try {
    const asked = indexedDB.open("hudna-intake", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("sealed", { keyPath: "id" });
    const db = await request(asked), at = (mode) => db.transaction("sealed", mode).objectStore("sealed");
    return {
      lasting: true, get: (id) => request(at("readonly").get(id)), ids: () => request(at("readonly").getAllKeys()),
      put: (record) => request(at("readwrite").put(record)), remove: (id) => request(at("readwrite").delete(id)), clear: () => request(at("readwrite").clear()),
    };
  } catch {
    return memoryStore();
  }
}

function memoryStore() {
  const records = new Map();
  return {
    lasting: false, get: async (id) => records.get(id), ids: async () => [...records.keys()],
    put: async (record) => { records.set(record.id, record); }, remove: async (id) => { records.delete(id); }, clear: async () => { records.clear(); },
  };
}

// The key lives in `key` alone, cannot be exported, and is forgotten by `lock`. Without sealing (`plain`) nothing leaves memory.
class Vault {
  constructor(store) { this.store = store; this.key = null; this.plain = false; }
  async exists() { return Boolean(await this.store.get("head")); }
  get open() { return Boolean(this.key) || this.plain; }

  async create(phrase) {
    const salt = random(16), key = await keyOf(phrase, salt), check = await sealBytes(key, utf8("hudna-vault/1"), "head");
    await this.store.put({ id: "head", iterations: ITERATIONS, salt, ...check });
    this.key = key;
  }

  // False where the phrase is another one.
  async unlock(phrase) {
    const head = await this.store.get("head"), key = await keyOf(phrase, head.salt, head.iterations);
    try { await openBytes(key, head, "head"); } catch { return false; }
    this.key = key;
    return true;
  }

  lock() { this.key = null; }
  async putBytes(id, bytes) { await this.store.put(this.plain ? { id, bytes } : { id, ...(await sealBytes(this.key, bytes, id)) }); }
  async bytes(id) {
    const record = await this.store.get(id);
    return this.plain ? record.bytes : openBytes(this.key, record, id);
  }

  put(id, value) { return this.putBytes(id, utf8(JSON.stringify(value))); }
  // What another key sealed (a page left open while this device was wiped) is counted, not hidden.
  async list(prefix) {
    const values = [], ids = (await this.store.ids()).filter((id) => id.startsWith(prefix));
    for (const id of ids) {
      try { values.push(JSON.parse(new TextDecoder().decode(await this.bytes(id)))); } catch { /* counted below */ }
    }
    return { values, unread: ids.length - values.length };
  }

  remove(id) { return this.store.remove(id); }
  async wipe() { await this.store.clear(); this.lock(); }
}
