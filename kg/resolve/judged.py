"""Decisions of people over the groups that the rules made. They come last, so that they have the last word.

Of decisions that contradict each other the later one counts, and the other is reported. A decision whose thing is not found waits, and is
reported too: when its articles come back, it counts again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.divisions import area
from kg.resolve.anchors import Anchor, Finder, parse
from kg.resolve.corrected import corrections, followed
from kg.resolve.seen import Group, Key, Seen
from kg.types import Decision, Unresolved


@dataclass(slots=True)
class _Judgement:
    decision: Decision
    left: set[Key]
    right: set[Key]


def live(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not taken back, in the order in which they were made."""
    decisions = sorted(decisions, key=lambda one: (one.at, one.id))
    gone = {one.left for one in decisions if one.kind == "undo"}
    return [one for one in decisions if one.kind != "undo" and one.id not in gone]


def judged(groups: list[Group], decisions: Iterable[Decision]) -> tuple[list[Group], list[Unresolved]]:
    """The groups as people decided, and which decisions could not be followed and why."""
    finder, reports, found = Finder(groups), list[Unresolved](), list[_Judgement]()
    made = live(decisions)
    known = corrections(made)
    for decision in made:
        if decision.kind == "corrected":
            continue
        left = followed(parse(decision.left), known)
        right = followed(parse(decision.right), known) if decision.kind != "rename" else left
        judgement = _Judgement(decision, _members(groups, finder, left), _members(groups, finder, right))
        if judgement.left and judgement.right:
            found.append(judgement)
        else:
            missing = right if judgement.left else left
            reports.append(_report(decision, f"“{'|'.join(missing.names[:1])}”现在找不到，或不止一个，暂不生效"))
    standing, contradicted = _consistent([one for one in found if one.decision.kind != "rename"])
    reports += contradicted
    groups = _joined(groups, [one for one in standing if one.decision.kind == "same"])
    groups = _parted(groups, standing)
    for judgement in found:
        if judgement.decision.kind == "rename":
            _most(groups, judgement.left).name = judgement.decision.right
    return groups, reports


def _report(decision: Decision, reason: str) -> Unresolved:
    return Unresolved("", decision.id, f"决定 {decision.id}", reason)


def _members(groups: Sequence[Group], finder: Finder, anchor: Anchor) -> set[Key]:
    places = finder.find(anchor) if anchor.names else {}
    if not anchor.articles and len(places) > 1:
        return set()
    return {seen.key for at, articles in places.items() for seen in groups[at].members if seen.article.id in articles}


class _Sets:
    """Union–find over keys."""

    def __init__(self) -> None:
        self._up: dict[Key, Key] = {}

    def root(self, key: Key) -> Key:
        while (up := self._up.get(key, key)) != key:
            self._up[key] = key = self._up.get(up, up)
        return key

    def roots(self, keys: Iterable[Key]) -> set[Key]:
        return {self.root(key) for key in keys}

    def join(self, keys: Iterable[Key]) -> Key:
        first, *rest = sorted(self.roots(keys))
        self._up |= dict.fromkeys(rest, first)
        return first


def _consistent(found: Sequence[_Judgement]) -> tuple[list[_Judgement], list[Unresolved]]:
    """The judgements that agree with all later ones, in their order, and reports on the others."""
    kept: list[_Judgement] = []
    reports = []
    sets = _Sets()
    sides: defaultdict[Key, set[tuple[int, bool]]] = defaultdict(set)  # root → which judgements of difference have which side there
    for number, judgement in enumerate(reversed(found)):
        left, right = sets.roots(judgement.left), sets.roots(judgement.right)
        held = set[tuple[int, bool]]().union(*(sides[root] for root in left | right))
        if judgement.decision.kind == "different":
            contradicted, later = bool(left & right), ""
        else:
            broken = [one for one, side in held if (one, not side) in held]
            contradicted, later = bool(broken), f" {found[-1 - max(broken)].decision.id} " if broken else ""
        if contradicted:
            reports.append(_report(judgement.decision, f"与后来的决定{later}矛盾，以后来的为准"))
            continue
        kept.append(judgement)
        if judgement.decision.kind == "different":
            for side, roots in ((False, left), (True, right)):
                for root in roots:
                    sides[root].add((number, side))
        else:
            sides[sets.join(left | right)] = held
    return kept[::-1], reports


def _joined(groups: list[Group], judgements: Sequence[_Judgement]) -> list[Group]:
    owner = {seen.key: at for at, group in enumerate(groups) for seen in group.members} if judgements else {}
    up = list(range(len(groups)))

    def root(at: int) -> int:
        while up[at] != at:
            up[at] = at = up[up[at]]
        return at

    for judgement in judgements:
        first = root(min(owner[key] for key in judgement.left))  # the left one gives the node its identity
        for key in sorted(judgement.left | judgement.right):
            other = root(owner[key])
            if other != first:
                groups[first].members += groups[other].members
                groups[first].reasons |= groups[other].reasons
                up[other] = first
        groups[first].reasons.add(_told("同一", judgement.decision))
    return [group for at, group in enumerate(groups) if up[at] == at]


def _told(what: str, decision: Decision) -> str:
    who = "，".join(part for part in (decision.by, decision.note) if part)
    return f"人工判定为{what}（{decision.id}{'，' if who else ''}{who}）"


def _parted(groups: list[Group], standing: Sequence[_Judgement]) -> list[Group]:
    sets = _Sets()
    for one in standing:
        if one.decision.kind == "same":
            sets.join(one.left | one.right)
    judgements = [one for one in standing if one.decision.kind == "different"]
    spoken = {key for one in standing for key in one.left | one.right} if judgements else set()
    near: defaultdict[Key, set[int]] = defaultdict(set)  # root → the groups that hold something of it
    for at, group in enumerate(groups if judgements else ()):
        for root in sets.roots(seen.key for seen in group.members if seen.key in spoken):
            near[root].add(at)
    for judgement in judgements:
        stay, leave = sets.roots(judgement.left), sets.roots(judgement.right)
        for at in sorted(set[int]().union(*(near[root] for root in stay)) & set[int]().union(*(near[root] for root in leave))):
            group = groups[at]
            sides = [(seen, sets.root(seen.key)) for seen in group.members]
            here = [seen for seen, root in sides if root in stay]
            there = [seen for seen, root in sides if root in leave]
            if here and there:
                rest = [seen for seen, root in sides if root not in stay and root not in leave]
                there += [seen for seen in rest if _likeness(seen, there) > _likeness(seen, here)]
                gone = {seen.key for seen in there}
                group.members = [seen for seen in group.members if seen.key not in gone]
                identity = f"{group.identity}|≠{judgement.decision.id}"
                for root in sets.roots(gone & spoken):
                    near[root].add(len(groups))
                groups.append(Group(group.type, identity, there, group.reasons | {_told("另一个", judgement.decision)}))
    return groups


def _likeness(seen: Seen, others: Sequence[Seen]) -> int:
    """How much what was not judged has in common with a side: its body, place and name. What is as like both stays where it was."""
    mine = _traits(seen)
    return max(len(mine & _traits(other)) for other in others)


def _traits(seen: Seen) -> set[tuple[str, str]]:
    found = {("name", seen.entity.name), ("area", area(seen.article.locality_code) or ""), ("paper", seen.article.paper or "")}
    return {*found, *(("post", post.title) for post in seen.posts)} - {("area", ""), ("paper", "")}


def _most(groups: Sequence[Group], keys: set[Key]) -> Group:
    """The group that holds most of the keys."""
    counts: defaultdict[int, int] = defaultdict(int)
    for at, group in enumerate(groups):
        counts[at] = sum(seen.key in keys for seen in group.members)
    return groups[max(range(len(groups)), key=lambda at: (counts[at], -at))]
