"""Annotated reports, their outlets and folds."""

import json
import pathlib

# Files of the gold folder that are learnt from: name, what the card says of it.
SETS = {
    "dev": "57 Arabic press reports of July 2015 (SaudiNewsNet, CC BY-NC-SA 4.0) and 14 English ones (FA-KES, CC BY 4.0)",
    "dev-ar-press2015": "144 Arabic press reports of July 2015 (SaudiNewsNet, CC BY-NC-SA 4.0)",
    "dev-ar-other": "252 Arabic reports of other outlets 2015–2025 (press copy, research use; ArMPro CC BY-NC-SA 4.0, NTREX CC BY-SA 4.0)",
    "dev-ar-short": "188 Gaza news posts (FIGNEWS 2024, research use) and 12 Syrian documentation texts",
    "dev-en-syria": "94 English reports on Syria 2013–2017 (FA-KES, CC BY 4.0)",
    "own-ar": "118 Arabic reports composed for this project (MIT OR Apache-2.0)",
}
# Learnt from, never scored; neither learnt from nor part of any fold.
TRAINS_ONLY, NEVER = {"own-ar"}, {"reference"}
# Sets that may be learnt from under an open licence.
OPEN = {"dev-en-syria", "own-ar"}
# Names of one outlet.
ALIASES = {
    "aljazeera.net": "aljazeera", "aawsat.com": "aawsat", "alalam.ir": "alalam", "alaraby.co.uk": "alaraby",
    "arabic.cnn.com": "cnn-arabic", "nna-leb.gov.lb": "nna", "arabiya": "alarabiya", "alalam-en": "alalam",
}


def load(folder, without=()):
    """The reports of the sets, each with its `set`. Other files of the same form (what people
    mended in review, exported) are taken too."""
    out = []
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        if path.stem in NEVER or path.stem in without:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            report = json.loads(line) if line.strip() else {}
            if "facts" in report and "text" in report and report.get("lang"):
                out.append({**report, "set": path.stem})
    return out


def outlet(report):
    name = (report.get("source") or "unknown").lower()
    return ALIASES.get(name, name)


def group(report):
    """The group that a report's figures are told with."""
    if report["lang"] != "ar":
        return report["lang"]
    return {"dev": "press", "dev-ar-press2015": "press"}.get(report["set"], report["set"])


def folds(reports, count):
    """The fold of each report that is scored: whole outlets, the largest first, into the fold that
    has fewest facts of the outlet's main group, then of all."""
    facts = {}
    for report in reports:
        if report["set"] not in TRAINS_ONLY:
            told = facts.setdefault(outlet(report), {})
            told[group(report)] = told.get(group(report), 0) + len(report["facts"]) + 1
    held, fold = [{} for _ in range(count)], {}
    for name in sorted(facts, key=lambda n: (-sum(facts[n].values()), n)):
        main = max(sorted(facts[name]), key=facts[name].get)
        fold[name] = min(range(count), key=lambda f: (held[f].get(main, 0), sum(held[f].values()), f))
        for which, n in facts[name].items():
            held[fold[name]][which] = held[fold[name]].get(which, 0) + n
    return {r["id"]: fold[outlet(r)] for r in reports if r["set"] not in TRAINS_ONLY}


def apart(train, test):
    """The reports to train on whose text no report of the test has (agencies are printed twice)."""
    def marks(report):
        words = report["text"].split()
        return {" ".join(words[i : i + 8]) for i in range(0, max(1, len(words) - 7), 4)}

    seen = set().union(*(marks(r) for r in test)) if test else set()
    return [r for r in train if len(marks(r) & seen) < 0.3 * len(marks(r))]
