"""What igraph, Gephi Lite's own reader and Gephi's import rules make of our files: an invented town, hostile text, a hundred thousand edges."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from benchmarks.page import invent
from kg import ontology
from kg.export import EXPORTERS, FORMATS
from kg.export.view import View, view
from tests.export.conftest import make_town
from tests.export.test_formats import make_hostile

HERE = Path(__file__).parent
MODULES = os.environ.get("KG_NODE_MODULES")  # a folder in which npm installed graphology, graphology-graphml and graphology-gexf
CHECK = HERE.parents[2] / "shared" / "tools" / "gephi-check" / "check_graphml.mjs"  # a stricter check that some checkouts lie beside
TYPES = {"boolean", "int", "integer", "double", "string"}  # others stop Gephi Lite
GRAPHS: dict[str, Callable[[], "nx.MultiDiGraph[Any]"]] = {"town": make_town, "hostile": make_hostile}
node = pytest.mark.skipif(
    not (MODULES and shutil.which("node")), reason="needs node, and KG_NODE_MODULES: a folder with graphology (.ci/run makes one)"
)


@pytest.fixture(params=GRAPHS, scope="module")
def graph(request: pytest.FixtureRequest) -> "nx.MultiDiGraph[Any]":
    return GRAPHS[request.param]()


@pytest.fixture(scope="module")
def rows(graph: "nx.MultiDiGraph[Any]") -> View:
    return view(graph, ontology.load())


@pytest.fixture(scope="module")
def files(graph: "nx.MultiDiGraph[Any]", tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("files")
    return {name: write(graph, name, folder) for name in ("graphml", "gexf")}


def write(graph: "nx.MultiDiGraph[Any]", name: str, folder: Path) -> Path:
    path = folder / FORMATS[name].file
    EXPORTERS[name](graph, ontology.load(), path)
    return path


def test_gephi_rules_of_graphml(files: dict[str, Path]) -> None:
    check_graphml(files["graphml"])


def check_graphml(path: Path) -> None:
    """What Gephi asks of a file, as its importers state it; each of these has broken a file of somebody."""
    from lxml import etree

    head = path.read_bytes()[:60]
    assert head.startswith(b'<?xml version="1.0" encoding="UTF-8"?>'), "or a Chinese Windows reads it as GBK"
    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    space = root.tag.removesuffix("graphml")
    keys = {key.get("id"): key for key in root.iter(f"{space}key")}
    assert len(keys) == sum(1 for _ in root.iter(f"{space}key"))
    assert not {"id", "timeset", "label"} & keys.keys()
    assert {key.get("attr.type") for key in keys.values()} <= TYPES
    for scope in ("node", "edge"):
        names = [key.get("attr.name") for key in keys.values() if key.get("for") == scope]
        assert len({name.lower() for name in names}) == len(names)
    nodes, edges = list(root.iter(f"{space}node")), list(root.iter(f"{space}edge"))
    known = unique(nodes)
    unique(edges)
    assert root.find(f"{space}graph").get("edgedefault") == "directed"
    assert len({(e.get("source"), e.get("target"), e.get("label")) for e in edges}) == len(edges), "parallel edges of one kind are summed"
    values = [[(keys[d.get("key")], d.text or "") for d in item] for item in (*nodes, *edges)]
    look: dict[str, list[float]] = {"x": [], "y": [], "size": [], "weight": []}
    for item, cells in zip((*nodes, *edges), values, strict=True):
        assert {e for e in (item.get("source"), item.get("target")) if e} <= known
        for key, text in cells:
            assert fits(key.get("attr.type"), text), (key.get("attr.name"), text)
            assert key.get("attr.name") == "label" or "INF" not in text, "Gephi would write Infinity"
            if key.get("attr.name") in look:
                look[key.get("attr.name")].append(float(text))
    assert min(look["weight"]) > 0, "weight 0 removes an edge"
    assert max(map(abs, look["x"] + look["y"])) <= 5000
    assert (min(look["size"]), max(look["size"])) in ((4.0, 100.0), (4.0, 4.0)), "other sizes are scaled on import"


def unique(items: list[Any]) -> set[str]:
    found = {item.get("id") for item in items}
    assert len(found) == len(items)
    return found


def fits(type_: str, text: str) -> bool:
    if type_ == "boolean":
        return text in ("true", "false")
    if type_ in ("int", "integer"):
        return re.fullmatch(r"-?\d+", text) is not None and abs(int(text)) < 2**31
    return type_ == "string" or re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", text) is not None


def test_gephi_rules_of_gexf(files: dict[str, Path]) -> None:
    from lxml import etree

    root = etree.parse(files["gexf"], etree.XMLParser(huge_tree=True)).getroot()
    space = "{http://gexf.net/1.3}"
    unique(list(root.iter(f"{space}node")))
    unique(list(root.iter(f"{space}edge")))
    for group in root.iter(f"{space}attributes"):
        ids = {entry.get("id"): entry for entry in group}
        assert not {"id", "label", "type" if group.get("class") == "edge" else "id"} & ids.keys(), "GEXF has its own"
        assert all(entry.get("title") == name and entry.get("type") in TYPES for name, entry in ids.items())
    for entry in root.iter():
        assert all(len(value) < 524_288 for value in entry.attrib.values()), "desktop Gephi refuses the file"
        if start := entry.get("start"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", start)
            assert start <= entry.get("end")


def test_a_post_has_a_spell_for_each_title(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("p", type="Person", label="方致远（虚构）")
    graph.add_node("b", type="PublicBody", label="云川市人民政府")
    told = [("副市长", "2019-03"), ("副市长", "2021-06-01"), ("市长", "2022-01-15"), ("市长", "2024-05-08")]
    evidence = [{"quote": f"{title}方致远", "date": day, "qualifiers": {"title": title}} for title, day in told]
    graph.add_edge("p", "b", "holds_position", relation="holds_position", weight=4, status="asserted", evidence=evidence)
    text = write(graph, "gexf", tmp_path).read_text("utf-8")
    assert re.findall(r'<spell start="([^"]+)" end="([^"]+)"/>', text) == [("2019-03-01", "2021-06-01"), ("2022-01-15", "2024-05-08")]


@pytest.mark.skipif(
    not (MODULES and CHECK.exists() and shutil.which("node")), reason="needs the check beside this checkout, node and KG_NODE_MODULES"
)
def test_gephi_check_finds_nothing(files: dict[str, Path], rows: View, tmp_path: Path) -> None:
    gephi_check(files, rows, tmp_path)


def gephi_check(files: dict[str, Path], rows: View, folder: Path) -> None:
    script = folder / CHECK.name
    shutil.copy(CHECK, script)
    (folder / "node_modules").symlink_to(Path(MODULES or "") / "node_modules")
    need = "label,edge-label,weight,color,size,position,kind"
    expected = ["--expect-nodes", str(len(rows.nodes)), "--expect-edges", str(len(rows.edges))]
    done = subprocess.run(
        ["node", script, "--strict", "--need", need, *expected, *files.values()], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def large() -> "nx.MultiDiGraph[Any]":
    return invent(100_000)
