"""Party branches and committees of villages and communities before a post: 青禾村党支部|书记, 青禾社区居委会|主任. Else the title would take the 村 from the name (青禾|村党支部书记)."""

import re
from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import is_word
from kg.text import HAN

_BRANCH = re.compile(
    r"(?P<kind>村|社区|嘎查)(?P<organ>(?:联合)?(?:党支部|党总支|党委)|[村居]委会)(?=(?:原|前任|副|第一|党建|专职|常务)*(?:书记|委员|主任))"
)
_OPEN = re.compile(
    rf"(?:^|[^{HAN}A-Za-z0-9]|[县区镇乡]|街道)(?P<name>[{HAN}]{{1,4}})$"
)  # a name that begins where a sentence, a mark or a division ends
_LED = re.compile(rf".*[在和与及由据向对是任随让请经给被为跟了到听](?P<name>[{HAN}]{{2,3}})")  # 据|青禾村党支部书记
_NO_NAME = re.compile("[该各本这那全我你他某每两几县区镇乡的在和与及由据向对是任]|行政|自然|驻|时任|原任|附近|所在")


def village_bodies(text: str, places: Iterable[Candidate]) -> Iterator[Candidate]:
    """The branches of a text.

    Args:
        text: the article.
        places: candidates for places so far.

    >>> text = "走进云岭镇，青禾村党支部书记甲说，村党支部书记乙也说"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['青禾村党支部']
    >>> text = "据青禾村党支部书记甲介绍"
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
    if name is None:
        led = _LED.fullmatch(text, max(end - 6, 0), end)
        start = led.start("name") if led is not None else end
        return start if start < end and not _NO_NAME.search(text[start:end]) and not is_word(text[start : end + 1]) else None
    start = name.start("name")
    if (led := _LED.fullmatch(name["name"])) is not None:
        start += led.start("name")
    return None if _NO_NAME.search(text[start:end]) or is_word(text[start : end + 1]) else start
