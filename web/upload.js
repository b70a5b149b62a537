// Attachments over a bad line (docs/formats/intake.md): pieces of a size that the line can carry, and after a break on from where the
// desk stands. Loaded on pages with a form `[data-resume]`; without it the form goes as it is.
(() => {
  "use strict";
  const one = (what, from = document) => from.querySelector(what);
  const all = (what, from = document) => Array.from(from.querySelectorAll(what));
  const fill = (text, values) => (text || "").replace(/%(\w+)/g, (same, name) => (name in values ? values[name] : same));

  const SMALL = 16384, LARGE = 1048576, TRIES = 12;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  // The same file chosen again in this tab goes on; kept is a number made from its name, size and date, not these.
  function uploadId(file, renew) {
    let hash = 0xcbf29ce484222325n;
    for (const c of `${file.name}/${file.size}/${file.lastModified}`) hash = BigInt.asUintN(64, (hash ^ BigInt(c.codePointAt(0))) * 0x100000001b3n);
    const fresh = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
    try {
      const name = `hudna-upload-${hash.toString(16)}`, id = (!renew && sessionStorage.getItem(name)) || fresh;
      sessionStorage.setItem(name, id);
      return id;
    } catch { return fresh; }
  }

  async function ask(url, options) {
    const stop = new AbortController(), clock = setTimeout(() => stop.abort(), 60000);
    try { return await fetch(url, { ...options, credentials: "same-origin", signal: stop.signal }); } finally { clearTimeout(clock); }
  }

  // Resolves when the desk has every byte. A refusal (4xx) ends it; a break or a fault of the desk is waited out.
  async function upload(file, url, csrf, told) {
    const again = (status) => status >= 500 && status !== 501 || status === 408 || status === 409 || status === 429;
    let size = 65536, at = -1, failed = 0;
    while (at < file.size) {
      try {
        if (at < 0) {
          const head = await ask(url, { method: "HEAD" });
          if (!head.ok && head.status !== 404) throw Object.assign(new Error(), { status: head.status });
          at = head.ok ? Number(head.headers.get("Upload-Offset")) : 0;
          if (at >= file.size) break;
        }
        const end = Math.min(file.size, at + size), began = Date.now();
        const put = await ask(url, { method: "PUT", body: file.slice(at, end), headers: { "Content-Type": "application/octet-stream", "Content-Range": `bytes ${at}-${end - 1}/${file.size}`,
          "Upload-Name": encodeURIComponent(file.name), "Upload-Type": file.type || "application/octet-stream", "X-CSRF-Token": csrf } });
        if (!put.ok) throw Object.assign(new Error(), { status: put.status });
        at = Number(put.headers.get("Upload-Offset") || end);
        failed = 0;
        const took = Date.now() - began;
        size = took < 2000 ? Math.min(LARGE, size * 2) : took > 8000 ? Math.max(SMALL, size / 2) : size;
        told("uploading", at);
      } catch (fault) {
        failed += 1;
        if ((fault.status && !again(fault.status)) || failed > TRIES) throw fault;
        at = -1;
        size = Math.max(SMALL, size / 2);
        told("waiting", null);
        await pause(fault.status === 409 ? 0 : Math.min(30000, 500 * 2 ** failed) * (0.75 + Math.random() / 2));
      }
    }
    told("uploading", file.size);
  }

  // The id under which the desk has the whole file. What went with an earlier form is gone (410): it goes again under a new id.
  async function whole(file, to, csrf, told) {
    for (const renew of [false, true]) {
      const id = uploadId(file, renew);
      try {
        await upload(file, to + id, csrf, told);
        return id;
      } catch (fault) { if (renew || fault.status !== 410) throw fault; }
    }
  }

  async function onResume(e) {
    const form = e.target, inputs = all("input[type=file][name]", form).filter((i) => i.files.length);
    // An empty file has no pieces: the desk gets the form whole and says what is wrong with it.
    if (!form.matches("[data-resume]") || !inputs.length || e.defaultPrevented || inputs.some((i) => Array.from(i.files).some((f) => !f.size))) return;
    e.preventDefault();
    const submitter = e.submitter, buttons = all("button", form), box = one("[data-progress]", form), csrf = (one("[name=csrf]", form) || { value: "" }).value;
    const files = inputs.flatMap((i) => Array.from(i.files)), total = files.reduce((sum, f) => sum + f.size, 0), said = box && one("output", box), bar = box && one("progress", box);
    let before = 0;
    const told = (what, at) => {
      if (!box) return;
      box.hidden = false;
      if (at !== null) { bar.max = total || 1; bar.value = before + at; }
      said.textContent = fill(form.dataset[what], { percent: total ? Math.floor(bar.value / total * 100) : 100 });
    };
    buttons.forEach((b) => { b.disabled = true; });
    form.setAttribute("aria-busy", "true");
    try {
      for (const file of files) {
        const id = await whole(file, form.dataset.resume || "/api/v1/uploads/", csrf, told);
        before += file.size;
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "upload", value: id }));
      }
      inputs.forEach((i) => i.removeAttribute("name"));
      send(form, submitter);
    } catch (fault) {
      all("input[name=upload]", form).forEach((i) => i.remove());
      // A desk without this door takes the form whole.
      if ([404, 405, 501].includes(fault.status)) return send(form, submitter);
      told("failed", null);
      buttons.forEach((b) => { b.disabled = false; });
    } finally { form.removeAttribute("aria-busy"); }
  }

  function send(form, submitter) {
    if (submitter && submitter.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
    form.submit();
  }

  document.addEventListener("submit", onResume);
})();
