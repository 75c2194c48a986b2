"""Keys of names: what two spellings of one name have in common, and whether a name says by itself whom it means. Pure functions."""

import re
import unicodedata
from functools import cache, lru_cache

from kg import jurisdiction
from kg.divisions import lookup
from kg.resources import lines

_CITY = 4  # digits of the code of a province or a prefecture
_DROPPED = re.compile(r"[\s“”‘’\"'《》〈〉「」『』•・．.·\-—]")
_FORM = re.compile(
    r"(?:公司|集团|厂|银行|合作社|事务所|支行|分行|商社|株式会社|研究院|设计院|大学|学院|医院|协会|商会|联合会|基金会|委员会)$"
)
_WORD = re.compile("[省市县区州盟旗]")
_NUMBERED_UNIT = re.compile(r"\d{5}\s?部队")
_CUSTOMS = re.compile("(?!海关|驻|省|市|我|该|各)[\u4e00-\u9fff]{2,4}海关")  # each called after a place of its own


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """A name without blanks, quotes and dots, width and case levelled.

    >>> name_key("“ＡＢＣ”（江汀）科技 有限公司")
    'abc(江汀)科技有限公司'
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name)).casefold() or name


def is_full(name: str) -> bool:
    """Whether a name carries the legal form or kind that full names end with.

    >>> is_full("江汀科技有限公司"), is_full("江汀科技")
    (True, False)
    """
    return _FORM.search(name) is not None and len(name) >= 6


@cache
def _starts(file: str) -> tuple[str, ...]:
    return tuple(lines("lexicons", file))


def is_deictic(name: str) -> bool:
    """Whether a name points to a place that only the article knows: 市工商联.

    >>> is_deictic("市工商联"), is_deictic("中国工商联")
    (True, False)
    """
    return name.startswith(_starts("deictic_words.txt")) and not division_at_start(name)


def is_national(name: str) -> bool:
    """Whether a name looks as those that are one in the whole country, or in another country.

    >>> is_national("全国工商联"), is_national("日本经济产业省"), is_national("滁州市工商联")
    (True, True, False)
    >>> is_national("水利部黄河水利委员会"), is_national("拱北海关"), is_national("12345部队"), is_national("海关")
    (True, True, True, False)
    """
    if name.startswith(_starts("national_words.txt")) or name.endswith("总局") or abroad(name):
        return True
    return of_central_body(name) or _NUMBERED_UNIT.fullmatch(name) is not None or _CUSTOMS.fullmatch(name) is not None


@lru_cache(maxsize=1 << 16)
def of_central_body(name: str) -> bool:
    """Whether a name is that of a part of a central body: it begins with its name and goes on.

    >>> of_central_body("公安部治安管理局"), of_central_body("公安局"), of_central_body("公安部")
    (True, False, False)
    """
    heads = {name[:size] for size in range(3, min(jurisdiction.LONGEST, len(name) - 1))}
    return not jurisdiction.central().keys().isdisjoint(heads)


@lru_cache(maxsize=1 << 16)
def abroad(name: str) -> bool:
    """Whether a name is or begins with that of another country, or of a well-known place that is no division."""
    return any(name[:size] in _world() for size in range(2, min(8, len(name)) + 1))


@lru_cache(maxsize=1 << 16)
def in_country(name: str) -> tuple[str, str] | None:
    """The country and the well-known place in it that a name is made of.

    >>> in_country("美国旧金山"), in_country("旧金山"), in_country("捷克斯洛伐克"), in_country("美国西北")
    (('美国', '旧金山'), None, None, None)
    """
    for size in range(2, min(8, len(name) - 2) + 1):
        country, place = name[:size], name[size:]
        if country in _countries() and place in _world() and place not in _countries() and place not in _regions():
            return country, place
    return None


@cache
def _regions() -> frozenset[str]:
    return frozenset(word for row in lines("lexicons", "place_regions.txt") for word in row.split())


@cache
def _countries() -> frozenset[str]:
    return frozenset(word for row in lines("lexicons", "place_countries.txt") for word in row.split())


@cache
def _world() -> frozenset[str]:
    rows = [*lines("lexicons", "place_countries.txt"), *lines("lexicons", "place_world.txt")]
    return frozenset(word for row in rows for word in row.split())


@lru_cache(maxsize=1 << 16)
def division_at_start(name: str) -> str | None:
    """The code of the division that a name begins with, if it is but one and the name goes on after it.

    Of several that are called so it is the province or the city (海南, 西安), unless that is a word as well. A name that is the form of
    a body begins with none: 公安局 is not that of 公安县.

    >>> division_at_start("无锡市某某局"), division_at_start("西安某某园"), division_at_start("鼓楼某某园"), division_at_start("公安局")
    ('3202', '6101', None, None)
    """
    if name in jurisdiction.forms():
        return None
    for size in range(min(9, len(name) - 1), 1, -1):
        if found := lookup(name[:size]):
            digits = min(len(unit.code) for unit in found)
            largest = [unit for unit in found if len(unit.code) == digits]
            several = len(largest) > 1 or digits > _CITY or name[:size] in jurisdiction.ordinary()
            return None if len(found) > 1 and several else largest[0].code
    return None


@lru_cache(maxsize=1 << 16)
def names_place(name: str) -> bool:
    """Whether a name has a division in it with its word, so that it says where it belongs.

    >>> names_place("《关于支持滁州市智能装备产业的若干措施》"), names_place("《关于支持智能装备产业的若干措施》")
    (True, False)
    """
    for found in _WORD.finditer(name):
        for size in range(min(8, found.end()), 2, -1):
            if lookup(name[found.end() - size : found.end()]):
                return True
    return division_at_start(name.lstrip("《“")) is not None
