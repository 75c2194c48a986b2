"""The character network: embeddings, dilated convolutions, one linear layer per label set. numpy alone.

A batch of sentences is laid out as one long row of characters with gaps as wide as the widest dilation, so that no work is spent on padding.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.nlp.recogniser.features import BEGIN, END, Codes, Rows, alphabet_rows, codes, flags, joined

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, as training exports them: `characters`, `pairs`, `input`, `norm.0`, `layer.N`, `norm.N`, `head.NAME`.

    Matrices are (in, out) with the bias as last row; those of a layer stand upon each other for the left, middle and right neighbour.
    """

    weights: Mapping[str, Floats]
    alphabet: str
    dilations: Sequence[int]

    def encode(self, sentences: Sequence[str]) -> tuple[Floats, list[int]]:
        """Hidden states (characters and gaps, width), and where each sentence begins in them."""
        w, gap = self.weights, max(*self.dilations, 2)
        lengths = np.array([len(sentence) for sentence in sentences])
        starts = gap + np.cumsum(lengths + gap) - lengths - gap
        points = codes("\0" * gap + "".join(sentence + "\0" * gap for sentence in sentences))
        edged = points.copy()
        edged[starts - 1], edged[starts + lengths] = BEGIN, END
        gaps = np.flatnonzero(points == 0)
        hidden = np.maximum(_affine(self._seen(points, joined(edged, len(w["pairs"]))), w["input"]), 0)
        _normalise(hidden, w["norm.0"])
        hidden[gaps] = 0
        width = hidden.shape[1]
        side = np.empty_like(hidden)
        for n, dilation in enumerate(self.dilations, 1):
            kernel, near = w[f"layer.{n}"], side[dilation:]
            step = hidden @ kernel[width : 2 * width]
            step[dilation:] += np.matmul(hidden[:-dilation], kernel[:width], out=near)
            step[:-dilation] += np.matmul(hidden[dilation:], kernel[2 * width : 3 * width], out=near)
            step += kernel[-1]
            np.maximum(step, 0, out=step)
            hidden += step
            _normalise(hidden, w[f"norm.{n}"])
            hidden[gaps] = 0
        return hidden, [int(start) for start in starts]

    def _seen(self, points: Codes, about: Rows) -> Floats:
        """What is known of each character: its own row, the pairs that it forms with the one before and the one behind, list memberships."""
        own, pairs = self.weights["characters"][alphabet_rows(self.alphabet)[points]], self.weights["pairs"][about]
        seen = np.empty((len(points), len(self.weights["input"]) - 1), dtype=np.float32)
        before, after, listed = np.split(seen[:, own.shape[1] :], [pairs.shape[1], 2 * pairs.shape[1]], axis=1)
        seen[:, : own.shape[1]] = own
        before[1:], before[0], after[:-1], after[-1] = pairs, pairs[0], pairs, pairs[-1]
        listed[:] = flags(points)
        return seen

    def emissions(self, hidden: Floats, head: str) -> Floats:
        """Scores of the tags of one label set, (characters and gaps, tags)."""
        return _affine(hidden, self.weights[f"head.{head}"])


def _affine(values: Floats, matrix: Floats) -> Floats:
    result: Floats = values @ matrix[:-1]
    result += matrix[-1]
    return result


def _normalise(values: Floats, gain_and_bias: Floats) -> None:
    """Layer normalisation, in place."""
    values -= np.add.reduce(values, axis=1, keepdims=True) / np.float32(values.shape[1])
    spread = np.einsum("ij,ij->i", values, values) / values.shape[1]
    values *= (1 / np.sqrt(spread + 1e-5))[:, None]
    values *= gain_and_bias[0]
    values += gain_and_bias[1]
