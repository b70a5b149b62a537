// What is seen. Every screen is made anew from `app`; text goes in as text, never as markup.

const byId = (id) => document.getElementById(id);
// Messages and names of areas are pairs: English, Arabic.
const column = (lang) => (lang === "ar" ? 1 : 0);

// A message in the language chosen; what is put in for %n is set apart, so that it cannot turn the line round.
function t(id, values = {}) {
  const said = (app.messages[id] || [id, id])[column(app.lang)];
  return said.replace(/%(\w+)/g, (whole, name) => (name in values ? `\u2068${values[name]}\u2069` : whole));
}

function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split("."), made = document.createElement(name || "div");
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && key !== "list" && key !== "form") made[key] = value;
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return made;
}

const button = (label, does, look = "") => h(`button${look && `.${look}`}`, { type: "button", onclick: does }, label);
const note = (text, look = "") => h(`p.note${look && `.${look}`}`, { role: look === "bad" ? "alert" : null }, text);
const when = (iso) => new Intl.DateTimeFormat(app.lang === "ar" ? "ar-SY-u-nu-latn" : "en-GB", { dateStyle: "long", timeStyle: "short", hour12: false }).format(new Date(iso));
const bytesSaid = (n) => (n < 1e6 ? `${Math.ceil(n / 1024)} kB` : `${Number((n / 1048576).toFixed(1))} MB`);

// One field: its label, what helps, the control, what is wrong. The draft takes each change at once.
const OPTIONAL = ["low", "high", "position", "uncertainty", "wind", "degrees", "distance", "by"];
function field(name, control, hint = null, extra = null) {
  const error = app.errors[name], ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  control.id = name;
  if (ids) control.setAttribute("aria-describedby", ids);
  if (error) control.setAttribute("aria-invalid", "true");
  return h("div.field", {}, h("label", { htmlFor: name }, t(name), (OPTIONAL.includes(name) || (name === "until" && app.draft.kind === "report")) && h("span.optional", {}, ` ${t("optional")}`)),
    hint && h("p.hint", { id: `${name}-hint` }, t(hint)), control, extra, error && h("p.error", { id: `${name}-error` }, t(error, { n: LIMITS.text })));
}

const bound = (name, attributes = {}) => ({ value: app.draft[name], oninput: (e) => { app.draft[name] = e.target.value; touched(name); }, ...attributes });
const line = (name, attributes = {}) => h("input", { type: "text", autocomplete: "off", dir: "auto", ...bound(name, attributes) });
const figure = (name, attributes = {}) => line(name, { inputMode: "decimal", dir: "ltr", ...attributes });
const area = (name, rows) => h("textarea", { rows, dir: "auto", ...bound(name) });
const clock = (name) => h("input", { type: "datetime-local", max: "9999-12-31T23:59", ...bound(name) });
const choice = (name, values, label = (v) => t(`${name}-${v}`)) => h("select", { onchange: bound(name).oninput }, values.map((v) =>
  h("option", { value: v, selected: app.draft[name] === v }, v ? label(v) : t("not-said"))));

function radios(name, values) {
  const error = app.errors[name];
  return h("fieldset.segments", { id: name, "aria-describedby": error ? `${name}-error` : null, tabIndex: -1 }, h("legend", {}, t(name)), h("div", {}, values.map((v) => h("label", {},
    h("input", { type: "radio", name, value: v, checked: app.draft[name] === v, onchange: () => { app.draft[name] = v; touched(name); } }), h("span", {}, t(`${name}-${v}`))))),
  error && h("p.error", { id: `${name}-error` }, t(error)));
}

const group = (title, ...fields) => h("section.group", {}, h("h2", {}, t(title)), fields.flat());
const row = (...fields) => h("div.row", {}, fields);

function formScreen() {
  const nil = app.draft.kind === "nil";
  return [h("h1", { tabIndex: -1 }, t(app.draft.kind)), app.draft.corrects && note(t("corrects")), errorList(), nil ? nilFields() : reportFields(), fileFields(),
    h("div.actions.sticky", {}, button(t("done"), finishDraft, "main"), button(t("later"), leaveDraft), twice("drop", dropDraft))];
}

// In the order of the form.
const FIELDS = ["perceived", "reached", "reason", "watched", "text", "low", "high", "from", "until", "area", "position", "uncertainty", "degrees", "distance", "source"];
function errorList() {
  const wrong = FIELDS.filter((name) => app.errors[name]);
  return wrong.length ? h("div.note.bad", { role: "alert", id: "errors", tabIndex: -1 }, h("p", {}, t("errors")), h("ul", {}, wrong.map((name) =>
    h("li", {}, h("a", { href: `#${name}`, onclick: (e) => { e.preventDefault(); byId(name).focus(); } }, t(name)))))) : null;
}

function reportFields() {
  return [
    group("what", radios("perceived", ["seen", "heard", "both"]), field("text", area("text", 6), "text-hint"),
      row(field("low", figure("low")), field("high", figure("high"))), h("p.hint", {}, t("count-hint"))),
    group("when", field("from", clock("from")), approximately(), field("until", clock("until"))),
    group("where", areaField(), field("place", line("place"), "place-hint"), positionField(),
      row(field("wind", choice("wind", ["", ...Object.keys(WINDS)])), field("degrees", figure("degrees"))), h("p.hint", {}, t("direction-hint")),
      row(field("distance", figure("distance")), field("unit", choice("unit", ["m", "km"])))),
    group("who", sourceField()),
  ];
}

function nilFields() {
  return [
    group("what", radios("reached", ["yes", "no", "refused"]), app.draft.reached !== "yes" && field("reason", line("reason")),
      app.draft.reached === "refused" && field("by", line("by")), field("watched", area("watched", 3), "watched-hint")),
    group("when", field("from", clock("from")), field("until", clock("until")), approximately()),
    group("where", areaField(), field("place", line("place")), positionField()),
    group("who", sourceField()),
  ];
}

const sourceField = () => field("source", line("source"), "source-hint");
const areaField = () => field("area", line("area", app.areas.length ? { list: "areas" } : {}), null, app.areas.length ? h("datalist", { id: "areas" }, app.areas.map((a) => h("option", { value: a[column(app.lang)] }))) : null);
const approximately = () => h("label.check", {}, h("input", { type: "checkbox", checked: app.draft.approximate, onchange: (e) => { app.draft.approximate = e.target.checked; touched("approximate"); } }), t("approximate"));

// Read back while it is typed: a wrong digit shows at once.
function positionField() {
  const back = h("output.readback", { htmlFor: "position", "aria-live": "polite" });
  const read = () => {
    const given = app.draft.position.trim(), at = given ? parsePosition(given) : null;
    back.textContent = !at ? "" : at.error ? t(at.error) : t("position-read", { at: `${at.lat.toFixed(5)}, ${at.lon.toFixed(5)}`, n: at.reach });
    back.classList.toggle("wrong", Boolean(at && at.error));
  };
  const typed = (e) => { app.draft.position = e.target.value; touched("position"); read(); };
  read();
  return [field("position", figure("position", { inputMode: "text", spellcheck: false, oninput: typed }), "position-hint", back), field("uncertainty", figure("uncertainty"), "uncertainty-hint")];
}

function fileFields() {
  const files = app.draft.files;
  return group("files", h("p.hint", {}, t("files-hint", { n: LIMITS.files, size: bytesSaid(LIMITS.fileBytes) })),
    app.fileError && note(app.fileError, "bad"),
    h("ul.files", {}, files.map((f) => h("li", {}, h("div", {}, h("bdi.name", {}, f.name), h("span.meta", {}, h("bdi", {}, bytesSaid(f.size)), " · ", h("bdi", {}, f.type || "?"), ` · ${t("modified", { at: when(f.modified) })}`),
      f.sha256 ? h("code.hash", { dir: "ltr" }, f.sha256) : h("span.meta", {}, t("no-hash"))), button(t("remove"), () => removeFile(f))))),
    files.length < LIMITS.files && h("label.file", {}, t("add-files"), h("input", { type: "file", multiple: true, onchange: (e) => addFiles(e.target.files) })));
}

// A button that asks once more in its own place.
function twice(id, does) {
  const box = h("span.twice", {});
  const ask = () => { box.replaceChildren(h("span", {}, t(`${id}-sure`)), button(t(`${id}-yes`), does, "danger"), button(t("keep"), rest)); box.querySelector("button").focus(); };
  const rest = () => box.replaceChildren(button(t(id), ask, "quiet"));
  rest();
  return box;
}

function phraseInput(id, label, again = false) {
  return h("div.field", {}, h("label", { htmlFor: id }, t(label)), h("input", { id, type: "password", dir: "auto", autocomplete: again ? "off" : "new-password", spellcheck: false, autocapitalize: "none" }));
}

// The strength is said in words and drawn as a bar; the number behind it is a cautious guess.
function meter(input, into) {
  const bar = h("progress", { max: STRONG + 20, value: 0, "aria-hidden": "true" }), said = h("output", { "aria-live": "polite" });
  input.addEventListener("input", () => {
    const bits = phraseBits(input.value);
    bar.value = bits;
    said.textContent = !input.value ? "" : t(bits < WEAK ? "phrase-weak" : bits < STRONG ? "phrase-fair" : "phrase-strong");
  });
  into.append(bar, said);
}

function gateScreen() {
  const fresh = !app.exists, phrase = phraseInput("phrase", fresh ? "phrase-new" : "phrase-own"), again = fresh ? phraseInput("again", "phrase-again", true) : null;
  const send = (e) => { e.preventDefault(); enter(phrase.querySelector("input").value, again && again.querySelector("input").value); };
  if (fresh) meter(phrase.querySelector("input"), phrase);
  return [h("h1", { tabIndex: -1 }, t(fresh ? "gate-new" : "gate-back")), h("p.lead", {}, t(fresh ? "gate-new-why" : "gate-back-why")), app.idle && note(t("idle")), app.gateError && note(t(app.gateError), "bad"),
    h("form", { onsubmit: send }, phrase, again, fresh && h("p.hint", {}, t("phrase-hint")), h("div.actions", {}, h("button.main", { type: "submit", disabled: app.busy }, t(app.busy ? "working" : fresh ? "phrase-set" : "unlock")))),
    !fresh && h("div.rest", {}, twice("wipe", wipeAll))];
}

// A device that cannot seal is told so; it may write and hand out in clear, and keeps nothing.
const unsafeScreen = () => [h("h1", { tabIndex: -1 }, t("unsafe")), h("p.lead", {}, t("unsafe-why")), h("div.actions", {}, button(t("unsafe-go"), enterPlain, "main"))];

const faultsOf = (draft) => Object.keys(submissionOf(draft, Date.now()).errors).length;
// Place and time each in their own direction, side by side in that of the page.
const titleOf = (draft) => [draft.place || draft.area || draft.position, draft.from && when(draft.from)].filter(Boolean).map((s) => `\u2068${s}\u2069`).join(" · ") || t("untitled");

function draftItem(draft) {
  const faults = faultsOf(draft);
  const state = draft.handed ? t("state-handed", { at: when(draft.handed) }) : faults ? t("state-missing", { n: faults }) : t("state-ready");
  return h(`li.draft${draft.handed ? ".handed" : faults ? ".missing" : ".ready"}`, {}, h("div", {}, h("span.kind", {}, t(draft.kind)), h("span.title", {}, titleOf(draft)),
    h("p.words", { dir: "auto" }, (draft.text || draft.watched).slice(0, 120)), h("span.state", {}, state), draft.files.length ? h("span.meta", {}, t("files-count", { n: draft.files.length })) : null),
  draft.handed ? button(t("correct"), () => openDraft(correction(draft))) : button(t("go-on"), () => openDraft(draft)));
}

function homeScreen() {
  const waiting = app.drafts.filter((d) => !d.handed), handed = app.drafts.filter((d) => d.handed);
  return [h("h1", { tabIndex: -1 }, t("home")), !app.store.lasting && note(t("not-kept"), "warn"), app.unread ? note(t("unread", { n: app.unread }), "warn") : null, app.said && h("p.note.good", { role: "status" }, app.said),
    h("div.actions", {}, button(t("new-report"), () => openDraft(newDraft("report", app.lang)), "main"), button(t("new-nil"), () => openDraft(newDraft("nil", app.lang)), "main")),
    waiting.length ? h("section", {}, h("h2", {}, t("waiting")), h("ul.drafts", {}, waiting.map(draftItem))) : h("p.empty", {}, t("nothing-waiting")),
    handed.length ? h("section", {}, h("h2", {}, t("handed")), h("p.hint", {}, t("handed-hint")), h("ul.drafts", {}, handed.map(draftItem))) : null,
    app.drafts.length ? h("div.actions", {}, button(t("export"), () => show("export"), waiting.length ? "main" : "")) : null,
    h("section", {}, h("h2", {}, t("receipts")), h("p.hint", {}, t("ack-hint")), app.ackError && note(t(app.ackError), "bad"), app.receipts.length ? h("ul.receipts", {}, app.receipts.map(receiptItem)) : null,
      h("label.file", {}, t("ack-load"), h("input", { type: "file", accept: ".json,application/json", onchange: (e) => takeAck(e.target.files[0]) }))),
    h("div.rest", {}, twice("wipe", wipeAll))];
}

const receiptItem = (r) => h("li", {}, h("span.title", {}, r.title), h("span.meta", {}, h("code", { dir: "ltr" }, r.report), ` · ${t("entry", { n: r.entry })}`, r.at ? ` · ${when(r.at)}` : ""));

function exportScreen() {
  const ready = app.drafts.filter((d) => !faultsOf(d)), safe = !app.vault.plain;
  const phrase = phraseInput("shared", "phrase-shared"), picks = new Map(ready.map((d) => [d, h("input", { type: "checkbox", checked: !d.handed })]));
  const chosen = () => ready.filter((d) => picks.get(d).checked);
  if (safe) meter(phrase.querySelector("input"), phrase);
  return [h("h1", { tabIndex: -1 }, t("export")), h("p.lead", {}, t("export-why")), app.exportError && note(t(app.exportError, { size: bytesSaid(LIMITS.bundleBytes) }), "bad"),
    ready.length ? h("ul.picks", {}, ready.map((d) => h("li", {}, h("label.check", {}, picks.get(d), h("span", {}, `${t(d.kind)} · `, titleOf(d)))))) : h("p.empty", {}, t("nothing-ready")),
    safe && h("form", { onsubmit: (e) => { e.preventDefault(); exportSealed(chosen(), phrase.querySelector("input").value); } }, phrase, h("p.hint", {}, t("shared-hint")),
      h("div.actions", {}, h("button.main", { type: "submit", disabled: app.busy || !ready.length }, t(app.busy ? "working" : "export-sealed")), button(t("back"), () => show("home")))),
    h("section.clear", {}, h("h2", {}, t("clear")), h("p.hint", {}, t("clear-why")), twice("clear-go", () => exportClear(chosen()))), !safe && button(t("back"), () => show("home"))];
}

const SCREENS = { gate: gateScreen, unsafe: unsafeScreen, home: homeScreen, form: formScreen, export: exportScreen };

function paint(focus = false) {
  document.documentElement.lang = app.lang;
  document.documentElement.dir = app.lang === "ar" ? "rtl" : "ltr";
  document.title = t("title");
  const other = app.lang === "ar" ? "en" : "ar", locked = !app.vault || !app.vault.key;
  byId("bar").replaceChildren(h("span.mark", {}, t("title")), h("span.tools", {}, !locked && button(t("lock"), lockNow), h("button", { type: "button", lang: other, onclick: () => speak(other) }, app.messages.own[column(other)])));
  const main = byId("main");
  main.replaceChildren(...SCREENS[app.screen]().flat(2).filter(Boolean));
  byId("foot").textContent = `${app.desk && t("foot-desk", { desk: app.desk })} ${t("foot")}`;
  if (focus) (byId("errors") || main.querySelector("h1")).focus();
}
