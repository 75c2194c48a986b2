"""How nodes and edges look in Gephi: positions, sizes and colours of the page, in the units that Gephi leaves alone on import."""

from array import array
from dataclasses import dataclass

import numpy as np

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
    """Positions and sizes by node index; colours by type and relation."""

    x: "array[float]"
    y: "array[float]"
    size: "array[float]"
    ontology: Ontology

    def node_colour(self, node: NodeRow) -> Colour:
        """The colour of the node's type."""
        return rgb(self.ontology.entities[node.type].colour if node.type in self.ontology.entities else _GREY)

    def edge_colour(self, edge: EdgeRow) -> Colour:
        """The colour of the relation, paler where it is no settled fact."""
        red, green, blue = rgb(self.ontology.relations[edge.relation].colour if edge.relation in self.ontology.relations else _GREY)
        return (red, green, blue) if edge.status == "asserted" else ((red + 255) // 2, (green + 255) // 2, (blue + 255) // 2)


def appearance(rows: View, ontology: Ontology) -> Appearance:
    """Work out positions and sizes once for a file."""
    x, y = _places(rows.place).T if len(rows.nodes) else np.zeros((2, 0))
    return Appearance(_numbers(x), _numbers(y), _numbers(_sizes(rows.degree)), ontology)


def _places(place: Floats) -> Floats:
    """The page's positions, wider, within Gephi's reach, and upside down: its y axis points up."""
    middle = (place.max(axis=0) + place.min(axis=0)) / 2
    reach = float(abs(place - middle).max())
    factor = min(_STRETCH, REACH * 0.999 / reach) if reach > 0 else 1.0
    return np.asarray((place - middle) * (factor, -factor))


def _sizes(degree: Floats) -> Floats:
    spread = float(np.ptp(degree)) if len(degree) else 0.0
    if not spread:
        return np.full(len(degree), SMALLEST)
    return np.asarray(SMALLEST + (LARGEST - SMALLEST) * np.sqrt((degree - degree.min()) / spread))


def _numbers(values: Floats) -> "array[float]":
    """Two decimals, as plain numbers; -0.0 is 0.0."""
    return array("d", (values.round(2) + 0.0).tobytes())


def rgb(colour: str) -> Colour:
    """`#4C78A8` as whole numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
