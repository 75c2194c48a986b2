"""The type of names whose borders the network sees while it wavers between types: the last word tells it.

青岩水库 is a place, a project or a firm to the network, each with a third: no type alone is likely enough to be told, though that it is a name is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_phrase, is_word
from kg.resources import lines
from kg.text import occurrences

SCORE = 0.8
LEAST = 0.5  # how sure the network has to be that it is a name of some type
SURELY = 0.7  # the same of a name made of ordinary words: 老街社区
IN_ROW = 0.6  # and of one in a row: 昀山产业园、机电产业园
SURE = 0.5  # another type that it is so sure of stands
_AGREED = ("Project",)  # a road or a power station is one only where the network too takes it for one, more than for anything else
_LONGEST_TAIL = 5
_TOWN = 8  # characters before a 社区 in which its town is named
_STAGE = re.compile("^.{1,3}[一二三四]期$")  # 昀达一期: houses, which nobody but their buyers calls so
# Patterns by name; {name} stands for the words of that name in `lexicons/kind_words.yaml`.
_PATTERNS = {
    "runs_on": "(?<!{no_doer}){does}|(?:[两数几]|[0-9]+){counted}",
    "leads": "{leads}",
    "ring": "[东西南北]{0,2}[二三四五六]环(?!路)",  # 西北四环|昀季购物中心
    "none": "{none}$",
    "park": "{parks}$",
    "measured": "{measured}",
    "of_towns": "{of_towns}",
    "site": "{sites}“?$",
    "posts": "”?[^，。；“《]{0,4}(?:{posts}|发布《)",
    "builds": "(?:{builds}|{listed})的?$",
    "built": "{built_when}*{built}",
}

_pattern = patterns("kind_words", _PATTERNS)


@cache
def _kinds() -> dict[str, str]:
    return {word: row.split()[0] for row in lines("lexicons", "name_kinds.txt") for word in row.split()[1:]}


def kind_of(name: str) -> str | None:
    """The type that the last word of a name tells.

    >>> kind_of("昀岭水库"), kind_of("昀岭")
    ('Place', None)
    """
    return next((kind for n in range(min(_LONGEST_TAIL, len(name) - 2), 0, -1) if (kind := _kinds().get(name[-n:]))), None)


def is_sort(name: str) -> bool:
    """Whether the last word of a name is one of a sort, which is none of its own: 移民村, 专业镇."""
    return _pattern("none").search(name) is not None


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether a span is one name: no run of words, no forum, no grade, no paper that is traded."""
    name = text[start:end]
    led = _pattern("leads").match(name) and not is_word(name[:2]) and not any(lookup(name[:n]) for n in (2, 3))
    if led or _pattern("runs_on").search(name) or _pattern("measured").match(text, end) or is_sort(name) or _STAGE.match(name):
        return False
    return not name.endswith("社区") or _in_town(text, start, end)


def _in_town(text: str, start: int, end: int) -> bool:
    near = text[max(start - _TOWN, 0) : end - 2]
    return _pattern("of_towns").search(near) is not None or any(lookup(text[start : start + n]) for n in (2, 3, 4))


def is_forum(text: str, start: int, end: int) -> bool:
    """Whether a 社区 is one of a website, where people post: 官网昀岭社区, 在昀岭社区发布《….

    >>> is_forum("他在昀岭社区发布《致网友》", 2, 6), is_forum("来到永安街道昀岭社区，", 6, 10)
    (True, False)
    """
    site = _pattern("site").search(text, max(start - _TOWN, 0), start) or _pattern("posts").match(text, end)
    return text.endswith("社区", start, end) and site is not None and not _in_town(text, start, end)


def _is_built(text: str, name: str) -> bool:
    """Whether the text tells anywhere that a place of this name is being put up: 新建昀岭机场, 昀岭小区停工."""
    return any(
        _pattern("builds").search(text, max(start - _TOWN, 0), start) or _pattern("built").match(text, end)
        for start, end in occurrences(text, name)
    )


def _park(name: str, chances: Mapping[str, float]) -> str | None:
    """What a park is, which may be a place where firms are or the work that it is to be: what the network rather takes it for."""
    place, project = chances.get("Place", 0.0), chances.get("Project", 0.0)
    if place + project < LEAST or _pattern("park").search(name) is None:
        return None
    return "Place" if place >= project else "Project"


def _in_row(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a row: 来到昀山产业园、机电产业园等地."""
    return text.startswith("、", end) or text.endswith(("、", "和"), 0, start)


def kinds(text: str, found: Iterable[Found], told: Collection[int] = ()) -> Iterator[Candidate]:
    """A candidate of its last word's type for each span that is some name to the network, but no type surely; parks only where rules tell none that ends
    there too, as those in `told` do.

    >>> text = "来到昀岭水库检查"
    >>> [(c.type, text[c.start:c.end]) for c in kinds(text, [Found(2, 6, "Company", 0.3), Found(2, 6, "Project", 0.4)])]
    [('Place', '昀岭水库')]
    """
    for (start, end), chances in sorted(by_span(found).items()):
        start = ring.end() if (ring := _pattern("ring").match(text, start, end)) else start
        end += text.startswith("园区", end - 1)  # 创意园|区
        name, whole, best = text[start:end], sum(chances.values()), max(chances, key=lambda label: chances[label])
        kind = (kind_of(name) or (None if end in told else _park(name, chances))) if whole >= LEAST else None
        if kind is None or (best != kind and (chances[best] >= SURE or kind in _AGREED)):
            continue
        surely = IN_ROW if _in_row(text, start, end) else SURELY
        if not (is_phrase(name) and whole < surely) and not cuts_word(text, start, end) and _is_one(text, start, end):
            kind = "Project" if kind == "Place" and _is_built(text, name) else kind
            yield Candidate(start, end, kind, "recogniser:kind", SCORE)
