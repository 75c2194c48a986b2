"""Firms that the network half sees, where the words around say that one is named: 监理单位为昀泽监理, 岚城的昀泽面坊, 昀泽一建承建.

By itself the network is told from where three in four are right. A name that it gives a third, and no other type, is right as often where
something is said of it that is said of firms alone, or where a place says whose it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import is_country
from kg.nlp.recogniser.kinds import kind_of
from kg.nlp.recogniser.model import Found
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_counted, is_loose

SCORE = 0.72
SEEN = 0.3  # how sure the network has to be that it is a firm
CLEAR = 0.6  # the same of a name made of ordinary words: 建工控股
SURELY = 0.5  # the same where rules see another firm, or the last word is one of an institute or place
OTHERWISE = 0.25  # and no surer than this that it is something else
_OTHER_KINDS = tuple("院心站所村库馆")
_LEAST = 3
_BEFORE = 14  # characters before a name that are looked at
_CODE = re.compile("[A-Z0-9]{2,6}")  # GDP, CERN
_NO_NAME = re.compile("[某、=]|[A-Za-z][对和与及向]")
_COUNTRY = 6
# Patterns by name; {name} stands for the words of that name in `lexicons/stated_words.yaml`.
_PATTERNS = {
    "role": "(?:{part}{side}|{role})(?:{is})?“?$",
    "has_own": "{has_own}$",
    "does": "”?{does}(?!{not_done})",
    "founded": "”?(?:是|系)?由[^，。；：、\n]{3,20}?{founded}",
    "signs": "”?{how_signed}?[与和同][^，。；：\n]{1,24}?{sides}[^，。；：\n]{0,14}?{signed}",
    "post": "”?的?{post}[\u4e00-\u9fff]{2,4}",
    "called": "{house}[，,]?{called}“?$|取名为?“$",
}

_pattern = patterns("stated_words", _PATTERNS)


def stated(text: str, found: Iterable[Found], placed: Collection[int], firms: Collection[tuple[int, int]] = ()) -> Iterator[Candidate]:
    """The surest of the spans that overlap there; `placed` holds where names of places end, `firms` where rules see firms with other borders.

    >>> text = "监理单位为昀泽监理"
    >>> [text[c.start:c.end] for c in stated(text, [Found(5, 9, "Company", 0.4)], ())]
    ['昀泽监理']
    """
    other: dict[tuple[int, int], float] = {}
    seen = []
    for f in found:
        if f.label == "Company":
            seen.append(f)
        else:
            other[f.start, f.end] = max(f.chance, other.get((f.start, f.end), 0.0))
    taken: list[Found] = []
    for f in sorted(seen, key=lambda f: (-f.chance, f.start, f.end)):
        across = text.endswith(_OTHER_KINDS, f.start, f.end) or any(f.start < end and start < f.end for start, end in firms)
        if (
            f.chance < (SURELY if across else SEEN)
            or other.get((f.start, f.end), 0.0) > OTHERWISE
            or any(f.start < t.end and t.start < f.end for t in taken)
        ):
            continue
        if _may_be_one(text, f.start, f.end, f.chance) and _is_said(text, f.start, f.end, placed):
            taken.append(f)
            yield Candidate(f.start, f.end, "Company", "recogniser:stated", SCORE)


def _may_be_one(text: str, start: int, end: int, chance: float) -> bool:
    name = text[start:end]
    if name.endswith("公司") and text.startswith("制", end):  # 昀泽陶瓷厂|公司制改革
        return False
    if end - start < _LEAST or _CODE.fullmatch(name) or _NO_NAME.search(name) or is_counted(name):
        return False
    return kind_of(name) in (None, "Company") and (chance >= CLEAR or not is_loose(name)) and not cuts_word(text, start, end)


def _is_said(text: str, start: int, end: int, placed: Collection[int]) -> bool:
    if any(_pattern(name).match(text, end) for name in ("does", "post", "founded", "signs")):
        return True
    before = text[max(start - _BEFORE, 0) : start]
    own = text[start:end].isascii() and _pattern("has_own").search(before)  # 公司offer, 平台app
    if (not own and _pattern("role").search(before)) or _pattern("called").search(before):
        return True
    if before.endswith("的") and (start - 1 in placed or any(lookup(before[-n - 1 : -1]) for n in (2, 3, 4))):
        return True
    of_it = text.startswith("的", end)  # 岚国QR Code的标准: of a thing
    return text[start].isascii() and not of_it and any(is_country(before[-n:]) for n in range(2, _COUNTRY))
