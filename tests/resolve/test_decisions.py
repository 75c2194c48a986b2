"""Judgements over the rules: followed, taken back, contradicted, waiting."""

from typing import Any

import pytest

from kg import decisions
from kg.resolve import resolve
from kg.resolve.anchors import anchor_of
from kg.types import Decision, DecisionKind, Extraction, Node


def nodes(told: list[Extraction], made: list[Decision]) -> dict[tuple[str, str], Node]:
    return {member: node for node in resolve(told, made).nodes for member in node.members}


def make(kind: DecisionKind, left: object, right: object = "", number: int = 1) -> Decision:
    return decisions.make(kind, left, right, at=f"2024-05-0{number}")


@pytest.fixture
def namesakes(told: list[Extraction]) -> tuple[Node, Node]:
    found = nodes(told, [])
    return found["a1", "e1"], found["a3", "e1"]


def test_same_merges_and_says_who_judged(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    made = decisions.make("same", *map(anchor_of, namesakes), by="甲", note="任前公示", at="2024-05-01")
    node = nodes(told, [made])["a1", "e1"]
    assert node == nodes(told, [made])["a3", "e1"]
    assert node.id == namesakes[0].id
    assert f"人工判定为同一（{made.id}，甲，任前公示）" in node.reasons


def test_undone_is_as_if_never_made(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    made = make("same", *map(anchor_of, namesakes))
    assert resolve(told, [made, make("undo", made.id, number=2)]) == resolve(told)


def test_different_parts_what_a_rule_merged(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    one = namesakes[0]
    made = make("different", anchor_of(one, ["a1"]), anchor_of(one, ["a2"]))
    found = nodes(told, [made])
    assert found["a1", "e1"] != found["a2", "e1"]
    assert found["a1", "e1"].id == one.id


def test_rename_shows_another_name_and_keeps_the_old(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    node = nodes(told, [make("rename", anchor_of(namesakes[0]), "岑国栋（滁州）")])["a1", "e1"]
    assert (node.name, "岑国栋" in node.aliases) == ("岑国栋（滁州）", True)


def test_later_of_two_contradicting_counts_and_the_other_is_reported(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    anchors = [anchor_of(node) for node in namesakes]
    same, different = make("same", *anchors, number=1), make("different", *anchors, number=2)
    resolution = resolve(told, [different, same])
    members = {member: node for node in resolution.nodes for member in node.members}
    assert members["a1", "e1"] != members["a3", "e1"]
    assert [(entry.entity, different.id in entry.reason) for entry in resolution.unresolved if not entry.article] == [(same.id, True)]


def test_chain_of_sameness_against_difference_is_noticed(told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    one, other = namesakes
    parts = [anchor_of(one, ["a1"]), anchor_of(one, ["a2"]), anchor_of(other)]
    made = [make("different", parts[0], parts[2], 1), make("same", parts[0], parts[1], 2), make("same", parts[1], parts[2], 3)]
    found = nodes(told, made)
    assert found["a1", "e1"] == found["a2", "e1"] == found["a3", "e1"]
    assert [entry.entity for entry in resolve(told, made).unresolved if not entry.article] == [made[0].id]


@pytest.mark.parametrize("anchor", ["Person:无此人@a1", "Person:岑国栋@gone", "Person:岑国栋", "Person", ""])
def test_what_is_not_found_waits_and_is_reported(told: list[Extraction], anchor: str) -> None:
    made = make("same", anchor, "Person:岑国栋@a3")
    resolution = resolve(told, [made])
    assert resolution.nodes == resolve(told).nodes
    assert [entry.entity for entry in resolution.unresolved if not entry.article] == [made.id]


def test_decision_survives_other_articles(teller: Any, told: list[Extraction], namesakes: tuple[Node, Node]) -> None:
    """An article that ties the namesake to more does not undo the judgement, nor does one that is gone."""
    made = make("same", *map(anchor_of, namesakes))
    article = teller.article("b7", "岑国栋在徐州。", locality="江苏省徐州市", locality_code="3203")
    more = Extraction(article, (teller.entity(article, "e1", "Person", "岑国栋"),))
    found = nodes([*told[1:], more], [made])
    assert found["a2", "e1"] == found["a3", "e1"] == found["b7", "e1"]


def test_firms_and_bodies_can_be_judged_too(told: list[Extraction]) -> None:
    found = nodes(told, [])
    made = make("same", anchor_of(found["a1", "e3"]), anchor_of(found["a3", "e3"]))
    node = nodes(told, [made])["a3", "e3"]
    assert (node.name, "云杉智控" in node.aliases) == ("江汀控股集团有限公司", True)
