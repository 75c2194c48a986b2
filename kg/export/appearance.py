"""How nodes and edges look in Gephi: positions, sizes and colours of the page, in the units that Gephi leaves alone on import."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kg.export.placing import marks
from kg.export.sheet import Floats
from kg.export.view import EdgeRow, NodeRow, View
from kg.ontology import Ontology

SMALLEST, LARGEST = 4.0, 100.0  # Gephi's own scaling on import leaves sizes alone that span exactly this
REACH = 5000.0  # … and positions within this distance of the origin
_STRETCH = 3.4  # Gephi's marks are that much larger than the page's
_GREY = "#8C8C8C"

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Appearance:
    """Positions and sizes in the order of the nodes; colours by type and relation."""

    rows: View
    middle: Floats  # of what is taken off and multiplied with, for x, y and ties
    factor: Floats
    ontology: Ontology

    def places(self) -> Iterator[list[list[float]]]:
        """x, y upwards and size of each node with two decimals, in blocks of `placing.BLOCK`."""
        for block in marks(self.rows):
            seen = (block - self.middle) * self.factor
            np.sqrt(seen[:, 2], out=seen[:, 2])
            seen[:, 2] = SMALLEST + (LARGEST - SMALLEST) * seen[:, 2]
            yield (seen.round(2) + 0.0).tolist()  # -0.0 is 0.0

    def node_colour(self, node: NodeRow) -> Colour:
        """The colour of the node's type."""
        return rgb(self.ontology.entities[node.type].colour if node.type in self.ontology.entities else _GREY)

    def edge_colour(self, edge: EdgeRow) -> Colour:
        """The colour of the relation, paler where it is no settled fact."""
        red, green, blue = rgb(self.ontology.relations[edge.relation].colour if edge.relation in self.ontology.relations else _GREY)
        return (red, green, blue) if edge.status == "asserted" else ((red + 255) // 2, (green + 255) // 2, (blue + 255) // 2)


def appearance(rows: View, ontology: Ontology) -> Appearance:
    """Work out once for a file how far its nodes reach: the page's positions are made wider, but stay within Gephi's reach, and are turned
    upside down, since its y axis points up."""
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for block in marks(rows):
        low, high = np.minimum(low, block.min(axis=0)), np.maximum(high, block.max(axis=0))
    if not np.isfinite(low).all():
        return Appearance(rows, np.zeros(3), np.zeros(3), ontology)
    middle, half = (low + high) / 2, (high - low) / 2
    reach, spread = float(half[:2].max()), float(high[2] - low[2])
    factor = min(_STRETCH, REACH * 0.999 / reach) if reach > 0 else 1.0
    return Appearance(rows, np.array([*middle[:2], low[2]]), np.array([factor, -factor, 1 / spread if spread else 0.0]), ontology)


def rgb(colour: str) -> Colour:
    """`#4C78A8` as whole numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
