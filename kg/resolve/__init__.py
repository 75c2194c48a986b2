"""From the entities of articles to the entities of the graph: what is one, and why. Where that is not clear, things stay apart and are listed.

Amounts take no part: they belong to their statements (see `kg.graph`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.resolve.bodies import history
from kg.resolve.companies import companies
from kg.resolve.homes import REASON, at_home
from kg.resolve.judged import judged
from kg.resolve.listed import listed
from kg.resolve.people import people
from kg.resolve.seen import Group, Key, Seen, node
from kg.resolve.sightings import seen_in
from kg.resolve.things import IDENTITIES, abroad_joined, joined, whose
from kg.resolve.together import companions, together
from kg.types import Decision, Extraction, Listed, Node, Resolution, Unresolved

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], decisions: Iterable[Decision] = (), known: Sequence[Listed] = ()) -> Resolution:
    """Say which entities are the same thing. The order of the extractions does not matter.

    Args:
        extractions: what each article says; articles may come without text, each once.
        decisions: judgements of people, which have the last word.
        known: rows of the user's own lists, which come before the rules.
    """
    everything = [one for extraction in extractions for one in seen_in(extraction)]
    everything.sort(key=lambda one: one.key)
    seen: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in at_home(everything):
        seen[one.entity.type].append(one)
    decisions = list(decisions)
    groups: list[Group] = []
    unresolved: list[Unresolved] = []
    for type_ in sorted(IDENTITIES.keys() & seen.keys()):
        found, left = _by_identity(type_, seen[type_])
        groups += found
        unresolved += left
    found, left = companies(seen["Company"])
    beside = companions(groups + found, seen["Person"])
    groups, apart = together(groups + found, beside)
    groups, reports = judged(listed(groups, known), [one for one in decisions if not _on_people(one)])
    nodes = [node(group) for group in groups]
    unresolved += left + apart + reports
    owners: dict[Key, Node] = {member: one for one in nodes for member in one.members}
    found, left = people(seen["Person"], owners)
    found, apart = together(found, beside)
    found, reports = judged(
        listed(found, known, owners), [one for one in decisions if _on_people(one) or one.kind in ("undo", "corrected")]
    )
    nodes += [node(group) for group in found]
    unresolved += left + apart + reports
    return Resolution(
        tuple(sorted(nodes, key=lambda one: one.id)), tuple(sorted(unresolved, key=lambda one: (one.name, one.article, one.entity)))
    )


def _on_people(decision: Decision) -> bool:
    return decision.left.startswith("Person:")


def _by_identity(type_: str, seen: Iterable[Seen]) -> tuple[list[Group], list[Unresolved]]:
    groups: dict[str, Group] = {}
    unresolved = []
    for one in seen:
        identity, reason = IDENTITIES[type_](one)
        if identity is None:
            unresolved.append(Unresolved(*one.key, one.entity.name, reason))
            identity, reason = f"@{one.article.id}|{one.entity.id}|{one.entity.name}", ""
        group = groups.setdefault(identity, Group(type_, identity))
        group.members.append(one)
        if type_ == "Project" and (label := whose(one)):
            group.data["name"] = label
        if reason:
            group.reasons.add(reason)
        if one.entity.data.get("home"):
            group.reasons.add(REASON)
    for group in groups.values() if type_ == "PublicBody" else ():
        group.data |= history({one.entity.name for one in group.members})
    found = list(groups.values())
    whole = _JOINED.get(type_)
    return whole(found) if whole is not None else found, unresolved


_JOINED = {"Project": joined, "Place": abroad_joined}
