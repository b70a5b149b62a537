// What cases share: a browser, people, languages, bad lines, pictures, and the checks that hold on every page.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
export const LANGS = ["ar", "en"];
export const WIDE = { width: 1280, height: 800 }, PHONE = { width: 360, height: 740 };
// The bad line of the design: 64 kbit/s both ways, 800 ms, and 5 % of packets lost.
export const BAD_LINE = { offline: false, latency: 800, downloadThroughput: 8000, uploadThroughput: 8000, packetLoss: 5 };
// Where the server lets a guest in and takes the language; one place to change.
export const PATHS = { guest: process.env.GUEST_PATH || "/", languageCookie: process.env.LANGUAGE_COOKIE || "hudna_lang" };

export async function launch() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: process.getuid && process.getuid() === 0 ? ["--no-sandbox"] : [] });
}

// A person at a screen of their own. Errors of a page fail the case: `page.faults` is looked at when it ends.
export async function person(browser, { lang = "en", size = WIDE, scripts = true, dark = false, base } = {}) {
  const context = await browser.newContext({ viewport: size, javaScriptEnabled: scripts, locale: lang === "ar" ? "ar-SY" : "en-GB", timezoneId: "Asia/Damascus",
    colorScheme: dark ? "dark" : "light", acceptDownloads: true, baseURL: base });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.STEP_SECONDS || 30) * 1000);
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(`error in the page: ${e.message}`));
  page.on("console", (m) => { if (m.type() === "error" && /Content Security Policy|Uncaught/.test(m.text())) page.faults.push(m.text()); });
  return page;
}

export async function speak(page, base, lang) {
  await page.context().addCookies([{ name: PATHS.languageCookie, value: lang, url: base }]);
}

// The guest of the example: a server in its demo mode signs in whoever comes over loopback.
export async function guest(browser, base, options = {}) {
  const page = await person(browser, { ...options, base });
  await speak(page, base, options.lang || "en");
  const answer = await page.goto(PATHS.guest);
  if (!answer.ok()) throw new Error(`${PATHS.guest} answered ${answer.status()}: is the server in its demo mode?`);
  return page;
}

export async function slow(page, line = BAD_LINE) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", line);
  return { heal: () => cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }) };
}

// A key by its place, as an Arabic layout sends it: the code of the place, and the letter that stands there.
const ARABIC = { KeyJ: "ت", KeyK: "ن", KeyG: "ل", KeyO: "خ", KeyI: "ه", KeyR: "ق", KeyF: "ب", KeyB: "لا", KeyS: "س", KeyP: "ح", KeyD: "ي", KeyU: "ع", KeyC: "ؤ", KeyX: "ء", KeyZ: "ئ", Slash: "ظ" };
export async function arabicKey(page, code, { shift = false, control = false } = {}) {
  const cdp = await page.context().newCDPSession(page), key = shift && code === "Slash" ? "؟" : ARABIC[code], modifiers = (shift ? 8 : 0) + (control ? 2 : 0);
  await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", code, key, text: control ? undefined : key, modifiers });
  await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", code, key, modifiers });
  await cdp.detach();
}

export function same(got, want, what = "value") {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

export function holds(condition, what) { if (!condition) throw new Error(what); }

const AXE = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
// No finding of the two upper grades. What is found is told with the place it is in.
export async function accessible(page) {
  await page.evaluate(AXE());
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => ({ id: v.id, impact: v.impact, at: v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0] ? n.any[0].message : "")).slice(0, 3) }))));
  const bad = found.filter((v) => ["serious", "critical"].includes(v.impact));
  if (bad.length) throw new Error(`axe: ${bad.map((v) => `${v.id} (${v.impact}) at ${v.at.join(", ")}`).join("; ")}`);
}

export async function fits(page) {
  const [inner, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  holds(wide <= inner, `the page is ${wide} wide on a screen of ${inner}`);
}

export async function direction(page, lang) {
  same(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, lang === "ar" ? "rtl" : "ltr"], "lang and dir");
}

// What holds on every page, in one line of a case; `name` is the picture's.
export async function whole(page, lang, name) {
  await direction(page, lang);
  await fits(page);
  await accessible(page);
  await shot(page, name);
}

export async function shot(page, name) {
  const folder = process.env.SHOTS || new URL("shots/", import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

export function asFile(text, name = "page.html") {
  const folder = mkdtempSync(join(tmpdir(), "hudna-")), path = join(folder, name);
  writeFileSync(path, text);
  return { path, url: pathToFileURL(path).href, remove: () => rmSync(folder, { recursive: true }) };
}
