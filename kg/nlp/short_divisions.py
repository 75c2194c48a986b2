"""Divisions in one character, where somebody comes to one: 来皖|考察; and so the paper's own city, where something is held there too: 在锡|举行 in Wuxi."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg import divisions
from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import stop_characters
from kg.nlp.worded import patterns
from kg.resources import lines
from kg.text import HAN

_SCORE = 0.93
_LEVELS = (6, 4)  # digits in the codes of a county and of its city: 来文|考察 is said of the county first
# Patterns by name; {name} stands for the words of that name in `lexicons/place_words.yaml`.
_PATTERNS = {
    "held": rf"[在于](?P<to>[{HAN}])(?={{how_done}}*{{done_there}})",
    "comes": rf"[来赴抵到](?P<to>[{HAN}])(?={{comes_for}})",
}

_pattern = patterns("place_words", _PATTERNS)


@cache
def _known() -> Mapping[str, str]:
    rows = (line.split() for line in lines("lexicons", "place_short_divisions.txt"))
    return {short: unit.code for short, name in rows if (unit := divisions.nearest(divisions.lookup(name), None)) is not None}


@cache
def _own(code: str) -> Mapping[str, str]:
    """The characters of the names of a county and its city: either may stand for the whole (无锡 is 锡, 苏州 is 苏)."""
    own = dict[str, str]()
    for digits in _LEVELS:
        unit = divisions.by_code(code[:digits]) if len(code) >= digits else None
        if unit is not None:
            own = {c: unit.code for c in unit.short if c not in stop_characters()} | own
    return own


def find_short_divisions(text: str, code: str | None) -> Iterator[Candidate]:
    """The divisions; `code` is the article's own.

    >>> text = "大会在锡隆重举行，方致远来皖考察"
    >>> [text[c.start:c.end] for c in find_short_divisions(text, "3202")]
    ['锡', '皖']
    """
    own = _own(code or "")
    for name, known in (("held", own), ("comes", {**_known(), **own})):  # 在京举行 says where and is no news; in the paper of 无锡 在锡 is
        for match in _pattern(name).finditer(text):
            if match["to"] in known:
                yield Candidate(*match.span("to"), "Place", "places:short-division", _SCORE, {"code": known[match["to"]]})
