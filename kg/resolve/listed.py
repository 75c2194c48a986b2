"""What the user's own lists say: names, other names, codes. Applied over the rules and under the decisions of people.

A row means every mention of its names, of its type; with a code, those in articles (or with posts) of that area alone; with bodies, those who hold
posts there. A name that two rows share means neither where both fit.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.divisions import area
from kg.resolve.names import name_key
from kg.resolve.seen import Group, Key, Seen
from kg.types import Listed, Node


def listed(groups: list[Group], rows: Sequence[Listed], owners: Mapping[Key, Node] | None = None) -> list[Group]:
    """The groups, with those made one that a row holds to be one; the node is called as the row says.

    Args:
        groups: as the rules made them.
        rows: the lists.
        owners: the nodes of bodies, for the posts of people.
    """
    by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in {name_key(name) for name in (row.name, *row.aliases)}:
            by_name[row.type, name].append(number)
    if not by_name:
        return groups
    of_row: defaultdict[int, list[Group]] = defaultdict(list)
    result = []
    for group in groups:
        meant = {_row(seen, group.type, rows, by_name, owners or {}) for seen in group.members} - {None}
        only = next(iter(meant)) if len(meant) == 1 else None
        if only is not None:
            of_row[only].append(group)
        else:
            result.append(group)
    for at, same in sorted(of_row.items()):
        row, (first, *others) = rows[at], sorted(same, key=lambda group: group.identity)
        for other in others:
            first.members += other.members
            first.reasons |= other.reasons
        first.identity = f"listed|{name_key(row.name)}|{row.code}|{'|'.join(row.bodies)}"
        first.reasons.add("见于用户名单")
        first.data["name"] = row.name
        if row.code:
            first.data.setdefault("code", row.code)
        result.append(first)
    return result


def _row(
    seen: Seen, type_: str, rows: Sequence[Listed], by_name: Mapping[tuple[str, str], Sequence[int]], owners: Mapping[Key, Node]
) -> int | None:
    """The only row that fits a mention."""
    fits = {number for number in by_name.get((type_, name_key(seen.entity.name)), ()) if _fits(seen, rows[number], owners)}
    return fits.pop() if len(fits) == 1 else None


def _fits(seen: Seen, row: Listed, owners: Mapping[Key, Node]) -> bool:
    if not row.code and not row.bodies:
        return True
    held = [owner for post in seen.posts if (owner := owners.get((seen.article.id, post.entity))) is not None]
    if row.bodies:
        wanted = {name_key(name) for name in row.bodies}
        return any(name_key(name) in wanted for owner in held for name in (owner.name, *owner.aliases))
    codes = [str(owner.data["code"]) for owner in held if owner.data.get("code")] or [seen.article.locality_code or ""]
    return any(area(code) == area(row.code) for code in codes)
