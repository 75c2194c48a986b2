"""The model file (see `kg.arrays`) and what it finds."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg import arrays
from kg.nlp.recogniser import crf
from kg.nlp.recogniser.network import Network
from kg.records import record
from kg.resources import resource

VERSION = 1
FILE = "model.bin"
LEAST = 0.05  # probability below which a span is not worth telling
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）]*")
_LONGEST = 240  # characters of one piece; longer sentences are cut at a mark
_BATCH = 2000  # characters worked on at once: fits the cache
_CUTS = "，；、,; "


@record
class Found:
    """A span of the text with the calibrated chance that it is a name of this label."""

    start: int
    end: int
    label: str
    chance: float


@record
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
    header, weights = arrays.read(file, VERSION)
    network = Network(weights, header["alphabet"], header["dilations"])
    return Model(network, header["labels"], {k: (v[0], v[1]) for k, v in header["calibration"].items()}, header)


def dump(header: Mapping[str, Any], weights: Mapping[str, NDArray[np.float32]], tables: Sequence[str]) -> bytes:
    """The bytes of a model file: `header` has labels, alphabet, dilations, calibration; see `kg.arrays.dump`."""
    return arrays.dump(VERSION, header, weights, tables)
