"""Lists and digests read item by item: the firm that opens an item owns what it tells (7.甲公司：预计…；8.乙公司…；③丙公司…).

Sentences do not know of items: one may run through two (…编者点评。7.甲公司：…), and a number before a name hides who acts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.relations.clauses import Clause
from kg.relations.scene import Ref
from kg.relations.signs import ANY, SIGNS

_ENDS = r"[~～}）】”」]"
_BEFORE = r"(?:^|(?<=[\s】]))(?:\{IMG:\d+\}\s*)*"
_LOOSE = rf"(?:^|(?<={_ENDS})|(?<={_ENDS}\s))"  # what a bare number must follow
_MARK = re.compile(
    rf"{_BEFORE}(?:[（(]?\d{{1,2}}(?:[、）)]|[.．](?!\d))|[①-⑳]|[一二三四五六七八九十]{{1,2}}、)\s*"
    rf"|{_LOOSE}\d{{1,2}}\s+(?=[\u4e00-\u9fffA-Z\ue000-\ue00a])(?![年月日个家亿万元倍点])"
)
_MAYBE = re.compile(r"[\d①-⑳]|[一二三四五六七八九十]、")  # most clauses hold no number: dates and sums are signs
_FIRMS = f"[{SIGNS['Company']}{SIGNS['Project']}]"
_OPENS = re.compile(
    rf"(?:【[^】]*】)?(?:[^，；：{ANY[1:-1]}]{{1,8}}\s+)?(?P<row>{_FIRMS}(?:(?:[、和与及]|以及){_FIRMS})*)(?!的?[^，：]{{0,6}}{SIGNS['Title']})"
)
_DAUGHTER = re.compile(
    rf"[^，；：{ANY[1:-1]}]{{0,8}}{SIGNS['Company']}(?:旗下|下属|属下|所属|控股|全资)+的?(?:子公司|孙公司|企业|公司)?的?[^，；：、和与及{ANY[1:-1]}]{{0,6}}?(?P<daughter>{SIGNS['Company']})"
    rf"(?:$|[^，；：]{{0,6}}?(?:以|拟|将|斥|用|于|在))"
)


def items(told: Sequence[Clause]) -> list[Clause]:
    """The clauses, cut where an item starts; its firm is the subject there and of the clauses after it that have none of their own."""
    found: list[Clause] = []
    opener: tuple[Ref, ...] | None = None  # None: outside of any item
    sentence = -1
    for clause in told:
        if clause.sentence.start != sentence:
            opener, sentence = None, clause.sentence.start
        pieces = list(_cut(clause))
        for piece in pieces:
            if starts(piece):
                opener = _opener(piece)
                piece = replace(piece, subjects=opener or piece.subjects, own=bool(opener) or piece.own)
            elif (m := _DAUGHTER.match(piece.text)) is not None:
                opener = (piece.ref_at(m.start("daughter")),)  # 甲集团旗下乙公司，以3亿元竞得: it acts
                piece = replace(piece, subjects=opener, own=True)
            elif piece.own:
                opener = None
            elif opener is not None:
                piece = replace(piece, subjects=opener)
            found.append(piece)
    return found


def starts(clause: Clause) -> bool:
    """Whether an item starts with the clause.

    A number within a text is none: 3.5%, 2 月.
    """
    return _MARK.match(clause.text) is not None


def _opener(clause: Clause) -> tuple[Ref, ...]:
    mark = _MARK.match(clause.text)
    m = _OPENS.match(clause.text, mark.end() if mark is not None else 0)
    if m is None:
        return ()
    return clause.refs_in(*m.span("row"))


def _cut(clause: Clause) -> Iterator[Clause]:
    cuts = [m.start() for m in _MARK.finditer(clause.text) if m.start() > 0] if _MAYBE.search(clause.text) is not None else []
    if not cuts:
        yield clause
        return
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(clause.text)], strict=True)):
        text = clause.text[start:end]
        refs = clause.refs_in(start, end)
        if number == 0:
            at = max(len(clause.text) - len(clause.words), 0)
            yield replace(clause, text=text, words=text[min(at, len(text)) :], refs=refs)
        else:
            at = refs[0].start if refs else clause.start
            yield replace(clause, start=at, first=False, text=text, words=text, refs=refs, subjects=(), own=True)
