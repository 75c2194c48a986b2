"""Short names of firms: what stands around them, lists of firms, and heads of full names that come again."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.edges import Edges, without_lead
from kg.nlp.names import is_country
from kg.nlp.people.characters import likeness
from kg.nlp.words import cuts_word, is_loose, is_phrase, is_word, strangeness
from kg.resources import lines

_LEFT_STRONG = re.compile(
    r"(?:走进|来到|走访了?|考察了?|前往|参观了?|调研了?|拜访|入股|收购|旗下的?|子公司|客户|供应商|股东|会见了?|控股的?|合作方|竞争对手)$"
)
_LEFT_WEAK = re.compile(r"(?:[，。、；：\n“与和及由对向为是给让在的]|以及|包括|例如|比如|^)$")
_RIGHT_TITLE = re.compile(
    r"(?:党委书记、)?(?:集团|公司)?(?:副?董事长|副?总经理|副?总裁|CEO|首席|创始人|董秘|法定代表人|法人|负责人|相关负责人|执行董事|联合创始人|[^，。、]{0,4}总监|工程师)"
)
_RIGHT_WEAK = re.compile(
    r"[、，。；：”（\n]|和|与|及|以及|等|的|在|将|已|是|也|为|对|拟|总部|公司|集团|计划|表示|宣布|成立|生产|位于|投资|研发|签约|签署|入驻|旗下|工厂|车间|展厅|厂区|一名|一位|一行|负责|方面|$"
)
ZONE = re.compile(r".*(?:开发区|高新区|经开区|园区|工业园|产业园|保税区|自贸区|示范区|集中区|集聚区)")
_KIND = r"(?:企业|公司|集团|银行|车企|房企|药企|厂商|厂家|巨头|品牌商|供应商|客户|开发商|运营商|券商|机构)(?!家)"
_LIST = re.compile(
    r"(?P<items>(?:[^，。；、：！？\n（）]{2,16}、)+[^，。；、：！？\n（）]{2,14}?)"
    r"(?P<count>等(?:[0-9一二三四五六七八九十]+(?:余|多)?家)|[0-9一二三四五六七八九十两]+家|等)(?![省市县区国地]|[^，。；、：！？\n]{0,8}[名位])"
    rf"(?P<kind>[^，。；、：！？\n]{{0,10}}?{_KIND}|(?:一大?批|众多|多家|数十家)[^，。；：！？\n]{{0,14}}?{_KIND})"
)
_MARKS = "，。；"
_LONGEST_LAST = 6  # characters of a name behind which nothing tells that a row ends there
_BREAK = re.compile(r"[，。；：！？\n（）]")
_PART_OF_TRADE = re.compile(
    r"(?:[与和及、][\u4e00-\u9fff]{2,6}?)?(?:业务(?!员|经理|部)|板块|(?:企业|体系)(?=[，。、；的等和与]))"
)  # 昀泽|勘探与生产业务
_SUM = re.compile("[0-9][余多]?[万亿%％]|[0-9][余多]?[名人家个吨台]")
_BODY = re.compile("[省市县区州旗][^省市县区]{1,8}(?:[局厅委办]|[支总大]队)(?:会同|联合|对|向|和|$)")
_NUMBERED = re.compile("第?[一二三四五六七八九十]+(?:公司|分公司|厂)")
_OF_GROUP, _LONG = ("公司", "集团", "厂", "院"), 8
_NO_BRAND = re.compile("”?(?:牌|品牌|招牌|商标|系列|字号|字样|产品|是一个|这[块个一]|[两三四]个?字|寓意|的(?:寓意|含义|来历))")
_CALLED = ("称", "叫", "名为", "取名", "注册", "注册了", "商标", "打响", "打响了", "擦亮", "推出", "推出了", "打造", "打造了", "品牌")
_CHAIN_CLEAN = re.compile(r"[\w·&\-.]+")


def context(text: str, start: int, end: int) -> float:
    """How much the words around a span speak for a firm: 0 to 0.3."""
    left, gain = text[max(start - 6, 0) : start], 0.0
    if _LEFT_STRONG.search(left):
        gain += 0.15
    elif _LEFT_WEAK.search(left):
        gain += 0.05
    if _RIGHT_TITLE.match(text, end):
        gain += 0.2
    elif _RIGHT_WEAK.match(text, end):
        gain += 0.08
    return gain


def in_lists(text: str, edges: Edges, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A、B、C等企业: the first item may carry words that lead to it, the others stand whole or not at all.

    A counted list (3家企业) is of firms for sure; another one where an item is a firm for other reasons.
    """
    likely = {(c.start, c.end) for c in found if c.score >= 0.6}
    last_start = {end: start for start, end in sorted(likely)}
    trades = {(c.start, c.end) for c in found if c.source == "companies:short" and len(c.data.get("head", ())) == 2 and c.end - c.start > 3}
    closed = ((s, e) for s, e in enumerations(text) if text.find("等", s, e) >= 0 or text.find("家", s, e) >= 0)
    for match in (m for start, end in closed for m in _LIST.finditer(text, start, end)):
        items = _led(text, list(_items(text, match.start("items"), match["items"], edges)), edges)
        strange = sum((start, end) in likely or strangeness(text[start:end]) >= 0.5 for start, end, _ in items)
        numbered = sum(_NUMBERED.fullmatch(text, start, end) is not None for start, end, _ in items)
        counted, known = "家" in match["count"], sum((start, end) in likely for start, end, _ in items)
        for start, end, whole in items:
            name = text[start:end]
            fits = _may_be_name(name) and (counted or (known and strangeness(name) >= 0.5))
            if _led_to(text, start, end, likely, last_start):
                continue
            if whole and (
                fits
                or (
                    known and len(items) > 4 and strange / len(items) > 0.6 and len(name) < 4 and not lookup(name)
                )  # 汇成 among coined names
                or (known and (start, end) in trades)
                or (counted and numbered > 1 and len(name) < _LONG and name.endswith(_OF_GROUP))  # 一公司、二公司、装饰集团等9家企业
                or (counted and known > 1 and 3 <= len(name) <= 8 and not lookup(name) and is_phrase(name))
            ):
                yield Candidate(start, end, "Company", "companies:list", (0.88 if counted else 0.8) - (0.12 if len(name) == 2 else 0))


def in_rows(text: str, edges: Edges, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A、B、C where two of them are firms for other reasons: so are the others."""
    sure = {(c.start, c.end) for c in found if c.score >= 0.7}
    last_start = {end: start for start, end in sorted(sure)}
    for begin, stop in enumerations(text):
        last = text.rfind("、", begin, stop) + 1
        closing = text.find("等", last + 2, stop)
        whole_row = closing <= 0 and stop < len(text) and text[stop] in _MARKS and stop - last <= _LONGEST_LAST  # 甲、乙、丙，
        items = list(_items(text, begin, text[begin : closing if closing > 0 else stop if whole_row else last - 1], edges))
        known = sum((start, end) in sure for start, end, _ in items)
        if known < 2:
            continue
        for start, end, whole in items:
            name = text[start:end]
            if _led_to(text, start, end, sure, last_start) or (whole_row and end == stop and _goes_on_behind(text, start, end, sure)):
                continue
            if whole and (start, end) not in sure and _may_be_name(name) and (strangeness(name) >= 0.5 or known > len(items) / 2):
                yield Candidate(start, end, "Company", "companies:row", 0.74 if len(name) > 2 else 0.62)


def _goes_on_behind(text: str, start: int, end: int, known: set[tuple[int, int]]) -> bool:
    """Whether the last of a row is a firm and what it does (昀泽|竞争，), or counts something."""
    return is_word(text[end - 2 : end]) or any(s == start and e < end for s, e in known) or any(c.isdigit() for c in text[start:end])


def _led_to(text: str, start: int, end: int, known: set[tuple[int, int]], last_start: Mapping[int, int]) -> bool:
    """Whether an item is a known firm with words before it that are no place: 抱上|昀泽时代."""
    begin = last_start.get(end, start)
    return begin > start and (start, end) not in known and not any(lookup(text[start : start + n]) for n in (2, 3, 4))


@lru_cache(maxsize=32)
def enumerations(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the stretches between marks that hold a 、; asked for several times for each text."""
    return tuple(_stretches(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _BREAK.finditer(text):
        if text.find("、", start, mark.start()) >= 0:
            yield start, mark.start()
        start = mark.end()
    if text.find("、", start) >= 0:
        yield start, len(text)


def _items(text: str, at: int, items: str, edges: Edges) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each item between 、, and whether it is free of words that no name holds."""
    for i, item in enumerate(items.split("、")):
        end = at + len(item)
        start = max(edges.before(end - 1), at) if not i else at
        if not i:
            start = without_lead(text, start, end)
        zone = ZONE.match(text, start, end - 2)
        start = zone.end() if zone is not None else start
        yield start, end, not i or edges.before(end - 1) <= at or edges.before(end - 1) == start
        at = end + 1


def _led(text: str, items: list[tuple[int, int, bool]], edges: Edges) -> list[tuple[int, int, bool]]:
    """From the last item on that words lead to: 副书记、市长陈文栋深入|昀泽、沐朔、岚驰等企业."""
    last = max((i for i, (_, _, whole) in enumerate(items) if not whole), default=0)
    if not last or len(items) - last < 3:
        return items
    end = items[last][1]
    return [(without_lead(text, edges.before(end - 1), end), end, True), *items[last + 1 :]]


def _may_be_name(name: str) -> bool:
    if _SUM.search(name) or _BODY.match(name):  # 昀泽声学授信5亿元, 市公安局会同…
        return False
    return 2 <= len(name) <= 12 and bool(_CHAIN_CLEAN.fullmatch(name)) and not is_loose(name) and not lookup(name) and likeness(name) < 0.8


@cache
def _extending() -> tuple[frozenset[str], frozenset[str]]:
    """Trade words that go on a name that could end before them, and forms, behind which any word before them belongs to the name."""
    doubtful = {line.split()[0] for line in lines("lexicons", "company_doubtful.txt") if float(line.split()[1]) > 0.2}
    forms = frozenset(line.split()[0] for line in lines("lexicons", "company_forms.txt"))
    return frozenset(lines("lexicons", "company_tails.txt")) - doubtful, forms


def trades_behind(text: str, end: int, starting: Mapping[int, list[int]]) -> int:
    """How far trade words go on a name that ends at `end`: 京东|物流, 比亚迪|电子有限公司, but 民生银行 is not followed by 控股 or 经营."""
    sure, at, words = end, end, _extending()
    closed = text[end - 2 : end] in words[1]
    while at in starting:
        reached = max(starting[at])
        word = text[at:reached]
        if word in words[1] or (word in words[0] and not closed and sure == at and not _goes_on(text, at, reached)):
            sure = reached
        at = reached
    return sure


def _goes_on(text: str, start: int, end: int) -> bool:
    if _PART_OF_TRADE.match(text, end):
        return True
    return (end < len(text) and is_word(text[start : end + 1])) or (not is_word(text[start:end]) and cuts_word(text, end, end))


def heads_elsewhere(
    text: str, found: Iterable[Candidate], places: Mapping[int, int], starting: Mapping[int, list[int]]
) -> Iterator[Candidate]:
    """Where the head of a sure name comes again, alone or with another trade word: 岱恒动力集团有限公司 → 岱恒, 岱恒铸造."""
    heads: dict[str, float] = {}
    brands: set[str] = set()  # made of ordinary words, or behind a place: firms in quotes alone (“昀大姐”)
    covered: list[tuple[int, int]] = []  # to how far, by where it begins
    found = list(found)
    sure = {(c.start, c.end) for c in found if c.score >= 0.75}  # for whatever reason: 冶轴股份|董事长甲
    for c in found:
        if (c.start, c.end) not in sure or "head" not in c.data:
            continue
        start, head_end = c.data["head"]
        while start in places and places[start] <= head_end:
            start = places[start]
        head = text[start:head_end]
        covered.append((c.start, c.end))
        if 2 <= len(head) <= 5 and not is_loose(head) and not is_country(head) and not lookup(head) and _CHAIN_CLEAN.fullmatch(head):
            heads[head] = max(heads.get(head, 0.0), c.score)
        brand = head[next((n for n in (4, 3, 2) if lookup(head[:n])), 0) :]
        if 2 <= len(brand) <= 5 and (brand != head or is_loose(head)) and not lookup(brand):
            brands.add(brand)
    for brand in sorted(brands):
        for m in re.finditer(f"“{re.escape(brand)}”", text):
            if not _NO_BRAND.match(text, m.end()) and not text.endswith(_CALLED, 0, m.start()):
                yield Candidate(m.start() + 1, m.end() - 1, "Company", "companies:head-quoted", 0.85)
    covered.sort()
    starts = [start for start, _ in covered]
    reach = list(accumulate((end for _, end in covered), max))  # of all that begin up to here
    for head, score in heads.items():
        at = text.find(head)
        while at >= 0:
            end = at + len(head)
            before = bisect_right(starts, at)
            if not (before and end < reach[before - 1]) and not cuts_word(text, at, end):
                longest = trades_behind(text, end, starting)
                if longest > end:
                    yield Candidate(at, longest, "Company", "companies:head-again", round(score * 0.9, 3))
                yield Candidate(at, end, "Company", "companies:head", round(score * 0.82, 3))
            at = text.find(head, end)
