"""GraphML as Gephi, Gephi Lite, networkx, igraph and Cytoscape read it: labels, colours, sizes, positions and weights arrive without a click.

Written line by line rather than through networkx, whose writer repeats edge ids, stops at lists and None, and is five times slower. What
the readers want, and why each value looks as it does, is said where it is written.
"""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any, TextIO

from kg.export.appearance import Appearance, appearance
from kg.export.columns import Column, edge_columns, node_columns
from kg.export.files import written
from kg.export.source import Graph
from kg.export.view import View, view
from kg.export.xml import Cells, blocks, edge_kind, escape, escaped, node_kind
from kg.ontology import Ontology


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", strict_xsd: bool = False, **_: Any) -> None:
    """Write GraphML.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels and colours.
        path: the file to write.
        lang: language of labels and status words, `zh` or `en`.
        strict_xsd: leave out the XML attribute `label` of edges, which Gephi reads as the edge's kind and needs to keep parallel edges
            apart, but which strict XSD validators refuse.
    """
    rows = view(graph, ontology)
    look = appearance(rows, ontology)
    label, *others = node_columns(ontology, lang)
    nodes, where = [*others, *_node_colours(look)], [Column(name, "double", lambda node: None) for name in ("x", "y", "z", "size")]
    edges = [*edge_columns(ontology, lang), *_edge_colours(look)]

    def kind(relation: str) -> str:
        return "" if strict_xsd else f' label="{escape(ontology.relation_label(relation, lang))}"'

    with written(path) as file:
        _head(file, [label, *nodes, *where], edges)
        _nodes(file, rows, nodes, look)
        _edges(file, rows, edges, cache(kind))
        file.write("</graph>\n</graphml>\n")


def _head(file: TextIO, nodes: Iterable[Column], edges: Iterable[Column]) -> None:
    # Without the declaration a Chinese Windows reads the file as GBK. All edges are directed: a mixed file stops networkx and Gephi Lite.
    # Ids of keys carry a prefix, since they must be unique over nodes and edges (and `id` and `timeset` are taken in Gephi).
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for scope, prefix, columns in (("node", "n_", nodes), ("edge", "e_", edges)):
        for column in columns:
            file.write(f'<key id="{prefix}{column.name}" for="{scope}" attr.name="{column.name}" attr.type="{column.type}"/>\n')
    file.write('<graph edgedefault="directed">\n')


def _nodes(file: TextIO, rows: View, columns: list[Column], look: Appearance) -> None:
    cells = Cells(columns, node_kind, *_data("n_"))
    for nodes, places in zip(blocks(rows.nodes), look.places(), strict=True):
        # Gephi leaves INF alone in labels
        ids, names = escaped([node.id for node in nodes]), escaped([node.name for node in nodes])
        heads = [f'<node id="{id_}"><data key="n_label">{name}</data>' for id_, name in zip(ids, names, strict=True)]
        tails = [
            f'<data key="n_x">{x}</data><data key="n_y">{y}</data><data key="n_z">0.0</data><data key="n_size">{size}</data></node>\n'
            for x, y, size in places
        ]
        file.write(cells.between(nodes, heads, tails))


def _edges(file: TextIO, rows: View, columns: list[Column], label: Callable[[str], str]) -> None:
    cells = Cells(columns, edge_kind, *_data("e_"))
    for edges in blocks(rows.edges):
        sources, targets = escaped([edge.subject.id for edge in edges]), escaped([edge.object_id for edge in edges])
        ends = zip(edges, sources, targets, strict=True)
        heads = [f'<edge id="e{edge.index}" source="{source}" target="{target}"{label(edge.relation)}>' for edge, source, target in ends]
        file.write(cells.between(edges, heads, repeat("</edge>\n", len(edges))))


def _data(prefix: str) -> tuple[Callable[[Column], str], str]:
    return lambda column: f'<data key="{prefix}{column.name}">', "</data>"


def _node_colours(look: Appearance) -> list[Column]:
    return [
        Column("r", "int", lambda node: look.node_colour(node)[0], fixed=True),
        Column("g", "int", lambda node: look.node_colour(node)[1], fixed=True),
        Column("b", "int", lambda node: look.node_colour(node)[2], fixed=True),
    ]


def _edge_colours(look: Appearance) -> list[Column]:
    return [
        Column("r", "int", lambda edge: look.edge_colour(edge)[0], fixed=True),
        Column("g", "int", lambda edge: look.edge_colour(edge)[1], fixed=True),
        Column("b", "int", lambda edge: look.edge_colour(edge)[2], fixed=True),
    ]
