"""Names in quotes that the network half sees: 共建“昀岭机器人产业学院”, 签约“昀岭茶油示范园”项目.

Quotes hold names, slogans and words that are meant otherwise. What fills its quotes, ends like a house, a work or a meeting and is that to the network
sooner than anything else is nearly always one, long before the network alone would be told.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.worded import patterns
from kg.resources import lines

SCORE = 0.72
LEAST = {"Organization": 0.25, "Project": 0.25, "Event": 0.35}  # how sure the network has to be
_HONOURS = 12  # characters before quotes in which an honour is told
_OPEN, _CLOSE = "“", "”"
_CALLED = "——“"
_SHORTEST = 4
_HEAD = 2  # characters of a name before its last word
_TAILS = {
    "Organization": ("organization_tails.txt",),
    "Project": ("project_tails.txt", "project_works.txt"),
    "Event": ("event_tails.txt", "event_kinds.txt"),
}


_pattern = patterns("quoted_words", {"honours": "{honours}[^，。；“”]*“$"})


@cache
def _tails(kind: str) -> tuple[str, ...]:
    return tuple(word for file in _TAILS[kind] for word in lines("lexicons", file))


def quoted(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """A candidate for each such name, without its quotes.

    >>> text = "共建“昀岭机器人产业学院”"
    >>> [text[c.start:c.end] for c in quoted(text, [Found(3, 12, "Organization", 0.4)])]
    ['昀岭机器人产业学院']
    """
    for (start, end), chances in sorted(by_span(found).items()):
        if end - start < _SHORTEST or text[start - 1 : start] != _OPEN or text[end : end + 1] != _CLOSE:
            continue
        if text.startswith(_CALLED, end + 1):
            continue  # “海上油气工厂”——“昀海一号”
        if _pattern("honours").search(text, max(start - _HONOURS, 0), start):
            continue
        best = max(chances, key=lambda label: chances[label])
        if chances[best] < LEAST.get(best, 2.0):
            continue
        if text.endswith(_tails(best), start + _HEAD, end):
            yield Candidate(start, end, best, "recogniser:quoted", SCORE)
