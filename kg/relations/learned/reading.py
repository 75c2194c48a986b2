"""An article as the network reads it: one row of characters in which every name is one sign for its type, and the pairs of names in it.

A pair (first, second) stands in one sentence, or `first` in one of the two sentences before. Numbers about a pair that the row of characters
does not show (how far, who acts in the clause) are its `traits`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.arrays import Floats, Rows, code_points
from kg.ontology import load
from kg.records import record
from kg.relations.clauses import clauses
from kg.relations.scene import Ref, Scene
from kg.relations.signs import SIGNS

BREAK = "\x1e"  # between sentences
TYPES = tuple(name for name in SIGNS if name not in ("Title", "Date"))
REACH = 2  # sentences that the first of a pair may stand before the second
_KIND = {name: i for i, name in enumerate(TYPES)}
_MOST = 60  # names in reach of one name; beyond them lies a list, in which everything would be paired with everything
_FAR = (2, 4, 7, 12, 20, 35, 60)  # bounds of the distance classes, in signs
_BETWEEN = (1, 2, 3, 5, 8)
_COMMAS = np.array([ord(mark) for mark in "，；："])
TRAITS = (len(_FAR) + 1) + (len(_BETWEEN) + 1) + (REACH + 1) + 9


@record
class Name:
    """A mention that may stand in pairs: its place in the row and its sentence."""

    ref: Ref
    at: int
    sentence: int


@record
class Pair:
    """Two names in reach of each other, in text order, with where they stand in the row."""

    first: Ref
    second: Ref
    at: tuple[int, int]
    sentence: int  # of `second`
    gap: int  # sentences between


@record
class Reading:
    """An article ready for the network: `row` is its text with signs, `names` stand in text order, each pair is two of their numbers.

    Arrays: `at` and `entities` (names,) with the places of the names and numbers of their entities; `first` and `second` (pairs,) numbers of
    names; `kinds` (pairs, 2) indices of TYPES; `traits` (pairs, TRAITS).
    """

    row: str
    names: Sequence[Name]
    at: Rows
    entities: Rows
    first: Rows
    second: Rows
    kinds: Rows
    traits: Floats

    def pair(self, number: int) -> Pair:
        """One of the pairs."""
        first, second = self.names[self.first[number]], self.names[self.second[number]]
        return Pair(first.ref, second.ref, (first.at, second.at), second.sentence, second.sentence - first.sentence)

    @property
    def pairs(self) -> list[Pair]:
        """All pairs; an article has thousands, so ask for those that matter."""
        return [self.pair(number) for number in range(len(self.first))]


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


@cache
def _related() -> NDArray[np.bool_]:
    """(types, types): whether any output is allowed."""
    some: NDArray[np.bool_] = np.any(allowed(), axis=2)
    return some


def read(scene: Scene) -> Reading:
    """The row and the pairs of an article: of all names in reach of each other those of two entities whose types some relation may tie."""
    row, places = _row(scene)
    names = [
        Name(ref, places[ref.start], number)
        for number, sentence in enumerate(scene.sentences)
        for ref in sentence.refs
        if ref.entity is not None and ref.type in _KIND and ref.start in places
    ]
    numbers = {entity: n for n, entity in enumerate({name.ref.entity for name in names})}
    entities = np.array([numbers[name.ref.entity] for name in names], dtype=np.int64)
    kind = np.array([_KIND[name.ref.type] for name in names], dtype=np.int64)
    first, second = _in_reach(names)
    may = np.not_equal(entities[first], entities[second]) & _related()[kind[first], kind[second]]
    first, second = first[may], second[may]
    at = np.array([name.at for name in names], dtype=np.int64)
    traits = _traits(scene, row, names, at, first, second)
    _mark_actors(traits[:, -8:], scene, names, numbers, entities, first, second)
    return Reading(row, names, at, entities, first, second, np.stack([kind[first], kind[second]], axis=1), traits)


def parts(scene: Scene) -> Iterator[tuple[int, int, Ref | None]]:
    """What a row is made of: plain text from start to end, then the sign of a name, or of the end of the sentence where there is none."""
    for sentence in scene.sentences:
        at = sentence.start
        for ref in sentence.refs:
            if ref.start >= at:
                yield at, ref.start, ref
                at = ref.end
        yield at, sentence.end, None


def _row(scene: Scene) -> tuple[str, dict[int, int]]:
    out: list[str] = []
    size, places = 0, {}
    for start, end, ref in parts(scene):
        between = "".join(scene.text[start:end].split())
        out += [between, SIGNS[ref.type] if ref is not None else BREAK]
        size += len(between) + 1
        if ref is not None:
            places[ref.start] = size - 1
    return "".join(out), places


def _in_reach(names: Sequence[Name]) -> tuple[Rows, Rows]:
    """The numbers of all names that stand in reach of each other: for each second its firsts, nearest sentence first."""
    sentences: dict[int, list[int]] = {}
    for number, name in enumerate(names):
        sentences.setdefault(name.sentence, []).append(number)
    first: list[int] = []
    second: list[int] = []
    for sentence, here in sentences.items():
        reach = [number for gap in range(1, REACH + 1) for number in sentences.get(sentence - gap, ())]
        for i, number in enumerate(here):
            near = (here[:i][::-1] + reach)[:_MOST]
            first += near
            second += [number] * len(near)
    return np.array(first, dtype=np.int64), np.array(second, dtype=np.int64)


def _traits(scene: Scene, row: str, names: Sequence[Name], at: Rows, first: Rows, second: Rows) -> Floats:
    """How far the names of each pair stand from each other; the last eight columns are for `_mark_actors`."""
    table = np.zeros((len(first), TRAITS), dtype=np.float32)
    points = code_points(row)
    signs = np.cumsum((points >= ord(SIGNS["Person"])) & (points <= ord(SIGNS["Date"])))
    commas = np.cumsum((points[:, None] == _COMMAS).any(axis=1))
    sentence = np.array([name.sentence for name in names], dtype=np.int64)
    lines, here, there = np.arange(len(first)), at[first], at[second]
    base = 0
    table[lines, np.searchsorted(_FAR, there - here)] = 1
    base += len(_FAR) + 1
    table[lines, base + np.searchsorted(_BETWEEN, signs[there] - signs[here] - 1)] = 1
    base += len(_BETWEEN) + 1
    table[lines, base + sentence[second] - sentence[first]] = 1
    base += REACH + 1
    table[:, base] = np.minimum(commas[there] - commas[here], 4) / 4
    return table


def _mark_actors(
    table: Floats, scene: Scene, names: Sequence[Name], numbers: Mapping[str | None, int], entities: Rows, first: Rows, second: Rows
) -> None:
    """Who acts in whose clause: whether it says so itself or goes on from the one before, and which names are reference words."""
    told = clauses(scene)
    acts = np.zeros((len(told) + 1, len(numbers) + 1), dtype=np.int8)  # behind the clauses: none; behind the entities: whether anyone acts
    clause: dict[int, int] = {}
    for n, one in enumerate(told):
        for ref in one.subjects:
            acts[n, numbers.get(ref.entity, -1)] = 1 if one.own else 2
            acts[n, -1] = 1
        for ref in one.refs:
            clause.setdefault(ref.start, n)
    inside = np.array([clause.get(name.ref.start, -1) for name in names], dtype=np.int64)
    anaphor = np.array([name.ref.anaphor for name in names], dtype=np.bool_)
    to_second = acts[inside[second], entities[first]]
    table[:, 0] = to_second == 1
    table[:, 1] = to_second == 2
    table[:, 2] = acts[inside[first], entities[second]] > 0
    table[:, 3] = acts[inside[second], entities[second]] > 0
    table[:, 4] = acts[inside[first], entities[first]] > 0
    table[:, 5] = anaphor[first]
    table[:, 6] = anaphor[second]
    table[:, 7] = acts[inside[second], -1] == 0
