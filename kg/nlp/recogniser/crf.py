"""Linear-chain CRF over tags B I E S of each label and O: exact probabilities of spans, by forward and backward sums.

Many sentences run at once, sorted from long to short, so that at each step those still running are a leading slice. Their characters lie in
rows by step: all first characters, then all second ones; nothing is spent on what lies behind the end of a sentence.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.arrays import Floats, Rows
from kg.records import record

Doubles = NDArray[np.float64]
TINY = 1e-30
_STRETCH = 8  # steps after which sums are brought back to one: doubles have room for so many, and each step does less
_BEGIN, _INSIDE, _END, _SINGLE = (slice(place, None, 4) for place in range(1, 5))  # columns of the tags of all labels
_NOTHING = 1e-300
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
    opens, closes, legal = _chain(tuple(labels))
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
    alone = posterior[:, _SINGLE]
    found = [
        SpanChance(n, t, t + 1, labels[k], chance)
        for n, t, k, chance in zip(*_where(alone >= least, sentence, step), alone[alone >= least].tolist(), strict=True)
    ]
    pairs = list(_paired(posterior >= least / 2, sentence, step))
    if not pairs:
        return found
    n, begin, end, k = np.array(pairs).T
    # What lies within a span are sums of logarithms, which stand sentence by sentence: those up to its end without those up to its begin.
    log = np.zeros((len(chances) + 1, len(labels)))
    order = np.lexsort((step, sentence))
    np.cumsum(np.log(np.maximum(chances[order, _INSIDE], _NOTHING)), axis=0, out=log[1:])
    ahead_of = np.cumsum(lengths) - lengths
    inside = log[ahead_of[n] + end, k] - log[ahead_of[n] + begin + 1, k]
    b, i, e = (1 + 4 * k + place for place in range(3))
    through = moves[b, i] * np.exp(inside) * moves[i, i] ** np.maximum(end - begin - 2, 0) * moves[i, e]
    last = first[end] + n
    likelihood = ahead[first[begin] + n, b] * np.where(end == begin + 1, moves[b, e], through) * chances[last, e] * back[last, e] / total[n]
    told = zip(pairs, np.minimum(likelihood, 1.0).tolist(), strict=True)
    return found + [SpanChance(n, begin, end + 1, labels[k], chance) for (n, begin, end, k), chance in told if chance >= least]


@cache
def _chain(labels: tuple[str, ...]) -> tuple[Floats, Floats, Floats]:
    """Which tags may begin, end and follow."""
    names = tags(labels)
    return may_start(names), may_end(names), may_follow(names)


def _where(chosen: NDArray[np.bool_], sentence: Rows, step: Rows) -> tuple[list[int], list[int], list[int]]:
    """Sentence, step and column of each that is chosen, from the first row on."""
    rows, columns = np.nonzero(chosen)
    return sentence[rows].tolist(), step[rows].tolist(), columns.tolist()


def _paired(likely: NDArray[np.bool_], sentence: Rows, step: Rows) -> Iterator[tuple[int, int, int, int]]:
    """(sentence, begin, end, label) of each likely begin with each likely end behind it that nothing unlikely keeps apart."""
    inside, ends = (set(zip(*_where(likely[:, tags], sentence, step), strict=True)) for tags in (_INSIDE, _END))
    for n, begin, k in zip(*_where(likely[:, _BEGIN], sentence, step), strict=True):
        for end in range(begin + 1, begin + LONGEST):
            if (n, end, k) in ends:
                yield n, begin, end, k
            if (n, end, k) not in inside:
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
