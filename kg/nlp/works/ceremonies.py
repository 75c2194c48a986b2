"""Ceremonies whose name is all that stands before 举行: 岚城大学附属医院新院区共建协议签约仪式昨天举行.

Such a name holds words that elsewhere end the words before a name (共建, 建设, 启动), so it is read from the mark before it, not backwards.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns

SCORE = 0.95
CEREMONY = "works:ceremony"
# Patterns by name; {name} stands for the words of that name in `lexicons/ceremony_words.yaml`.
_PATTERNS = {
    "held": (
        r"(?m)(?:^|(?<=[。；，：\n]))(?P<name>(?:“[^“”\n]{2,30}”|[^，。；：！？\n“”]){5,60}?{acts}仪式)"
        r"(?=(?:{when}|[0-9]{1,2}日(?:[上下]午)?)*(?:[在于][^，。；\n]{1,24}?)?(?:{when}|[0-9]{1,2}日(?:[上下]午)?)*(?:举行|举办))"
    ),
    "counted": (
        r"(?:举行|举办)了?(?:[^，。；：“”\n]{2,30}?等)?(?P<name>[0-9一二两三四五六七八九十百]+个[\u4e00-\u9fff]{0,12}?{works}的?{gathered}?{acts}(?:仪式|活动))"
    ),
    "no_name": "{no_part}|^{no_start}|[、的].{0,3}仪式$",
}
_DAY = re.compile("[0-9一二三四五六七八九十年月日号上下午晚间今昨天早晨]*(?:[日天午晚]|日前)(?=[^日天午晚])")  # 3月6日|昀泽集团…仪式

_pattern = patterns("ceremony_words", _PATTERNS)


def find_ceremonies(text: str) -> Iterator[Candidate]:
    """All such ceremonies.

    >>> text = "5月8日，昀州大学岚城校区共建协议签约仪式在岚城举行。随后，该项目启动仪式举行。"
    >>> [text[c.start:c.end] for c in find_ceremonies(text)]
    ['昀州大学岚城校区共建协议签约仪式']
    """
    if "仪式" not in text:
        return
    for counted in _pattern("counted").finditer(text):  # what is begun names it: 举行14个重点项目集中开工仪式
        yield Candidate(*counted.span("name"), "Event", CEREMONY, SCORE)
    for held in _pattern("held").finditer(text):
        start, end = held.span("name")
        when = _DAY.match(text, start, end)
        start = when.end() if when is not None else start
        if end - start > 6 and not _pattern("no_name").search(text[start:end]):
            yield Candidate(start, end, "Event", CEREMONY, SCORE)
