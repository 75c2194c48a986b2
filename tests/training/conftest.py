"""A small transformer for those that teach. What it knows is drawn."""

import struct
from pathlib import Path

import numpy as np
import pytest

LETTERS = "市委书记岑国栋来到云杉智控。厉文舟在沐朔重工谈难处说，单排年底青禾机电位于岭区该有企业百家北岳车控股去营收3亿元"
WIDTH, INNER, HEADS, LONGEST = 384, 64, 12, 64


def packed(rows: int, columns: int, draw: np.random.Generator) -> bytes:
    """A matrix as blocks of 32 numbers of four bits, drawn."""
    blocks = np.zeros(rows * columns // 32, dtype=[("scale", "<f2"), ("numbers", "u1", 16)])
    blocks["scale"], blocks["numbers"] = 0.02, draw.integers(0, 256, (len(blocks), 16))
    return blocks.tobytes()


@pytest.fixture
def transformer(tmp_path: Path) -> Path:
    """A transformer of one layer over some characters and two words, in the format of the package; its numbers are drawn."""
    draw = np.random.default_rng(5)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", "智控", "书记", *sorted(set(LETTERS))]
    tensors = {
        "emb.word": packed(len(pieces), WIDTH, draw),
        **{f"l0.{name}.w": packed(WIDTH, WIDTH, draw) for name in ("q", "k", "v", "ao")},
        "l0.fi.w": packed(INNER, WIDTH, draw),
        "l0.fo.w": packed(WIDTH, INNER, draw),
    }
    sizes = {"emb.pos": LONGEST * WIDTH, "emb.type": WIDTH, "l0.fi.b": INNER, "l0.fo.b": WIDTH}
    sizes |= {f"l0.{name}.b": WIDTH for name in ("q", "k", "v", "ao")}
    sizes |= {f"{name}.{part}": WIDTH for name in ("emb.ln", "l0.aln", "l0.oln") for part in "wb"}
    tensors |= {name: draw.normal(0, 0.3, size).astype("<f4").tobytes() for name, size in sizes.items()}
    words = [piece.encode() for piece in pieces]
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, 1, HEADS, INNER, len(pieces), LONGEST, 1, 1e-12, 32)
    head += struct.pack("<5i", len(pieces), 0, 2, 1, 3) + struct.pack("<Q", sum(map(len, words)))
    head += np.cumsum([0, *map(len, words)]).astype("<u4").tobytes() + np.linspace(-9, -5, len(pieces)).astype("<f4").tobytes()
    head += b"".join(words) + struct.pack("<iI", 1, 13) + struct.pack("<IB2I", ord("㈱"), 2, ord("云"), ord("杉"))
    head += struct.pack("<i", len(tensors))
    at = len(head) + sum(2 + len(name.encode()) + 21 for name in tensors)
    for name, data in tensors.items():
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, at, len(data))
        at += len(data)
    path = tmp_path / "transformer.bin"
    path.write_bytes(head + b"".join(tensors.values()))
    return path
