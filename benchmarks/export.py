"""Time and memory of the writers beside networkx's own, on the same invented graph.

    uv run python benchmarks/export.py            # prints the table of docs/performance.md, in about a minute
    uv run python benchmarks/export.py 5000       # so many edges

networkx gets the same content: every attribute of our files, flattened beforehand, which is not counted; ours start from the graph, clean every
text, choose the sentences and write them. Each writer runs in a process of its own, forked from one that holds the graph.
Seconds are of the processor. Memory is by how much the process grew at most while it wrote, for a fifth of the edges and for all of them: what
is streamed does not grow with the graph. Where nodes stand is worked out once for the page and for Gephi, so it has a column of its own.
"""

import argparse
import ctypes
import gc
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
from page import invent

from kg import ontology
from kg.export import EXPORTERS, FORMATS, view
from kg.export.columns import edge_columns, node_columns

PEERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx write_graphml (lxml)": nx.write_graphml_lxml,
    "networkx write_gexf": nx.write_gexf,
}
KINDS = ("graphml", "gexf", "csv", "jsonl", "neo4j")


class Figures(NamedTuple):
    """What one writer took."""

    seconds: float  # of the processor, without placing nodes
    placing: float
    grown: float  # MiB
    size: float  # MB


def flat(graph: "nx.MultiDiGraph[Any]") -> "nx.MultiDiGraph[Any]":
    """What our GraphML says, as plain values that networkx writes."""
    known = ontology.load()
    rows = view.view(graph, known)
    plain: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    looks = {"x": 1.25, "y": -1.25, "z": 0.0, "size": 4.0, "r": 120, "g": 120, "b": 120}
    nodes, edges = node_columns(known, "zh"), edge_columns(known, "zh")
    ids = rows.nodes.ids
    for node in rows.nodes:
        plain.add_node(node.id, **{c.name: v for c in nodes if (v := c.value(node)) not in (None, "")}, **looks)
    for edge in rows.edges:
        told = {c.name: v for c in edges if (v := c.value(edge)) not in (None, "")}
        plain.add_edge(ids[edge.source], ids[edge.target], f"e{edge.index}", **told, r=120, g=120, b=120)
    return plain


def _touch(value: object) -> None:
    """Look at everything once: a fork copies what it looks at, and that is no writer's work."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            _touch(part)


def _measure(name: str, graph: "nx.MultiDiGraph[Any]", answers: Any) -> None:
    known = ontology.load()
    placing = 0.0
    positions = view.positions

    def timed(*given: Any, **more: Any) -> Any:
        nonlocal placing
        start = time.process_time()
        result = positions(*given, **more)
        placing += time.process_time() - start
        return result

    view.positions = timed
    for _, data in graph.nodes(data=True):
        _touch(data)
    for _, _, data in graph.edges(data=True):
        _touch(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (FORMATS[name].file if name in FORMATS else "peer.xml")
        before = _most()
        start = time.process_time()
        if name in PEERS:
            PEERS[name](graph, path)
        else:
            EXPORTERS[name](graph, known, path)
        seconds = time.process_time() - start
        grown = _most() - before
        size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir())) / 1e6
    answers.put(Figures(seconds - placing, placing, grown, size))


def _most() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(graph: "nx.MultiDiGraph[Any]", names: list[str]) -> dict[str, Figures]:
    """Each writer in a fork of this process."""
    context = multiprocessing.get_context("fork")
    found = {}
    _tidy()
    for name in names:
        print(f"{name}, {graph.number_of_edges():,} edges", file=sys.stderr, flush=True)
        answers = context.SimpleQueue()
        process = context.Process(target=_measure, args=(name, graph, answers))
        process.start()
        found[name] = answers.get()
        process.join()
    return found


def _tidy() -> None:
    """Give back what was freed, or a writer would use it and seem to grow by less."""
    gc.collect()
    gc.freeze()
    ctypes.CDLL(None).malloc_trim(0)


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edges", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", nargs="+", default=KINDS, choices=FORMATS)
    given = parser.parse_args()
    started = time.monotonic()
    sizes = (given.edges // 5, given.edges)
    found: dict[int, dict[str, Figures]] = {}
    for edges in sizes:
        graph = invent(edges)
        ours = measured(graph, list(given.formats))
        found[edges] = measured(flat(graph), list(PEERS)) | ours
        del graph
    few, all_ = (found[edges] for edges in sizes)
    heads = ("writer", "seconds", "placing nodes", *(f"memory at {edges:,} edges, MiB" for edges in sizes), "file, MB")
    print("| " + " | ".join(heads) + " |\n|---" + "|--:" * (len(heads) - 1) + "|")
    for name, row in all_.items():
        placing = f"{row.placing:.1f}" if row.placing else ""
        print(f"| {name} | {row.seconds:.2f} | {placing} | {few[name].grown:.0f} | {row.grown:.0f} | {row.size:.0f} |")
    for peer, name in zip(PEERS, KINDS, strict=False):
        if name in all_:
            print(f"\n{name}: {all_[peer].seconds / all_[name].seconds:.1f} × as fast as {peer}", end="")
    print(f"\n\n{time.monotonic() - started:.0f} s in all")


if __name__ == "__main__":
    main()
