"""Sums that stand in brackets behind a project's name, which the clauses leave out: 甲生产基地项目（总投资5亿元）."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.relations.clauses import alternatives, words
from kg.relations.scene import Draft, Scene
from kg.types import Status

_CLOSES = re.compile("[）)，,；;、]")


@cache
def _opens() -> re.Pattern[str]:
    """The bracket and the word that says that the sum is what the project costs."""
    whole = alternatives(words("amounts")["whole"])
    return re.compile(rf"[（(](?:项目)?(?P<metric>(?:计划|预计|概算)?(?:{whole}|投资))(?:约|近|超|为|达|[：:])?")


def propose(scene: Scene) -> Iterator[Draft]:
    """What each such sum is."""
    for sentence in scene.sentences:
        for work, sum_ in pairwise(sentence.refs):
            opens = _opens().fullmatch(scene.text, work.end, sum_.start) if work.type == "Project" and sum_.type == "Amount" else None
            if opens is None or work.entity is None or sum_.entity is None or not _CLOSES.match(scene.text, sum_.end):
                continue
            status: Status = "planned" if opens["metric"].startswith(("计划", "预计")) else "asserted"
            said = {"metric": opens["metric"]}
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
