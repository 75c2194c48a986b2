"""Meetings, games and fairs that a list or a coined short name tells: 党的二十大, 亚运会, 第三届青博会 with the city or the number before them."""

import re
from collections.abc import Iterator, Mapping

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_word
from kg.nlp.works.reach import tail_matcher
from kg.resources import lines

SPIRIT = re.compile(r"(?:以来)?(?:的?(?:精神|报告|部署|战略|要求|擘画|代表))")
_LONG = 6
_BEHIND = "上后前中期"
_ON_SITE = ("现场", "开幕", "期间")  # 车展|现场, 书展|开幕: no 展现, no 展开
_NUMBER = re.compile(r"(?:第[一二三四五六七八九十百0-9]+届|首届|20[0-9]{2}年?)$")
_PLENUM = re.compile(r"(?:党的|中共)?(?:十[一-龥]|二十)届[一二三四五六七]中全会")
_GAMES = re.compile(r"(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}运会")  # 十五运会
_FAIR = re.compile(
    rf"(?:[\u4e00-\u9fff](?<![{''.join(lines('lexicons', 'event_no_fair.txt'))}])博|{'|'.join(lines('lexicons', 'event_fairs.txt'))})会(?![议见谈员长])"
)
_SHOW = re.compile(f"(?:国际)?(?:{'|'.join(lines('lexicons', 'event_shows.txt'))})")
_SAID = re.compile(r"(?:亮相|参加|参展|出席|举办|召开|借助|本届|往届|每届|走进|[在于赴对为“])$")


def find_known_events(text: str, ended: Mapping[int, int]) -> Iterator[Candidate]:
    """All of them; `ended` tells where the place begins that ends at a position.

    >>> text = "第三届青博会开幕，岚城亚运会在即"
    >>> [text[c.start:c.end] for c in find_known_events(text, {11: 9})]
    ['岚城亚运会', '第三届青博会']
    """
    for match in _PLENUM.finditer(text) if "中全会" in text else ():
        yield Candidate(match.start(), match.end(), "Event", "works:plenum", 0.95)
    known, _ = tail_matcher("event_known.txt")
    for _, start, end in known.find_matches_as_indexes(text):
        if _is_whole(text, start, end) and not SPIRIT.match(text, end):
            yield _whole(text, start, end, ended, 0.75)
    for shape in (_GAMES, _FAIR):
        for match in shape.finditer(text) if "会" in text else ():
            if _is_whole(text, match.start(), match.end()):
                said = _SAID.search(text, max(match.start() - 2, 0), match.start()) is not None
                yield _whole(text, match.start(), match.end(), ended, 0.75 if said else 0.62)
    for match in _SHOW.finditer(text):
        show = _whole(text, match.start(), match.end(), ended, 0.0)
        if show.start < match.start() and (
            text.startswith(_ON_SITE, match.end()) or _is_whole(text, match.start(), match.end())
        ):  # 岚城车展; 车展 alone is any
            yield show


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut by it, but the 会上 that it may always stand in; a long name is one however its first character joins the last word."""
    return end - start >= _LONG or not (cuts_word(text, start, start) or (text[end : end + 1] not in _BEHIND and cuts_word(text, end, end)))


def _whole(text: str, start: int, end: int, ended: Mapping[int, int], score: float) -> Candidate:
    """With the place, or the number of the year or edition, that stands right before it."""
    before = ended.get(start, _town(text, start))
    if before < start:
        start, score = before, 0.9
    number = _NUMBER.search(text, max(start - 8, 0), start)
    if number is not None:
        start, score = number.start(), 0.92
    return Candidate(start, end, "Event", "works:event-known", score)


def _town(text: str, end: int) -> int:
    """Where the division begins that ends at a position, which no finder of places tells from the words it may be part of (沅畔|文博会)."""
    return next((end - n for n in (4, 3, 2) if end >= n and lookup(text[end - n : end]) and not is_word(text[end - n : end])), end)
