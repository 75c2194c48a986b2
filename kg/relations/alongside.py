"""What the learned reader tells of those who only came along, or received others: rules say whom with, so they lead nobody and nothing."""

from collections import defaultdict
from collections.abc import Collection

from kg.relations.companions import only_along
from kg.relations.frame_words import joins_at, only_joins, welcomes
from kg.relations.frames import steps
from kg.relations.scene import Draft, Scene


def without_led(scene: Scene, drafts: Collection[Draft]) -> list[Draft]:
    """All but what the learned reader alone tells of companions: that one of two leads the other, or that they visited something; nor has a host come.

    Nor have those who went each their own way been where another of them was.
    """
    leads: dict[str, set[str]] = defaultdict(set)
    opposite: set[tuple[str, str]] = set()
    visitors: dict[str, set[str]] = defaultdict(set)
    known: dict[str, set[str]] = defaultdict(set)  # those whom rules tell
    for draft in drafts:
        if draft.relation == "visited":
            visitors[draft.object].add(draft.subject)
            if not _learned(draft):
                known[draft.object].add(draft.subject)
        elif draft.rule == "opposite" or (draft.relation == "accompanied" and not _learned(draft)):
            leads[draft.subject].add(draft.object)
        if draft.rule == "opposite":
            opposite.add((draft.subject, draft.object))
    along = only_along(scene)
    parted = {head for step in steps(scene) if step.opened is not None and step.opened.apart for head in step.opened.heads}
    companions = [(step.clause.start, joins_at(step.clause)) for step in steps(scene) if only_joins(step.clause)]

    def of_companions(draft: Draft) -> bool:
        """Whether what is visited is named only as where companions are from: 甲镇、乙园区负责人陪同."""
        named = [m for m in scene.entities[draft.object].mentions if draft.start <= m.start < draft.end]
        return bool(named) and all(any(start <= m.start and m.end <= end for start, end in companions) for m in named)

    hosts = {(ref.entity, step.clause.sentence.start) for step in steps(scene) if welcomes(step.clause) for ref in step.clause.people}

    def led(draft: Draft) -> bool:
        own = leads.get(draft.subject, set())
        if draft.relation == "accompanied":
            return (draft.subject, draft.object) in opposite or bool(own & leads.get(draft.object, set()))
        if draft.relation != "visited":
            return False
        if draft.subject in parted and known[draft.object] and draft.subject not in known[draft.object]:
            return True  # 甲、乙分别走访: where 甲 was, 乙 was not
        if companions and of_companions(draft):
            return True
        return draft.subject in along or (draft.subject, draft.start) in hosts or bool(own & visitors[draft.object])

    return [draft for draft in drafts if not (_learned(draft) and led(draft))]


def _learned(draft: Draft) -> bool:
    return draft.rule.endswith(":learned")
