"""One HTML file with everything in it: opens from disk in any current browser and asks no network for anything.

pyvis holds the network model; template, style and script are ours (`page/`), since pyvis' own page loads from a CDN and lets markup through.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from kg.export.files import written
from kg.export.view import EdgeRow, EvidenceRow, NodeRow, View, view
from kg.ontology import Ontology

MODULES = (
    "words",
    "data",
    "dom",
    "glyphs",
    "state",
    "canvas",
    "panel",
    "legend",
    "search",
    "main",
)  # in this order: later ones use earlier ones
CHUNK = 400  # edges whose evidence the page parses at once
EVIDENCE = 40  # sources shown for one edge
_NOSCRIPT = {
    "zh": "这一页要用 JavaScript 画图；它不联网，可以放心打开。",
    "en": "This page needs JavaScript to draw; it makes no request to any network.",
}
_LEGAL_FORM = re.compile(r"(?<=[^有限]{4})(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司)$")
_PROVINCE = re.compile(r"^[^省区]{2,8}(?:省|自治区)(?=[^省]{2,}[市州盟区县旗])")
_TITLE = {"zh": "政企图谱", "en": "Government–enterprise graph"}


def write(
    graph: "nx.MultiDiGraph[Any]",
    ontology: Ontology,
    path: Path,
    *,
    lang: str = "zh",
    title: str | None = None,
    evidence: int = EVIDENCE,
    **_: Any,
) -> None:
    """Write the page.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels, colours and shapes.
        path: the file to write.
        lang: language of the page, `zh` or `en`.
        title: heading of the page.
        evidence: how many sources of one edge go into the page; further ones are counted.
    """
    lang = lang if lang in _TITLE else "zh"
    rows = view(graph, ontology)
    articles = _Articles()
    chunks = [
        [[articles.proof(edge, proof) for proof in edge.evidence[:evidence]] for edge in rows.edges[start : start + CHUNK]]
        for start in range(0, len(rows.edges), CHUNK)
    ]
    network = _network(rows, ontology, evidence)
    data = {
        "lang": lang,
        "title": title or _TITLE[lang],
        "chunk": CHUNK,
        "types": [
            {"name": name, "label": entry.label[lang], "description": entry.description[lang], "colour": entry.colour, "shape": entry.shape}
            | ({"literal": True} if entry.literal else {})
            for name, entry in _types(rows, ontology).items()
        ],
        "relations": [
            {"name": name, "label": label, "description": description, "colour": colour} | ({"symmetric": True} if symmetric else {})
            for name, label, description, colour, symmetric in _relations(rows, ontology, lang)
        ],
        "nodes": network.nodes,
        "edges": network.edges,
        "articles": articles.rows,
    }
    blocks = [_block("kg-graph", data)] + [_block(f"kg-evidence-{number}", chunk) for number, chunk in enumerate(chunks)]
    page = Template(_part("template.html")).substitute(
        lang={"zh": "zh-Hans", "en": "en"}[lang],
        title=escape(title or _TITLE[lang]),
        style=_part("style.css").rstrip(),
        noscript=_NOSCRIPT[lang],
        data="\n".join(blocks),
        vis=_part("vendor", "vis-network.min.js").rstrip(),
        script=_script(),
    )
    with written(path) as file:
        file.write(page)


class _Articles:
    """The articles that evidence points to, each written once, with the edges it supports."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._at: dict[tuple[str, ...], int] = {}

    def proof(self, edge: EdgeRow, proof: EvidenceRow) -> list[Any]:
        """One piece of evidence as the page reads it."""
        key = (proof.article, proof.source, proof.title, proof.paper, proof.published, proof.page)
        at = self._at.setdefault(key, len(self.rows))
        if at == len(self.rows):
            row = {
                "id": at,
                "title": proof.title,
                "paper": proof.paper,
                "published": proof.published,
                "page": proof.page,
                "source": proof.source,
            }
            self.rows.append({key: value for key, value in row.items() if value != "" or key == "title"} | {"edges": []})
        if edge.index not in self.rows[at]["edges"][-1:]:
            self.rows[at]["edges"].append(edge.index)
        return [at, proof.quote, proof.date, proof.status, dict(proof.qualifiers) or 0, _spans(proof.subject), _spans(proof.object)]


def _spans(spans: tuple[tuple[int, int], ...]) -> list[list[int]] | int:
    return [list(span) for span in spans] or 0


def _network(rows: View, ontology: Ontology, evidence: int) -> Any:
    """The pyvis model of the graph. `add_edge` looks through all nodes for each edge, so edges are appended as it would append them."""
    from pyvis.edge import Edge
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    most = max((node.degree for node in rows.nodes), default=0.0)
    posts = _posts(rows)
    for node, (x, y) in zip(rows.nodes, rows.place.tolist(), strict=True):
        more = {
            "aliases": list(node.aliases),
            "short": _short(node.name),
            "articles": node.articles,
            "posts": posts.get(node.index),
            "data": _facts(node),
        }
        network.add_node(
            node.index,
            label=node.name,
            shape=_shape(node, ontology),
            group=node.type,
            x=round(x, 1),
            y=round(y, 1),
            size=_size(node, node.index in rows.literal, most),
            **{key: value for key, value in more.items() if value and value != node.name},
        )
    for edge in rows.edges:
        more = {"qualifiers": dict(edge.qualifiers), "first": edge.first, "last": edge.last, "more": max(0, len(edge.evidence) - evidence)}
        entry = Edge(
            edge.source,
            edge.target,
            False,  # the page draws the arrow, by relation
            id=edge.index,
            relation=edge.relation,
            status=edge.status,
            width=round(1 + min(4.0, 1.1 * (edge.weight**0.5 - 1)), 2),
            articles=edge.weight,
            **{key: value for key, value in more.items() if value},
        )
        network.edges.append(entry.options)
    for entry in network.nodes:
        entry.pop("color", None)  # pyvis gives each node its blue; colours come with the types
    return network


def _short(name: str) -> str:
    """The name as it stands in the drawing: without the legal form of a company and without the province before a city."""
    return _PROVINCE.sub("", _LEGAL_FORM.sub("", name))


def _size(node: NodeRow, literal: bool, most: float) -> float:
    return 4.5 if literal else round(6.5 + 17.5 * (node.degree / max(most, 12.0)) ** 0.5, 1)


def _shape(node: NodeRow, ontology: Ontology) -> str:
    return ontology.entities[node.type].shape if node.type in ontology.entities else "dot"


def _posts(rows: View) -> dict[int, list[dict[str, str]]]:
    """The posts of each person, the latest first."""
    posts: dict[int, list[tuple[str, dict[str, str]]]] = {}
    for edge in rows.edges:
        if edge.relation == "holds_position":
            entry = {"title": edge.qualifiers.get("title", ""), "body": rows.nodes[edge.target].name}
            posts.setdefault(edge.source, []).append((edge.last, entry))
    return {node: [entry for _, entry in sorted(held, key=lambda post: post[0], reverse=True)][:1] for node, held in posts.items()}


def _facts(node: NodeRow) -> dict[str, Any]:
    return dict(node.data) | {key: value for key, value in (("first", node.first), ("last", node.last)) if value}


def _types(rows: View, ontology: Ontology) -> Mapping[str, Any]:
    from kg.ontology import EntityType

    plain = {"zh": "", "en": ""}
    strange = sorted({node.type for node in rows.nodes} - set(ontology.entities))
    return dict(ontology.entities) | {name: EntityType(name, {"zh": name, "en": name}, plain, "#8C8C8C", "dot") for name in strange}


def _relations(rows: View, ontology: Ontology, lang: str) -> list[tuple[str, str, str, str, bool]]:
    known = [
        (name, entry.label[lang], entry.description[lang], entry.colour, entry.symmetric) for name, entry in ontology.relations.items()
    ]
    strange = sorted({edge.relation for edge in rows.edges} - set(ontology.relations))
    return known + [(name, name, "", "#8C8C8C", False) for name in strange]


def _block(id_: str, data: object) -> str:
    """Data as a script element that no browser runs; no `<` in it, so that no text can end it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{id_}">{safe}</script>'


@cache
def _part(*names: str) -> str:
    return files("kg.export").joinpath("page", *names).read_text(encoding="utf-8")


def _script() -> str:
    """Our modules as one strict function: nothing of theirs is global but `kg`."""
    modules = "\n\n".join(_part(f"{name}.js").rstrip() for name in MODULES)
    return f"(() => {{\n'use strict';\n{modules}\n}})();"
