"""Masked text, in which every mention is one private character for its type, and what patterns over it are made of.

Patterns need not know names so: `<Company>` is the sign of a company. The words that they look for stand in kg/resources/relations.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from kg.relations.scene import Ref
from kg.resources import tables

SIGNS = {
    name: chr(0xE000 + i)
    for i, name in enumerate(
        ("Person", "PublicBody", "Company", "Organization", "Place", "Project", "Policy", "Event", "Amount", "Title", "Date")
    )
}
ANY = "[\ue000-\ue00a]"
SIGN = re.compile(ANY)


def among(text: str, refs: Sequence[Ref], start: int, end: int) -> tuple[Ref, ...]:
    """The mentions whose signs stand from `start` to `end` of a text with one sign for each of `refs`."""
    found = places(text)
    first = bisect_left(found, start)
    return tuple(refs[first : bisect_left(found, end, first)])


@lru_cache(maxsize=256)
def places(text: str) -> tuple[int, ...]:
    """Where the signs of a text stand; asked for many times while it is read."""
    return tuple([m.start() for m in SIGN.finditer(text)])


@cache
def words(name: str) -> dict[str, Any]:
    """The word lists of kg/resources/relations/`name`.yaml, by key."""
    return dict(tables("relations", f"{name}.yaml"))


def alternatives(items: Iterable[str]) -> str:
    """A pattern for any of the words, longest first.

    >>> alternatives(["会", "会议"])
    '(?:会议|会)'

    An ellipsis stands for a few words: 宣布…开幕.
    """
    return "(?:" + "|".join(re.escape(w).replace("…", "[^，]{0,12}?") for w in sorted(items, key=lambda w: (-len(w), w))) + ")"


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern over masked words, in which `<Company>` is the sign of that type and `<Company Project>` any of these.

    >>> pattern("来到<Company Place>").search("来到" + SIGNS["Place"]) is not None
    True
    """
    return re.compile(re.sub(r"<([A-Z][A-Za-z ]+)>", lambda m: "[" + "".join(SIGNS[t] for t in m[1].split()) + "]", text))
