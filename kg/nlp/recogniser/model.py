"""The model file (see `kg.arrays`) and what it finds."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_CHAINED = 4000  # characters whose tags are chained at once: fits the cache
_CUTS = "，；、,; "


@record
class Found:
    """A span of the text with the calibrated chance that it is a name of this label."""

    start: int
    end: int
    label: str
    chance: float


def by_span(found: Iterable[Found]) -> dict[tuple[int, int], dict[str, float]]:
    """How likely each span is a name of each label that it may have."""
    spans: dict[tuple[int, int], dict[str, float]] = {}
    for f in found:
        spans.setdefault((f.start, f.end), {})[f.label] = f.chance
    return spans


@record
class _Scored:
    """Sentences of one text, each with its place in it, and the scores of their tags: (characters, tags), a sentence from each of `rows` on."""

    text: int
    sentences: Sequence[tuple[int, str]]
    rows: Sequence[int]
    emissions: NDArray[np.float32]


@record
class Model:
    """A network with its label sets. `calibration` has slope and intercept, on the log-odds, for each label."""

    network: Network
    labels: Mapping[str, Sequence[str]]  # label set → labels
    calibration: Mapping[str, tuple[float, float]]
    header: Mapping[str, Any]

    def find(self, text: str, head: str = "kg", least: float = LEAST) -> list[Found]:
        """Spans of one label set, in text order; they may overlap."""
        return self.find_all([text], head, least)[0]

    def find_all(self, texts: Sequence[str], head: str = "kg", least: float = LEAST) -> list[list[Found]]:
        """The spans of each text.

        The network reads each text by itself, so that what it sees in one is the same whatever stands beside it; the chain, which takes as many
        steps as the longest sentence has characters, takes the sentences of all texts together.
        """
        found: list[list[Found]] = [[] for _ in texts]
        for group in _groups(self._scored(texts, head)):
            for number, span in self._spans(group, head, least):
                found[number].append(span)
        return [sorted(spans, key=lambda f: (f.start, -f.end, f.label)) for spans in found]

    def _scored(self, texts: Sequence[str], head: str) -> Iterator[_Scored]:
        for number, text in enumerate(texts):
            for batch in _batches(sorted(pieces(text), key=lambda piece: (-len(piece[1]), piece[0]))):
                hidden, rows = self.network.encode([sentence for _, sentence in batch])
                yield _Scored(number, batch, rows, self.network.emissions(hidden, head))

    def _spans(self, group: Sequence[_Scored], head: str, least: float) -> Iterator[tuple[int, Found]]:
        """The spans of a group with the numbers of their texts."""
        ahead = np.cumsum([0, *(len(one.emissions) for one in group)]).tolist()
        sentences = [
            (one.text, offset, len(sentence), before + row)
            for one, before in zip(group, ahead, strict=False)
            for (offset, sentence), row in zip(one.sentences, one.rows, strict=True)
        ]
        sentences.sort(key=lambda sentence: -sentence[2])
        _, _, lengths, rows = zip(*sentences, strict=True)
        emissions = np.concatenate([one.emissions for one in group])
        for one in crf.spans(emissions, rows, lengths, self.network.weights[f"moves.{head}"], self.labels[head], least):
            number, offset, *_ = sentences[one.sentence]
            chance = calibrated(one.chance, self.calibration.get(one.label, (1.0, 0.0)))
            yield number, Found(offset + one.start, offset + one.end, one.label, chance)


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


def _groups(scored: Iterable[_Scored]) -> Iterator[list[_Scored]]:
    """As many as the chain takes at once."""
    group: list[_Scored] = []
    for one in scored:
        group.append(one)
        if sum(len(other.emissions) for other in group) >= _CHAINED:
            yield group
            group = []
    if group:
        yield group


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
