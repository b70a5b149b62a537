// The offline file made from its parts, as the server makes it: so that it can be tested without one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
export const read = (path) => readFileSync(fileURLToPath(new URL(path, root)), "utf8");
const lines = (text) => text.split("\n").map((line) => line.trim());

// Whole-line comments and indentation stay at home; nothing else is touched.
export const squeeze = (text) => lines(text).filter((line) => line && !line.startsWith("//") && !/^\/\*.*\*\/$/.test(line)).join("\n");
export const style = () => squeeze(read("web/offline/intake.css")).replace(/ ?([{};]) ?/g, "$1").replace(/: /g, ":").replace(/;\}/g, "}");
export const parts = () => lines(read("web/offline/order")).filter(Boolean);
export const script = () => parts().map((name) => squeeze(read(`web/offline/${name}`))).join("\n");

// Messages of one language by name, without the prefix they share.
export function messages(lang) {
  const found = lines(read(`templates/messages/pages/offline.${lang}.ftl`)).map((line) => line.match(/^w-offline-([\w-]+) = (.+)$/)).filter(Boolean);
  return Object.fromEntries(found.map(([, id, text]) => [id, text]));
}

const safe = (value) => JSON.stringify(value).replace(/</g, "\\u003c");
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

export function render(lang, { areas = [], desk = "" } = {}) {
  const said = { en: messages("en"), ar: messages("ar") }, looks = style(), code = script();
  const pairs = Object.fromEntries(Object.keys(said.en).filter((id) => id !== "noscript").map((id) => [id, [said.en[id], said.ar[id]]]));
  const values = {
    lang, dir: lang === "ar" ? "rtl" : "ltr", title: escaped(said[lang].title), noscript_ar: escaped(said.ar.noscript), noscript_en: escaped(said.en.noscript),
    style: looks, style_hash: hash(looks), script: code, script_hash: hash(code), settings: safe({ lang, desk, areas }), messages: safe(pairs),
  };
  return read("templates/pages/offline.html.jinja").replace(/\{\{ (\w+)(?:\|safe)? \}\}/g, (whole, name) => values[name]);
}
