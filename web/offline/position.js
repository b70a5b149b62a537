// Positions as people give them: decimal degrees or a reference of the Military Grid Reference System, on WGS 84.
// Nothing is guessed: what cannot be read is refused with the name of the message that says why.

// Digits of Arabic and Persian keyboards as 0–9; marks of direction dropped; the Arabic decimal sign and commas as Latin ones.
function plain(text) {
  return String(text)
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/\u066b/g, ".").replace(/[\u060c\u061b;]/g, ",")
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "").replace(/\u2212/g, "-").trim();
}

// Series of Krüger in the third flattening n, to n⁴: below a millimetre inside a zone (Karney 2011, equations 35 and 36).
const AXIS = 6378137, FLAT = 1 / 298.257223563, SCALE = 0.9996, N = FLAT / (2 - FLAT);
const RECTIFYING = AXIS / (1 + N) * (1 + N ** 2 / 4 + N ** 4 / 64);
const BETA = [N / 2 - 2 / 3 * N ** 2 + 37 / 96 * N ** 3 - N ** 4 / 360, N ** 2 / 48 + N ** 3 / 15 - 437 / 1440 * N ** 4,
  17 / 480 * N ** 3 - 37 / 840 * N ** 4, 4397 / 161280 * N ** 4];
const DELTA = [2 * N - 2 / 3 * N ** 2 - 2 * N ** 3 + 116 / 45 * N ** 4, 7 / 3 * N ** 2 - 8 / 5 * N ** 3 - 227 / 45 * N ** 4,
  56 / 15 * N ** 3 - 136 / 35 * N ** 4, 4279 / 630 * N ** 4];

// Degrees of a point in metres of a zone; `north` is counted from the equator, negative south of it.
function utmToDegrees(zone, east, north) {
  const xi = north / (SCALE * RECTIFYING), eta = (east - 500000) / (SCALE * RECTIFYING);
  let x = xi, y = eta;
  BETA.forEach((b, i) => {
    x -= b * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta);
    y -= b * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta);
  });
  const chi = Math.asin(Math.sin(x) / Math.cosh(y));
  const lat = DELTA.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), chi);
  const lon = Math.atan2(Math.sinh(y), Math.cos(x));
  return { lat: lat * 180 / Math.PI, lon: lon * 180 / Math.PI + zone * 6 - 183 };
}

const BANDS = "CDEFGHJKLMNPQRSTUVWX", LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
// The first hundred kilometres of each band, by its lower latitude; southern bands count from 10,000 km.
const BAND_NORTH = [11, 20, 28, 37, 46, 55, 64, 73, 82, 91, 0, 8, 17, 26, 35, 44, 53, 62, 70, 79];

// South-west corner and size, in metres, of the square that a reference names; null where there is no such square.
function mgrsSquare(zone, band, column, row, digits) {
  const b = BANDS.indexOf(band), c = LETTERS.indexOf(column) - (zone - 1) % 3 * 8, r = LETTERS.indexOf(row);
  if (zone < 1 || zone > 60 || b < 0 || c < 0 || c > 7 || r < 0 || r > 19) return null;
  const half = digits.length / 2, size = 10 ** (5 - half);
  let hundreds = (r + (zone % 2 ? 0 : 15)) % 20;
  while (hundreds < BAND_NORTH[b]) hundreds += 20;
  const east = (c + 1) * 1e5 + Number(digits.slice(0, half) || 0) * size;
  const north = hundreds * 1e5 + Number(digits.slice(half) || 0) * size - (b < 10 ? 1e7 : 0);
  return { zone, east, north, size, south: b * 8 - 80, wide: band === "V" || band === "X" };
}

// The middle of a reference's square, and how far its corners are: {lat, lon, reach} or {error}.
function parseMgrs(text) {
  const parts = plain(text).toUpperCase().replace(/[\s,]+/g, "").match(/^(\d{1,2})([A-Z])([A-Z])([A-Z])(\d*)$/);
  if (!parts) return { error: "position-unread" };
  if (parts[5].length % 2 || parts[5].length > 10) return { error: "mgrs-digits" };
  const square = mgrsSquare(Number(parts[1]), parts[2], parts[3], parts[4], parts[5]);
  if (!square) return { error: "mgrs-none" };
  const half = square.size / 2, at = utmToDegrees(square.zone, square.east + half, square.north + half);
  // A square may stand out over the edge of its band or zone by its own size and no more.
  const spare = 0.02 + square.size / 90000, off = Math.abs(at.lon - (square.zone * 6 - 183));
  const top = square.south + (square.south === 72 ? 12 : 8);
  if (at.lat < square.south - spare || at.lat > top + spare) return { error: "mgrs-none" };
  if (off > (square.wide ? 6 : 3) + spare / Math.cos(at.lat * Math.PI / 180)) return { error: "mgrs-none" };
  return { lat: at.lat, lon: at.lon, reach: Math.ceil(square.size * Math.SQRT1_2), form: "mgrs" };
}

// Two numbers, latitude first, each bare, or with its hemisphere before or behind it: {lat, lon, reach} or {error}.
const NUMBER = "(\\d{1,3}(?:\\.\\d+)?)", BETWEEN = "\\s*[,\\s]\\s*";
const DEGREES = [
  [`([+-]?)${NUMBER}`, BETWEEN, (m) => [["N", m[1], m[2]], ["E", m[3], m[4]]]],
  [`([NSEW])\\s*${NUMBER}`, "\\s*,?\\s*", (m) => [[m[1], "", m[2]], [m[3], "", m[4]]]],
  [`${NUMBER}\\s*([NSEW])`, "\\s*,?\\s*", (m) => [[m[2], "", m[1]], [m[4], "", m[3]]]],
].map(([one, between, read]) => [new RegExp(`^${one}${between}${one}$`), read]);

function parseDegrees(text) {
  const said = plain(text).toUpperCase().replace(/°/g, ""), [form, read] = DEGREES.find(([form]) => form.test(said)) || [];
  if (!form) return { error: "position-unread" };
  const [a, b] = read(said.match(form)).sort(([x]) => (/[NS]/.test(x) ? -1 : 1));
  if (/[EW]/.test(a[0]) || /[NS]/.test(b[0])) return { error: "position-unread" };
  const [lat, lon] = [a, b].map(([side, sign, number]) => Number(number) * (/[SW]/.test(side) || sign === "-" ? -1 : 1));
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return { error: "degrees-range" };
  // The last decimal is rounded: half of it, in metres of latitude, is how well the point is known.
  const places = Math.min(...[a, b].map((x) => (x[2].split(".")[1] || "").length));
  return { lat, lon, reach: Math.ceil(111320 * 10 ** -places / 2), form: "degrees" };
}

// Either form; the place of the letters tells which one is meant.
function parsePosition(text) {
  return /^\d{1,2}\s*[A-Z]\s*[A-Z]\s*[A-Z]/i.test(plain(text)) ? parseMgrs(text) : parseDegrees(text);
}
