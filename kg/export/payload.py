"""What the page carries: the graph as columns (fifty thousand edges are parsed in a blink), its articles, its sentences in chunks.

`page/data.js` reads this; nothing else does, so the two change together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.layout import positions
from kg.export.network import GREY, network, short
from kg.export.view import EdgeRow, EvidenceRow, View
from kg.ontology import EntityType, Ontology
from kg.types import STATUSES

FIRST_LOOK = 260  # so many entities are drawn at first when there are many more
PLENTY = 1.35  # times as many and more: worth starting small
_SMALL = 6.5  # of a mark without a line
_ROOM = (112, 60)  # of a mark with its name
_CONTEXT = ("located_in", "holds_position")  # true of everybody: they count less when the most telling are chosen


@dataclass(frozen=True)
class Payload:
    """`graph` is read at once; each of `chunks` holds the sentences of so many edges and is read when somebody asks."""

    graph: Mapping[str, Any]
    chunks: Sequence[Sequence[Any]]


def payload(rows: View, ontology: Ontology, *, lang: str, title: str, chunk: int, evidence: int) -> Payload:
    """Columns for all rows.

    Args:
        chunk: edges in a chunk of evidence.
        evidence: how many sources of one edge go into the page; further ones are counted.
    """
    articles = _Articles()
    edges, numbers = tuple(rows.edges), rows.numbers()
    ends = [(numbers[edge.subject.id], numbers[edge.object_id]) for edge in edges]
    chunks = [
        [[articles.proof(edge, proof) for proof in edge.evidence[:evidence]] for edge in edges[start : start + chunk]]
        for start in range(0, len(edges), chunk)
    ]
    types, relations = _types(rows, ontology), _relations(edges, ontology)
    graph = {
        "lang": lang,
        "title": title,
        "chunk": chunk,
        "types": types,
        "relations": relations,
        "nodes": _nodes(rows, ontology, [entry["name"] for entry in types]),
        "start": _start(rows, edges, ends),
        "articles": articles.rows,
    }
    return Payload(graph | _edges(edges, ends, [entry["name"] for entry in relations], evidence), chunks)


class _Articles:
    """The articles that evidence points to, each written once, with the edges it supports."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._at: dict[tuple[str, ...], int] = {}

    def proof(self, edge: EdgeRow, proof: EvidenceRow) -> list[Any]:
        """One piece of evidence as the page reads it."""
        key = (proof.article, proof.source, proof.title, proof.paper, proof.published, proof.page)
        at = self._at.setdefault(key, len(self.rows))
        if at == len(self.rows):
            fields = ("title", "paper", "published", "page", "source")
            self.rows.append({field: value for field in fields if (value := getattr(proof, field))} | {"edges": []})
        if edge.index not in self.rows[at]["edges"][-1:]:
            self.rows[at]["edges"].append(edge.index)
        spans = [_spans(proof.subject), _spans(proof.object)]
        return [at, proof.quote, proof.date, _status(proof.status), dict(proof.qualifiers) or 0, *(spans if any(spans) else ())]


def _spans(spans: tuple[tuple[int, int], ...]) -> list[list[int]] | int:
    return [list(span) for span in spans] or 0


def _status(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else STATUSES.index("reported")  # a word that we do not know is no fact


def _nodes(rows: View, ontology: Ontology, types: list[str]) -> dict[str, Any]:
    drawn = network(rows, ontology).nodes
    code = {name: at for at, name in enumerate(types)}
    nodes = [*rows.nodes, *rows.untied]
    places = [(round(node["x"]), round(node["y"])) for node in drawn]
    places += _below(places, len(rows.untied))
    return {
        "id": [node.id for node in nodes],
        "label": [node.name for node in nodes],
        "type": [code[node.type] for node in nodes],
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "size": [node["size"] for node in drawn] + [_SMALL] * len(rows.untied),
        "articles": [node.articles for node in nodes],
        "short": {at: name for at, node in enumerate(nodes) if (name := short(node.name)) != node.name},
        "aliases": {at: list(node.aliases) for at, node in enumerate(nodes) if node.aliases},
        "facts": {at: facts for at, node in enumerate(nodes) if (facts := _facts(node.facts, node.first, node.last))},
    }


def _below(places: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Places for what is tied to nothing: in rows below the others, for those who ask to see it."""
    wide = max(1, round((2.5 * (count + len(places))) ** 0.5))
    left = min((x for x, _ in places), default=0)
    top = max((y for _, y in places), default=-_ROOM[1]) + 2 * _ROOM[1]
    return [(left + at % wide * _ROOM[0], top + at // wide * _ROOM[1]) for at in range(count)]


def _facts(data: Mapping[str, Any], first: str, last: str) -> dict[str, Any]:
    return dict(data) | {key: value for key, value in (("first", first), ("last", last)) if value}


def _edges(edges: Sequence[EdgeRow], ends: Sequence[tuple[int, int]], relations: list[str], evidence: int) -> dict[str, Any]:
    code = {name: at for at, name in enumerate(relations)}
    said = [sorted({day for proof in edge.evidence if (day := proof.date or proof.published)}) for edge in edges]
    dates = sorted({day for days in said for day in days})
    day_code = {day: at for at, day in enumerate(dates)}
    columns = {
        "from": [start for start, _ in ends],
        "to": [end for _, end in ends],
        "relation": [code[edge.relation] for edge in edges],
        "status": [_status(edge.status) for edge in edges],
        "articles": [edge.weight for edge in edges],
        "confidence": [round(edge.confidence, 2) for edge in edges],
        "days": [[day_code[day] for day in days] for days in said],
        "qualifiers": {edge.index: dict(edge.qualifiers) for edge in edges if edge.qualifiers},
        "more": {edge.index: len(edge.evidence) - evidence for edge in edges if len(edge.evidence) > evidence},
    }
    return {"edges": columns, "dates": dates}


def _start(rows: View, edges: Sequence[EdgeRow], ends: Sequence[tuple[int, int]]) -> dict[str, list[int]] | None:
    """The most telling part of a big graph, with positions of its own; None: the whole is small enough to begin with."""
    real = [at for at, node in enumerate(rows.nodes) if node.type not in rows.values]
    if len(real) <= FIRST_LOOK * PLENTY:
        return None
    ties: dict[int, dict[int, float]] = {node: {} for node in real}
    for edge, (start, end) in zip(edges, ends, strict=True):
        if start in ties and end in ties and start != end and edge.status != "denied":
            worth = (0.25 if edge.relation in _CONTEXT else 1.0) * (1 + 0.5 * (edge.weight**0.5 - 1))
            for a, b in ((start, end), (end, start)):
                ties[a][b] = min(2.5, ties[a].get(b, 0.0) + worth)
    score = {node: sum(sorted(near.values(), reverse=True)[:40]) for node, near in ties.items()}
    chosen: dict[int, None] = {}
    for node in sorted(real, key=lambda node: (-score[node], node)):
        if len(chosen) >= FIRST_LOOK:
            break
        chosen.setdefault(node)
        for end in sorted(ties[node], key=lambda end: (-ties[node][end] * score[end], end))[:4]:  # nobody stands alone
            chosen.setdefault(end)
    picked = sorted(chosen)
    place = {node: at for at, node in enumerate(picked)}
    pairs, weights = [], []
    for edge, (start, end) in zip(edges, ends, strict=True):
        if start in place and end in place:
            pairs.append((place[start], place[end]))
            weights.append(float(edge.weight))
    points = positions(len(picked), pairs, weights=weights).round().astype(int).tolist()
    return {"nodes": picked, "x": [x for x, _ in points], "y": [y for _, y in points]}


def _types(rows: View, ontology: Ontology) -> list[dict[str, Any]]:
    strange = sorted({node.type for node in [*rows.nodes, *rows.untied]} - set(ontology.entities))
    plain = {name: EntityType(name, {"zh": name, "en": name}, {"zh": "", "en": ""}, GREY, "dot") for name in strange}
    return [
        {"name": name, "label": dict(entry.label), "description": dict(entry.description), "colour": entry.colour, "shape": entry.shape}
        | ({"literal": True} if entry.literal else {})
        for name, entry in (dict(ontology.entities) | plain).items()
    ]


def _relations(edges: Sequence[EdgeRow], ontology: Ontology) -> list[dict[str, Any]]:
    known = [
        {"name": name, "label": dict(entry.label), "description": dict(entry.description), "colour": entry.colour}
        | ({"symmetric": True} if entry.symmetric else {})
        for name, entry in ontology.relations.items()
    ]
    strange = sorted({edge.relation for edge in edges} - set(ontology.relations))
    return known + [
        {"name": name, "label": {"zh": name, "en": name}, "description": {"zh": "", "en": ""}, "colour": GREY} for name in strange
    ]
