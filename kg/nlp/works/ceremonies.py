"""Ceremonies whose name is all that stands before 举行: 岚城大学附属医院新院区共建协议签约仪式昨天举行.

Such a name holds words that elsewhere end the words before a name (共建, 建设, 启动), so it is read from the mark before it, not backwards.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate

SCORE = 0.95
_NAME = r"(?P<name>(?:“[^“”\n]{2,30}”|[^，。；：！？\n“”]){5,60}?(?:签约|签字|签署|捐赠|揭牌|揭幕|开工|奠基|启动|授牌|授旗|投产|通车|竣工|交付|挂牌|启用|发车|首发|落成|开业|下线|点火|并网|颁奖)仪式)"
_WHEN = r"(?:今天|昨天|今日|昨日|日前|近日|[0-9]{1,2}日(?:[上下]午)?|隆重|顺利|成功|正式|圆满)*"
_HELD = re.compile(rf"(?:^|(?<=[。；，：\n])){_NAME}(?={_WHEN}(?:[在于][^，。；\n]{{2,24}}?)?{_WHEN}(?:举行|举办))", re.MULTILINE)
_NOT_BEFORE = re.compile("[0-9一二三四五六七八九十年月日号上下午晚间今昨天早晨]*(?:[日天午晚]|日前)(?=[^日天午晚])")
_NO_NAME = re.compile(
    "出席|参加|主持|获悉|记者|简称|组织|该|承办|主办|举办|举行|表示|介绍|会上|当天|随后|期间|^[在由据经于]|^(?:此次|本次|这|其|并|又)|[、的].{0,3}仪式$|领导|书记|市长"
)


def find_ceremonies(text: str) -> Iterator[Candidate]:
    """All such ceremonies.

    >>> text = "5月8日，昀州大学岚城校区共建协议签约仪式在岚城举行。随后，该项目启动仪式举行。"
    >>> [text[c.start:c.end] for c in find_ceremonies(text)]
    ['昀州大学岚城校区共建协议签约仪式']
    """
    if "仪式" not in text:
        return
    for held in _HELD.finditer(text):
        start, end = held.span("name")
        when = _NOT_BEFORE.match(text, start, end)  # 3月6日昀泽集团…仪式
        start = when.end() if when is not None else start
        if end - start > 6 and not _NO_NAME.search(text[start:end]):
            yield Candidate(start, end, "Event", "works:ceremony", SCORE)
