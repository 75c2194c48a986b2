"""GEXF 1.3 with time, for Gephi's timeline: when an edge was first and last reported, and a spell for each report of a post."""

import re
from calendar import monthrange
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TextIO

from kg.export.appearance import Appearance, Colour, appearance
from kg.export.columns import Column, edge_columns, node_columns
from kg.export.files import written
from kg.export.source import Graph
from kg.export.view import EdgeRow, View, view
from kg.export.xml import Cells, blocks, edge_kind, escape, escaped, node_kind
from kg.ontology import Ontology

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TYPES = {"boolean": "boolean", "int": "integer", "double": "double", "string": "string"}
_TAKEN = ("label", "weight")  # GEXF has attributes of its own for these
_POST = "holds_position"


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write GEXF.

    Times are full days, as Gephi wants them: a month or year is written from its first to its last day, and what has no year has no time.
    Gephi Lite reads no time, so the dates stand in columns as well.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels and colours.
        path: the file to write.
        lang: language of labels and status words, `zh` or `en`.
    """
    rows = view(graph, ontology)
    look = appearance(rows, ontology)
    nodes = [column for column in node_columns(ontology, lang) if column.name not in _TAKEN]
    edges = [column for column in edge_columns(ontology, lang) if column.name != "weight"]
    with written(path) as file:
        _head(file, nodes, edges)
        file.write("<nodes>\n")
        _nodes(file, rows, _cells("node", nodes, node_kind), look)
        file.write("</nodes>\n<edges>\n")
        _edges(file, rows, _cells("edge", edges, edge_kind), look, lang)
        file.write("</edges>\n</graph>\n</gexf>\n")


def _nodes(file: TextIO, rows: View, cells: Cells, look: Appearance) -> None:
    colours: dict[str, str] = {}
    for nodes, places in zip(blocks(rows.nodes), look.places(), strict=True):
        heads, tails = [], []
        for node, id_, (x, y, size) in zip(nodes, escaped([node.id for node in nodes]), places, strict=True):
            type_ = node.type
            if (colour := colours.get(type_)) is None:
                colour = colours[type_] = _colour(look.node_colour(node))
            heads.append(f'<node id="{id_}" label="{escape(node.name)}"{_period(node.first, node.last)}><attvalues>')
            place = f'<viz:position x="{x}" y="{y}" z="0.0"/><viz:size value="{size}"/>'
            tails.append(f"</attvalues>{colour}{place}</node>\n")
        file.write(cells.between(nodes, heads, tails))  # never without a value: there is a number in every row


def _edges(file: TextIO, rows: View, cells: Cells, look: Appearance, lang: str) -> None:
    kinds: dict[Hashable, tuple[str, str]] = {}
    for edges in blocks(rows.edges):
        heads, tails = [], []
        sources, targets = escaped([edge.subject.id for edge in edges]), escaped([edge.object_id for edge in edges])
        for edge, source, target in zip(edges, sources, targets, strict=True):
            if (kind := edge_kind(edge)) not in kinds:
                name = escape(look.ontology.relation_label(edge.relation, lang))
                kinds[kind] = f'type="directed" kind="{name}" label="{name}"', _colour(look.edge_colour(edge))
            said, colour = kinds[kind]
            ends = f'source="{source}" target="{target}"'
            heads.append(f'<edge id="e{edge.index}" {ends} {said} weight="{float(edge.weight)}"{_edge_period(edge)}><attvalues>')
            tails.append(f"</attvalues>{_spells(edge)}{colour}</edge>\n")
        file.write(cells.between(edges, heads, tails))


def _colour(colour: Colour) -> str:
    red, green, blue = colour
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _head(file: TextIO, nodes: Iterable[Column], edges: Iterable[Column]) -> None:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    file.write('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n')
    file.write('<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n')
    for scope, columns in (("node", nodes), ("edge", edges)):
        file.write(f'<attributes class="{scope}" mode="static">\n')
        for column in columns:  # the id is the title: Gephi shows the one in its tables, Gephi Lite the other
            name = _id(scope, column)
            file.write(f'<attribute id="{name}" title="{name}" type="{_TYPES[column.type]}"/>\n')
        file.write("</attributes>\n")


def _id(scope: str, column: Column) -> str:
    """An edge attribute called `label` or `type` would be taken for GEXF's own."""
    return "label_status" if scope == "edge" and column.name == "label" else column.name


def _cells(scope: str, columns: Iterable[Column], kind: Callable[[Any], Hashable]) -> Cells:
    return Cells(columns, kind, lambda column: f'<attvalue for="{_id(scope, column)}" value="', '"/>')


def _edge_period(edge: EdgeRow) -> str:
    return "" if edge.relation == _POST else _period(edge.first, edge.last)


def _spells(edge: EdgeRow) -> str:
    """Posts have a spell from report to report of the same title: what lies between was observed at both ends."""
    if edge.relation != _POST:
        return ""
    periods: dict[str, list[str]] = {}
    for proof in edge.evidence:
        day = proof.date or proof.published
        if _DATE.match(day):
            periods.setdefault(proof.qualifiers.get("title", ""), []).append(day)
    spells = sorted({(first_day(min(days)), last_day(max(days))) for days in periods.values()})
    cells = "".join(f'<spell start="{start}" end="{end}"/>' for start, end in spells)
    return f"<spells>{cells}</spells>" if cells else ""


def _period(first: str, last: str) -> str:
    start, end = first_day(first), last_day(last or first)
    return f' start="{start}" end="{end}"' if start and end and start <= end else ""


def first_day(date: str) -> str:
    """The first day of a date that may be partial; nothing where the year is unknown.

    >>> first_day("2024-05"), first_day("--05-25")
    ('2024-05-01', '')
    """
    match = _DATE.match(date)
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else ""


def last_day(date: str) -> str:
    """The last day of a date that may be partial.

    >>> last_day("2024-02"), last_day("2024")
    ('2024-02-29', '2024-12-31')
    """
    match = _DATE.match(date.rpartition("/")[2])
    if match is None:
        return ""
    year, month = int(match[1]), int(match[2] or 12)
    return f"{match[1]}-{month:02d}-{match[3] or monthrange(year, month)[1]}" if 1 <= month <= 12 and year else ""
