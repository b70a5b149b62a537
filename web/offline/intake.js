// What happens: one state, and the actions on it. Loaded last; `web/offline/order` names the files that come before.

const IDLE = 5 * 60 * 1000, AUTOSAVE = 1500;
const app = { lang: "en", messages: {}, areas: [], desk: "", screen: "gate", store: null, vault: null, exists: false, drafts: [], receipts: [], draft: null,
  unread: 0, errors: {}, busy: false, idle: false, said: "", gateError: "", fileError: "", ackError: "", exportError: "", seen: Date.now(), saving: 0, saved: Promise.resolve() };

function show(screen) {
  Object.assign(app, { screen, exportError: "", fileError: "", errors: {}, gateError: "" });
  if (screen !== "home") app.said = app.ackError = "";
  paint(true);
  scrollTo(0, 0);
}

function speak(lang) { app.lang = lang; paint(); }

// Phrases -----------------------------------------------------------------------------------------------------------------

async function enter(phrase, again) {
  const fault = app.exists ? null : phraseBits(phrase) < WEAK ? "phrase-weak" : samePhrase(phrase) !== samePhrase(again) ? "phrase-differs" : null;
  if (fault) return refuse("gateError", fault);
  busy(true);
  const right = app.exists ? await app.vault.unlock(phrase) : await app.vault.create(phrase).then(() => true);
  busy(false);
  if (!right) return refuse("gateError", "phrase-wrong");
  Object.assign(app, { exists: true, idle: false });
  await load();
  return show("home");
}

function refuse(where, message) { app[where] = message; paint(); }

// A phrase that is being typed stays as it is: only the buttons are told to wait.
function busy(on) {
  app.busy = on;
  document.querySelectorAll("button[type=submit]").forEach((b) => { b.disabled = on; if (on) b.textContent = t("working"); });
}

async function enterPlain() {
  app.store = memoryStore();
  app.vault = new Vault(app.store);
  app.vault.plain = true;
  show("home");
}

async function load() {
  const [drafts, receipts] = [await app.vault.list("d"), await app.vault.list("r")];
  app.drafts = drafts.values.sort((a, b) => (a.changed < b.changed ? 1 : -1));
  app.receipts = receipts.values.sort((a, b) => (a.at < b.at ? 1 : -1));
  app.unread = drafts.unread + receipts.unread;
}

// What is open is sealed first; then key, words and screen go.
async function lockNow() {
  if (!app.vault || !app.vault.key) return;
  await keepDraft();
  app.vault.lock();
  Object.assign(app, { drafts: [], receipts: [], draft: null, said: "" });
  show("gate");
}

const alive = () => { app.seen = Date.now(); };
async function lockWhenIdle() {
  if (!app.vault || !app.vault.key || app.busy || Date.now() - app.seen < IDLE) return;
  app.idle = true;
  await lockNow();
}

async function wipeAll() {
  clearTimeout(app.saving);
  app.draft = null;
  await app.saved.catch(() => {});
  await app.vault.wipe();
  Object.assign(app, { exists: false, drafts: [], receipts: [], idle: false });
  show(app.vault.plain ? "home" : "gate");
}

// Drafts ------------------------------------------------------------------------------------------------------------------

function openDraft(draft) { app.draft = draft; show("form"); }

// What was wrong and is right now is no longer said; another answer to `reached` asks for other fields.
function touched(name) {
  clearTimeout(app.saving);
  app.saving = setTimeout(keepDraft, AUTOSAVE);
  if (app.errors[name] && !submissionOf(app.draft, Date.now()).errors[name]) {
    delete app.errors[name];
    byId(`${name}-error`).remove();
    byId(name).removeAttribute("aria-invalid");
  }
  if (name === "reached") { paint(); document.querySelector("input[type=radio]:checked").focus(); }
}

// One save after the other, so that the last one stands.
function keepDraft() {
  clearTimeout(app.saving);
  const draft = app.draft;
  if (!draft || !app.vault.open) return Promise.resolve();
  draft.changed = new Date().toISOString();
  app.drafts = [draft, ...app.drafts.filter((d) => d.id !== draft.id)];
  const held = JSON.parse(JSON.stringify(draft));
  app.saved = app.saved.then(() => app.vault.put(held.id, held)).catch(() => refuse("fileError", t("not-saved")));
  return app.saved;
}

async function leaveDraft() { await keepDraft(); app.draft = null; show("home"); }

async function finishDraft() {
  await keepDraft();
  app.errors = submissionOf(app.draft, Date.now()).errors;
  if (Object.keys(app.errors).length) return paint(true);
  app.said = t("state-ready");
  app.draft = null;
  return show("home");
}

async function dropDraft() {
  clearTimeout(app.saving);
  const draft = app.draft;
  app.draft = null;
  await app.saved;
  await forget(draft);
  show("home");
}

async function forget(draft) {
  app.drafts = app.drafts.filter((d) => d.id !== draft.id);
  // A correction shares the files of what it corrects: they go with the last draft that holds them.
  const held = new Set(app.drafts.flatMap((d) => d.files.map((f) => f.blob)));
  for (const file of draft.files.filter((f) => !held.has(f.blob))) await app.vault.remove(file.blob);
  await app.vault.remove(draft.id);
}

// Files are kept byte for byte; the hash is taken from the bytes that are kept.
async function addFiles(list) {
  const draft = app.draft;
  app.fileError = "";
  for (const file of Array.from(list)) {
    const fault = fileFault(file, draft.files.length);
    if (fault) { app.fileError = t(fault, { name: file.name, n: LIMITS.files, size: bytesSaid(LIMITS.fileBytes) }); break; }
    const bytes = new Uint8Array(await file.arrayBuffer()), blob = `b${shortId(12)}`;
    await app.vault.putBytes(blob, bytes);
    draft.files.push({ blob, name: file.name, type: file.type, size: bytes.length, modified: new Date(file.lastModified).toISOString(), sha256: await sha256(bytes) });
  }
  await keepDraft();
  paint();
}

async function removeFile(file) {
  app.draft.files = app.draft.files.filter((f) => f !== file);
  if (!app.drafts.some((d) => d.id !== app.draft.id && d.files.some((f) => f.blob === file.blob))) await app.vault.remove(file.blob);
  await keepDraft();
  paint();
}

// Out and back ------------------------------------------------------------------------------------------------------------

async function submissionWithFiles(draft) {
  const attachments = [];
  for (const { blob, name, type, size, modified, sha256: hash } of draft.files) attachments.push({ name, type, size, modified, sha256: hash, data: toBase64(await app.vault.bytes(blob)) });
  return { ...submissionOf(draft, Date.now()).value, attachments };
}

function exportFault(drafts) {
  if (!drafts.length) return "export-none";
  return drafts.flatMap((d) => d.files).reduce((sum, f) => sum + f.size, 0) > LIMITS.bundleBytes ? "export-large" : null;
}

async function exportSealed(drafts, phrase) {
  const fault = exportFault(drafts) || (phraseBits(phrase) < WEAK ? "phrase-weak" : null);
  return fault ? refuse("exportError", fault) : handOut(drafts, phrase);
}

async function exportClear(drafts) {
  const fault = exportFault(drafts);
  return fault ? refuse("exportError", fault) : handOut(drafts, null);
}

async function handOut(drafts, phrase) {
  busy(true);
  // What fails here is memory: the device is too small for so much at once.
  const written = await writeOut(drafts, phrase).then(() => true, () => false);
  busy(false);
  return written ? show("home") : refuse("exportError", "export-large");
}

async function writeOut(drafts, phrase) {
  const submissions = [];
  for (const draft of drafts) submissions.push(await submissionWithFiles(draft));
  const now = Date.now(), file = await envelope(submissions, new Date(now).toISOString(), phrase), name = bundleName(now);
  download(JSON.stringify(file), name);
  for (const draft of drafts) { draft.handed = new Date(now).toISOString(); await app.vault.put(draft.id, draft); }
  app.said = t("exported", { name });
}

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" })), link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

// Only who had the file knows its keys; so a receipt cannot wipe what the desk has not got.
async function takeAck(file) {
  const ack = parseAck(await file.text());
  if (ack.error) return refuse("ackError", ack.error);
  let known = 0, others = 0;
  for (const { key, report, entry, at } of ack.acks) {
    const draft = app.drafts.find((d) => d.key === key && d.handed);
    if (!draft) { others += app.receipts.some((r) => r.key === key) ? 0 : 1; continue; }
    const receipt = { id: `r${key}`, title: `${t(draft.kind)} · ${titleOf(draft)}`, key, report, entry, at: at || null, head: ack.head };
    await app.vault.put(receipt.id, receipt);
    await forget(draft);
    known += 1;
  }
  await load();
  app.ackError = "";
  app.said = [t("acknowledged", { n: known }), others ? t("ack-others", { n: others }) : ""].join(" ").trim();
  return show("home");
}

// Start -------------------------------------------------------------------------------------------------------------------

async function start() {
  const given = (id) => JSON.parse(byId(id).textContent), settings = given("settings");
  Object.assign(app, { messages: given("messages"), areas: settings.areas || [], desk: settings.desk || "", lang: settings.lang });
  addEventListener("beforeunload", (e) => { if (app.drafts.length && !app.store.lasting) e.preventDefault(); });
  if (!canSeal()) return show("unsafe");
  app.store = await openStore();
  app.vault = new Vault(app.store);
  app.exists = await app.vault.exists();
  ["pointerdown", "keydown", "input", "scroll"].forEach((e) => addEventListener(e, alive, { passive: true, capture: true }));
  setInterval(lockWhenIdle, 5000);
  document.addEventListener("visibilitychange", () => (document.hidden ? keepDraft() : lockWhenIdle()));
  return show("gate");
}

if (typeof document !== "undefined") start();
