"""Guests of a country or city, told in a word or two: 甲访华, 甲对乙国进行国事访问, in stories of something else too; 在访问乙国之际，甲发表文章."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.relations.clauses import Clause
from kg.relations.frame_words import told_as
from kg.relations.frames import Step
from kg.relations.scene import Draft, Ref
from kg.relations.signs import alternatives, pattern, words
from kg.types import Status


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    see = words("visited")
    return {
        "calls": pattern(
            rf"(?<![{''.join(see['not_calls'])}])访问?(?:了)?(?P<to><Place>)(?![^，、]{{0,8}}{alternatives(see['facilities'])}|的|<Company Organization PublicBody Project>|代表团)"
            rf"|对(?P<of><Place>)[^，、\ue000-\ue00a]{{0,14}}访问(?![团的])"
        ),
        "another": pattern(rf"<Person>|{alternatives(see['sends'])}[^，]{{0,12}}{alternatives(see['sent'])}|我(?![国省市区县州])"),
        "meanwhile": re.compile(rf"^在.*{alternatives(see['meanwhile'])}$"),
    }


def abroad(told: Sequence[Step]) -> Iterator[Draft]:
    """Who went where, as the steps of an article tell it."""
    before: tuple[Clause, Ref] | None = None  # 在…之际, and where
    for step in told:
        clause = step.clause
        if before is not None and before[0].sentence is clause.sentence and clause.own:
            yield from _goes(clause.people, before[1], clause, step.date, "asserted")
        before = None
        for m in _cues()["calls"].finditer(clause.words):
            where = clause.ref(m.start("to") if m["to"] is not None else m.start("of"))
            if _cues()["another"].search(clause.words, 0, m.start()):  # 邀请甲访问…; 应甲邀请，我将访问…
                continue
            if clause.people:
                yield from _goes(clause.people, where, clause, step.date, told_as(clause.words, m.start()))
            elif _cues()["meanwhile"].match(clause.text):
                before = clause, where


def _goes(people: Sequence[Ref], where: Ref, clause: Clause, date: str | None, status: Status) -> Iterator[Draft]:
    for person in people:
        if person.entity is not None and where.entity is not None:
            start, end = clause.sentence.start, clause.sentence.end
            yield Draft(person.entity, "visited", where.entity, start, end, "visit-abroad", 0.75, status, date)
