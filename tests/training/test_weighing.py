"""Fitting what rules and network are worth together. All names are invented."""

from pathlib import Path

import numpy as np
import pytest

from kg.evaluate.gold import GoldArticle, GoldEntity
from kg.nlp.recogniser.model import default
from kg.nlp.recogniser.weighing import FEATURES, Weights
from kg.training.weighing import line, rows, spans

TEXT = "昀泽科技集团来了。昀泽科技与昀泽。"


def test_the_longest_name_of_gold_wins() -> None:
    gold = GoldArticle("a", "a", (GoldEntity("1", "Company", ("昀泽科技集团", "昀泽科技", "昀泽")),), ())
    assert {TEXT[s:e] for s, e, _ in spans(TEXT, [gold])} == {"昀泽科技集团", "昀泽科技", "昀泽"}
    assert (0, 4, "Company") not in spans(TEXT, [gold])


def test_a_line_finds_the_weights_that_made_its_rows() -> None:
    draw = np.random.default_rng(4)
    evidence = [tuple(row) for row in draw.normal(0, 2, (4000, len(FEATURES)))]
    wanted = (1.0, -0.5, 0.8, 0.0, -1.2)
    right = [bool(draw.random() < Weights(0.3, wanted, 0.5, 0.5).chance(row)) for row in evidence]
    assert line(evidence, right) == pytest.approx([*wanted, 0.3], abs=0.2)


def test_rows_come_from_annotated_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("滁州市委书记岑国栋昨天来到安徽江汀控股集团有限公司调研。\n", encoding="utf-8")
    gold = '{"id": "a", "published": null, "locality": null, "genre": "other", "relations": [], "entities": ['
    gold += '{"id": "1", "type": "Person", "names": ["岑国栋"]}, {"id": "2", "type": "Company", "names": ["安徽江汀控股集团有限公司"]}]}'
    (tmp_path / "a.json").write_text(gold, encoding="utf-8")
    found = list(rows(tmp_path, default()))
    assert {candidate.type for candidate, _, right in found if right} == {"Person", "Company"}
    assert all(len(evidence) == len(FEATURES) for _, evidence, _ in found)
