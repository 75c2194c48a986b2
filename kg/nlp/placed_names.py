"""Names of firms told by the place before them: place, a coined head and what the firm makes (岚城昀泽吊篮), also where the head begins like a word.

A head like 和昀 or 中岚 holds what elsewhere ends the words before a name (与, 和, 中): behind a place, with the trade right after it, it is a head.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import is_country
from kg.nlp.people.characters import words
from kg.nlp.shortnames import ZONE
from kg.nlp.words import cuts_word, strangeness
from kg.resources import lines

SCORE, SURE = 0.72, 0.92
_HEAD = re.compile("[\u4e00-\u9fff]{2,3}")
_JOINS = re.compile(
    "[与的对给由把被从让了着是及在向为将于到至其该请跟比或而但也都还又就则均已曾等这那]|^[省市县区州盟旗镇乡村港产籍]|[省市县区州镇乡村园]$"
)
_LEFT = re.compile(
    r"(?:^|[，。；、：\n]|[来购租出采]自|采购自|卖给|交给|转给|供给|供应|供货给|发给|发往|通过|走访了?|接了|[与向由为给])(?=[\u4e00-\u9fff])",
    re.MULTILINE,
)
_SOUND = re.compile("([\u4e00-\u9fff]{2,5}?)(?:公司|集团)")  # 奥地利施泰因公司
_GOES_ON = re.compile("公司|集团|股份|厂|有限|科技|实业|总|[（(]")  # a longer name, which others find
_KINDS = re.compile(
    "产业|行业|企业|市场|小镇|基地|园|展|节|协会|商会|学会|联盟|大赛|专业|学院|集群|产品|品牌|制造|生产|加工|经济|研究|工程|项目|中心|城|街|镇|局|馆|站"
)


@cache
def _wares() -> tuple[str, ...]:
    """Trades and wares, longest first."""
    words = {w for name in ("company_tails.txt", "company_wares.txt") for w in lines("lexicons", name)}
    return tuple(sorted((w for w in words if len(w) > 1), key=lambda w: (-len(w), w)))


@cache
def _ware() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _wares())))


def placed_names(text: str, places: Mapping[int, int]) -> Iterator[Candidate]:
    """All such names; `places` from start to end.

    >>> [c.end for c in placed_names("来自岚城昀泽吊篮。", {2: 4})]
    [8]
    """
    for start, at in sorted({**dict(_led_places(text)), **places}.items()):
        while at in places:
            at = places[at]
        for size in (2, 3):
            end = _end(text, at, at + size)
            if end:
                start = at if ZONE.fullmatch(text, start, at) else start  # where it is, no part of its name
                yield Candidate(start, end, "Company", "companies:placed", SCORE, {"head": (start, at + size)})
                break
        sound = _SOUND.match(text, at) if is_country(text[start:at]) else None
        if sound and all(c in words().sound for c in sound[1]):
            yield Candidate(start, sound.end(), "Company", "companies:foreign", SURE, {"head": (start, sound.end(1))})


def _led_places(text: str) -> Iterator[tuple[int, int]]:
    """Places right behind a mark or a word that goods and orders go with, for those that were not seen because a name goes on."""
    for led in _LEFT.finditer(text):
        size = next((n for n in (3, 2) if lookup(text[led.end() : led.end() + n])), 0)
        if size:
            yield led.end(), led.end() + size


def _end(text: str, start: int, head_end: int) -> int:
    """Where the name ends whose coined head stands here; 0 for none."""
    head = text[start:head_end]
    ware = _ware().match(text, head_end) if _HEAD.fullmatch(head) and not _JOINS.search(head) else None
    if ware is None or strangeness(head) < 1 or lookup(head) or lookup(head[:2]) or is_country(head):
        return 0
    end = wares_end(text, ware.end())
    return 0 if _GOES_ON.match(text, end) or _KINDS.match(text, end) or cuts_word(text, end, end) else end


def wares_end(text: str, at: int) -> int:
    """Where the trades and wares end that stand here; `at` where there are none.

    >>> wares_end("昀泽（岚城）光伏设备和", 6)
    10
    """
    while more := _ware().match(text, at):
        at = more.end()
    return at
