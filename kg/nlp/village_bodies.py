"""Party branches of villages and communities before a post: 青禾村党支部|书记. Else the title would take the 村 from the name (青禾|村党支部书记)."""

import re
from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import is_word
from kg.text import HAN

_BRANCH = re.compile(
    r"(?P<kind>村|社区|嘎查)(?P<organ>(?:联合)?(?:党支部|党总支|党委))(?=(?:原|前任|副|第一|党建|专职|常务)*(?:书记|委员))"
)
_OPEN = re.compile(
    rf"(?:^|[^{HAN}A-Za-z0-9]|[县区镇乡]|街道)(?P<name>[{HAN}]{{1,4}})$"
)  # a name that begins where a sentence, a mark or a division ends
_NO_NAME = re.compile("[该各本这那全我你他某每两几县区镇乡的在和与及由据向对是任]|行政|自然|驻|时任|原任|附近|所在")


def village_bodies(text: str, places: Iterable[Candidate]) -> Iterator[Candidate]:
    """The branches of a text.

    Args:
        text: the article.
        places: candidates for places so far.

    >>> text = "走进云岭镇，青禾村党支部书记甲说，村党支部书记乙也说"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['青禾村党支部']
    """
    starts: dict[int, int] = {}
    for place in places:
        starts[place.end] = min(place.start, starts.get(place.end, place.start))
    for m in _BRANCH.finditer(text):
        start = starts.get(m.end("kind"), _begins(text, m.start()))
        if start is not None and start < m.start():
            yield Candidate(start, m.end(), "PublicBody", "bodies:village", 0.9)


def _begins(text: str, end: int) -> int | None:
    """Where the name of a village begins that no list has."""
    name = _OPEN.search(text, max(end - 6, 0), end)
    if name is None or _NO_NAME.search(name["name"]) or is_word(name["name"] + text[end]):
        return None
    return name.start("name")
