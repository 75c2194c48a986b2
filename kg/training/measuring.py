"""How good the network is on sentences it has not seen, and the line that makes its chances come true."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from kg.nlp.recogniser.model import Model
from kg.training.data import Sentence
from kg.training.logistic import fitted

_SURE = 0.5
_DRAW = 2.0  # weight of the wish that nothing be changed


def figures(model: Model, sentences: Sequence[Sentence], head: str = "kg", least: float = _SURE) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 for each label, and for `all`, of spans told with at least `least`."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for sentence in sentences:
        gold = set(sentence.spans)
        told = {(f.start, f.end, f.label) for f in model.find(sentence.text, head) if f.chance >= least}
        for span in gold | told:
            for key in (span[2], "all"):
                counts[key][0] += span in gold and span in told
                counts[key][1] += span in told
                counts[key][2] += span in gold
    return {key: (r / max(t, 1), r / max(g, 1), 2 * r / max(t + g, 1)) for key, (r, t, g) in sorted(counts.items())}


def calibration(model: Model, sentences: Sequence[Sentence], head: str = "kg") -> Mapping[str, tuple[float, float]]:
    """Slope and intercept on the log-odds for each label, fitted to the spans told. The model given must be uncalibrated."""
    points: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for sentence in sentences:
        gold = set(sentence.spans)
        for f in model.find(sentence.text, head, 0.05):
            points[f.label].append((f.chance, (f.start, f.end, f.label) in gold))
    return {label: _line(found) for label, found in sorted(points.items())}


def _line(points: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """A line from the log-odds to right or wrong, drawn towards (1, 0) where there is little to see."""
    chance = np.clip(np.array([p for p, _ in points]), 1e-4, 1 - 1e-4)
    odds, right = np.log(chance / (1 - chance)), np.array([r for _, r in points], dtype=float)
    line = fitted(np.stack([odds, np.ones_like(odds)], 1), right, np.full(2, _DRAW), np.array([1.0, 0.0]))
    return round(float(line[0]), 4), round(float(line[1]), 4)
