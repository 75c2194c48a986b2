"""What the network thinks of an article, asked by statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.ontology import load
from kg.relations.learned.network import Network
from kg.relations.learned.reading import Pair, allowed, outputs, read
from kg.relations.scene import Ref, Scene

Key = tuple[str, frozenset[str | None] | tuple[str | None, str | None]]  # relation and ends, in no order where they may be exchanged
_UNLIKELY = 0.02  # what is less likely nobody asks for


@dataclass(frozen=True, slots=True)
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
    """All views of one article."""

    def __init__(self, network: Network, scene: Scene) -> None:
        reading = read(scene)
        chances = network.chances(reading) * allowed()[reading.kinds[:, 0], reading.kinds[:, 1]]
        self._pairs: dict[frozenset[str | None], list[Pair]] = {}
        for pair in reading.pairs:
            self._pairs.setdefault(frozenset((pair.first.entity, pair.second.entity)), []).append(pair)
        self._views: dict[Key, list[View]] = {}
        for number, output in zip(*(chances >= _UNLIKELY).nonzero(), strict=True):
            pair = reading.pairs[number]
            relation, turned = outputs()[output]
            ends = (pair.second.entity, pair.first.entity) if turned else (pair.first.entity, pair.second.entity)
            view = View(relation, pair, turned, float(chances[number, output]), self.key(relation, *ends))
            self._views.setdefault(view.key, []).append(view)

    def key(self, relation: str, subject: str | None, obj: str | None) -> Key:
        """What makes two statements one, whatever their status."""
        return relation, frozenset((subject, obj)) if relation in _symmetric() else (subject, obj)

    def of(self, relation: str, subject: str, obj: str, start: int, end: int) -> float | None:
        """How likely a statement is by what stands from `start` to `end` of the article; None where its names do not stand there in reach."""
        if not any(_within(pair, start, end) for pair in self._pairs.get(frozenset((subject, obj)), ())):
            return None
        found = self._views.get(self.key(relation, subject, obj), ())
        return max((view.chance for view in found if _within(view.pair, start, end)), default=0.0)

    def best(self) -> Iterator[View]:
        """The surest view of each statement."""
        return (max(views, key=lambda view: view.chance) for views in self._views.values())


def _within(pair: Pair, start: int, end: int) -> bool:
    return start <= pair.first.start and pair.second.end <= end


@cache
def _symmetric() -> frozenset[str]:
    return frozenset(relation.name for relation in load().relations.values() if relation.symmetric)
