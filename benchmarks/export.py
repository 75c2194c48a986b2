"""Time and memory of the writers beside networkx's own, on the same invented graph.

    uv run python benchmarks/export.py            # prints the table of docs/performance.md, in a few minutes
    uv run python benchmarks/export.py 5000       # so many edges

networkx gets the same content: every attribute of our files, flattened beforehand, which is not counted. Each writer runs in a process of its own.
Seconds are of the processor; memory is what the process grew by at most. Where nodes stand is worked out once for the
page and for Gephi, so it has a column of its own. Progress goes to standard error.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from page import invent

from kg import ontology
from kg.export import EXPORTERS, FORMATS, layout, view
from kg.export.columns import edge_columns, node_columns

PEERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx write_graphml (lxml)": nx.write_graphml_lxml,
    "networkx write_gexf": nx.write_gexf,
}


def flat(graph: "nx.MultiDiGraph[Any]") -> "nx.MultiDiGraph[Any]":
    """What our GraphML says, as plain values that networkx writes."""
    known = ontology.load()
    rows = view.view(graph, known)
    plain: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    looks = {"x": 1.25, "y": -1.25, "z": 0.0, "size": 4.0, "r": 120, "g": 120, "b": 120}
    nodes, edges = node_columns(known, "zh"), edge_columns(known, "zh")
    for node in rows.nodes:
        plain.add_node(node.id, **{c.name: v for c in nodes if (v := c.value(node)) not in (None, "")}, **looks)
    for edge in rows.edges:
        told = {c.name: v for c in edges if (v := c.value(edge)) not in (None, "")}
        plain.add_edge(rows.nodes[edge.source].id, rows.nodes[edge.target].id, f"e{edge.index}", **told, r=120, g=120, b=120)
    return plain


def _measure(name: str, edges: int, answers: Any) -> None:
    graph = invent(edges)
    known = ontology.load()
    subject = flat(graph) if name in PEERS else graph
    placing = 0.0
    positions = layout.positions

    def timed(*given: Any, **more: Any) -> Any:
        nonlocal placing
        start = time.process_time()
        result = positions(*given, **more)
        placing += time.process_time() - start
        return result

    view.positions = timed
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (FORMATS[name].file if name in FORMATS else "peer.xml")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        if name in PEERS:
            PEERS[name](subject, path)
        else:
            EXPORTERS[name](subject, known, path)
        seconds = time.process_time() - start
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir())) / 1e6
    answers.put((seconds - placing, placing, grown, size))


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edges", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", nargs="+", default=[name for name in FORMATS if name in ("graphml", "gexf", "csv", "jsonl", "neo4j")])
    given = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    print(
        f"{given.edges:,} edges\n\n| writer | seconds | placing nodes | added memory, MiB | file, MB |\n|---|--:|--:|--:|--:|", flush=True
    )
    for name in (*PEERS, *given.formats):
        print(name, file=sys.stderr, flush=True)
        answers = context.Queue()
        process = context.Process(target=_measure, args=(name, given.edges, answers))
        process.start()
        seconds, placing, grown, size = answers.get(timeout=200)
        process.join()
        print(f"| {name} | {seconds:.1f} | {f'{placing:.1f}' if placing else ''} | {grown:.0f} | {size:.0f} |", flush=True)


if __name__ == "__main__":
    main()
