"""Bodies known by the post behind them: party branches and committees of villages (青禾村党支部|书记, else the title would take the 村 from the name), and crews that one
division sends to another (岚山区派驻昀县工作组|组长); and farms of the 兵团 by their numbers.
"""

import re
from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import is_word
from kg.text import HAN

_BRANCH = re.compile(
    r"(?P<kind>村|社区|嘎查)(?P<organ>(?:联合)?(?:党支部|党总支|支部|总支|党委)|[村居]委会)(?=(?:原|前任|副|第一|党建|专职|常务)*(?:书记|委员|主任))"
)
_OPEN = re.compile(
    rf"(?:^|[^{HAN}A-Za-z0-9]|[县区镇乡]|街道)(?P<name>[{HAN}]{{1,4}})$"
)  # a name that begins where a sentence, a mark or a division ends
_LED = re.compile(rf".*[在和与及由据向对是任随让请经给被为跟了到听](?P<name>[{HAN}]{{2,3}})")  # 据|青禾村党支部书记
_NO_NAME = re.compile("[该各本这那全我你他某每两几县区镇乡的在和与及由据向对是任]|行政|自然|驻|时任|原任|附近|所在")

_CREW = re.compile(
    rf"(?:选?派)?(?:驻|对口支援|对口帮扶|援)[{HAN}]{{1,10}}?(?:工作队|工作组|联络组|指挥部)(?=副?(?:队长|组长|领队|总?指挥|指挥长|党委书记|书记|临时党委))"
)
# 一六八团, a farm of the 兵团 that is run like a town, where the text tells of such.
_REGIMENT = re.compile("[〇零一二三四五六七八九十]{2,4}团(?![队体员圆结聚购长])")
_CORPS = ("兵团", "团场", "师市", "团党委", "农牧团")
_SENDS = frozenset("省市区县州")


def village_bodies(text: str, places: Iterable[Candidate]) -> Iterator[Candidate]:
    """The branches and crews of a text.

    Args:
        text: the article.
        places: candidates for places so far.

    >>> text = "走进云岭镇，青禾村党支部书记甲说，村党支部书记乙也说"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['青禾村党支部']
    >>> text = "据青禾村党支部书记甲介绍"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['青禾村党支部']
    >>> text = "省派驻岚城工作队队长甲，县农业局派驻青禾村工作队队长"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['省派驻岚城工作队']
    >>> text = "兵团一九八团的职工来到一九八团面粉厂"
    >>> [text[c.start : c.end] for c in village_bodies(text, [])]
    ['一九八团', '一九八团']
    """
    starts: dict[int, int] = {}
    for place in places:
        starts[place.end] = min(place.start, starts.get(place.end, place.start))
    for m in _BRANCH.finditer(text):
        start = starts.get(m.end("kind"), _begins(text, m.start()))
        if start is not None and start < m.start():
            yield Candidate(start, m.end(), "PublicBody", "bodies:village", 0.93)
    yield from _regiments(text)
    for m in _CREW.finditer(text):
        start = starts.get(m.start(), m.start() - 1 if text[m.start() - 1 : m.start()] in _SENDS else None)
        if start is not None:
            yield Candidate(start, m.end(), "PublicBody", "bodies:crew", 0.9)


def _regiments(text: str) -> Iterator[Candidate]:
    for m in _REGIMENT.finditer(text) if any(word in text for word in _CORPS) else ():
        yield Candidate(m.start(), m.end(), "PublicBody", "bodies:regiment", 0.97)


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
