// What pages gain where scripts run: keys, choosing words in a text, filters that apply themselves, buttons that ask twice.
// Every page works without it. What it says to people comes from the page (attributes), never from here.
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (what, from = document) => from.querySelector(what);
  const all = (what, from = document) => Array.from(from.querySelectorAll(what));
  root.dataset.scripts = "on";

  // Keys: physical ones, so that S is S on an Arabic layout too ----------------------------------------------------------

  const inField = (e) => e.target instanceof Element && e.target.closest("input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable]");
  const letterOf = (e) => (/^Key[A-Z]$/.test(e.code) ? e.code[3].toLowerCase() : "");
  const items = () => all("[data-list] > *").filter((item) => item.getClientRects().length);
  const current = () => items().find((item) => item.contains(document.activeElement));
  let going = 0;

  function onKey(e) {
    if (root.dataset.shortcuts === "off" || e.isComposing || e.altKey || e.defaultPrevented || inField(e)) return;
    const letter = letterOf(e);
    if (e.ctrlKey || e.metaKey) return letter === "k" && !e.shiftKey ? toField(e, "[data-find]") : undefined;
    if (e.key === "?" || e.key === "\u061f" || (e.code === "Slash" && e.shiftKey)) return handled(e, showKeys);
    if (one("dialog[open]")) return;
    if (e.key === "/" || (e.code === "Slash" && !e.shiftKey)) return toField(e, "[data-filter]");
    if (e.key === "Escape") return closeNearest(e);
    if (e.key === "Enter") return openItem(e);
    if (letter && !e.shiftKey) onLetter(e, letter);
  }

  function handled(e, does) { e.preventDefault(); does(); }

  function toField(e, what) {
    const field = one(what) || one("[data-find]");
    if (field) handled(e, () => { field.focus(); field.select(); });
  }

  // "g" waits a moment for the letter that says where to.
  function onLetter(e, letter) {
    const go = Date.now() - going < 1500;
    going = 0;
    if (go && one(`[data-go="${letter}"]`)) return handled(e, () => one(`[data-go="${letter}"]`).click());
    if (letter === "g") { going = Date.now(); return; }
    if (letter === "j" || letter === "k") return handled(e, () => move(letter === "j" ? 1 : -1));
    if (!e.repeat) act(e, letter);
  }

  function move(by) {
    const list = items(), at = list.indexOf(current()), next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))];
    if (next) stepTo(next);
  }

  function stepTo(place) {
    if (!place.matches("a,button,input,select,textarea,summary,[tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  function openItem(e) {
    const item = current();
    if (!item || e.target !== item) return;
    const link = one("a[data-open]", item) || one("a[href]", item);
    if (link) handled(e, () => link.click());
  }

  // An action belongs to the row in focus; one that stands outside all rows (undo) to the page.
  function act(e, letter) {
    const what = `[data-key="${letter}"]:not(:disabled)`, item = current();
    const button = (item && one(what, item)) || all(what).find((b) => !b.closest("[data-list] > *"));
    if (button) handled(e, () => button.click());
  }

  function closeNearest(e) {
    const open = e.target instanceof Element && e.target.closest("details[open]") || one("details[open][data-closes]");
    if (open) handled(e, () => { open.open = false; stepTo(one("summary", open)); });
  }

  function showKeys() {
    const shown = one("dialog.keys"), template = one("template#keys");
    if (shown) return shown.close();
    if (!template) return;
    const dialog = document.createElement("dialog"), before = document.activeElement;
    dialog.className = "keys";
    dialog.append(template.content.cloneNode(true));
    const heading = one("h1,h2,h3", dialog);
    if (heading) { heading.id = "keys-title"; dialog.setAttribute("aria-labelledby", "keys-title"); }
    dialog.addEventListener("close", () => { dialog.remove(); if (before) before.focus(); });
    dialog.addEventListener("click", (e) => { if (e.target === dialog || e.target.closest("[data-close]")) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  }

  // Choosing words: places are counted in Unicode scalar values, as the reader counts them -------------------------------

  const scalars = (text) => Array.from(text).length;
  const addForms = (text) => all("form[data-add]").filter((f) => !f.dataset.report || f.dataset.report === text.dataset.report);

  // The part of the selection inside the text, without white space at its ends; null where it lies elsewhere.
  function chosenIn(text) {
    const selection = getSelection();
    if (!selection.rangeCount) return null;
    const range = selection.getRangeAt(0), whole = document.createRange(), before = document.createRange();
    whole.selectNodeContents(text);
    if (!range.intersectsNode(text)) return null;
    const part = range.cloneRange();
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    before.selectNodeContents(text);
    before.setEnd(part.startContainer, part.startOffset);
    const said = part.toString(), words = said.trim(), start = scalars(before.toString()) + scalars(said) - scalars(said.trimStart());
    return { range: part, words, start, end: start + scalars(words) };
  }

  function choose() {
    for (const text of all("[data-text]")) {
      const chosen = chosenIn(text);
      if (chosen) addForms(text).forEach((form) => take(form, chosen));
      if (chosen && globalThis.Highlight && CSS.highlights) CSS.highlights.set("chosen", new Highlight(chosen.range));
    }
  }

  function take(form, { words, start, end }) {
    const typed = one("[name=words]", form);
    one("[name=start]", form).value = words ? start : "";
    one("[name=end]", form).value = words ? end : "";
    if (typed) typed.value = words;
    all("[data-chosen]", form).forEach((place) => { place.textContent = words; });
    ready(form);
  }

  // Words that are typed have no place yet: the desk finds it.
  function typed(form) {
    one("[name=start]", form).value = one("[name=end]", form).value = "";
    all("[data-chosen]", form).forEach((place) => { place.textContent = one("[name=words]", form).value; });
    ready(form);
  }

  function ready(form) {
    const words = one("[name=words]", form), any = one("[name=start]", form).value !== "" || Boolean(words && words.value.trim());
    form.toggleAttribute("data-ready", any);
    all("button[type=submit],button:not([type])", form).forEach((b) => { b.disabled = !any; });
  }

  // A claim's mark and its card show each other.
  function point(ids, to) {
    all("[data-pointed]").forEach((place) => place.removeAttribute("data-pointed"));
    for (const id of ids) all(`[data-card="${CSS.escape(id)}"],[data-claim~="${CSS.escape(id)}"]`).forEach((place) => place.setAttribute("data-pointed", ""));
    const place = to && one(to);
    if (place) stepTo(place);
  }

  function onMark(e) {
    const mark = e.target.closest("[data-claim]"), show = e.target.closest("[data-show]");
    if (mark && getSelection().isCollapsed) {
      const ids = mark.dataset.claim.split(" ");
      if (one(`[data-card="${CSS.escape(ids[0])}"]`)) handled(e, () => point(ids, `[data-card="${CSS.escape(ids[0])}"]`));
    } else if (show) handled(e, () => point([show.dataset.show], `[data-claim~="${CSS.escape(show.dataset.show)}"]`));
  }

  // Forms and buttons ------------------------------------------------------------------------------------------------------

  let waiting = 0;
  function onAuto(e) {
    const form = e.target.form;
    if (!form || !form.matches("[data-auto]") || (e.type === "input" && e.target.type !== "search")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      try { sessionStorage.setItem("hudna-focus", e.target.name); } catch { /* the focus is lost, nothing else */ }
      form.requestSubmit();
    }, e.type === "input" ? 700 : 250);
  }

  function backToField() {
    try {
      const name = sessionStorage.getItem("hudna-focus"), field = name && one(`form[data-auto] [name="${CSS.escape(name)}"]`);
      sessionStorage.removeItem("hudna-focus");
      if (field) field.focus({ preventScroll: true });
      if (field && field.type === "search") field.setSelectionRange(field.value.length, field.value.length);
    } catch { /* as above */ }
  }

  // The first press asks in the button's own place, the second does it.
  function askTwice(e) {
    const button = e.target.closest("[data-confirm]");
    if (!button || button.dataset.asked) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const label = Array.from(button.childNodes);
    button.dataset.asked = "1";
    button.setAttribute("aria-live", "polite");
    button.textContent = button.dataset.confirm;
    const back = () => { clearTimeout(later); delete button.dataset.asked; button.replaceChildren(...label); };
    const later = setTimeout(back, 8000);
    button.addEventListener("blur", back, { once: true });
    button.addEventListener("keydown", (k) => { if (k.key === "Escape") back(); }, { once: true });
  }

  async function copy(button) {
    const said = button.dataset.copy, text = said.startsWith("#") ? one(said).textContent : said, label = button.textContent;
    try { await navigator.clipboard.writeText(text); } catch { copyOld(text); }
    button.setAttribute("aria-live", "polite");
    button.textContent = button.dataset.copied || label;
    setTimeout(() => { button.textContent = label; }, 2000);
  }

  // Where the page is not served over TLS the clipboard has no other door.
  function copyOld(text) {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  // ------------------------------------------------------------------------------------------------------------------------

  document.addEventListener("click", askTwice, true);
  document.addEventListener("keydown", onKey);
  document.addEventListener("selectionchange", choose);
  document.addEventListener("change", onAuto);
  document.addEventListener("input", (e) => { onAuto(e); if (e.target.matches("form[data-add] [name=words]")) typed(e.target.form); });
  document.addEventListener("click", (e) => { const button = e.target.closest("[data-copy]"); if (button) copy(button); else onMark(e); });
  document.addEventListener("focusin", (e) => { const card = e.target.closest("[data-card]"); if (card) point([card.dataset.card]); });
  all("form[data-add]").forEach(ready);
  backToField();
})();
