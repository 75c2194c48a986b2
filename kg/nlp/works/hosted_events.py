"""Meetings and ceremonies of which only the kind is said, named by who holds them: 昀泽集团召开|干部大会, 市政府与昀泽集团举行|签约仪式.

The kind alone names none. Where whoever holds it stands right before the verb and the story goes on to tell of it, it is that of the host, and is called so.
"""

from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns

_SCORE = 0.8
_STORY = 400  # characters behind it in which the story takes it up
# Patterns by name; {name} stands for the words of that name in `lexicons/hosted_event_words.yaml`.
_PATTERNS = {
    "held": (
        r"(?m)(?:^|(?<=[，。；！\n \u3000]))(?P<host>[^，。；：！？\n“”、 \u3000]{0,30}?{hosts})(?:在[^，。；\n]{2,14}?)?{how}?{holds}了?"
        r"(?P<name>(?:{circles}+{meetings}|{own}|{acts}+仪式))(?=[，。；\n]|$)"
    ),
    # also 由甲公司承建的|乙项目今天举行开工奠基仪式
    "begun": (
        r"(?m)(?:^|(?<=[，。；！\n \u3000])|(?<={builds}的))(?P<host>[^，。；：！？\n“”、 \u3000的]{2,30}?{works}){when}?(?:在[^，。；\n]{2,14}?)?{how}?"
        r"{holds}了?(?P<name>{acts}+仪式)(?=[，。；\n]|$)"
    ),
    "there": r"(?m)(?:^|(?<=[，。；！\n \u3000的]))(?P<name>{acts}仪式)在(?P<host>[^，。；：！？\n“”、 \u3000]{0,20}?{hosts})(?<![区县市镇乡]){how}?{holds}(?=[，。；\n]|$)",
    "sits": r"(?m)(?:^|(?<=[，。；！\n \u3000]))(?P<host>[^，。；：！？\n“”、 \u3000]{0,24}?{sitting}){how}?{holds}了?(?P<name>会议)(?=[，。；\n]|$)",
    "chaired": r"主持召开了?(?P<name>{chairs}{chaired})(?=[，。；\n]|$)",
    "day": r"(?:{when}|[0-9一二三四五六七八九十年月日号]+[日号]|[上下]午|[今昨前当][天日晚])*",
    "no_host": "{no_host}|^{no_start}",
    "meeting": r"{attends}了?(?:此次|本次|这次)?(?:会议|大会|{meetings})|会上|(?:^|[，。；\n])(?:会议|大会)",
    "ceremony": r"{attends}了?(?:此次|本次|这次)?(?:活动|{acts}?仪式)|仪式(?:上|现场|由)|(?:^|[，。；\n])(?:活动|仪式)",
}

_pattern = patterns("hosted_event_words", _PATTERNS)


def find_hosted_events(text: str) -> Iterator[Candidate]:
    """All of them; `data["host"]` is what their name begins with.

    >>> text = "3月5日，昀泽集团召开干部大会，方致远出席会议。"
    >>> [(text[c.start:c.end], c.data["host"]) for c in find_hosted_events(text)]
    [('干部大会', '昀泽集团')]
    """
    for shape in ("held", "begun", "there", "sits", "chaired"):
        for told in _pattern(shape).finditer(text):
            start, end = told.span("name")
            told_of = "ceremony" if text.endswith("仪式", start, end) else "meeting"
            if shape != "chaired" and not _pattern(told_of).search(text, end, end + _STORY):
                continue
            host = "" if shape == "chaired" else text[_begin(text, *told.span("host")) : told.end("host")]
            if not _pattern("no_host").search(host):
                yield Candidate(start, end, "Event", "works:event-hosted", _SCORE, {"host": host} if host else {})


def _begin(text: str, start: int, end: int) -> int:
    """Where the host begins behind the day."""
    day = _pattern("day").match(text, start, end)
    return day.end() if day is not None else start
