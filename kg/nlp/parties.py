"""The two who sign, where only the name of the ceremony names them: 岚城市政府与昀泽集团战略合作签约仪式.

The ceremony is one name and stays one; those inside it are names of the article all the same, and what it says is that they sign.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.nlp.candidates import Candidate

WITHIN = "spans:within"
LEAST = 0.6
_SIDES = ("PublicBody", "Company", "Organization", "Place")
_CEREMONY = re.compile(
    "(?P<one>[^与和同、—－-]{2,24})(?:[与和同]|—{1,2}|－|-)(?P<rest>[^与和同、]{4,40}(?:签约|签字|签署)(?:仪式|活动|会)?)"
)


def parties(text: str, chosen: Iterable[Candidate], candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Both sides of each such ceremony, of the candidates that were not chosen.

    >>> text = "岚城市政府与昀泽集团签约仪式"
    >>> found = [Candidate(0, 5, "PublicBody", "a"), Candidate(6, 10, "Company", "b")]
    >>> [text[c.start:c.end] for c in parties(text, [Candidate(0, 14, "Event", "c")], found)]
    ['岚城市政府', '昀泽集团']
    """
    pool = [c for c in candidates if c.type in _SIDES and c.score >= LEAST]
    for event in (c for c in chosen if c.type == "Event"):
        named = _CEREMONY.fullmatch(text, event.start, event.end)
        if named is None:
            continue
        one = [c for c in pool if c.start == event.start and c.end == named.end("one")]
        other = [c for c in pool if c.start == named.start("rest") and c.end < event.end]
        if one and other:
            for side in (max(one, key=lambda c: c.score), max(other, key=lambda c: (c.end, c.score))):
                yield replace(side, source=WITHIN)
