"""Events that are all that stands before 举行, 开幕, 启动: 沅畔口岸工作联席会议昨天在岚城召开.

What is said to be held is an event, whatever ordinary words its name is made of; so the name is read from the mark before it to its last word.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns
from kg.nlp.words import is_counted
from kg.nlp.works.reach import generic, tail_matcher

_SCORE = 0.85
_LEAST = 7  # characters of such a name
_LONGEST = 60
_ORDINAL = re.compile("第[一二三四五六七八九十百0-9]+[届次轮]|20[0-9]{2}")
# Patterns by name; {name} stands for the words of that name in `lexicons/event_words.yaml`.
_WHEN = r"(?:{when}|[今昨当][天日晚]|[0-9]{1,4}年|[0-9]{1,2}月|[0-9]{1,2}日|至|[上下]午|(?<=[天日晚午])[晚上]|（[^（）\n]{2,10}）| )*"
_PATTERNS = {
    "begins": r"(?m)^[ \u3000]*|(?<=[。；，：！？])|(?<={<holds}的)|(?<=主题的)|(?<=目的的)",
    "name": r"(?:“[^“”\n，。]{2,40}”|《[^《》\n]{2,30}》|（[^（）\n]{1,8}）|[^，、。；：！？\n“”（）《》 的])+",
    "held": _WHEN + r"(?:[在于][^，。；\n]{1,24}?)?" + _WHEN + r"{held}(?:$|[，。；！（\n]|{day})",
    "date": r"(?:{when}|[0-9一二三四五六七八九十年月日]+[日天](?:[上下]午)?|[今昨当][天日晚]|[上下]午)+",
    "no_part": "{no_part}",
    "no_start": "{no_start}",
}

_pattern = patterns("event_words", _PATTERNS)


def find_held_events(text: str) -> Iterator[Candidate]:
    """All such events.

    >>> text = "5月8日，沅畔口岸工作联席会议在岚城召开。随后，该活动启动。"
    >>> [text[c.start:c.end] for c in find_held_events(text)]
    ['沅畔口岸工作联席会议']
    """
    for start, end in _said(text):
        when = _pattern("date").match(text, start, end)
        start = when.end() if when is not None and not _ORDINAL.match(text, start) else start
        name = text[start:end]
        if len(name) < _LEAST or name in generic("event_generic.txt") or is_counted(name):
            continue
        if not _pattern("no_part").search(name) and not _pattern("no_start").match(name):
            yield Candidate(start, end, "Event", "works:event-held", _SCORE)


def _said(text: str) -> Iterator[tuple[int, int]]:
    """Where what is said to be held begins and ends."""
    named, common = (
        {end for _, _, end in tail_matcher(f"event_{words}.txt")[0].find_matches_as_indexes(text)} for words in ("tails", "kinds")
    )
    ends = named | common
    for end in sorted(end for end in ends if _pattern("held").match(text, end)):
        begins = (m.end() for m in _pattern("begins").finditer(text, max(end - _LONGEST, 0), end))
        start = next((at for at in begins if _pattern("name").fullmatch(text, at, end)), end)
        if start < end and not any(text.startswith("“", at) for at in named if start < at < end):  # 沅畔大赛|“红色之旅”活动
            yield start, end
