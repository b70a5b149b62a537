// The pages of a server with the example: each in both languages, wide and narrow, with and without scripts; and what people do there.
import { readFileSync } from "node:fs";
import { BAD_LINE, LANGS, PHONE, WIDE, accessible, direction, fits, guest, holds, same, shot, slow } from "../helpers.mjs";

// The published vector: the file as it is handed out, and its phrase.
function handedOut(bytes) {
  const vector = JSON.parse(bytes);
  return { phrase: vector.phrase, file: Buffer.from(JSON.stringify(vector.file || vector.sealed)) };
}

// The page after a form says that it was done.
const said = (page) => page.locator(".flash.done").waitFor();

const PAGES = {
  overview: "/", area: "/areas/sy-aleppo", changes: "/changes", incidents: "/incidents", cards: "/incidents?view=cards", map: "/incidents?view=map",
  timeline: "/incidents?view=timeline&area=sy-aleppo", incident: "/i/INC-822P8Y", report: "/r/R-HJC808", why: "/why/INC-822P8Y", entry: "/ledger/5", reports: "/reports", review: "/review", tasks: "/tasks", followups: "/followups",
  board: "/followups?view=table", calendar: "/followups?view=calendar", cases: "/cases", submit: "/submit", agreements: "/agreements", agreement: "/agreements/syria-coh-2016", sources: "/sources",
  places: "/places", parties: "/parties", ledger: "/ledger", people: "/people", briefs: "/briefs", settings: "/settings", search: "/search?q=Aleppo", api: "/api",
};
const LIGHT = ["submit"], KB = 1000;

// What went over the line for a page, compressed as a browser gets it.
async function weight(page, path) {
  const sizes = [], cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  cdp.on("Network.loadingFinished", (e) => sizes.push(e.encodedDataLength));
  await page.goto(path, { waitUntil: "networkidle" });
  await cdp.detach();
  return sizes.reduce((a, b) => a + b, 0);
}

const looks = Object.entries(PAGES).flatMap(([name, path]) => LANGS.map((lang) => ({
  name: `${name} (${lang}): wide and narrow, readable by everybody`, needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang, size: WIDE });
    same((await page.goto(path)).status(), 200, path);
    holds(!/⟨[a-z-]+⟩/.test(await page.content()), "a message is missing");
    await direction(page, lang);
    await fits(page);
    await accessible(page);
    await shot(page, `${name}-${lang}-wide`);
    await page.setViewportSize(PHONE);
    await fits(page);
    await shot(page, `${name}-${lang}-360`);
  },
})));

const bare = LANGS.map((lang) => ({
  name: `every page without scripts (${lang})`, needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang, scripts: false });
    for (const [name, path] of Object.entries(PAGES)) {
      same((await page.goto(path)).status(), 200, path);
      holds(await page.locator("main h1").count() === 1, `${name} has one heading`);
    }
  },
}));

const weights = {
  name: "no page is heavier than it may be", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "ar" });
    for (const [name, path] of Object.entries(PAGES)) {
      const size = await weight(page, path), most = (LIGHT.includes(name) ? 60 : 150) * KB;
      holds(size <= most, `${name} weighs ${size} bytes, more than ${most}`);
    }
  },
};

const flows = [
  { name: "why Aleppo is called collapsed, and from a figure to its sentence in two clicks", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en" });
    await page.goto("/");
    await page.locator("main a", { hasText: "Aleppo" }).first().click();
    await page.waitForURL(/\/areas\//);
    holds((await page.locator("main").innerText()).includes("collapsed"), "the state stands there");
    await page.locator("main a[href='/i/INC-822P8Y']").first().click();
    await page.waitForURL(/\/i\//);
    await page.locator("main a.grade").first().click();
    await page.waitForURL(/\/why\//);
    holds(/^\/why\//.test(new URL(page.url()).pathname), `the second click leads to the sentence: ${page.url()}`);
    holds(/[؀-ۿ]/.test(await page.locator("main").innerText()), "the report's words stand there");
  } },
  { name: "two incidents are said to be one, and parted again by undoing", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en", scripts: false });
    await page.goto("/incidents?per=100");
    const before = await page.locator("tbody tr").count();
    await page.goto("/i/INC-822P8Y");
    const form = page.locator("form.decide").first();
    await form.locator("[name=why]").fill("told of the same event");
    await form.locator("button[value=same]").click();
    await said(page);
    const undo = page.locator(".flash form[action='/undo'] button");
    const beside = await page.context().newPage();
    await beside.goto("/incidents?per=100");
    same(await beside.locator("tbody tr").count(), before - 1, "incidents after the merge");
    await Promise.all([page.waitForNavigation(), undo.click()]);
    await page.goto("/incidents?per=100");
    same(await page.locator("tbody tr").count(), before, "incidents after undoing");
  } },
  { name: "two people decide on one incident: the second sees what the first did", needs: "server", run: async ({ browser, base }) => {
    const one = await guest(browser, base, { lang: "en", scripts: false }), two = await guest(browser, base, { lang: "ar", scripts: false });
    const open = async (page) => { await page.goto("/i/INC-YTGCGH"); await page.locator("details.more summary").first().click().catch(() => {}); };
    await open(one);
    await open(two);
    const enter = async (page, kind) => {
      const form = page.locator("form[action$='/finding']");
      await form.locator(`[value=${kind}]`).evaluate((x) => { x.closest("details").open = true; }).catch(() => {});
      await form.locator(`[value=${kind}]`).check({ force: true });
      await form.locator("[name=why]").fill("seen on the spot");
      return Promise.all([page.waitForNavigation(), form.locator("button[type=submit]").click({ force: true })]);
    };
    const [first] = await enter(one, "site_visit");
    holds(first.ok(), `the first is entered: ${first.status()}`);
    const [second] = await enter(two, "unverifiable");
    same(second.status(), 409, "the second is told of a conflict");
    holds(await two.locator("main table, main dl").count() > 0, "both stand field by field");
    await Promise.all([one.waitForNavigation(), one.locator(".flash form[action='/undo'] button").click()]);
  } },
  { name: "a claim that was missed is added by its words, and taken back", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en", scripts: false });
    await page.goto("/r/R-HJC808");
    const words = (await page.locator("[data-text]").textContent()).trim().split(/\s+/).slice(0, 6).join(" "), cards = await page.locator("[data-card]").count();
    const form = page.locator("form[data-add]");
    await form.evaluate((f) => { for (let x = f; x; x = x.parentElement) if (x.tagName === "DETAILS") x.open = true; });
    await form.locator("[name=words]").fill(words);
    await form.locator("[name=kind][value=statement]").check();
    await form.locator("[name=why]").fill("it was not read");
    await form.locator("button[type=submit]").click();
    await said(page);
    const undo = page.locator(".flash form[action='/undo'] button"), beside = await page.context().newPage();
    await beside.goto("/r/R-HJC808");
    same(await beside.locator("[data-card]").count(), cards + 1, "claims after adding");
    await Promise.all([page.waitForNavigation(), undo.click()]);
    await page.goto("/r/R-HJC808");
    same(await page.locator("[data-card]").count(), cards, "claims after taking it back");
  } },
  { name: "a village that nobody knew is taught, and its reports are read again", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "ar", scripts: false });
    await page.goto("/places");
    const form = page.locator("form[action='/places/teach']").filter({ has: page.locator("[name=name][value='حي باب الفرج']") }), name = await form.locator("[name=name]").inputValue();
    await form.evaluate((f) => { for (let x = f; x; x = x.parentElement) if (x.tagName === "DETAILS") x.open = true; });
    await form.locator("[name=is][value=new]").check();
    await form.locator("[name=ar]").fill(name);
    await form.locator("[name=en]").fill("Bab al-Faraj");
    await form.locator("[name=within]").fill("sy-aleppo");
    await form.locator("[name=why]").fill("يعرفه أهل المنطقة");
    await form.locator("button[type=submit]").click();
    await said(page);
    holds(!(await page.locator("form[action='/places/teach'] [name=name]").evaluateAll((all) => all.map((x) => x.value))).includes(name), "the name waits no more");
  } },
  { name: "a hotline report is handed in with a file, and read back", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "ar", size: PHONE });
    await page.goto("/submit");
    await page.locator("[name=perceived][value=heard]").check();
    await page.locator("main textarea[name=text]").fill("سُمع قصف مدفعي على بلدة حريتان مساء اليوم، وقُتل شخصان.");
    await page.locator("[name=area]").fill("حلب");
    await page.locator("[name=start]").fill("2016-05-03T18:00");
    await page.locator("form.intake-form [name=source]").fill("monitor-a");
    await page.setInputFiles("form.intake-form [name=file]", { name: "voice.txt", mimeType: "text/plain", buffer: Buffer.from("not a voice, only bytes") });
    await Promise.all([page.waitForURL(/\/submitted\//, { timeout: 30_000 }), page.locator("form.intake-form button[type=submit]").last().click()]);
    const told = await page.locator("main").innerText();
    holds(/R-[0-9A-Z]{6}/.test(told), `the receipt stands there: ${told.slice(0, 200)}`);
    await fits(page);
    await accessible(page);
    await shot(page, "submitted-ar-360");
  } },
  { name: "a file from the field is taken once, and acknowledged", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en", scripts: false }), vector = readFileSync(new URL("../../offline/vectors/intake-1.json", import.meta.url));
    const { phrase, file } = handedOut(vector), send = async () => {
      await page.goto("/submit");
      const form = page.locator("form[action='/submit/import']");
      await form.locator("[name=file]").setInputFiles({ name: "hudna-intake.json", mimeType: "application/json", buffer: file });
      await form.locator("[name=phrase]").fill(phrase);
      await form.locator("button[type=submit]").click();
      await page.locator("table.receipts").waitFor();
      return page.locator("main").innerText();
    };
    const first = await send(), again = await send();
    holds(/stored/i.test(first), `stored: ${first.slice(0, 300)}`);
    holds(/duplicate|there already/i.test(again), `the second time a duplicate: ${again.slice(0, 300)}`);
  } },
  { name: "a period is chosen on the timeline: by dragging, by keys, and without scripts", needs: "server", run: async ({ browser, base }) => {
    const asked = (page) => { const q = new URL(page.url()).searchParams; return [q.get("from"), q.get("to"), q.get("view"), q.get("area")]; };
    const at = "/incidents?view=timeline&area=sy-aleppo", column = (page, day) => page.locator(`.cols > li[data-from="${day}"]`);
    for (const lang of LANGS) {
      const page = await guest(browser, base, { lang });
      await page.goto(at);
      const [a, b] = [await column(page, "2016-04-27").boundingBox(), await column(page, "2016-04-29").boundingBox()];
      holds(a.x < b.x, "time runs from left to right");
      await page.mouse.move(b.x + b.width / 2, b.y + 40);
      await page.mouse.down();
      await page.mouse.move(a.x + a.width / 2, a.y + 40, { steps: 5 });
      holds((await page.locator("[data-picked]").innerText()).includes("2016"), "what is chosen is said");
      await Promise.all([page.waitForURL(/from=/), page.mouse.up()]);
      same(asked(page), ["2016-04-27", "2016-04-29", "timeline", "sy-aleppo"], "days dragged over");
      same(await page.locator(".cols > li.in").count(), 3, "columns of the period");
      await accessible(page);
      await page.goto(at);
      await column(page, "2016-04-28").locator("a").focus();
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowRight");
      await Promise.all([page.waitForURL(/from=/), page.keyboard.press("Enter")]);
      same(asked(page), ["2016-04-28", "2016-04-30", "timeline", "sy-aleppo"], "days chosen by keys");
    }
    const bare = await guest(browser, base, { lang: "ar", scripts: false });
    await bare.goto(at);
    await Promise.all([bare.waitForURL(/from=/), column(bare, "2016-04-28").locator("a").click()]);
    same(asked(bare), ["2016-04-28", "2016-04-28", "timeline", "sy-aleppo"], "the day of a column");
  } },
  { name: "keys by their place, on an Arabic layout", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "ar" });
    await page.goto("/");
    await page.keyboard.press("KeyG");
    await page.keyboard.press("KeyI");
    await page.waitForURL(/\/incidents/);
    await page.keyboard.press("Shift+Slash");
    await page.locator("dialog[open]").waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  } },
  { name: "everything is reached by Tab, and the skip link comes first", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en" });
    await page.goto("/incidents");
    await page.keyboard.press("Tab");
    same(await page.evaluate(() => document.activeElement.className), "skip", "the first stop");
    for (let n = 0; n < 60; n++) await page.keyboard.press("Tab");
    holds(await page.evaluate(() => document.activeElement !== document.body), "no trap");
  } },
  { name: "intake on a bad line: what it needs before it is usable comes within ten seconds of that line", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "ar", size: PHONE });
    page.setDefaultTimeout(100_000);
    const sizes = [], cdp = await page.context().newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    cdp.on("Network.loadingFinished", (e) => sizes.push(e.encodedDataLength));
    await slow(page);
    await page.goto("/submit", { waitUntil: "domcontentloaded", timeout: 100_000 });
    await page.locator("main textarea").first().waitFor();
    // Not by the clock, which tells of the machine: bytes at the line's rate, and a wait for the page, for its styles, and to connect.
    const seconds = sizes.reduce((a, b) => a + b, 0) / BAD_LINE.downloadThroughput + 3 * BAD_LINE.latency / 1000;
    holds(seconds <= 10, `${sizes.length} answers would take ${seconds} s`);
  } },
  { name: "the language is kept, and every promise without a date is shown", needs: "server", run: async ({ browser, base }) => {
    const page = await guest(browser, base, { lang: "en" });
    await page.goto("/followups?no_date=yes&view=table");
    holds(await page.locator("main [data-list] > *").count() > 0, "promises without a date");
    await page.locator("a.lang").click();
    await page.locator("html[dir=rtl]").waitFor();
    await direction(page, "ar");
    await page.goto("/");
    await direction(page, "ar");
  } },
];

export const cases = [...looks, ...bare, weights, ...flows];
