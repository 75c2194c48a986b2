"""Sums that stand in brackets, which the clauses leave out: 甲生产基地项目（总投资5亿元）; 营收3亿港元（约合2.7亿元）."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.relations.scene import Draft, Ref, Scene
from kg.relations.signs import alternatives, words
from kg.types import Status

_CLOSES = re.compile("[）)，,；;、]")
_OTHER_MONEY = re.compile(r"[（(](?:大?约|约合|约为|合|折合|约折合|相当于|按[^（）]{0,8}计)*")


@cache
def _opens() -> re.Pattern[str]:
    """The bracket and the word that says that the sum is what the project costs."""
    whole = alternatives(words("amounts")["whole"])
    return re.compile(rf"[（(](?:项目)?(?P<metric>(?:计划|预计|概算)?(?:{whole}|投资))?(?:约|近|超|为|达|[：:])?")


def propose(scene: Scene) -> Iterator[Draft]:
    """What each such sum is."""
    for sentence in scene.sentences:
        for work, sum_ in pairwise(sentence.refs):
            opens = _opens().fullmatch(scene.text, work.end, sum_.start) if work.type == "Project" and sum_.type == "Amount" else None
            if opens is not None and opens["metric"] is None and "投资" not in sentence.text:
                continue  # 甲项目（3亿元）: in a list that says of others what they cost
            if opens is None or work.entity is None or sum_.entity is None or not _CLOSES.match(scene.text, sum_.end):
                continue
            metric = opens["metric"] or "投资"
            status: Status = "planned" if metric.startswith(("计划", "预计")) else "asserted"
            said = {"metric": metric}
            yield Draft(
                work.entity,
                "invests_amount",
                sum_.entity,
                sentence.start,
                sentence.end,
                "invests_amount:in-brackets",
                0.85,
                status,
                None,
                said,
            )


def converted(scene: Scene, sum_: Ref, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The same of the sum in brackets behind one, in other money: 营收3亿港元（约合2.7亿元）."""
    if not drafts:
        return
    for one, other in pairwise(r for s in scene.between(sum_.start, sum_.end) for r in s.refs if r.type == "Amount"):
        same = one.data.get("currency") is not None and one.data.get("currency") == other.data.get("currency")
        if one.start != sum_.start or other.entity is None or same:
            continue
        if _OTHER_MONEY.fullmatch(scene.text, one.end, other.start) and _CLOSES.match(scene.text, other.end):
            yield from (replace(draft, object=other.entity, rule=f"{draft.relation}:converted") for draft in drafts)


def converted_from(scene: Scene, sum_: Ref) -> Ref | None:
    """The sum that the one in brackets behind it says in other money."""
    for one, other in pairwise(r for s in scene.between(sum_.start, sum_.end) for r in s.refs if r.type == "Amount"):
        if other.start == sum_.start and _OTHER_MONEY.fullmatch(scene.text, one.end, other.start):
            return one
    return None
