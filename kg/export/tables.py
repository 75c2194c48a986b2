"""Tables of entities, edges and statements as CSV: opened by Excel as they are, imported by Gephi and pandas."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.export.columns import Column, edge_columns, node_columns, statement_columns, statements
from kg.export.files import folder, written
from kg.export.source import Graph
from kg.export.view import View, view
from kg.ontology import Ontology

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is run as a formula by spreadsheets


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write `nodes.csv`, `edges.csv` (Gephi's column names first) and `statements.csv` into the folder `path`.

    UTF-8 with a byte order mark, or Excel shows no Chinese. Texts that a spreadsheet would run as a formula get an apostrophe before them.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the folder to make.
        lang: language of labels and status words, `zh` or `en`.
    """
    rows = view(graph, ontology)
    with folder(path):
        for name, columns, records in sheets(rows, ontology, lang):
            with written(path / f"{name}.csv", encoding="utf-8-sig") as file:
                out = csv.writer(file, lineterminator="\r\n")
                out.writerow([column.name for column in columns])
                out.writerows([cell(column.value(record)) for column in columns] for record in records)


def sheets(rows: View, ontology: Ontology, lang: str) -> list[tuple[str, list[Column], Iterable[object]]]:
    """The three tables: name, columns, records."""
    ids = [Column("Id", "string", lambda node: node.id), Column("Label", "string", lambda node: node.name)]
    nodes = [*ids, *(column for column in node_columns(ontology, lang) if column.name != "label")]
    renamed = {"label": "Label", "weight": "Weight"}
    edges = [
        Column("Id", "string", lambda edge: edge.id),
        Column("Source", "string", lambda edge: edge.subject.id),
        Column("Target", "string", lambda edge: edge.object_id),
        Column("Type", "string", lambda edge: "Directed"),
        Column("source_label", "string", lambda edge: edge.subject.name),
        Column("target_label", "string", lambda edge: edge.object.name),
        *(column._replace(name=renamed.get(column.name, column.name)) for column in edge_columns(ontology, lang)),
    ]
    return [("nodes", nodes, rows.nodes), ("edges", edges, rows.edges), ("statements", statement_columns(ontology, lang), statements(rows))]


def cell(value: object) -> str:
    """A value as the text of a cell.

    >>> cell("=1+1"), cell(True), cell(610000000.0), cell(None)
    ("'=1+1", 'true', '610000000', '')
    """
    if isinstance(value, str):
        return f"'{value}" if value.lstrip("'").startswith(_FORMULA) else value  # and '= gets one more, so that each can be taken off again
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
