// Makes intake-1.json anew: `node web/offline/vectors/make.mjs > web/offline/vectors/intake-1.json`. Salt, nonce and key are fixed here and
// nowhere else, so that the vector is the same each time.
import { createHash, createCipheriv, pbkdf2Sync } from "node:crypto";

const phrase = "قنديل نحاس سابع مرج غبار", made = "2016-05-03T12:30:00.000Z", format = "hudna-intake/1";
const photo = Buffer.from("not a picture, only bytes: \u0000\u00ff", "latin1");
const attachment = { name: "صورة 1.jpg", type: "image/jpeg", size: photo.length, modified: "2016-05-03T11:21:00.000Z", sha256: createHash("sha256").update(photo).digest("hex"), data: photo.toString("base64") };
const submissions = [
  {
    key: "000102030405060708090a0b0c0d0e0f", kind: "report", corrects: null, source: "M-14", area: "حلب", place: "السكري",
    position: { given: "37S CA 33709 07750", form: "mgrs", lat: 36.200299, lon: 37.150353, uncertainty_m: 50 },
    time: { start: "2016-05-03T14:20+03:00", end: null, approximate: true, zone: "Asia/Damascus" },
    perceived: "heard", text: "سُمع انفجاران من جهة الشرق، ثم صوت طائرة.", count: { low: 2, high: 3 }, direction: { degrees: 90, wind: "e" }, distance_m: 1500,
    attachments: [attachment],
  },
  {
    key: "101112131415161718191a1b1c1d1e1f", kind: "nil", corrects: null, source: "Team 3", area: "Aleppo", place: null, position: null,
    time: { start: "2016-05-03T08:00+03:00", end: "2016-05-03T16:00+03:00", approximate: false, zone: "Asia/Damascus" },
    watched: "The road and both checkpoints", reached: "yes", reason: null, by: null, attachments: [],
  },
];
const opened = { submissions }, salt = Buffer.from(Array.from({ length: 16 }, (_, i) => i)), iv = Buffer.from(Array.from({ length: 12 }, (_, i) => 16 + i)), iterations = 600000;
const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(phrase, salt, iterations, 32, "sha256"), iv).setAAD(Buffer.from(`${format}\n${made}`));
const data = Buffer.concat([cipher.update(JSON.stringify(opened), "utf8"), cipher.final(), cipher.getAuthTag()]);
const [s, i, d] = [salt, iv, data].map((x) => x.toString("base64"));
const ack = { format: "hudna-ack/1", acks: submissions.map(({ key }, n) => ({ key, report: ["R-7F3K2Q", "R-9M4XWD"][n], entry: 41 + n, at: "2016-05-03T13:00:00Z" })), head: null };
process.stdout.write(`${JSON.stringify({ phrase, sealed: { format, made, sealed: { kdf: "PBKDF2-SHA-256", iterations, salt: s, iv: i, data: d } }, clear: { format, made, clear: opened }, opened, ack }, null, 1)}\n`);
