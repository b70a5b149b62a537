"""What the reader shows the tagger: lessons as `lessons` (crates/read/examples) writes them."""

import json
import pathlib

import numpy as np

from labels import label

# A feature must stand in so many reports to be learnt from.
LEAST = 12


def load(folder, reports, dims):
    """Labelled windows of the reports, with the encoder's outputs `x` and names of features."""
    folder = pathlib.Path(folder)
    taps = np.memmap(folder / "taps.f32", np.float32, "r").reshape(-1, dims)
    by_id, at, out = {r["id"]: r for r in reports}, 0, []
    for line in (folder / "lessons.jsonl").open(encoding="utf-8"):
        lesson = json.loads(line)
        report = by_id.get(lesson["id"])
        if report:
            report.update(counts=lesson["counts"], victims=lesson["victims"])
        for window in lesson["windows"]:
            n = len(window["ids"])
            if report:
                window.update(id=report["id"], x=taps[at : at + n].astype(np.float16), told=window.pop("features"))
                label(report, window)
                out.append(window)
            at += n
    return out


def vocabulary(windows):
    """Names of the features that are frequent enough, in order."""
    reports = {}
    for window in windows:
        for name in {n for told in window["told"] for n in told}:
            reports.setdefault(name, set()).add(window["id"])
    return sorted(name for name, ids in reports.items() if len(ids) >= LEAST)


def number(windows, names):
    """Features by number; the first name has number 1."""
    numbers = {name: i for i, name in enumerate(names, 1)}
    for window in windows:
        window["features"] = [[numbers[n] for n in told if n in numbers] for told in window["told"]]
