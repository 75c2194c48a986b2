"""The graph that is read from the store while it is written: the same as the opened one, in no more memory for more edges."""

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import CliRunner

import kg
from benchmarks.export import keep
from benchmarks.page import invent
from kg import ontology, stored
from kg.export import EXPORTERS, placing
from kg.export.files import digest
from kg.store import SourceRow, Store
from kg.types import Article, Fact, Node
from tests.conftest import EVERY_FORMAT
from tests.export.conftest import make_town
from tests.export.test_formats import make_hostile

GRAPHS: dict[str, Callable[[], "nx.MultiDiGraph[Any]"]] = {"town": make_town, "hostile": make_hostile, "invented": lambda: invent(300)}


@pytest.fixture(scope="module", params=GRAPHS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    graph = GRAPHS[request.param]()
    plain: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    plain.add_nodes_from((storable(id_), storable(data)) for id_, data in graph.nodes(data=True))
    for a, b, key, data in graph.edges(keys=True, data=True):
        plain.add_edge(storable(a), storable(b), key, **storable(data))
    keep(plain, folder)
    return folder


def storable(value: Any) -> Any:
    """Without lone surrogates, which no store takes."""
    if isinstance(value, dict):
        return {key: storable(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [storable(entry) for entry in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def test_it_is_the_graph_that_is_opened(folder: Path) -> None:
    opened = kg.open(folder)
    with stored.opened(folder) as graph:
        assert list(graph.nodes()) == list(opened.nodes(data=True))
        assert list(graph.ids()) == list(opened)
        edges = [(ties.source, ties.target, key, data) for ties in graph.ties() for key, data in ties.edges]
        assert edges == list(opened.edges(keys=True, data=True))
        for ties in graph.ties():
            assert (ties.look(ties.source), ties.look(ties.target)) == (opened.nodes[ties.source], opened.nodes[ties.target])
        assert graph.counts() == (len(opened), opened.number_of_edges())


def test_what_nothing_is_tied_to_travels_with_the_page_alone(told: Any, keep: Callable[..., Path], teller: Any, tmp_path: Path) -> None:
    article = teller.article("a9", "胡敏出席。")
    out = keep(tmp_path / "out", [*told, teller.tell(article, [teller.entity(article, "e1", "Person", "胡敏")])])
    opened = kg.open(out)
    alone = {id_ for id_, _ in opened.untied()}
    assert {opened.entity(id_).name for id_ in alone} >= {"胡敏"}
    assert alone == {node.id for node in opened.nodes_} - set(opened)
    with stored.opened(out) as graph:
        assert list(graph.untied()) == list(opened.untied())
    for name in ("html", "jsonl"):
        stored.write(opened, name, tmp_path / name)
        assert ("胡敏" in (tmp_path / name).read_text(encoding="utf-8")) == (name == "html")


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_every_format_has_the_same_bytes(name: str, folder: Path, tmp_path: Path) -> None:
    EXPORTERS[name](kg.open(folder), ontology.load(), tmp_path / f"opened-{name}")
    with stored.opened(folder) as graph:
        EXPORTERS[name](graph, ontology.load(), tmp_path / f"stored-{name}")
    if (tmp_path / f"opened-{name}").is_file():
        assert digest(tmp_path / f"stored-{name}") == digest(tmp_path / f"opened-{name}")
    else:
        names = [file.name for file in (tmp_path / f"opened-{name}").iterdir()]
        assert names
        for file in names:
            assert (tmp_path / f"stored-{name}" / file).read_bytes() == (tmp_path / f"opened-{name}" / file).read_bytes()


def test_of_two_copies_of_an_article_the_one_with_a_locality_is_told(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        store.save_source(SourceRow("a.txt", "1"), [Article("a", "a.txt", "甲", page="A01")])
        store.save_source(SourceRow("b.txt", "1"), [Article("a", "b.txt", "甲", page="A02", locality="安徽省滁州市", locality_code="3411")])
        nodes = [Node(id_, "Company", id_, (("a", id_),), (), {}) for id_ in ("x", "y", "z")]
        facts = [
            Fact("x", "owns", "y", "a", 0, 1, "甲", status, None, 0.5, "r", {"share": "51%"})  # type: ignore[arg-type]
            for status in ("planned", "asserted")
        ]
        store.save_graph(nodes, facts, (), "state")
    with stored.opened(tmp_path) as graph:
        assert list(graph.ids()) == ["x", "y"], "what has no tie is no part of it"
        ((_, data),) = next(graph.ties()).edges
        assert {(proof["source"], proof["page"]) for proof in data["evidence"]} == {("b.txt", "A02")}
        assert (data["status"], data["weight"], data["qualifiers"]) == ("asserted", 1, {"share": "51%"})


def test_nodes_are_placed_once_a_build(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.cli import app

    placed = []
    positions = placing.positions
    monkeypatch.setattr(placing, "positions", lambda count, *given, **more: placed.append(count) or positions(count, *given, **more))
    kg.build([pages], out=tmp_path / "out", jobs=1)
    assert len(placed) == 1
    placing._PLACED.clear()  # as in a new process
    for name in ("graphml", "gexf", "html"):
        result = CliRunner().invoke(app, ["export", str(tmp_path / "out"), "--format", name, "--to", str(tmp_path / name)])
        assert result.exit_code == 0, result.output
    assert (tmp_path / "graphml").read_bytes() == (tmp_path / "out" / "graph.graphml").read_bytes()
    assert len(placed) == 1, "later exports read where they stand"
    (pages / "more.txt").write_text("本报讯 3月15日，云杉智控有限公司与江汀控股集团有限公司签署合作协议。\n", encoding="utf-8")
    kg.build([pages], out=tmp_path / "out", jobs=1)
    assert len(placed) == 2, "another graph, other places"
    kg.build([pages], out=tmp_path / "other", formats=["csv"], jobs=1)
    assert len(placed) == 2, "a table has none"


@pytest.mark.parametrize("name", ["graphml", "csv", "jsonl"])
def test_memory_does_not_grow_with_the_graph(name: str, stores: dict[int, Path], tmp_path: Path) -> None:
    few, many = (most(name, store, tmp_path / f"{edges}-{name}") for edges, store in stores.items())
    assert many < 1.3 * few, f"{few / 1e6:.2f} MB for {min(stores)} edges, {many / 1e6:.2f} MB for {max(stores)}"


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """`benchmarks/export.py` measures larger ones, and all formats."""
    stores = {edges: tmp_path_factory.mktemp(str(edges)) for edges in (1_500, 4_500)}
    for edges, store in stores.items():
        keep(invent(edges), store)
    return stores


def most(name: str, store: Path, path: Path) -> int:
    """The most that Python held while it wrote; the first time is not counted, since modules are imported then."""
    if not path.exists():
        with stored.opened(store) as graph:
            next(iter(graph.ties()))
            EXPORTERS[name](make_town(20), ontology.load(), path.with_suffix(".small"))
    gc.collect()
    tracemalloc.start()
    try:
        with stored.opened(store) as graph:
            EXPORTERS[name](graph, ontology.load(), path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
