"""Activities called by what stands in quotes, where a verb says that they are held: “昀山新品行”系列活动在岚城启动.

A campaign that is only carried on (深入开展“三下乡”活动), a study of documents and a row of them name no event that anyone held.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.resources import lines

_ORDINAL = r"(?:第[一二三四五六七八九十百0-9]+[届季次]|首届|20[0-9]{2}年?度?)?(?:(?<=[届季年])?(?:全国|全省|全市))?"
_TAILS = "|".join(lines("lexicons", "event_quoted.txt"))
_CALLED = re.compile(
    rf"{_ORDINAL}(?P<quoted>“[^“”\n。，；]{{3,24}}”)(?P<sort>[一-龥]{{0,10}}?)(?P<tail>{_TAILS})(?![计方办月周日组现者家员场])"
)
_NO_SORT = re.compile("的|等|和|与|及|学习|教育|创建|违法|犯罪|传销|相关|各|这|工程|建设|专项|执法|整治")
_MANY = re.compile("[0-9一二三四五六七八九十几多数]+[场个]$|每[年月周天季].{0,6}$")
_LEAST = 6  # characters of a quote with its marks that a verb before it makes a name
_WHEN = r"(?:今[天日]|昨[天日]|日前|近日|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)?(?:（[^（）]{2,10}）)?(?:[上下]午|晚)?(?:，|在[^，。；\n]{2,20}?|于[^，。；\n]{2,20}?)?"
_HELD = re.compile(rf"{_WHEN}(?:正式|隆重|成功|圆满|同步)?(?:启动|开启|举行|举办|开幕|启幕|收官|闭幕|落幕)(?!以来|后|仪式|了)")
_HOLDS = re.compile(
    r"(?:(?:举行|举办|主办|承办|发起|组织)的|(?:举行|举办|主办|承办|启动)了?|(?:出席|参加)|组织(?:开展)?|(?<!深入)(?<!广泛)(?<!积极)(?<!大力)(?<!持续)(?<!正在)(?<!扎实)(?<!化)(?<!定期)(?<!经常)(?<!普遍)开展)"
    r"(?P<of>[一-龥0-9]{0,8})$"
)
_SCORE = 0.8


def find_quoted_events(text: str) -> Iterator[Candidate]:
    """The activities of a text.

    >>> text = "“昀山新品行”系列活动在岚城启动，各地深入开展“岚山先锋”活动"
    >>> [text[c.start:c.end] for c in find_quoted_events(text)]
    ['“昀山新品行”系列活动']
    """
    for match in _CALLED.finditer(text) if "”" in text else ():
        if _NO_SORT.search(match["sort"]) or text[match.start() - 1 : match.start()] in ("”", "、"):
            continue
        if _MANY.search(text, max(match.start() - 12, 0), match.start()):  # 每月举行“企业家接待日”活动
            continue
        held = _HELD.match(text, match.end()) is not None
        holds = None if match["tail"] == "行动" else _HOLDS.search(text, max(match.start() - 24, 0), match.start())
        if held or (holds is not None and match.end("quoted") - match.start("quoted") >= _LEAST and not _NO_SORT.search(holds["of"])):
            yield Candidate(match.start(), match.end(), "Event", "works:event-quoted", _SCORE)
