"""Ordinary words of the language, to tell a name from a phrase. Pure functions over `resources/ordinary_words.txt`."""

import re
from functools import cache, lru_cache

from kg.resources import lines


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Words of two to four characters; words of one to four that a name seldom begins with; the common ones of the first; the first and frequent names."""
    words: set[str] = set()
    leading: set[str] = set()
    rare: set[str] = set()
    named: set[str] = set()
    for line in lines("ordinary_words.txt"):
        size, kind, run = line.split()
        found = [run[i : i + int(size)] for i in range(0, len(run), int(size))]
        if kind in ("rare", "named"):
            (rare if kind == "rare" else named).update(found)
        elif size != "1":
            words.update(found)
        if kind == "lead":
            leading.update(found)
    modern = frozenset(lines("lexicons", "modern_words.txt"))
    known = (name for row in lines("lexicons", "organization_known.txt") for name in row.split())
    names = {*lines("lexicons", "company_brands.txt"), *known}
    words |= modern
    return frozenset(words - names), frozenset(leading - names), frozenset(words - rare - names), frozenset((words | named) - names)


def ordinary_words() -> frozenset[str]:
    """Frequent words of two to four characters that are no names."""
    return _words()[0]


def is_word(text: str) -> bool:
    """Whether the text is one ordinary word."""
    return text in _words()[0]


@lru_cache(maxsize=65536)
def is_phrase(text: str) -> bool:
    """Whether the text is made of ordinary words alone.

    >>> is_phrase("传统汽车"), is_phrase("岚驰汽车")
    (True, False)
    """
    return _covered(text, (2, 3, 4), _words()[0])


@lru_cache(maxsize=65536)
def is_loose(text: str) -> bool:
    """Whether the text is made of ordinary words and of single characters that join them: 共4次减持, 不符合."""
    return _covered(text, (1, 2, 3, 4))


@lru_cache(maxsize=65536)
def is_common(text: str) -> bool:
    """Whether the text is made of common words and of single characters that join them: 知名 and 上市, not 轻舟."""
    return _covered(text, (1, 2, 3, 4), _words()[2])


@lru_cache(maxsize=65536)
def strangeness(text: str) -> float:
    """The share of characters that no ordinary word of two or more covers, at best: 0 for a phrase, 1 for a coined name.

    >>> strangeness("传统"), strangeness("岚驰")
    (0.0, 1.0)
    """
    words, least = _words()[0], [0]
    for end in range(1, len(text) + 1):
        best = least[end - 1] + 1
        for n in (2, 3, 4):
            if n <= end and text[end - n : end] in words:
                best = min(best, least[end - n])
        least.append(best)
    return least[-1] / len(text) if text else 0.0


def _covered(text: str, sizes: tuple[int, ...], words: frozenset[str] | None = None) -> bool:
    leading, size = _words()[1], len(text)
    words = _words()[3] if words is None else words
    reached = [True] + [False] * size
    for end in range(1, size + 1):
        for n in sizes:
            if n > end or not reached[end - n]:
                continue
            piece = text[end - n : end]
            if piece in words if n > 1 else piece in leading or piece.isdecimal():
                reached[end] = True
                break
    return size > 0 and reached[size]


def is_lead(text: str) -> bool:
    """Whether the text is one word that a name seldom begins with: a verb, an adverb, a pronoun."""
    return text in _words()[1]


def lead_length(text: str, start: int, end: int) -> int:
    """How long the leading word is that `text[start:end]` begins with and that is no part of a name; 0 for none.

    >>> lead_length("收购岚驰汽车", 0, 4), lead_length("岚驰汽车", 0, 2)
    (2, 0)
    """
    leading = _words()[1]
    return next((n for n in (4, 3, 2, 1) if start + n < end and text[start : start + n] in leading), 0)


def cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a span that begins or ends here cuts an ordinary word of the text in two: 美的 in 完美的.

    >>> cuts_word("完美的", 1, 3), cuts_word("与美的集团", 1, 3)
    (True, False)
    """
    words = _words()[2]
    return _cuts(text, start, words) or (end != start and _cuts(text, end, words))


def _cuts(text: str, at: int, words: frozenset[str]) -> bool:
    if not 0 < at < len(text):
        return False
    return text[at - 1 : at + 1] in words or text[at - 1 : at + 2] in words or (at > 1 and text[at - 2 : at + 1] in words)


_COUNTED = re.compile(r"(?:[一两三四五六七八九十几多数]+|[0-9]+)[场次个](?!重要|主题)")


def is_counted(name: str) -> bool:
    """Whether a number of things stands where a meeting's name should begin: 两次座谈会, 一场洽谈会.

    >>> is_counted("两次座谈会"), is_counted("第二次全体会议")
    (True, False)
    """
    return _COUNTED.match(name) is not None
