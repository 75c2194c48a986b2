"""What the learned reader tells of those who only came along, or received others: rules say whom with, so they lead nobody and nothing."""

from collections import defaultdict
from collections.abc import Collection

from kg.relations.companions import only_along
from kg.relations.frames import steps, welcomes
from kg.relations.scene import Draft, Scene


def without_led(scene: Scene, drafts: Collection[Draft]) -> list[Draft]:
    """All but what the learned reader alone tells of companions: that one of two leads the other, or that they visited something; nor has a host come."""
    leads: dict[str, set[str]] = defaultdict(set)
    opposite: set[tuple[str, str]] = set()
    visitors: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.relation == "visited":
            visitors[draft.object].add(draft.subject)
        elif draft.rule == "opposite" or (draft.relation == "accompanied" and not _learned(draft)):
            leads[draft.subject].add(draft.object)
        if draft.rule == "opposite":
            opposite.add((draft.subject, draft.object))
    along = only_along(scene)
    hosts = {(ref.entity, step.clause.sentence.start) for step in steps(scene) if welcomes(step.clause) for ref in step.clause.people}

    def led(draft: Draft) -> bool:
        own = leads.get(draft.subject, set())
        if draft.relation == "accompanied":
            return (draft.subject, draft.object) in opposite or bool(own & leads.get(draft.object, set()))
        if draft.relation != "visited":
            return False
        return draft.subject in along or (draft.subject, draft.start) in hosts or bool(own & visitors[draft.object])

    return [draft for draft in drafts if not (_learned(draft) and led(draft))]


def _learned(draft: Draft) -> bool:
    return draft.rule.endswith(":learned")
