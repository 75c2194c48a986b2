"""Scoring: what counts as right, wrong, missed, split or optional. All names are invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg import ontology
from kg.errors import BadResource, UsageError
from kg.evaluate import baseline, evaluate
from kg.evaluate.gold import load_gold
from kg.evaluate.scoring import Counts, Score, score
from kg.types import Article, Entity, Evidence, Extraction, Mention, Statement

TEXT = "市长林岳走访云杉智控。云杉智控总投资3亿元。"
GOLD: dict[str, Any] = {
    "id": "t1",
    "entities": [
        {"id": "p", "type": "Person", "names": ["林岳"]},
        {"id": "c", "type": "Company", "names": ["云杉智控"]},
        {"id": "a", "type": "Amount", "names": ["3亿元"]},
        {"id": "x", "type": "Place", "names": ["琅琊区"], "optional": True},
    ],
    "relations": [
        {"s": "p", "r": "visited", "o": "c", "date": "2024-03-12"},
        {"s": "c", "r": "invests_amount", "o": "a", "metric": "总投资"},
        {"s": "c", "r": "located_in", "o": "x"},
    ],
}


def entity(id_: str, type_: str, name: str) -> Entity:
    start = TEXT.find(name)
    return Entity(id_, type_, name, (Mention(start, start + len(name), type_, name),) if start >= 0 else ())


def statement(subject: str, relation: str, target: str, **rest: Any) -> Statement:
    return Statement("s", subject, relation, target, Evidence(0, 11, TEXT[:11]), rule="r", **rest)


def scored(entities: list[Entity], statements: list[Statement], tmp_path: Path) -> Score:
    (tmp_path / "t1.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    (gold,) = load_gold(tmp_path)["t1"]
    return score(gold, [Extraction(Article("a", "t1.txt", TEXT), tuple(entities), tuple(statements))], ontology.load())


P, C, A = entity("e1", "Person", "林岳"), entity("e2", "Company", "云杉智控"), entity("e3", "Amount", "3亿元")


@pytest.mark.parametrize(
    ("entities", "counts"),
    [
        ([P, C, A], (3, 0, 0)),
        ([P, C], (2, 0, 1)),
        ([P, C, A, entity("e4", "Place", "琅琊区")], (3, 0, 0)),  # optional: neither
        ([P, C, A, entity("e4", "Company", "琅琊区")], (3, 1, 0)),  # wrong type
        ([P, C, A, entity("e4", "Company", "云杉智控")], (3, 1, 0)),  # split
        ([P, C, A, entity("e4", "Amount", "3亿元")], (3, 0, 0)),  # amounts may repeat
    ],
)
def test_entities_counted(entities: list[Entity], counts: tuple[int, int, int], tmp_path: Path) -> None:
    total = scored(entities, [], tmp_path).entities_total
    assert (total.right, total.wrong, total.missed) == counts


@pytest.mark.parametrize(
    ("statements", "counts"),
    [
        ([statement("e1", "visited", "e2"), statement("e2", "invests_amount", "e3")], (2, 0, 0)),
        ([statement("e1", "visited", "e2")], (1, 0, 1)),
        ([statement("e2", "visited", "e1"), statement("e2", "invests_amount", "e3")], (1, 1, 1)),  # order counts
        ([statement("e2", "located_in", "e4")], (0, 0, 2)),  # an optional end
    ],
)
def test_relations_counted(statements: list[Statement], counts: tuple[int, int, int], tmp_path: Path) -> None:
    total = scored([P, C, A, entity("e4", "Place", "琅琊区")], statements, tmp_path).relations_total
    assert (total.right, total.wrong, total.missed) == counts


def test_qualifiers_scored_over_relations_found(tmp_path: Path) -> None:
    statements = [
        statement("e1", "visited", "e2", date="2024-03-11"),
        statement("e2", "invests_amount", "e3", qualifiers={"metric": "计划总投资"}, status="planned"),
    ]
    result = scored([P, C, A], statements, tmp_path)
    assert result.qualifiers["date"] == Counts(wrong=1, missed=1)
    assert result.qualifiers["metric"] == Counts(right=1)
    assert result.qualifiers["status"] == Counts(right=1, wrong=1, missed=1)


def test_errors_show_sentence_and_rule(tmp_path: Path) -> None:
    errors = scored([P, C, A], [statement("e2", "visited", "e1")], tmp_path).errors
    wrong = next(error for error in errors if error.kind == "wrong relation")
    missed = next(error for error in errors if error.kind == "missed relation" and "visited" in error.what)
    assert (wrong.what, wrong.rule) == ("云杉智控 –visited→ 林岳", "r")
    assert missed.sentence == "市长林岳走访云杉智控。"


def test_gold_folder_without_gold_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有标注文件"):
        load_gold(tmp_path)


def test_broken_gold_names_file(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"id": "bad", "entities": [{"id": "e1"}]}', encoding="utf-8")
    with pytest.raises(BadResource, match=r"bad\.json"):
        load_gold(tmp_path)


def test_missing_text_says_where(tmp_path: Path) -> None:
    (tmp_path / "t1.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(UsageError, match=r"t1\.txt"):
        evaluate(tmp_path, lambda _: [])


def test_baseline_tells_what_sank(tmp_path: Path) -> None:
    good = scored([P, C, A], [statement("e1", "visited", "e2"), statement("e2", "invests_amount", "e3")], tmp_path)
    worse = scored([P, C, A], [statement("e1", "visited", "e2")], tmp_path)
    path = tmp_path / "floor.json"
    baseline.write_baseline(path, "t", good)
    floor = baseline.read_baseline(path)["t"]
    assert baseline.sunk(baseline.figures(good), floor) == []
    assert baseline.sunk(baseline.figures(worse), floor) == ["relations: 0.6667 < 1.0000"]
