"""Careers as papers print them, line by line: 2006.03—2011.05 甲县副县长. Who it is the text before has said; when he held a post the line says."""

import re
from dataclasses import dataclass

from kg.relations.roles import Line
from kg.relations.scene import Scene
from kg.relations.signs import SIGNS, pattern

_LEAST = 3  # lines that make a career
_POINT = r"(?:19|20)\d\d(?:[.．/]\d{1,2}|年(?:\d{1,2}月)?)"
_DASH = r"[ \u3000]*(?:至|到|[—－–~～-]{1,2})[ \u3000]*"
_NOW = "今|现在|至今"
_IN_TEXT = re.compile(rf"{_POINT}(?:{_DASH}(?:{_POINT}|{_NOW}|(?=[ \u3000\n，,：:]))|至今)")
_SPAN = pattern(
    rf"(?P<since><Date>|{_POINT})(?:{_DASH}(?P<until><Date>|{_POINT}|{_NOW}|(?=[ \u3000，,：:]|$))|至今|(?P<one>(?=，?(?:任|担任))))(?:期间)?[，,：: \u3000]*(?:先后任|先后担任|担任|历任|任)?"
)
_BREAK = re.compile("[。；]|其间|期间")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a career: the part of a sentence that tells it, and when it began and ended (empty: it goes on)."""

    start: int
    end: int
    since: str
    until: str


def is_career(scene: Scene) -> bool:
    """Whether an article prints somebody's career."""
    if "career" not in scene.read:
        scene.read["career"] = len(_IN_TEXT.findall(scene.text)) >= _LEAST
    found: bool = scene.read["career"]
    return found


def entries(own: Line) -> list[Entry]:
    """The lines of a career in a sentence, up to what is told beside them (其间在…学习)."""
    spans = list(_SPAN.finditer(own.text))
    found = []
    for i, span in enumerate(spans):
        last = spans[i + 1].start() if i + 1 < len(spans) else len(own.text)
        stop = _BREAK.search(own.text, span.end(), last)
        until = span["until"] or ""
        since, _, both = _day(own, span, "since").partition("/")  # 1998年至2005年 may be one date
        ends = "" if until in _NOW.split("|") else _day(own, span, "until")
        if span["one"] is None or both:  # 2010年3月|任 is a day on which something began, and no line of its own
            found.append(Entry(span.end(), stop.start() if stop is not None else last, since, ends or both))
    return found


def _day(own: Line, span: re.Match[str], group: str) -> str:
    if span[group] == SIGNS["Date"]:
        return str(own.refs[span.start(group)].data.get("value") or "")
    return _written(span[group] or "")


def _written(text: str) -> str:
    """A month as it is written elsewhere.

    >>> _written("2006.3"), _written("2006年"), _written("今")
    ('2006-03', '2006', '')
    """
    numbers = re.findall(r"\d+", text)
    return "-".join([numbers[0], *(n.zfill(2) for n in numbers[1:2])]) if numbers else ""
