// From a draft to a submission: what it holds, what is missing, and the desk's answer.
import assert from "node:assert/strict";
import test from "node:test";
import { offline, own } from "./load.mjs";

process.env.TZ = "Asia/Damascus";
const it = offline({ Date }), now = Date.parse("2016-05-04T12:00:00Z");
const report = (more) => ({ ...own(it.newDraft("report", "ar")), source: "M-14", perceived: "heard", text: "سُمع انفجاران من جهة الشرق", place: "السكري", from: "2016-05-03T14:20", ...more });
const nil = (more) => ({ ...own(it.newDraft("nil", "en")), source: "Team 3", area: "Aleppo", watched: "The road and both checkpoints", from: "2016-05-03T08:00", until: "2016-05-03T16:00", ...more });
const errors = (draft) => own(it.submissionOf(draft, now).errors);
const value = (draft) => own(it.submissionOf(draft, now).value);

test("a report, whole", () => {
  const draft = report({ low: "٢", high: "3", degrees: "47", distance: "1.5", unit: "km", position: "37SCA3370907750", uncertainty: "50", approximate: true });
  assert.deepEqual(errors(draft), {});
  const { key, ...rest } = value(draft);
  assert.match(key, /^[0-9a-f]{32}$/);
  assert.deepEqual(rest, {
    kind: "report", corrects: null, source: "M-14", area: null, place: "السكري",
    position: { given: "37SCA3370907750", form: "mgrs", lat: 36.200299, lon: 37.150353, uncertainty_m: 50 },
    time: { start: "2016-05-03T14:20+03:00", end: null, approximate: true, zone: "Asia/Damascus" },
    perceived: "heard", text: "سُمع انفجاران من جهة الشرق", count: { low: 2, high: 3 }, direction: { degrees: 47, wind: null }, distance_m: 1500,
  });
});

test("a nil return, whole, and one that did not get there", () => {
  const { key, ...rest } = value(nil());
  assert.deepEqual(rest, { kind: "nil", corrects: null, source: "Team 3", area: "Aleppo", place: null, position: null,
    time: { start: "2016-05-03T08:00+03:00", end: "2016-05-03T16:00+03:00", approximate: false, zone: "Asia/Damascus" },
    watched: "The road and both checkpoints", reached: "yes", reason: null, by: null });
  const refused = value(nil({ reached: "refused", reason: "sent back", by: "a checkpoint" }));
  assert.deepEqual([refused.reached, refused.reason, refused.by], ["refused", "sent back", "a checkpoint"]);
});

test("what is missing or wrong is told by field", () => {
  const cases = [
    [report({ source: " " }), { source: "need-source" }], [report({ perceived: "" }), { perceived: "need-perceived" }], [report({ text: "\n" }), { text: "need-text" }],
    [report({ text: "x".repeat(20001) }), { text: "text-long" }], [report({ place: "" }), { area: "need-where" }], [report({ from: "" }), { from: "need-time" }],
    [report({ until: "2016-05-03T14:20" }), { until: "time-order" }], [report({ from: "2016-05-04T16:00" }), { from: "time-future" }],
    [report({ low: "4", high: "3" }), { high: "count-order" }], [report({ low: "two" }), { low: "need-whole", high: "need-whole" }], [report({ low: "1.5", high: "2" }), { low: "need-whole" }],
    [report({ degrees: "361" }), { degrees: "need-degrees" }], [report({ distance: "far" }), { distance: "need-number" }],
    [report({ position: "here" }), { position: "position-unread" }], [report({ position: "36, 37", uncertainty: "few" }), { uncertainty: "need-number" }],
    [nil({ area: "" }), { area: "need-area" }], [nil({ until: "" }), { until: "need-until" }], [nil({ watched: "" }), { watched: "need-watched" }], [nil({ reached: "no" }), { reason: "need-reason" }],
  ];
  for (const [draft, want] of cases) assert.deepEqual(errors(draft), want, JSON.stringify(want));
});

test("boundaries that are right", () => {
  for (const draft of [report({ degrees: "0" }), report({ degrees: "360" }), report({ from: "2016-05-04T15:04" }), report({ text: "x".repeat(20000) }), report({ low: "0", high: "0" })]) assert.deepEqual(errors(draft), {});
  assert.deepEqual(value(report({ degrees: "360" })).direction, { degrees: 0, wind: null });
  assert.deepEqual(value(report({ wind: "nw" })).direction, { degrees: 315, wind: "nw" });
  assert.deepEqual(value(report({ high: "7" })).count, { low: 7, high: 7 });
});

test("a position is never more exact than it was given", () => {
  assert.equal(value(report({ position: "37SCA3307", uncertainty: "10" })).position.uncertainty_m, 708);
  assert.equal(value(report({ position: "36.20, 37.15", uncertainty: "2000" })).position.uncertainty_m, 2000);
});

test("a correction is a new submission that names the first", () => {
  const draft = report({ handed: "2016-05-03T18:00:00Z" }), next = own(it.correction(draft));
  assert.notEqual(next.key, draft.key);
  assert.notEqual(next.id, draft.id);
  assert.equal(next.corrects, draft.key);
  assert.equal(next.handed, "");
  assert.equal(next.text, draft.text);
});

test("files", () => {
  assert.equal(it.fileFault({ size: 8 * 1024 * 1024 }, 4), null);
  assert.equal(it.fileFault({ size: 8 * 1024 * 1024 + 1 }, 0), "file-large");
  assert.equal(it.fileFault({ size: 1 }, 5), "files-many");
  assert.equal(it.fileFault({ size: 0 }, 0), "file-empty");
  assert.match(it.bundleName(now), /^hudna-intake-2016-05-04-[2-9A-HJKMNP-TV-Z]{6}\.json$/);
});

test("the desk's answer is checked before anything is wiped", () => {
  const ack = { format: "hudna-ack/1", acks: [{ key: "0123456789abcdef0123456789abcdef", report: "R-7F3K2Q", entry: 41, at: "2016-05-04T09:00:00Z" }], head: "hudna 42" };
  assert.deepEqual(own(it.parseAck(JSON.stringify(ack))), { acks: ack.acks, head: "hudna 42" });
  const wrong = ["", "{", "null", "[]", JSON.stringify({ ...ack, format: "hudna-ack/2" }), JSON.stringify({ ...ack, acks: {} }), JSON.stringify({ ...ack, acks: [null] }),
    JSON.stringify({ ...ack, acks: [{ ...ack.acks[0], key: "short" }] }), JSON.stringify({ ...ack, acks: [{ ...ack.acks[0], entry: "41" }] }), JSON.stringify({ ...ack, acks: [{ ...ack.acks[0], report: "" }] })];
  for (const text of wrong) assert.equal(it.parseAck(text).error, "ack-unread", text);
});
