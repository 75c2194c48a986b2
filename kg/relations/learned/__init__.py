"""The learned reader of relations: a small network that looks at every pair of names, beside the rules.

It knows no names, only what kind of name stands where in which words. What rules tell it makes surer or less sure, and what it is sure of and
no rule told it tells itself. It learned from passages annotated for this project (docs/model-card.md); `--no-model` leaves it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.arrays import one_thread
from kg.relations.learned.drafting import controls, draft_of
from kg.relations.learned.model import Model, default
from kg.relations.learned.views import View, Views
from kg.relations.scene import Draft, Scene
from kg.relations.sum_words import RELATIONS

__all__ = ["weighed"]

_PAIRED = frozenset(
    f"signed_with:{rule}" for rule in ("with-each-of", "pairs-each", "pairs", "pairs-last")
)  # who of two rows signs with whom
_ONE_WAY = ("owns", "supplies", "succeeded", "invested_in")  # of two firms, either but never both ways
LEAST = 0.6  # what is less sure than this in the end is not told


def weighed(scene: Scene, told: Iterable[Draft], model: Model | None = None) -> Iterator[Draft]:
    """The drafts of the rules with the network's view in their confidence, then what only it tells.

    Args:
        scene: the article.
        told: drafts whose confidence is the measured precision of their rule.
        model: instead of the one that the package carries.
    """
    model = model or default()
    with one_thread():
        views = Views(model.readers, scene)
    known = set()
    sums = set()  # who has which sum in which sentence, as the rules tell
    shared: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)  # sums that one sentence gives to several, each its own
    paired: defaultdict[tuple[int, int], set[frozenset[str]]] = defaultdict(set)  # who signed with whom of two rows in a sentence
    guests: defaultdict[tuple[str, int], set[str]] = defaultdict(set)  # whom a host met in a sentence
    for draft in told:
        known.add(views.key(draft.relation, draft.subject, draft.object))
        if draft.relation in RELATIONS:
            sums.add((draft.subject, draft.object, draft.start))
        if draft.relation in RELATIONS and "分别" in scene.text[draft.start : draft.end]:
            shared[draft.relation, draft.object].append(draft)
        if draft.rule in _PAIRED:
            paired[draft.start, draft.end].add(frozenset((draft.subject, draft.object)))
        asked = (draft.relation, "holds_position") if controls(scene, draft) else (draft.relation,)
        seen = [views.of(relation, draft.subject, draft.object, draft.start, draft.end) for relation in asked]
        chance = max((one for one in seen if one is not None), default=None)
        sure = draft.confidence if chance is None else model.joint(draft.relation, draft.confidence, chance)
        if sure >= LEAST:
            if draft.relation == "met_with":
                guests[draft.subject, draft.start].add(draft.object)
            yield replace(draft, confidence=sure)
    for view in views.best(model.told):
        if view.key not in known and not (view.relation == "met_with" and _both_guests(view, guests.values())):
            sure = model.calibrated(view.relation, view.chance)
            found = draft_of(scene, view, sure) if sure >= LEAST else None
            if found is None or views.key(found.relation, found.subject, found.object) in known:
                continue
            if found.relation in RELATIONS and (found.subject, found.object, found.start) in sums:
                continue  # what is invested was not earned as well
            if found.relation in _ONE_WAY and views.key(found.relation, found.object, found.subject) in known:
                continue
            if found.relation in ("signed_with", "funded") and _across(found, paired):
                continue
            if not any(other.start < found.end and found.start < other.end for other in shared[found.relation, found.object]):
                yield found


def _across(found: Draft, paired: Mapping[tuple[int, int], set[frozenset[str]]]) -> bool:
    """Whether both are of rows that a sentence pairs, and no pair: 甲、乙分别与丙、丁签约 says nothing of 甲 and 丁."""
    ends = frozenset((found.subject, found.object))
    return any(
        start < found.end and found.start < end and ends not in pairs and all(any(one in pair for pair in pairs) for one in ends)
        for (start, end), pairs in paired.items()
    )


def _both_guests(view: View, met: Iterable[set[str]]) -> bool:
    """Whether one host met both in one sentence: that they met each other it does not say."""
    ends = {end.entity for end in view.ends}
    return any(ends <= guests for guests in met)
