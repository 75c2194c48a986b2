"""Pairs that a person should look at: what may be one and was left apart, what was merged on thin grounds, what contradicts itself.

Pure functions over the graph. The most useful first: likely, and touching many articles. Pairs are looked for within blocks of one key, never
all against all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from kg.divisions import area
from kg.resolve.firms import firm, is_generic, short_key
from kg.resolve.names import name_key
from kg.resolve.rarity import is_common, is_masked
from kg.resolve.tenures import Clash, Tenure, clashes, tenures
from kg.types import Fact, Node

_MOST = 6  # pairs of one block
_LONG = 8  # characters of a name that hardly two things have
_WIDE = 60  # nodes of one name that are compared at all
_OF_THE_STATE = ("国家", "国务院", "中国", "全国")
_TAIL = 3  # characters of a name without the country that tell whose it may be
_SAME = {
    "Organization": "机构",
    "Project": "项目",
    "Policy": "文件",
    "Event": "会议活动",
    "Place": "地点",
    "PublicBody": "机构",
    "Company": "企业",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes to be judged."""

    kind: str  # duplicate, conflict
    left: str  # node id; the one in more articles
    right: str
    score: float  # how likely it is that they are one, between 0 and 1
    reasons: tuple[str, ...]  # for and against, in Chinese
    use: float  # how much a judgement is worth


@dataclass(frozen=True, slots=True)
class Known:
    """The graph, by what reviewing asks for."""

    nodes: Mapping[str, Node]
    posts: Mapping[str, Sequence[Tenure]]
    others: Mapping[str, frozenset[str]]  # node → nodes that it is tied to
    clashes: Sequence[Clash]


def known(nodes: Iterable[Node], facts: Sequence[Fact], published: Mapping[str, str]) -> Known:
    """Gather what is asked for."""
    held = tenures(facts, published)
    posts: defaultdict[str, list[Tenure]] = defaultdict(list)
    for one in held:
        posts[one.person].append(one)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        others[fact.subject].add(fact.object)
        others[fact.object].add(fact.subject)
    return Known({node.id: node for node in nodes}, posts, {id_: frozenset(ends) for id_, ends in others.items()}, clashes(held))


def pairs(graph: Known, *, judged: Iterable[tuple[str, str]] = ()) -> list[Pair]:
    """The pairs to look at, the most useful first.

    Args:
        graph: as `known` gives it.
        judged: pairs of node ids that were judged already.
    """
    done = {frozenset(pair) for pair in judged}
    found: dict[frozenset[str], Pair] = {}
    for pair in (*_clashing(graph), *_namesakes(graph), *_firms(graph), *_shortened(graph)):
        key = frozenset((pair.left, pair.right))
        if len(key) == 2 and key not in done and (key not in found or found[key].use < pair.use):
            found[key] = pair
    return sorted(found.values(), key=lambda pair: (-round(pair.use, 6), pair.left, pair.right))


def _pair(graph: Known, kind: str, one: Node, other: Node, score: float, reasons: Iterable[str]) -> Pair:
    left, right = sorted((one, other), key=lambda node: (-len(node.members), node.id))
    weight = log2(1 + len(left.members)) + 2 * log2(1 + len(right.members))
    score = min(max(score, 0.02), 0.98)
    return Pair(kind, left.id, right.id, round(score, 2), tuple(reasons), (score if kind == "duplicate" else 1.0) * weight)


def _clashing(graph: Known) -> Iterator[Pair]:
    for clash in graph.clashes:
        one, other = graph.nodes[clash.one.person], graph.nodes[clash.other.person]
        alike = len(set(one.name) & set(other.name)) >= 2
        reasons = [f"{clash.month}都任{graph.nodes[clash.body].name}{clash.title}"] + (["姓名相近，或为一人误写"] if alike else [])
        yield _pair(graph, "conflict", one, other, 0.6 if alike else 0.1, reasons)


def _namesakes(graph: Known) -> Iterator[Pair]:
    """Nodes of one type and name."""
    blocks: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        if node.type != "Amount" and not (node.type == "Person" and is_masked(node.name)):
            blocks[node.type, name_key(node.name)].append(node)
    for (type_, _), nodes in sorted(blocks.items()):
        if len(nodes) > 1:
            nodes.sort(key=lambda node: (-len(node.members), node.id))
            first, *rest = nodes[:_WIDE]
            made = [_person(graph, first, other) if type_ == "Person" else _thing(graph, first, other) for other in rest]
            yield from sorted(made, key=lambda pair: (-pair.use, pair.right))[:_MOST]


def _codes(graph: Known, node: Node) -> set[str]:
    """Where somebody holds posts, as prefectures."""
    bodies = (graph.nodes[post.body] for post in graph.posts.get(node.id, ()) if post.body in graph.nodes)
    return {where for body in bodies if (where := area(str(body.data.get("code") or ""))) is not None}


_Sign = tuple[bool, float, str]  # whether it holds, what it adds to the score, how it is told


def _weighed(score: float, signs: Iterable[_Sign]) -> tuple[float, list[str]]:
    """The score with all signs that hold, and how they are told."""
    holding = [(weight, told) for holds, weight, told in signs if holds]
    return score + sum(weight for weight, _ in holding), [told for _, told in holding if told]


def _shared(graph: Known, one: Node, other: Node, weight: float) -> _Sign:
    both = graph.others.get(one.id, frozenset()) & graph.others.get(other.id, frozenset())
    names = "、".join(sorted(graph.nodes[id_].name for id_ in both if id_ in graph.nodes)[:3])
    return bool(both), weight * min(len(both), 2), f"都与{names}有关系"


def _person(graph: Known, one: Node, other: Node) -> Pair:
    common = is_common(one.name)
    here, there = _codes(graph, one), _codes(graph, other)
    provinces = {code[:2] for code in here} & {code[:2] for code in there}
    mine, yours = _span(graph, one), _span(graph, other)
    at_once = mine is not None and yours is not None and max(mine[0], yours[0]) <= min(mine[1], yours[1])
    signs: list[_Sign] = [
        (True, 0.0, "姓名相同，但是常见姓名" if common else "姓名相同"),
        (bool(here & there), 0.25, "在同一地区任职"),
        (bool(provinces) and not here & there, 0.15, "在同一省任职"),
        (bool(here and there) and not provinces, -0.1, "在不同省任职"),
        _shared(graph, one, other, 0.12),
        (at_once, -0.25, "同一时期在两处任职"),
        (mine is not None and yours is not None and not at_once, 0.1, "任职时间前后相接，可能是调任"),
    ]
    return _pair(graph, "duplicate", one, other, *_weighed(0.12 if common else 0.35, signs))


def _span(graph: Known, node: Node) -> tuple[str, str] | None:
    """From when to when somebody held posts, as reports tell it."""
    dated = [post for post in graph.posts.get(node.id, ()) if len(post.first) >= 7 and not post.former and not post.planned]
    return (min(post.first for post in dated), max(post.last for post in dated)) if dated else None


def _thing(graph: Known, one: Node, other: Node) -> Pair:
    codes = {str(node.data.get("code") or "") for node in (one, other)}
    signs: list[_Sign] = [
        (True, 0.0, f"{_SAME.get(one.type, '')}名称相同，但所在地或日期不同"),
        (len(codes) == 2 and "" not in codes, -0.4, "行政区划代码不同"),
        _shared(graph, one, other, 0.12),
    ]
    return _pair(graph, "duplicate", one, other, *_weighed(0.3 if len(name_key(one.name)) < _LONG else 0.5, signs))


def _firms(graph: Known) -> Iterator[Pair]:
    """Firms of one core: other legal form, other place, a short name that may mean several."""
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        if node.type == "Company":
            keys = {firm(name).core for name in (node.name, *node.aliases)}
            for key in sorted(key for key in keys if len(key) > 1 and not is_generic(key)):
                blocks[key].append(node)
    for key, nodes in sorted(blocks.items()):
        if len(nodes) > 1:
            nodes.sort(key=lambda node: (-len(node.members), node.id))
            first, *rest = nodes[:_WIDE]
            made = [_firm(graph, first, other, key) for other in rest if short_key(first.name) != short_key(other.name)]
            yield from sorted(made, key=lambda pair: (-pair.use, pair.right))[:_MOST]


def _shortened(graph: Known) -> Iterator[Pair]:
    """Short names that may mean one thing of a longer one: 发改委 of the state, 青果协会 of 中国青果协会, 罗特 of 海因里希·罗特."""
    longer: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)  # what a name ends with → the nodes
    for node in graph.nodes.values():
        for tail in _tails(node):
            longer[node.type, tail].append(node)
    times = Counter[str]()
    for node in sorted(graph.nodes.values(), key=lambda node: node.id):
        whole = [other for other in longer.get((node.type, node.name), ()) if other is not node]
        if len(whole) != 1 or node.data.get("code") or times[whole[0].id] >= _MOST:
            continue
        times[whole[0].id] += 1
        signs: list[_Sign] = [(True, 0.0, f"“{node.name}”可能是“{whole[0].name}”的简称"), _shared(graph, node, whole[0], 0.12)]
        yield _pair(graph, "duplicate", node, whole[0], *_weighed(0.3, signs))


def _tails(node: Node) -> Iterable[str]:
    if node.type == "PublicBody":
        return {name[len(word) :] for name in (node.name, *node.aliases) for word in _OF_THE_STATE if name.startswith(word)}
    if node.type == "Organization":
        return {node.name[len(word) :] for word in _OF_THE_STATE if node.name.startswith(word) and len(node.name) > len(word) + _TAIL}
    return set(node.name.split("·")[1:]) if node.type == "Person" and "·" in node.name else ()


def _firm(graph: Known, one: Node, other: Node, core: str) -> Pair:
    a, b = firm(one.name), firm(other.name)
    signs: list[_Sign] = [
        (a.core == b.core, 0.15, f"名称主体“{core}”相同"),
        (a.core != b.core, 0.0, f"都有“{core}”之称"),
        (a.branch != b.branch, -0.3, "一为分支机构"),
        (a.group != b.group, -0.15, "一为集团"),
        (bool(a.region and b.region) and a.region != b.region, -0.25, "所在地不同"),
        (not (a.kind and b.kind), 0.1, ""),
        _shared(graph, one, other, 0.1),
    ]
    return _pair(graph, "duplicate", one, other, *_weighed(0.3, signs))
