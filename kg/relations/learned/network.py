"""The network over an article's row of characters and signs: embeddings, dilated convolutions, then each pair from what stands at, between and
around its names. numpy alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.arrays import LAST, Floats, affine, alphabet_rows, normalise
from kg.relations.learned.reading import TYPES, Reading

LEFT, RIGHT = 8, 9  # signs before the first and behind the second name that count


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, as training exports them: `characters`, `input`, `layer.N`, `norm.N`, `kinds`, `hidden`, `output`.

    Matrices are (in, out) with the bias as last row; those of a layer stand upon each other for the left, middle and right neighbour.
    """

    weights: Mapping[str, Floats]
    alphabet: str
    dilations: Sequence[int]

    def chances(self, reading: Reading) -> Floats:
        """(pairs, outputs): how likely each output holds of each pair, whatever the ontology says."""
        w = self.weights
        if not reading.pairs:
            return np.zeros((0, w["output"].shape[1]), dtype=np.float32)
        hidden = self._encoded(reading.row)
        at = np.array([pair.at for pair in reading.pairs])
        first, second, last = at[:, 0], at[:, 1], len(hidden)
        highest = _Highest(hidden)
        between = highest(first + 1, second)
        between[second == first + 1] = 0
        left = highest(np.maximum(first - LEFT, 0), np.maximum(first, 1))
        right = highest(np.minimum(second + 1, last - 1), np.minimum(second + 1 + RIGHT, last))
        kinds = w["kinds"][reading.kinds[:, 0] * len(TYPES) + reading.kinds[:, 1]]
        seen = np.concatenate([hidden[first], hidden[second], between, left, right, kinds, reading.traits], axis=1)
        scores = affine(np.maximum(affine(seen, w["hidden"]), 0), w["output"])
        result: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return result

    def _encoded(self, row: str) -> Floats:
        w = self.weights
        points = np.frombuffer(row.encode("utf-32-le", "replace"), np.uint32)
        codes = alphabet_rows(self.alphabet)[np.minimum(points, LAST)]
        table = w["characters"]
        letters = np.concatenate([np.zeros((1, table.shape[1]), np.float32), table[codes], np.zeros((1, table.shape[1]), np.float32)])
        hidden = np.maximum(affine(np.concatenate([letters[:-2], letters[1:-1], letters[2:]], axis=1), w["input"]), 0)
        normalise(hidden, w["norm.0"])
        width = hidden.shape[1]
        for n, dilation in enumerate(self.dilations, 1):
            kernel = w[f"layer.{n}"]
            step = hidden @ kernel[width : 2 * width] + kernel[-1]
            step[dilation:] += hidden[:-dilation] @ kernel[:width]
            step[:-dilation] += hidden[dilation:] @ kernel[2 * width : 3 * width]
            hidden += np.maximum(step, 0)
            normalise(hidden, w[f"norm.{n}"])
        return hidden


class _Highest:
    """The highest values over any stretch of rows at once: a table of stretches whose lengths are powers of two."""

    def __init__(self, rows: Floats) -> None:
        self.table = [rows]
        length = 1
        while 2 * length <= len(rows):
            one = self.table[-1]
            self.table.append(np.maximum(one[: len(one) - length], one[length:]))
            length *= 2

    def __call__(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Floats:
        """(stretches, width); a stretch is at least one row long."""
        lengths = np.maximum(ends - starts, 1)
        levels = np.minimum(np.log2(lengths + 1e-6).astype(int).clip(0), len(self.table) - 1)
        found = np.empty((len(starts), self.table[0].shape[1]), dtype=np.float32)
        for level in np.unique(levels):
            chosen = levels == level
            table, start = self.table[level], starts[chosen]
            other = start + lengths[chosen] - (1 << int(level))
            found[chosen] = np.maximum(table[np.clip(start, 0, len(table) - 1)], table[np.clip(other, 0, len(table) - 1)])
        return found
