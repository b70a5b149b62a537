// Sealing, against the published vector and against Node's own cryptography.
import assert from "node:assert/strict";
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import test from "node:test";
import { read } from "../offline.mjs";
import { dice, offline, own } from "./load.mjs";

const it = offline(), vector = JSON.parse(read("web/offline/vectors/intake-1.json"));

// What a reader in another language has to do, in its own words.
function openByHand(file, phrase) {
  const bytes = (name) => Buffer.from(file.sealed[name], "base64"), data = bytes("data");
  const said = phrase.normalize("NFC").trim().replace(/\s+/g, " ");
  const key = pbkdf2Sync(said, bytes("salt"), file.sealed.iterations, 32, "sha256");
  const open = createDecipheriv("aes-256-gcm", key, bytes("iv")).setAAD(Buffer.from(`${file.format}\n${file.made}`)).setAuthTag(data.subarray(-16));
  return JSON.parse(Buffer.concat([open.update(data.subarray(0, -16)), open.final()]).toString("utf8"));
}

test("the vector opens by hand and by the script, and holds what it says", async () => {
  assert.deepEqual(openByHand(vector.sealed, vector.phrase), vector.opened);
  assert.deepEqual(own(await it.openEnvelope(vector.sealed, `  ${vector.phrase.replace(/ /g, "   ")} `)), vector.opened);
  assert.deepEqual(own(await it.openEnvelope(vector.clear, null)), vector.opened);
  assert.equal(vector.sealed.sealed.iterations, 600000);
  for (const { data, sha256, size } of vector.opened.submissions.flatMap((s) => s.attachments)) {
    const bytes = Buffer.from(data, "base64");
    assert.equal(bytes.length, size);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256);
  }
});

test("what is sealed here opens by hand, and every file has its own salt and nonce", async () => {
  const made = "2016-05-03T12:00:00.000Z", what = [{ key: "0".repeat(32), text: "سُمع انفجاران" }];
  const files = [own(await it.envelope(what, made, "five plain words go here")), own(await it.envelope(what, made, "five plain words go here"))];
  for (const file of files) assert.deepEqual(openByHand(file, "five plain words go here"), { submissions: what });
  for (const name of ["salt", "iv", "data"]) assert.notEqual(files[0].sealed[name], files[1].sealed[name]);
});

test("a phrase is the same however its letters are put together", async () => {
  const file = own(await it.envelope([], "2016-05-03T12:00:00.000Z", "أرض café ثلج"));
  assert.deepEqual(openByHand(file, "\u0627\u0654رض cafe\u0301 ثلج"), { submissions: [] });
  assert.equal(it.samePhrase(" \u0627\u0654رض\t  cafe\u0301 "), "\u0623رض caf\u00e9");
});

test("another phrase, and any change, opens nothing", async () => {
  const spoilt = [
    [vector.sealed, `${vector.phrase}s`],
    [{ ...vector.sealed, made: "2016-05-03T12:00:01.000Z" }, vector.phrase],
    [{ ...vector.sealed, sealed: { ...vector.sealed.sealed, data: vector.sealed.sealed.data.replace(/^./, (c) => (c === "A" ? "B" : "A")) } }, vector.phrase],
  ];
  for (const [file, phrase] of spoilt) await assert.rejects(() => it.openEnvelope(file, phrase));
});

test("base64 of every length", () => {
  const roll = dice(3);
  for (const length of [0, 1, 2, 3, 24572, 24573, 24574, 70000]) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(roll() * 256));
    assert.equal(it.toBase64(bytes), Buffer.from(bytes).toString("base64"));
    assert.deepEqual(Buffer.from(it.fromBase64(it.toBase64(bytes))), Buffer.from(bytes));
  }
});

test("strength of phrases", () => {
  const weak = ["", "password", "Password1!", "12345678901234567890", "aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrst", "word word word word word word", "one two three", "كلمة سر", "حلب 2016"];
  const fair = ["copper lantern seventh meadow drift", "قنديل نحاس سابع مرج غبار", "k7#Qz9!vT2mR4x"];
  const strong = ["copper lantern seventh meadow drift ochre walnut", "قنديل نحاس سابع مرج غبار جوز ثلج"];
  for (const phrase of weak) assert.ok(it.phraseBits(phrase) < it.WEAK, `${phrase}: ${it.phraseBits(phrase)}`);
  for (const phrase of fair) assert.ok(it.phraseBits(phrase) >= it.WEAK && it.phraseBits(phrase) < it.STRONG + 10, `${phrase}: ${it.phraseBits(phrase)}`);
  for (const phrase of strong) assert.ok(it.phraseBits(phrase) >= it.STRONG, `${phrase}: ${it.phraseBits(phrase)}`);
});

test("the vault keeps nothing in clear, and opens with its phrase alone", async () => {
  const store = it.memoryStore(), records = [], put = store.put;
  store.put = (record) => { records.push(record); return put(record); };
  const vault = new it.Vault(store), phrase = "copper lantern seventh meadow drift", draft = { id: "d1", text: "two blasts, سُمع انفجاران" };
  await vault.create(phrase);
  await vault.put("d1", draft);
  await vault.putBytes("b1", Buffer.from("two blasts"));
  const kept = Buffer.concat(records.flatMap((r) => Object.values(r).filter((v) => typeof v === "object").map((v) => Buffer.from(v))));
  for (const word of ["two blasts", "انفجاران", "copper"]) assert.equal(kept.includes(Buffer.from(word)), false);
  const again = new it.Vault(store);
  assert.equal(await again.unlock("another phrase altogether"), false);
  assert.equal(again.open, false);
  assert.equal(await again.unlock(phrase), true);
  assert.deepEqual(own(await again.list("d")), { values: [draft], unread: 0 });
  assert.equal(Buffer.from(await again.bytes("b1")).toString(), "two blasts");
});

test("a sealed record cannot stand in the place of another, and what another key sealed is counted", async () => {
  const store = it.memoryStore(), vault = new it.Vault(store);
  await vault.create("copper lantern seventh meadow drift");
  await vault.put("d1", { id: "d1" });
  await store.put({ ...(await store.get("d1")), id: "d2" });
  assert.deepEqual(own(await vault.list("d")), { values: [{ id: "d1" }], unread: 1 });
  await vault.wipe();
  assert.deepEqual(own(await store.ids()), []);
  assert.equal(vault.open, false);
});
