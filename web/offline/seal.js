// Sealing: a phrase makes a key (PBKDF2-SHA-256), the key seals bytes (AES-256-GCM). The formats are told in docs/formats/intake.md.

const ITERATIONS = 600000, KDF = "PBKDF2-SHA-256", FORMAT = "hudna-intake/1", ACK = "hudna-ack/1";
const NO_LOOKALIKES = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const utf8 = (text) => new TextEncoder().encode(text);
const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
const canSeal = () => Boolean(globalThis.isSecureContext && globalThis.crypto && crypto.subtle);
// So that what two people type by ear is the same: composed, outer spaces off, inner ones single.
const samePhrase = (phrase) => phrase.normalize("NFC").trim().replace(/\s+/g, " ");
const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
const shortId = (n) => Array.from(random(n), (b) => NO_LOOKALIKES[b % NO_LOOKALIKES.length]).join("");

// In pieces, because an engine takes only so many arguments at once; a multiple of three keeps padding at the end.
function toBase64(bytes) {
  let out = "";
  for (let i = 0; i < bytes.length; i += 24573) out += btoa(String.fromCharCode(...bytes.subarray(i, i + 24573)));
  return out;
}

function fromBase64(text) {
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

async function keyOf(phrase, salt, iterations = ITERATIONS) {
  const raw = await crypto.subtle.importKey("raw", utf8(samePhrase(phrase)), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// A fresh nonce each time; `bound` is authenticated with the bytes, so that none can be put in the place of another.
async function sealBytes(key, bytes, bound) {
  const iv = random(12);
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(bound) }, key, bytes);
  return { iv, data: new Uint8Array(data) };
}

async function openBytes(key, sealed, bound) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv, additionalData: utf8(bound) }, key, sealed.data));
}

async function sha256(bytes) {
  return canSeal() ? hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) : null;
}

// The file that leaves the device. Without a phrase it is in clear, which the caller has warned of.
async function envelope(submissions, made, phrase) {
  if (phrase === null) return { format: FORMAT, made, clear: { submissions } };
  const salt = random(16), key = await keyOf(phrase, salt);
  const { iv, data } = await sealBytes(key, utf8(JSON.stringify({ submissions })), `${FORMAT}\n${made}`);
  return { format: FORMAT, made, sealed: { kdf: KDF, iterations: ITERATIONS, salt: toBase64(salt), iv: toBase64(iv), data: toBase64(data) } };
}

async function openEnvelope(file, phrase) {
  if (file.clear) return file.clear;
  const { salt, iterations, iv, data } = file.sealed, key = await keyOf(phrase, fromBase64(salt), iterations);
  const bytes = await openBytes(key, { iv: fromBase64(iv), data: fromBase64(data) }, `${file.format}\n${file.made}`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

// A cautious count of the bits in a phrase, without any list of words. A run of letters counts as one chosen word, because
// people choose words (11 bits, as in lists of 2,048, and little for each letter more); what is said before counts one bit.
const WEAK = 50, STRONG = 70;
function phraseBits(phrase) {
  const seen = new Set();
  return (samePhrase(phrase).match(/\p{L}[\p{L}\p{M}]*|\p{Nd}+|[^\p{L}\p{Nd}\s]+/gu) || []).reduce((bits, run) => {
    const same = run.toLowerCase();
    if (seen.has(same)) return bits + 1;
    seen.add(same);
    return bits + runBits(run, same);
  }, 0);
}

// A sign beside the one before it ("1234", "aaa") is worth one bit.
function runBits(run, same) {
  const letters = /\p{L}/u.test(run), each = letters ? 4.7 : /\p{Nd}/u.test(run) ? 3.3 : 4, codes = Array.from(same, (s) => s.codePointAt(0));
  const bits = codes.reduce((sum, code, i) => sum + (i && Math.abs(code - codes[i - 1]) < 2 ? 1 : each), 0);
  const capitals = run !== same && run !== same[0].toUpperCase() + same.slice(1) ? codes.length * 0.5 : 0;
  return letters ? Math.min(bits, 11 + Math.max(0, codes.length - 6) * 0.5) + capitals : bits;
}
