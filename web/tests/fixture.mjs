// A small desk for the fixture page: it serves the scripts under the policy of the real one, and takes uploads as docs/formats/intake.md
// says, in memory. `faults` breaks what a bad line breaks.
import { createServer } from "node:http";
import { read } from "./offline.mjs";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const FILES = { "/hudna.js": ["text/javascript", "web/hudna.js"], "/upload.js": ["text/javascript", "web/upload.js"] };

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

export class Desk {
  constructor() { this.uploads = new Map(); this.gone = new Set(); this.sent = []; this.puts = []; this.faults = () => null; this.doors = true; }

  async start() {
    this.server = createServer((request, answer) => this.take(request, answer).catch(() => answer.destroy()));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  stop() { this.server.closeAllConnections(); return new Promise((done) => this.server.close(done)); }

  async take(request, answer) {
    const url = new URL(request.url, this.url), file = FILES[url.pathname];
    const reply = (status, headers = {}, text = "") => answer.writeHead(status, { "Content-Security-Policy": POLICY, ...headers }).end(text);
    if (file) return reply(200, { "Content-Type": file[0] }, read(file[1]));
    if (url.pathname === "/page.css") return reply(200, { "Content-Type": "text/css" }, "[data-pointed]{outline:2px solid} main{max-inline-size:40rem} input,button{max-inline-size:100%}");
    if (url.pathname === "/submit") return this.submit(request, reply);
    if (url.pathname.startsWith("/api/v1/uploads/") && this.doors) return this.upload(url.pathname.slice(16), request, reply, answer);
    return url.pathname.startsWith("/api/") ? reply(404) : reply(200, { "Content-Type": "text/html" }, read("web/tests/fixtures/page.html"));
  }

  async submit(request, reply) {
    this.sent.push((await body(request)).toString("latin1"));
    reply(200, { "Content-Type": "text/html" }, "<!DOCTYPE html><html lang=en><title>Sent</title><h1>Sent</h1>");
  }

  async upload(id, request, reply, answer) {
    if (this.gone.has(id)) return reply(410);
    const held = this.uploads.get(id) || Buffer.alloc(0);
    if (request.method === "HEAD") return this.uploads.has(id) ? reply(200, { "Upload-Offset": held.length }) : reply(404);
    const [, from, to] = (request.headers["content-range"] || "").match(/^bytes (\d+)-(\d+)\/\d+$/).map(Number), piece = await body(request);
    this.puts.push({ from, length: piece.length, csrf: request.headers["x-csrf-token"], name: decodeURIComponent(request.headers["upload-name"]) });
    const fault = this.faults(this.puts.length);
    if (fault === "before") return answer.destroy();
    if (typeof fault === "number") return reply(fault);
    if (from !== held.length || to - from + 1 !== piece.length) return reply(409, { "Upload-Offset": held.length });
    this.uploads.set(id, Buffer.concat([held, piece]));
    // The piece has arrived and its answer is lost: the worst that a bad line does.
    return fault === "after" ? answer.destroy() : reply(204, { "Upload-Offset": held.length + piece.length });
  }
}
