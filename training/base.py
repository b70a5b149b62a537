"""Makes the tagger's base: the first layers of multilingual-e5-small and the pieces that news need.

    python training/base.py e5-small-q4.bin OUT --layers 6 --taps 0,2,4,6 --english news.jsonl

Weights keep their 4 bits. Of the 250,000 pieces stay: those of Arabic script, digits and punctuation;
single letters of Latin; words and parts of words in ASCII letters, the most frequent ones and those
which the texts of `--english` (JSON lines with a `text`) are cut into.
"""

import argparse
import json
import struct
import unicodedata

import numpy as np

import modelfile
from e5file import E5
from tokenise import SPACE, Tokeniser

LATIN_LETTERS = 0x250
"""Single letters below this stay: ASCII, Latin-1, and those of Turkish, Kurdish and other Latin names."""
LAYER = {"q": "q", "k": "k", "v": "v", "o": "ao", "fi": "fi", "fo": "fo"}
NORMS = ("aln", "oln")


def is_arabic(char):
    """A letter, digit, mark or sign of Arabic script."""
    return unicodedata.name(char, "").startswith("ARABIC")


def is_neutral(char):
    """A digit, sign or mark of punctuation that may stand in Arabic or English."""
    low = ord(char) < LATIN_LETTERS or 0x2000 <= ord(char) < 0x2300
    return low and unicodedata.category(char)[0] in "NPSZ"


def kind_of(piece):
    """Why a piece would stay (`arabic`, `neutral`, `letter`, `ascii`), or None."""
    chars = piece.removeprefix(SPACE)
    if all(is_neutral(c) for c in chars):
        return "neutral"
    if all(is_arabic(c) or is_neutral(c) for c in chars):
        return "arabic"
    if len(chars) == 1 and ord(chars) < LATIN_LETTERS:
        return "letter"
    return "ascii" if chars.isascii() else None


def used_pieces(e5, paths):
    """Ids of all pieces that the texts of these files are cut into."""
    cut = Tokeniser(e5.pieces, e5.scores, e5.norm, e5.unk, {e5.bos, e5.eos, e5.pad})
    used = set()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                used.update(i for i, _, _ in cut.pieces(json.loads(line)["text"]))
    return used


def choose(e5, frequent, used):
    """→ (ids that stay, in order; how many by reason)."""
    control = [e5.bos, e5.pad, e5.eos, e5.unk]
    kinds = {i: kind_of(p) for i, p in enumerate(e5.pieces) if i not in control and p and p != "<mask>"}
    ascii_pieces = [i for i, kind in kinds.items() if kind == "ascii"]
    ascii_pieces.sort(key=lambda i: (-e5.scores[i], i))
    groups = {"control": set(control), "ascii, frequent": set(ascii_pieces[:frequent])}
    groups["ascii, in texts"] = used & set(ascii_pieces[frequent:])
    for kind in ("arabic", "neutral", "letter"):
        groups[kind] = {i for i, k in kinds.items() if k == kind}
    return sorted(set().union(*groups.values())), {name: len(ids) for name, ids in groups.items()}


def norm_bytes(norm):
    """The normalisation map as a table: u32 character, u32 n, u32 × n, sorted by character."""
    rows = sorted((ord(c), [ord(x) for x in to]) for c, to in norm.items())
    return b"".join(struct.pack(f"<II{len(to)}I", c, len(to), *to) for c, to in rows)


def piece_tensors(e5, ids):
    """Text, scores, normalisation map and embedding rows of the pieces `ids`."""
    _, words = e5.tensor("emb.word")
    rows = np.frombuffer(words, modelfile.Q4).reshape(-1, e5.hidden // modelfile.BLOCK)[ids]
    return {
        "pieces.text": modelfile.u8("\n".join(e5.pieces[i] for i in ids).encode()),
        "pieces.score": modelfile.f32(e5.scores[ids]),
        "norm": modelfile.u8(norm_bytes(e5.norm)),
        "emb.word": modelfile.Tensor("q4", [len(ids), e5.hidden], rows.tobytes()),
    }


def floats(e5, name, shape=(-1,)):
    """A float tensor of the source in this shape."""
    return modelfile.f32(np.frombuffer(e5.tensor(name)[1], "<f4").reshape(shape))


def embedding_tensors(e5):
    """What is added to a piece's row: its position, the one type, and the norm after them."""
    return {
        "emb.pos": floats(e5, "emb.pos", (e5.positions, e5.hidden)),
        "emb.type": modelfile.f32(np.frombuffer(e5.tensor("emb.type")[1], "<f4")[: e5.hidden]),
        "emb.ln.w": floats(e5, "emb.ln.w"),
        "emb.ln.b": floats(e5, "emb.ln.b"),
    }


def layer_tensors(e5, layer):
    """Weights, biases and norms of one layer."""
    shapes = {"fi": [e5.ff, e5.hidden], "fo": [e5.hidden, e5.ff]}
    tensors = {}
    for name, source in LAYER.items():
        _, data = e5.tensor(f"l{layer}.{source}.w")
        tensors[f"l{layer}.{name}.w"] = modelfile.Tensor("q4", shapes.get(name, [e5.hidden] * 2), data)
        tensors[f"l{layer}.{name}.b"] = floats(e5, f"l{layer}.{source}.b")
    for name in NORMS:
        for part in "wb":
            tensors[f"l{layer}.{name}.{part}"] = floats(e5, f"l{layer}.{name}.{part}")
    return tensors


def header(e5, ids, layers, taps):
    """The header without its tensors."""
    place = {i: n for n, i in enumerate(ids)}
    encoder = dict(hidden=e5.hidden, heads=e5.heads, ff=e5.ff, layers=layers, taps=taps)
    encoder |= dict(positions=e5.positions, eps=1e-12)
    pieces = {name: place[getattr(e5, name)] for name in ("unk", "bos", "eos", "pad")}
    unk_score = float(e5.scores.min()) - 10.0
    return dict(encoder=encoder, pieces=dict(count=len(ids), unk_score=unk_score, **pieces))


def make(args):
    """Reads, chooses, writes, and says what it wrote."""
    e5 = E5(args.e5)
    taps = [int(n) for n in args.taps.split(",")]
    if taps != sorted(set(taps)) or not 0 <= taps[0] <= taps[-1] <= args.layers <= e5.layers:
        raise SystemExit(f"taps {args.taps}: rising numbers from 0 to --layers, which is at most {e5.layers}")
    ids, counts = choose(e5, args.frequent, used_pieces(e5, args.english))
    tensors = piece_tensors(e5, ids) | embedding_tensors(e5)
    for layer in range(args.layers):
        tensors |= layer_tensors(e5, layer)
    size = modelfile.write(args.out, header(e5, ids, args.layers, taps), tensors)
    for name, n in counts.items():
        print(f"{n:7} {name}")
    print(f"{len(ids):7} pieces, {size / 1e6:.1f} MB")


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("e5", help="e5-small-q4.bin")
    parser.add_argument("out")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--taps", default="0,2,4,6", help="layers whose outputs the head sees; 0: the embeddings")
    parser.add_argument("--frequent", type=int, default=30000, help="ASCII pieces that stay by their score")
    parser.add_argument("--english", nargs="*", default=[], help="JSON lines whose `text` must be cut as before")
    make(parser.parse_args())


if __name__ == "__main__":
    main()
