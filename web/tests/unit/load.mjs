// The scripts of the offline file, run as they stand, without a page: their names can then be asked for.
import { webcrypto } from "node:crypto";
import vm from "node:vm";
import { parts, read } from "../offline.mjs";

export function offline(extra = {}) {
  const context = vm.createContext({ crypto: webcrypto, TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, Intl, btoa, atob, setTimeout, clearTimeout, isSecureContext: true, ...extra });
  for (const name of parts()) vm.runInContext(read(`web/offline/${name}`), context, { filename: name });
  return new Proxy({}, { get: (_, name) => vm.runInContext(String(name), context) });
}

// A value of the other context as one of ours, so that it can be compared.
export const own = (value) => JSON.parse(JSON.stringify(value));

// Numbers that look random and are the same in each run (mulberry32, seeded).
export function dice(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
