"""Linear-chain CRF over tags B I E S of each label and O: exact probabilities of spans, by forward and backward sums.

Many sentences run at once, sorted from long to short, so that at each step those still running are a leading slice. Their characters lie in
rows by step: all first characters, then all second ones; nothing is spent on what lies behind the end of a sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.records import record

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
TINY = 1e-30
_STRETCH = 8  # steps after which sums are brought back to one: doubles have room for so many, and each step does less
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


@record
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
    scores = emissions[np.asarray(starts)[sentence] + step]
    scores -= scores.max(axis=1, keepdims=True)
    chances = np.exp(scores).astype(np.float64)
    moves = np.exp(transitions).astype(np.float64) * legal
    rows = [slice(begin, begin + size) for begin, size in zip(first.tolist(), running.tolist(), strict=True)]
    ahead = _forward(chances, rows, moves, opens)
    back = _backward(chances, rows, moves, closes)
    total = np.maximum((ahead[rows[0]] * back[rows[0]]).sum(axis=1), TINY)
    posterior = ahead * back
    posterior /= total[sentence, None]
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


def _forward(chances: Doubles, rows: Sequence[slice], moves: Doubles, first: Floats) -> Doubles:
    """The sums up to each row. Where they are brought back to one the chances of the row are divided with them, for all that follows."""
    ahead = np.empty_like(chances)
    before = ahead[:0]
    for step, here in enumerate(rows):
        now = ahead[here]
        if step:
            np.dot(before[: len(now)], moves, out=now)  # on such small ones faster than matmul
            now *= chances[here]
        else:
            np.multiply(chances[here], first, out=now)
        if step % _STRETCH == _STRETCH - 1:
            sums = np.maximum(np.add.reduce(now, 1, keepdims=True), TINY)
            now /= sums
            chances[here] /= sums
        before = now
    return ahead


def _backward(chances: Doubles, rows: Sequence[slice], moves: Doubles, last: Floats) -> Doubles:
    back = np.empty_like(chances)
    back[:] = last  # of each sentence the last row stays so
    turned = np.ascontiguousarray(moves.T)
    for here, behind in zip(rows[-2::-1], rows[:0:-1], strict=True):
        going = behind.stop - behind.start
        np.dot(back[behind] * chances[behind], turned, out=back[here.start : here.start + going])
    return back
