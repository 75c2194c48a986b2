"""Where the money of a project comes from: 大桥总投资2亿元，其中省补8000万元，甲银行贷款6000万元. Each part is raised by the project and given by whom it names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import takewhile

from kg.relations.clauses import Clause
from kg.relations.grants import drafts, row_of
from kg.relations.modality import status_of
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import ANY, SIGNS, alternatives, words

_AMOUNT = SIGNS["Amount"]
_MOST, _LEAST = 4, 2  # letters of the end of a name by which the project may be called again (黄河大桥: 大桥)


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("grants")
    plain = f"[^，；：{ANY[1:-1]}]"
    funds = alternatives(data["part_funds"])
    givers = SIGNS["PublicBody"] + SIGNS["Company"] + SIGNS["Organization"]
    by = row_of(givers, "by")
    return {
        "total": re.compile(rf"(?:总投资|概算|估算|投资|总造价|造价)(?:额|总额|约|为|达|超过?|近|投资)*(?P<sum>{_AMOUNT})$"),
        "part": re.compile(
            rf"^(?:其中|资金来自|另有|含)?(?:{by})?(?P<what>(?:{plain}|{SIGNS['Place']}){{0,16}}?)(?P<fund>{funds})(?:{plain}){{0,6}}?(?P<sum>{_AMOUNT})"
        ),
        "not": re.compile(alternatives(data["no_part"])),
    }


def parts_of_totals(scene: Scene, told: Sequence[Clause]) -> Iterator[Draft]:
    """The sums that a total is made of, as what its project gets, and the total where the project is only called by the end of its name."""
    for number, clause in enumerate(told):
        m = _cues()["total"].search(clause.text) if _AMOUNT in clause.text else None
        if m is None:
            continue
        total = clause.ref_at(m.start("sum"))
        rest = list(takewhile(partial(_beside, clause), told[number + 1 :]))
        if not rest or not rest[0].text.startswith(("其中", "资金来自", "含")):
            continue
        work = _work(scene, clause.sentence, total)
        if work is None:
            continue
        for part in rest:
            yield from _part(part, work)


def _beside(clause: Clause, other: Clause) -> bool:
    return clause.sentence is other.sentence


def _part(clause: Clause, work: Ref) -> Iterator[Draft]:
    m = _cues()["part"].search(clause.text)
    if m is None or _cues()["not"].search(clause.text):
        return
    at = clause.ref_at(m.start("sum"))
    payers = clause.refs_in(*m.span("by")) if m["by"] else ()
    yield from drafts(clause, payers, work, at, m["fund"], status_of(clause.text, 0, m.end()), "of-total")


def _work(scene: Scene, sentence: Sentence, total: Ref) -> Ref | None:
    """The one project of the sentence before its total, or the one named before that the sentence calls by the end of its name."""
    here = [r for r in sentence.refs if r.type == "Project" and r.end <= total.start]
    if here:
        return here[-1] if len({r.entity for r in here}) == 1 else None
    text = scene.text[sentence.start : total.start].lstrip("\u3000 “”")
    least = 1 if text.startswith("该") else _LEAST  # 该站
    text = text.removeprefix("该")
    known = {r.entity: r for s in scene.sentences if s.start < sentence.start for r in s.refs if r.type == "Project" and r.entity}
    for length in range(_MOST, least - 1, -1):
        found = [r for r in known.values() if len(r.text) > length and text.startswith(r.text[-length:])]
        if found:
            return found[0] if len(found) == 1 else None
    return None
