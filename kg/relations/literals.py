"""What a text must hold for a pattern to match: words of which one has to be there, found once from the parsed pattern.

Many patterns are told apart by their verbs. One automaton for the words of all of them says which of them are worth trying on a text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]  # what `re` itself parses with; it has no public name
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick_rs

Words = frozenset[str]
_MOST = 400  # words beyond which a part of a pattern is not written out
_REPEATS = frozenset({op.MIN_REPEAT, op.MAX_REPEAT, op.POSSESSIVE_REPEAT})


class Filter:
    """Which of a row of patterns may match a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        bits: dict[str, int] = {}  # word → the patterns that need it
        self._always = 0
        for n, pattern in enumerate(patterns):
            words = required(pattern)
            if words is None:
                self._always |= 1 << n
            for word in words or ():
                bits[word] = bits.get(word, 0) | 1 << n
        self._bits = list(bits.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(bits))

    def found(self, text: str) -> int:
        """The patterns that are worth trying, as bits; that of the first is 1.

        >>> bin(Filter(["收购|买下", "由.*供货", "[甲乙]*"]).found("甲收购乙"))
        '0b101'
        """
        found = self._always
        for word, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found |= self._bits[word]
        return found


def numbers(bits: int) -> Iterator[int]:
    """The numbers of the patterns that bits stand for, from the first.

    >>> list(numbers(0b101))
    [0, 2]
    """
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def required(pattern: str) -> Words | None:
    """Words of which every text holds one that the pattern, in which case counts, matches in; None if there are none to name.

    >>> sorted(required("(?:甲|乙)?(?P<v>收购|买下)[了过]?.{0,4}"))
    ['买下', '收购']
    >>> sorted(required("由.*(?:供货|配套供货|供应)(?!商)"))
    ['供应', '供货']
    >>> sorted(required("股(?:权|份)")), required("甲?.*")
    (['股份', '股权'], None)
    """
    words = _needed(_parser.parse(pattern))
    return words and frozenset(word for word in words if not any(other in word for other in words - {word}))


def _needed(parsed: Iterable[tuple[Any, Any]]) -> Words | None:
    """The best of what the parts of a sequence need; literal parts that stand side by side are joined."""
    best: Words | None = None
    run: Words | None = None
    for code, value in parsed:
        exact = _exact(code, value)
        if exact is not None and run is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(a + b for a, b in product(run, exact))
        else:
            best, run = _better(best, run), exact
        if exact is None or code is op.ASSERT:
            best = _better(best, _inside(code, value))
    return _better(best, run)


def _exact(code: Any, value: Any) -> Words | None:
    """All that a part may match, if that is a few words; what only looks (`$`, `(?!…)`) matches nothing."""
    if code is op.LITERAL:
        return frozenset((chr(value),))
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(("",))
    if code is op.IN and all(kind is op.LITERAL for kind, _ in value):
        return frozenset(chr(char) for _, char in value)
    if code is op.SUBPATTERN:
        return _sequence(value[-1])
    if code is op.BRANCH:
        return _any([_sequence(branch) for branch in value[1]])
    if code in _REPEATS and value[1] == 1:
        inside = _sequence(value[2])
        return inside if inside is None or value[0] == 1 else inside | {""}
    return None


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> Words | None:
    whole: Words = frozenset(("",))
    for code, value in parsed:
        exact = _exact(code, value)
        if exact is None or len(whole) * len(exact) > _MOST:
            return None
        whole = frozenset(a + b for a, b in product(whole, exact))
    return whole


def _any(branches: Sequence[Words | None]) -> Words | None:
    """What alternatives need together, if each needs something."""
    words = frozenset(word for branch in branches for word in branch or ())
    return words if None not in branches and len(words) <= _MOST else None


def _inside(code: Any, value: Any) -> Words | None:
    """What a part needs that is no mere row of words."""
    if code is op.SUBPATTERN:
        return _needed(value[-1])
    if code is op.BRANCH:
        return _any([_needed(branch) for branch in value[1]])
    if code is op.ASSERT:
        return _needed(value[1])
    if code in _REPEATS and value[0] > 0:
        return _needed(value[2])
    return None


def _better(one: Words | None, other: Words | None) -> Words | None:
    """The one that fewer texts hold by chance: of words of two letters at least (marks and signs are everywhere), and of few of them."""
    found = [words for words in (one, other) if words is not None and "" not in words]
    return max(found, key=lambda words: (min([2, *(sum(map(str.isalnum, word)) for word in words)]), -len(words)), default=None)
