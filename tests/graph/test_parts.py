"""Parts of a graph that is too big for one page: the most connected, what was told of lately."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import kg
from kg.explore import Graph
from kg.types import Extraction
from tests.export.conftest import make_town


@pytest.fixture(scope="module")
def town() -> Graph:
    return Graph(make_town())


def test_top_takes_the_most_connected_and_their_amounts(town: Graph) -> None:
    part = town.top(10)
    things = [id_ for id_ in part if part.nodes[id_]["type"] != "Amount"]
    assert len(things) == 10
    assert min(town.ties(id_) for id_ in things) >= max(
        town.ties(id_) for id_ in town if id_ not in part and town.nodes[id_]["type"] != "Amount"
    )
    assert all(set(part.predecessors(id_)) & set(things) for id_ in part if part.nodes[id_]["type"] == "Amount")


@pytest.mark.parametrize("date", ["2024-06", "2024-07-03", "2025"])
def test_since_takes_what_was_told_of_then(date: str, town: Graph) -> None:
    part = town.since(date)
    kept = {(a, b, key) for a, b, key, data in town.edges(keys=True, data=True) if data["last"] >= date}
    assert set(part.edges(keys=True)) == kept
    assert set(part) == {end for a, b, _ in kept for end in (a, b)}


@pytest.mark.parametrize(("last", "kept"), [("2024", True), ("2024-05", True), ("2024-04", False), ("2023", False), ("", False)])
def test_partial_dates_may_mean_any_of_their_days(last: str, kept: bool) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", "owns", last=last)
    assert (len(Graph(graph).since("2024-05")) == 2) is kept


def test_statements_of_a_part_are_those_of_its_edges(
    told: list[Extraction], teller: Any, keep: Callable[[Path, Iterable[Extraction]], Path], tmp_path: Path
) -> None:
    """Two firms that planned to sign in March, and of which one owns the other since June."""
    article = teller.article("a9", "江汀控股集团有限公司收购云杉智控。", published="2024-06-01")
    ends = [teller.entity(article, "e1", "Company", "江汀控股集团有限公司"), teller.entity(article, "e2", "Company", "云杉智控")]
    more = teller.tell(article, ends, [teller.statement(article, "e1", "owns", "e2")])
    part = kg.open(keep(tmp_path, [*told, more])).since("2024-06")
    assert [relation for _, _, relation in part.edges(keys=True)] == ["owns"]
    assert list(part.statements["relation"]) == ["owns"]


def test_parts_keep_the_order_of_the_graph(town: Graph) -> None:
    part = town.top(20)
    assert list(part) == [id_ for id_ in town if id_ in part]
    assert part.graph == town.graph
