"""Time and memory of the writers, as ratios to networkx's writers on the same graph in the same run.

    uv run python benchmarks/export.py [EDGES]

Each writer runs in a process of its own, several times in turn with the others; the median counts. Prints the table of docs/performance.md.
"""

import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from kg import ontology
from kg.export import EXPORTERS, FORMATS

ROUNDS = 3
PEERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx.write_graphml": lambda graph, path: nx.write_graphml(graph, path),
    "networkx.write_gexf": lambda graph, path: nx.write_gexf(graph, path),
}
RIVAL = {"graphml": "networkx.write_graphml", "gexf": "networkx.write_gexf"}


def make(edges: int) -> "nx.MultiDiGraph[Any]":
    """An invented graph: a sentence of evidence an edge, as `kg.graph` makes it."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    count = max(20, edges // 3)
    types = ("Person", "Company", "PublicBody", "Place", "Project")
    for n in range(count):
        graph.add_node(
            f"n{n}", label=f"虚构之物{n}", type=types[n % 5], aliases=(f"之物{n}",), data={"articles": 1 + n % 7}, articles=1 + n % 7
        )
    relations = list(ontology.load().relations)
    for e in range(edges):
        proof = {
            "quote": f"五月某日，虚构之物{e % count}与另一虚构之物就第{e}号项目的要素保障和下一步打算作了沟通。",
            "article": f"a{e % 5000}",
            "title": f"虚构的报道{e % 5000}",
            "paper": "虚构日报",
            "published": f"2024-{1 + e % 12:02d}-{1 + e % 28:02d}",
            "page": "",
            "source": f"{e % 5000}.txt",
            "start": 0,
            "end": 40,
            "date": f"2024-{1 + e % 12:02d}-{1 + e % 28:02d}",
            "status": "asserted",
            "confidence": 0.9,
            "rule": "x",
            "qualifiers": {},
        }
        relation = relations[e % len(relations)]
        graph.add_edge(
            f"n{e % count}",
            f"n{(e * 7 + 1) % count}",
            f"{relation}",
            relation=relation,
            weight=1,
            first=proof["date"],
            last=proof["date"],
            status="asserted",
            qualifiers={},
            evidence=[proof],
        )
    return graph


def flat(graph: "nx.MultiDiGraph[Any]") -> "nx.MultiDiGraph[Any]":
    """The same for networkx's writers, which take plain values only."""
    plain: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, label=data["label"], type=data["type"], aliases="；".join(data["aliases"]), articles=data["articles"])
    for a, b, key, data in graph.edges(keys=True, data=True):
        proof = data["evidence"][0]
        told = {name: data[name] for name in ("relation", "weight", "first", "last", "status")}
        plain.add_edge(a, b, key, **told, quote=proof["quote"], title=proof["title"], paper=proof["paper"], published=proof["published"])
    return plain


def _measure(name: str, edges: int, answers: Any) -> None:
    graph = make(edges)
    subject = flat(graph) if name in PEERS else graph
    with tempfile.TemporaryDirectory() as folder:
        file = FORMATS[name].file if name in FORMATS else "peer.xml"
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        if name in PEERS:
            PEERS[name](subject, Path(folder) / file)
        else:
            EXPORTERS[name](subject, ontology.load(), Path(folder) / file)
        seconds = time.perf_counter() - start
        answers.put((seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024))


def main(edges: int) -> None:
    """Measure all and print the table."""
    context = multiprocessing.get_context("spawn")
    names = [*PEERS, *(name for name in FORMATS if name != "html")]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name in names:
            answers = context.Queue()
            process = context.Process(target=_measure, args=(name, edges, answers))
            process.start()
            taken[name].append(answers.get())
            process.join()
    seconds = {name: statistics.median(s for s, _ in rows) for name, rows in taken.items()}
    memory = {name: statistics.median(m for _, m in rows) for name, rows in taken.items()}
    print(
        f"{edges:,} edges, median of {ROUNDS}\n\n| writer | seconds | added memory, MiB | times faster than its peer |\n|---|---|---|---|"
    )
    for name in names:
        rival = RIVAL.get(name)
        faster = f"{seconds[rival] / seconds[name]:.1f} × {rival}" if rival else ""
        print(f"| {name} | {seconds[name]:.2f} | {memory[name]:.0f} | {faster} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
