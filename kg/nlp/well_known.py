"""Firms that everybody knows by name: alone, of a place (广东联通), with trade words behind (京东物流), their branches and units; and words of names of firms."""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.shortnames import ZONE, trades_behind
from kg.nlp.words import cuts_word, is_loose
from kg.resources import lines

_SUFFIX = re.compile(
    r"[（(](?:集团|中国|有限合伙|普通合伙|筹|香港|亚洲|控股|[\u4e00-\u9fff]{2,3})[)）](?:股份)?(?:有限)?(?:责任)?(?:公司)?"
    r"|(?:(?:(?![和与及])[\u4e00-\u9fff]){2,7}?(?:分公司|分行|支行|营业部|供电所|货运中心))"
)
_BRANCH_OF = re.compile(r"^(?!和|与|及|等|在|的|是|对|向|为|给|各|多|新|该|下)")
# 中电建华东院, 中建三局: the units of the builders of the state.
_UNIT_OF = re.compile(r"(?:华[东南北中]|[东西][南北]|中南|第?[一二三四五六七八九十]+)(?:[设勘]\w{0,3})?(?:院(?![长士内])|局(?![长部面]))")
# Firms whose names are a country or place and the trade: 泰国航空, 国铁昆明局.
_CARRIER = re.compile(
    "航空(?!公司|业|母舰|航天|[管总安]|局|器|工业|市场|旅客|运输|兵|队|联盟|协会|学会|展|网络|枢纽|产业|装备|部|法|港|服务)"
)
_RAILWAY = re.compile(r"(?:中国铁路|国铁)[\u4e00-\u9fff]{2,4}?局(?:集团)?(?:有限)?(?:公司)?(?![\u4e00-\u9fff]?长)")
_WISHED = re.compile("(?:[图讨求]个?|大吉|[不很更])$")  # 图个吉利: a word, where a firm has it as its name
_SURE = 0.97
_WHOLE = 3  # characters from which on a name that is no ordinary word and begins with no place means nothing but the firm
SURE_BRAND = "companies:brand-sure"
TOWNS = ("镇", "乡", "村")  # a town before a short name says where the firm is, a city is a part of its name
_REGIONS = frozenset(("东北", "华东", "华南", "华北", "华中", "西北", "西南", "长三角", "北极", "南极"))  # heads of names: 东北昀钢


@cache
def countries() -> frozenset[str]:
    rows = [*lines("lexicons", "place_countries.txt"), *lines("lexicons", "place_world.txt")]
    return frozenset(word for row in rows for word in row.split()) - _REGIONS


@cache
def kinds() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_nouns.txt"))


def suffix(text: str, at: int) -> re.Match[str] | None:
    """What goes on behind the name of a firm and is a part of it: （集团）股份有限公司, 岚城分公司.

    >>> suffix("昀泽集团岚城分公司", 4)[0], suffix("昀泽集团和岚城分公司", 4)
    ('岚城分公司', None)
    """
    found = _SUFFIX.match(text, at)
    return found if found is not None and _BRANCH_OF.match(found[0]) else None


@cache
def _brands() -> tuple[AhoCorasick, list[str]]:
    known = (line.removeprefix("company ") for line in lines("known_names.txt") if line.startswith("company "))
    words = sorted(
        {*lines("lexicons", "company_brands.txt"), *(n for n in known if not is_loose(n) and n[:-2] not in countries())} - kinds()
    )
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@cache
def _sure() -> frozenset[str]:
    """Those names that mean the firm wherever they stand: 法雷奥 and 字节跳动, not 浪潮, 现代汽车, 中国建材 or 寒武纪."""
    said = dict(line.split() for line in lines("lexicons", "company_sure.txt"))
    names = lines("lexicons", "company_brands.txt")
    return frozenset(n for n in names if said.get(n, "no" if _is_ambiguous(n) else "yes") == "yes")


def _is_ambiguous(name: str) -> bool:
    return len(name) < _WHOLE or name.isascii() or is_loose(name) or _is_placed(name)


def _is_placed(name: str) -> bool:
    return any(name[:size] in countries() or lookup(name[:size]) for size in range(2, min(len(name), 5)))


def find_well_known(text: str, places: dict[int, int], starting: dict[int, list[int]]) -> Iterator[Candidate]:
    """Well-known firms, also of a place (广东联通) and with trade words behind (京东物流)."""
    matcher, words = _brands()
    before = {end: start for start, end in places.items()}
    for word, start, end in matcher.find_matches_as_indexes(text):
        if cuts_word(text, start, end) or (words[word].isascii() and _in_latin(text, start, end)):
            continue
        if end - start == 2 and _WISHED.search(text, 0, start):
            continue
        score = 0.8 if end - start == 2 else 0.88
        if words[word] in _sure():
            yield Candidate(start, end, "Company", SURE_BRAND, _SURE)
        else:
            yield Candidate(start, end, "Company", "companies:brand", score)
        begin, longest = before.get(start) or _place_before(text, start), trades_behind(text, end, starting)
        begin = start if text[start - 1 : start] in TOWNS or ZONE.fullmatch(text, begin, start) else begin
        branch = suffix(text, end) if words[word].endswith("银行") else None
        if branch is not None and branch[0].endswith(("行", "营业部")):
            yield Candidate(start, branch.end(), "Company", "companies:brand-branch", 0.88)
        unit = _UNIT_OF.match(text, end) if words[word].startswith("中") else None
        if unit is not None:
            yield Candidate(start, unit.end(), "Company", "companies:brand-unit", 0.9)
        if begin < start or longest > end:
            yield Candidate(begin, longest, "Company", "companies:brand-of", score - 0.03)


def named_by_trade(text: str, places: dict[int, int]) -> Iterator[Candidate]:
    """The airlines of countries and the railways of places; `places` from start to end.

    >>> [c.end for c in named_by_trade("国铁岚城局与泰国航空签约", {6: 8})]
    [10, 5]
    """
    for start, end in places.items():
        trade = _CARRIER.match(text, end) if text[start:end] in countries() else None
        if trade is not None:
            yield Candidate(start, trade.end(), "Company", "companies:carrier", _SURE)
    for match in _RAILWAY.finditer(text):
        yield Candidate(match.start(), match.end(), "Company", "companies:railway", _SURE)


def _place_before(text: str, start: int) -> int:
    """Where a division begins that ends here, for places that were not seen because a name goes on."""
    sizes = (n for n in (2, 3) if start >= n and lookup(text[start - n : start]) and not cuts_word(text, start - n, start - n))
    return start - next(sizes, 0)


def _in_latin(text: str, start: int, end: int) -> bool:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(c.isascii() and c.isalnum() for c in around)
