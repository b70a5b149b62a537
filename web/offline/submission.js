// A draft as the form holds it (strings), and what becomes of it: a submission, or the fields that need another look.

const LIMITS = { files: 5, fileBytes: 8 * 1024 * 1024, bundleBytes: 40 * 1024 * 1024, text: 20000 };
const WINDS = { n: 0, ne: 45, e: 90, se: 135, s: 180, sw: 225, w: 270, nw: 315 };

function newDraft(kind, lang) {
  return { id: `d${shortId(12)}`, key: hex(random(16)), kind, lang, changed: "", handed: "", corrects: null, source: "", perceived: "", text: "", low: "", high: "",
    wind: "", degrees: "", distance: "", unit: "m", position: "", uncertainty: "", place: "", area: "", from: "", until: "", approximate: false,
    watched: "", reached: "yes", reason: "", by: "", files: [] };
}

// A draft that was handed out is never changed: the same key with other words would be refused. A correction is a new one that names it.
function correction(draft) {
  return { ...JSON.parse(JSON.stringify(draft)), id: `d${shortId(12)}`, key: hex(random(16)), corrects: draft.key, handed: "" };
}

const number = (text) => (/^\d+(\.\d+)?$/.test(plain(text)) ? Number(plain(text)) : NaN);
const whole = (text) => (Number.isSafeInteger(number(text)) ? number(text) : NaN);
const words = (text) => text.trim() || null;

// The clock of the device with its distance from UTC: "2016-05-03T14:20+03:00".
function withOffset(local) {
  const minutes = -new Date(local).getTimezoneOffset(), two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${local.slice(0, 16)}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const localNow = (now) => new Date(now - new Date(now).getTimezoneOffset() * 60000).toISOString().slice(0, 16);

// {value, errors}: errors are message names by field, and the value holds only where there are none.
function submissionOf(draft, now) {
  const errors = {}, miss = (field, message) => { errors[field] = errors[field] || message; };
  if (!words(draft.source)) miss("source", "need-source");
  const time = timeOf(draft, now, miss), where = whereOf(draft, miss);
  const rest = draft.kind === "nil" ? nilOf(draft, miss) : reportOf(draft, miss);
  return { errors, value: { key: draft.key, kind: draft.kind, corrects: draft.corrects, source: words(draft.source), ...where, time, ...rest } };
}

function timeOf(draft, now, miss) {
  const times = [draft.from, draft.until].map((t) => (t && !Number.isNaN(Date.parse(t)) ? t : ""));
  if (!times[0]) miss("from", "need-time");
  if (draft.kind === "nil" && !times[1]) miss("until", "need-until");
  if (times[0] && times[1] && times[1] <= times[0]) miss("until", "time-order");
  times.forEach((t, i) => { if (t && Date.parse(t) > now + 300000) miss(["from", "until"][i], "time-future"); });
  return { start: times[0] ? withOffset(times[0]) : null, end: times[1] ? withOffset(times[1]) : null, approximate: draft.approximate, zone: zoneName() };
}

const zoneName = () => Intl.DateTimeFormat().resolvedOptions().timeZone || null;

function whereOf(draft, miss) {
  const area = words(draft.area), place = words(draft.place), given = words(draft.position);
  if (draft.kind === "nil" ? !area : !(area || place || given)) miss("area", draft.kind === "nil" ? "need-area" : "need-where");
  return { area, place, position: given ? positionOf(draft, given, miss) : null };
}

// Never more exact than it was given: the uncertainty is at least that of the reference itself.
function positionOf(draft, given, miss) {
  const at = parsePosition(given), said = draft.uncertainty ? number(draft.uncertainty) : 0;
  if (at.error) miss("position", at.error);
  if (Number.isNaN(said)) miss("uncertainty", "need-number");
  if (at.error || Number.isNaN(said)) return null;
  return { given, form: at.form, lat: Number(at.lat.toFixed(6)), lon: Number(at.lon.toFixed(6)), uncertainty_m: Math.max(said, at.reach) };
}

function reportOf(draft, miss) {
  if (!draft.perceived) miss("perceived", "need-perceived");
  if (!words(draft.text)) miss("text", "need-text");
  if (draft.text.length > LIMITS.text) miss("text", "text-long");
  return { perceived: draft.perceived || null, text: words(draft.text), count: countOf(draft, miss),
    direction: directionOf(draft, miss), distance_m: distanceOf(draft, miss) };
}

function countOf(draft, miss) {
  if (!draft.low && !draft.high) return null;
  const low = whole(draft.low || draft.high), high = whole(draft.high || draft.low);
  if (Number.isNaN(low)) miss("low", "need-whole");
  if (Number.isNaN(high)) miss("high", "need-whole");
  if (low > high) miss("high", "count-order");
  return { low, high };
}

// A wind stands for the eighth of the circle round it; degrees, where given, are exact and go first.
function directionOf(draft, miss) {
  if (!draft.degrees) return draft.wind ? { degrees: WINDS[draft.wind], wind: draft.wind } : null;
  const degrees = number(draft.degrees);
  if (!(degrees >= 0 && degrees <= 360)) miss("degrees", "need-degrees");
  return { degrees: degrees % 360, wind: null };
}

function distanceOf(draft, miss) {
  if (!draft.distance) return null;
  const distance = number(draft.distance) * (draft.unit === "km" ? 1000 : 1);
  if (Number.isNaN(distance)) miss("distance", "need-number");
  return distance;
}

function nilOf(draft, miss) {
  const reached = draft.reached === "yes";
  if (!words(draft.watched)) miss("watched", "need-watched");
  if (!reached && !words(draft.reason)) miss("reason", "need-reason");
  return { watched: words(draft.watched), reached: draft.reached, reason: reached ? null : words(draft.reason), by: draft.reached === "refused" ? words(draft.by) : null };
}

// What is wrong with a file before it is read, or nothing.
function fileFault(file, held) {
  if (held >= LIMITS.files) return "files-many";
  if (file.size > LIMITS.fileBytes) return "file-large";
  return file.size ? null : "file-empty";
}

const bundleName = (now) => `hudna-intake-${localNow(now).slice(0, 10)}-${shortId(6)}.json`;

// The desk's answer, checked before anything is wiped: {acks, head} or {error}.
function parseAck(text) {
  let file;
  try { file = JSON.parse(text); } catch { return { error: "ack-unread" }; }
  if (!file || file.format !== ACK || !Array.isArray(file.acks)) return { error: "ack-unread" };
  const good = (a) => a && /^[0-9a-f]{32}$/.test(a.key) && typeof a.report === "string" && a.report && Number.isSafeInteger(a.entry) && a.entry >= 0;
  return file.acks.every(good) ? { acks: file.acks, head: file.head ?? null } : { error: "ack-unread" };
}
