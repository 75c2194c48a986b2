"""Which firms of different articles are one: the same full name; a short name that follows from, or is used for, exactly one full name around;
the same short name, if it hardly means two; a former name that an article tells. Branches, numbers, 集团 and other trades stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.divisions import area
from kg.resolve.firms import Firm, bank_branch, firm, fits, is_coined, is_complete, known, placed, points, short_key, short_names, tells
from kg.resolve.names import name_key
from kg.resolve.seen import Group, Seen, alone
from kg.types import Unresolved

_TOLD = 3  # characters of a core that tell which form of a firm is meant: 江汀电器, not 江汀
_PREFIX = 8  # characters of a core that are looked up


def companies(seen: Sequence[Seen]) -> tuple[list[Group], list[Unresolved]]:
    """Groups of firms, and the short names that may mean several."""
    groups: dict[str, Group] = {}
    short: dict[bool, list[Seen]] = {True: [], False: []}
    for one in seen:
        name = one.entity.name
        if (identity := _known(name)) is not None:
            _add(groups, identity, one, "通用简称与全称")
        elif branch := bank_branch(placed(name, one.article.locality_code) if points(name) else name):
            _add(groups, branch, one, "同一银行在同一地的分支机构")
        elif is_complete(name) and not points(name):
            _add(groups, _full_key(name), one, "企业全称相同")
        else:
            short[firm(name).group].append(one)
    _rename(groups)
    unresolved: list[Unresolved] = []
    for group in (True, False):  # 江汀集团 first: 江汀 may then be short for it
        fulls = _Fulls(groups)
        for one in short[group]:
            unresolved += _short(groups, one, fulls)
    return list(groups.values()), unresolved


def _known(name: str) -> str | None:
    """The key of the well-known firm that goes by this name, with 公司 behind it or without."""
    found = known().get(name_key(name))
    return found if found is not None or is_complete(name) else known().get(short_key(name))


def _short(groups: dict[str, Group], one: Seen, fulls: "_Fulls") -> list[Unresolved]:
    name = one.entity.name
    key, where, deictic = short_key(name), area(one.article.locality_code), points(name)
    full = placed(name, one.article.locality_code) if deictic else name
    choices = fulls.choices(full, where) if full else []
    if deictic and len(choices) != 1:
        choices = []
    if len(choices) == 1:
        _add(groups, choices[0][0], one, f"简称“{name}”{choices[0][1]}")
        return []
    if not deictic and tells(name):
        _add(groups, key, one, "企业名称相同")
    else:
        here = "企业名称相同，且见于同一地区的报道" if where else ""
        _add(groups, f"{where}|{key}" if where else alone(one, key), one, here)
    if not choices:
        return []
    names = "、".join(sorted(groups[identity].members[0].entity.name for identity, _ in choices)[:3])
    return [Unresolved(*one.key, name, f"企业简称，可能是{names}")]


def _full_key(name: str) -> str:
    """有限责任公司 and 有限公司 are one legal form."""
    return name_key(name).replace("有限责任公司", "有限公司")


def _rename(groups: dict[str, Group]) -> None:
    """Let the firm of a former name be the one that an article says it became."""
    for identity in sorted(groups):
        group = groups.get(identity)
        for one in sorted(group.members, key=lambda seen: seen.key) if group is not None else ():
            for former, quote in one.renamed:
                old = groups.get(_full_key(former)) if is_complete(former) else None
                if old is not None and group is not None and old is not group:
                    group.members += old.members
                    group.reasons |= old.reasons | {f"更名：“{quote}”"}
                    group.data.setdefault("name", one.entity.name)
                    del groups[_full_key(former)]


class _Fulls:
    """The full names, by the short names that they may have."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._derived: defaultdict[str, set[str]] = defaultdict(set)
        self._used: defaultdict[str, set[str]] = defaultdict(set)
        self._heads: defaultdict[str, set[str]] = defaultdict(set)  # beginning of a core → full names
        self._areas: dict[str, set[str]] = {}
        self._listed: set[str] = set()
        self._parts: dict[str, Firm] = {}
        for identity, group in groups.items():
            names = sorted({seen.entity.name for seen in group.members if is_complete(seen.entity.name)})
            self._areas[identity] = _areas(group.members)
            for name in names or sorted({seen.entity.name for seen in group.members if firm(seen.entity.name).group}):
                parts = firm(name)
                for size in range(2, min(_PREFIX, len(parts.core)) + 1):
                    self._heads[parts.core[:size]].add(identity)
                for key in short_names(name):
                    self._derived[key].add(identity)
                if "股份" in parts.kind:
                    self._listed.add(identity)
                self._parts.setdefault(identity, parts)
            for seen in group.members:
                for alias in seen.entity.aliases:
                    if not points(alias) and fits(alias, seen.entity.name):
                        self._used[name_key(alias)].add(identity)

    def choices(self, name: str, where: str | None) -> list[tuple[str, str]]:
        """The full names that a short one may mean in an article of that area, each with the reason; several when it is not clear."""
        key, parts = name_key(name), firm(name)
        if parts.branch:
            return []
        bare = short_key(name)
        derived = self._derived.get(key) or (self._derived.get(bare, set()) if bare != key and is_coined(bare) else set())
        used = self._used.get(key, set())
        why = dict.fromkeys(used, "在别的报道中与全称并用") | dict.fromkeys(derived, "由全称而来")
        near = [identity for identity in sorted(why) if where is not None and where in self._areas[identity]]
        if len(near) == 1:
            return [(near[0], why[near[0]])]
        if len(why) > 1 and len(parts.core) >= _TOLD and (form := self._of_that_form(sorted(why), group=parts.group)) is not None:
            return [(form, why[form])]
        if len(why) != 1:
            return sorted(why.items())
        identity = next(iter(why))
        anywhere = bool(parts.region) or identity in self._listed or not firm(identity).region
        alone_ = not self._heads[parts.core] - {identity}  # no other firm's name begins so
        return list(why.items()) if tells(name) and ((identity in derived and anywhere) or (identity in used and alone_)) else []

    def _of_that_form(self, identities: Sequence[str], *, group: bool) -> str | None:
        """Of firms that differ by their form alone, the one that is meant: 江汀电器 is 江汀电器股份有限公司, not 江汀电器集团 or what it was before."""
        found = [self._parts[identity] for identity in identities if identity in self._parts]
        if len(found) < len(identities) or len({(parts.region, parts.core) for parts in found}) > 1:
            return None
        same = [identity for identity in identities if self._parts[identity].group == group]
        listed = [identity for identity in same if identity in self._listed]
        return next((ids[0] for ids in (same, listed) if len(ids) == 1), None)


def _areas(members: Iterable[Seen]) -> set[str]:
    return {where for one in members if (where := area(one.article.locality_code)) is not None}


def _add(groups: dict[str, Group], identity: str, one: Seen, reason: str) -> None:
    group = groups.setdefault(identity, Group("Company", identity))
    group.members.append(one)
    if reason:
        group.reasons.add(reason)
