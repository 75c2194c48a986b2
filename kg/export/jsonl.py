"""JSON lines of statements, for programs: one object a line, as `kg/resources/statement.schema.json` describes it."""

import json
from pathlib import Path
from typing import Any

from kg.export.columns import StatementRow, statements
from kg.export.files import written
from kg.export.source import Graph
from kg.export.view import NodeRow, view
from kg.ontology import Ontology

_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode  # one for all: each call of `dumps` would make its own


def write(graph: Graph, ontology: Ontology, path: Path, **_: Any) -> None:
    """Write one statement a line, edges in order, evidence by date.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for the order.
        path: the file to write.
    """
    with written(path) as file:
        for row in statements(view(graph, ontology)):
            file.write(_encoded(record(row)) + "\n")


def record(row: StatementRow) -> dict[str, Any]:
    """One statement as plain data; keys without a value are left out, except those that the schema requires."""
    proof = row.proof
    article = {
        "id": proof.article,
        "title": proof.title,
        "paper": proof.paper,
        "published": proof.published,
        "page": proof.page,
        "source": proof.source,
    }
    evidence = {"quote": proof.quote, "start": proof.start, "end": proof.end, "article": _filled(article)}
    data: dict[str, Any] = {
        "id": f"{row.edge.id}#{row.number}",
        "subject": _entity(row.subject),
        "relation": row.edge.relation,
        "object": _entity(row.object),
        "status": proof.status,
        "date": proof.date or None,
        "qualifiers": dict(proof.qualifiers),
        "evidence": {key: value for key, value in evidence.items() if value is not None},
    }
    return data


def _entity(node: NodeRow) -> dict[str, Any]:
    told, aliases = node.facts, node.aliases
    facts = {key: told[key] for key in ("code", "value", "value_max", "currency", "modifier") if key in told}
    return {"id": node.id, "type": node.type, "name": node.name} | ({"aliases": list(aliases)} if aliases else {}) | facts


def _filled(data: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in data.items() if value != ""}
