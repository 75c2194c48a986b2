"""The graph as exporters need it: plain rows in a fixed order, text cleaned, numbers as numbers.

`kg.graph` decides what the attributes of nodes and edges are called; this module is the only place of the room that reads them.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
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


class _Line:
    """A one-line text of the mapping that a row stands for, cleaned when it is read: most writers need few of them."""

    def __init__(self, default: str = "") -> None:
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, row: Any, owner: type | None = None) -> str:
        value = row.data.get(self.name)
        return (line(value) or self.default) if value else self.default


class EvidenceRow:
    """One statement beneath an edge: where it is said, in which words."""

    __slots__ = ("data",)

    title, paper, published, page, source, article, date = _Line(), _Line(), _Line(), _Line(), _Line(), _Line(), _Line()
    status = _Line("asserted")
    subject: tuple[tuple[int, int], ...] = ()  # where the subject's name stands in the quote: not known yet
    object: tuple[tuple[int, int], ...] = ()

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    @property
    def quote(self) -> str:
        return clean(self.data.get("quote") or self.data.get("text"))

    @property
    def start(self) -> int | None:
        return self.data.get("start")

    @property
    def end(self) -> int | None:
        return self.data.get("end")

    @property
    def qualifiers(self) -> Mapping[str, str]:
        return _texts(self.data.get("qualifiers"))


class EdgeRow:
    """One edge: (subject, relation, object)."""

    __slots__ = ("data", "evidence", "id", "index", "relation", "source", "target")

    first, last = _Line(), _Line()
    status = _Line("asserted")

    def __init__(self, index: int, id: str, tie: "_Tie") -> None:
        self.index, self.id = index, id
        self.source, self.target, _, self.relation, self.data = tie
        self.evidence = tuple(map(EvidenceRow, self.data.get("evidence") or ()))

    @property
    def weight(self) -> int:
        return max(1, _whole(self.data.get("weight")))

    @property
    def confidence(self) -> float:
        return _real(self.data.get("confidence"), 1.0)

    @property
    def qualifiers(self) -> Mapping[str, str]:
        return _texts(self.data.get("qualifiers"))


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
        return map(EdgeRow, range(len(self._ties)), self._ids, self._ties)

    @overload
    def __getitem__(self, at: int) -> EdgeRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[EdgeRow]: ...
    def __getitem__(self, at: int | slice) -> EdgeRow | list[EdgeRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return EdgeRow(at, self._ids[at], self._ties[at])


@dataclass(frozen=True)
class View:
    """All rows, nodes and edges in the order of the graph's sorted ids; `place` gives each node its point."""

    nodes: tuple[NodeRow, ...]
    edges: Sequence[EdgeRow]
    literal: frozenset[int]  # nodes that are values of their neighbour
    ties: Sequence[_Tie]  # what the edges are made of

    @cached_property
    def place(self) -> Floats:
        """Positions by node index, y downwards; values close to their owner."""
        ends = [tie[:2] for tie in self.ties]
        return positions(
            len(self.nodes), ends, weights=[max(1, _whole(tie.data.get("weight"))) for tie in self.ties], satellites=self.literal
        )


def clean(text: object) -> str:
    """Text that every format can carry: no control characters, no lone surrogates, plain line ends."""
    plain = "" if text is None else str(text)
    if plain.isprintable():  # nearly always; none of the characters below is
        return plain
    return _ILLEGAL.sub("", plain.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def line(text: object) -> str:
    """The same on one line, blanks collapsed."""
    return "" if text is None or text == "" else _line(str(text))


@lru_cache(maxsize=20_000)  # papers, headlines, dates and kinds come again and again
def _line(text: str) -> str:
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
        ties=ties,
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
