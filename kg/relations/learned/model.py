"""The file of the learned reader: its networks, how sure they must be to tell what no rule told, and how its chances and those of rules meet."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from kg import arrays
from kg.arrays import Floats
from kg.records import record
from kg.relations.learned.network import Committee, Network
from kg.resources import resource

VERSION = 3
FILE = "relations.bin"
_EDGE = 0.01  # chances nearer to 0 or 1 count as this near


@record
class Model:
    """Networks with what was fitted on articles that they had not learned from.

    `seconded` are the weights of (one, log-odds of the rule, log-odds of the networks) for what a rule told, `alone` those of (one, log-odds of
    the network) for what none did; `leanings` are added to either for a relation that is right more or less often than others that look as sure.
    `told` is the least chance of each relation to be told alone.
    """

    readers: Committee
    seconded: tuple[float, float, float]
    alone: tuple[float, float]
    leanings: Mapping[str, float]
    told: Mapping[str, float]
    header: Mapping[str, Any]

    def joint(self, relation: str, rule: float, chance: float) -> float:
        """How sure a statement is that a rule told and of which the networks think `chance`."""
        one, other, third = self.seconded
        return _logistic(one + other * log_odds(rule) + third * log_odds(chance) + self.leanings.get(relation, 0.0))

    def calibrated(self, relation: str, chance: float) -> float:
        """How sure a statement is that only the networks told."""
        return _logistic(self.alone[0] + self.alone[1] * log_odds(chance) + self.leanings.get(relation, 0.0))


@cache
def default() -> Model:
    """The model that the package carries."""
    return load(resource(FILE))


def load(file: Traversable) -> Model:
    """Read a model file.

    Raises:
        BadResource: it is missing, of another version, or damaged.
    """
    header, weights = arrays.read(file, VERSION)
    readers = Committee([Network(own, header["alphabet"], header["dilations"]) for own in parts(weights)])
    one, other, third = header["seconded"]
    return Model(readers, (one, other, third), (header["alone"][0], header["alone"][1]), header["leanings"], header["told"], header)


def named(readers: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """The weights of several networks under names of their own: `0.hidden`, `1.hidden`."""
    return {f"{number}.{name}": values for number, own in enumerate(readers) for name, values in own.items()}


def parts(weights: Mapping[str, Floats]) -> list[dict[str, Floats]]:
    """What `named` put together.

    >>> parts(named([{"hidden": []}, {"hidden": []}]))
    [{'hidden': []}, {'hidden': []}]
    """
    numbers = sorted({int(name.partition(".")[0]) for name in weights})
    return [{name.partition(".")[2]: values for name, values in weights.items() if name.startswith(f"{n}.")} for n in numbers]


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, which is held off 0 and 1."""
    held = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
