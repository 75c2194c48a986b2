"""Which firms of different articles are one: the same full name; a short form that belongs to exactly one full name; the same short form."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.resolve.names import area, is_deictic, is_full, name_key
from kg.resolve.seen import Group, Seen
from kg.types import Unresolved


def companies(seen: Sequence[Seen]) -> tuple[list[Group], list[Unresolved]]:
    """Groups of firms, and the short names that may mean several."""
    groups: dict[str, Group] = {}
    short: list[Seen] = []
    fulls: defaultdict[str, set[str]] = defaultdict(set)  # short form → identities of the full names that articles give it
    for one in seen:
        name = one.entity.name
        if not is_full(name) or is_deictic(name):
            short.append(one)
            continue
        identity = name_key(name)
        _add(groups, identity, one, "企业全称相同")
        for alias in one.entity.aliases:
            fulls[name_key(alias)].add(identity)
    areas = {identity: _areas(group.members) for identity, group in groups.items()}
    unresolved = []
    for one in short:
        key, where = name_key(one.entity.name), area(one.article.locality_code)
        known = sorted(fulls[key]) if key in fulls and not is_deictic(one.entity.name) else []
        near = [identity for identity in known if where is not None and where in areas[identity]]
        if len(known) == 1 or len(near) == 1:
            _add(groups, (known if len(known) == 1 else near)[0], one, f"简称“{one.entity.name}”在别的报道中与全称并用")
        elif len(known) > 1:
            names = "、".join(sorted(groups[identity].members[0].entity.name for identity in known)[:3])
            unresolved.append(Unresolved(*one.key, one.entity.name, f"企业简称，可能是{names}"))
            _add(groups, f"@{one.article.id}|{key}", one, "")
        elif is_deictic(one.entity.name) or len(key) < 2:
            place = f"{where}|" if where else f"@{one.article.id}|"
            _add(groups, place + key, one, "企业名称相同，且见于同一地区的报道")
        else:
            _add(groups, key, one, "企业名称相同")
    return list(groups.values()), unresolved


def _add(groups: dict[str, Group], identity: str, one: Seen, reason: str) -> None:
    group = groups.setdefault(identity, Group("Company", identity))
    group.members.append(one)
    if reason:
        group.reasons.add(reason)


def _areas(members: Iterable[Seen]) -> set[str]:
    return {where for one in members if (where := area(one.article.locality_code)) is not None}
