"""Development zones, parks and ports: where a name begins that ends in 经开区, 高新区, 产业园.

Their last words are data; what stands before is read leftwards to the nearest word that no name holds, and a division in it is where the
name begins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import ahocorasick_rs

from kg.divisions import lookup
from kg.nlp.gazetteer import ending_at as division_ending_at
from kg.nlp.gazetteer import ordinary, stop_characters, town_ending_at
from kg.nlp.gazetteer import scan as names
from kg.nlp.words import cuts_word, is_lead, is_loose, is_phrase, is_word
from kg.records import record
from kg.resources import lines, tables
from kg.text import HAN

_REACH = 12  # characters before the last word that a name may have
PORT = "港"
_AFTER_PORT = re.compile(rf"[{HAN}]{{0,4}}(?:开发区|化工园|工业园|物流园|产业园|新区|新城|港区|片区|保税|经开区|高新区)")
_NO_PORT = re.compile("港(?:[股元币澳口资商府独媒剧交警城岛铁大]|现代)")  # 更多港股
_SOME = frozenset("某各每两多")  # 某军港: no name
_AFTER_ZONE = ("域", "间", "块链")  # 刷新区域
_ANY = ("国家级", "省级", "全国", "各", "个", "家", "批", "类", "级")  # 国家级经开区: all of them
_HAN_ONLY = re.compile(rf"[{HAN}]*")
_HAN_RUN = re.compile(rf"[{HAN}A-Za-z·]+$")
# 滇中新区, 鲁西高新区: a part of a province by its letter.
_PART_OF_PROVINCE = re.compile("[冀豫滇辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕闽贵粤川琼宁渝黔陇][东南西北中]$")
_DEICTIC = ("省", "市", "县", "区")
_OF_STATE = re.compile(rf"中国（[{HAN}]{{2,6}}）[{HAN}]{{0,8}}$")  # 中国（昀山）|自由贸易试验区
_QUOTED = re.compile(rf"“([{HAN}A-Za-z0-9]{{3,10}})”$")
_SIDES_OF = ("东", "南", "西", "北")
_SITE, _BRANDS = "园区", ("谷", "港", "城", "园")  # 昀泽云谷岚城园区
_STATE = "中国"  # whose 中 is no stop
_STREETS = ("路", "街", "大道", "大街", "东路", "西路", "南路", "北路", "中路")


@record
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
def stops() -> re.Pattern[str]:
    """What cannot be part of the name of a zone, town or village."""
    words = sorted({w for line in lines("lexicons", "place_stops.txt") for w in line.split()}, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})")


@cache
def _builds() -> tuple[str, ...]:
    return tuple(tables("lexicons", "project_words.yaml")["builds"].split())


def scan(text: str) -> Iterator[Zone]:
    """The zones named in a text, from the left; one inside another (县经济开发区|新能源产业园) begins behind it."""
    found: list[Zone] = []
    last = 0
    for _, start, end in _automaton().find_matches_as_indexes(text):
        if text.startswith(_AFTER_ZONE, end) and text[end - 1] == "区":
            continue
        if text[start:end] == PORT and (
            _AFTER_PORT.match(text, end) or _NO_PORT.match(text, start) or text[start - 2 : start - 1] in _SOME
        ):
            continue  # 大丰港经济开发区: the port is a part of the name
        zone = named(text, start, end, last)
        if zone is not None:
            if found and found[-1].end == zone.start and found[-1].tail.startswith("自") and zone.tail.endswith("片区"):
                zone = replace(found.pop(), end=end, tail=zone.tail)  # 安徽自贸区|合肥片区
            elif (
                found
                and found[-1].end == zone.start
                and zone.tail == _SITE
                and found[-1].tail.endswith(_BRANDS)
                and found[-1].rule != "alone"
            ):
                zone = replace(found.pop(), end=zone.end, tail=_SITE)  # 昀泽科技园|岚城园区
            found.append(zone)
            last = zone.end
    sure = {text[z.start : z.end] for z in found if z.rule != "phrase"}
    for zone in found:  # 稀土高新区 where 包头稀土高新区 is named
        if (
            zone.rule != "phrase"
            or any(z.start < zone.start == z.end for z in found)
            or any(n.endswith(text[zone.start : zone.end]) for n in sure)
        ):
            yield zone


def ending(text: str, end: int) -> Zone | None:
    """The zone whose name ends at `end`.

    >>> text = "记者从合肥高新区管委会获悉"
    >>> zone = ending(text, 8)
    >>> text[zone.start:zone.end]
    '合肥高新区'
    """
    start = word_ending_at(text, end)
    return named(text, start, end) if start is not None else None


def leading(text: str, start: int, end: int) -> int:
    """Where the zone ends that stands right before a name of its own, with which it was read as one; 0 for none.

    >>> text = "科技城岚城昀泽学院，科技城江苏省昀泽学院，苏州工业园区苏州路小学"
    >>> leading(text, 0, 9), leading(text, 10, 20), leading(text, 21, 32)
    (0, 13, 0)
    """
    zone = _zone_words().match(text, start, end)
    at = zone.end() if zone is not None else end
    sizes = (n for n in (5, 4, 3, 2) if at + n + 1 < end and any(len(u.code) <= 4 for u in lookup(text[at : at + n])))
    size = next(sizes, 0)
    return at if size and not text.startswith(_STREETS, at + size) else 0


@cache
def _zone_words() -> re.Pattern[str]:
    words = sorted((tail for tail in tails() if len(tail) > 2 or tail in ("园区", "新城")), key=lambda tail: (-len(tail), tail))
    return re.compile(rf"[{HAN}]{{0,8}}(?:{'|'.join(words)})")


def word_ending_at(text: str, end: int) -> int | None:
    """Where the last word of a zone (开发区, 园区) that ends at `end` begins."""
    words = tails()
    return next((end - size for size in range(min(10, end), 0, -1) if text[end - size : end] in words), None)


def named(text: str, start: int, end: int, floor: int = 0) -> Zone | None:
    """The zone whose last word stands at start–end, if its beginning can be told; nothing before `floor` belongs to it."""
    tail = text[start:end]
    if tail == PORT:
        return _port(text, start, end, floor)
    if text.startswith("”", start - 1):
        return _behind_quotes(text, start, end, floor)
    state = _OF_STATE.search(text, max(floor, start - 2 * _REACH), start)
    if state is not None:
        return Zone(state.start(), end, tail, 0.95, "state")
    place = division_ending_at(text, start - 2 if text.endswith("国家", 0, start) else start)  # 玉溪国家高新区
    if place is None:
        place = town_ending_at(text, start)
    if place is not None and place > 0 and is_word(text[place:start]) and not _is_free(text, place):
        place = None  # 共同|富裕|示范区, 农业|合作|示范区
    if place is not None and place >= floor:
        outer = division_ending_at(text, place)  # 锦州|滨海新区: whatever 滨海 is elsewhere
        if outer is None and text[place - 1 : place] in _SIDES_OF:
            outer = division_ending_at(text, place - 1)  # 湖州|南|太湖新区
        place = outer if outer is not None and outer >= floor else place
        if tail == _SITE and (brand := _of_brand(text, place, end, floor)) is not None:
            return brand
        return Zone(place, end, tail, 0.95, "division")
    part_of = _PART_OF_PROVINCE.search(text, max(floor, start - 2), start)
    if part_of is not None and not is_word(text[part_of.start() - 1 : start - 1]):
        outer = division_ending_at(text, part_of.start())
        return Zone(outer if outer is not None and outer >= floor else part_of.start(), end, tail, 0.9, "province-part")
    run = _HAN_RUN.search(text, max(floor, start - _REACH), start)
    begin = run.start() if run else start
    place = _place_within(text, begin, start)
    if place is not None:
        return Zone(place, end, tail, 0.92, "division-far")
    if text.startswith("“", begin - 1) and text.startswith("”", end) and begin + 1 < start and not is_phrase(text[begin:start]):
        built = text.endswith(_builds(), 0, begin - 1)  # 建设“昀中科技园”: the work is told of
        return Zone(begin, end, tail, 0.78, "quoted") if tails()[tail] != "?" and not built else None  # “昀中科技园”: 中 is no stop there
    ends = [m.end() for m in stops().finditer(text, begin, start) if len(m[0]) > 1 or not _inside(text, m.start(), m.end())]
    bounded = bool(ends) or begin == floor or begin > start - _REACH
    begin = ends[-1] if ends else begin
    begin += 1 if text[begin - 1 : begin].isdigit() and text[begin] in "亩家个座" else 0  # 5000亩|高新区某某工业园
    part = text[begin:start]
    if not part:
        return Zone(start, end, tail, 0.75, "alone") if tails()[tail] == "!" and not text.endswith(_ANY, 0, start) else None
    if part[0] in _DEICTIC and not cuts_word(text, begin, start):
        return Zone(begin, end, tail, 0.9, "deictic")
    if len(part) < 2 or len(part) > _REACH - 4 or text[begin - 1 : begin] in _SOME or _is_slogan(text, text[begin:end]):
        return None
    if not bounded:
        return None
    weak = tails()[tail] == "?"
    if is_phrase(part) or (len(part) > 2 and is_loose(part)):
        return Zone(begin, end, tail, 0.65, "phrase") if not weak and len(part) <= 5 else None
    if weak and len(part) > 3:
        return None
    return Zone(begin, end, tail, 0.62 if weak else 0.78, "name")


def _behind_quotes(text: str, start: int, end: int, floor: int) -> Zone | None:
    """“昀泽云谷”产业园: what stands in quotes before the last word is its name, unless it is words of the language."""
    quoted = _QUOTED.search(text, max(floor, start - _REACH), start)
    if quoted is None or tails()[text[start:end]] == "?" or is_loose(quoted[1]):
        return None
    outer = division_ending_at(text, quoted.start())
    return Zone(outer if outer is not None and outer >= floor else quoted.start(), end, text[start:end], 0.8, "quoted")


def _of_brand(text: str, place: int, end: int, floor: int) -> Zone | None:
    """昀泽云谷岚城|园区, 昀泽国际大学城（岚城|园区）: the site of a park that has its own name before the division."""
    bracketed = text.startswith(("（", "("), place - 1) and text.startswith(("）", ")"), end)
    stop = place - bracketed
    run = _HAN_RUN.search(text, max(floor, stop - _REACH), stop)
    if run is None:
        return None
    cuts = (m for m in stops().finditer(text, run.start(), stop) if not text.startswith(_STATE, m.start()))
    begin = max((m.end() for m in cuts if len(m[0]) > 1 or not _inside(text, m.start(), m.end())), default=run.start())
    name = text[begin:stop]
    free = begin > run.start() or run.start() > max(floor, stop - _REACH) or run.start() == floor
    if not free or len(name) < 4 or not name.endswith(_BRANDS) or (is_loose(name) and not bracketed):
        return None
    return Zone(begin, end + bracketed, _SITE, 0.92, "brand")


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a single character is a piece of a word that a name may hold: 进 of 先进制造业."""
    word = text[start - 1 : end]
    return cuts_word(text, end, end) or (is_word(word) and not is_lead(word))


def _is_slogan(text: str, name: str) -> bool:
    """Whether it stands where what is quoted begins and goes on: “美丽小镇、品质生活”."""
    return any(f"“{name}{mark}" in text for mark in "、，")


def _is_free(text: str, at: int) -> bool:
    """Whether a name may begin here: behind a mark or a word that no name holds."""
    return _HAN_ONLY.fullmatch(text, at - 1, at) is None or text[at - 1] in stop_characters()


def _port(text: str, start: int, end: int, floor: int) -> Zone | None:
    """洋口港: two characters that are no word and no division, behind a mark, a stop or a division; 锦州港 is more often a firm."""
    begin = start - 2
    if begin < floor or not _HAN_ONLY.fullmatch(text, begin, start) or is_phrase(text[begin:start]):
        return None
    if division_ending_at(text, end) is not None or division_ending_at(text, start) is not None or cuts_word(text, begin, end):
        return None
    outer = division_ending_at(text, begin)
    if outer is not None:
        return Zone(outer, end, PORT, 0.9, "port")
    before = text[begin - 1 : begin]
    free = not before or _HAN_ONLY.fullmatch(before) is None or before in stop_characters()
    return Zone(begin, end, PORT, 0.88, "port") if free and not any(c in stop_characters() for c in text[begin:start]) else None


def _place_within(text: str, begin: int, end: int) -> int | None:
    """Where the first division (with those before it) of a stretch begins, if nothing after it tells that the name begins later."""
    for found in names(text[begin:end]):
        if (
            found.text in ordinary()
            or (len(found.text) == 2 and found.units and found.text[0] in stop_characters())
            or (found.is_short and is_word(found.text) and all(len(u.code) > 4 for u in found.units))  # 合作|示范园
            or (found.is_short and cuts_word(text, begin + found.start, begin + found.end))
        ):
            continue
        if stops().search(text, begin + found.end, end) is None:
            return begin + found.start
    return None
