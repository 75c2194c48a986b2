"""Names in a row of what somebody goes to see, where the network half sees them: 先后来到昀泽面坊、先行者、昀山二号桥，.

What stands in such a row is a thing that one can go to. Where one of the row is known, another that the network takes for some name, or whose last word
tells what it is, is a name with the borders that the row gives it. So is what stands alone between such a verb and what is done there (到昀岭收费站检查工作).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.kinds import kind_of
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.shortnames import enumerations
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_phrase
from kg.resources import tables

SCORE = 0.72
SURE = 0.6  # how sure another of the row has to be, or the network that it is some name
LONE = 0.35  # the same of what stands there alone
SEEN = 0.2  # how likely the network takes the item for a name of any of these types
STOPS = ("Company", "Organization", "Place", "Project", "PublicBody")
_LONGEST, _SHORTEST = 24, 3
# Patterns by name; {name} stands for the words of that name in `lexicons/visit_words.yaml`.
_PATTERNS = {
    "goes": "{goes}",
    "between": "{between}*",
    "closes": "等|{part}|{looks}",
    "part": "{part}$",
    # And in quotes, behind any verb of a visit: 参观了“昀泽云谷”。
    "quoted": r"“(?P<near>[^“”，。；：、\n]{3,16})”(?![\u4e00-\u9fff])",
    "lone": r"(?P<near>[^，。；：、\n]{3,24})(?=，)|(?P<far>[^，。；：、\n]{3,24}?)(?:{how})*{looks}",
    "only_far": "{only_far}",
    "goes_alone": "{goes_alone}|{only_far}",
    "no_name": "^{no_name}|的|{no_end}$|[0-9一二两三四五六七八九十几多][余多]?[个家名户位条]|[^\u4e00-\u9fffA-Za-z0-9·“”（）—]",
}
_JOINED = re.compile("以及|[和与及]")

_pattern = patterns("visit_words", _PATTERNS)

Span = tuple[int, int]


@cache
def _goes() -> re.Pattern[str]:
    """A verb of a visit, those by which the relation is told among them."""
    verbs = sorted(tables("relations", "visited.yaml")["go"], key=lambda verb: (-len(verb), verb))
    return re.compile(f"(?:{_pattern('goes').pattern}|{'|'.join(verbs)}){_pattern('between').pattern}")


def find_stops(text: str, found: Iterable[Found], told: Iterable[Candidate]) -> Iterator[Candidate]:
    """A candidate for each such name that is not among those `told`.

    >>> text = "先后来到昀泽公司、未来农人，"
    >>> [text[c.start:c.end] for c in find_stops(text, [Found(9, 13, "Company", 0.3)], [Candidate(4, 8, "Company", "a")])]
    ['未来农人']
    """
    sure = [c for c in told if c.type in STOPS and c.score >= SURE]
    known = {(c.start, c.end) for c in sure}
    seen = by_span(f for f in found if f.label in STOPS)
    for begin, stop in enumerations(text):
        goes = _goes().search(text, begin, stop)
        if goes is None or text.find("、", goes.end(), stop) < 0:
            continue
        items = list(_items(text, goes.end(), stop, known))
        if known.isdisjoint(items) and not any(sum(seen.get(item, {}).values()) >= SURE for item in items):
            continue
        for start, end in (item for item in items if item not in known and _may_be_name(text, *item)):
            kind = _kind(text[start:end], seen.get((start, end), {}))
            if kind is not None and _stands(sure, start, end, goes_on=kind_of(text[start:end]) is not None):
                yield Candidate(start, end, kind, "recogniser:stop", SCORE)
    for start, end in _alone(text):
        chances = seen.get((start, end), {})
        if sum(chances.values()) >= LONE and (start, end) not in known and _may_be_name(text, start, end) and _stands(sure, start, end):
            yield Candidate(start, end, _likeliest(text[start:end], chances), "recogniser:stop", SCORE)


def _alone(text: str) -> Iterator[Span]:
    """What stands alone behind a verb of a visit, before a comma (来到昀岭收费站，) or what is done there (到昀岭收费站检查工作)."""
    for goes in _pattern("goes_alone").finditer(text):
        item = _pattern("lone").match(text, goes.end())
        if item is not None and (item["far"] or not _pattern("only_far").fullmatch(goes[0])):
            yield item.span("near" if item["near"] else "far")
    for goes in _goes().finditer(text) if "“" in text else ():
        if (item := _pattern("quoted").match(text, goes.end())) is not None:
            yield item.span("near")


def _stands(sure: Iterable[Candidate], start: int, end: int, *, goes_on: bool = True) -> bool:
    """Whether no sure name stands across a span, but a place that it begins with, where it `goes_on` as a thing there: 昀山村|敬老院."""
    across = [c for c in sure if c.start < end and start < c.end]
    return not across or (goes_on and all(c.type == "Place" and c.start == start and c.end < end for c in across))


def _items(text: str, start: int, stop: int, known: Collection[Span]) -> Iterator[Span]:
    """Start and end of each of the row, without what is seen of it; the last ends where something is said of the row."""
    last = text.rfind("、", start, stop) + 1
    closes = _pattern("closes").search(text, last, stop)
    for item in re.finditer("[^、]+", text[start : closes.start() if closes else stop]):
        begin, end = start + item.start(), start + item.end()
        for at, to in _apart(text, begin, end, known) if begin >= last else ((begin, end),):
            part = _pattern("part").search(text, at, to)
            yield at, part.start() if part is not None and (at, to) not in known else to


def _apart(text: str, begin: int, end: int, known: Collection[Span]) -> tuple[Span, ...]:
    """The last of a row, which 和 may join to the one before: only beside a known name, since names hold it too."""
    for joint in _JOINED.finditer(text, begin, end):
        if (begin, joint.start()) in known or any((joint.end(), to) in known for to in range(joint.end() + 2, end + 1)):
            return (begin, joint.start()), (joint.end(), end)
    return ((begin, end),)


def _may_be_name(text: str, start: int, end: int) -> bool:
    return _SHORTEST <= end - start <= _LONGEST and not _pattern("no_name").search(text[start:end]) and not cuts_word(text, start, end)


def _likeliest(name: str, chances: dict[str, float]) -> str:
    return kind_of(name) or max(chances, key=lambda label: chances[label])


def _kind(name: str, chances: dict[str, float]) -> str | None:
    """What the last word says it is, or else what the network rather takes it for; nothing for a phrase that the network does not see."""
    is_seen = sum(chances.values()) >= SEEN
    if not is_seen and is_phrase(name):
        return None
    return _likeliest(name, chances) if is_seen else kind_of(name)
