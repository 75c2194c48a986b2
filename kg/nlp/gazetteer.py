"""Names of divisions, countries and world places in a text, and which divisions end at a position. One pass of an automaton; no decisions."""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from kg import divisions
from kg.divisions import Division
from kg.records import record
from kg.resources import lines
from kg.text import HAN

_LONGEST = 15


@record
class Found:
    """A name of the lists in the text. `units` are the divisions it may mean; a place outside the table has none."""

    start: int
    end: int
    text: str
    units: tuple[Division, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether no division of it has this as its whole name."""
        return bool(self.units) and all(u.name != self.text for u in self.units)


@cache
def _words(file: str) -> frozenset[str]:
    return frozenset(word for line in lines("lexicons", file) for word in line.split())


def countries() -> frozenset[str]:
    """Names of countries."""
    return _words("place_countries.txt")


def world() -> frozenset[str]:
    """Cities and regions of the world, and parts of China that are no divisions."""
    return _words("place_world.txt")


def regions() -> frozenset[str]:
    """Those of `world` that are too wide to be a place of the graph: 东北, 长三角."""
    return _words("place_regions.txt")


def landmarks() -> frozenset[str]:
    """Places inside one city: they join its name (北京人民大会堂)."""
    return _words("place_landmarks.txt")


def ordinary() -> frozenset[str]:
    """Names of divisions that are words of the language too."""
    return _words("place_ordinary.txt")


@cache
def inside_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows a place that is but the head of a longer name, behind a division and behind a country."""
    narrow, wide = (row.split() for row in lines("lexicons", "place_inside_names.txt"))
    heads = "".join(sorted(stop_characters()))
    run = rf"(?:(?![{heads}])[{HAN}-]){{0,10}}?"
    return re.compile(f"{run}(?:{'|'.join([*narrow, *wide])})"), re.compile(f"{run}(?:{'|'.join(narrow)})")


@cache
def stop_characters() -> frozenset[str]:
    """Single characters that no name of a zone, town or village holds: 在 到 和."""
    return frozenset(word for word in _words("place_stops.txt") if len(word) == 1)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    names = sorted({*divisions.names(), *countries(), *world(), *landmarks()})
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def scan(text: str) -> Iterator[Found]:
    """All names of the lists, from the left, the longest at each place."""
    automaton, names = _automaton()
    table = divisions.names()
    for i, start, end in automaton.find_matches_as_indexes(text):
        yield Found(start, end, names[i], table.get(names[i], ()))


def ending_at(text: str, end: int) -> int | None:
    """Where the name of a division that ends at `end` begins, with the units named right before it (江苏省无锡市滨湖区); None if there is none.

    >>> ending_at("到江苏省无锡市滨湖区", 10), ending_at("来到这里", 4)
    (1, None)
    """
    start = _one_ending_at(text, end)
    while start is not None:
        before = _one_ending_at(text, start)
        if before is None or not divisions.lookup(text[before:end]):
            return start
        start = before
    return None


def _one_ending_at(text: str, end: int) -> int | None:
    table = divisions.names()
    for size in range(min(_LONGEST, end), 1, -1):
        start = end - size
        if text[start:end] in table and (size > 2 or not _joins(text, start, end) or _within(text, start, end)):
            return start
    return None


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the name begins with a character that may as well be a word before it: 和|县经济开发区. Never 上海."""
    return text[start] in stop_characters() and all(len(u.code) > 4 for u in divisions.lookup(text[start:end]))


def _within(text: str, start: int, end: int) -> bool:
    before = _one_ending_at(text, start)
    return before is not None and bool(divisions.lookup(text[before:end]))


def town_ending_at(text: str, end: int) -> int | None:
    """Where the full name of a known town that ends at `end` begins, with a division right before it; None if there is none.

    >>> ending = "位于南谯区乌衣镇"
    >>> ending[town_ending_at(ending, len(ending)):]
    '南谯区乌衣镇'
    """
    for size in range(min(8, end), 1, -1):
        start = end - size
        if divisions.is_town(text[start:end]):
            before = ending_at(text, start)
            return before if before is not None and divisions.lookup(text[before:end]) else start
    return None
