// What web/hudna.js and web/upload.js do, on the fixture page.
import { PHONE, accessible, arabicKey, fits, holds, person, same, slow } from "../helpers.mjs";
import { Desk } from "../fixture.mjs";

async function on(context, options, does) {
  const desk = await new Desk().start();
  try {
    const page = await person(context.browser, { ...options, base: desk.url });
    await page.goto("/page");
    await does(page, desk);
  } finally { await desk.stop(); }
}

const at = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.tagName);
const pressed = (page) => page.evaluate(() => {
  window.pressed = [];
  document.querySelectorAll("[data-key]").forEach((b) => b.addEventListener("click", () => window.pressed.push(`${(b.closest("li") || { id: "page" }).id}:${b.dataset.key}`)));
});

// Chooses the characters [from, to) of the text, counted in UTF-16 as a browser counts.
const choose = (page, from, to) => page.evaluate(([a, b]) => {
  const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT), range = document.createRange();
  let seen = 0, node;
  while ((node = walk.nextNode())) {
    if (a >= seen && a <= seen + node.length) range.setStart(node, a - seen);
    if (b >= seen && b <= seen + node.length) range.setEnd(node, b - seen);
    seen += node.length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}, [from, to]);
const form = (page) => page.evaluate(() => { const f = document.getElementById("add").elements; return [f.start.value, f.end.value, f.words.value, document.querySelector("[data-chosen]").textContent, f[3].disabled || f[4].disabled]; });
const text = (page) => page.locator("#text").textContent();
const bytes = (n) => Buffer.from(Array.from({ length: n }, (_, i) => i % 251));
const pick = (page, ...files) => page.setInputFiles("#send input[type=file]", files);
const file = (name, n) => ({ name, mimeType: "application/octet-stream", buffer: bytes(n) });

export const cases = [
  { name: "moving and opening by keys, also on an Arabic layout", run: (context) => on(context, {}, async (page) => {
    await page.keyboard.press("j");
    same(await at(page), "row-1", "first j");
    await arabicKey(page, "KeyJ");
    same(await at(page), "row-2", "j by its place");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    same(await at(page), "row-3", "the last row holds");
    await arabicKey(page, "KeyK");
    same(await at(page), "row-2", "k");
    await page.keyboard.press("Enter");
    await page.waitForURL(/open=2/);
  }) },

  { name: "g and a letter go to a page; not when the letter comes late or is another", run: (context) => on(context, {}, async (page) => {
    await page.keyboard.press("o");
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await page.keyboard.press("o");
    same(new URL(page.url()).search, "", "address");
    await arabicKey(page, "KeyG");
    await arabicKey(page, "KeyI");
    await page.waitForURL(/at=incidents/);
  }) },

  { name: "fields: find, filter, and no shortcut while typing", run: (context) => on(context, {}, async (page) => {
    await arabicKey(page, "KeyK", { control: true });
    same(await at(page), "q", "find");
    await page.keyboard.type("j?/gs");
    same([await at(page), await page.inputValue("[name=q]"), await page.locator("dialog").count()], ["q", "j?/gs", 0], "typed");
    await page.locator("h1").click();
    await arabicKey(page, "Slash");
    same([await at(page), await page.inputValue("[name=filter]")], ["filter", ""], "filter");
  }) },

  { name: "the overlay of keys opens, is accessible, and gives the focus back", run: (context) => on(context, {}, async (page) => {
    await page.keyboard.press("j");
    await arabicKey(page, "Slash", { shift: true });
    await page.locator("dialog[open]").waitFor();
    await accessible(page);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    // A dialog tells that it closed a moment after it did.
    await page.locator("dialog").waitFor({ state: "detached" });
    same(await at(page), "row-1", "after closing");
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
  }) },

  { name: "one key acts on the row in focus, undo on the page, nothing on a disabled button", run: (context) => on(context, {}, async (page) => {
    await pressed(page);
    await page.keyboard.press("s");
    await page.keyboard.press("j");
    await arabicKey(page, "KeyS");
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.keyboard.press("d");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("Control+s");
    await page.keyboard.press("z");
    same(await page.evaluate(() => window.pressed), ["row-1:s", "row-2:s", "page:z"], "actions");
  }) },

  { name: "shortcuts off are off", run: (context) => on(context, {}, async (page) => {
    await page.evaluate(() => { document.documentElement.dataset.shortcuts = "off"; });
    await pressed(page);
    for (const key of ["j", "s", "z", "?", "/", "Control+k"]) await page.keyboard.press(key);
    same([await at(page), await page.evaluate(() => window.pressed), await page.locator("dialog").count()], ["BODY", [], 0], "state");
  }) },

  { name: "Escape closes what is open", run: (context) => on(context, {}, async (page) => {
    await page.locator("summary").click();
    await page.locator("h1").click();
    await page.keyboard.press("Escape");
    same(await page.evaluate(() => document.getElementById("details").open), false, "open");
  }) },

  { name: "chosen words are counted in scalar values, across marks and beyond the basic plane", run: (context) => on(context, {}, async (page) => {
    const whole = await text(page), [city, smile] = [whole.indexOf("حلب"), whole.indexOf("😀")];
    holds(smile > 0 && smile < city, "the fixture has a sign of two units before the city");
    await choose(page, city, city + 3);
    await page.waitForFunction(() => document.getElementById("add").elements.start.value);
    same(await form(page), [String(city - 1), String(city + 2), "حلب", "حلب", false], "one word");
    same([...whole].slice(city - 1, city + 2).join(""), "حلب", "the slice");
    const from = whole.indexOf("قُتل"), to = whole.indexOf("مدنيين") + 6;
    await choose(page, from - 1, to);
    await page.waitForFunction(() => document.getElementById("add").elements.words.value.includes("مدنيين"));
    const [start, end, words] = await form(page);
    same([...whole].slice(Number(start), Number(end)).join(""), words, "the slice over a mark");
  }) },

  { name: "white space at the ends is not chosen, what lies outside is cut, an empty choice clears", run: (context) => on(context, {}, async (page) => {
    const whole = await text(page), at = whole.indexOf(" في ");
    await choose(page, at, at + 4);
    await page.waitForFunction(() => document.getElementById("add").elements.words.value === "في");
    same((await form(page)).slice(0, 2), [String(at), String(at + 2)], "places");
    await page.evaluate(() => { const range = document.createRange(); range.setStart(document.querySelector("h1"), 0); range.setEnd(document.getElementById("card-c1"), 0); getSelection().removeAllRanges(); getSelection().addRange(range); });
    await page.waitForFunction(() => document.getElementById("add").elements.words.value.length > 20);
    same(await form(page), ["0", String([...whole].length), whole, whole, false], "the whole text");
    await choose(page, 3, 3);
    await page.waitForFunction(() => !document.getElementById("add").elements.words.value);
    same(await form(page), ["", "", "", "", true], "nothing");
  }) },

  { name: "words typed by hand have no place, and enable the form", run: (context) => on(context, {}, async (page) => {
    same((await form(page))[4], true, "disabled at first");
    await choose(page, 0, 3);
    await page.waitForFunction(() => document.getElementById("add").elements.start.value);
    await page.fill("[name=words]", "حلب أمس");
    same(await form(page), ["", "", "حلب أمس", "حلب أمس", false], "typed");
  }) },

  { name: "a mark shows its card and a card its mark", run: (context) => on(context, {}, async (page) => {
    await page.locator("mark").first().click();
    same([await at(page), await page.locator("mark").first().getAttribute("data-pointed")], ["card-c1", ""], "mark to card");
    await page.locator("#card-c3 a").click();
    same([await at(page), await page.locator("[data-claim=c3]").getAttribute("data-pointed"), await page.locator("[data-claim='c1 c2']").getAttribute("data-pointed")], ["MARK", "", null], "card to mark");
  }) },

  { name: "filters apply themselves and the focus comes back", run: (context) => on(context, {}, async (page) => {
    await page.selectOption("[name=state]", "collapsed");
    await page.waitForURL(/state=collapsed/);
    await page.waitForFunction(() => document.activeElement.name === "state");
    await page.locator("[data-filter]").pressSequentially("al");
    await page.waitForURL(/filter=al/);
  }) },

  { name: "a button that asks twice", run: (context) => on(context, {}, async (page) => {
    await page.locator("#merge").click();
    same([new URL(page.url()).search, await page.locator("#merge").textContent()], ["", "Really merge?"], "after one press");
    await page.keyboard.press("Escape");
    same(await page.locator("#merge").textContent(), "Merge", "after Escape");
    await page.locator("#merge").press("Enter");
    await page.locator("#merge").press("Enter");
    await page.waitForURL(/merge=1/);
  }) },

  { name: "copying says that it was done", run: (context) => on(context, {}, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    same(await page.evaluate(() => navigator.clipboard.readText()), "3f786850e387550fdab836ed7e6dc881de23001b", "clipboard");
  }) },

  { name: "an upload goes on after breaks, and every byte arrives once", run: (context) => on(context, {}, async (page, desk) => {
    desk.faults = (n) => ({ 2: "after", 4: "before", 5: 503 })[n] || null;
    await pick(page, file("صورة.jpg", 400000), file("b.bin", 3));
    await page.locator("#send button").click();
    await page.getByRole("heading", { name: "Sent" }).waitFor({ timeout: 60000 });
    same([...desk.uploads.values()].map((b) => b.equals(bytes(b.length)) && b.length), [400000, 3], "what arrived");
    same([desk.puts[0].csrf, desk.puts[0].name], ["token-1", "صورة.jpg"], "headers");
    for (const id of desk.uploads.keys()) holds(desk.sent[0].includes(id), "the form names its uploads");
    holds(desk.sent[0].includes('name="kind"') && !desk.sent[0].includes("b.bin"), "the form has its button and no file");
  }) },

  { name: "a refusal is told, and sending again goes on from there", run: (context) => on(context, {}, async (page, desk) => {
    desk.faults = (n) => (n === 3 ? 413 : null);
    await pick(page, file("a.bin", 300000));
    await page.locator("#send button").click();
    await page.getByText("Not sent.").waitFor();
    const stood = [...desk.uploads.values()][0].length;
    holds(stood > 0 && stood < 300000, "a part stands");
    await page.locator("#send button").click();
    await page.getByRole("heading", { name: "Sent" }).waitFor();
    same([desk.uploads.size, desk.puts[3].from], [1, stood], "one upload, gone on with");
  }) },

  { name: "what went with an earlier form goes again under a new id", run: (context) => on(context, {}, async (page, desk) => {
    const once = async () => { await pick(page, { ...file("a.bin", 1000) }); await page.locator("#send button").click(); await page.getByRole("heading", { name: "Sent" }).waitFor(); };
    await page.evaluate(() => { File.prototype.__defineGetter__("lastModified", () => 1); });
    await once();
    desk.gone = new Set(desk.uploads.keys());
    await page.goto("/page");
    await page.evaluate(() => { File.prototype.__defineGetter__("lastModified", () => 1); });
    await once();
    same(desk.uploads.size, 2, "uploads");
  }) },

  { name: "a desk without the door for uploads gets the form whole; so it is without scripts", run: async (context) => {
    await on(context, {}, async (page, desk) => {
      desk.doors = false;
      await pick(page, file("a.bin", 1000));
      await page.locator("#send button").click();
      await page.getByRole("heading", { name: "Sent" }).waitFor();
      holds(desk.sent[0].includes("a.bin"), "the file is in the form");
    });
    await on(context, { scripts: false }, async (page, desk) => {
      await pick(page, file("a.bin", 1000));
      await page.locator("#send button").click();
      await page.getByRole("heading", { name: "Sent" }).waitFor();
      holds(desk.sent[0].includes("a.bin"), "the file is in the form");
    });
  } },

  { name: "on the bad line an upload arrives", run: (context) => on(context, {}, async (page, desk) => {
    await slow(page);
    desk.faults = (n) => (n === 2 ? "after" : null);
    await pick(page, file("a.bin", 120000));
    await page.locator("#send button").click();
    await page.getByRole("heading", { name: "Sent" }).waitFor({ timeout: 100000 });
    same([...desk.uploads.values()].map((b) => b.length), [120000], "what arrived");
  }) },

  { name: "the fixture itself is accessible and fits a phone", run: (context) => on(context, { size: PHONE }, async (page) => { await accessible(page); await fits(page); }) },
];
