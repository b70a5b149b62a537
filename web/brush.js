// Choosing a period on a timeline: by dragging over its columns, or with Shift and the arrows, then Enter. Every column is a link without it.
// A period is asked for by the address in `data-brush` with `from` and `to`. What is said to people comes from the page.
(() => {
  "use strict";
  const DRAG = 6;

  for (const figure of document.querySelectorAll("[data-brush]")) {
    const list = figure.querySelector(".cols"), told = figure.querySelector("[data-picked]"), columns = Array.from(list.children);
    const link = (at) => columns[at] && columns[at].querySelector("a");
    const linked = columns.map((_, at) => at).filter(link);
    let held = null, ends = null, dragged = false;

    function say() {
      const [a, b] = ends ? [columns[Math.min(...ends)], columns[Math.max(...ends)]] : [];
      columns.forEach((column, at) => column.classList.toggle("sel", Boolean(ends) && at >= Math.min(...ends) && at <= Math.max(...ends)));
      told.textContent = !ends ? "" : `${told.dataset.picked} ${a === b ? a.dataset.say : `${a.dataset.say} – ${b.dataset.say}`}`;
    }

    function choose(next) { ends = next; say(); }

    function go() {
      const to = new URL(figure.dataset.brush, location.href), [a, b] = [Math.min(...ends), Math.max(...ends)];
      to.searchParams.set("from", columns[a].dataset.from);
      to.searchParams.set("to", columns[b].dataset.to);
      to.searchParams.delete("page");
      location.assign(to);
    }

    // Columns stand side by side in equal widths, from the left in both languages.
    function under(x) {
      const first = columns[0].getBoundingClientRect(), at = Math.floor((x - first.left) / first.width);
      return Math.min(columns.length - 1, Math.max(0, at));
    }

    // One column at a time is reached by Tab, the others by arrows.
    function stand(at) {
      for (const n of linked) link(n).tabIndex = n === at ? 0 : -1;
    }

    function onKey(e) {
      const at = columns.findIndex((column) => column.contains(e.target)), by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
      if (by && e.shiftKey) {
        const other = ends || [at, at], next = Math.min(columns.length - 1, Math.max(0, other[1] + by));
        choose([other[0], next]);
      } else if (by) {
        const next = by > 0 ? linked.find((n) => n > at) : linked.findLast((n) => n < at);
        if (next !== undefined) { choose(null); stand(next); link(next).focus(); }
      } else if (e.key === "Enter" && ends) go();
      else if (e.key === "Escape" && ends) choose(null);
      else return;
      e.preventDefault();
      e.stopPropagation();
    }

    list.addEventListener("pointerdown", (e) => { if (e.isPrimary && e.button === 0) { held = e.clientX; dragged = false; } });
    list.addEventListener("pointermove", (e) => {
      if (held === null || (!dragged && Math.abs(e.clientX - held) < DRAG)) return;
      if (!dragged) list.setPointerCapture(e.pointerId);
      dragged = true;
      choose([under(held), under(e.clientX)]);
    });
    list.addEventListener("pointerup", () => { held = null; if (dragged && ends) go(); });
    list.addEventListener("pointercancel", () => { held = null; if (dragged) choose(null); });
    list.addEventListener("click", (e) => { if (dragged) e.preventDefault(); dragged = false; }, true);
    list.addEventListener("dragstart", (e) => e.preventDefault());
    list.addEventListener("keydown", onKey);
    stand(linked[linked.length - 1]);
  }
})();
