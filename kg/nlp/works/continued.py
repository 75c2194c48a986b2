"""Where the last word of an event's name is none, but the beginning of another word: 成果展|示, 协调会|议, 文化节|目."""

import re

# What the last characters of a name are the beginning of where it goes on like this: 参观成果展|示, 作大会|发言, 协调会|议, 文化节|目, 活动|方案.
_RUNS_ON = tuple(
    (re.compile(f"(?:{tail})$"), re.compile(behind))
    for tail, behind in {
        "展": "[示览品区厅台位馆商出现开演播映]",
        "大会": "发言|讨论|交流",
        "[^大]会": "[议见]",
        "会议": "[室厅纪员桌]|中心|主持人",
        "大展": "身手|宏图|拳脚",
        "节": "[目约能省水]",
        "赛": "[区道场]",
        "活动": "[计方办组现者家员场区站室]|中心|开展(?:的?情况|以来)",
        "[周月日]": "[期刊报份末边常均线]",
        "季": "[度节军]",
        "论坛": "[的]?(?:账号|发帖|帖子|爆料|网友|版主|注册)|上?发(?:帖|文)",
    }.items()
)


def runs_on(text: str, tail: int, end: int) -> bool:
    """Whether the last word of a name, from `tail` to `end`, goes on behind it.

    >>> runs_on("参观成果展示", 2, 5), runs_on("参观成果展", 2, 5)
    (True, False)
    """
    return any(last.search(text, tail, end) and behind.match(text, end) for last, behind in _RUNS_ON)
