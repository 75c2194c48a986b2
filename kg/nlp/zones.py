"""Development zones, parks and ports: where a name begins that ends in 经开区, 高新区, 产业园.

Their last words are data; what stands before is read leftwards to the nearest word that no name holds, and a division in it is where the
name begins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from kg.nlp.gazetteer import ending_at as division_ending_at
from kg.nlp.gazetteer import ordinary, town_ending_at
from kg.nlp.gazetteer import scan as names
from kg.nlp.words import cuts_word, is_phrase
from kg.resources import lines
from kg.text import HAN

_REACH = 12  # characters before the last word that a name may have
_HAN_RUN = re.compile(rf"[{HAN}A-Za-z·]+$")
_DEICTIC = ("省", "市", "县", "区")


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone in the text; `score` says how sure its beginning is."""

    start: int
    end: int
    tail: str
    score: float
    rule: str


@cache
def tails() -> Mapping[str, str]:
    """What the names of zones end with → its mark: `?` weak, `!` one that needs no name before it to point to the zone of the article."""
    return {tail: mark for tail, _, mark in (line.partition(" ") for line in lines("lexicons", "place_zones.txt"))}


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(sorted(tails()), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


@cache
def _stops() -> re.Pattern[str]:
    words = sorted({w for line in lines("lexicons", "place_stops.txt") for w in line.split()}, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})")


def scan(text: str) -> Iterator[Zone]:
    """The zones named in a text."""
    last = 0
    for _, start, end in _automaton().find_matches_as_indexes(text):
        zone = named(text, start, end, last)
        if zone is not None:
            yield zone
            last = end


def ending(text: str, end: int) -> Zone | None:
    """The zone whose name ends at `end`.

    >>> text = "记者从合肥高新区管委会获悉"
    >>> zone = ending(text, 8)
    >>> text[zone.start:zone.end]
    '合肥高新区'
    """
    words = tails()
    for size in range(min(10, end), 1, -1):
        if text[end - size : end] in words:
            return named(text, end - size, end)
    return None


def named(text: str, start: int, end: int, floor: int = 0) -> Zone | None:
    """The zone whose last word stands at start–end, if its beginning can be told; nothing before `floor` belongs to it."""
    tail = text[start:end]
    place = division_ending_at(text, start)
    if place is None:
        place = town_ending_at(text, start)
    if place is not None and place >= floor:
        return Zone(place, end, tail, 0.95, "division")
    run = _HAN_RUN.search(text, max(floor, start - _REACH), start)
    begin = run.start() if run else start
    place = _place_within(text, begin, start)
    if place is not None:
        return Zone(place, end, tail, 0.92, "division-far")
    stops = list(_stops().finditer(text, begin, start))
    begin = stops[-1].end() if stops else begin
    part = text[begin:start]
    if not part:
        return Zone(start, end, tail, 0.75, "alone") if tails()[tail] == "!" else None
    if part[0] in _DEICTIC and not cuts_word(text, begin, start):
        return Zone(begin, end, tail, 0.9, "deictic")
    if len(part) < 2 or len(part) > _REACH - 4:
        return None
    if is_phrase(part):
        return Zone(begin, end, tail, 0.5, "phrase") if tails()[tail] != "?" else None
    return Zone(begin, end, tail, 0.62 if tails()[tail] == "?" else 0.78, "name")


def _place_within(text: str, begin: int, end: int) -> int | None:
    """Where the first division (with those before it) of a stretch begins, if nothing after it tells that the name begins later."""
    for found in names(text[begin:end]):
        if found.text in ordinary() or (found.is_short and cuts_word(text, begin + found.start, begin + found.end)):
            continue
        if _stops().search(text, begin + found.end, end) is None:
            return begin + found.start
    return None
