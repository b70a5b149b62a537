"""Writes test vectors: outputs of the tapped layers for our own sentences, in floats.

    python training/reference.py MODEL OUT.json

A plain forward pass in NumPy with the weights of a model file as they are, before the Rust encoder
rounds them to 8 bits. For each sentence: its pieces, and for each piece and tap every 24th number of
the output, which is enough to tell how near it is and keeps the file small (`--every 1`: all).
"""

import argparse
import json
import math

import numpy as np

import modelfile
from tokenise import Tokeniser

SENTENCES = [
    "قصفت طائرات حربية سوق المدينة صباح اليوم، فقتل خمسة مدنيين وجرح أحد عشر.",
    "اتفق الطرفان على وقف إطلاق النار لمدة 72 ساعة تبدأ منتصف الليل.",
    "نفى المتحدث باسم الجيش مسؤولية قواته عن الهجوم على القافلة.",
    "وصل المبعوث الأممي إلى العاصمة والتقى وزير الخارجية.",
    "Shelling hit the market of the town this morning; five civilians were killed and eleven wounded.",
    "Both sides agreed on a ceasefire of 72 hours, from midnight on.",
    "A spokesman for the army denied that its forces had attacked the convoy.",
    "The UN envoy arrived in the capital and met the foreign minister, Mr. Özgür.",
]


def norm(x, weight, bias, eps):
    """Layer norm over the last axis."""
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + eps) * weight + bias


def gelu(x):
    """x Φ(x)."""
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def attention(x, w, layer, heads):
    """Mixed values of all heads."""
    def part(name):
        y = x @ w(f"l{layer}.{name}.w").T + w(f"l{layer}.{name}.b")
        return y.reshape(len(x), heads, -1).transpose(1, 0, 2)

    q, k, v = part("q"), part("k"), part("v")
    scores = q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1])
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return (shares @ v).transpose(1, 0, 2).reshape(len(x), -1)


def encode(header, w, ids):
    """→ taps × pieces × hidden. `w` gives a tensor's values by name; bos and eos are added here."""
    sizes = header["encoder"]
    eps, taps = sizes["eps"], []
    ids = [header["pieces"]["bos"], *ids, header["pieces"]["eos"]]

    def normed(x, name):
        return norm(x, w(f"{name}.w"), w(f"{name}.b"), eps)

    x = normed(w("emb.word")[ids] + w("emb.pos")[: len(ids)] + w("emb.type"), "emb.ln")
    for layer in range(sizes["layers"] + 1):
        if layer:
            x = one_layer(x, w, layer - 1, sizes["heads"], normed)
        if layer in sizes["taps"]:
            taps.append(x[1:-1])
    return np.stack(taps)


def one_layer(x, w, layer, heads, normed):
    """One layer of post-norm BERT."""
    def linear(x, name):
        return x @ w(f"l{layer}.{name}.w").T + w(f"l{layer}.{name}.b")

    x = normed(x + linear(attention(x, w, layer, heads), "o"), f"l{layer}.aln")
    return normed(x + linear(gelu(linear(x, "fi")), "fo"), f"l{layer}.oln")


def weights(tensors):
    """Values by name, in float64, each made once."""
    made = {}

    def get(name):
        if name not in made:
            made[name] = tensors[name].array().astype(np.float64)
        return made[name]

    return get


def vectors(path, every):
    """The test vectors of a model file, as what the JSON file holds."""
    header, tensors = modelfile.read(path)
    cut, w = Tokeniser.of_model(header, tensors), weights(tensors)
    rows = []
    for text in SENTENCES:
        pieces = cut.pieces(text)
        taps = encode(header, w, [i for i, _, _ in pieces])
        values = taps.transpose(1, 0, 2)[..., ::every].reshape(len(pieces), -1)
        rows.append(dict(text=text, pieces=pieces, values=[[round(v, 4) for v in row] for row in values.tolist()]))
    sizes = header["encoder"]
    return dict(hidden=sizes["hidden"], layers=sizes["layers"], taps=sizes["taps"], every=every, sentences=rows)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--every", type=int, default=24)
    args = parser.parse_args()
    with open(args.out, "w", encoding="utf-8") as out:
        json.dump(vectors(args.model, args.every), out, ensure_ascii=False, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
