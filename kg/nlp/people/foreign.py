"""Names that are not Han Chinese: parts joined by a dot (海因里希·罗特, 阿不都·热合曼), transliterations beside a title, Latin letters."""

import re
from collections.abc import Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.people.characters import words
from kg.nlp.words import is_word
from kg.text import HAN

_DOT = "·•・．"
_PART = rf"[{HAN}]{{1,8}}"
_DOTTED = re.compile(rf"(?:[A-Z]\.?[{_DOT}])?{_PART}(?:[{_DOT}-](?:{_PART}|[A-Z]\.?(?=[{_DOT}])))*[{_DOT}]{_PART}")
_LATIN = re.compile(
    r"[A-Z][a-z]+(?:[ -](?:[A-Z]\.|[A-Z][a-z]+|[a-z]{2,3}(?= [A-Z])))*[ -]?[A-Z][a-z]+|[A-Z][a-z]{2,}(?=表示|说|在|认为|，)"
)


@cache
def _sounds() -> frozenset[str]:
    return frozenset(words().sound)


def dotted(text: str, starts: frozenset[int]) -> Iterator[Candidate]:
    """Names with a dot. The first part begins where the characters begin to write sounds, the last one ends where they stop.

    >>> [("记者对海因里希·罗特说"[c.start:c.end]) for c in dotted("记者对海因里希·罗特说", frozenset())]
    ['海因里希·罗特']
    """
    for m in _DOTTED.finditer(text) if any(dot in text for dot in _DOT) else ():
        parts = re.split(rf"[{_DOT}]", m[0])
        start, end = m.start(), m.end()
        known = [at for at in range(start, start + len(parts[0])) if at in starts]
        run = start + len(parts[0])
        while run > start and text[run - 1] in _sounds():
            run -= 1
        start = known[-1] if known else run
        tail = end - len(parts[-1])
        end = tail
        while (
            end < m.end()
            and text[end] in _sounds()
            and not (end > tail and text.startswith(words()["address"], end))
            and not (end > tail + 1 and text.startswith(words()["saying"], end))
        ):
            end += 1
        end = _past_adverb(text, end, m.end()) if end > tail else end
        rest = re.match(rf"[{HAN}]{{1,3}}(?![{HAN}])", text[end : end + 4])
        if rest and end > tail and m.end() >= end + len(rest[0]) and end - tail + len(rest[0]) <= 5 and not _says(rest[0]):
            end += len(rest[0])  # 盖瑞·夏培罗（: a mark tells where the name ends
        if end > tail + 1 and text.startswith(words()["opens_behind"], end - 1):
            end -= 1  # 科菲·安南|希望, 马丽亚·蒙蒂|夫人
        if start < m.start() + len(parts[0]) and end > tail and end - start >= 4:
            yield Candidate(start, end, "Person", "people:dotted", 0.9)


def _past_adverb(text: str, at: int, end: int) -> int:
    """Where a name ends that goes on behind an adverb, as two characters that write sounds and then a word of saying tell: 海因·如|则|麦提|介绍."""
    past = at + 1
    while past < end and text[past] in _sounds() and not text.startswith(words()["saying"], past):
        past += 1
    goes_on = text[at : at + 1] in words()["adverbs"] and past - at > 2 and text.startswith(words()["saying"], past)
    return past if goes_on and not any(is_word(text[i : i + 2]) for i in range(at, past - 1)) else at


def _says(text: str) -> bool:
    return any(text[at : at + n] in words().follow or is_word(text[at : at + n]) for at in range(len(text)) for n in (1, 2, 3))


def by_sound(text: str, start: int) -> int | None:
    """Where a transliterated name that begins here ends: three to seven characters that write sounds, then a mark or a word that follows names."""
    end = start
    while end < len(text) and end - start < 8 and text[end] in _sounds():
        end += 1
    if end > start + 2 and text.startswith(words()["opens_behind"], end - 1):
        end -= 1
    for at in range(end, start + 1, -1):
        behind = text[at : at + 1]
        if not re.match(rf"[{HAN}]", behind) or any(text[at : at + n] in words().follow for n in (1, 2, 3)):
            return at
    return None


def latin(text: str, start: int) -> int | None:
    """Where a name in Latin letters that begins here ends."""
    m = _LATIN.match(text, start)
    return m.end() if m else None
