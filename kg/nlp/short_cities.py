"""Cities in one character where something is held: 在京|举行, 在沪|签约. Elsewhere such a character is part of some word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.worded import worded
from kg.resources import lines

_SCORE = 0.93


@cache
def _cities() -> Mapping[str, str]:
    rows = (line.split() for line in lines("lexicons", "place_short_cities.txt"))
    return {short: full for short, full in rows}


@cache
def _held() -> re.Pattern[str]:
    return worded("place_words", f"(?<![所存现内外旨])在(?P<city>[{''.join(_cities())}])(?={{held}})")


def find_short_cities(text: str) -> Iterator[Candidate]:
    """The cities, each with its division in full as data.

    >>> [(c.start, c.data["division"]) for c in find_short_cities("会议9日在京举行，京郊游客多，茶会在沪开幕")]
    [(5, '北京市'), (18, '上海市')]
    """
    for match in _held().finditer(text):
        full = _cities()[match["city"]]
        yield Candidate(match.start("city"), match.end("city"), "Place", "places:short-city-name", _SCORE, {"division": full})
