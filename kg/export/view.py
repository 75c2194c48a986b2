"""The graph as exporters need it: plain rows in a fixed order, text cleaned, numbers as numbers.

`kg.graph` decides what the attributes of nodes and edges are called; this module is the only place of the room that reads them.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

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


@dataclass(frozen=True)
class View:
    """All rows, nodes and edges in the order of the graph's sorted ids; `place` gives each node its point."""

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    literal: frozenset[int] = frozenset()  # nodes that are values of their neighbour

    @cached_property
    def place(self) -> Floats:
        """Positions by node index, y downwards; values close to their owner."""
        pairs = [(edge.source, edge.target) for edge in self.edges]
        return positions(len(self.nodes), pairs, weights=[edge.weight for edge in self.edges], satellites=self.literal)


def clean(text: object) -> str:
    """Text that every format can carry: no control characters, no lone surrogates, plain line ends."""
    plain = "" if text is None else str(text)
    return _ILLEGAL.sub("", plain.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def line(text: object) -> str:
    """The same on one line, blanks collapsed."""
    return _BLANKS.sub(" ", clean(text)).strip()


def view(graph: "nx.MultiDiGraph[Any]", ontology: Ontology) -> View:
    """Rows for all nodes and edges of `graph`.

    Nodes come in the order of the graph; edges by their ends, then in the order of the ontology's relations. One edge a (source, target, relation).
    """
    index = {node: at for at, node in enumerate(graph)}
    ids = _unique([line(node) or "_" for node in graph])
    rank = {name: at for at, name in enumerate(ontology.relations)}
    found = []
    for source, target, key, data in graph.edges(keys=True, data=True):
        relation = str(data.get("relation") or key)
        found.append((index[source], index[target], rank.get(relation, len(rank)), relation, data))
    found.sort(key=lambda edge: edge[:4])
    edges = []
    names = _unique([f"{ids[source]}|{relation}|{ids[target]}" for source, target, _, relation, _ in found])
    for at, (source, target, _, relation, data) in enumerate(found):
        edges.append(_edge(at, names[at], source, target, line(relation), data))
    literal = {name for name, entry in ontology.entities.items() if entry.literal}
    types = [line(data.get("type")) for _, data in graph.nodes(data=True)]
    ends: list[set[int]] = [set() for _ in types]
    for edge in edges:
        if edge.source != edge.target:
            ends[edge.source].add(edge.target)
            ends[edge.target].add(edge.source)
    degree = [sum(0.5 if types[end] in literal else 1.0 for end in near) for near in ends]
    nodes = [_node(at, ids[at], types[at], data, degree[at], node) for at, (node, data) in enumerate(graph.nodes(data=True))]
    return View(tuple(nodes), tuple(edges), frozenset(row.index for row in nodes if row.type in literal))


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


def _edge(index: int, id_: str, source: int, target: int, relation: str, data: Mapping[str, Any]) -> EdgeRow:
    evidence = tuple(_evidence(entry) for entry in data.get("evidence") or ())
    return EdgeRow(
        index=index,
        id=id_,
        source=source,
        target=target,
        relation=relation,
        weight=max(1, _whole(data.get("weight"))),
        status=line(data.get("status")) or "asserted",
        first=line(data.get("first")),
        last=line(data.get("last")),
        confidence=_real(data.get("confidence"), 1.0),
        qualifiers=_texts(data.get("qualifiers")),
        evidence=evidence,
    )


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
    plain = {line(key): line(value) for key, value in (mapping or {}).items() if value is not None}
    return {key: plain[key] for key in sorted(plain) if key and plain[key]}


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) and math.isfinite(value) else 0


def _real(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else default
