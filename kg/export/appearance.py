"""How nodes and edges look in Gephi: positions, sizes and colours of the page, in the units that Gephi leaves alone on import."""

import math
from dataclasses import dataclass

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

    place: list[tuple[float, float]]
    size: list[float]
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
    return Appearance(_places(rows), _sizes(rows), ontology)


def _places(rows: View) -> list[tuple[float, float]]:
    """The page's positions, wider, within Gephi's reach, and upside down: its y axis points up."""
    if not rows.nodes:
        return []
    place = rows.place
    middle = (place.max(axis=0) + place.min(axis=0)) / 2
    reach = float(abs(place - middle).max())
    factor = min(_STRETCH, REACH * 0.999 / reach) if reach > 0 else 1.0
    return [(round(float(x), 2), round(float(-y), 2)) for x, y in (place - middle) * factor]


def _sizes(rows: View) -> list[float]:
    low = min((node.degree for node in rows.nodes), default=0.0)
    high = max((node.degree for node in rows.nodes), default=0.0)
    if high == low:
        return [SMALLEST] * len(rows.nodes)
    return [round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt((node.degree - low) / (high - low)), 2) for node in rows.nodes]


def rgb(colour: str) -> Colour:
    """`#4C78A8` as whole numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
