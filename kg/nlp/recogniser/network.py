"""The character network: embeddings, dilated convolutions, one linear layer per label set. numpy alone.

A batch of sentences is one long row of characters, so that no work is spent on padding; what would reach from one into the next is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from kg.arrays import Floats, Rows, affine, alphabet_rows, normalise, rectified
from kg.nlp.recogniser.features import BEGIN, END, codes, flags, joined
from kg.records import record


@record
class Network:
    """Weights by name, as training exports them: `characters`, `pairs`, `input`, `norm.0`, `layer.N`, `norm.N`, `head.NAME`.

    Matrices are (in, out) with the bias as last row; those of a layer stand upon each other for the left, middle and right neighbour.
    """

    weights: Mapping[str, Floats]
    alphabet: str
    dilations: Sequence[int]

    def encode(self, sentences: Sequence[str]) -> tuple[Floats, list[int]]:
        """Hidden states (characters, width) of all sentences, one behind the other, and where each sentence begins in them."""
        w = self.weights
        lengths = np.array([len(sentence) for sentence in sentences])
        stops = np.cumsum(lengths)
        sentence, place = np.repeat(np.arange(len(lengths)), lengths), np.arange(stops[-1])
        before, left = (
            place - (stops - lengths)[sentence],
            stops[sentence] - place,
        )  # characters of its sentence before each, and from it on
        hidden = rectified(affine(self._seen(sentences, place + 2 * sentence + 2), w["input"]))
        normalise(hidden, w["norm.0"])
        width, step, side = hidden.shape[1], np.empty_like(hidden), np.empty_like(hidden)
        for n, dilation in enumerate(self.dilations, 1):
            kernel = w[f"layer.{n}"]
            np.matmul(hidden, kernel[width : 2 * width], out=step)
            np.matmul(hidden, kernel[:width], out=side)
            side[np.flatnonzero(left <= dilation)] = 0  # nothing reaches into the next sentence
            step[dilation:] += side[:-dilation]
            np.matmul(hidden, kernel[2 * width : 3 * width], out=side)
            side[np.flatnonzero(before < dilation)] = 0
            step[:-dilation] += side[dilation:]
            step += kernel[-1]
            hidden += rectified(step)
            normalise(hidden, w[f"norm.{n}"])
        return hidden, (stops - lengths).tolist()

    def _seen(self, sentences: Sequence[str], at: Rows) -> Floats:
        """What is known of each character: its own row, the pairs that it forms with the one before and the one behind, list memberships.

        `at` is where the characters stand when two marks lie between sentences and around all.
        """
        w = self.weights
        points = codes("\0\0".join(["", *sentences, ""]))
        edged = np.where(points > 0, points, np.where(np.append(points[1:], 0) > 0, BEGIN, END)).astype(np.uint32)
        pairs, own = w["pairs"][joined(edged, len(w["pairs"]))], w["characters"].shape[1]
        seen = np.empty((len(at), len(w["input"]) - 1), dtype=np.float32)
        near = pairs.shape[1]
        seen[:, :own] = w["characters"][alphabet_rows(self.alphabet)[points[at]]]
        seen[:, own : own + near] = pairs[at - 1]
        seen[:, own + near : own + 2 * near] = pairs[at]
        seen[:, own + 2 * near :] = flags(points)[at]
        return seen

    def emissions(self, hidden: Floats, head: str) -> Floats:
        """Scores of the tags of one label set, (characters, tags)."""
        return affine(hidden, self.weights[f"head.{head}"])
