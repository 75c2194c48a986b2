"""Names that neither their words nor their article's place make sure of, told by what is named with them.

合一集团 of two articles that name one rare person, or one firm that few articles name, is one. It joins others that are as unsure, and at most one
thing that is known otherwise; where two of those come into question it stays apart and is listed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kg.divisions import area
from kg.resolve.firms import is_brand
from kg.resolve.names import is_deictic, name_key
from kg.resolve.rarity import is_common, is_masked
from kg.resolve.seen import Group, Key, Seen
from kg.types import Unresolved

_FEW = 20  # articles that name something which tells what stands beside it, at most
_PAIRED = 20  # of those beside a common name, at most, whose pairs are looked at
_FOREIGN = 4  # characters of a name that is hardly Chinese
_LOCAL = 4  # digits of the code of a prefecture
_TYPES = ("Company", "Organization", "Project", "Person")
_APART = "同名的不止一处，报道没有写明地区，旁边也没有同样的人或企业，未归并"
_SEVERAL = "同名的不止一处，与其中几处都有同样的人或企业同见于报道，未归并"
Named = tuple[str, str]  # what identifies it, and its name
Companions = Mapping[str, frozenset[Named]]  # article → what it names that tells


def companions(groups: Sequence[Group], people: Sequence[Seen]) -> Companions:
    """What each article names that few others name: firms, projects and local bodies known in several articles, and people of rare names.

    Not what is named everywhere: brands, central bodies, and who holds a post there or abroad.
    """
    named: defaultdict[str, set[Named]] = defaultdict(set)
    anywhere: set[Key] = set()
    for group in groups:
        if group.type in ("PublicBody", "Place") and not _is_local(group):
            anywhere.update(seen.key for seen in group.members)
        elif group.type in ("Company", "Project", "PublicBody") and not is_brand(group.members[0].entity.name):
            articles = {seen.article.id for seen in group.members}
            for id_ in articles if 1 < len(articles) <= _FEW else ():
                named[id_].add((f"{group.type}|{group.identity}", group.members[0].entity.name))
    common = {name_key(seen.entity.name) for seen in people if any((seen.article.id, post.entity) in anywhere for post in seen.posts)}
    people = [seen for seen in people if not is_masked(seen.entity.name) and not is_common(seen.entity.name)]
    times = Counter(name_key(seen.entity.name) for seen in people)
    for seen in people:
        if 1 < times[name := name_key(seen.entity.name)] <= _FEW and name not in common:
            named[seen.article.id].add((f"Person|{name}", name))
    return {id_: frozenset(tokens) for id_, tokens in named.items()}


def _is_local(group: Group) -> bool:
    """Whether it is of a prefecture or less."""
    return any(len(str(seen.entity.data.get("code") or "")) >= _LOCAL for seen in group.members)


def together(groups: Sequence[Group], beside: Companions) -> tuple[list[Group], list[Unresolved]]:
    """The groups, with those put together that nothing else makes sure of; and what stays apart though others are called so."""
    names: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        if group.type in _TYPES:
            names[group.type, name_key(group.members[0].entity.name)].append(group)
    gone: set[int] = set()
    unresolved: list[Unresolved] = []
    for (_, name), same in names.items():
        unsure = [group for group in same if _is_unsure(group)]
        if len(same) > 1 and unsure:
            joined, left = _namesakes(same, unsure, beside, (f"Person|{name}", name))
            gone |= joined
            unresolved += left
    return [group for group in groups if id(group) not in gone], unresolved


def _is_unsure(group: Group) -> bool:
    """Whether it was left to its one article, which says of no place that it is about."""
    (first, *others) = group.members
    name = first.entity.name
    if others or "@" not in group.identity or area(first.article.locality_code) is not None or is_deictic(name):
        return False
    return group.type != "Person" or not (first.posts or is_masked(name))


def _namesakes(same: Sequence[Group], unsure: Sequence[Group], beside: Companions, own: Named) -> tuple[set[int], list[Unresolved]]:
    """Which groups have gone into others, and what stays apart."""
    tokens = [_beside(group, beside) - {own} for group in same]
    if same[0].type == "Person" and _tells_little(own[1]):  # of a common name two have to stand beside it
        tokens = [frozenset(_pair(*two) for two in combinations(sorted(found)[:_PAIRED], 2)) for found in tokens]
    holders: defaultdict[Named, list[int]] = defaultdict(list)
    for at, found in enumerate(tokens):
        for token in found:
            holders[token].append(at)
    loose = {id(group) for group in unsure}
    parts = _parts(len(same), holders.values())
    gone: set[int] = set()
    unresolved: list[Unresolved] = []
    for part in parts:
        sure = [same[at] for at in part if id(same[at]) not in loose]
        rest = sorted((same[at] for at in part if id(same[at]) in loose), key=lambda group: group.members[0].key)
        several = len(sure) > 1 or len({group.members[0].article.id for group in rest}) < len(rest)  # two in one article are two
        if several or len(part) == 1:
            reason = _SEVERAL if several else _APART
            unresolved += [Unresolved(*group.members[0].key, group.members[0].entity.name, reason) for group in rest]
            continue
        head = sure[0] if sure else rest[0]
        for group in rest:
            if group is not head:
                head.members += group.members
                gone.add(id(group))
        head.reasons.add(f"名称相同，且报道中都提到“{_told(part, tokens)}”")
    return gone, unresolved


def _tells_little(name: str) -> bool:
    """Whether many are called so: 李伟, or a name of another language without its other parts (穆罕默德)."""
    return is_common(name) or (len(name) >= _FOREIGN and not name.isascii() and "·" not in name)


def _pair(one: Named, other: Named) -> Named:
    return f"{one[0]}&{other[0]}", f"{one[1]}”和“{other[1]}"


def _beside(group: Group, beside: Companions) -> frozenset[Named]:
    own = f"{group.type}|{group.identity}"
    return frozenset(token for seen in group.members for token in beside.get(seen.article.id, ()) if token[0] != own)


def _parts(count: int, holders: Iterable[Sequence[int]]) -> list[list[int]]:
    """Who hangs together, by what they share."""
    up = list(range(count))

    def root(at: int) -> int:
        while up[at] != at:
            up[at] = at = up[up[at]]
        return at

    for ats in holders:
        for at in ats[1:]:
            up[root(at)] = root(ats[0])
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(count):
        parts[root(at)].append(at)
    return list(parts.values())


def _told(part: Sequence[int], tokens: Sequence[frozenset[Named]]) -> str:
    """What most of them are named with."""
    times = Counter(token for at in part for token in tokens[at])
    return min(times, key=lambda token: (-times[token], token))[1]
