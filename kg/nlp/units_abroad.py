"""Places abroad that no list has, told by what stands around them: 昀国|岚畔市, and the ends of a route (甲—乙—丙航线)."""

import re
from collections.abc import Iterator
from functools import cache

from kg.divisions import lookup
from kg.nlp import gazetteer
from kg.nlp.candidates import Candidate
from kg.nlp.words import is_loose, is_word, strangeness
from kg.text import HAN

_UNIT = re.compile(
    rf"(?P<name>[{HAN}·]{{2,6}}?)(?:(?<![超城都股楼集夜门上黑])市(?![长场民值政委面区容级中])|[省州](?![长级政委立])|(?<!联)[邦郡县府](?![长级政委])|自治[区州]|大区)"
)
_NO_NAME = re.compile(
    "[国政地区两各些首最第一部上下东南西北大小个多全家公司行]$|[国政两各些首最第一个多每某]|驻|公司|集团|银行|大学|联邦|共和|城$|都$"
)
_LINES = ("航线", "班列", "航班", "铁路线")
_ROUTE = re.compile(
    rf"(?P<open>“?)(?P<ends>[{HAN}]{{2,12}}(?:(?:—{{1,2}}|－|-|–|~|～)[{HAN}]{{2,6}}){{1,4}})(?(open)”?)"
    rf"(?:的)?(?:定期|国际|直飞|往返|货运|全货机|客运|航空|中欧|首条|跨境|洲际){{0,3}}(?:{'|'.join(_LINES)})"
)
_DASH = re.compile("—{1,2}|－|-|–|~|～")


@cache
def _countries() -> frozenset[str]:
    return gazetteer.countries() - {"中国", "中华人民共和国", "新中国"}


def find_units_abroad(text: str) -> Iterator[Candidate]:
    """A name between a country and a word for a unit.

    >>> text = "越南岚畔省与日本的大城市，英国石油公司湖州市"
    >>> [text[c.start : c.end] for c in find_units_abroad(text)]
    ['越南岚畔省']
    """
    for country in gazetteer.scan(text):
        if country.text not in _countries():
            continue
        unit = _UNIT.match(text, country.end)
        if unit is None or _NO_NAME.search(unit["name"]) or any(c in gazetteer.stop_characters() for c in unit["name"]):
            continue
        name = unit["name"]
        if is_loose(name) or is_word(name) or strangeness(name) < 0.5 or lookup(unit[0]) or lookup(name[-2:]):
            continue
        yield Candidate(country.start, unit.end(), "Place", "places:unit-abroad", 0.88)


def find_routes(text: str) -> Iterator[Candidate]:
    """The ends of routes of which one is a known place.

    >>> text = "开通“岚畔—胡志明—南京”航线，飞机—汽车—火车"
    >>> [text[c.start : c.end] for c in find_routes(text)]
    ['岚畔', '胡志明', '南京']
    """
    for route in _ROUTE.finditer(text) if any(word in text for word in _LINES) else ():
        at, spans, quoted = route.start("ends"), list[tuple[int, int]](), bool(route["open"])
        for i, name in enumerate(_DASH.split(route["ends"])):
            sizes = range(len(name), 1, -1)
            before = 0 if quoted or i else len(name) - next((n for n in sizes if _known(name[-n:])), len(name))  # 开通|上海
            behind = 0 if quoted or not i else len(name) - next((n for n in sizes if _known(name[:n])), len(name))  # 新加坡|直飞
            spans.append((at + before, at + len(name) - behind))
            dash = _DASH.match(text, at + len(name))
            at = dash.end() if dash is not None else at
        if any(_known(text[start:end]) for start, end in spans):
            names = ((start, end) for start, end in spans if 1 < end - start < 7 and not is_word(text[start:end]))
            yield from (Candidate(start, end, "Place", "places:route", 0.99) for start, end in names)


def _known(name: str) -> bool:
    return bool(lookup(name)) or name in gazetteer.countries() or name in gazetteer.world()
