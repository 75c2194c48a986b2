"""Linear-chain CRF over tags B I E S of each label and O: exact probabilities of spans, by scaled forward and backward sums.

Many sentences run at once, sorted from long to short, so that at each step those still running are a leading slice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
TINY = 1e-30
LONGEST = 48  # characters of the longest span considered


def tags(labels: Sequence[str]) -> list[str]:
    """The tags of the labels.

    >>> tags(["Person"])
    ['O', 'B-Person', 'I-Person', 'E-Person', 'S-Person']
    """
    return ["O", *(f"{place}-{label}" for label in labels for place in "BIES")]


def may_start(names: Sequence[str]) -> Floats:
    """1 for tags that a sentence may begin with."""
    return np.array([name[0] in "OBS" for name in names], dtype=np.float32)


def may_end(names: Sequence[str]) -> Floats:
    """1 for tags that a sentence may end with."""
    return np.array([name[0] in "OES" for name in names], dtype=np.float32)


def may_follow(names: Sequence[str]) -> Floats:
    """(tags, tags): 1 where the column may follow the row."""
    outside = np.outer(may_end(names), may_start(names))
    inside = [[a[0] in "BI" and b[0] in "IE" and a[2:] == b[2:] for b in names] for a in names]
    return np.maximum(outside, np.array(inside, dtype=np.float32))


@dataclass(frozen=True, slots=True)
class SpanChance:
    """A span of one sentence with the probability that the chain gives it."""

    sentence: int
    start: int
    end: int
    label: str
    chance: float


def spans(emissions: Floats, lengths: Sequence[int], transitions: Floats, labels: Sequence[str], least: float) -> list[SpanChance]:
    """All spans whose probability is at least `least`, exactly.

    Args:
        emissions: (steps, sentences, tags), sentences from long to short; what lies behind the end of a sentence is not read.
        lengths: of the sentences.
        transitions: (tags, tags), scores of legal transitions; the illegal ones are left out here.
        labels: in the order of `tags`.
        least: must be above 0; a begin or end below it cannot belong to a span above it.
    """
    names = tags(labels)
    running = [int(n) for n in np.searchsorted(-np.asarray(lengths), -np.arange(len(emissions)), side="left")]
    chances = np.exp(emissions - emissions.max(axis=2, keepdims=True))
    moves = np.exp(transitions) * may_follow(names)
    ahead, scale = _forward(chances, running, moves, may_start(names))
    back = _backward(chances, running, moves, may_end(names), scale)
    total = np.maximum((ahead[0] * back[0]).sum(axis=1), TINY)
    posterior = ahead * back / total[None, :, None]
    for step, size in enumerate(running):
        posterior[step, size:] = 0
    steps = chances / scale[:, :, None]
    found = []
    for k, label in enumerate(labels):
        b, i, e, s = range(1 + 4 * k, 5 + 4 * k)
        for n, t in _above(posterior[:, :, s], least):
            found.append(SpanChance(n, t, t + 1, label, float(posterior[t, n, s])))
        for n, start, end in _paired(_above(posterior[:, :, b], least), _above(posterior[:, :, e], least)):
            chance = ahead[start, n, b] * back[end, n, e] / total[n] * steps[end, n, e]
            if end == start + 1:
                chance *= moves[b, e]
            else:
                chance *= moves[b, i] * moves[i, e] * np.prod(steps[start + 1 : end, n, i]) * moves[i, i] ** (end - start - 2)
            if chance >= least:
                found.append(SpanChance(n, start, end + 1, label, min(float(chance), 1.0)))
    return found


def _above(posterior: Floats, least: float) -> list[tuple[int, int]]:
    """(sentence, step) where it is at least so probable."""
    return [(int(n), int(t)) for t, n in np.argwhere(posterior >= least)]


def _paired(begins: Sequence[tuple[int, int]], ends: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """(sentence, begin, end) of each begin with each end behind it in its sentence."""
    of_sentence: dict[int, list[int]] = {}
    for n, end in ends:
        of_sentence.setdefault(n, []).append(end)
    for n, start in begins:
        for end in of_sentence.get(n, ()):
            if start < end < start + LONGEST:
                yield n, start, end


def _forward(chances: Floats, running: Sequence[int], moves: Floats, first: Floats) -> tuple[Floats, Floats]:
    ahead, scale = np.zeros_like(chances), np.ones(chances.shape[:2], dtype=np.float32)
    now = chances[0] * first
    for step, size in enumerate(running):
        if step:
            now = (now[:size] @ moves) * chances[step, :size]
        sums = np.maximum(now.sum(axis=1), TINY)
        now = now / sums[:, None]
        ahead[step, :size], scale[step, :size] = now, sums
    return ahead, scale


def _backward(chances: Floats, running: Sequence[int], moves: Floats, last: Floats, scale: Floats) -> Floats:
    back = np.zeros_like(chances)
    turned = np.ascontiguousarray(moves.T)
    for step in range(len(running) - 1, -1, -1):
        going = running[step + 1] if step + 1 < len(running) else 0
        back[step, going : running[step]] = last
        if going:
            weighed = back[step + 1, :going] * chances[step + 1, :going] / scale[step + 1, :going, None]
            back[step, :going] = weighed @ turned
    return back
