"""GraphML as Gephi, Gephi Lite, networkx, igraph and Cytoscape read it: labels, colours, sizes, positions and weights arrive without a click.

Written line by line rather than through networkx, whose writer repeats edge ids, stops at lists and None, and is five times slower. What
the readers want, and why each value looks as it does, is said where it is written.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import networkx as nx

from kg.export.files import written
from kg.export.view import EdgeRow, View, line, view
from kg.ontology import Ontology

SMALLEST, LARGEST = 4.0, 100.0  # Gephi's own scaling on import leaves sizes alone that span exactly this
REACH = 5000.0  # … and positions within this distance of the origin
_STRETCH = 3.4  # Gephi's marks are that much larger than the page's
_SOURCES, _CELL = 12, 4000  # sources and characters of one evidence cell
_GREY = "#8C8C8C"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})
STATUS_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {"asserted": "已述", "planned": "计划", "denied": "否认", "former": "曾经", "reported": "据称"},
    "en": {"asserted": "stated", "planned": "planned", "denied": "denied", "former": "former", "reported": "reported"},
}


class Column(NamedTuple):
    """One `<key>`: its id carries a prefix, since ids must be unique over nodes and edges (and `id` and `timeset` are taken in Gephi)."""

    name: str
    type: str  # boolean, int, double or string: Gephi Lite stops at anything else
    value: Callable[[Any], object]


def write(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, path: Path, *, lang: str = "zh", kinds: bool = True, **_: Any) -> None:
    """Write GraphML.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels and colours.
        path: the file to write.
        lang: language of labels and status words, `zh` or `en`.
        kinds: give each edge its relation as XML attribute `label`, which Gephi reads as the edge's kind and needs to keep parallel edges
            apart. Strict XSD validators refuse that attribute; switch it off for them.
    """
    lang = lang if lang in ("zh", "en") else "zh"
    rows = view(graph, ontology)
    nodes, edges = _node_columns(rows, ontology, lang), _edge_columns(rows, ontology, lang)
    with written(path) as file:
        _head(file, nodes, edges)
        for node in rows.nodes:
            file.write(f'<node id="{_escape(node.id)}">{_cells("n_", nodes, node)}</node>\n')
        for edge in rows.edges:
            kind = f' label="{_escape(_relation(edge, ontology, lang))}"' if kinds else ""
            ends = f'source="{_escape(rows.nodes[edge.source].id)}" target="{_escape(rows.nodes[edge.target].id)}"'
            file.write(f'<edge id="e{edge.index}" {ends}{kind}>{_cells("e_", edges, edge)}</edge>\n')
        file.write("</graph>\n</graphml>\n")


def _head(file: TextIO, nodes: Iterable[Column], edges: Iterable[Column]) -> None:
    # Without the declaration a Chinese Windows reads the file as GBK. All edges are directed: a mixed file stops networkx and Gephi Lite.
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for scope, prefix, columns in (("node", "n_", nodes), ("edge", "e_", edges)):
        for column in columns:
            file.write(f'<key id="{prefix}{column.name}" for="{scope}" attr.name="{column.name}" attr.type="{column.type}"/>\n')
    file.write('<graph edgedefault="directed">\n')


def _cells(prefix: str, columns: Iterable[Column], row: object) -> str:
    cells = []
    for column in columns:
        value = column.value(row)
        if value is None or value == "":
            continue
        if isinstance(value, bool):
            text = "true" if value else "false"
        elif isinstance(value, str):
            # Gephi turns INF within any text but a label into "Infinity" and the text "null" into nothing; an unseen blank breaks both up.
            text = _escape(value if column.name == "label" else _guard(value))
        else:
            text = repr(value)
        if text.strip():
            cells.append(f'<data key="{prefix}{column.name}">{text}</data>')
    return "".join(cells)


def _guard(text: str) -> str:
    if "INF" in text:
        text = text.replace("INF", "I\u200bNF")
    return "n\u200b" + text[1:] if text.lower() == "null" else text


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def _node_columns(rows: View, ontology: Ontology, lang: str) -> list[Column]:
    place, size, colour = _places(rows), _sizes(rows), {name: _rgb(entry.colour) for name, entry in ontology.entities.items()}
    words = {name: entry.label[lang] for name, entry in ontology.entities.items()}
    grey = _rgb(_GREY)
    return [
        Column("label", "string", lambda node: node.name),
        Column("x", "double", lambda node: place[node.index][0]),
        Column("y", "double", lambda node: place[node.index][1]),
        Column("z", "double", lambda node: 0.0),
        Column("size", "double", lambda node: size[node.index]),
        *(Column(part, "int", lambda node, at=at: colour.get(node.type, grey)[at]) for at, part in enumerate("rgb")),
        Column("type", "string", lambda node: node.type),
        Column("type_label", "string", lambda node: words.get(node.type, node.type)),
        Column("aliases", "string", lambda node: _joined(node.aliases)),
        Column("articles", "int", lambda node: node.articles),
        Column("first_date", "string", lambda node: node.first),
        Column("last_date", "string", lambda node: node.last),
        Column("code", "string", lambda node: _text(node.data.get("code"))),
        Column("value", "double", lambda node: _number(node.data.get("value"))),
        Column("value_max", "double", lambda node: _number(node.data.get("value_max"))),
        Column("currency", "string", lambda node: _text(node.data.get("currency"))),
        Column("modifier", "string", lambda node: _text(node.data.get("modifier"))),
    ]


def _edge_columns(rows: View, ontology: Ontology, lang: str) -> list[Column]:
    words = STATUS_WORDS[lang]

    def label(edge: EdgeRow) -> str:
        status = "" if edge.status == "asserted" else f"（{words.get(edge.status, edge.status)}）"
        return _relation(edge, ontology, lang) + status

    def symmetric(edge: EdgeRow) -> bool:
        return edge.relation in ontology.relations and ontology.relations[edge.relation].symmetric

    def colour(edge: EdgeRow, at: int) -> int:
        plain = _rgb(ontology.relations[edge.relation].colour if edge.relation in ontology.relations else _GREY)[at]
        return plain if edge.status == "asserted" else (plain + 255) // 2  # no settled fact: paler

    return [
        Column("label", "string", label),
        Column("weight", "double", lambda edge: float(edge.weight)),
        *(Column(part, "int", lambda edge, at=at: colour(edge, at)) for at, part in enumerate("rgb")),
        Column("relation", "string", lambda edge: edge.relation),
        Column("status", "string", lambda edge: edge.status),
        Column("status_label", "string", lambda edge: words.get(edge.status, edge.status)),
        Column("symmetric", "boolean", symmetric),
        Column("first_date", "string", lambda edge: edge.first),
        Column("last_date", "string", lambda edge: edge.last),
        Column("title", "string", lambda edge: edge.qualifiers.get("title", "")),
        Column("qualifiers", "string", lambda edge: _joined(f"{key}={value}" for key, value in edge.qualifiers.items() if key != "title")),
        Column("confidence", "double", lambda edge: edge.confidence),
        Column("sources", "int", lambda edge: len(edge.evidence)),
        Column("evidence", "string", _evidence),
    ]


def _evidence(edge: EdgeRow) -> str:
    """The first sentences with their articles; never so long that a reader refuses the file."""
    cells: list[str] = []
    length = 0
    for proof in edge.evidence[:_SOURCES]:
        origin = " ".join(part for part in (proof.paper, proof.published, f"《{proof.title}》" if proof.title else "") if part)
        cell = f"{proof.quote.strip()}（{origin}）" if origin else proof.quote.strip()
        cells.append(cell[: _CELL - length])
        length += len(cell) + 1
        if length >= _CELL:
            break
    rest = len(edge.evidence) - len(cells)
    return "\n".join(cells) + (f"\n… +{rest}" if rest > 0 else "")


def _relation(edge: EdgeRow, ontology: Ontology, lang: str) -> str:
    return ontology.relations[edge.relation].label[lang] if edge.relation in ontology.relations else edge.relation


def _places(rows: View) -> list[tuple[float, float]]:
    """The page's positions, wider, within Gephi's reach, and upside down: its y axis points up."""
    if not rows.nodes:
        return []
    place = rows.place
    middle = (place.max(axis=0) + place.min(axis=0)) / 2
    reach = float(abs(place - middle).max())
    factor = min(_STRETCH, REACH * 0.999 / reach) if reach > 0 else 1.0
    return [(round(float(x), 2), round(float(-y), 2)) for x, y in (place - middle) * factor]


def _sizes(rows: View) -> list[float]:
    low = min((node.degree for node in rows.nodes), default=0.0)
    high = max((node.degree for node in rows.nodes), default=0.0)
    if high == low:
        return [SMALLEST] * len(rows.nodes)
    return [round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt((node.degree - low) / (high - low)), 2) for node in rows.nodes]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _joined(texts: Iterable[str]) -> str:
    return "；".join(texts)[:_CELL]


def _text(value: object) -> str:
    return "" if value is None else line(value)


def _number(value: object) -> float | None:
    """Money as a double: Gephi drops whole numbers past 2^63, nan and inf."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300 else None
