"""The quality floor: what was reached on gold articles may not sink (`kg evaluate GOLD --baseline data/gold/baseline.json --update` raises it)."""

import json
from pathlib import Path

import pytest

from kg.evaluate import Score, evaluate
from kg.evaluate.baseline import figures, read_baseline, sunk
from kg.evaluate.gold import GoldArticle, load_gold
from kg.extract import extract_paths, to_dict
from tests.quality.recount import recount

GOLD = Path(__file__).parents[2] / "data" / "gold"
BASELINE = GOLD / "baseline.json"


@pytest.fixture(scope="module", params=["seed", "dev", "local"])
def measured(request: pytest.FixtureRequest) -> tuple[str, Score, dict[str, list[dict[str, object]]]]:
    """A gold folder, its score, and what was extracted from each of its texts."""
    name = request.param
    predicted: dict[str, list[dict[str, object]]] = {}

    def extract(path: Path) -> list[object]:
        found = list(extract_paths([path]))
        predicted[path.stem] = [json.loads(json.dumps(to_dict(one))) for one in found]
        return found  # type: ignore[return-value]

    return name, evaluate(GOLD / name, extract), predicted  # type: ignore[arg-type]


def test_figures_do_not_sink(measured: tuple[str, Score, dict[str, list[dict[str, object]]]]) -> None:
    name, score, _ = measured
    assert sunk(figures(score), read_baseline(BASELINE)[name]) == []


def test_evaluate_agrees_with_a_count_of_its_own(measured: tuple[str, Score, dict[str, list[dict[str, object]]]]) -> None:
    name, score, predicted = measured
    mine = [(total.right, total.wrong, total.missed) for total in (score.entities_total, score.relations_total)]
    assert mine == list(recount(GOLD / name, predicted))


def test_gold_is_whole() -> None:
    for name in ("seed", "dev", "held", "local", "local-held"):
        golds: list[GoldArticle] = [gold for page in load_gold(GOLD / name).values() for gold in page]
        for gold in golds:
            ids = {entity.id for entity in gold.entities}
            assert len(ids) == len(gold.entities), gold.id
            assert all({relation.subject, relation.object} <= ids for relation in gold.relations), gold.id
