"""Reads and writes the tagger's model file, version 1: docs/formats/tagger-model.md.

A file is a JSON header and a blob of named tensors. `write` lays the tensors out, and puts them into
the header; `read` gives header and tensors back. Nothing here knows what a tensor means.

Little-endian throughout. Only the standard library and NumPy.
"""

import json
import struct

import numpy as np

MAGIC = b"HUDNATG1"
ALIGN = 64
BLOCK = 32
"""Weights of one 4-bit block: a float16 scale and 16 bytes."""
Q4 = np.dtype([("d", "<f2"), ("q", "u1", BLOCK // 2)])


class Tensor:
    """A tensor as it stands in the file: its kind (`f32`, `q4`, `i8` or `u8`), shape and bytes."""

    def __init__(self, kind, shape, data):
        self.kind, self.shape, self.data = kind, [int(n) for n in shape], bytes(data)
        if len(self.data) != size_of(kind, self.shape):
            raise ValueError(f"{kind} {self.shape} is {size_of(kind, self.shape)} bytes, not {len(self.data)}")

    def array(self):
        """Its values as float32 (`u8`: as uint8), in its shape."""
        return {"f32": self._f32, "u8": self._u8, "q4": self._q4, "i8": self._i8}[self.kind]()

    def _f32(self):
        return np.frombuffer(self.data, "<f4").reshape(self.shape).copy()

    def _u8(self):
        return np.frombuffer(self.data, "u1").reshape(self.shape)

    def _q4(self):
        rows, cols = self.shape
        blocks = np.frombuffer(self.data, Q4).reshape(rows, cols // BLOCK)
        scale = blocks["d"].astype(np.float32)[..., None]
        low = (blocks["q"] & 15).astype(np.float32) - 8
        high = (blocks["q"] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], -1) * scale).reshape(rows, cols)

    def _i8(self):
        rows, cols = self.shape
        scale = np.frombuffer(self.data, "<f4", rows)[:, None]
        return np.frombuffer(self.data, "i1", rows * cols, 4 * rows).reshape(rows, cols) * scale


def size_of(kind, shape):
    """Bytes that a tensor of this kind and shape takes."""
    n = int(np.prod(shape))
    if kind in ("q4", "i8") and len(shape) != 2:
        raise ValueError(f"{kind} has rows and columns, not {shape}")
    if kind == "q4" and shape[1] % BLOCK:
        raise ValueError(f"columns of q4 are a multiple of {BLOCK}, not {shape}")
    return {"f32": 4 * n, "u8": n, "q4": n // BLOCK * Q4.itemsize, "i8": n + 4 * shape[0]}[kind]


def f32(values):
    """A float tensor."""
    values = np.asarray(values, "<f4")
    return Tensor("f32", values.shape, values.tobytes())


def u8(data):
    """Bytes that are no numbers: a text, a table."""
    return Tensor("u8", [len(data)], data)


def i8(weights):
    """Rows × columns, each row rounded to -127..127 by its own scale."""
    weights = np.asarray(weights, np.float32)
    scale = np.maximum(np.abs(weights).max(1), 1e-12) / 127
    rounded = np.rint(weights / scale[:, None]).clip(-127, 127).astype("i1")
    return Tensor("i8", weights.shape, scale.astype("<f4").tobytes() + rounded.tobytes())


def write(path, header, tensors):
    """Writes `header` (a dict) and `tensors` (name → Tensor, in order). Returns the size in bytes."""
    entries, offset = [], 0
    for name, t in tensors.items():
        entries.append(dict(name=name, kind=t.kind, shape=t.shape, offset=offset, bytes=len(t.data)))
        offset += _padded(len(t.data))
    text = json.dumps(dict(header, format=1, tensors=entries), ensure_ascii=False, separators=(",", ":")).encode()
    with open(path, "wb") as out:
        out.write(_pad(MAGIC + struct.pack("<I", len(text)) + text))
        for t in tensors.values():
            out.write(_pad(t.data))
        return out.tell()


def read(path):
    """→ (header without its `tensors`, name → Tensor)."""
    with open(path, "rb") as f:
        data = f.read()
    if data[:8] != MAGIC:
        raise ValueError(f"{path}: not a model file of the tagger")
    (length,) = struct.unpack_from("<I", data, 8)
    header = json.loads(data[12 : 12 + length])
    start = _padded(12 + length)
    tensors = {}
    for e in header.pop("tensors"):
        begin = start + e["offset"]
        tensors[e["name"]] = Tensor(e["kind"], e["shape"], data[begin : begin + e["bytes"]])
    return header, tensors


def _padded(n):
    return -(-n // ALIGN) * ALIGN


def _pad(data):
    return data + bytes(_padded(len(data)) - len(data))
