"""What each of several gets, told in one row: 奖励甲、乙各5万元; 走访甲、乙，为两家企业授信300万元和600万元; 安排给甲（80万元）、乙（50万元）."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.relations.clauses import Clause
from kg.relations.grants import drafts, gives, row_of
from kg.relations.lenders import lends
from kg.relations.modality import status_of
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import ANY, SIGNS, alternatives, words

_AMOUNT = SIGNS["Amount"]
_PARTS = ("Company", "Project", "Organization")
_NUMBERS = "两二三四五六七八九十"
_RULE = "share"


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("grants")
    parts = "".join(SIGNS[name] for name in _PARTS)
    to, sums = row_of(parts, "to"), row_of(_AMOUNT, "sum")
    plain = f"[^，；：{ANY[1:-1]}]"
    deals, counted = alternatives(data["deals"]), alternatives(data["counted"])
    return {
        "deals": re.compile(
            rf"(?P<verb>{deals})(?:了|给)*{to}(?:等{plain}{{0,8}}|[{_NUMBERS}]家{plain}{{0,4}})?(?P<each>分别|各自?|每家|均)?(?:{counted})*{sums}"
        ),
        "for_all": re.compile(
            rf"(?:为|向|给|对)(?:这|上述|以上|其中)?(?:[{_NUMBERS}]|\d+)家{plain}{{0,6}}?(?:分别|现场|各)*(?P<verb>{deals}|发放|提供|投放)(?:了)?{plain}{{0,8}}{sums}"
        ),
        "hands": re.compile(rf"(?:{deals}|安排|拨付|下拨|下达|发放|贷|拨|分配)(?:了|给|到)*$"),
    }


def shared(scene: Scene, told: Sequence[Clause]) -> Iterator[Draft]:
    """Who gets which of the sums of a row, and who gives them where it is said."""
    for number, clause in enumerate(told):
        if _AMOUNT in clause.text:
            yield from _dealt(scene, clause)
            yield from _for_all(scene, told, number)
    for sentence in scene.sentences:
        yield from _bracketed(scene, sentence, told)


def _dealt(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """奖励甲、乙各5万元, 补助甲、乙80万元和50万元."""
    m = _cues()["deals"].search(clause.text)
    if m is None:
        return
    to, sums = clause.refs_in(*m.span("to")), clause.refs_in(*m.span("sum"))
    if len(sums) == 1 and (m["each"] or len(to) == 1):
        sums = sums * len(to)
    if len(sums) == len(to) and not any(lends(scene, ref) for ref in to):
        payers = [r for r in clause.refs_in(0, m.start("verb")) if gives(scene, r)] or [r for r in clause.subjects if gives(scene, r)]
        for ref, at in zip(to, sums, strict=True):
            yield from drafts(clause, payers, ref, at, m["verb"].strip("了给"), status_of(clause.text, 0, m.end("verb")), _RULE)


def _for_all(scene: Scene, told: Sequence[Clause], number: int) -> Iterator[Draft]:
    """走访甲、乙，为两家企业授信300万元和600万元: to each in the order of the row before."""
    clause = told[number]
    m = _cues()["for_all"].search(clause.text)
    before = told[number - 1] if number and told[number - 1].sentence is clause.sentence else None
    if m is None or before is None:
        return
    sums = clause.refs_in(*m.span("sum"))
    to = [r for r in before.refs if r.type == "Company" and not lends(scene, r)]
    if len(to) != len(sums) or len(to) < 2:
        return
    payers = [r for r in before.refs if gives(scene, r)][:1]
    for ref, at in zip(to, sums, strict=True):
        yield from drafts(clause, payers, ref, at, m["verb"], status_of(clause.text, 0, m.end("verb")), _RULE)


def _bracketed(scene: Scene, sentence: Sentence, told: Sequence[Clause]) -> Iterator[Draft]:
    """由县财政安排给甲（80万元）、乙（50万元）: each with its sum in brackets behind it."""
    row: list[tuple[Ref, Ref]] = []
    for to, at in pairwise(sentence.refs):
        if to.type not in _PARTS or at.type != "Amount" or not _in_brackets(scene.text, to, at):
            continue
        between = scene.text[row[-1][1].end + 1 : to.start] if row else ""
        if between in ("、", "和", "与") and row:
            row.append((to, at))
        elif _cues()["hands"].search(scene.text[sentence.start : to.start]):
            row = [(to, at)]
    if len(row) < 2:
        return
    clause = next((c for c in told if c.sentence is sentence and c.end >= row[0][0].end), None)
    if clause is None:
        return
    payers = [r for r in sentence.refs if r.end <= row[0][0].start and gives(scene, r)][-1:]
    for to, at in row:
        yield from drafts(clause, payers, to, at, "", status_of(clause.text, 0, len(clause.text)), _RULE)


def _in_brackets(text: str, to: Ref, at: Ref) -> bool:
    return text[to.end : at.start] in ("（", "(") and text[at.end : at.end + 1] in ("）", ")")
