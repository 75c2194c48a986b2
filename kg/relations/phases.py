"""The phase of a work that a sum is of: 甲工程一期总投资2亿元，二期总投资3亿元 says nothing of how much 一期 takes but the first sum."""

import re
from collections.abc import Collection

from kg.relations.scene import Draft, Scene

PHASE = re.compile("([一二三四五六])期")
_FAR = 14  # characters before a sum in which its phase is told
_CLAUSE = re.compile("[，。；：]")


def of_their_phase(scene: Scene, drafts: Collection[Draft]) -> list[Draft]:
    """All but the sums that are told of another phase than the name of a work says it is."""
    return [draft for draft in drafts if not (draft.relation == "invests_amount" and _of_another(scene, draft))]


def _of_another(scene: Scene, draft: Draft) -> bool:
    phases = set(PHASE.findall(scene.entities[draft.subject].name))
    if not phases:
        return False
    told = [_phase(scene, m.start) for m in scene.entities[draft.object].mentions if draft.start <= m.start < draft.end]
    return bool(told) and all(one is not None and one not in phases for one in told)


def _phase(scene: Scene, at: int) -> str | None:
    """The phase that is named right before a sum."""
    told = PHASE.findall(_CLAUSE.split(scene.text[max(at - _FAR, 0) : at])[-1])
    return told[-1] if told else None
