"""The graph as exporters need it: plain rows in a fixed order, text cleaned, numbers as numbers.

`kg.graph` decides what the attributes of nodes and edges are called; this module is the only place of the room that reads them.
Rows are made while somebody looks at them and hold nothing of their own: a hundred thousand edges with all their sentences need no room twice.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from kg.export.source import Graph, Look, Stream, stream
from kg.ontology import Ontology

if TYPE_CHECKING:
    from kg.export.sheet import Floats

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")
_FACTS = ("value", "value_max", "currency", "modifier", "code", "resolved")
_NUMBER = (int, float)
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
    """One entity; `data` are the attributes of its node, looked up when somebody asks for them: of the ends of edges, most writers need but the id."""

    __slots__ = ("_look", "_own", "data", "id")
    data: Mapping[str, Any]

    type, first, last = _Line(), _Line(), _Line()

    def __init__(self, id: str, look: Look, own: str) -> None:
        self.id, self._look, self._own = id, look, own  # the id is unique and safe in any file; its own is the graph's

    def __getattr__(self, name: str) -> Mapping[str, Any]:  # asked for only what is not there
        if name != "data":
            raise AttributeError(name)
        self.data = data = self._look(self._own)
        return data

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
    """One edge: (subject, relation, object)."""

    __slots__ = ("_look", "_own", "data", "index", "object_id", "relation", "repeat", "subject")

    first, last = _Line(), _Line()
    status = _Line("asserted")

    def __init__(
        self,
        index: int,
        subject: NodeRow,
        object_id: str,
        look: Look,
        own_id: str,
        relation: str,
        data: Mapping[str, Any],
        repeat: int = 1,
    ) -> None:
        self.index, self.subject, self.object_id, self.relation = index, subject, object_id, relation
        self._look, self._own, self.data, self.repeat = look, own_id, data, repeat

    @property
    def object(self) -> NodeRow:
        """Made when somebody asks for it."""
        return NodeRow(self.object_id, self._look, self._own)

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
        parts = (self.subject.id, self.relation, self.object_id)
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


class Nodes(Iterable[NodeRow]):
    """The nodes in the order of the graph; may be gone through as often as one likes."""

    def __init__(self, stream: Stream, names: Mapping[str, str]) -> None:
        self._stream, self._names = stream, names

    def __len__(self) -> int:
        return self._stream.counts()[0]

    def __iter__(self) -> Iterator[NodeRow]:
        names = self._names
        for id_, data in self._stream.nodes():
            row = NodeRow(names.get(id_, id_) if names else id_, _nothing, id_)
            row.data = data
            yield row


class Edges(Iterable[EdgeRow]):
    """The edges by their ends as the graph has them, then by the order of the ontology's relations; may be gone through as often as one likes."""

    def __init__(self, stream: Stream, names: Mapping[str, str], ontology: Ontology) -> None:
        self._stream, self._names, self._ontology = stream, names, ontology

    def __len__(self) -> int:
        return self._stream.counts()[1]

    def __iter__(self) -> Iterator[EdgeRow]:
        rank = {name: at for at, name in enumerate(self._ontology.relations)}
        known: dict[object, tuple[int, str]] = {}  # relations as the graph writes them
        names, number, source, subject = self._names, 0, None, NodeRow("", _nothing, "")
        for start, target, look, edges in self._stream.ties():
            if start != source:
                source, subject = start, NodeRow(names.get(start, start) if names else start, look, start)
            found: list[tuple[tuple[int, str], int, Mapping[str, Any]]] = []
            for key, data in edges:
                said = data.get("relation") or key
                if (kind := known.get(said)) is None:
                    kind = known[said] = rank.get(line(said), len(rank)), line(said)
                found.append((kind, number, data))
                number += 1
            if len(found) > 1:
                found.sort(key=_first_two)
            end = names.get(target, target) if names else target
            last, repeat = "", 1
            for at, ((_, relation), _, data) in enumerate(found, number - len(found)):
                repeat = repeat + 1 if relation == last and at > number - len(found) else 1
                last = relation
                yield EdgeRow(at, subject, end, look, target, relation, data, repeat)


@dataclass(frozen=True)
class View:
    """All rows, nodes in the order of the graph and edges in that of their ends."""

    nodes: Nodes
    edges: Edges
    ontology: Ontology
    stream: Stream

    @cached_property
    def values(self) -> frozenset[str]:
        """Types whose nodes are values of their neighbour."""
        return frozenset(name for name, entry in self.ontology.entities.items() if entry.literal)

    @cached_property
    def untied(self) -> list[NodeRow]:
        """What is known beside the nodes; values of nothing are left out."""
        rows = []
        for id_, data in self.stream.untied():
            row = NodeRow(line(id_) or "_", _nothing, id_)
            row.data = data
            if row.type not in self.values:
                rows.append(row)
        return rows

    @cached_property
    def placed(self) -> "Floats":
        """x, y downwards and ties of each node, for a graph with which no places are kept."""
        from kg.export.placing import placed

        return placed(self)

    def numbers(self) -> dict[str, int]:
        """Each node's place in their order, by id; for those who hold the whole graph anyhow."""
        return {node.id: at for at, node in enumerate(self.nodes)}


def view(graph: Graph, ontology: Ontology) -> View:
    """Rows for all nodes and edges of `graph`.

    Args:
        graph: as `kg.graph` makes it, or a stream; it must not change while the rows are in use.
        ontology: types and relations, for the order and for what is a value.
    """
    source = stream(graph)
    names = _names(source)
    return View(Nodes(source, names), Edges(source, names, ontology), ontology, source)


def _names(source: Stream) -> Mapping[str, str]:
    """What those nodes are called whose ids are not fit for a file; mostly none. Cleaning may have made two of them equal."""
    strange = [id_ for id_ in source.ids() if (line(id_) or "_") != id_]
    taken = set(source.ids()) - set(strange) if strange else set()
    names = {}
    for id_ in strange:
        name = unique = line(id_) or "_"
        number = 2
        while unique in taken:
            unique, number = f"{name}~{number}", number + 1
        taken.add(unique)
        names[id_] = unique
    return names


def _nothing(_: object) -> Mapping[str, Any]:
    return _NOTHING


def _first_two(found: tuple[tuple[int, str], int, Any]) -> tuple[tuple[int, str], int]:
    return found[:2]


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
