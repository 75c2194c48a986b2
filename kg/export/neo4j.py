"""Neo4j: files for `neo4j-admin database import` and a Cypher script that can be run again and again; `push` sends the same to a server.

Nodes carry the label `Entity` and that of their type, edges the relation in capitals as their type. The key of both is `id`.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.export.columns import Column, edge_columns, node_columns
from kg.export.extras import missing
from kg.export.files import folder, written
from kg.export.source import Graph
from kg.export.view import EdgeRow, NodeRow, View, view
from kg.ontology import Ontology

BATCH = 1000  # rows a transaction
MOST = 3000  # rows that wait for others of their kind
CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
INDEX = "CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)"
_REFUSED = {
    "zh": "{uri}: Neo4j 拒绝或无法连接（{error}）；请检查地址、用户名和密码",
    "en": "{uri}: Neo4j refused or cannot be reached ({error}); please check address, user and password",
}
_literal = json.JSONEncoder(ensure_ascii=False).encode  # one for all: each call of `dumps` would make its own
_TYPES = {"string": "string", "int": "long", "double": "double", "boolean": "boolean"}


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write `nodes.csv`, `relationships.csv` and `graph.cypher` into the folder `path`.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations.
        path: the folder to make.
        lang: language of labels and status words, `zh` or `en`.
    """
    rows = view(graph, ontology)
    nodes, edges = _node_columns(ontology, lang), _edge_columns(ontology, lang)
    with folder(path):
        _table(
            path / "nodes.csv",
            ["id:ID", *_heads(nodes), ":LABEL"],
            ([n.id, *_cells(nodes, n), f"Entity;{label(n.type)}"] for n in rows.nodes),
        )
        ends = ([e.subject.id, e.object_id, e.id, *_cells(edges, e), kind(e.relation)] for e in rows.edges)
        _table(path / "relationships.csv", [":START_ID", ":END_ID", "id", *_heads(edges), ":TYPE"], ends)
        with written(path / "graph.cypher") as file:
            for query, batch in queries(rows, ontology, lang):
                file.write(f"UNWIND {cypher(batch)} AS row\n{query};\n" if batch else f"{query};\n")


def push(
    graph: Graph, ontology: Ontology, uri: str, *, user: str, password: str, database: str | None = None, lang: str = "zh"
) -> tuple[int, int]:
    """Send the graph to a server; what is there already is brought up to date, nothing is deleted.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations.
        uri: address of the server, `bolt://…` or `neo4j://…`.
        user: its user.
        password: and password.
        database: the database; the server's default if not given.
        lang: language of labels and status words.

    Returns:
        How many nodes and relationships were sent.

    Raises:
        UsageError: the driver is not installed.
        KgError: the server refused or cannot be reached.
    """
    try:
        import neo4j
        from neo4j.exceptions import DriverError, Neo4jError
    except ImportError:
        raise missing("push neo4j", "neo4j", "neo4j", lang) from None
    rows = view(graph, ontology)
    try:
        with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver, driver.session(database=database) as session:
            for query, batch in queries(rows, ontology, lang):
                if batch:
                    session.execute_write(_send, f"UNWIND $rows AS row\n{query}", batch)  # retried when the server asks for it
                else:
                    session.run(query).consume()
    except (DriverError, Neo4jError, ValueError) as error:
        raise KgError(_REFUSED[lang].format(uri=uri, error=" ".join(str(error).split()))) from error
    return len(rows.nodes), len(rows.edges)


def _send(transaction: Any, query: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(query, rows=rows).consume()


def queries(rows: View, ontology: Ontology, lang: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Cypher that merges by id, with the rows for each; labels and types cannot be parameters, so there is a query for each."""
    nodes, edges = _node_columns(ontology, lang), _edge_columns(ontology, lang)
    yield CONSTRAINT, []
    yield INDEX, []
    found = ((label(n.type), {"id": n.id, "set": _filled(nodes, n)}) for n in rows.nodes)
    # Made with both labels at once (some servers move a node to give it another), and only where there is none: ids tell the type. Not by MERGE on
    # both labels, for which ArcadeDB looks through all nodes; this asks the index of the constraint.
    for type_, batch in _batches(found):
        yield (
            f"OPTIONAL MATCH (o:Entity {{id: row.id}}) WITH row, o WHERE o IS NULL CREATE (n:Entity:`{type_}` {{id: row.id}})",
            [{"id": row["id"]} for row in batch],
        )
        yield "MATCH (n:Entity {id: row.id}) SET n += row.set", batch
    ties = ((kind(e.relation), {"from": e.subject.id, "to": e.object_id, "id": e.id, "set": _filled(edges, e)}) for e in rows.edges)
    for relation, batch in _batches(ties):
        yield (
            f"MATCH (a:Entity {{id: row.from}}), (b:Entity {{id: row.to}}) MERGE (a)-[r:`{relation}` {{id: row.id}}]->(b) SET r += row.set",
            batch,
        )


def label(type_: str) -> str:
    """A type as a node label; a back-tick would end it."""
    return type_.replace("`", "").replace(";", "") or "Thing"


def kind(relation: str) -> str:
    """A relation as a relationship type."""
    return relation.upper().replace("`", "") or "RELATED"


def cypher(value: object) -> str:
    r"""A value as a Cypher literal.

    >>> print(cypher([{"name": 'a"\\', "n": 1.5, "ok": True}]))
    [{name: "a\"\\", n: 1.5, ok: true}]
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {cypher(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(cypher, value)) + "]"
    return _literal(value)


def _node_columns(ontology: Ontology, lang: str) -> list[Column]:
    return [column._replace(name="name" if column.name == "label" else column.name) for column in node_columns(ontology, lang)]


def _edge_columns(ontology: Ontology, lang: str) -> list[Column]:
    return edge_columns(ontology, lang)


def _heads(columns: Sequence[Column]) -> list[str]:
    return [f"{column.name}:{_TYPES[column.type]}" for column in columns]


def _cells(columns: Sequence[Column], row: object) -> list[str]:
    return [_cell(column.value(row)) for column in columns]


def _cell(value: object) -> str:
    return "" if value is None else ("true" if value else "false") if isinstance(value, bool) else str(value)


def _filled(columns: Sequence[Column], row: NodeRow | EdgeRow) -> dict[str, Any]:
    return {column.name: value for column in columns if (value := column.value(row)) not in (None, "")}


def _batches(rows: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of each kind, so many at a time, as they fill up; when too many wait, the fullest goes."""
    waiting: dict[str, list[dict[str, Any]]] = {}
    held = 0
    for kind_, row in rows:
        waiting.setdefault(kind_, []).append(row)
        held += 1
        if len(waiting[kind_]) == BATCH or held == MOST:
            fullest = kind_ if len(waiting[kind_]) == BATCH else max(waiting, key=lambda kind: len(waiting[kind]))
            held -= len(waiting[fullest])
            yield fullest, waiting.pop(fullest)
    yield from sorted(waiting.items())


def _table(path: Path, heads: list[str], rows: Iterable[list[str]]) -> None:
    with written(path) as file:  # neo4j-admin takes no byte order mark
        out = csv.writer(file, lineterminator="\n")
        out.writerow(heads)
        out.writerows(rows)
