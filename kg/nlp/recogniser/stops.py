"""Names in a row of what somebody goes to see, where the network half sees them: 先后来到昀泽面坊、先行者、昀山二号桥，.

What stands in such a row is a thing that one can go to. Where one of the row is known, another that the network takes for some name, or whose last word
tells what it is, is a name with the borders that the row gives it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.kinds import kind_of
from kg.nlp.recogniser.model import Found
from kg.nlp.shortnames import enumerations
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_phrase

SCORE = 0.72
SURE = 0.6  # how sure another of the row has to be
SEEN = 0.2  # how likely the network takes the item for a name of any of these types
STOPS = ("Company", "Organization", "Place", "Project", "PublicBody")
_LONGEST, _SHORTEST = 24, 3
# Patterns by name; {name} stands for the words of that name in `lexicons/visit_words.yaml`.
_PATTERNS = {
    "goes": "{goes}{between}*",
    "closes": "等|{part}|{looks}",
    "part": "{part}$",
    "no_name": "^{no_name}|的|{no_end}$|[0-9一二两三四五六七八九十几多][余多]?[个家名户位条]|[^\u4e00-\u9fffA-Za-z0-9·“”（）—]",
}
_JOINED = re.compile("以及|[和与及]")

_pattern = patterns("visit_words", _PATTERNS)


def find_stops(text: str, found: Iterable[Found], told: Iterable[Candidate]) -> Iterator[Candidate]:
    """A candidate for each such name that is not among those `told`.

    >>> text = "先后来到昀泽公司、未来农人，"
    >>> [text[c.start:c.end] for c in find_stops(text, [Found(9, 13, "Company", 0.3)], [Candidate(4, 8, "Company", "a")])]
    ['未来农人']
    """
    sure = [c for c in told if c.type in STOPS and c.score >= SURE]
    known = {(c.start, c.end): c.type for c in sure}
    chances: dict[tuple[int, int], dict[str, float]] = {}
    for f in found:
        if f.label in STOPS:
            chances.setdefault((f.start, f.end), {})[f.label] = f.chance
    for begin, stop in enumerations(text):
        goes = _pattern("goes").search(text, begin, stop)
        if goes is None or text.find("、", goes.end(), stop) < 0:
            continue
        items = list(_items(text, goes.end(), stop, known))
        if any(item in known for item in items):
            yield from (c for item in items if item not in known and (c := _named(text, item, chances, sure, items, known)) is not None)


def _items(text: str, start: int, stop: int, known: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, int]]:
    """Start and end of each of the row, without what is seen of it; the last ends where something is said of the row."""
    last = text.rfind("、", start, stop) + 1
    closes = _pattern("closes").search(text, last, stop)
    for item in re.finditer("[^、]+", text[start : closes.start() if closes else stop]):
        begin, end = start + item.start(), start + item.end()
        joined = [m.span() for m in _JOINED.finditer(text, begin, end)] if begin >= last else []
        split = next(((a, b) for a, b in joined if (begin, a) in known or any((b, e) in known for e in range(b + 2, end + 1))), None)
        for at, to in ((begin, end),) if split is None else ((begin, split[0]), (split[1], end)):
            part = _pattern("part").search(text, at, to)
            yield at, part.start() if part is not None and (at, to) not in known else to


def _named(
    text: str,
    item: tuple[int, int],
    chances: Mapping[tuple[int, int], Mapping[str, float]],
    sure: Sequence[Candidate],
    items: Sequence[tuple[int, int]],
    known: Mapping[tuple[int, int], str],
) -> Candidate | None:
    start, end = item
    name = text[start:end]
    if not _SHORTEST <= end - start <= _LONGEST or _pattern("no_name").search(name) or cuts_word(text, start, end):
        return None
    across = [c for c in sure if c.start < end and start < c.end]
    kind = kind_of(name)
    if across and (kind is None or any(c.end >= end or c.start > start or c.type != "Place" for c in across)):
        return None
    seen = chances.get(item, {})
    whole = sum(seen.values())
    if kind is None and whole >= SEEN:
        kind = max(seen, key=lambda label: seen[label])
    if kind is None or (is_phrase(name) and whole < SEEN):
        return None
    return Candidate(start, end, kind, "recogniser:stop", SCORE)
