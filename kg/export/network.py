"""The pyvis model of the graph: what the page draws, and what a notebook can go on with in pyvis itself.

    network(view(graph, ontology.load()), ontology.load()).show("x.html")

`add_node` and `add_edge` look through all nodes each time, so nodes and edges are appended here as pyvis would append them.
"""

import re
from typing import Any

from kg.export.placing import marks
from kg.export.view import EdgeRow, View
from kg.ontology import Ontology

GREY = "#8C8C8C"  # what the ontology does not know
_LEGAL_FORM = re.compile(r"(?<=[^有限]{4})(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司)$")
_PROVINCE = re.compile(r"^[^省区]{2,8}(?:省|自治区)(?=[^省]{2,}[市州盟区县旗])")
_DASHES = {"planned": [7, 5], "reported": [2, 5], "denied": [2, 5], "former": [11, 6]}


def network(rows: View, ontology: Ontology) -> Any:
    """A `pyvis.network.Network` with positions, shapes, colours and no physics."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    made = Network(directed=True, cdn_resources="in_line")
    made.toggle_physics(False)
    places = [place for block in marks(rows) for place in block.tolist()]
    most = max((ties for _, _, ties in places), default=0.0)
    for at, (node, (x, y, ties)) in enumerate(zip(rows.nodes, places, strict=True)):
        known = ontology.entities.get(node.type)
        size = _size(ties, node.type in rows.values, most)
        entry = Node(
            at,
            known.shape if known else "dot",
            label=node.name,
            group=node.type,
            color=known.colour if known else GREY,
            x=round(x, 1),
            y=round(y, 1),
            size=size,
            physics=False,
        )
        made.nodes.append(entry.options)
        made.node_ids.append(at)
        made.node_map[at] = entry.options
    numbers = rows.numbers()
    for edge in rows.edges:
        relation = ontology.relations.get(edge.relation)
        options: dict[str, Any] = {"id": edge.index, "color": relation.colour if relation else GREY, "width": _width(edge)}
        if edge.status in _DASHES:
            options["dashes"] = _DASHES[edge.status]
        if relation is None or not relation.symmetric:
            options["arrows"] = "to"
        made.edges.append(Edge(numbers[edge.subject.id], numbers[edge.object_id], False, **options).options)
    return made


def short(name: str) -> str:
    """The name as it stands in the drawing: without the legal form of a company and without the province before a city.

    >>> short("江苏省无锡市滨湖区"), short("无锡星槎光电科技有限公司")
    ('无锡市滨湖区', '无锡星槎光电科技')
    """
    return _PROVINCE.sub("", _LEGAL_FORM.sub("", name))


def _size(degree: float, literal: bool, most: float) -> float:
    return 4.5 if literal else float(round(6.5 + 17.5 * (degree / max(most, 12.0)) ** 0.5, 1))


def _width(edge: EdgeRow) -> float:
    return float(round(1 + min(4.0, 1.1 * (edge.weight**0.5 - 1)), 2))
