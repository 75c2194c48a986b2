"""From the entities of articles to the entities of the graph: what is one, and why. Where that is not clear, things stay apart and are listed.

Amounts take no part: they belong to their statements (see `kg.graph`).
"""

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.companies import companies
from kg.resolve.people import people
from kg.resolve.seen import Group, Key, Seen, node
from kg.resolve.things import IDENTITIES
from kg.types import Decision, Extraction, Node, Resolution, Unresolved

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], decisions: Iterable[Decision] = ()) -> Resolution:
    """Say which entities are the same thing. The order of the extractions does not matter.

    Args:
        extractions: what each article says; articles may come without text, each once.
        decisions: judgements of people, which come before all rules.
    """
    seen: defaultdict[str, list[Seen]] = defaultdict(list)
    for extraction in sorted(extractions, key=lambda extraction: extraction.article.id):
        for one in _seen(extraction):
            seen[one.entity.type].append(one)
    groups: list[Group] = []
    unresolved: list[Unresolved] = []
    for type_ in sorted(IDENTITIES.keys() & seen.keys()):
        found, left = _by_identity(type_, seen[type_])
        groups += found
        unresolved += left
    found, left = companies(seen["Company"])
    nodes = [node(group) for group in groups + found]
    unresolved += left
    owners: dict[Key, Node] = {member: one for one in nodes for member in one.members}
    found, left = people(seen["Person"], owners)
    nodes += [node(group) for group in found]
    unresolved += left
    del decisions  # taken in with `kg merge` and `kg split`
    return Resolution(
        tuple(sorted(nodes, key=lambda one: one.id)), tuple(sorted(unresolved, key=lambda one: (one.name, one.article, one.entity)))
    )


def _seen(extraction: Extraction) -> Iterable[Seen]:
    posts: defaultdict[str, list[str]] = defaultdict(list)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for stmt in extraction.statements:
        if stmt.relation == "holds_position" and stmt.status != "denied":
            posts[stmt.subject].append(stmt.object)
        if stmt.date:
            dates[stmt.object].add(stmt.date)
    for entity in extraction.entities:
        if entity.type != "Amount":
            yield Seen(extraction.article, entity, tuple(posts[entity.id]), tuple(sorted(dates[entity.id])))


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
        if reason:
            group.reasons.add(reason)
    return list(groups.values()), unresolved
