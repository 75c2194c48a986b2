"""The character network: embeddings, dilated convolutions, one linear layer per label set. numpy alone.

A batch of sentences is laid out as one long row of characters with gaps as wide as the widest dilation, so that no work is spent on padding.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.nlp.recogniser.features import BEGIN, END, alphabet_rows, codes, flags, joined

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
        about, real = joined(edged, len(w["pairs"])), (points > 0).astype(np.float32)[:, None]
        before, after = w["pairs"][np.concatenate([about[:1], about])], w["pairs"][np.concatenate([about, about[-1:]])]
        seen = np.concatenate([w["characters"][alphabet_rows(self.alphabet)[points]], before, after, flags(points)], axis=1)
        hidden = _normed(_affine(seen, w["input"]), w["norm.0"])
        hidden *= real
        width = hidden.shape[1]
        for n, dilation in enumerate(self.dilations, 1):
            kernel = w[f"layer.{n}"]
            step = hidden @ kernel[width : 2 * width]
            step[dilation:] += hidden[:-dilation] @ kernel[:width]
            step[:-dilation] += hidden[dilation:] @ kernel[2 * width : 3 * width]
            step += kernel[-1]
            np.maximum(step, 0, out=step)
            step += hidden
            hidden = _normed(step, w[f"norm.{n}"])
            hidden *= real
        return hidden, [int(start) for start in starts]

    def emissions(self, hidden: Floats, head: str) -> Floats:
        """Scores of the tags of one label set, (characters and gaps, tags)."""
        matrix = self.weights[f"head.{head}"]
        scores: Floats = hidden @ matrix[:-1] + matrix[-1]
        return scores


def _affine(values: Floats, matrix: Floats) -> Floats:
    result: Floats = values @ matrix[:-1]
    result += matrix[-1]
    np.maximum(result, 0, out=result)
    return result


def _normed(values: Floats, gain_and_bias: Floats) -> Floats:
    """Layer normalisation; changes `values`."""
    values -= values.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", values, values) / values.shape[1]
    values *= (1 / np.sqrt(spread + 1e-5))[:, None]
    values *= gain_and_bias[0]
    values += gain_and_bias[1]
    return values
