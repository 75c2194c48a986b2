"""`push` through the official driver: to a server that speaks enough of its protocol (bolt.py), and to a real one where there is one (arcadedb.py)."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import CliRunner

import kg
from benchmarks.page import invent
from kg import ontology
from kg.errors import KgError
from kg.export import neo4j
from kg.export.columns import edge_columns, node_columns
from kg.export.view import view
from tests.export.arcadedb import FOLDER, ArcadeDB
from tests.export.bolt import Server
from tests.export.conftest import make_town
from tests.export.test_formats import make_hostile

GRAPHS: dict[str, Callable[[], "nx.MultiDiGraph[Any]"]] = {"town": make_town, "hostile": make_hostile}
real = pytest.mark.skipif(not FOLDER, reason="needs KG_ARCADEDB: a folder with arcadedb-embedded (.ci/run makes one)")


def test_everything_arrives_once(town: "nx.MultiDiGraph[Any]", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j, "BATCH", 20)
    rows = view(town, ontology.load())
    with Server() as server:
        for _ in range(2):
            assert neo4j.push(town, ontology.load(), server.uri, user="neo4j", password="x") == (len(rows.nodes), len(rows.edges))
        assert {id_: (label, told["name"]) for id_, (label, told) in server.nodes.items()} == {n.id: (n.type, n.name) for n in rows.nodes}
        ends = {id_: (start, kind.lower(), end) for id_, (start, kind, end, _) in server.edges.items()}
        assert ends == {e.id: (e.subject.id, e.relation, e.object_id) for e in rows.edges}
        assert server.queries[0] == (neo4j.CONSTRAINT, 0)
        assert max(size for _, size in server.queries) == 20


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeDB]:
    with ArcadeDB(tmp_path_factory.mktemp("arcadedb")) as running:
        yield running


@pytest.fixture
def session(server: ArcadeDB) -> Iterator[Any]:
    """A session of the official driver; the database is empty."""
    from neo4j import GraphDatabase

    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database=server.database) as session,
    ):
        session.execute_write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
        yield session


@real
@pytest.mark.parametrize("name", GRAPHS)
def test_a_real_server_has_every_value_once(name: str, server: ArcadeDB, session: Any) -> None:
    graph = GRAPHS[name]()
    for _ in range(2):
        neo4j.push(graph, ontology.load(), server.uri, user=server.user, password=server.password, database=server.database)
    check(graph, session)


@real
@pytest.mark.parametrize("name", GRAPHS)
def test_a_real_server_runs_the_script_twice(name: str, session: Any, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    neo4j.write(graph, ontology.load(), tmp_path / "neo4j")
    script = (tmp_path / "neo4j" / "graph.cypher").read_text("utf-8")
    for statement in [*script.split(";\n"), *script.split(";\n")]:
        if statement.startswith("UNWIND"):
            session.execute_write(lambda transaction, text=statement: transaction.run(text).consume())  # tried again when the server asks
        elif statement.strip():
            session.run(statement).consume()
    check(graph, session)


def check(graph: "nx.MultiDiGraph[Any]", session: Any) -> None:
    """All that the server holds, compared with the rows value by value."""
    rows, known = view(graph, ontology.load()), ontology.load()
    nodes = {record["id"]: (set(record["labels"]), record["told"]) for record in session.run(_NODES)}
    edges = {record["told"]["id"]: (record["a"], record["kind"], record["b"], record["told"]) for record in session.run(_EDGES)}
    assert session.run("MATCH ()-[r]->() RETURN count(r) AS n").single()["n"] == len(rows.edges)
    said = {"label": "name"}
    assert nodes == {
        n.id: ({"Entity", neo4j.label(n.type)}, {"id": n.id, **filled(n, node_columns(known, "zh"), said)}) for n in rows.nodes
    }
    assert edges == {
        e.id: (
            e.subject.id,
            neo4j.kind(e.relation),
            e.object_id,
            {"id": e.id, **filled(e, edge_columns(known, "zh"), {})},
        )
        for e in rows.edges
    }


@real
@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("KG_LARGE"), reason="takes a minute; KG_LARGE=1 runs it")
def test_a_real_server_takes_a_hundred_thousand_edges(tmp_path: Path) -> None:
    from neo4j import GraphDatabase

    graph = invent(100_000)
    with ArcadeDB(tmp_path) as server:
        neo4j.push(graph, ontology.load(), server.uri, user=server.user, password=server.password, database=server.database)
        with (
            GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
            driver.session(database=server.database) as session,
        ):
            check(graph, session)


_NODES = "MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, properties(n) AS told"
_EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS kind, b.id AS b, properties(r) AS told"


def filled(row: Any, columns: list[Any], called: dict[str, str]) -> dict[str, Any]:
    return {called.get(c.name, c.name): value for c in columns if (value := c.value(row)) not in (None, "")}


def test_refused_password_is_told(town: "nx.MultiDiGraph[Any]") -> None:
    with Server(refuse=True) as server, pytest.raises(KgError, match="请检查地址、用户名和密码"):
        neo4j.push(town, ontology.load(), server.uri, user="neo4j", password="wrong")


@real
def test_a_real_server_refuses_a_wrong_password(town: "nx.MultiDiGraph[Any]", server: ArcadeDB) -> None:
    with pytest.raises(KgError, match="请检查地址、用户名和密码"):
        neo4j.push(town, ontology.load(), server.uri, user=server.user, password="wrong")


def test_the_command(out: Path) -> None:
    from kg.cli import app

    with Server() as server:
        result = CliRunner().invoke(app, ["push", "neo4j", str(out), "--uri", server.uri, "--password", "x"])
        assert result.exit_code == 0, result.output
        assert len(server.nodes) == kg.open(out).number_of_nodes()


@real
def test_the_command_to_a_real_server(out: Path, server: ArcadeDB, session: Any) -> None:
    from kg.cli import app

    given = ["--uri", server.uri, "--user", server.user, "--password", server.password, "--database", server.database]
    result = CliRunner().invoke(app, ["push", "neo4j", str(out), *given])
    assert result.exit_code == 0, result.output
    check(kg.open(out), session)
