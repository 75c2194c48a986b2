"""Figures of a place that its report goes on about: 云岭开发区完成投资8亿元；实现税收3亿元."""

import re
from collections.abc import Sequence
from functools import cache

from kg.relations.clauses import Clause
from kg.relations.scene import Ref
from kg.relations.signs import alternatives, words
from kg.relations.sum_words import cues
from kg.relations.sums import Sum, goes_on

_FAR = 8  # clauses over which a report still goes on about the place
_FIGURE = re.compile("[0-9\ue000-\ue00a]")  # a sentence without any is none of a report
_NONE = ("Date", "Amount")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")
    return {
        "report": re.compile(alternatives(data["report"])),
        "firms": re.compile(alternatives(data["of_firms"])),
        "district": re.compile(alternatives(data["districts"]) + "$"),
    }


def reported(one: Sum, told: Sequence[Clause], number: int) -> Ref | None:
    """The place whose report a sum without an owner stands in: nobody else was named since, and only figures told."""
    text = one.clause.text[: one.at]
    if cues()["gains"].search(one.metric) or cues()["nameless"].search(text) or not goes_on(one):
        return None
    here = [c.text for c in told[max(number - _FAR, 0) : number + 1] if c.sentence is one.clause.sentence]
    if any(r.type not in _NONE for r in one.clause.refs) or any(_cues()["firms"].search(words_of) for words_of in here):
        return None
    for back in range(1, min(_FAR, number) + 1):
        clause = told[number - back]
        if clause.sentence.paragraph != one.clause.sentence.paragraph or clause.content != one.clause.content:
            return None
        refs = [r for r in clause.refs if r.type not in _NONE]
        if refs:
            place = refs[0] if len(refs) == 1 and refs[0].type == "Place" and _cues()["district"].search(refs[0].text) else None
            return place if clause.own and clause.subjects == (place,) and _reports(clause, told[number - back : number]) else None
        if _cues()["firms"].search(clause.text):
            return None
    return None


def _reports(head: Clause, told: Sequence[Clause]) -> bool:
    """Whether what is told of a place is its economy, and what follows are its figures."""
    if _cues()["report"].search(head.text) is None and not any(cues()["any"].search(c.text) for c in told if c.sentence is head.sentence):
        return False
    sentences = {c.sentence.start: c.sentence.text for c in told if c.sentence is not head.sentence}
    return all(_FIGURE.search(text) for text in sentences.values())
