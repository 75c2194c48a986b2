"""Time and memory of the writers beside networkx's own, on the same invented graph.

    uv run python benchmarks/export.py            # prints the table of docs/performance.md, in about a minute
    uv run python benchmarks/export.py 5000       # so many edges

networkx gets the same content: every attribute of our files, flattened beforehand, which is not counted; ours start from the graph, clean every
text, choose the sentences and write them. Theirs and ours run at the same time, in a process each.
Seconds are of the processor. Memory is by how much the process grew at most while it wrote, for a fifth of the edges and for all of them: what
is streamed does not grow with the graph. Where nodes stand and how large they are networkx is told; here it is worked out, once a build for the page
and for Gephi, so that it has a column of its own.
"""

import argparse
import ctypes
import gc
import multiprocessing
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
from page import invent

from kg import ontology
from kg.export import EXPORTERS, FORMATS, gexf, graphml, view
from kg.export.appearance import appearance
from kg.export.columns import edge_columns, node_columns

PEERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx write_graphml (lxml)": nx.write_graphml_lxml,
    "networkx write_gexf": nx.write_gexf,
}
KINDS = ("graphml", "gexf", "csv", "jsonl", "neo4j")


class Figures(NamedTuple):
    """What one writer took."""

    seconds: float  # of the processor, without placing nodes
    placing: float  # nodes: where they stand, how large they are
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


def _measure(edges: int, names: Sequence[str], answers: Any) -> None:
    """One writer after the other, on the graph that each of them takes."""
    graph, known = invent(edges), ontology.load()
    graph = pickle.loads(pickle.dumps(flat(graph) if names[0] in PEERS else graph))  # in one piece, as if it had just been opened
    for name in names:
        answers.put((name, _one(name, graph, known)))


def _one(name: str, graph: "nx.MultiDiGraph[Any]", known: ontology.Ontology) -> Figures:
    placing = 0.0

    def timed(*given: Any) -> Any:
        nonlocal placing
        start = time.process_time()
        result = appearance(*given)
        placing += time.process_time() - start
        return result

    graphml.appearance = gexf.appearance = timed
    view._PLACED.clear()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what was freed would be used again and hide what is added
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (FORMATS[name].file if name in FORMATS else "peer.xml")
        Path("/proc/self/clear_refs").write_text("5")  # the most begins anew
        before = _held("VmRSS")
        start = time.process_time()
        if name in PEERS:
            PEERS[name](graph, path)
        else:
            EXPORTERS[name](graph, known, path)
        seconds = time.process_time() - start
        grown = _held("VmHWM") - before
        size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir())) / 1e6
    return Figures(seconds - placing, placing, grown, size)


def _held(what: str) -> float:
    """Memory of this process in MiB: `VmRSS` now, `VmHWM` at most (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


def measured(edges: int, formats: Sequence[str]) -> dict[str, Figures]:
    """networkx's writers and ours in two processes at the same time, so that both have the same machine."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    processes = [context.Process(target=_measure, args=(edges, names, answers)) for names in (tuple(PEERS), tuple(formats))]
    for process in processes:
        process.start()
    found = {}
    for _ in range(len(PEERS) + len(formats)):
        name, found[name] = answers.get(timeout=600)
        print(f"{name}, {edges:,} edges: {found[name].seconds:.2f} s", file=sys.stderr, flush=True)
    for process in processes:
        process.join()
    return found


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edges", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", nargs="+", default=KINDS, choices=FORMATS)
    given = parser.parse_args()
    started = time.monotonic()
    sizes = (given.edges // 5, given.edges)
    found = {edges: measured(edges, given.formats) for edges in sizes}
    few, all_ = (found[edges] for edges in sizes)
    heads = ("writer", "seconds", "placing nodes", *(f"memory at {edges:,} edges, MiB" for edges in sizes), "file, MB")
    print("| " + " | ".join(heads) + " |\n|---" + "|--:" * (len(heads) - 1) + "|")
    for name in (*PEERS, *given.formats):
        row = all_[name]
        placing = f"{row.placing:.1f}" if row.placing else ""
        print(f"| {name} | {row.seconds:.2f} | {placing} | {few[name].grown:.0f} | {row.grown:.0f} | {row.size:.0f} |")
    for peer, name in zip(PEERS, KINDS, strict=False):
        if name in all_:
            print(f"\n{name}: {all_[peer].seconds / all_[name].seconds:.1f} × as fast as {peer}", end="")
    print(f"\n\n{time.monotonic() - started:.0f} s in all")


if __name__ == "__main__":
    main()
