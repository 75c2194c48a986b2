"""Firms with their place in brackets behind the short name, and with what they make behind that: 昀泽电气（岚城）, 昀泽优材（岚城）增材制造.

The bracket is a part of the name. So is, behind the name of a house, the mine or station of it: 昀泽矿业有限公司岚县青溪煤矿一号井.
The learned recogniser mostly ends the name before it, so this is asked again of what it sees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import is_full
from kg.nlp.placed_names import wares_end
from kg.nlp.well_known import SURE_BRAND
from kg.nlp.words import is_common, is_lead, is_word
from kg.resources import lines

LEAST = 0.5  # how sure the name before the bracket has to be
_SURE = 0.8  # and before a mine or station
_SITE = re.compile("[（(]([\u4e00-\u9fff]{2,3})[)）]")
_GOES_ON = re.compile("公司|集团|股份|有限|控股|实业")  # a longer name, which others find
_MADE = "制造"
_HOUSE = re.compile("(?:公司|集团)$")
_PIT = "[一二三四五六七八九十0-9]{1,2}号[井矿]"
_PITS = re.compile(_PIT)
_TOWN = re.compile("[\u4e00-\u9fff]{2,3}[镇乡村](?=[\u4e00-\u9fff]{2})")
_LOOSE = re.compile("[的在对向把将被由与和及或是有了从到其为以于等]|旗下|下属|所属|下辖|新建|投资|收购|经营|开采|关闭|负责")
_LONGEST_PLACE = 8


@cache
def _works() -> re.Pattern[str]:
    words = sorted(lines("lexicons", "company_sites.txt"), key=lambda w: (-len(w), w))
    return re.compile(f"(?P<own>[\u4e00-\u9fff]{{2,12}}?)(?:{'|'.join(map(re.escape, words))})(?:{_PIT})?")


def sited(text: str, firms: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each of these with its place, where one stands behind it.

    >>> text = "走访昀泽电气（无锡）和沐朔优材（镇江）增材制造"
    >>> [text[c.start:c.end] for c in sited(text, [Candidate(2, 6, "Company", "a"), Candidate(11, 15, "Company", "b")])]
    ['昀泽电气（无锡）', '沐朔优材（镇江）增材制造']
    """
    for firm in list(firms):
        if (end := _own_works(text, firm)) is not None:
            yield replace(firm, end=end, source="companies:works-of")
        elif firm.type == "Company" and (pit := _PITS.match(text, firm.end)) and text[firm.end - 1] == "矿":
            yield replace(firm, end=pit.end(), source="companies:pit")
        site = _SITE.match(text, firm.end) if firm.type == "Company" and firm.score >= LEAST else None
        if site is None or not lookup(site[1]) or is_full(text[firm.start : firm.end]) or is_word(text[firm.start : firm.end]):
            continue
        end = wares_end(text, site.end())
        end += 2 if end > site.end() and text.startswith(_MADE, end) else 0
        if not _GOES_ON.match(text, end):
            yield replace(firm, end=end, source="companies:sited")


def _own_works(text: str, firm: Candidate) -> int | None:
    """Where the name of a firm's mine or station ends that stands right behind the firm's own.

    >>> text = "昀泽矿业有限公司丰县青溪煤矿一号井停产，昀泽矿业有限公司新建煤矿"
    >>> [_own_works(text, Candidate(start, start + 8, "Company", "a")) for start in (0, 20)]
    [17, None]
    """
    house = (
        firm.type == "Company"
        and firm.score >= _SURE
        and (firm.source in ("companies:brand", SURE_BRAND) or _HOUSE.search(text, firm.start, firm.end))
    )
    works = _works().match(text, firm.end) if house else None
    if works is None or _LOOSE.search(works["own"]):
        return None
    at = firm.end
    while size := next((n for n in range(min(_LONGEST_PLACE, works.end("own") - at), 1, -1) if lookup(text[at : at + n])), 0):
        at += size
    if town := _TOWN.match(text, at, works.end("own")):
        at = town.end()
    own = text[at : works.end("own")]
    placed = at > firm.end
    if len(own) > 4 or (own and (is_lead(own[:2]) or (not placed and is_common(own)))):
        return None
    return works.end() if own or placed else None
