"""What every table and file format says of an entity, an edge and a statement: the same columns with the same names everywhere."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kg.export.view import EdgeRow, EvidenceRow, NodeRow, View, line
from kg.ontology import Ontology

SOURCES, CELL = 12, 4000  # sources and characters of one evidence cell
STATUS_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {"asserted": "已述", "planned": "计划", "denied": "否认", "former": "曾经", "reported": "据称"},
    "en": {"asserted": "stated", "planned": "planned", "denied": "denied", "former": "former", "reported": "reported"},
}


class Column(NamedTuple):
    """One column: its name, its type (boolean, int, double or string: Gephi Lite stops at anything else) and how a row gives its value."""

    name: str
    type: str
    value: Callable[[Any], object]
    fixed: bool = False  # depends on the type of the node, or on relation and status of the edge, alone
    by: str = ""  # the attribute of the graph's node or edge that alone decides the value: a text or number
    within: str = ""  # the attribute that the value is taken from: where that list or mapping is empty, so is the value


class StatementRow(NamedTuple):
    """One statement: an edge and one piece of evidence beneath it."""

    number: int  # within its edge, from 1
    subject: NodeRow
    edge: EdgeRow
    object: NodeRow
    proof: EvidenceRow


def statements(rows: View) -> Iterator[StatementRow]:
    """All statements, in the order of the edges and of their evidence."""
    for edge in rows.edges:
        target = edge.object
        for number, proof in enumerate(edge.evidence, start=1):
            yield StatementRow(number, edge.subject, edge, target, proof)


def node_columns(ontology: Ontology, lang: str) -> list[Column]:
    """Columns over `NodeRow`."""
    words = {name: entry.label[lang] for name, entry in ontology.entities.items()}
    return [
        Column("label", "string", lambda node: node.name),
        Column("type", "string", lambda node: node.type, fixed=True),
        Column("type_label", "string", lambda node: words.get(node.type, node.type), fixed=True),
        Column("aliases", "string", lambda node: joined(node.aliases), within="aliases"),
        Column("articles", "int", lambda node: node.articles, by="articles"),
        Column("first_date", "string", lambda node: node.first, by="first"),
        Column("last_date", "string", lambda node: node.last, by="last"),
        Column("code", "string", lambda node: _text(node.data.get("code")), by="code"),
        Column("value", "double", lambda node: number(node.data.get("value")), by="value"),
        Column("value_max", "double", lambda node: number(node.data.get("value_max")), by="value_max"),
        Column("currency", "string", lambda node: _text(node.data.get("currency")), by="currency"),
        Column("modifier", "string", lambda node: _text(node.data.get("modifier")), by="modifier"),
    ]


def edge_columns(ontology: Ontology, lang: str) -> list[Column]:
    """Columns over `EdgeRow`."""
    words = STATUS_WORDS[lang]

    def label(edge: EdgeRow) -> str:
        status = "" if edge.status == "asserted" else f"（{words.get(edge.status, edge.status)}）"
        return ontology.relation_label(edge.relation, lang) + status

    return [
        Column("label", "string", label, fixed=True),
        Column("weight", "double", lambda edge: float(edge.weight), by="weight"),
        Column("relation", "string", lambda edge: edge.relation, fixed=True),
        Column("status", "string", lambda edge: edge.status, fixed=True),
        Column("status_label", "string", lambda edge: words.get(edge.status, edge.status), fixed=True),
        Column("symmetric", "boolean", lambda edge: is_symmetric(edge.relation, ontology), fixed=True),
        Column("first_date", "string", lambda edge: edge.first, by="first"),
        Column("last_date", "string", lambda edge: edge.last, by="last"),
        Column("title", "string", lambda edge: edge.qualifiers.get("title", ""), within="qualifiers"),
        Column("qualifiers", "string", lambda edge: qualifiers_text(edge.qualifiers), within="qualifiers"),
        Column("confidence", "double", lambda edge: edge.confidence, by="confidence"),
        Column("sources", "int", lambda edge: edge.sources),
        Column("quote", "string", _quotes, within="evidence"),
    ]


def statement_columns(ontology: Ontology, lang: str) -> list[Column]:
    """Columns over `StatementRow`."""
    words = STATUS_WORDS[lang]
    return [
        Column("statement", "string", lambda row: f"{row.edge.id}#{row.number}"),
        Column("subject_id", "string", lambda row: row.subject.id),
        Column("subject", "string", lambda row: row.subject.name),
        Column("subject_type", "string", lambda row: row.subject.type),
        Column("relation", "string", lambda row: row.edge.relation),
        Column("relation_label", "string", lambda row: ontology.relation_label(row.edge.relation, lang)),
        Column("object_id", "string", lambda row: row.object.id),
        Column("object", "string", lambda row: row.object.name),
        Column("object_type", "string", lambda row: row.object.type),
        Column("status", "string", lambda row: row.proof.status),
        Column("status_label", "string", lambda row: words.get(row.proof.status, row.proof.status)),
        Column("date", "string", lambda row: row.proof.date),
        Column("title", "string", lambda row: row.proof.qualifiers.get("title", "")),
        Column("qualifiers", "string", lambda row: qualifiers_text(row.proof.qualifiers)),
        Column("quote", "string", lambda row: row.proof.quote),
        Column("start", "int", lambda row: row.proof.start),
        Column("end", "int", lambda row: row.proof.end),
        Column("article_title", "string", lambda row: row.proof.title),
        Column("paper", "string", lambda row: row.proof.paper),
        Column("published", "string", lambda row: row.proof.published),
        Column("page", "string", lambda row: row.proof.page),
        Column("article", "string", lambda row: row.proof.article),
        Column("source", "string", lambda row: row.proof.source),
    ]


def is_symmetric(relation: str, ontology: Ontology) -> bool:
    """Whether the order of the ends says nothing."""
    return relation in ontology.relations and ontology.relations[relation].symmetric


def qualifiers_text(qualifiers: Mapping[str, str]) -> str:
    """Qualifiers but the title, which has a column of its own: `metric=营收；period=2023`."""
    return joined(f"{key}={value}" for key, value in qualifiers.items() if key != "title")


def joined(texts: Iterable[str]) -> str:
    """Several values in one cell."""
    return "；".join(texts)[:CELL]


def number(value: object) -> float | None:
    """Money as a double: Gephi drops whole numbers past 2^63, nan and inf."""
    return float(value) if isinstance(value, int | float) and abs(value) < 1e300 else None


def _text(value: object) -> str:
    return "" if value is None or (isinstance(value, float) and not math.isfinite(value)) else line(value)


def _quotes(edge: EdgeRow) -> str:
    """The first sentences with their articles; never so long that a reader refuses the file."""
    told = edge.told(SOURCES)
    if len(told) == 1:  # nearly always
        return told[0][:CELL]
    cells: list[str] = []
    length = 0
    for text in told:
        cells.append(text[: CELL - length])
        length += len(text) + 1
        if length >= CELL:
            break
    rest = edge.sources - len(cells)
    return "\n".join(cells) + (f"\n… +{rest}" if rest > 0 else "")
