"""What the networks think of an article, asked by statement."""

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np

from kg.ontology import load
from kg.records import record
from kg.relations.learned.network import Committee
from kg.relations.learned.reading import Pair, allowed, outputs, read
from kg.relations.scene import Ref, Scene

Key = tuple[str, frozenset[str | None] | tuple[str | None, str | None]]  # relation and ends, in no order where they may be exchanged
_UNLIKELY = 0.02  # what is less likely nobody asks for
_NEVER = 1.1


@record
class View:
    """How likely a relation holds of a pair; its second name is the subject if `turned`."""

    relation: str
    pair: Pair
    turned: bool
    chance: float
    key: Key

    @property
    def ends(self) -> tuple[Ref, Ref]:
        """Subject and object."""
        return (self.pair.second, self.pair.first) if self.turned else (self.pair.first, self.pair.second)


class Views:
    """All views of one article. They are kept as the networks give them, (pairs, outputs): few are ever asked for."""

    def __init__(self, readers: Committee, scene: Scene) -> None:
        self._reading = reading = read(scene)
        chances = readers.chances(reading)
        chances[~allowed()[reading.kinds[:, 0], reading.kinds[:, 1]] | (chances < _UNLIKELY)] = 0
        self._chances = chances
        self._numbers = {name.ref.entity: number for name, number in zip(reading.names, reading.entities.tolist(), strict=True)}
        self._between: dict[tuple[int, int], list[int]] = {}  # numbers of two entities, the first one first → their pairs
        ends = zip(reading.entities[reading.first].tolist(), reading.entities[reading.second].tolist(), strict=True)
        for n, pair in enumerate(ends):
            self._between.setdefault(pair, []).append(n)

    def key(self, relation: str, subject: str | None, obj: str | None) -> Key:
        """What makes two statements one, whatever their status."""
        return relation, frozenset((subject, obj)) if relation in _symmetric() else (subject, obj)

    def of(self, relation: str, subject: str, obj: str, start: int, end: int) -> float | None:
        """How likely a statement is by what stands from `start` to `end` of the article; None where its names do not stand there in reach."""
        number, other = self._numbers.get(subject), self._numbers.get(obj)
        if number is None or other is None:
            return None
        chances = []
        for turned, ends in ((False, (number, other)), (True, (other, number))):
            output, pairs = _column(relation, turned), self._between.get(ends, ())
            chances += [self._chances[n, output] for n in pairs if _within(self._reading.pair(n), start, end)]
        return float(max(chances)) if chances else None

    def best(self, least: Mapping[str, float] | None = None) -> Iterator[View]:
        """The surest view of each statement whose relation is in `least`, if it is as likely as that; of every likely one without `least`."""
        reading, views = self._reading, dict[Key, View]()
        bounds = [_UNLIKELY if least is None else least.get(relation, _NEVER) for relation, _ in outputs()]
        numbers, columns = (self._chances >= np.array(bounds, dtype=np.float64)).nonzero()
        for number, column, chance in zip(numbers.tolist(), columns.tolist(), self._chances[numbers, columns].tolist(), strict=True):
            pair, (relation, turned) = reading.pair(number), outputs()[column]
            ends = (pair.second.entity, pair.first.entity) if turned else (pair.first.entity, pair.second.entity)
            key = self.key(relation, *ends)
            if key not in views or chance > views[key].chance:
                views[key] = View(relation, pair, turned, chance, key)
        return iter(views.values())


def _within(pair: Pair, start: int, end: int) -> bool:
    return start <= pair.first.start and pair.second.end <= end


@cache
def _column(relation: str, turned: bool) -> int:
    """The output for a relation whose subject is the second name if `turned`; symmetric ones have but one."""
    return outputs().index((relation, turned and relation not in _symmetric()))


@cache
def _symmetric() -> frozenset[str]:
    return frozenset(relation.name for relation in load().relations.values() if relation.symmetric)
