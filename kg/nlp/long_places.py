"""Names of places that begin with 长 behind a division, where 市长 seems to stand: 西安市|长安区, 荆州市|长江村."""

import re
from functools import cache, lru_cache

from kg.divisions import is_town, lookup
from kg.nlp.gazetteer import ending_at
from kg.nlp.people.characters import likeness, words
from kg.nlp.worded import word_list, worded
from kg.text import HAN

_UNITS = "市县区州省镇乡旗盟"
_NAMED = 0.9  # how much three characters behind 长 must be like a name to be one


@cache
def _place() -> re.Pattern[str]:
    return worded("name_edges", f"(长[{HAN}]{{1,3}}?){{long_ends}}")


@lru_cache(maxsize=4096)
def long_place(text: str, at: int) -> bool:
    """Whether a place begins with the 长 at `at`: a division ends before it, and no name of a person follows.

    >>> long_place("西安市长安区举行", 3), long_place("西安市长安志远到会", 3), long_place("副市长江村到会", 2)
    (True, False, False)
    """
    match = _place().match(text, at) if text[at - 1 : at] in _UNITS and at > 1 else None
    if match is None or ending_at(text, at) is None or _person_follows(text, at + 1):
        return False
    return bool(lookup(match[0]) or lookup(match[1])) or match[1] in word_list("name_edges", "long") or is_town(match[0])


def _person_follows(text: str, at: int) -> bool:
    """Whether what begins here is like a name of three characters and ends like one: 市长|江镇宇到会."""
    end = at + 3
    ends = end >= len(text) or re.match(f"[{HAN}]", text[end]) is None or any(text[end : end + n] in words().follow for n in (1, 2, 3))
    return ends and likeness(text[at:end]) >= _NAMED
