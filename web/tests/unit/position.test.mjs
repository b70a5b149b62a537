// Positions: published points, an independent projection, and what must be refused.
import assert from "node:assert/strict";
import test from "node:test";
import { dice, offline, own } from "./load.mjs";

const { parsePosition, utmToDegrees, plain } = offline();
const near = (got, want, within) => assert.ok(Math.abs(got - want) <= within, `${got} is not within ${within} of ${want}`);

test("published points", () => {
  // Reference, latitude, longitude, tolerance in degrees: half the last decimal printed, and half a square where its corner is printed.
  const points = [
    ["38SMB4488", 33.33424, 44.40363, 0.000005], // GeographicLib, manual of GeoConvert: the middle of a kilometre in Baghdad
    ["31U DQ 48251 11932", 48.858194, 2.294489, 0.00001], // geodesy (C. Veness), its README: 48°51′29.50″N 002°17′40.16″E, the corner
    ["18SUJ23480647", 38.88947, -77.03524, 0.0001], // FGDC-STD-011-2001, United States National Grid: a ten-metre square in Washington
    ["4Q FJ 12345 67890", 21.4097967, -157.9160812, 0.00001], // Palantir Foundry, mgrsToGeoPoint: the corner
  ];
  for (const [reference, lat, lon, within] of points) {
    const at = parsePosition(reference);
    near(at.lat, lat, within);
    near(at.lon, lon, within);
  }
  near(utmToDegrees(31, 500000, 9889470 - 1e7).lat, -1, 0.000005); // GeoConvert again: 1°S 3°E is 31s 500000 9889470
});

// Snyder's forward series (USGS Professional Paper 1395, equations 8-9 to 8-15): other formulas than those tested, good to a few centimetres.
function snyder(lat, lon, zone) {
  const a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f), ep2 = e2 / (1 - e2), k0 = 0.9996;
  const phi = lat * Math.PI / 180, n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2), t = Math.tan(phi) ** 2, c = ep2 * Math.cos(phi) ** 2;
  const d = (lon - (zone * 6 - 183)) * Math.PI / 180 * Math.cos(phi);
  const m = a * ((1 - e2 / 4 - 3 * e2 ** 2 / 64 - 5 * e2 ** 3 / 256) * phi - (3 * e2 / 8 + 3 * e2 ** 2 / 32 + 45 * e2 ** 3 / 1024) * Math.sin(2 * phi)
    + (15 * e2 ** 2 / 256 + 45 * e2 ** 3 / 1024) * Math.sin(4 * phi) - 35 * e2 ** 3 / 3072 * Math.sin(6 * phi));
  const east = k0 * n * (d + (1 - t + c) * d ** 3 / 6 + (5 - 18 * t + t ** 2 + 72 * c - 58 * ep2) * d ** 5 / 120) + 500000;
  const north = k0 * (m + n * Math.tan(phi) * (d ** 2 / 2 + (5 - t + 9 * c + 4 * c ** 2) * d ** 4 / 24 + (61 - 58 * t + t ** 2 + 600 * c - 330 * ep2) * d ** 6 / 720));
  return { east, north };
}

const BANDS = "CDEFGHJKLMNPQRSTUVWX", LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
function reference(lat, lon, digits) {
  const zone = Math.floor((lon + 180) / 6) + 1, { east, north } = snyder(lat, lon, zone), size = 10 ** (5 - digits);
  const column = LETTERS[(zone - 1) % 3 * 8 + Math.floor(east / 1e5) - 1], up = ((north % 2e6) + 2e6) % 2e6;
  const row = LETTERS.slice(0, 20)[(Math.floor(up / 1e5) + (zone % 2 ? 0 : 5)) % 20];
  const part = (x) => String(Math.floor(x % 1e5 / size)).padStart(digits, "0");
  return `${zone}${BANDS[Math.min(19, Math.floor((lat + 80) / 8))]}${column}${row}${part(east)}${part(up)}`;
}

test("points of the whole grid come back", () => {
  const roll = dice(8);
  for (let i = 0; i < 5000; i += 1) {
    const lat = roll() * 163.8 - 79.9, lon = roll() * 359.9 - 179.95, said = reference(lat, lon, 5), at = parsePosition(said);
    assert.equal(at.error, undefined, `${said} of ${lat}, ${lon}`);
    const metres = Math.hypot((at.lat - lat) * 111320, (at.lon - lon) * 111320 * Math.cos(lat * Math.PI / 180));
    assert.ok(metres < 1.1, `${said}: ${metres} m off`);
  }
});

test("a shorter reference holds the longer one, and says how far it reaches", () => {
  const fine = parsePosition("37SCA3370907750");
  for (const [said, reach] of [["37SCA33700775", 8], ["37SCA337077", 71], ["37SCA3307", 708], ["37SCA30", 7072], ["37SCA", 70711]]) {
    const at = parsePosition(said);
    assert.equal(at.reach, reach);
    assert.ok(Math.hypot((at.lat - fine.lat) * 111320, (at.lon - fine.lon) * 90000) <= reach, said);
  }
});

test("degrees in the ways people write them", () => {
  const same = ["36.2, 37.15", "36.2 37.15", "36.2,37.15", "N36.2 E37.15", "E37.15 N36.2", "36.2N37.15E", "36.2° N, 37.15° E", "٣٦٫٢، ٣٧٫١٥", "\u206636.2, 37.15\u2069", " +36.2 +37.15 "];
  for (const said of same) assert.deepEqual(own(parsePosition(said)), { lat: 36.2, lon: 37.15, reach: 5566, form: "degrees" }, said);
  assert.deepEqual(own(parsePosition("36.20 S, 37.15 W")), { lat: -36.2, lon: -37.15, reach: 557, form: "degrees" });
  assert.equal(parsePosition("36.2021, 37.1343").reach, 6);
});

test("what is refused, and how", () => {
  const refused = {
    "position-unread": ["", "حلب", "36.2", "36,20 37,15", "36.2137.15", "N36.2 N37.15", "36.2E 37.15E", "1e3 4", "36.2; DROP", "37S CA 337 0x"],
    "degrees-range": ["91, 10", "37.15, 181", "95N 10E"],
    "mgrs-digits": ["37SCA123", "37SCA123456789012"],
    "mgrs-none": ["00SCA1234", "61SCA1234", "37ICA1234", "37SCI1234", "37SZZ1234", "37SCW1234", "37OCA1234", "37SAA1234", "37SCQ1234", "24XWT783908"],
  };
  for (const [error, all] of Object.entries(refused)) for (const said of all) assert.equal(parsePosition(said).error, error, said);
});

test("digits, signs and marks of direction", () => {
  assert.equal(plain("\u200f٣٦٫٢\u061c، ۳۷ "), "36.2, 37");
  assert.equal(plain("\u22121"), "-1");
});
