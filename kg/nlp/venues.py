"""Halls and parks named after their place: 岚城国际会展中心, 岚城市青岚森林公园.

The place alone is only the head of such a name; where something is held, the name as a whole tells.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import Found, ordinary, stop_characters
from kg.nlp.worded import worded
from kg.nlp.words import is_word
from kg.nlp.zones import stops
from kg.text import HAN

_LONGEST = 6  # characters between the place and the last word
_SCORE = 0.9


@cache
def _site() -> re.Pattern[str]:
    return worded(
        "place_words",
        rf"(?P<head>[{HAN}·]{{0,{_LONGEST}}}?)(?:(?P<hall>{{halls}})|(?P<open>{{open_sites}}))(?!{{not_behind}})",
    )


def find_venues(text: str, chains: Iterable[list[Found]]) -> Iterator[Candidate]:
    """Each such name, from the largest place before it.

    >>> from kg.nlp.gazetteer import scan
    >>> text = "在武汉国际会展中心举行，到无锡市公园，武汉会展中心管理公司"
    >>> [text[c.start : c.end] for c in find_venues(text, ([f] for f in scan(text)))]
    ['武汉国际会展中心']
    """
    for chain in chains:
        if len(chain) == 1 and chain[0].text in ordinary():  # 东方|家居广场
            continue
        site = _site().match(text, chain[-1].end)
        if site is not None and _is_name(site):
            yield Candidate(chain[0].start, site.end(), "Place", "places:venue", _SCORE)


def _is_name(site: re.Match[str]) -> bool:
    """Whether what stands between is a name: nothing before 会展中心, but something before 公园, and no word that joins or leads."""
    head = site["head"]
    if not head:
        return site["open"] is None
    if any(c in stop_characters() for c in head) or stops().search(head) is not None or head[0] in "市省县区州":
        return False
    return not (is_word(head) and site["hall"] is None)
