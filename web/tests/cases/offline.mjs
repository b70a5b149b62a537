// The intake file, opened from a disk: written, locked, unlocked, handed out, acknowledged and wiped. With a BASE_URL the
// server's own file is taken, else the one made from its parts.
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { LANGS, PHONE, WIDE, accessible, asFile, direction, fits, holds, person, same, shot } from "../helpers.mjs";
import { messages, render } from "../offline.mjs";

const PHRASE = "copper lantern seventh meadow drift", SHARED = "قنديل نحاس سابع مرج غبار";
const TEXT = { ar: "سُمع انفجاران من جهة الشرق، ثم صوت طائرة.", en: "Two blasts heard from the east, then an aircraft." };
const PHOTO = Buffer.from("not a picture, only bytes");

async function page(base, lang) {
  if (!base) return render(lang, { areas: [["Aleppo", "حلب"], ["Idlib", "إدلب"]] });
  const answer = await fetch(`${base}/submit/offline/${lang}`);
  holds(answer.ok, `the server's offline file answered ${answer.status}`);
  return answer.text();
}

// The file on a disk, in a browser of its own; closed again whatever happens.
async function opened({ browser, base }, options, does) {
  const lang = options.lang || "en", file = asFile(await page(base, lang), "intake.html"), it = await person(browser, options);
  try {
    await it.goto(file.url);
    await does(it, messages(lang), file);
  } finally { file.remove(); }
}

const press = (it, label) => it.getByRole("button", { name: label, exact: true }).click();

async function enter(it, said) {
  await it.fill("#phrase", PHRASE);
  await it.fill("#again", PHRASE);
  await press(it, said["phrase-set"]);
  await it.getByRole("heading", { name: said.home }).waitFor();
}

async function unlock(it, said, phrase = PHRASE) {
  await it.fill("#phrase", phrase);
  await press(it, said.unlock);
}

async function writeReport(it, said, lang) {
  await press(it, said["new-report"]);
  await it.check("[value=heard]");
  await it.fill("#text", TEXT[lang]);
  await it.fill("#low", "٢");
  await it.fill("#high", "3");
  await it.fill("#from", "2016-05-03T14:20");
  await it.fill("#place", "السكري");
  await it.fill("#position", "37S CA 33709 07750");
  await it.fill("#uncertainty", "50");
  await it.selectOption("#wind", "e");
  await it.fill("#distance", "1.5");
  await it.selectOption("#unit", "km");
  await it.fill("#source", "M-14");
  await it.setInputFiles("input[type=file]", { name: "صورة 1.jpg", mimeType: "image/jpeg", buffer: PHOTO });
  await it.getByText(createHash("sha256").update(PHOTO).digest("hex")).waitFor();
}

async function finish(it, said) {
  await press(it, said.done);
  await it.getByRole("heading", { name: said.home }).waitFor();
}

// What was handed out before is not chosen by itself: `again` chooses it.
async function handOut(it, said, again = false) {
  await press(it, said.export);
  if (again) await it.locator(".picks input").check();
  await it.fill("#shared", SHARED);
  const [file] = await Promise.all([it.waitForEvent("download"), press(it, said["export-sealed"])]);
  await it.locator(".draft.handed").first().waitFor();
  return { name: file.suggestedFilename(), file: JSON.parse(readFileSync(await file.path(), "utf8")) };
}

function open({ format, made, sealed }, phrase) {
  const bytes = (name) => Buffer.from(sealed[name], "base64"), data = bytes("data"), key = pbkdf2Sync(phrase, bytes("salt"), sealed.iterations, 32, "sha256");
  const cipher = createDecipheriv("aes-256-gcm", key, bytes("iv")).setAAD(Buffer.from(`${format}\n${made}`)).setAuthTag(data.subarray(-16));
  return JSON.parse(Buffer.concat([cipher.update(data.subarray(0, -16)), cipher.final()]).toString());
}

// Everything that the browser keeps for the page, as one string of bytes.
const kept = (it) => it.evaluate(async () => {
  const asked = indexedDB.open("hudna-intake");
  const db = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const all = await new Promise((done) => { const got = db.transaction("sealed").objectStore("sealed").getAll(); got.onsuccess = () => done(got.result); });
  db.close();
  const said = (v) => (v instanceof Uint8Array ? new TextDecoder().decode(v) : String(v));
  return all.map((r) => Object.values(r).map(said).join(" ")).join(" ") + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie;
});

const ack = (keys) => JSON.stringify({ format: "hudna-ack/1", acks: keys.map((key, i) => ({ key, report: `R-7F3K2${i}`, entry: 41 + i, at: "2016-05-04T09:00:00Z" })), head: null });
const load = (it, text) => it.locator("label.file input").setInputFiles({ name: "ack.json", mimeType: "application/json", buffer: Buffer.from(text) });

async function whole(context, lang, size) {
  await opened(context, { lang, size }, async (it, said) => {
    await direction(it, lang);
    const name = `offline-${lang}-${size.width}`, look = async (step) => { await accessible(it); await fits(it); await shot(it, `${name}-${step}`); };
    await look("1-phrase");
    await enter(it, said);
    await look("2-empty");
    await writeReport(it, said, lang);
    await it.getByText(said["position-read"].split("%")[0]).waitFor();
    await look("3-report");
    await finish(it, said);
    await press(it, said["new-nil"]);
    await press(it, said.done);
    await it.locator("#errors").waitFor();
    await look("4-nil-missing");
    await it.fill("#watched", "a road");
    await it.fill("#from", "2016-05-03T08:00");
    await it.fill("#until", "2016-05-03T16:00");
    await it.fill("#area", lang === "ar" ? "حلب" : "Aleppo");
    await it.fill("#source", "Team 3");
    await finish(it, said);
    await look("5-waiting");
    await press(it, said.export);
    await look("6-hand-out");
    await press(it, said.back);
    const { name: file, file: sealed } = await handOut(it, said);
    holds(/^hudna-intake-\d{4}-\d\d-\d\d-\w{6}\.json$/.test(file), file);
    const { submissions } = open(sealed, SHARED);
    same(submissions.map((s) => s.kind).sort(), ["nil", "report"], "kinds");
    const report = submissions.find((s) => s.kind === "report");
    same([report.text, report.count, report.distance_m, report.time.start, report.position.lat], [TEXT[lang], { low: 2, high: 3 }, 1500, "2016-05-03T14:20+03:00", 36.200299], "what was written");
    same([report.attachments[0].name, Buffer.from(report.attachments[0].data, "base64").toString()], ["صورة 1.jpg", PHOTO.toString()], "attachment");
    await look("7-handed-out");
    await load(it, ack([report.key]));
    await it.locator(".receipts li").waitFor();
    same(await it.locator(".draft").count(), 1, "drafts left");
    await load(it, ack(submissions.map((s) => s.key)));
    await it.locator(".receipts li").nth(1).waitFor();
    same(await it.locator(".draft").count(), 0, "drafts left");
    await look("8-receipts");
  });
}

export const cases = [
  ...LANGS.flatMap((lang) => [PHONE, WIDE].map((size) => ({ name: `from the first word to the receipt, ${lang}, ${size.width}`, run: (context) => whole(context, lang, size) }))),

  { name: "nothing in clear is kept, and a reload asks for the phrase", run: (context) => opened(context, {}, async (it, said) => {
    await enter(it, said);
    await writeReport(it, said, "en");
    await press(it, said.later);
    const all = await kept(it);
    for (const word of ["blasts", "M-14", "السكري", "2016", "jpg", "picture", "copper"]) holds(!all.includes(word), `"${word}" is kept in clear`);
    await it.reload();
    holds(!(await it.content()).includes("M-14"), "the page shows a draft while locked");
    await unlock(it, said, "another phrase of five words");
    await it.getByText(said["phrase-wrong"]).waitFor();
    await unlock(it, said);
    await it.getByText(TEXT.en).waitFor();
  }) },

  { name: "locks after five minutes without use, and keeps what was being written", run: (context) => opened(context, {}, async (it, said) => {
    await it.clock.install();
    await it.reload();
    await enter(it, said);
    await press(it, said["new-report"]);
    await it.fill("#text", "half a sentence");
    await it.clock.runFor(4.5 * 60 * 1000);
    await it.locator("#text").waitFor();
    await it.clock.runFor(40 * 1000);
    await it.getByText(said.idle).waitFor();
    holds(!(await it.content()).includes("half a sentence"), "words stay on the screen");
    await unlock(it, said);
    await it.getByText("half a sentence").waitFor();
  }) },

  { name: "languages change in the middle of a report and nothing is lost", run: (context) => opened(context, { lang: "ar", size: PHONE }, async (it, said) => {
    await enter(it, said);
    await press(it, said["new-report"]);
    await it.fill("#text", TEXT.ar);
    await press(it, "English");
    await direction(it, "en");
    await it.getByRole("heading", { name: messages("en").report }).waitFor();
    same(await it.inputValue("#text"), TEXT.ar, "text");
    await accessible(it);
  }) },

  { name: "a receipt of others wipes nothing, one that is none is refused", run: (context) => opened(context, {}, async (it, said) => {
    await enter(it, said);
    await writeReport(it, said, "en");
    await finish(it, said);
    await handOut(it, said);
    await load(it, "{}");
    await it.getByText(said["ack-unread"]).waitFor();
    await load(it, ack(["f".repeat(32)]));
    await it.getByRole("status").filter({ hasText: said["ack-others"].split("%")[0] }).waitFor();
    same([await it.locator(".draft.handed").count(), await it.locator(".receipts li").count()], [1, 0], "drafts and receipts");
  }) },

  { name: "a correction is a new report that names the first; both arrive", run: (context) => opened(context, {}, async (it, said) => {
    await enter(it, said);
    await writeReport(it, said, "en");
    await finish(it, said);
    const [first] = open((await handOut(it, said)).file, SHARED).submissions;
    await press(it, said.correct);
    await it.fill("#text", "Three blasts.");
    await finish(it, said);
    const [second] = open((await handOut(it, said)).file, SHARED).submissions;
    same([second.corrects, second.text, second.attachments.length], [first.key, "Three blasts.", 1], "correction");
    await load(it, ack([first.key]));
    await it.locator(".receipts li").waitFor();
    const { file } = await handOut(it, said, true);
    same(open(file, SHARED).submissions[0].attachments.length, 1, "attachment after the first has gone");
  }) },

  { name: "in clear only after a second press; the same key each time", run: (context) => opened(context, {}, async (it, said) => {
    await enter(it, said);
    await writeReport(it, said, "en");
    await finish(it, said);
    const keys = [];
    for (let i = 0; i < 2; i += 1) {
      await press(it, said.export);
      if (i) await it.locator(".picks input").check();
      await press(it, said["clear-go"]);
      await it.getByText(said["clear-go-sure"]).waitFor();
      const [file] = await Promise.all([it.waitForEvent("download"), press(it, said["clear-go-yes"])]);
      keys.push(JSON.parse(readFileSync(await file.path(), "utf8")).clear.submissions[0].key);
    }
    same(keys[0], keys[1], "key");
  }) },

  { name: "wipe all asks once more and leaves nothing", run: (context) => opened(context, {}, async (it, said) => {
    await enter(it, said);
    await writeReport(it, said, "en");
    await finish(it, said);
    await press(it, said.wipe);
    await press(it, said.keep);
    same(await it.locator(".draft").count(), 1, "drafts after keeping");
    await press(it, said.wipe);
    await press(it, said["wipe-yes"]);
    await it.getByRole("heading", { name: said["gate-new"] }).waitFor();
    same(await kept(it), "{}{}", "what is kept");
  }) },

  { name: "a weak phrase is refused, in words", run: (context) => opened(context, {}, async (it, said) => {
    await it.fill("#phrase", "password 2016");
    await it.fill("#again", "password 2016");
    await press(it, said["phrase-set"]);
    await it.getByRole("alert").filter({ hasText: said["phrase-weak"] }).waitFor();
  }) },

  { name: "where the browser cannot seal it says so and hands out in clear alone", run: async ({ browser, base }) => {
    const it = await person(browser), said = messages("en"), html = await page(base, "en");
    await it.route("http://desk.example/*", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await it.goto("http://desk.example/intake.html");
    await it.getByRole("heading", { name: said.unsafe }).waitFor();
    await accessible(it);
    await press(it, said["unsafe-go"]);
    await it.getByText(said["not-kept"]).waitFor();
    await press(it, said["new-nil"]);
    await it.fill("#watched", "a road");
    await it.fill("#from", "2016-05-03T08:00");
    await it.fill("#until", "2016-05-03T16:00");
    await it.fill("#area", "Aleppo");
    await it.fill("#source", "Team 3");
    await press(it, said.done);
    await press(it, said.export);
    same(await it.locator("#shared").count(), 0, "fields for a phrase");
    await press(it, said["clear-go"]);
    const [file] = await Promise.all([it.waitForEvent("download"), press(it, said["clear-go-yes"])]);
    same(JSON.parse(readFileSync(await file.path(), "utf8")).clear.submissions[0].watched, "a road", "what was written");
  } },
];
