"""Every format is read back by a real reader of it, and the values are compared one by one: on an invented town and on hostile text."""

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from kg import ontology
from kg.errors import UsageError
from kg.export import EXPORTERS, FORMATS
from kg.export.columns import statements
from kg.export.view import View, view
from kg.resources import resource
from tests.conftest import EVERY_FORMAT, needs_ftm

HOSTILE = [
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "a`b;c",
    "INFOSYS null",
    "null",
    "控\x0b制\x00符\ud800",
    'quo"te\\',
    "长" * 9000,
    "\u202e反向",
    "换\n行",
    "'; DROP",
    "]]>&amp;",
]


def make_hostile() -> "nx.MultiDiGraph[Any]":
    """Companies with the names that break readers, tied in a ring by several relations."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(lang="zh")
    for at, name in enumerate(HOSTILE):
        graph.add_node(
            f"n{at}-{name[:8]}", type="Company", label=name, aliases=[name[::-1], name], articles=1, first="2024-02", last="--05-25"
        )
    nodes = list(graph)
    for at, name in enumerate(HOSTILE):
        for relation in ("owns", "supplies"):
            proof = {
                "quote": name,
                "title": name,
                "paper": name,
                "published": "2024-05-27",
                "article": f"a{at}",
                "start": 0,
                "end": len(name),
                "status": "planned",
                "date": "2024",
            }
            graph.add_edge(
                nodes[at],
                nodes[at - 1],
                relation,
                relation=relation,
                weight=1,
                first="2024",
                last="2024-05-27",
                status="planned",
                qualifiers={"share": name},
                evidence=[proof] * 3,
            )
    return graph


@pytest.fixture(scope="module", params=["town", "hostile"])
def graph(request: pytest.FixtureRequest) -> "nx.MultiDiGraph[Any]":
    return request.getfixturevalue("town") if request.param == "town" else make_hostile()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def rows(graph: "nx.MultiDiGraph[Any]") -> View:
    return view(graph, ontology.load())


@pytest.fixture
def write(graph: "nx.MultiDiGraph[Any]", tmp_path: Path) -> Any:
    def write(name: str, **options: Any) -> Path:
        path = tmp_path / FORMATS[name].file
        EXPORTERS[name](graph, ontology.load(), path, **options)
        return path

    return write


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_same_graph_same_bytes(name: str, write: Any) -> None:
    first = contents(write(name))
    assert contents(write(name)) == first


def test_nodes_are_placed_once_for_all_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.export import placing as module
    from tests.export.conftest import make_town

    placed = []

    def counted(count: int, *given: Any, **more: Any) -> Any:
        placed.append(count)
        return positions(count, *given, **more)

    positions = module.positions
    monkeypatch.setattr(module, "positions", counted)
    graph = make_town(80, seed=23)
    for name in ("html", "graphml", "gexf"):
        EXPORTERS[name](graph, ontology.load(), tmp_path / name)
    assert placed == [len(graph)]
    graph.remove_node(next(iter(graph)))
    EXPORTERS["gexf"](graph, ontology.load(), tmp_path / "gexf")
    assert placed == [len(graph) + 1, len(graph)], "another graph, other places"


def contents(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in ([path] if path.is_file() else sorted(path.iterdir()))}


def plain(text: str) -> str:
    """Without the unseen blank that keeps Gephi from rewriting INF and null."""
    return text.replace("\u200b", "")


def test_graphml_edges_carry_a_kind_unless_strict(write: Any) -> None:
    assert re.search(r'<edge [^>]*label="', write("graphml").read_text("utf-8"))
    assert not re.search(r'<edge [^>]*label="', write("graphml", strict_xsd=True).read_text("utf-8"))


def test_gexf_keeps_nodes_edges_and_days(write: Any, rows: View) -> None:
    path = write("gexf")
    read = parse_gexf(path)
    assert read["nodes"] == [(n.id, n.name) for n in rows.nodes]
    assert read["edges"] == [(e.subject.id, e.object_id, float(e.weight)) for e in rows.edges]
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in read["days"])
    assert read["days"], "edges have time"


def parse_gexf(path: Path) -> dict[str, Any]:
    from lxml import etree

    space = "{http://gexf.net/1.3}"
    root = etree.parse(path).getroot()
    days = [entry.get(name) for entry in root.iter() for name in ("start", "end") if entry.get(name)]
    return {
        "nodes": [(n.get("id"), n.get("label")) for n in root.iter(f"{space}node")],
        "edges": [(e.get("source"), e.get("target"), float(e.get("weight"))) for e in root.iter(f"{space}edge")],
        "days": days,
    }


def test_csv_in_pandas(write: Any, rows: View) -> None:
    path = write("csv")
    nodes, edges, said = (pd.read_csv(path / f"{name}.csv", dtype=str, keep_default_na=False) for name in ("nodes", "edges", "statements"))
    assert list(nodes["Id"]) == [n.id for n in rows.nodes]
    assert [unquoted(label) for label in nodes["Label"]] == [n.name for n in rows.nodes]
    assert list(edges["Source"]) == [e.subject.id for e in rows.edges]
    assert list(edges["relation"]) == [e.relation for e in rows.edges]
    assert [unquoted(quote) for quote in said["quote"]] == [row.proof.quote for row in statements(rows)]
    assert (path / "nodes.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "Excel shows Chinese only after a byte order mark"


def unquoted(text: str) -> str:
    return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(tuple("=+-@\t\r")) else text


def test_csv_runs_no_formula(write: Any) -> None:
    for file in write("csv").iterdir():
        with file.open(encoding="utf-8-sig", newline="") as stream:
            assert not [cell for row in csv.reader(stream) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_xlsx_in_openpyxl(write: Any, rows: View) -> None:
    import openpyxl

    book = openpyxl.load_workbook(write("xlsx"))
    assert book.sheetnames == ["实体", "关系", "陈述"]
    heads = [cell.value for cell in book["实体"][1]]
    labels = [row[heads.index("Label")] for row in book["实体"].iter_rows(min_row=2, values_only=True)]
    assert labels == [n.name[:32000] for n in rows.nodes]
    assert book["陈述"].max_row == 1 + sum(1 for _ in statements(rows))
    assert book["实体"].auto_filter.ref
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], "text is never a formula"


def test_jsonl_follows_its_schema(write: Any, rows: View) -> None:
    import jsonschema

    schema = json.loads(resource("statement.schema.json").read_text(encoding="utf-8"))
    records = [json.loads(line) for line in write("jsonl").read_text("utf-8").splitlines()]
    for record in records:
        jsonschema.validate(record, schema)
    assert [(r["subject"]["name"], r["relation"], r["object"]["name"], r["evidence"]["quote"]) for r in records] == [
        (row.subject.name, row.edge.relation, row.object.name, row.proof.quote) for row in statements(rows)
    ]


@needs_ftm
def test_ftm_is_valid_by_its_own_library(write: Any, rows: View) -> None:
    from followthemoney import model
    from followthemoney.types import registry

    found: dict[str, list[Any]] = {}
    ids = set()
    for line in write("ftm").read_text("utf-8").splitlines():
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        entity.schema.validate(data)
        for prop, value in entity.itervalues():
            assert prop.type.clean(value) is not None, (prop.name, value)
        ids.add(entity.id)
        found.setdefault(entity.schema.name, []).append(entity)
    for group in found.values():  # every reference is to an entity of the file, of a schema that the property allows
        for entity in group:
            for prop, value in entity.itervalues():
                if prop.type.name == "entity":
                    assert value in ids
    cut = registry.name.max_length  # the library drops names that are longer
    wanted = sorted(n.name if len(n.name) <= cut else n.name[: cut - 1] + "…" for n in rows.nodes if n.type == "Company")
    assert sorted(company.first("name") for company in found["Company"]) == wanted


@needs_ftm
def test_ftm_post_is_an_occupancy(town: "nx.MultiDiGraph[Any]") -> None:
    from kg.export.ftm import entities

    made = list(entities(town, ontology.load()))
    by_id = {entity.id: entity for entity in made}
    occupancy = next(entity for entity in made if entity.schema.name == "Occupancy")
    position = by_id[occupancy.get("post")[0]]
    assert position.schema.name == "Position"
    assert by_id[position.get("organization")[0]].schema.name in ("PublicBody", "Company")
    assert by_id[occupancy.get("holder")[0]].schema.name == "Person"
    assert occupancy.get("summary")
    assert by_id[occupancy.get("proof")[0]].schema.name == "Article"


RDF = {"rdf": "turtle", "jsonld": "json-ld"}
quiet = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's reader of JSON-LD uses its own


@quiet
def test_turtle_and_json_ld_say_the_same(write: Any, graph: "nx.MultiDiGraph[Any]") -> None:
    from rdflib import Graph, Literal, URIRef
    from rdflib.compare import isomorphic

    from kg.export import rdf

    turtle, json_ld = (Graph().parse(write(name), format=form) for name, form in RDF.items())
    assert isomorphic(turtle, json_ld)

    def term(term: rdf.Term) -> URIRef | Literal:
        if isinstance(term, rdf.Text):
            return Literal(term.text, lang=term.lang or None, datatype=iri(term.type) if term.type else None)
        return iri(term)

    def iri(name: str) -> URIRef:
        prefix, _, local = name.partition(":")
        return URIRef(rdf.PREFIXES[prefix] + local)

    whole = Graph()
    for subject, told in rdf.things(graph, ontology.load()):
        for predicate, objects in told.items():
            for one in objects:
                whole.add((iri(subject), iri(predicate), term(one)))
    assert isomorphic(turtle, whole), "and both say what was to be said"


def test_an_article_is_told_again_after_many_others(graph: "nx.MultiDiGraph[Any]", monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.export import rdf

    def said(found: list[rdf.Thing]) -> set[str]:
        return {repr(thing) for thing in found}

    once = list(rdf.things(graph, ontology.load()))
    monkeypatch.setattr(rdf, "_RECENT", 2)
    again = list(rdf.things(graph, ontology.load()))
    assert said(again) == said(once)
    assert len(again) >= len(once) == len({repr(thing) for thing in once}), "however few are remembered, nothing else is said"


def test_neo4j_files(write: Any, rows: View) -> None:
    path = write("neo4j")
    with (path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    assert [(n["id:ID"], n["name:string"]) for n in nodes] == [(n.id, n.name) for n in rows.nodes]
    assert nodes[0][":LABEL"].split(";")[0] == "Entity"
    with (path / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert [(e[":START_ID"], e[":END_ID"], e[":TYPE"]) for e in edges] == [
        (e.subject.id, e.object_id, e.relation.upper()) for e in rows.edges
    ]
    script = (path / "graph.cypher").read_text("utf-8")
    assert script.startswith("CREATE CONSTRAINT")
    strings = re.sub(r'"(?:\\.|[^"\\])*"', "", script)
    assert strings.count("MERGE") + strings.count("OPTIONAL MATCH") + strings.count("\nMATCH (n") == strings.count("UNWIND"), (
        "no text got out of its quotes"
    )


def test_the_command_writes_strict_graphml(out: Path, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from kg.cli import app

    result = CliRunner().invoke(app, ["export", str(out), "--format", "graphml", "--strict-xsd", "--to", str(tmp_path / "x.graphml")])
    assert result.exit_code == 0, result.output
    assert not re.search(r'<edge [^>]*label="', (tmp_path / "x.graphml").read_text("utf-8"))


@pytest.mark.parametrize(("name", "package"), [("xlsx", "xlsxwriter"), ("ftm", "followthemoney")])
@pytest.mark.parametrize(("lang", "says"), [("zh", "需要"), ("en", "needs")])
def test_a_missing_extra_is_told(name: str, package: str, lang: str, says: str, write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=rf"{says}.*pip install 'zhengqi-kg\[{name}\]'"):
        write(name, lang=lang)


def test_xlsx_links_and_frozen_heads(write: Any) -> None:
    import openpyxl

    book = openpyxl.load_workbook(write("xlsx"))
    ids = [cell.value for cell in book["实体"]["A"]]
    for sheet, column in ((book["关系"], "Source"), (book["陈述"], "object_id")):
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref
        at = [cell.value for cell in sheet[1]].index(column)
        for row in sheet.iter_rows(min_row=2):
            link = row[at].hyperlink.location
            assert ids[int(link.rpartition("!A")[2]) - 1] == row[at].value
