"""`push` through the official driver, to a server that speaks its protocol (see bolt.py)."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import CliRunner

import kg
from kg import ontology
from kg.errors import KgError
from kg.export import neo4j
from kg.export.view import view
from tests.export.bolt import Server


def test_everything_arrives_once(town: "nx.MultiDiGraph[Any]", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j, "BATCH", 20)
    rows = view(town, ontology.load())
    with Server() as server:
        for _ in range(2):
            assert neo4j.push(town, ontology.load(), server.uri, user="neo4j", password="x") == (len(rows.nodes), len(rows.edges))
        assert {id_: (label, told["name"]) for id_, (label, told) in server.nodes.items()} == {n.id: (n.type, n.name) for n in rows.nodes}
        ends = {id_: (start, kind.lower(), end) for id_, (start, kind, end, _) in server.edges.items()}
        assert ends == {e.id: (rows.nodes[e.source].id, e.relation, rows.nodes[e.target].id) for e in rows.edges}
        assert server.queries[0] == (neo4j.CONSTRAINT, 0)
        assert max(size for _, size in server.queries) == 20


def test_refused_password_is_told(town: "nx.MultiDiGraph[Any]") -> None:
    with Server(refuse=True) as server, pytest.raises(KgError, match="请检查地址、用户名和密码"):
        neo4j.push(town, ontology.load(), server.uri, user="neo4j", password="wrong")


def test_the_command(out: Path) -> None:
    from kg.cli import app

    with Server() as server:
        result = CliRunner().invoke(app, ["push", "neo4j", str(out), "--uri", server.uri, "--password", "x"])
        assert result.exit_code == 0, result.output
        assert len(server.nodes) == kg.open(out).number_of_nodes()
