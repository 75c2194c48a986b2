"""Which people of different articles are one: the same name, and the same post's body, the same firm, or the same area.

Two officials of one name in two cities stay two people. A name without post is tied to the only one of that name around the article's place.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.resolve.names import area, name_key
from kg.resolve.seen import Group, Key, Seen
from kg.types import Node, Unresolved

_OFFICES = ("PublicBody", "Place")
_NATIONAL = ""


def people(seen: Sequence[Seen], owners: Mapping[Key, Node]) -> tuple[list[Group], list[Unresolved]]:
    """Groups of people, and the names that may mean several.

    Args:
        seen: every person where it was seen.
        owners: the nodes of bodies, firms, organisations and places, by article and entity.
    """
    names: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        names[name_key(one.entity.name)].append(one)
    groups: list[Group] = []
    unresolved: list[Unresolved] = []
    for name in sorted(names):
        found, left = _namesakes(name, names[name], owners)
        groups += found
        unresolved += left
    return groups, unresolved


def _namesakes(name: str, seen: Sequence[Seen], owners: Mapping[Key, Node]) -> tuple[list[Group], list[Unresolved]]:
    ties = _Ties()
    plain: list[int] = []
    for at, one in enumerate(seen):
        posts = [owner for post in one.posts if (owner := owners.get((one.article.id, post))) is not None and not _unknown(owner)]
        for post in posts:
            ties.join(at, ("post", post.id), f"同名，且都任职于{post.name}")
            if post.type in _OFFICES and "code" in post.data:
                where = area(str(post.data["code"])) or _NATIONAL
                ties.join(at, ("area", where), "同名，且在同一地区任公职")
        if not posts:
            plain.append(at)
    offices, alone = ties.by_area(), set(plain)
    firms = defaultdict[str, set[int]](set)  # area → roots of those with a post at no office
    for at, one in enumerate(seen):
        home = area(one.article.locality_code)
        if at not in alone and home is not None and not ties.official(at):
            firms[home].add(ties.root(at))
    unresolved = []
    for at in plain:
        home = area(seen[at].article.locality_code)
        choices = _choices(home, offices, firms)
        if len(choices) == 1:
            ties.merge(at, choices[0], "同名，且见于同一地区的报道")
        elif choices:
            unresolved.append(Unresolved(*seen[at].key, seen[at].entity.name, f"同名者不止一人（{len(choices)} 人），无法确定是哪一位"))
        elif home is not None:
            ties.join(at, ("seen", home), "同名，且见于同一地区的报道")
    return _groups(name, seen, ties), unresolved


def _unknown(post: Node) -> bool:
    """A post at 市委 of nowhere says nothing of who somebody is."""
    return post.type == "PublicBody" and post.data.get("resolved") is False and len(post.members) == 1


def _choices(where: str | None, offices: Mapping[str, int], firms: Mapping[str, set[int]]) -> list[int]:
    """Whom a name without post may mean: officials and business people of the area; else of the province; else of the country."""
    if where is not None:
        near = firms.get(where, set()) | ({offices[where]} if where in offices else set())
        if near:
            return sorted(near)
        if where[:2] in offices:
            return [offices[where[:2]]]
    return [offices[_NATIONAL]] if _NATIONAL in offices else []


def _groups(name: str, seen: Sequence[Seen], ties: "_Ties") -> list[Group]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(seen)):
        members[ties.root(at)].append(at)
    groups, taken = [], set[str]()
    for root, ats in members.items():
        identity = f"{name}|{ties.identity(root)}"
        first = min(seen[at].key for at in ats)
        if ties.identity(root) == "" or identity in taken:
            identity = f"{name}|@{first[0]}|{first[1]}"
        taken.add(identity)
        groups.append(Group("Person", identity, [seen[at] for at in ats], ties.reasons(root)))
    return groups


class _Ties:
    """Union–find over the namesakes; tokens (a post's body, an area) are what they have in common."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._tokens: dict[tuple[str, str], int] = {}
        self._of: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
        self._why: defaultdict[int, set[str]] = defaultdict(set)

    def root(self, at: int) -> int:
        while (up := self._parent.get(at, at)) != at:
            self._parent[at] = at = self._parent.get(up, up)
        return at

    def join(self, at: int, token: tuple[str, str], reason: str) -> None:
        """Say that a namesake has a token; all who have it are one."""
        self._of[self.root(at)].add(token)
        if token in self._tokens:
            self.merge(at, self._tokens[token], reason)
        else:
            self._tokens[token] = at

    def merge(self, at: int, other: int, reason: str) -> None:
        a, b = sorted((self.root(at), self.root(other)))
        if a != b:
            self._parent[b] = a
            self._of[a] |= self._of.pop(b, set())
            self._why[a] |= self._why.pop(b, set())
            self._why[a].add(reason)

    def by_area(self) -> dict[str, int]:
        """The official of each area."""
        return {token[1]: self.root(at) for token, at in self._tokens.items() if token[0] == "area"}

    def official(self, at: int) -> bool:
        return any(kind == "area" for kind, _ in self._of[self.root(at)])

    def identity(self, root: int) -> str:
        """What tells this namesake from the others: an area of office before a body or firm before where the name was seen."""
        return min((f"{kind}:{value}" for kind, value in self._of[root]), default="")

    def reasons(self, root: int) -> set[str]:
        return self._why[root]
