"""Places inside longer names: the town of 石板镇红岭村, the county of 岚城县经济开发区, the district that 岚城区储能电站项目 begins with.

The longer name wins where spans compete, and what it names on its way is named all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.divisions import inside, lookup
from kg.nlp.candidates import Candidate
from kg.types import Mention

_UNIT = re.compile(r"(?:[市县区旗镇乡盟州村]|街道|苏木|社区|嘎查)$")
_ZONE = re.compile("区$")  # no 产业园, which is what a project builds
_WHOLE = re.compile(  # a district is as good as named without its city, a town or zone is less
    r"[省市县区旗盟州](?<!(?:开发|集聚|集中|示范|合作|保税|经开|高新)区)(?<!(?:新|园|港|片|景)区)$"
)
_LISTED = tuple(f"places:{rule}" for rule in ("name", "chain", "town", "village", "former"))
_SURE = 0.65
_REST = {"Project": 3, "Place": 2}  # characters that a name has behind the place


def nested(text: str, mentions: Sequence[Mention], places: Iterable[Candidate]) -> Iterator[Mention]:
    """The places that names of places and projects begin with, of all that were proposed: of each name the longest, and what that begins with.

    >>> village = Mention(0, 6, "Place", "石板镇红岭村")
    >>> [m.text for m in nested(village.text, [village], [Candidate(0, 3, "Place", "places:town")])]
    ['石板镇']
    """
    starts: dict[int, list[Candidate]] = {}
    for place in places:
        if place.score >= _SURE and place.end - place.start > 2:
            starts.setdefault(place.start, []).append(place)
    for mention in mentions:
        if mention.start not in starts:
            continue
        outer = mention
        while (found := _longest(text, outer, starts[mention.start])) is not None:
            outer = Mention(found.start, found.end, "Place", text[found.start : found.end], "places:nested", found.score, found.data)
            yield outer


def _may_hold(mention: Mention) -> bool:
    return mention.type == "Project" or (mention.type == "Place" and _WHOLE.search(mention.text) is None)


def _longest(text: str, outer: Mention, places: Iterable[Candidate]) -> Candidate | None:
    """The longest place that a name begins with and goes on behind."""
    if not _may_hold(outer):
        return None
    within = [
        p for p in places if p.end + _REST[outer.type] <= outer.end and _is_told(text[p.start : p.end], p) and not _cuts_division(text, p)
    ]
    return max(within, key=lambda p: (p.end, p.score), default=None)


def _cuts_division(text: str, place: Candidate) -> bool:
    """Whether its last character begins a division in what stands before it: 陕西|镇安."""
    outer = lookup(text[place.start : place.end - 1])
    inner = [unit for n in (2, 3) for unit in lookup(text[place.end - 1 : place.end - 1 + n])] if outer else []
    return any(inside(i.code, o.code) and i.code != o.code for i in inner for o in outer)


def _is_told(name: str, place: Candidate) -> bool:
    if place.source.startswith("places:zone"):
        return _ZONE.search(name) is not None
    return place.source.startswith(_LISTED) and _UNIT.search(name) is not None
