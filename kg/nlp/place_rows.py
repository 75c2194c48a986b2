"""Rows of short names that a word for their kind closes: 甲墩、乙桥、丙塘等乡镇; 深圳、中山、南宁等地. Names that alone are no sign of a place are one there."""

import re
from collections.abc import Iterator
from typing import Any

from kg import divisions
from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import countries, stop_characters, world
from kg.nlp.words import is_loose
from kg.text import HAN

_TOWNS = ("镇", "乡", "街道")
_NUMBER = "[0-9一二三四五六七八九十两多]*个?"
_CLOSED = re.compile(
    rf"(?:等{_NUMBER}|[两三四五六七八九0-9]个?)(?P<towns>乡镇|镇街|街镇|乡镇街道|镇乡|镇|乡|街道)(?![长村])"
    rf"|等{_NUMBER}(?P<units>地市?|市县|县市区?|县区|区县|省市区?|省区|城市|市州|县|区|市|省|国家?)(?![长委内外属级场民产])"
)
_COUNTED = re.compile("[0-9两三四五六七八九十]+个(?:镇|乡|街道)(?![长村])")  # 甲、乙5个街道
_ITEMS = re.compile(rf"(?:[{HAN}]{{2,8}}[、和]){{1,12}}[{HAN}]{{2,4}}$")
_REACH = 80
_LONGEST = 4


def find_rows(text: str, code: str | None) -> Iterator[Candidate]:
    """The names of each such row.

    >>> text = "赴深圳、中山、南宁等地招商"
    >>> [text[c.start:c.end] for c in find_rows(text, None)]
    ['深圳', '中山', '南宁']
    """
    for closed in _CLOSED.finditer(text):
        if "、" not in text[max(closed.start() - 9, 0) : closed.start()]:
            continue
        items = _ITEMS.search(text, max(closed.start() - _REACH, 0), closed.start())
        if items is None:
            continue
        of_towns = closed["towns"] is not None
        spans = list(_spans(text, items.start(), items[0], code, of_towns))
        known = [_known(text[start:end], code, of_towns) for start, end in spans]
        if sum(known) < (1 if of_towns else 2):
            continue
        for (start, end), is_known in zip(spans, known, strict=True):
            name = text[start:end]
            if is_known or (of_towns and len(name) == 2 and not is_loose(name)):
                yield Candidate(start, end, "Place", "places:row", 0.9 if is_known else 0.8, _data(name, code, of_towns))


def rows_of_towns(text: str) -> Iterator[tuple[int, int]]:
    """Where the names stand that a count of towns closes (甲、乙、丙5个街道): whatever counties are called so elsewhere.

    >>> list(rows_of_towns("完成甘泉、石泉、长寿5个街道的清理"))
    [(0, 10)]
    """
    for closed in _COUNTED.finditer(text):
        if (items := _ITEMS.search(text, max(closed.start() - _REACH, 0), closed.start())) is not None:
            yield items.span()


def _spans(text: str, at: int, items: str, code: str | None, of_towns: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each item; the first may carry words that lead to it."""
    first = True
    for item in re.split("[、和]", items):
        end = at + len(item)
        sizes = range(min(len(item), _LONGEST), 1, -1)
        if not first:
            if 0 < len(item) <= _LONGEST:  # 甲、[图]、乙 leaves empty ones
                yield at, end
        else:
            size = next((n for n in sizes if _known(item[-n:], code, of_towns) and item[-n] not in stop_characters()), 0)
            if not size and of_towns:
                size = next((n for n in (2, 3) if len(item) == n or (len(item) > n and item[-n - 1] in stop_characters())), 0)
            if size:
                yield end - size, end
        first, at = False, end + 1


def _known(name: str, code: str | None, of_towns: bool) -> bool:
    """Whether the name is in the lists, of towns in the area of the article where that is known."""
    if not of_towns:
        return bool(divisions.names().get(name)) or name in countries() or name in world()
    if code is None:
        return any(divisions.is_town(name + tail) for tail in _TOWNS)
    return any(divisions.towns(name + tail, code[:4]) for tail in _TOWNS)


def _data(name: str, code: str | None, of_towns: bool) -> dict[str, Any]:
    if of_towns:
        found = [t for tail in _TOWNS for t in divisions.towns(name + tail, code)] if code is not None else []
        return {"code": found[0].code} if len(found) == 1 else {}
    unit = divisions.nearest(divisions.names().get(name, ()), code)
    return {"code": unit.code} if unit is not None else {}
