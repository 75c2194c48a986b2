"""The model file and what it finds. One JSON line (version, label sets, alphabet, calibration, arrays, checksum), then the bytes of the arrays."""

import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import BadResource
from kg.nlp.recogniser import crf
from kg.nlp.recogniser.network import Network
from kg.resources import resource

VERSION = 1
FILE = "model.bin"
LEAST = 0.15  # probability below which a span is not worth telling
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）]*")
_LONGEST = 240  # characters of one piece; longer sentences are cut at a mark
_BATCH = 2000  # characters worked on at once: fits the cache
_CUTS = "，；、,; "


@dataclass(frozen=True, slots=True)
class Found:
    """A span of the text with the calibrated chance that it is a name of this label."""

    start: int
    end: int
    label: str
    chance: float


@dataclass(frozen=True, slots=True)
class Model:
    """A network with its label sets. `calibration` has slope and intercept, on the log-odds, for each label."""

    network: Network
    labels: Mapping[str, Sequence[str]]  # label set → labels
    calibration: Mapping[str, tuple[float, float]]
    header: Mapping[str, Any]

    def find(self, text: str, head: str = "kg", least: float = LEAST) -> list[Found]:
        """Spans of one label set, in text order; they may overlap."""
        sentences = sorted(pieces(text), key=lambda piece: (-len(piece[1]), piece[0]))
        found: list[Found] = []
        for batch in _batches(sentences):
            for one in self.chances([sentence for _, sentence in batch], head, least):
                offset = batch[one.sentence][0]
                chance = calibrated(one.chance, self.calibration.get(one.label, (1.0, 0.0)))
                found.append(Found(offset + one.start, offset + one.end, one.label, chance))
        return sorted(found, key=lambda f: (f.start, -f.end, f.label))

    def chances(self, sentences: Sequence[str], head: str, least: float) -> list[crf.SpanChance]:
        """Raw probabilities of spans of sentences given from long to short."""
        hidden, starts = self.network.encode(sentences)
        lengths = [len(sentence) for sentence in sentences]
        return crf.spans(
            self.network.emissions(hidden, head), starts, lengths, self.network.weights[f"moves.{head}"], self.labels[head], least
        )


def calibrated(chance: float, line: tuple[float, float]) -> float:
    """The chance after a line on its log-odds.

    >>> round(calibrated(0.9, (1.0, 0.0)), 3), round(calibrated(0.9, (0.5, 0.0)), 3)
    (0.9, 0.75)
    """
    odds = math.log(max(chance, 1e-4) / max(1 - chance, 1e-4))
    return 1 / (1 + math.exp(-(line[0] * odds + line[1])))


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, with where they begin; very long ones are cut at a mark."""
    for match in _SENTENCE.finditer(text):
        start = match.start()
        while match.end() - start > _LONGEST:
            cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in _CUTS) + 1
            cut = cut if cut > start else start + _LONGEST
            yield start, text[start:cut]
            start = cut
        yield start, text[start : match.end()]


def _batches(sentences: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    batch: list[tuple[int, str]] = []
    size = 0
    for piece in sentences:
        batch.append(piece)
        size += len(piece[1])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@cache
def default() -> Model:
    """The model that the package carries."""
    return load(resource(FILE))


def load(file: Traversable) -> Model:
    """Read a model file.

    Raises:
        BadResource: it is missing, of another version, or damaged.
    """
    try:
        line, body = file.read_bytes().split(b"\n", 1)
        header = json.loads(line)
        version = header["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadResource(f"{file.name}: 识别模型缺失或损坏（{error}）；请重新安装，或用 --no-model 只用规则") from error
    if version != VERSION:
        raise BadResource(f"{file.name}: 识别模型是第 {version} 版，这里需要第 {VERSION} 版；请重新训练或重新安装")
    if hashlib.sha256(body).hexdigest() != header["checksum"]:
        raise BadResource(f"{file.name}: 识别模型损坏（校验和不符）；请重新安装，或用 --no-model 只用规则")
    network = Network(_arrays(header["arrays"], body), header["alphabet"], header["dilations"])
    return Model(network, header["labels"], {k: (v[0], v[1]) for k, v in header["calibration"].items()}, header)


def _arrays(described: Sequence[Mapping[str, Any]], body: bytes) -> dict[str, NDArray[np.float32]]:
    """Arrays as float32. A whole-number array has the scale of each row behind it."""
    arrays, at = {}, 0
    for one in described:
        kind, shape = np.dtype(one["type"]), tuple(one["shape"])
        values = np.frombuffer(body, kind, math.prod(shape), at).reshape(shape).astype(np.float32)
        at += kind.itemsize * math.prod(shape)
        if kind == np.int8:
            values *= np.frombuffer(body, np.float16, shape[0], at).astype(np.float32)[:, None]
            at += 2 * shape[0]
        arrays[one["name"]] = values
    return arrays


def dump(header: Mapping[str, Any], weights: Mapping[str, NDArray[np.float32]], tables: Sequence[str]) -> bytes:
    """The bytes of a model file: `tables` as int8 with a scale for each row, the rest as float16.

    Args:
        header: labels, alphabet, dilations, calibration and whatever a reader should know.
        weights: arrays by name.
        tables: names of the large ones.
    """
    body, described = bytearray(), []
    for name, values in sorted(weights.items()):
        kind = "int8" if name in tables else "float16"
        described.append({"name": name, "type": kind, "shape": list(values.shape)})
        if name in tables:
            scale = (np.abs(values).max(axis=1) / 127 + 1e-7).astype(np.float16)
            body += np.clip(np.round(values / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8).tobytes() + scale.tobytes()
        else:
            body += values.astype(np.float16).tobytes()
    full = {"version": VERSION, **header, "arrays": described, "checksum": hashlib.sha256(body).hexdigest()}
    return json.dumps(full, ensure_ascii=False).encode() + b"\n" + bytes(body)
