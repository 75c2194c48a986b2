"""Names with a legal form that are made of ordinary words: they begin with their place, if they have one."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.nlp.candidates import Candidate
from kg.nlp.names import tail_only
from kg.nlp.words import is_loose

SURE = 0.75  # firms that other rules are so sure of keep their beginning
_LEGAL = re.compile("(?:股份)?有限(?:责任)?公司")
_RUN = re.compile(r"[\u4e00-\u9fff（）()]{5,24}$")
_JOINS = re.compile("[的在与和及是由向对为将至、等被把于]")


def from_place(text: str, places: Mapping[int, int], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Such names; `places` from start to end, `found` what other rules propose.

    >>> [c.end for c in from_place("委托河南招标采购服务有限公司", {2: 4}, [])]
    [14]
    """
    sure = {c.end for c in found if c.score >= SURE}
    for match in _LEGAL.finditer(text):
        form = match.start()
        run = _RUN.search(text, max(form - 24, 0), form) if match.end() not in sure else None
        start = max((p for p in range(run.start(), form - 4) if p in places and places[p] < form), default=None) if run else None
        if start is None or _JOINS.search(text, start, form):
            continue
        at = start
        while at in places and places[at] < form:
            at = places[at]
        if is_loose(text[at:form]) or tail_only(text[at:form]):
            yield Candidate(start, match.end(), "Company", "companies:from-place", 0.9, {"head": (start, form)})
