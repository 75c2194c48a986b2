"""Firms whose names stand in quotes: “昀泽小铺”、“昀泽”面坊 in a row of firms, “昀泽”公司, “昀泽”完成A轮融资, “甲”“乙”3家平台公司."""

from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.names import tail_only
from kg.nlp.shortnames import enumerations
from kg.nlp.worded import patterns
from kg.nlp.words import is_loose, strangeness

_LIKELY = 0.6  # how sure the other firms of a row must be
_COINED = 0.5  # how strange a quoted word must be to name a firm: “空壳”公司 is a sort
_NAME = "[^“”，。、\n]{2,10}"
# Patterns by name; {name} stands for the words of that name in `lexicons/quoted_words.yaml`.
_PATTERNS = {
    "quoted": f"“({_NAME})”",
    "firm": "“([\u4e00-\u9fffA-Za-z0-9]{2,8})(?<![壳型类级化式系])”(?:集团|控股|股份)?公司(?![法化债股])",
    # “昀泽”酱菜厂, “昀泽”茶叶公司: the brand in quotes and what the works make.
    "works": "(?P<name>“(?P<brand>[\u4e00-\u9fff]{2,6})(?<![壳型类级化式系])”(?P<tail>(?![的去在和是到了给为由被把与及向从等进对将这那各某子母])(?:(?![的去在])[\u4e00-\u9fff]){0,4}(?:厂|酱园|酒坊|公司)))(?![法化债股房区址家商房子长])",
    # 老字号“昀泽”.
    "old": "老字号(?:企业|品牌|店|酱园)?“(?P<brand>[\u4e00-\u9fff]{2,5})”",
    "counted": f"(?:“{_NAME}”[、和]?){{2,8}}(?:等)?(?P<number>[0-9一二三四五六七八九十两]*)(?:家?{{many}}|家[\u4e00-\u9fff]{{0,8}}?平台(?![化型]))",
    # “昀泽出行”平台, in a sentence that tells what an authority holds against it.
    "platform": f"“(?P<brand>{_NAME})”平台(?![化型])",
    "held": "{held}",
    # “昀泽小铺”, “昀泽”面坊: what stands in a row between marks.
    "item": (
        f"(?<=[、和与及了到进访察观])(?P<name>“(?P<brand>{_NAME})”(?P<tail>[\u4e00-\u9fff]{{0,6}}?))"
        "(?=[、和与及，。；]|以及|等|[0-9一二三四五六七八九十两]+家|$)"
    ),
    # What is said of a firm right behind its name.
    "does": f"“(?P<brand>{_NAME})”(?:{{when}}*{{gets}}[^，。；“”]{{0,16}}{{money}}|{{post}})",
    "house": "{houses}$",
    "no_firm": "{no_firm}$",
}

_pattern = patterns("quoted_words", _PATTERNS)


def quoted_firms(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """All proposals; “A”健身、“B”平台 are left to others.

    Args:
        text: the article.
        found: candidates for firms so far.

    >>> [c.end for c in quoted_firms("“昀泽小铺”完成3000万元天使轮融资", [])]
    [5]
    """
    if "“" in text:
        yield from _in_quotes(text)
        yield from _in_rows(text, found)


def _counts(number: str) -> int:
    """3 for 3 and for 三."""
    return (
        int(number) if number.isdigit() and number.isascii() else "零一二三四五六七八九十".find(number.replace("两", "二")) if number else 0
    )


def _in_quotes(text: str) -> Iterator[Candidate]:
    for match in _pattern("firm").finditer(text):
        if strangeness(match[1]) >= _COINED:
            yield Candidate(*match.span(1), "Company", "companies:quoted", 0.9)
    for match in _pattern("works").finditer(text):
        if strangeness(match["brand"]) >= _COINED and match["tail"] not in ("公司", "集团公司", "控股公司", "股份公司"):
            yield Candidate(*match.span("name"), "Company", "companies:quoted", 0.9)
    for match in _pattern("old").finditer(text):
        if strangeness(match["brand"]) >= _COINED:
            yield Candidate(*match.span("brand"), "Company", "companies:quoted", 0.85)
    for match in _pattern("counted").finditer(text):
        items = list(_pattern("quoted").finditer(text, match.start(), match.end()))
        for item in items:
            if not is_loose(item[1]) or _counts(match["number"]) == len(items) > 1:
                yield Candidate(*item.span(1), "Company", "companies:quoted", 0.95)  # N家公司 says so
    for match in _pattern("platform").finditer(text):
        begin, end = max(text.rfind(mark, 0, match.start()) for mark in "。\n") + 1, text.find("。", match.end())
        told = text[begin : end if end >= 0 else len(text)]
        if strangeness(match["brand"]) >= _COINED and not is_loose(match["brand"]) and _pattern("held").search(told):
            yield Candidate(*match.span("brand"), "Company", "companies:quoted", 0.85)
    for match in _pattern("does").finditer(text):
        yield Candidate(*match.span("brand"), "Company", "companies:quoted", 0.9)


def _in_rows(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """甲公司、“昀泽小铺”、“昀泽”面坊: what stands in quotes beside firms of a row, with or without its trade, is one."""
    firms = [(c.start, c.end) for c in found if c.score >= _LIKELY]
    for begin, stop in enumerations(text):
        known = {start for start, end in firms if begin <= start and end <= stop}
        for m in _pattern("item").finditer(text, begin, stop):
            others = sum(not m.start() <= at < m.end() for at in known)
            trade = bool(m["tail"]) and (tail_only(m["tail"]) or _pattern("house").search(m["tail"]) is not None)
            if others >= (1 if trade else 2) and not _pattern("no_firm").search(m["tail"]):
                yield Candidate(*m.span("name" if m["tail"] else "brand"), "Company", "companies:quoted", 0.9)
