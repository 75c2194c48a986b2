"""Firms with their place in brackets behind the short name, and with what they make behind that: 昀泽电气（岚城）, 昀泽优材（岚城）增材制造.

The bracket is a part of the name. The learned recogniser mostly ends the name before it, so this is asked again of what it sees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import is_full
from kg.nlp.placed_names import wares_end
from kg.nlp.words import is_word

LEAST = 0.5  # how sure the name before the bracket has to be
_SITE = re.compile("[（(]([\u4e00-\u9fff]{2,3})[)）]")
_GOES_ON = re.compile("公司|集团|股份|有限|控股|实业")  # a longer name, which others find
_MADE = "制造"


def sited(text: str, firms: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each of these with its place, where one stands behind it.

    >>> text = "走访昀泽电气（无锡）和沐朔优材（镇江）增材制造"
    >>> [text[c.start:c.end] for c in sited(text, [Candidate(2, 6, "Company", "a"), Candidate(11, 15, "Company", "b")])]
    ['昀泽电气（无锡）', '沐朔优材（镇江）增材制造']
    """
    for firm in list(firms):
        site = _SITE.match(text, firm.end) if firm.type == "Company" and firm.score >= LEAST else None
        if site is None or not lookup(site[1]) or is_full(text[firm.start : firm.end]) or is_word(text[firm.start : firm.end]):
            continue
        end = wares_end(text, site.end())
        end += 2 if end > site.end() and text.startswith(_MADE, end) else 0
        if not _GOES_ON.match(text, end):
            yield replace(firm, end=end, source="companies:sited")
