"""Countries in one character: 俄|副总理甲, 日|首相乙, and where somebody goes: 甲访|华. Elsewhere such a character is part of some word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_word
from kg.resources import lines
from kg.text import HAN

_SCORE = 0.93
_ORGANS = "+"
_LINKS = frozenset("与和同对向由据经及被请在邀称给致是使让")
_PAIRED = "中欧"
_DAY = re.compile("[0-9〇一二三四五六七八九十近昨今当次前同]日$|[0-9]年$")
_OF_STATE = ("部", "院", "央行", "省")  # organs that may follow one character: 美国|会计师
_HAN = re.compile(f"[{HAN}]")
_GOES = r"(?<![采走回接上拜专来受家暗探信走查寻])(?:抵|访)(?P<to>[{short}])(?=[，。；、：！？期前时后”）\s和并进考参会与]|$)"


@cache
def _rows() -> list[tuple[str, str, list[str]]]:
    return [(short, full, offices) for short, full, *offices in map(str.split, lines("lexicons", "place_short_countries.txt"))]


@cache
def _countries() -> Mapping[str, str]:
    return {"华": "中国"} | {short: full for short, full, _ in _rows()}


@cache
def _before_offices() -> re.Pattern[str]:
    named = "|".join(
        f"{short}(?=(?:前|副|新任|时任|候任|当选)?(?:{'|'.join(o for o in offices if o != _ORGANS)}))" for short, _, offices in _rows()
    )
    return re.compile(named)


@cache
def _with_organs() -> Mapping[str, str]:
    return {short: full for short, full, offices in _rows() if _ORGANS in offices}


def before_organ(text: str, end: int, organ: str) -> str | None:
    """The country that the one character before an organ stands for: 美|财政部.

    >>> before_organ("据美财政部", 2, "财政部"), before_organ("完美财政部", 2, "财政部")
    ('美国', None)
    """
    full = _with_organs().get(text[end - 1 : end]) if organ.endswith(_OF_STATE) else None
    return full if full is not None and _stands_free(text, end - 1) else None


def _stands_free(text: str, at: int) -> bool:
    """Whether no name or word goes on here: 会见|俄总统, 此前|美财政部, not 穆罕默|德总统, 中|俄总理."""
    if at == 0 or not _HAN.match(text, at - 1) or text[at - 1] in _LINKS or _DAY.search(text, max(at - 2, 0), at):
        return True
    if text[at - 1] in _PAIRED or text[at - 1] in _countries():
        return False
    return not cuts_word(text, at, at) and any(is_word(text[at - n : at]) for n in (2, 3) if n <= at)


@cache
def _visited() -> re.Pattern[str]:
    return re.compile(_GOES.replace("{short}", "".join(_countries())))


def find_short_countries(text: str) -> Iterator[Candidate]:
    """The countries, each with its name in full as data.

    >>> [(c.start, c.data["full"]) for c in find_short_countries("俄副总理方致远访华，中俄总理会晤")]
    [(0, '俄罗斯'), (8, '中国')]
    """
    for match in _before_offices().finditer(text):
        if _stands_free(text, match.start()):
            yield Candidate(match.start(), match.end(), "Place", "places:short-country", _SCORE, {"full": _countries()[match[0]]})
    for match in _visited().finditer(text):
        yield Candidate(match.start("to"), match.end("to"), "Place", "places:short-country", _SCORE, {"full": _countries()[match["to"]]})
