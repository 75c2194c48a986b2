"""The pyvis model that the page is made from can be gone on with in pyvis itself."""

import json
from typing import Any

import networkx as nx

from kg import ontology
from kg.export.network import network
from kg.export.view import view


def test_pyvis_draws_the_model(town: "nx.MultiDiGraph[Any]") -> None:
    rows = view(town, ontology.load())
    made = network(rows, ontology.load())
    assert [node["label"] for node in made.nodes] == [node.name for node in rows.nodes]
    numbers = rows.numbers()
    assert [(edge["from"], edge["to"]) for edge in made.edges] == [
        (numbers[edge.subject.id], numbers[edge.object_id]) for edge in rows.edges
    ]
    assert {tuple(edge["dashes"]) for edge in made.edges if "dashes" in edge}, "what is no settled fact is dashed"
    assert made.get_node(0)["label"] == next(iter(rows.nodes)).name
    assert json.dumps(next(iter(rows.nodes)).name) in made.generate_html()
