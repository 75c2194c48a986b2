"""Which people of different articles are one: the same name, and the same post's body, the same firm, or the same area.

How much a name tells counts. A rare name in two public offices of one city is one person; a common one (李伟) only where both offices are the
same body, or both lead the same division. Two officials of one name in two cities stay two, unless an article tells of both posts (任命). A
name without post is tied to the only one of that name around the article's place. Whoever is hidden (王某) is nobody else.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from kg.divisions import area
from kg.resolve.names import name_key
from kg.resolve.rarity import is_common, is_full_foreign, is_masked
from kg.resolve.seen import Group, Key, Post, Seen
from kg.types import Node, Unresolved

_COUNTRY = ("中国", "中华人民共和国")
_NATIONAL = ""
_LEADING = re.compile(r"^中共.+委员会$|人民政府$|人民代表大会(?:常务委员会)?$|^中国人民政治协商会议.+委员会$|^(?:国务院|中共中央.*)$")
_HEAD = re.compile(r"^(?!.*[副原前助])[^、，]{0,12}?(?:省长|市长|区长|县长|州长|主席|书记)$")
_SEATS = re.compile(r"(?:代表|委员|成员|会员|党员|顾问|专家|院士|教授)$")  # held by many at a time
# Posts of which the country has so few that two of one name hardly hold them: of the state, and, for a rare name, of a province or a ministry.
_OF_STATE = re.compile(
    r"国务院/(?:副?总理|国务委员)|(?:全国人民代表大会常务委员会)/副?委员长|中国人民政治协商会议全国委员会/副?主席"
    r"|最高人民(?:法院/院|检察院/检察)长|中共中央政治局/(?:常委|委员)|中共中央/总书记|中央军事委员会/副?主席"
)
_OF_MINISTER = re.compile(r"^(?:党组书记、?)?(?:部长|主任)$")
_HEADS_A_STATE = re.compile(r"^(?:总统|总理|首相|国王|女王|国家主席|王储|王储兼首相|天皇)$")
_MONTH = 7  # characters of a day that tell the month
_PROVINCE, _CITY = 2, 4  # digits of their codes
_LONG_NAME = 3  # characters of a name that hardly two people have who are in the news of the country
_STATESMAN = "同名，且都任国家领导职务"
_LEADER = "同名，姓名少见，且都任省部级正职以上职务"
_ONE_CITY = "同名，且在同一地区任公职"
_SEEN = "同名，且见于同一地区的报道"
_Held = tuple[Post, Node]


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
    if is_masked(seen[0].entity.name):
        return _groups(name, seen, ties), []
    common = is_common(name)
    held = [_held(one, owners) for one in seen]
    for at, posts in enumerate(held):
        for post, owner in posts:
            _tie(ties, at, post, owner, common=common)
        if is_full_foreign(seen[at].entity.name):
            ties.join(at, ("name", name), "外国人名全称相同")
    unresolved = [] if common else _areas(ties, seen, held)
    _leaders(ties, name, seen, held, common=common)
    plain = [at for at, posts in enumerate(held) if not posts and not is_full_foreign(seen[at].entity.name)]
    unresolved += _plain(ties, seen, plain, common=common)
    return _groups(name, seen, ties), unresolved


def _held(one: Seen, owners: Mapping[Key, Node]) -> list[_Held]:
    """The posts that say who somebody is: one at 市委 of nowhere says nothing."""
    found = ((post, owners.get((one.article.id, post.entity))) for post in one.posts)
    return [(post, owner) for post, owner in found if owner is not None and not _unknown(owner)]


def _unknown(owner: Node) -> bool:
    return owner.type == "PublicBody" and owner.data.get("resolved") is False and len(owner.members) == 1


def _public(owner: Node) -> bool:
    return owner.type == "PublicBody" or (owner.type == "Place" and ("code" in owner.data or owner.name in _COUNTRY))


def _tie(ties: "_Ties", at: int, post: Post, owner: Node, *, common: bool) -> None:
    if common and _SEATS.search(post.title):
        return
    if owner.type == "Place":
        if common and (_public(owner) or not _HEADS_A_STATE.search(post.title)):
            return
        if not _public(owner):  # 美国总统: there is one country of that name
            ties.join(at, ("post", owner.id), f"同名，且都在{owner.name}任职")
    else:
        ties.join(at, ("post", owner.id), f"同名，且都任职于{owner.name}")
    code = str(owner.data.get("code", _NATIONAL))
    if not _public(owner) or (code == _NATIONAL and common):
        return
    if not common:
        ties.join(at, ("division", code), _ONE_CITY)
    elif _leads(owner.name):
        ties.join(at, ("leaders", code), "同名，且同为一地党政领导班子成员")


@lru_cache(maxsize=1 << 14)
def _leads(name: str) -> bool:
    return _LEADING.search(name) is not None


def _areas(ties: "_Ties", seen: Sequence[Seen], held: Sequence[Sequence[_Held]]) -> list[Unresolved]:
    """Tie the offices of one city; where somebody would lead two divisions at once, they stay apart and are listed."""
    heads: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))  # area → division → days
    members: defaultdict[str, list[int]] = defaultdict(list)
    for at, posts in enumerate(held):
        for post, owner in posts:
            if not _public(owner):
                continue
            code = str(owner.data.get("code", _NATIONAL))
            where = area(code) or _NATIONAL
            members[where].append(at)
            if code and not post.former and len(post.day) >= 7 and post.day[:1] != "-" and _HEAD.search(post.title):
                heads[where][code].append(post.day[:7])
    unresolved = []
    for where, ats in sorted(members.items()):
        spans = {code: (min(days), max(days)) for code, days in heads[where].items()}
        clash = next((pair for pair in combinations(sorted(spans), 2) if _at_once(*(spans[code] for code in pair)) and _equal(*pair)), None)
        if clash is None:
            for at in ats:
                ties.join(at, ("area", where), _ONE_CITY)
        else:
            reason = f"同一地区的同名者在同一时期分任两地主官（{'、'.join(clash)}），未归并"
            unresolved.append(Unresolved(*seen[ats[0]].key, seen[ats[0]].entity.name, reason))
    return unresolved


def _leaders(ties: "_Ties", name: str, seen: Sequence[Seen], held: Sequence[Sequence[_Held]], *, common: bool) -> None:
    """Tie the high posts that one after the other held, and of a rare name what a city's leader had been; nobody leads two provinces at once."""
    members, spans = list[int](), defaultdict[str, list[str]](list)
    for at, posts in enumerate(held):
        if any(_OF_STATE.fullmatch(f"{owner.name}/{post.title}") for post, owner in posts):
            ties.join(at, ("state", ""), _STATESMAN)
        for post, owner in posts if not common else ():
            if _is_senior(post, owner, name):
                members.append(at)
            code = str(owner.data.get("code", _NATIONAL))
            if _public(owner) and code and not post.former and len(post.day) >= _MONTH and _HEAD.search(post.title):
                spans[code].append(post.day[:_MONTH])
    ends = {code: (min(days), max(days)) for code, days in spans.items()}
    if not any(_at_once(ends[one], ends[other]) and _equal(one, other) for one, other in combinations(sorted(ends), 2)):
        for at in members:
            ties.join(at, ("senior", ""), _LEADER)


def _is_senior(post: Post, owner: Node, name: str) -> bool:
    """Whether a post is that of the first or second in a province, of a minister or higher, or was the first's of a city, for a longer name."""
    if owner.type != "PublicBody" or not owner.data.get("resolved", True):
        return False
    code = str(owner.data.get("code", _NATIONAL))
    if not code:
        return _OF_MINISTER.search(post.title) is not None or _OF_STATE.fullmatch(f"{owner.name}/{post.title}") is not None
    if not _leads(owner.name) or not _HEAD.search(post.title):
        return False
    return len(code) == _PROVINCE or (post.former and len(code) == _CITY and len(name) >= _LONG_NAME)


def _at_once(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two spans of months have more than one month of change in common."""
    return max(one[0], other[0]) < min(one[1], other[1])


def _equal(one: str, other: str) -> bool:
    return len(one) == len(other)


def _plain(ties: "_Ties", seen: Sequence[Seen], plain: Sequence[int], *, common: bool) -> list[Unresolved]:
    """Those without a post: the only one of that name around, else each other."""
    offices, alone = ties.by_area(), set(plain)
    leader = ties.holder(("senior", ""))
    if leader is not None and len(seen[leader].entity.name) >= _LONG_NAME and not offices.get(_NATIONAL):
        offices[_NATIONAL] = {leader}
    firms = defaultdict[str, set[int]](set)  # area → roots of those with a post at no office
    for at, one in enumerate(seen):
        home = area(one.article.locality_code)
        if at not in alone and home is not None and not ties.official(at):
            firms[home].add(ties.root(at))
    unresolved = []
    for at in plain:
        home = area(seen[at].article.locality_code)
        choices = _choices(home, offices, firms)
        if common:
            if choices:
                unresolved.append(Unresolved(*seen[at].key, seen[at].entity.name, "常见姓名，没有写明职务，无法确定是哪一位"))
        elif len(choices) == 1:
            ties.merge(at, choices[0], _SEEN)
        elif choices:
            unresolved.append(Unresolved(*seen[at].key, seen[at].entity.name, f"同名者不止一人（{len(choices)} 人），无法确定是哪一位"))
        elif home is not None:
            ties.join(at, ("seen", home), _SEEN)
    return unresolved


def _choices(where: str | None, offices: Mapping[str, set[int]], firms: Mapping[str, set[int]]) -> list[int]:
    """Whom a name without post may mean: officials and business people of the area; else of the province; else of the country."""
    if where is not None:
        near = firms.get(where, set()) | offices.get(where, set())
        if near:
            return sorted(near)
        if where[:2] in offices:
            return sorted(offices[where[:2]])
    return sorted(offices.get(_NATIONAL, ()))


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
        groups.append(Group("Person", identity, [seen[at] for at in ats], set(ties.reasons(root))))
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

    def by_area(self) -> dict[str, set[int]]:
        """The officials of each area."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for (kind, value), at in self._tokens.items():
            if kind in _AREAS:
                found[area(value) or _NATIONAL].add(self.root(at))
        return dict(found)

    def holder(self, token: tuple[str, str]) -> int | None:
        """Who has a token, if anybody."""
        return self.root(self._tokens[token]) if token in self._tokens else None

    def official(self, at: int) -> bool:
        return any(kind in _AREAS for kind, _ in self._of[self.root(at)])

    def identity(self, root: int) -> str:
        """What tells this namesake from the others: an area of office before a body or firm before where the name was seen."""
        return min((f"{kind}:{value}" for kind, value in self._of[root]), default="")

    def reasons(self, root: int) -> Iterable[str]:
        return self._why[root]


_AREAS = ("area", "division", "leaders")
