"""Edges, their status and evidence, and amounts that belong to their owners."""

import random
from typing import Any

import networkx as nx
import pytest

from kg import graph, ontology
from kg.resolve import resolve
from kg.types import Extraction


def made(extractions: list[Extraction]) -> "nx.MultiDiGraph[Any]":
    nodes, facts = graph.facts(extractions, resolve(extractions), ontology.load())
    return graph.make_graph(nodes, facts, {extraction.article.id: extraction.article for extraction in extractions})


def edges(g: "nx.MultiDiGraph[Any]") -> dict[tuple[str, str, str], dict[str, Any]]:
    label = nx.get_node_attributes(g, "label")
    return {(label[a], key, label[b]): data for a, b, key, data in g.edges(keys=True, data=True)}


def test_one_edge_holds_all_evidence_in_the_order_of_time(told: list[Extraction]) -> None:
    edge = edges(made(told[:2]))["岑国栋", "visited", "江汀控股集团有限公司"]
    assert (edge["relation"], edge["weight"], edge["first"], edge["last"]) == ("visited", 2, "2024-03-12", "2024-03-12")
    assert [entry["article"] for entry in edge["evidence"]] == ["a1", "a2"]
    assert all(entry["quote"] for entry in edge["evidence"])


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (["planned", "asserted"], "asserted"),
        (["planned"], "planned"),
        (["denied", "planned"], "planned"),
        (["denied"], "denied"),
        (["former", "reported"], "former"),
    ],
)
def test_plans_and_denials_are_never_drawn_as_done(teller: Any, said: list[str], status: str) -> None:
    extractions = []
    for number, one in enumerate(said):
        article = teller.article(f"s{number}", "岑国栋走访云杉智控有限公司。")
        ends = [teller.entity(article, "e1", "Person", "岑国栋"), teller.entity(article, "e2", "Company", "云杉智控有限公司")]
        extractions.append(teller.tell(article, ends, [teller.statement(article, "e1", "visited", "e2", status=one)]))
    (edge,) = edges(made(extractions)).values()
    assert (edge["status"], len(edge["evidence"])) == (status, len(said))


def test_the_same_amount_of_two_firms_is_two_nodes(told: list[Extraction]) -> None:
    g = made(told)
    amounts = [node for node, data in g.nodes(data=True) if data["type"] == "Amount"]
    assert len(amounts) == 2
    assert all(g.in_degree(node) == 1 for node in amounts)
    assert all(g.nodes[node]["value"] == 520000000 and g.nodes[node]["currency"] == "CNY" for node in amounts)


def test_the_same_figure_of_one_firm_in_two_articles_is_one_node(told: list[Extraction], teller: Any) -> None:
    again = teller.article("a9", "江汀控股集团有限公司总投资5.2亿元。")
    ends = [
        teller.entity(again, "e1", "Company", "江汀控股集团有限公司"),
        teller.entity(again, "e2", "Amount", "5.2亿元", value=520000000, currency="CNY"),
    ]
    more = teller.tell(again, ends, [teller.statement(again, "e1", "invests_amount", "e2", qualifiers={"metric": "总投资"})])
    assert edges(made([told[0], more]))["江汀控股集团有限公司", "invests_amount", "5.2亿元"]["weight"] == 2


def test_symmetric_relation_has_one_direction(teller: Any) -> None:
    extractions = []
    for number, ends in enumerate((("e1", "e2"), ("e2", "e1"))):
        article = teller.article(f"y{number}", "云杉智控有限公司与滁州市商务局签约。")
        both = [
            teller.entity(article, "e1", "Company", "云杉智控有限公司"),
            teller.entity(article, "e2", "PublicBody", "滁州市商务局", code="3411", resolved=True),
        ]
        extractions.append(teller.tell(article, both, [teller.statement(article, ends[0], "signed_with", ends[1])]))
    assert list(edges(made(extractions))) == [("滁州市商务局", "signed_with", "云杉智控有限公司")]


def test_two_posts_in_one_sentence_are_two_facts_of_one_edge(teller: Any) -> None:
    article = teller.article("p1", "岑国栋任云杉智控有限公司董事长、党组书记。")
    ends = [teller.entity(article, "e1", "Person", "岑国栋"), teller.entity(article, "e2", "Company", "云杉智控有限公司")]
    posts = [
        teller.statement(article, "e1", "holds_position", "e2", qualifiers={"title": title}) for title in ("董事长", "党组书记", "董事长")
    ]
    (edge,) = edges(made([teller.tell(article, ends, posts)])).values()
    assert sorted(entry["qualifiers"]["title"] for entry in edge["evidence"]) == ["党组书记", "董事长"]


def test_a_thing_is_not_tied_to_itself(teller: Any) -> None:
    article = teller.article("x1", "云杉智控有限公司")
    twice = [teller.entity(article, id_, "Company", "云杉智控有限公司") for id_ in ("e1", "e2")]
    assert made([teller.tell(article, twice, [teller.statement(article, "e1", "owns", "e2")])]).number_of_edges() == 0


def test_dates_without_year_are_no_dates_of_an_edge(teller: Any) -> None:
    article = teller.article("n1", "岑国栋走访云杉智控有限公司。", published=None)
    ends = [teller.entity(article, "e1", "Person", "岑国栋"), teller.entity(article, "e2", "Company", "云杉智控有限公司")]
    (edge,) = edges(made([teller.tell(article, ends, [teller.statement(article, "e1", "visited", "e2", date="--03-12")])])).values()
    assert (edge["first"], edge["last"], edge["evidence"][0]["date"]) == ("", "", "--03-12")


def test_same_graph_whatever_the_order(told: list[Extraction]) -> None:
    expected = made(told)
    for seed in range(3):
        shuffled = told[:]
        random.Random(seed).shuffle(shuffled)
        g = made(shuffled)
        assert list(g.nodes(data=True)) == list(expected.nodes(data=True))
        assert list(g.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
