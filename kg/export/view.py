"""The graph as exporters need it: plain rows in a fixed order, text cleaned, numbers as numbers.

`kg.graph` decides what the attributes of nodes and edges are called; this module is the only place of the room that reads them.
Rows are made while somebody looks at them and hold nothing of their own: a hundred thousand edges with all their sentences need no room twice.
"""

import math
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, overload

import networkx as nx
import numpy as np

from kg.export.layout import positions
from kg.export.sheet import Floats, Ints
from kg.ontology import Ontology

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")
_FACTS = ("value", "value_max", "currency", "modifier", "code", "resolved")
_NUMBER = (int, float)
_PLACED: dict[bytes, Floats] = {}  # the last graph that was placed, by what decides where its nodes stand
_NOTHING: Mapping[str, str] = {}


class _Line:
    """A one-line text of the mapping that a row stands for, cleaned when it is read: most writers need few of them."""

    def __init__(self, default: str = "") -> None:
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, row: Any, owner: type | None = None) -> str:
        value = row.data.get(self.name)
        return (line(value) or self.default) if value else self.default


class NodeRow:
    """One entity; `data` are the attributes of its node."""

    __slots__ = ("data", "id", "index")

    type, first, last = _Line(), _Line(), _Line()

    def __init__(self, index: int, id: str, data: Mapping[str, Any]) -> None:
        self.index, self.id, self.data = index, id, data  # the id is unique and safe in any file

    @property
    def name(self) -> str:
        """One line, never empty."""
        return line(self.data.get("label") or self.data.get("name")) or self.id

    @property
    def aliases(self) -> tuple[str, ...]:
        found = self.data.get("aliases")
        if not found:
            return ()
        name, plain = self.name, [line(alias) for alias in found]
        if len(plain) == 1:
            return () if plain[0] in ("", name) else (plain[0],)
        return tuple(dict.fromkeys([alias for alias in plain if alias and alias != name]))

    @property
    def articles(self) -> int:
        return _whole(self.data.get("articles"))

    @property
    def facts(self) -> dict[str, Any]:
        """Amount: value, value_max, currency, modifier; bodies and places: code."""
        told = self.data
        return {
            key: value
            for key in _FACTS
            if key in told and (value := told[key]) not in (None, "") and not (isinstance(value, float) and not math.isfinite(value))
        }


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
    """One edge: (subject, relation, object); `source` and `target` are the numbers of its nodes."""

    __slots__ = ("data", "ids", "index", "relation", "repeat", "source", "target")

    first, last = _Line(), _Line()
    status = _Line("asserted")

    def __init__(
        self, index: int, source: int, target: int, relation: str, data: Mapping[str, Any], ids: Sequence[str], repeat: int = 1
    ) -> None:
        self.index, self.source, self.target, self.relation = index, source, target, relation
        self.data, self.ids, self.repeat = data, ids, repeat

    @property
    def evidence(self) -> list[EvidenceRow]:
        return [EvidenceRow(proof) for proof in self.data.get("evidence") or ()]

    @property
    def sources(self) -> int:
        """How many statements there are beneath it."""
        return len(self.data.get("evidence") or ())

    def told(self, most: int) -> list[str]:
        """The first sentences, each with where it was said: `…（某市日报 2024-05-08 《…》）`."""
        evidence: Sequence[Mapping[str, Any]] = self.data.get("evidence") or []
        return [_told(evidence[0])] if len(evidence) == 1 else [_told(proof) for proof in evidence[:most]]

    @property
    def id(self) -> str:
        """Unique: `subject|relation|object`, and a number when the graph has the edge twice."""
        parts = (self.ids[self.source], self.relation, self.ids[self.target])
        return "|".join(map(_part, parts)) + (f"|{self.repeat}" if self.repeat > 1 else "")

    @property
    def weight(self) -> int:
        return _weight(self.data)

    @property
    def confidence(self) -> float:
        return _real(self.data.get("confidence"), 1.0)

    @property
    def qualifiers(self) -> Mapping[str, str]:
        return _texts(self.data.get("qualifiers"))


class Nodes(Sequence[NodeRow]):
    """The nodes in the order of the graph."""

    def __init__(self, graph: "nx.MultiDiGraph[Any]", ids: Sequence[str]) -> None:
        self.ids = ids
        self._data = [data for _, data in graph.nodes(data=True)]

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[NodeRow]:
        return map(NodeRow, range(len(self.ids)), self.ids, self._data)

    @overload
    def __getitem__(self, at: int) -> NodeRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[NodeRow]: ...
    def __getitem__(self, at: int | slice) -> NodeRow | list[NodeRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return NodeRow(at, self.ids[at], self._data[at])


class Edges(Iterable[EdgeRow]):
    """The edges by the order of their ends, then of the ontology's relations; may be gone through as often as one likes."""

    def __init__(self, graph: "nx.MultiDiGraph[Any]", ids: Sequence[str], ontology: Ontology) -> None:
        self._graph, self._ids, self._ontology = graph, ids, ontology

    def __len__(self) -> int:
        return self._graph.number_of_edges()

    def __iter__(self) -> Iterator[EdgeRow]:
        index = {node: at for at, node in enumerate(self._graph)}
        rank = {name: at for at, name in enumerate(self._ontology.relations)}
        known: dict[object, tuple[int, str]] = {}  # relations as the graph writes them
        ids, number = self._ids, 0
        for source, (_, targets) in enumerate(self._graph.adjacency()):
            found: list[tuple[int, tuple[int, str], int, Mapping[str, Any]]] = []
            for target, keyed in targets.items():
                end = index[target]
                for key, data in keyed.items():
                    said = data.get("relation") or key
                    if (kind := known.get(said)) is None:
                        kind = known[said] = rank.get(line(said), len(rank)), line(said)
                    found.append((end, kind, number, data))
                    number += 1
            if len(found) > 1:
                found.sort()
            at, last, relation, repeat = number - len(found), -1, "", 1
            for end, kind, _, data in found:
                repeat = repeat + 1 if end == last and kind[1] == relation else 1
                last, relation = end, kind[1]
                yield EdgeRow(at, source, end, relation, data, ids, repeat)
                at += 1

    def ends(self) -> tuple[Ints, Floats]:
        """Pairs of nodes, and the weight of each edge, by source."""
        index = {node: at for at, node in enumerate(self._graph)}
        sources, targets, weights = array("q"), array("q"), array("d")
        for source, (_, near) in enumerate(self._graph.adjacency()):
            for target, keyed in near.items():
                end = index[target]
                for data in keyed.values():
                    sources.append(source)
                    targets.append(end)
                    weight = data.get("weight")
                    weights.append(weight if type(weight) is int else _weight(data))
        return np.stack([np.asarray(sources, np.int64), np.asarray(targets, np.int64)], axis=1), np.maximum(np.asarray(weights), 1.0)


@dataclass(frozen=True)
class View:
    """All rows, nodes in the order of the graph and edges in that of their ends."""

    nodes: Nodes
    edges: Edges
    ontology: Ontology

    @cached_property
    def literal(self) -> frozenset[int]:
        """Nodes that are values of their neighbour."""
        values = {name for name, entry in self.ontology.entities.items() if entry.literal}
        return frozenset(node.index for node in self.nodes if node.type in values)

    @cached_property
    def _ends(self) -> tuple[Ints, Floats]:
        return self.edges.ends()

    @cached_property
    def degree(self) -> Floats:
        """Neighbours of each node; amounts count for half."""
        count = len(self.nodes)
        low, high = np.sort(self._ends[0], axis=1).T
        low, high = np.divmod(np.unique(low[low != high] * count + high[low != high]), max(count, 1))
        worth = np.ones(count)
        worth[list(self.literal)] = 0.5
        return np.asarray(np.bincount(low, worth[high], count) + np.bincount(high, worth[low], count))

    @cached_property
    def place(self) -> Floats:
        """Positions by node index, y downwards; values close to their owner. The formats of one build share them."""
        pairs, weights = self._ends
        literal = np.array(sorted(self.literal), np.int64)
        key = blake2b(b"".join(part.tobytes() for part in (np.array([len(self.nodes), len(literal)]), pairs, weights, literal))).digest()
        if key not in _PLACED:
            _PLACED.clear()
            _PLACED[key] = positions(len(self.nodes), pairs, weights=weights, satellites=self.literal)
            _PLACED[key].flags.writeable = False
        return _PLACED[key]


def view(graph: "nx.MultiDiGraph[Any]", ontology: Ontology) -> View:
    """Rows for all nodes and edges of `graph`.

    Args:
        graph: as `kg.graph` makes it; it must not change while the rows are in use.
        ontology: types and relations, for the order and for what is a value.
    """
    ids = [line(node) or "_" for node in graph]
    if any(id_ != node for id_, node in zip(ids, graph, strict=True)):  # cleaning may have made two of them equal
        ids = _unique(ids)
    return View(Nodes(graph, ids), Edges(graph, ids, ontology), ontology)


def clean(text: object) -> str:
    """Text that every format can carry: no control characters, no lone surrogates, plain line ends."""
    plain = text if isinstance(text, str) else "" if text is None else str(text)
    if plain.isprintable():  # nearly always; none of the characters below is
        return plain
    return _ILLEGAL.sub("", plain.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def line(text: object) -> str:
    """The same on one line, blanks collapsed."""
    if isinstance(text, str) and text.isprintable() and "  " not in text:  # nearly always
        return text.strip(" ")
    plain = clean(text)
    return _BLANKS.sub(" ", plain).strip()


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


def _told(proof: Mapping[str, Any]) -> str:
    said, title, paper, published = proof.get("quote"), proof.get("title"), proof.get("paper"), proof.get("published")
    if isinstance(said, str) and isinstance(title, str) and isinstance(paper, str) and isinstance(published, str):
        issue, title = _issue(paper, published), title.strip()
        text = f"{said.strip()}（{issue} 《{title}》）"
        if title and issue and text.isprintable() and "  " not in text:
            return text  # nearly always: nothing is to be cleaned
    said, title = clean(said or proof.get("text")).strip(), line(title)
    origin = " ".join(filter(None, (line(paper), line(published), f"《{title}》" if title else "")))
    return f"{said}（{origin}）" if origin else said


@lru_cache(maxsize=4_000)
def _issue(paper: str, published: str) -> str:
    """The paper and the day, if both are known."""
    return f"{line(paper)} {line(published)}" if line(paper) and line(published) else ""


def _part(name: str) -> str:
    """A part of an edge's id, in which no bar stands: else two edges might be called the same."""
    return name.replace("%", "%25").replace("|", "%7C") if "|" in name or "%" in name else name


def _texts(mapping: Mapping[str, Any] | None) -> Mapping[str, str]:
    """Keys and values as one-line texts, empty ones left out, in the order of the keys."""
    if not mapping:
        return _NOTHING
    plain = {line(key): line(value) for key, value in mapping.items() if value is not None}
    return {key: plain[key] for key in sorted(plain) if key and plain[key]}


def _weight(data: Mapping[str, Any]) -> int:
    value = data.get("weight")
    return value if type(value) is int and value > 0 else max(1, _whole(value))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, _NUMBER) and math.isfinite(value) else 0


def _real(value: object, default: float) -> float:
    return float(value) if isinstance(value, _NUMBER) and math.isfinite(value) else default
