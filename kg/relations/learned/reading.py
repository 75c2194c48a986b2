"""An article as the network reads it: one row of characters in which every name is one sign for its type, and the pairs of names in it.

A pair (first, second) stands in one sentence, or `first` in one of the two sentences before. Numbers about a pair that the row of characters
does not show (how far, who acts in the clause) are its `traits`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.ontology import load
from kg.relations.clauses import SIGNS, clauses
from kg.relations.scene import Ref, Scene

BREAK = "\x1e"  # between sentences
TYPES = tuple(name for name in SIGNS if name not in ("Title", "Date"))
REACH = 2  # sentences that the first of a pair may stand before the second
_MOST = 60  # names in reach of one name; beyond them lies a list, in which everything would be paired with everything
_FAR = (2, 4, 7, 12, 20, 35, 60)  # bounds of the distance classes, in signs
_BETWEEN = (1, 2, 3, 5, 8)
TRAITS = (len(_FAR) + 1) + (len(_BETWEEN) + 1) + (REACH + 1) + 9


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names in reach of each other, in text order, with where they stand in the row."""

    first: Ref
    second: Ref
    at: tuple[int, int]
    sentence: int  # of `second`
    gap: int  # sentences between


@dataclass(frozen=True, slots=True)
class Reading:
    """An article ready for the network: `row` is its text with signs, `traits` is (pairs, TRAITS), `kinds` (pairs, 2) indices of TYPES."""

    row: str
    pairs: Sequence[Pair]
    kinds: NDArray[np.int64]
    traits: NDArray[np.float32]


@cache
def outputs() -> tuple[tuple[str, bool], ...]:
    """What may be said of a pair: a relation, and whether the second name is its subject. Symmetric ones are said once."""
    relations = load().relations.values()
    return tuple((r.name, turned) for r in relations for turned in (False, True) if not (turned and r.symmetric))


@cache
def allowed() -> NDArray[np.bool_]:
    """(types, types, outputs): which outputs the ontology allows for names of two types in text order."""
    known = load().relations
    table = np.zeros((len(TYPES), len(TYPES), len(outputs())), dtype=bool)
    for i, one in enumerate(TYPES):
        for j, other in enumerate(TYPES):
            for k, (name, turned) in enumerate(outputs()):
                ends = (other, one) if turned else (one, other)
                table[i, j, k] = known[name].allows(*ends) or (known[name].symmetric and known[name].allows(*ends[::-1]))
    return table


def read(scene: Scene) -> Reading:
    """The row and the pairs of an article."""
    row, places = _row(scene)
    subjects = _subjects(scene)
    kind = {name: i for i, name in enumerate(TYPES)}
    may: NDArray[np.bool_] = np.any(allowed(), axis=2)
    pairs: list[Pair] = []
    before: list[list[tuple[Ref, int]]] = []
    for number, sentence in enumerate(scene.sentences):
        here = [(ref, places[ref.start]) for ref in sentence.refs if ref.entity is not None and ref.type in kind and ref.start in places]
        reach = [(r, at, gap) for gap, old in enumerate(reversed(before[-REACH:]), 1) for r, at in old]
        for i, (second, at) in enumerate(here):
            near = [(r, a, 0) for r, a in reversed(here[:i])]
            for first, start, gap in (near + reach)[:_MOST]:
                if first.entity != second.entity and may[kind[first.type], kind[second.type]]:
                    pairs.append(Pair(first, second, (start, at), number, gap))
        before.append(here)
    kinds = np.array([(kind[p.first.type], kind[p.second.type]) for p in pairs], dtype=np.int64).reshape(-1, 2)
    return Reading(row, pairs, kinds, _traits(row, pairs, subjects))


def _row(scene: Scene) -> tuple[str, dict[int, int]]:
    out: list[str] = []
    size, places = 0, {}
    for sentence in scene.sentences:
        at = sentence.start
        for ref in sentence.refs:
            if ref.start < at:
                continue
            between = "".join(scene.text[at : ref.start].split())
            out += [between, SIGNS[ref.type]]
            size += len(between) + 1
            places[ref.start] = size - 1
            at = ref.end
        rest = "".join(scene.text[at : sentence.end].split()) + BREAK
        out.append(rest)
        size += len(rest)
    return "".join(out), places


def _subjects(scene: Scene) -> dict[int, dict[str | None, int]]:
    """For each name, who acts in its clause: entity → 1 where the clause says so, 2 where it is taken over from before."""
    found: dict[int, dict[str | None, int]] = {}
    for clause in clauses(scene):
        acts = {ref.entity: 1 if clause.own else 2 for ref in clause.subjects}
        for ref in clause.refs:
            found.setdefault(ref.start, acts)
    return found


def _traits(row: str, pairs: Sequence[Pair], subjects: dict[int, dict[str | None, int]]) -> NDArray[np.float32]:
    table = np.zeros((len(pairs), TRAITS), dtype=np.float32)
    if not pairs:
        return table
    signs = np.cumsum([0, *("\ue000" <= c <= "\ue00a" for c in row)])
    commas = np.cumsum([0, *(c in "，；：" for c in row)])
    at = np.array([p.at for p in pairs])
    lines = np.arange(len(pairs))
    base = 0
    table[lines, np.searchsorted(_FAR, at[:, 1] - at[:, 0])] = 1
    base += len(_FAR) + 1
    table[lines, base + np.searchsorted(_BETWEEN, signs[at[:, 1]] - signs[at[:, 0] + 1])] = 1
    base += len(_BETWEEN) + 1
    table[lines, base + np.array([p.gap for p in pairs])] = 1
    base += REACH + 1
    table[lines, base] = np.minimum(commas[at[:, 1]] - commas[at[:, 0]], 4) / 4
    for n, pair in enumerate(pairs):
        to_second = subjects.get(pair.second.start, {}).get(pair.first.entity, 0)
        to_first = subjects.get(pair.first.start, {}).get(pair.second.entity, 0)
        itself = subjects.get(pair.second.start, {}).get(pair.second.entity, 0)
        table[n, base + 1 : base + 9] = (
            to_second == 1,
            to_second == 2,
            to_first > 0,
            itself > 0,
            subjects.get(pair.first.start, {}).get(pair.first.entity, 0) > 0,
            pair.first.anaphor,
            pair.second.anaphor,
            not subjects.get(pair.second.start),
        )
    return table
