"""Where a division's officials are guests: 南平市委书记率团赴无锡市, 南平招商推介会在无锡举行. 市委 in such a story is not the host's."""

import re
from collections.abc import Iterable

from kg import divisions, jurisdiction
from kg.divisions import Division

# Who goes, by the word for the division that sends them, and the verb of going up to the place; a row of places may stand between.
_JOURNEY = re.compile(
    r"(?P<word>[省市县区州旗])(?:委|长(?!三角)|领导|政府|人大|政协|党政)[^。；！？\n]{0,80}?"
    r"(?:赴|前往|飞抵|出访|(?:率队|率团|带队|一行|率[^，。；]{1,12})[^，。；]{0,6}?到)(?:[^，。；\s]{2,12}?[、和及])*$"
)
_BEFORE = ("赴", "往", "抵", "访", "到", "、", "和", "及")  # what stands before the place
_REACH = 110  # characters from those who go to the place
# A meeting that woos guests, and where it is held: 南平（无锡）招商推介会在无锡举行.
_WOOS = r"(?:推介|招商|恳谈|洽谈|投资说明|经贸交流|引才)(?:大?会|活动|晚会|周|会议)"
_WOOED_AT = re.compile(rf"{_WOOS}[”》]?[^，。；\n]{{0,10}}[在于]$")
_WOOS_THERE = re.compile(rf"[^。；！？，\n]{{2,8}}?(?:举行|举办|召开|开展)[^。；！？，\n]{{0,14}}?{_WOOS}")
_IN_BRACKETS = re.compile(rf"[^。；！？，（）()\n]{{2,8}}[）)][^。；！？，\n]{{0,14}}?{_WOOS}")
_OURS = re.compile("我[省市县区州旗]")
_LONGEST, _SHORTEST = 8, 2  # characters of a division's name


def guests_in(text: str, start: int, unit: Division) -> bool:
    """Whether the division named at `start` is one where those of another are guests: they go there, or woo investors there.

    >>> from kg import divisions
    >>> wuxi = divisions.lookup("无锡市")[0]
    >>> guests_in("南平市委书记率团赴无锡市", 9, wuxi), guests_in("南平招商推介会在无锡市举行", 8, wuxi)
    (True, True)
    """
    return journey_to(text, start, unit) or woos_in(text, start, unit)


def woos_in(text: str, start: int, unit: Division) -> bool:
    """Whether another division holds a meeting there to win over investors or visitors.

    >>> from kg import divisions
    >>> wuxi = divisions.lookup("无锡市")[0]
    >>> woos_in("南平招商推介会在无锡举行", 8, wuxi), woos_in("南平（无锡）招商推介会", 3, wuxi), woos_in("招商推介会在无锡举行", 6, wuxi)
    (True, True, False)
    """
    sentence = max(text.rfind(mark, 0, start) for mark in "。；！？，\n") + 1
    bracketed = text[start - 1 : start] in ("（", "(") and _IN_BRACKETS.match(text, start) is not None
    there = text[start - 1 : start] == "在" and _WOOS_THERE.match(text, start) is not None
    if not (bracketed or there or _WOOED_AT.search(text, sentence, start)):
        return False
    whose = text[sentence : start - 1]
    if _OURS.search(whose):
        return True
    own = _first_named(re.sub("[（(][^）)]*(?:[）)]|$)", "", whose))
    return bool(own) and not any(divisions.inside(unit.code, other.code) for other in own)


def _first_named(text: str) -> tuple[Division, ...]:
    """The units of the first name of a division in the text."""
    names = divisions.names()
    for start in range(len(text)):
        for size in range(min(_LONGEST, len(text) - start), _SHORTEST - 1, -1):
            if found := names.get(text[start : start + size]):
                return found
    return ()


def hosts(text: str, spots: Iterable[tuple[int, int, str]]) -> frozenset[str]:
    """Codes of the divisions to which those go whom the text calls 市长, 县委书记 without a name, as their own paper does.

    A county-level city is not among them: the 市长 who goes there may be that of the prefecture.

    >>> from kg import divisions
    >>> hosts("县长率团赴无锡市滨湖区", [(7, 10, "滨湖区")]), hosts("区长率团赴无锡市滨湖区", [(8, 11, "滨湖区")]), hosts("锡山区长率团赴滨湖区", [(7, 10, "滨湖区")])
    (frozenset(), frozenset({'320211'}), frozenset())
    """
    found = set()
    for start, _, name in spots:
        for unit in divisions.lookup(name):
            within = unit.level == "county" and unit.name.endswith("市")
            journey = None if within else _journey(text, start, unit)
            if journey is not None and not any(
                divisions.lookup(text[journey.end("word") - size : journey.end("word")]) for size in range(3, _LONGEST)
            ):
                found.add(unit.code)
    return frozenset(found)


def journey_to(text: str, start: int, unit: Division) -> bool:
    """Whether the division named at `start` is one to which people of another of its kind go.

    >>> from kg import divisions
    >>> wuxi, binhu = divisions.lookup("无锡市")[0], divisions.lookup("滨湖区")[0]
    >>> journey_to("南平市委书记率团赴无锡市", 9, wuxi), journey_to("副省长赴无锡市", 4, wuxi), journey_to("市委书记赴滨湖区", 5, binhu)
    (True, False, False)
    """
    return _journey(text, start, unit) is not None


def _journey(text: str, start: int, unit: Division) -> re.Match[str] | None:
    """Who goes to the division named at `start`, which may have larger ones before it: 赴无锡市|滨湖区."""
    while (before := next((size for size in range(_LONGEST, 1, -1) if text[start - size : start] in divisions.names()), None)) is not None:
        start -= before
    if not text.endswith(_BEFORE, 0, start):
        return None
    found = None
    sentence = max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1
    first = max(sentence, start - _REACH)
    while (later := _JOURNEY.search(text, first, start)) is not None:
        found, first = later, later.end("word")
    return found if found is not None and jurisdiction.is_kind(unit, found["word"]) else None
