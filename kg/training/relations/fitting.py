"""How the chances of the network and the measured precision of rules become one confidence, and from when the network tells alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg import ontology
from kg.relations import statements
from kg.relations.learned.model import Model, log_odds
from kg.relations.learned.views import Views
from kg.training import logistic
from kg.training.relations.passages import Passage

ENTRIES = ("seconded", "alone", "leanings", "told")  # of the header that are fitted
_FEW = 8  # cases that all relations together count for in the threshold of one
_LOOSE, _TIGHT = 0.1, 3.0  # how strongly weights are drawn to zero
_STEPS = tuple(round(0.3 + 0.05 * n, 2) for n in range(14))


@dataclass(frozen=True, slots=True)
class Case:
    """A statement about an aside passage: by a rule (`rule` is its confidence) or by the network alone (None)."""

    relation: str
    rule: float | None
    chance: float
    right: bool


def cases(model: Model, passage: Passage) -> list[Case]:
    """What rules and network state of a passage that neither learned, and whether its facts say so."""
    views = Views(model.readers, passage.scene)
    right = {views.key(relation, *ends) for relation, ends in passage.facts}
    found = []
    told = set()
    for one in statements(passage.scene):
        key = views.key(one.relation, one.subject, one.object)
        told.add(key)
        chance = views.of(one.relation, one.subject, one.object, one.evidence.start, one.evidence.end)
        if chance is not None:
            found.append(Case(one.relation, one.confidence, chance, key in right))
    return found + [Case(view.relation, None, view.chance, view.key in right) for view in views.best() if view.key not in told]


def fitted(found: Sequence[Case], precision: float) -> dict[str, object]:
    """The header entries `seconded`, `alone`, `leanings` and `told` of a model: those that fit the cases, told where `precision` of them are right."""
    alone = [case for case in found if case.rule is None]
    told = {name: _threshold([c for c in alone if c.relation == name], alone, precision) for name in ontology.load().relations}
    relations = sorted({case.relation for case in found})
    weights = _weights(np.array([_seen(case, relations) for case in found]), found)
    return {
        "seconded": weights[:3],
        "alone": weights[3:5],
        "leanings": dict(zip(relations, weights[5:], strict=True)),
        "told": {name: least for name, least in told.items() if least is not None},
    }


def _seen(case: Case, relations: Sequence[str]) -> list[float]:
    chance = log_odds(case.chance)
    mine = [0.0, 0.0, 0.0, 1.0, chance] if case.rule is None else [1.0, log_odds(case.rule), chance, 0.0, 0.0]
    return mine + [float(case.relation == relation) for relation in relations]


def _threshold(mine: Sequence[Case], every: Sequence[Case], precision: float) -> float | None:
    """The least chance from which so many are right; few cases lean on those of all relations."""
    for least in _STEPS:
        common, own = _right(every, least), _right(mine, least)
        share = (own[0] + _FEW * common[0] / max(common[1], 1)) / (own[1] + _FEW)
        if share >= precision:
            return least
    return None


def _right(found: Sequence[Case], least: float) -> tuple[int, int]:
    chosen = [case.right for case in found if case.chance >= least]
    return sum(chosen), len(chosen)


def _weights(table: NDArray[np.float64], found: Sequence[Case]) -> list[float]:
    """Leanings are held near zero, the rest hardly."""
    right = np.array([case.right for case in found], dtype=float)
    pull = np.array([_LOOSE] * 5 + [_TIGHT] * (table.shape[1] - 5))
    return [round(float(value), 4) for value in logistic.fitted(table, right, pull, np.zeros(len(pull)))]


def told(header: Mapping[str, object]) -> str:
    """The entries in one line."""
    return "  ".join(f"{name} {header[name]}" for name in ENTRIES)
