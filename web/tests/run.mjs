// Browser tests: `node run.mjs [BASE_URL] [words of a case's name]`. One line a case, a count, status 1 when any fails.
// Cases with `needs: "server"` are skipped, and counted, where no BASE_URL is given.
import { readdirSync } from "node:fs";
import { launch } from "./helpers.mjs";

const words = process.argv.slice(2), base = (words[0] || "").startsWith("http") ? words.shift() : process.env.BASE_URL || "";
const folder = new URL("cases/", import.meta.url), LIMIT = Number(process.env.CASE_SECONDS || 300) * 1000;

async function cases() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort(), all = [];
  for (const file of files) all.push(...(await import(new URL(file, folder))).cases.map((c) => ({ ...c, name: `${file.replace(/\.mjs$/, "")}: ${c.name}` })));
  return all.filter((c) => words.every((word) => c.name.includes(word)));
}

// Every page that a case opened is looked at for errors, and closed.
async function run(browser, one) {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT); });
  try {
    await Promise.race([one.run({ browser, base }), late]);
    const faults = browser.contexts().flatMap((c) => c.pages()).flatMap((p) => p.faults || []);
    if (faults.length) throw new Error(faults.join("; "));
  } finally {
    clearTimeout(timer);
    await Promise.all(browser.contexts().map((c) => c.close()));
  }
}

// What went wrong and on which line of a case; not the whole log of waiting.
function told(fault) {
  const lines = String(fault.stack || fault).replace(/\u001b\[\d+m/g, "").split("\n"), at = lines.find((line) => line.includes("/cases/"));
  return [...lines.slice(0, 4), at].filter(Boolean).map((line) => `      ${line.trim()}`).join("\n");
}

async function main() {
  const all = await cases(), count = { passed: 0, failed: 0, skipped: 0 };
  let browser;
  try {
    browser = await launch();
  } catch (fault) {
    console.log(`browser tests skipped: ${all.length}; no browser: ${String(fault.message).split("\n")[0]}`);
    console.log("install Chromium (or set CHROMIUM to its path) and run `npm ci` in web/tests");
    return process.env.REQUIRE_BROWSER ? 1 : 0;
  }
  for (const one of all) {
    if (one.needs === "server" && !base) { count.skipped += 1; console.log(`skip  ${one.name} (no BASE_URL)`); continue; }
    try { await run(browser, one); count.passed += 1; console.log(`ok    ${one.name}`); } catch (fault) { count.failed += 1; console.log(`FAIL  ${one.name}\n${told(fault)}`); }
  }
  await browser.close();
  console.log(`browser tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, of ${all.length}`);
  return count.failed || !all.length ? 1 : 0;
}

process.exitCode = await main();
