"""Names of shares at the front of a sentence, told by what only a listed firm does: 长江工程公告，公司…, 海洋工程拟以2亿元收购…, 首飞节能称，公司….

Such a name is of three or four characters, and may be made of ordinary words, or end like no firm (张桥行).
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.edges import Edges
from kg.nlp.people.characters import likeness
from kg.resources import lines

_SCORE, _SURE = 0.8, 0.92
_WHEN = r"(?:[0-9]{1,2}月[0-9]{1,2}日|晚间?|昨日|今日|昨晚|近日|日前|周[一二三四五六日]|午间|盘后|早间){0,2}"
_CODE = r"(?:[（(][^（）()\n]{0,16}[0-9]{4,6}[^（）()\n]{0,8}[）)])?"
_FRONT = re.compile(
    rf"(?:^|(?<=[。！？；\n　]))(?:(?:[0-9]{{4}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日{_WHEN}，|{_WHEN}，)?"
    rf"(?P<name>[\u4e00-\u9fff]{{3,4}}?){_CODE}{_WHEN}(?:"
    r"(?P<tells>(?:发布|披露)?公告(?:称|显示|表示|披露|，|：)|发布(?:业绩|[0-9]{4}年))"
    r"|(?P<says>(?:称|披露|宣布|公布|回应称)，公司)"
    r"|(?P<deals>拟(?:以|斥资|出资|作价)[约近]?[0-9.]+[亿万][^，。；]{0,10}?(?:收购|受让|认购|购买|竞购|增资|入股)|拟(?:收购|受让|购买)[^，。；]{2,20}[0-9][%％]的?股[权份])"
    r"|(?P<raises>宣布(?:新|已|再)?(?:获|获得|完成)[^，。；]{0,14}融资))",
    re.MULTILINE,
)
# What begins or ends a phrase that is no name: 该公司公告, 有关部门公告, 大股东拟以….
_OPENS = frozenset("该本其各据按对根由在从某这那两多我以今昨此一如因而但且并即若当就与和及有经随为")
_ENDS = re.compile("[于的称从等再已曾日晚方部局院委厅所署会司团东人员者士家层们府区县市省长理书中信体年又也还均拟将]$|资本$|机构$|部门$")


@cache
def _trades() -> tuple[str, ...]:
    return tuple({word for file in ("company_tails.txt", "company_weak_tails.txt") for word in lines("lexicons", file) if len(word) == 2})


def find_announced(text: str, edges: Edges) -> Iterator[Candidate]:
    """All such names.

    >>> from kg.nlp.edges import find_edges
    >>> text = "海洋工程拟以2亿元收购云岭氢能。"
    >>> [text[c.start:c.end] for c in find_announced(text, find_edges(text))]
    ['海洋工程']
    """
    for match in _FRONT.finditer(text):
        start, end = match.span("name")
        name = match["name"]
        if name[0] in _OPENS or _ENDS.search(name) or lookup(name) or edges.before(end - 1) > start:
            continue
        if match["says"] and (not name.endswith(_trades()) or likeness(name) >= 0.5):
            continue
        yield Candidate(start, end, "Company", "companies:announced", _SURE if match["tells"] else _SCORE, {"head": (start, end)})
