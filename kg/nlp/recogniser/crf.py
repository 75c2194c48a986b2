"""Linear-chain CRF over tags B I E S of each label and O: exact probabilities of spans, by scaled forward and backward sums.

Many sentences run at once, sorted from long to short, so that at each step those still running are a leading slice. Their characters lie in
rows by step: all first characters, then all second ones; nothing is spent on what lies behind the end of a sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

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


def spans(
    emissions: Floats, starts: Sequence[int], lengths: Sequence[int], transitions: Floats, labels: Sequence[str], least: float
) -> list[SpanChance]:
    """All spans whose probability is at least `least`, exactly.

    Args:
        emissions: (rows, tags); a sentence is a run of rows.
        starts: the first rows of the sentences.
        lengths: of the sentences, from long to short.
        transitions: (tags, tags), scores of legal transitions; the illegal ones are left out here.
        labels: in the order of `tags`.
        least: must be above 0; a begin or end below it cannot belong to a span above it.
    """
    names, opens, closes, legal = _chain(tuple(labels))
    running = np.searchsorted(-np.asarray(lengths), -np.arange(max(lengths)), side="left")  # sentences at each step
    first = np.cumsum(running) - running  # row of each step
    step = np.repeat(np.arange(len(running)), running)
    sentence = np.arange(len(step)) - first[step]
    chances = emissions[np.asarray(starts)[sentence] + step]
    chances -= chances.max(axis=1, keepdims=True)
    np.exp(chances, out=chances)
    moves = np.exp(transitions) * legal
    rows = [slice(begin, begin + size) for begin, size in zip(first.tolist(), running.tolist(), strict=True)]
    ahead, scale = _forward(chances, rows, moves, opens)
    back = _backward(chances, rows, moves, closes, scale)
    total = np.maximum((ahead[rows[0]] * back[rows[0]]).sum(axis=1), TINY)
    posterior = ahead * back
    posterior /= total[sentence, None]
    chances /= scale[:, None]
    at = first.tolist()
    likely: list[dict[tuple[int, int], int]] = [{} for _ in names]  # of each tag, (sentence, step) → row
    rows_of, tags_of = np.nonzero(posterior[:, 1:] >= least / 2)  # all but O
    for row, n, t, tag in zip(rows_of.tolist(), sentence[rows_of].tolist(), step[rows_of].tolist(), tags_of.tolist(), strict=True):
        likely[tag + 1][n, t] = row
    found = []
    for k, label in enumerate(labels):
        b, i, e, s = range(1 + 4 * k, 5 + 4 * k)
        for (n, t), row in likely[s].items():
            if posterior[row, s] >= least:
                found.append(SpanChance(n, t, t + 1, label, float(posterior[row, s])))
        for n, start, end in _paired(likely[b], likely[i], likely[e]):
            last = at[end] + n
            chance = ahead[at[start] + n, b] * back[last, e] / total[n] * chances[last, e]
            if end == start + 1:
                chance *= moves[b, e]
            else:
                inside = chances[[begin + n for begin in at[start + 1 : end]], i]
                chance *= moves[b, i] * moves[i, e] * np.multiply.reduce(inside) * moves[i, i] ** (end - start - 2)
            if chance >= least:
                found.append(SpanChance(n, start, end + 1, label, min(float(chance), 1.0)))
    return found


@cache
def _chain(labels: tuple[str, ...]) -> tuple[list[str], Floats, Floats, Floats]:
    """Tags, and which of them may begin, end and follow."""
    names = tags(labels)
    return names, may_start(names), may_end(names), may_follow(names)


Likely = Mapping[tuple[int, int], int]


def _paired(begins: Likely, inside: Likely, ends: Likely) -> Iterator[tuple[int, int, int]]:
    """(sentence, begin, end) of each begin with each end behind it that nothing unlikely keeps apart."""
    for n, start in begins:
        for end in range(start + 1, start + LONGEST):
            if (n, end) in ends:
                yield n, start, end
            if (n, end) not in inside:
                break


def _forward(chances: Floats, rows: Sequence[slice], moves: Floats, first: Floats) -> tuple[Floats, Floats]:
    ahead, scale = np.empty_like(chances), np.empty(len(chances), dtype=np.float32)
    before = np.ones((0, 0), dtype=np.float32)
    for here in rows:
        now = ahead[here]
        if here.start:
            np.dot(before[: len(now)], moves, out=now)  # on such small ones faster than matmul
            now *= chances[here]
        else:
            np.multiply(chances[here], first, out=now)
        sums = np.maximum(np.add.reduce(now, 1), TINY, out=scale[here])
        now /= sums[:, None]
        before = now
    return ahead, scale


def _backward(chances: Floats, rows: Sequence[slice], moves: Floats, last: Floats, scale: Floats) -> Floats:
    back = np.empty_like(chances)
    turned = np.ascontiguousarray(moves.T)
    behind = slice(0, 0)
    for here in reversed(rows):
        going = behind.stop - behind.start
        back[here.start + going : here.stop] = last
        if going:
            weighed = back[behind] * chances[behind]
            weighed /= scale[behind, None]
            np.dot(weighed, turned, out=back[here.start : here.start + going])
        behind = here
    return back
