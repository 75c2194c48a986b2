"""Houses of funds by the first part of their name alone (嘉实 of 嘉实基金), where nothing else can be meant: in a row with another house, before
one of their products that somebody manages (招商|现金增值基金经理甲), and as the owner of funds (华夏旗下基金)."""

import re
from collections.abc import Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_word
from kg.resources import lines

_KIND = "基金"
_JOIN = "、|和|与|及|以及"
_PRODUCT = r"(?!基金)(?=(?:(?![的某只多各家些位名])[\u4e00-\u9fffA-Z0-9]){2,12}?基金(?:的?(?:拟任|原|新任|现任))?(?:基金)?经理(?!人|部|层)|旗下[^，。；\n]{0,8}基金)"


@cache
def _names() -> tuple[str, ...]:
    """The first parts of all known houses, longest first."""
    found = {line.removesuffix(_KIND) for line in lines("lexicons", "company_brands.txt") if line.endswith(_KIND)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    name = "|".join(map(re.escape, _names()))
    item = f"(?:{name})(?:{_KIND})?(?![\u4e00-\u9fff]{{0,2}}(?:证券|银行|信托|保险|航空|地产|局))"
    return re.compile(f"{item}(?:(?:{_JOIN}){item})+"), re.compile(name), re.compile(f"(?:{name}){_PRODUCT}")


def find_fund_houses(text: str) -> Iterator[Candidate]:
    """The houses of a text.

    >>> text = "南方、嘉实和富国认购，招商现金增值基金经理方致远"
    >>> [text[c.start : c.end] for c in find_fund_houses(text)]
    ['南方', '嘉实', '富国', '招商']
    """
    if _KIND not in text:
        return
    rows, name, led = _patterns()
    for row in rows.finditer(text):
        members = [m for m in name.finditer(text, row.start(), row.end()) if not text.startswith(_KIND, m.end())]
        coined = text.find(_KIND, row.start(), row.end()) >= 0 or any(not is_word(m[0]) for m in members)
        if coined and not cuts_word(text, row.start(), row.end()):
            yield from (Candidate(m.start(), m.end(), "Company", "companies:fund-house", 0.9) for m in members)
    for match in led.finditer(text):
        if not cuts_word(text, match.start(), match.start()):
            yield Candidate(match.start(), match.end(), "Company", "companies:fund-house", 0.96)
