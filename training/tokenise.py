"""Cuts a text into pieces as `crates/read/src/tagger/pieces` does: the same ids, the same spans.

Unigram pieces (Kudo 2018): of all ways to cut a text the one with the highest sum of scores. Each
character is normalised by the model's own map; spaces become ▁, which stands before each word and
never inside a piece, so that each word can be cut by itself.
"""

import numpy as np

SPACE = "\u2581"
DROP_UNKNOWN = 10.0
"""An unknown character scores this much less than the worst piece."""


class Tokeniser:
    """`pieces` (list of str), `scores`, `norm` (char → str), `unk` and the ids no text can give."""

    def __init__(self, pieces, scores, norm, unk, control, unk_score=None):
        self.score = [float(s) for s in scores]
        self.id = {p: i for i, p in enumerate(pieces) if p and i not in control and i != unk}
        self.norm, self.unk = norm, unk
        self.unk_score = min(self.score) - DROP_UNKNOWN if unk_score is None else unk_score
        self.longest = max(map(len, self.id))

    @classmethod
    def of_model(cls, header, tensors):
        """The tokeniser of a model file, as `modelfile.read` gives it."""
        sizes = header["pieces"]
        pieces = tensors["pieces.text"].data.decode().split("\n")
        control = {sizes["bos"], sizes["eos"], sizes.get("pad")}
        norm, words = {}, iter(np.frombuffer(tensors["norm"].data, "<u4").tolist())
        for char in words:
            norm[chr(char)] = "".join(chr(next(words)) for _ in range(next(words)))
        scores = tensors["pieces.score"].array()
        return cls(pieces, scores, norm, sizes["unk"], control, sizes["unk_score"])

    def pieces(self, text):
        """→ [(id, start, end)], positions in Unicode characters of `text`."""
        chars, at = self._normalised(text)
        out, begin = [], 0
        for end in range(1, len(chars) + 1):
            if end == len(chars) or chars[end] == SPACE:
                out += [(i, at[self._first(chars, a, b)], at[b - 1] + 1) for i, a, b in self._word(chars, begin, end)]
                begin = end
        return out

    def _normalised(self, text):
        chars, at = [], []
        for i, c in enumerate(text):
            for x in self.norm.get(c, c) if c != "\n" else " ":
                x = SPACE if x == " " else x
                if x != SPACE or not chars or chars[-1] != SPACE:
                    chars.append(x)
                    at.append(i)
        if chars and chars[0] != SPACE:
            chars.insert(0, SPACE)
            at.insert(0, 0)
        return chars, at

    @staticmethod
    def _first(chars, a, b):
        """The span of a piece leaves out the space before the word, unless it is nothing else."""
        return a + 1 if chars[a] == SPACE and a + 1 < b else a

    def _word(self, chars, begin, end):
        n = end - begin
        best, back = [0.0] + [-1e30] * n, [None] * (n + 1)
        for i in range(n):
            for j in range(i + 1, min(n, i + self.longest) + 1):
                k = self.id.get("".join(chars[begin + i : begin + j]))
                if k is not None and best[i] + self.score[k] > best[j]:
                    best[j], back[j] = best[i] + self.score[k], (k, i)
            if best[i] + self.unk_score > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.unk_score, (self.unk, i)
        out, j = [], n
        while j:
            k, i = back[j]
            out.append((k, begin + i, begin + j))
            j = i
        return out[::-1]
