"""The network over an article's row of characters and signs: embeddings, dilated convolutions, then each pair from what stands at, between and
around its names. numpy alone.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from kg.arrays import Floats, Points, Rows, affine, alphabet_rows, code_points, normalise, rectified
from kg.records import record
from kg.relations.learned.reading import TYPES, Reading

LEFT, RIGHT = 8, 9  # signs before the first and behind the second name that count


@record
class Network:
    """Weights by name, as training exports them: `characters`, `input`, `layer.N`, `norm.N`, `kinds`, `hidden`, `shown`, `beside`, `output`.

    Matrices are (in, out) with the bias as last row; those of a layer stand upon each other for the left, middle and right neighbour.
    """

    weights: Mapping[str, Floats]
    alphabet: str
    dilations: Sequence[int]

    def scores(self, reading: Reading) -> Floats:
        """(pairs, outputs): the log-odds that each output holds of each pair, whatever the ontology says.

        What a name adds to the layer of pairs is worked out once a name, what two types add once for two types.
        """
        w = self.weights
        if not len(reading.first):
            return np.zeros((0, w["output"].shape[1]), dtype=np.float32)
        points, at = self._near(reading)
        hidden = self._encoded(points)
        width, kinds = hidden.shape[1], w["kinds"].shape[1]
        of_first, of_second, of_between, of_left, of_right, of_kinds, of_traits = np.split(
            w["hidden"], np.cumsum([width, width, width, width, width, kinds])
        )
        names, last = hidden[at], len(hidden) - 1
        left = hidden[np.maximum(at[:, None] + np.arange(-LEFT, 0), 0)].max(axis=1)
        right = hidden[np.minimum(at[:, None] + np.arange(1, RIGHT + 1), last)].max(axis=1)
        first, second = at[reading.first], at[reading.second]
        between = highest(hidden, first + 1, second)
        between[second == first + 1] = 0
        seen = between @ of_between
        seen += (names @ of_first + left @ of_left)[reading.first]
        seen += (names @ of_second + right @ of_right)[reading.second]
        seen += (w["kinds"] @ of_kinds)[reading.kinds[:, 0] * len(TYPES) + reading.kinds[:, 1]]
        seen += affine(reading.traits, of_traits)
        inner = rectified(seen)
        return affine(inner + self._beside(inner, reading), w["output"])

    def _beside(self, inner: Floats, reading: Reading) -> Floats:
        """(pairs, width): what a pair takes from the pairs with which it shares a name, in the same place or in the other."""
        w = self.weights
        width, shown = inner.shape[1], rectified(affine(inner, w["shown"]))
        ahead = _highest_of_each(shown, reading.first, len(reading.at))
        behind = _highest_of_each(shown, reading.second, len(reading.at))
        of_own, same_first, same_second, other_first, other_second, bias = np.split(w["beside"], np.cumsum([width, *[shown.shape[1]] * 4]))
        taken = inner @ of_own + bias
        taken += (ahead @ same_first + behind @ other_first)[reading.first]
        taken += (behind @ same_second + ahead @ other_second)[reading.second]
        return rectified(taken)

    def _near(self, reading: Reading) -> tuple[Points, Rows]:
        """The characters that any pair depends on, and where the names stand in them; in long texts many sentences name but one thing."""
        points, at = code_points(reading.row), reading.at
        far = 1 + sum(self.dilations)
        edges = np.zeros(len(points) + 1, dtype=np.int64)
        np.add.at(edges, np.maximum(at[reading.first] - LEFT - far, 0), 1)
        np.add.at(edges, np.minimum(at[reading.second] + RIGHT + far + 1, len(points)), -1)
        near = np.cumsum(edges[:-1]) > 0
        return points[near], np.cumsum(near)[at] - 1

    def _encoded(self, points: Points) -> Floats:
        w = self.weights
        table = w["characters"]
        own = table.shape[1]
        letters = np.zeros((len(points), 3 * own), np.float32)  # each between its neighbours
        letters[:, own : 2 * own] = table[alphabet_rows(self.alphabet)[points]]
        letters[1:, :own] = letters[:-1, own : 2 * own]
        letters[:-1, 2 * own :] = letters[1:, own : 2 * own]
        hidden = rectified(affine(letters, w["input"]))
        normalise(hidden, w["norm.0"])
        width, step, side = hidden.shape[1], np.empty_like(hidden), np.empty_like(hidden)
        for n, dilation in enumerate(self.dilations, 1):
            kernel = w[f"layer.{n}"]
            np.matmul(hidden, kernel[width : 2 * width], out=step)
            step[dilation:] += np.matmul(hidden, kernel[:width], out=side)[:-dilation]
            step[:-dilation] += np.matmul(hidden, kernel[2 * width : 3 * width], out=side)[dilation:]
            step += kernel[-1]
            hidden += rectified(step)
            normalise(hidden, w[f"norm.{n}"])
        return hidden


@record
class Committee:
    """Networks that learned the same from other beginnings. What they think is the mean of their log-odds: it errs less than any one of them."""

    networks: Sequence[Network]

    def chances(self, reading: Reading) -> Floats:
        """(pairs, outputs): how likely each output holds of each pair."""
        scores = self.networks[0].scores(reading)
        for other in self.networks[1:]:
            scores += other.scores(reading)
        chances: Floats = np.reciprocal(1 + np.exp(-scores / len(self.networks)))
        return chances


def highest(rows: Floats, starts: Rows, ends: Rows) -> Floats:
    """The highest values over each stretch of rows, (stretches, width); a stretch is at least one row long.

    By a table of the highest values over the next 1, 2, 4 … rows: any stretch is two of them, which may overlap.
    """
    lengths = np.maximum(ends - starts, 1)
    level = np.frexp(lengths)[1] - 1  # the power of two that fits into it
    table = np.empty((level.max() + 1, *rows.shape), dtype=np.float32)
    table[0] = rows
    for n in range(1, len(table)):
        fits = len(rows) - (1 << n) + 1
        np.maximum(table[n - 1, :fits], table[n - 1, 1 << n - 1 :][:fits], out=table[n, :fits])
    found: Floats = np.maximum(table[level, starts], table[level, starts + lengths - (1 << level)])
    return found


def _highest_of_each(shown: Floats, names: Rows, size: int) -> Floats:
    """(names, width): the highest that the pairs of each name show; zero for a name without pairs."""
    order = np.argsort(names, kind="stable")
    present, starts = np.unique(names[order], return_index=True)
    found = np.zeros((size, shown.shape[1]), dtype=np.float32)
    found[present] = np.maximum.reduceat(shown[order], starts, axis=0)
    return found
