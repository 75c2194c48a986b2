"""Every value of every row, read back by a real reader of each format and compared one by one.

On the seed page, an invented town and hostile text; on a hundred thousand edges with the readers that take seconds. `KG_LARGE=1` gives all
readers the large graph, which takes minutes (docs/performance.md).
"""

import json
import math
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import kg
from benchmarks.page import invent
from kg import ontology
from kg.export import EXPORTERS, FORMATS
from kg.export.appearance import appearance, rgb
from kg.export.columns import Column, edge_columns, node_columns, statement_columns, statements
from kg.export.view import View, view
from tests.conftest import needs_ftm
from tests.export.conftest import make_town
from tests.export.test_formats import make_hostile, plain, quiet, unquoted

Table = list[dict[str, Any]]
HERE = Path(__file__).parent
KNOWN = ontology.load()


@dataclass(frozen=True)
class Wanted:
    """What a file has to say: a row of plain values for each node, edge and statement; empty values are left out."""

    rows: View

    @cached_property
    def nodes(self) -> Table:
        return [{"id": n.id, **told(n, node_columns(KNOWN, "zh"))} for n in self.rows.nodes]

    @cached_property
    def edges(self) -> Table:
        return [{"id": e.id, "from": e.subject.id, "to": e.object_id, **told(e, edge_columns(KNOWN, "zh"))} for e in self.rows.edges]

    @cached_property
    def statements(self) -> Table:
        return [told(row, statement_columns(KNOWN, "zh")) for row in statements(self.rows)]

    def seen(self) -> tuple[Table, Table]:
        """Nodes and edges as Gephi's formats have them: numbered edges, with places and colours."""
        look = appearance(self.rows, KNOWN)
        places = zip((place for block in look.places() for place in block), self.rows.nodes, strict=True)
        nodes = [{"x": x, "y": y, "z": 0.0, "size": size, **colours(look.node_colour(node))} for (x, y, size), node in places]
        edges = [{"id": f"e{e.index}", **colours(look.edge_colour(e))} for e in self.rows.edges]
        return [a | b for a, b in zip(self.nodes, nodes, strict=True)], [a | b for a, b in zip(self.edges, edges, strict=True)]


def told(row: Any, columns: list[Column]) -> dict[str, Any]:
    return {column.name: value for column in columns if (value := column.value(row)) not in (None, "")}


def colours(parts: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip("rgb", parts, strict=True))


def by_networkx(path: Path, wanted: Wanted) -> None:
    read = nx.read_graphml(path, force_multigraph=True)
    nodes, edges = wanted.seen()
    same([{"id": id_, **data} for id_, data in read.nodes(data=True)], nodes)
    found = {key: {"id": key, "from": a, "to": b, **data} for a, b, key, data in read.edges(keys=True, data=True)}
    same([found[edge["id"]] for edge in edges], edges)
    assert len(found) == len(edges)


def by_igraph(path: Path, wanted: Wanted) -> None:
    import igraph

    read = igraph.Graph.Read_GraphML(str(path))
    nodes, edges = wanted.seen()
    ids = [id_.replace("&#38;", "&") for id_ in read.vs["id"]]  # igraph leaves this one sign of an id undone
    same(rows_of(read.vs, ids), nodes)
    ends = [{"from": ids[a], "to": ids[b]} for a, b in read.get_edgelist()]
    numbers = [f"e{at}" for at in range(len(ends))]  # igraph gives edges the ids of nodes; their order is that of the file
    same([row | end for row, end in zip(rows_of(read.es, numbers), ends, strict=True)], edges)


def rows_of(sequence: Any, ids: list[str]) -> Table:
    columns = {name: sequence[name] for name in sequence.attributes() if name != "id"}
    table = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return [{"id": id_, **{k: v for k, v in row.items() if not empty(v)}} for id_, row in zip(ids, table, strict=True)]


def empty(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def by_lxml(path: Path, wanted: Wanted) -> None:
    from lxml import etree

    space, viz = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
    nodes, edges = wanted.seen()
    types: dict[tuple[str, str], str] = {}
    found: dict[str, Table] = {"node": [], "edge": []}
    for _, item in etree.iterparse(path, tag=[f"{space}attributes", f"{space}node", f"{space}edge"], huge_tree=True):
        kind = etree.QName(item).localname
        if kind == "attributes":
            types |= {(item.get("class"), entry.get("id")): entry.get("type") for entry in item}
            continue
        row: dict[str, Any] = {"id": item.get("id"), "label": item.get("label")}
        if kind == "edge":
            row |= {"from": item.get("source"), "to": item.get("target"), "weight": float(item.get("weight")), "kind": item.get("kind")}
        for cell in item.iter(f"{space}attvalue"):
            name = cell.get("for")
            row["label" if (kind, name) == ("edge", "label_status") else name] = READ[types[kind, name]](cell.get("value"))
        for mark in item:
            if mark.tag.startswith(viz):
                row |= {("size" if name == "value" else name): (int if name in "rgb" else float)(value) for name, value in mark.items()}
        found[kind].append(row)
        item.clear()
    same(found["node"], nodes)
    kinds = {relation: entry.label["zh"] for relation, entry in KNOWN.relations.items()}
    same(found["edge"], [edge | {"kind": kinds.get(edge["relation"], edge["relation"])} for edge in edges])


READ: dict[str, Callable[[str], object]] = {"string": str, "integer": int, "double": float, "boolean": "true".__eq__}


def by_pandas(path: Path, wanted: Wanted) -> None:
    called = {
        "nodes": {"Id": "id", "Label": "label"},
        "edges": {"Id": "id", "Source": "from", "Target": "to", "Label": "label", "Weight": "weight"},
    }
    more = {"edges": ("Type", "source_label", "target_label")}
    for name in ("nodes", "edges", "statements"):
        read = pd.read_csv(path / f"{name}.csv", dtype=str, keep_default_na=False).rename(columns=called.get(name, {}))
        rows = [{k: unquoted(v) for k, v in row.items() if v != "" and k not in more.get(name, ())} for row in read.to_dict("records")]
        same(typed(rows, getattr(wanted, name)), getattr(wanted, name))


def by_pandas_neo4j(path: Path, wanted: Wanted) -> None:
    called = {"name:string": "label", ":START_ID": "from", ":END_ID": "to", ":LABEL": "labels", ":TYPE": "kind"}
    for name, table in (("nodes", wanted.nodes), ("relationships", wanted.edges)):
        read = pd.read_csv(path / f"{name}.csv", dtype=str, keep_default_na=False)
        read.columns = [called.get(column, column.partition(":")[0]) for column in read.columns]
        rows = [{key: value for key, value in row.items() if value != ""} for row in read.to_dict("records")]
        more = [{"labels": f"Entity;{row['type']}"} if name == "nodes" else {"kind": row["relation"].upper()} for row in table]
        want = [a | b for a, b in zip(table, more, strict=True)]
        same(typed(rows, want), want)


def typed(rows: Table, wanted: Table) -> Table:
    """Texts as numbers and truths where such are wanted."""
    kinds = {key: type(value) for row in wanted for key, value in row.items()}
    read: dict[type, Callable[[str], object]] = {bool: "true".__eq__, int: int, float: float}
    return [{key: read.get(kinds.get(key, str), str)(value) for key, value in row.items()} for row in rows]


def by_openpyxl(path: Path, wanted: Wanted) -> None:
    import openpyxl
    from openpyxl.utils.escape import unescape

    book = openpyxl.load_workbook(path, read_only=True)
    called = {"Id": "id", "Label": "label", "Source": "from", "Target": "to", "Weight": "weight"}
    for sheet, table in zip(book, (wanted.nodes, wanted.edges, wanted.statements), strict=True):
        heads, *rows = sheet.iter_rows(values_only=True)
        names = [called.get(str(head), str(head)) for head in heads]
        # openpyxl leaves `_x000D_` and the like in texts that stand in their cells
        found = [{k: unescape(v) if isinstance(v, str) else v for k, v in zip(names, row, strict=True) if v is not None} for row in rows]
        for row in found:
            for name in ("Type", "source_label", "target_label"):
                row.pop(name, None)
        cut = [{k: v[:32000] if isinstance(v, str) else v for k, v in row.items()} for row in table]
        for row, want in zip(found, cut, strict=True):
            for key, value in want.items():  # a sheet holds 15 digits
                if isinstance(value, float) and math.isclose(row[key], value, rel_tol=1e-14):
                    row[key] = value
        same(found, cut)
    book.close()


def by_json(path: Path, wanted: Wanted) -> None:
    rows = statements(wanted.rows)
    with path.open(encoding="utf-8") as file:
        for line, row, want in zip(file, rows, wanted.statements, strict=True):
            read = json.loads(line)
            subject, target, evidence = read["subject"], read["object"], read["evidence"]
            article = evidence.get("article", {})
            found = {
                "statement": read["id"],
                "subject_id": subject["id"],
                "subject": subject["name"],
                "subject_type": subject["type"],
                "relation": read["relation"],
                "object_id": target["id"],
                "object": target["name"],
                "object_type": target["type"],
                "status": read["status"],
                "date": read["date"],
                "title": read["qualifiers"].get("title"),
                "quote": evidence["quote"],
                "start": evidence.get("start"),
                "end": evidence.get("end"),
                "article_title": article.get("title"),
                "article": article.get("id"),
                **{name: article.get(name) for name in ("paper", "published", "page", "source")},
            }
            assert {k: v for k, v in found.items() if v not in (None, "")} == {
                k: v for k, v in want.items() if k not in ("relation_label", "status_label", "qualifiers")
            }
            assert read["qualifiers"] == dict(row.proof.qualifiers)
            for end, node in ((subject, row.subject), (target, row.object)):
                assert tuple(end.get("aliases", ())) == node.aliases
                assert {k: v for k, v in end.items() if k in node.facts} == {k: v for k, v in node.facts.items() if k != "resolved"}


def by_followthemoney(path: Path, wanted: Wanted) -> None:
    from followthemoney import model

    from kg.export.ftm import _make

    found = {}
    for line in path.read_text("utf-8").splitlines():
        entity = model.get_proxy(json.loads(line))  # cleans: what it does not take is gone
        found[entity.id] = entity
    ends: dict[str, str] = {}
    for node in wanted.rows.nodes:
        if (schema := KNOWN.entities[node.type].ftm) is not None:
            ends[node.id] = id_ = _make(schema, node.type, node.id).id or ""
            cut = found[id_].schema.get("name").type.max_length
            assert found[id_].get("name") == [node.name if len(node.name) <= cut else node.name[: cut - 1] + "…"]
            assert len(found[id_].get("alias")) == len(node.aliases)
    for edge in wanted.rows.edges:
        if edge.subject.id in ends:
            link = found[str(_make("Thing", edge.id).id)]
            pointed = {value for prop, value in link.itervalues() if prop.type.name == "entity"}
            assert ends[edge.subject.id] in pointed
            quotes = {proof.quote for proof in edge.evidence}
            cut = link.schema.get("summary").type.max_length
            assert set(link.get("summary")) == {quote if len(quote) <= cut else quote[: cut - 1] + "…" for quote in quotes if quote.strip()}
            assert len(link.get("proof")) == len({proof.article for proof in edge.evidence})


def by_graphology(path: Path, wanted: Wanted) -> None:
    told = subprocess.run(["node", HERE / "graphology.mjs", path], capture_output=True, text=True, timeout=600)
    assert told.returncode == 0, told.stderr
    read = json.loads(told.stdout)
    assert read["type"] == "directed"
    if path.suffix == ".gexf":  # its reader has names of its own for what is seen
        return same([{"id": id_, "label": data["label"]} for id_, data in read["nodes"]], [pick(n, "id", "label") for n in wanted.nodes])
    nodes, edges = wanted.seen()
    same([{"id": id_, **filled(data)} for id_, data in read["nodes"]], nodes)
    found = [{"id": f"e{at}", "from": a, "to": b, **filled(data)} for at, (a, b, data) in enumerate(read["edges"])]
    return same(found, edges)


def filled(data: dict[str, Any]) -> dict[str, Any]:
    seen = colours(rgb(data["color"])) if "color" in data else {}  # it makes one of three
    return seen | {key: value for key, value in data.items() if not empty(value) and key != "color"}


def pick(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def by_rdflib(path: Path, wanted: Wanted) -> None:
    from rdflib import PROV, RDFS, SDO, SKOS, Graph, Literal, URIRef
    from rdflib import RDF as TERMS

    from kg.export.rdf import BASE

    read = Graph().parse(path, format="turtle" if path.suffix == ".ttl" else "json-ld")
    name = lambda kind: lambda id_: URIRef(f"{BASE}{kind}:{quote(id_, safe='')}")  # noqa: E731
    entity, kg_, statement = name("entity"), name("ontology"), name("statement")
    zh = lambda text: Literal(text, lang="zh")  # noqa: E731
    for node in wanted.rows.nodes:
        assert read.value(entity(node.id), RDFS.label) == zh(node.name)
        assert set(read.objects(entity(node.id), SKOS.altLabel)) == set(map(zh, node.aliases))
    asserted = set()
    for row in statements(wanted.rows):
        one, proof = statement(f"{row.edge.id}#{row.number}"), row.proof
        triple = entity(row.subject.id), kg_(row.edge.relation), entity(row.object.id)
        assert tuple(read.value(one, term) for term in (TERMS.subject, TERMS.predicate, TERMS.object)) == triple
        assert (read.value(one, kg_("status")), read.value(one, PROV.value)) == (Literal(proof.status), zh(proof.quote))
        assert read.value(one, SDO.temporal) == (Literal(proof.date) if proof.date else None)
        assert {key: read.value(one, kg_(key)) for key in proof.qualifiers} == {key: zh(value) for key, value in proof.qualifiers.items()}
        article = read.value(one, PROV.wasDerivedFrom)
        assert set(read.objects(article, SDO.headline)) >= ({Literal(proof.title)} if proof.title else set())
        asserted |= {triple} if proof.status == "asserted" else set()
    relations = {kg_(edge.relation) for edge in wanted.rows.edges}
    assert {(a, term, b) for term in relations for a, b in read.subject_objects(term)} == asserted, (
        "only what is asserted is a plain triple"
    )


QUICK: dict[str, tuple[str, Callable[[Path, Wanted], None]]] = {
    "graphml by igraph": ("graphml", by_igraph),
    "jsonl by json": ("jsonl", by_json),
    "gexf by lxml": ("gexf", by_lxml),
    "csv by pandas": ("csv", by_pandas),
    "neo4j by pandas": ("neo4j", by_pandas_neo4j),
}
READERS = QUICK | {
    "graphml by networkx": ("graphml", by_networkx),
    "graphml by graphology": ("graphml", by_graphology),
    "gexf by graphology": ("gexf", by_graphology),
    "xlsx by openpyxl": ("xlsx", by_openpyxl),
    "ftm by followthemoney": ("ftm", by_followthemoney),
    "rdf by rdflib": ("rdf", by_rdflib),
    "jsonld by rdflib": ("jsonld", by_rdflib),
}
EVERY_READER = [pytest.param(name, marks=needs_ftm) if name.startswith("ftm") else name for name in READERS]
NODE = os.environ.get("KG_NODE_MODULES") and shutil.which("node")


def same(found: Table, wanted: Table) -> None:
    """Row by row, so that a difference is told and not two whole tables."""
    assert len(found) == len(wanted)
    for a, b in zip(found, wanted, strict=True):
        if a != b:
            assert {k: plain(v) if isinstance(v, str) else v for k, v in a.items()} == {
                k: plain(v) if isinstance(v, str) else v for k, v in b.items()
            }


@pytest.fixture(params=["seed", "town", "hostile"], scope="module")
def wanted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "tuple[nx.MultiDiGraph[Any], Wanted]":
    def seed() -> "nx.MultiDiGraph[Any]":
        folder = tmp_path_factory.mktemp("seed")
        kg.build([HERE.parents[1] / "seeds"], out=folder, jobs=1)
        return kg.open(folder)

    graph = {"seed": seed, "town": make_town, "hostile": make_hostile}[request.param]()
    return graph, Wanted(view(graph, KNOWN))


@quiet
@pytest.mark.parametrize("reader", EVERY_READER)
def test_every_value_comes_back(reader: str, wanted: "tuple[nx.MultiDiGraph[Any], Wanted]", tmp_path: Path) -> None:
    check(reader, *wanted, tmp_path)


def check(reader: str, graph: "nx.MultiDiGraph[Any]", wanted: Wanted, folder: Path) -> None:
    if reader.endswith("graphology") and not NODE:
        pytest.skip("needs node, and KG_NODE_MODULES: a folder with graphology (.ci/run makes one)")
    name, read = READERS[reader]
    path = folder / FORMATS[name].file
    EXPORTERS[name](graph, KNOWN, path)
    read(path, wanted)


@quiet
@example(text="Null", other="NULL", number=0.0)
@given(text=st.text(min_size=1), other=st.text(), number=st.floats(allow_subnormal=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_and_number_comes_back(text: str, other: str, number: float, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", type="Company", label=text, aliases=[text, other], articles=1)
    graph.add_node("b", type="Amount", label=other, value=number, currency="CNY")
    proof = {"quote": text, "article": "a1", "title": other, "paper": text, "published": "2024-05-08", "status": "planned", "date": "2024"}
    told = {
        "relation": "earns_amount",
        "weight": 1,
        "status": "asserted",
        "qualifiers": {"metric": text, "title": other},
        "confidence": 0.5,
    }
    graph.add_edge("a", "b", "earns_amount", evidence=[proof, proof], **told)
    for reader in set(READERS) - {"graphml by graphology", "gexf by graphology", "ftm by followthemoney"}:
        check(reader, graph, Wanted(view(graph, KNOWN)), tmp_path)


@pytest.fixture(scope="module")
def large() -> "tuple[nx.MultiDiGraph[Any], Wanted]":
    graph = invent(100_000)
    return graph, Wanted(view(graph, KNOWN))


@quiet
@pytest.mark.slow
@pytest.mark.parametrize("reader", EVERY_READER if os.environ.get("KG_LARGE") else QUICK)
def test_every_value_of_a_hundred_thousand_edges(reader: str, large: "tuple[nx.MultiDiGraph[Any], Wanted]", tmp_path: Path) -> None:
    check(reader, *large, tmp_path)
