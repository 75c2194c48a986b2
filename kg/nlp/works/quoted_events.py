"""Activities called by what stands in quotes, where a verb says that they are held: “昀山新品行”系列活动在岚城启动.

A campaign that is only carried on (深入开展“三下乡”活动), a study of documents and a row of them name no event that anyone held.
Meetings, shows and games (“沅畔新机遇”专场招聘会) and what has a number or a year (2025年“沅畔好物”系列活动) are events without a verb. Where the quotes
hold the last word too, the number before them belongs to the name: 第三届“沅畔商大会”; or a verb of holding stands right before them: 办了场“沅畔泡菜体验日”;
or somebody is there, or it is held, behind them: “沅畔水泥二线投产仪式”现场.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import is_word
from kg.nlp.works.continued import runs_on
from kg.resources import lines

_NUMBER = r"(?:第[一二三四五六七八九十百0-9]+[届季次]|首届|20[0-9]{2}年?度?)"
_ORDINAL = rf"{_NUMBER}?(?:(?<=[届季年])?(?:全国|全省|全市))?"
_WHOLE_TAILS = "|".join(
    sorted({*lines("lexicons", "event_tails.txt"), *lines("lexicons", "event_kinds.txt")}, key=lambda word: (-len(word), word))
)
_LOOSE_TAILS = lines("lexicons", "event_quoted.txt")
_SURE_TAILS = frozenset(lines("lexicons", "event_quoted_sure.txt"))
_TAILS = "|".join(sorted({*_LOOSE_TAILS, *_SURE_TAILS}, key=lambda word: (-len(word), word)))
_CALLED = re.compile(
    rf"(?P<number>{_ORDINAL})(?P<quoted>(?:“[^“”\n。，；]{{3,45}}”)+)(?P<sort>[一-龥]{{0,10}}?)(?P<tail>{_TAILS})(?![计方办月周日组现者家员场议])"
)
_WHOLE = re.compile(rf"{_NUMBER}(?:[一-龥]{{2,4}})??“[^“”\n。，；]{{2,24}}(?:{_WHOLE_TAILS})”")
_OPENED = re.compile(
    r"(?:举行|举办|主办|承办|协办|联办|合办|召开|参加|出席|(?<![开主承协联合])办|(?<![展召打公离])开)(?:了|的|起)?(?:[一两二三几]?[场届次期个])?"
    rf"“(?P<name>[^“”\n，。；]{{2,22}}(?:{_WHOLE_TAILS}|{'|'.join(lines('lexicons', 'event_in_quotes.txt'))}))”(?=[，。；、\n（上]|$)"
)
_THERE = re.compile(
    rf"“(?P<name>[^“”\n，。；]{{4,28}}(?:{_WHOLE_TAILS}|仪式))”(?:(?:主会场|分会场|活动)?现场|上(?=[，,])|[^，。；“”\n]{{0,14}}?(?:举行|举办|召开|开幕|落幕|闭幕|启动|收官)(?!仪式|以来|后))"
)
_FEAST = re.compile(r"(?<!推出)“(?P<name>[^“”\n，。；、！？]{3,16}(?:节|季|周))”(?!的?(?:目标|口号|概念|理念|效应|经济|期间))")
_NO_SORT = re.compile("的|等|和|与|及|在|再|将|对|曝光|学习|教育|创建|违法|犯罪|传销|相关|各|这|工程|建设|专项|执法|整治")
_MANY = re.compile("[0-9一二三四五六七八九十几多数]+[场个]$|每[年月周天季].{0,6}$")
_LEAST = 6  # characters of a quote with its marks that a verb before it makes a name
_WHEN = r"(?:今[天日]|昨[天日]|日前|近日|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)?(?:（[^（）]{2,10}）)?(?:[上下]午|晚)?(?:，|在[^，。；\n]{2,20}?|于[^，。；\n]{2,20}?)?"
_HELD = re.compile(rf"{_WHEN}(?:正式|隆重|成功|圆满|同步)?(?:启动|开启|举行|举办|开幕|启幕|收官|闭幕|落幕)(?!以来|后|仪式|了)")
_HOLDS = re.compile(
    r"(?:(?:举行|举办|主办|承办|发起|组织)的|(?:举行|举办|主办|承办|启动)了?|(?:出席|参加)|组织(?:开展)?|(?<!深入)(?<!广泛)(?<!积极)(?<!大力)(?<!持续)(?<!正在)(?<!扎实)(?<!化)(?<!定期)(?<!经常)(?<!普遍)开展)"
    r"(?P<of>[一-龥0-9]{0,8})$"
)
_HOLIDAYS = tuple(lines("lexicons", "event_holidays.txt"))
_SCORE = 0.8
_SURE = 0.9


def find_quoted_events(text: str) -> Iterator[Candidate]:
    """The activities of a text.

    >>> text = "“昀山新品行”系列活动在岚城启动，各地深入开展“岚山先锋”活动"
    >>> [text[c.start:c.end] for c in find_quoted_events(text)]
    ['“昀山新品行”系列活动']
    """
    for match in _CALLED.finditer(text) if "”" in text else ():
        if (
            _NO_SORT.search(match["sort"])
            or runs_on(text, match.start("tail"), match.end())
            or text[match.start() - 1 : match.start()] in ("”", "、")
        ):
            continue
        if _MANY.search(text, max(match.start() - 12, 0), match.start()):  # 每月举行“企业家接待日”活动
            continue
        if match["tail"] in _SURE_TAILS or (match["number"] and match["tail"] != "行动"):
            yield Candidate(match.start(), match.end(), "Event", "works:event-quoted", _SCORE)
            continue
        held = _HELD.match(text, match.end()) is not None
        holds = None if match["tail"] == "行动" else _HOLDS.search(text, max(match.start() - 24, 0), match.start())
        if held or (holds is not None and match.end("quoted") - match.start("quoted") >= _LEAST and not _NO_SORT.search(holds["of"])):
            yield Candidate(match.start(), match.end(), "Event", "works:event-quoted", _SCORE)
    for match in _WHOLE.finditer(text) if "”" in text else ():
        yield Candidate(match.start(), match.end(), "Event", "works:event-quoted", _SURE)
    for match in (*_OPENED.finditer(text), *_THERE.finditer(text)) if "”" in text else ():
        yield Candidate(*match.span("name"), "Event", "works:event-quoted", _SCORE)
    for match in _FEAST.finditer(text) if "”" in text else ():
        if not match["name"].endswith(_HOLIDAYS) and not is_word(match["name"]):
            yield Candidate(*match.span("name"), "Event", "works:event-quoted", _SCORE)
