// Both languages whole, every message used, and the file light enough for a bad line.
import assert from "node:assert/strict";
import test from "node:test";
import { messages, parts, read, render, script } from "../offline.mjs";

const LIMIT = 60_000;
const said = { en: messages("en"), ar: messages("ar") }, code = script();

test("the same messages in both languages, with the same things put in", () => {
  assert.deepEqual(Object.keys(said.ar), Object.keys(said.en));
  const put = (text) => (text.match(/%\w+/g) || []).sort();
  for (const id of Object.keys(said.en)) assert.deepEqual(put(said.ar[id]), put(said.en[id]), id);
});

test("Arabic is Arabic", () => {
  for (const [id, text] of Object.entries(said.ar)) assert.match(text, /\p{Script=Arabic}/u, id);
});

test("lines that can be inlined: no selectors, no placeables, one line each", () => {
  for (const lang of ["en", "ar"]) {
    const lines = read(`templates/messages/pages/offline.${lang}.ftl`).split("\n");
    for (const line of lines) assert.match(line, /^(#.*|w-offline-[a-z-]+ = [^{}]+|)$/, line);
  }
});

test("every message asked for exists, and every message is asked for", () => {
  // Names made of two parts: t(`wind-${v}`) and the like.
  const made = ["perceived", "reached", "wind", "unit"], sure = ["wipe", "drop", "clear-go"];
  const whole = new Set([...code.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map((m) => m[1]));
  const known = (id) => whole.has(id) || made.some((m) => id.startsWith(`${m}-`)) || sure.some((s) => [`${s}-sure`, `${s}-yes`].includes(id)) || ["own", "noscript"].includes(id);
  for (const id of Object.keys(said.en)) assert.ok(known(id), `${id} is not used`);
  for (const [, id] of code.matchAll(/\bt\("([\w-]+)"/g)) assert.ok(id in said.en, `${id} is not written`);
  for (const [, id] of code.matchAll(/miss\("?[\w\[\], "]*?"?, "([\w-]+)"\)/g)) assert.ok(id in said.en, `${id} is not written`);
  for (const [, id] of code.matchAll(/error: "([\w-]+)"/g)) assert.ok(id in said.en, `${id} is not written`);
});

test("at most 60 kB, with the areas of a country", () => {
  const areas = Array.from({ length: 14 }, (_, i) => [`Governorate ${i}`, `محافظة ${i}`]);
  for (const lang of ["en", "ar"]) assert.ok(Buffer.byteLength(render(lang, { areas })) <= LIMIT, String(Buffer.byteLength(render(lang, { areas }))));
});

test("scripts of the pages are as light as they are said to be, and say nothing of their own", () => {
  for (const [name, limit] of [["hudna", 12_000], ["upload", 8_000]]) {
    const text = read(`web/${name}.js`);
    assert.ok(Buffer.byteLength(text) <= limit, `${name}.js: ${Buffer.byteLength(text)}`);
    assert.doesNotMatch(text, /innerHTML|eval\(|\p{Script=Arabic}|\.style\b/u);
  }
});

test("no name of the template stays unfilled, nothing comes from elsewhere", () => {
  for (const lang of ["en", "ar"]) {
    const page = render(lang);
    assert.doesNotMatch(page, /\{\{|>undefined<|sha256-undefined/);
    assert.doesNotMatch(page, /https?:\/\/|src=|@import|url\(/);
  }
});

test("no file of the page is missing from its order", () => {
  assert.deepEqual(parts().slice().sort(), ["intake.js", "position.js", "screens.js", "seal.js", "submission.js", "vault.js"]);
});
