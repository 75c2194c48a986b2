"""The graph as exporters need it: plain rows in a fixed order, text cleaned, numbers as numbers.

`kg.graph` decides what the attributes of nodes and edges are called; this module is the only place of the room that reads them.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, overload

import networkx as nx

from kg.export.layout import Floats, positions
from kg.ontology import Ontology

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")
_FACTS = ("value", "value_max", "currency", "modifier", "code", "resolved")


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One entity."""

    index: int
    id: str  # unique, safe in any file
    type: str
    name: str  # one line, never empty
    aliases: tuple[str, ...] = ()
    articles: int = 0
    first: str = ""
    last: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)  # Amount: value, value_max, currency, modifier; bodies and places: code
    degree: float = 0.0  # neighbours; amounts count for half


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One statement beneath an edge: where it is said, in which words."""

    quote: str
    title: str = ""
    paper: str = ""
    published: str = ""
    page: str = ""
    source: str = ""
    article: str = ""
    date: str = ""
    status: str = "asserted"
    start: int | None = None
    end: int | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    subject: tuple[tuple[int, int], ...] = ()  # where the subject's name stands in the quote
    object: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One edge: (subject, relation, object)."""

    index: int
    id: str
    source: int
    target: int
    relation: str
    weight: int
    status: str
    first: str = ""
    last: str = ""
    confidence: float = 1.0
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[EvidenceRow, ...] = ()


class _Tie(NamedTuple):
    """An edge before it is made a row."""

    source: int
    target: int
    rank: int  # of the relation in the ontology
    relation: str
    data: Mapping[str, Any]


class _Edges(Sequence[EdgeRow]):
    """Edges that are made into rows only while somebody looks at them: a hundred thousand with all their sentences need no room at once."""

    def __init__(self, ties: Sequence[_Tie], ids: Sequence[str]) -> None:
        self._ties, self._ids = ties, ids

    def __len__(self) -> int:
        return len(self._ties)

    def __iter__(self) -> Iterator[EdgeRow]:
        return map(_edge, range(len(self._ties)), self._ids, self._ties)

    @overload
    def __getitem__(self, at: int) -> EdgeRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[EdgeRow]: ...
    def __getitem__(self, at: int | slice) -> EdgeRow | list[EdgeRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return _edge(at, self._ids[at], self._ties[at])


@dataclass(frozen=True)
class View:
    """All rows, nodes and edges in the order of the graph's sorted ids; `place` gives each node its point."""

    nodes: tuple[NodeRow, ...]
    edges: Sequence[EdgeRow]
    literal: frozenset[int]  # nodes that are values of their neighbour
    ends: Sequence[tuple[int, int]]  # source and target of each edge
    weights: Sequence[float]

    @cached_property
    def place(self) -> Floats:
        """Positions by node index, y downwards; values close to their owner."""
        return positions(len(self.nodes), self.ends, weights=self.weights, satellites=self.literal)


def clean(text: object) -> str:
    """Text that every format can carry: no control characters, no lone surrogates, plain line ends."""
    plain = "" if text is None else str(text)
    if plain.isprintable():  # nearly always; none of the characters below is
        return plain
    return _ILLEGAL.sub("", plain.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def line(text: object) -> str:
    """The same on one line, blanks collapsed."""
    plain = clean(text)
    if plain.isprintable() and "  " not in plain:
        return plain.strip(" ")
    return _BLANKS.sub(" ", plain).strip()


def view(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, *, stream: bool = False) -> View:
    """Rows for all nodes and edges of `graph`.

    Nodes come in the order of the graph; edges by their ends, then in the order of the ontology's relations. One edge a (source, target, relation).

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for the order and for what is a value.
        stream: make each edge when it is asked for and keep none; for writers that go through them once.
    """
    index = {node: at for at, node in enumerate(graph)}
    ids = _unique([line(node) or "_" for node in graph])
    rank = {name: at for at, name in enumerate(ontology.relations)}
    ties = []
    for source, target, key, data in graph.edges(keys=True, data=True):
        relation = line(data.get("relation") or key)
        ties.append(_Tie(index[source], index[target], rank.get(relation, len(rank)), relation, data))
    ties.sort(key=lambda tie: tie[:4])
    literal = {name for name, entry in ontology.entities.items() if entry.literal}
    types = [line(data.get("type")) for _, data in graph.nodes(data=True)]
    near: list[set[int]] = [set() for _ in types]
    for tie in ties:
        if tie.source != tie.target:
            near[tie.source].add(tie.target)
            near[tie.target].add(tie.source)
    degree = [sum(0.5 if types[end] in literal else 1.0 for end in ends) for ends in near]
    nodes = [_node(at, ids[at], types[at], data, degree[at], node) for at, (node, data) in enumerate(graph.nodes(data=True))]
    edges = _Edges(ties, _unique([f"{ids[tie.source]}|{tie.relation}|{ids[tie.target]}" for tie in ties]))
    return View(
        nodes=tuple(nodes),
        edges=edges if stream else tuple(edges),
        literal=frozenset(row.index for row in nodes if row.type in literal),
        ends=[(tie.source, tie.target) for tie in ties],
        weights=[_weight(tie.data) for tie in ties],
    )


def _unique(names: Iterable[str]) -> list[str]:
    """The names, those that repeat an earlier one told apart by a number."""
    taken: set[str] = set()
    result = []
    for name in names:
        unique, number = name, 2
        while unique in taken:
            unique, number = f"{name}~{number}", number + 1
        taken.add(unique)
        result.append(unique)
    return result


def _node(index: int, id_: str, type_: str, data: Mapping[str, Any], degree: float, node: object) -> NodeRow:
    name = line(data.get("label") or data.get("name")) or line(node) or "?"
    aliases = dict.fromkeys(alias for alias in map(line, data.get("aliases") or ()) if alias and alias != name)
    facts = {
        key: value
        for key in _FACTS
        if (value := data.get(key)) not in (None, "") and not (isinstance(value, float) and not math.isfinite(value))
    }
    return NodeRow(
        index=index,
        id=id_,
        type=type_,
        name=name,
        aliases=tuple(aliases),
        articles=_whole(data.get("articles")),
        first=line(data.get("first")),
        last=line(data.get("last")),
        data=facts,
        degree=degree,
    )


def _edge(index: int, id_: str, tie: _Tie) -> EdgeRow:
    data = tie.data
    return EdgeRow(
        index=index,
        id=id_,
        source=tie.source,
        target=tie.target,
        relation=tie.relation,
        weight=_weight(data),
        status=line(data.get("status")) or "asserted",
        first=line(data.get("first")),
        last=line(data.get("last")),
        confidence=_real(data.get("confidence"), 1.0),
        qualifiers=_texts(data.get("qualifiers")),
        evidence=tuple(map(_evidence, data.get("evidence") or ())),
    )


def _weight(data: Mapping[str, Any]) -> int:
    return max(1, _whole(data.get("weight")))


def _evidence(entry: Mapping[str, Any]) -> EvidenceRow:
    return EvidenceRow(
        quote=clean(entry.get("quote") or entry.get("text")),
        title=line(entry.get("title")),
        paper=line(entry.get("paper")),
        published=line(entry.get("published")),
        page=line(entry.get("page")),
        source=line(entry.get("source")),
        article=line(entry.get("article")),
        date=line(entry.get("date")),
        status=line(entry.get("status")) or "asserted",
        start=entry.get("start"),
        end=entry.get("end"),
        qualifiers=_texts(entry.get("qualifiers")),
    )


def _texts(mapping: Mapping[str, Any] | None) -> dict[str, str]:
    """Keys and values as one-line texts, empty ones left out, in the order of the keys."""
    if not mapping:
        return {}
    plain = {line(key): line(value) for key, value in mapping.items() if value is not None}
    return {key: plain[key] for key in sorted(plain) if key and plain[key]}


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) and math.isfinite(value) else 0


def _real(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else default
