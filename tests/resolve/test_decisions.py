"""Judgements over the rules: followed, taken back, contradicted, waiting."""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from kg import decisions
from kg.resolve import resolve
from kg.resolve.anchors import anchor_of
from kg.resolve.judged import _consistent, _Judgement
from kg.store import Store
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


def slowly(found: list[_Judgement]) -> tuple[list[Decision], dict[str, str]]:
    """What `_consistent` means: from the last to the first, each with all that stand asked anew; those that stand, and whom others contradict."""
    kept: list[_Judgement] = []
    gone = {}
    for one in reversed(found):
        groups: list[set[Any]] = []
        for same in (*kept, one):
            if same.decision.kind == "same":
                touched = [group for group in groups if group & (same.left | same.right)]
                groups = [group for group in groups if group not in touched] + [set().union(same.left | same.right, *touched)]
        split = [each for each in (*kept, one) if each.decision.kind == "different"]
        broken = [each for each in split if each.left & each.right or any(each.left & group and each.right & group for group in groups)]
        if broken:
            gone[one.decision.id] = next((each.decision.id for each in broken if each is not one), "")
        else:
            kept.insert(0, one)
    return [one.decision for one in kept], gone


@pytest.mark.parametrize("seed", range(60))
def test_judgements_stand_as_if_each_were_weighed_against_all(seed: int) -> None:
    rng = random.Random(seed)
    keys = [(f"a{number}", "e1") for number in range(9)]
    found = []
    for number in range(14):
        made = decisions.make(rng.choice(["same", "different"]), number, at=f"{number:02}")  # type: ignore[arg-type]
        found.append(_Judgement(made, set(rng.sample(keys, rng.randint(1, 2))), set(rng.sample(keys, 1))))
    standing, reports = _consistent(found)
    kept, gone = slowly(found)
    assert [one.decision for one in standing] == kept
    assert {entry.entity: gone[entry.entity] in entry.reason for entry in reports} == dict.fromkeys(gone, True)


def test_many_judgements_take_no_longer_than_their_number(teller: Any) -> None:
    """Two thousand firms in pairs, each judged; once the time was the cube of the judgements: minutes for these."""
    told = []
    for number in range(2000):
        article = teller.article(f"n{number:04}", f"云杉{number}号有限公司开工。")
        told.append(teller.tell(article, [teller.entity(article, "e1", "Company", f"云杉{number}号有限公司")]))
    names = [f"Company:云杉{number}号有限公司@n{number:04}" for number in range(2000)]
    made = [decisions.make("different" if at % 4 else "same", names[at], names[at + 1], at=f"{at:04}") for at in range(0, 2000, 2)]
    made += [decisions.make("different", names[at], names[-at - 1], at=f"{at:04}") for at in range(0, 1000, 2)]
    started = time.process_time()
    assert len(resolve(told, made).nodes) == 1500
    assert time.process_time() - started < 15


def test_firms_and_bodies_can_be_judged_too(told: list[Extraction]) -> None:
    found = nodes(told, [])
    made = make("same", anchor_of(found["a1", "e3"]), anchor_of(found["a3", "e3"]))
    node = nodes(told, [made])["a3", "e3"]
    assert (node.name, "云杉智控" in node.aliases) == ("江汀控股集团有限公司", True)


@pytest.mark.parametrize("note", [" 任前公示", "任前公示\u3000", "任前\r\n公示", "\x0b", "坏\udc80字", '“甲”,"乙"'])
def test_what_somebody_typed_comes_back_from_the_file(note: str, tmp_path: Path) -> None:
    made = decisions.make("same", "Person:岑国栋@a1", "Person:岑国栋@a2", by=f" 甲{note}", note=note, at="2024-05-01")
    with Store.create(tmp_path) as store:
        assert decisions.bring_together(store, tmp_path, [made]) == []
        assert decisions.read(tmp_path / decisions.FILE) == ([made], [])
        assert decisions.bring_together(store, tmp_path, [make("undo", made.id, number=2)]) == []
    assert len((tmp_path / decisions.FILE).read_text(encoding="utf-8").splitlines()) == 3


def test_a_record_that_was_kept_with_blanks_is_no_contradiction(tmp_path: Path) -> None:
    old = Decision("d1", "same", "Person:岑国栋@a1", "Person:岑国栋@a2", "甲", " 任前公示\r\n第3号 ", "2024-05-01")
    with Store.create(tmp_path) as store:
        for new in ([old], [make("undo", "d1", number=2)]):
            assert decisions.bring_together(store, tmp_path, new) == []
        assert store.decisions()[0] == old
    assert "undo" in (tmp_path / decisions.FILE).read_text(encoding="utf-8")
