"""Keys of names: what two spellings of one name have in common, and whether a name says by itself whom it means. Pure functions."""

import re
import unicodedata
from functools import cache, lru_cache

from kg.divisions import lookup
from kg.resources import lines

_DROPPED = re.compile(r"[\s“”‘’\"'《》〈〉「」『』•・．.·\-—]")
_FORM = re.compile(
    r"(?:公司|集团|厂|银行|合作社|事务所|支行|分行|商社|株式会社|研究院|设计院|大学|学院|医院|协会|商会|联合会|基金会|委员会)$"
)
_WORD = re.compile("[省市县区州盟旗]")


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
    """
    return name.startswith(_starts("national_words.txt")) or name.endswith("总局") or abroad(name)


@lru_cache(maxsize=1 << 16)
def abroad(name: str) -> bool:
    """Whether a name is or begins with that of another country, or of a well-known place that is no division."""
    return any(name[:size] in _world() for size in range(2, min(8, len(name)) + 1))


@cache
def _world() -> frozenset[str]:
    rows = [*lines("lexicons", "place_countries.txt"), *lines("lexicons", "place_world.txt")]
    return frozenset(word for row in rows for word in row.split())


@lru_cache(maxsize=1 << 16)
def division_at_start(name: str) -> str | None:
    """The code of the division that a name begins with, if it is but one and the name goes on after it.

    >>> division_at_start("无锡市某某局")
    '3202'
    """
    for size in range(min(9, len(name) - 1), 1, -1):
        found = lookup(name[:size])
        if len(found) == 1:
            return found[0].code
        if found:
            return None
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
