"""Time and memory of the writers beside networkx's own, on the same invented graph.

    uv run python benchmarks/export.py            # prints the tables of docs/performance.md, in about five minutes
    uv run python benchmarks/export.py 5000       # so many edges

First whole commands, as somebody runs them after `kg build`: `kg export`, which reads the store while it writes, and a script that opens the same store
with `kg.open`, makes the graph plain (networkx writes no lists and no None) and calls networkx. Seconds are of the processor, memory is the most that the process
held, above that of the same export of a hundred edges; for a fifth of the edges and for all of them: what is streamed does not grow.

Then the writers alone, on a graph that is in memory already. networkx gets the same content: every attribute of our files, flattened beforehand, which
is not counted; ours clean every text, choose the sentences and write them. Where nodes stand and how large they are networkx is told; here it is worked
out once a build, which has a line of its own.
"""

import argparse
import ctypes
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx

import kg
from kg import ontology, stored
from kg.export import EXPORTERS, FORMATS, placing, view
from kg.export.columns import edge_columns, node_columns
from kg.export.files import discard
from kg.store import SourceRow, Store
from kg.types import Article, Fact, Node

PEERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx write_graphml": nx.write_graphml_lxml,
    "networkx write_gexf": nx.write_gexf,
}
KINDS = ("graphml", "gexf", "csv", "jsonl", "neo4j", "rdf", "jsonld")
FEW = 100  # edges of the graph that tells what a process holds anyhow


class Figures(NamedTuple):
    """What one writer took."""

    seconds: float  # of the processor
    memory: float  # MiB
    size: float  # MB


def keep(graph: "nx.MultiDiGraph[Any]", folder: Path) -> None:
    """An invented graph as the store that a build would have left, places included."""
    nodes = [
        Node(id_, data["type"], data["label"], ((f"n{at}", "e1"),), tuple(data["aliases"]), {k: v for k, v in data.items() if k in _DATA})
        for at, (id_, data) in enumerate(graph.nodes(data=True))
    ]
    articles: dict[str, Article] = {}
    facts = []
    for subject, target, relation, data in graph.edges(keys=True, data=True):
        for proof in data["evidence"]:
            where = {"title": proof["title"], "paper": proof["paper"], "published": proof["published"], "page": proof.get("page")}
            articles.setdefault(proof["article"], Article(proof["article"], "invented.txt", 3 * proof["quote"], **where))
            quote, said = proof["quote"], (proof["status"], proof["date"], data.get("confidence", 0.9), "invented")
            facts.append(Fact(subject, relation, target, proof["article"], 0, len(quote), quote, *said, proof.get("qualifiers", {})))
    with Store.create(folder) as store:
        store.save_source(SourceRow("invented.txt", "1"), articles.values())
        store.save_graph(sorted(nodes, key=lambda node: node.id), facts, (), "invented")
        stored.place(store)


_DATA = ("articles", "first", "last", "code", "value", "value_max", "currency", "modifier")


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
        plain.add_edge(edge.subject.id, edge.object_id, f"e{edge.index}", **told, r=120, g=120, b=120)
    return plain


def whole(name: str, out: Path, path: Path) -> None:
    """What a command does that writes with networkx."""
    PEERS[name](flat(kg.open(out)), path)


def alone(names: Sequence[str], out: Path) -> dict[str, Figures]:
    """One writer after the other, on the graph that each of them takes; `placing` is no writer, but comes once before them."""
    known, graph = ontology.load(), kg.open(out)
    found = {}
    if names[0] in PEERS:
        given: Any = flat(graph)
    else:
        given = graph
        found["placing"] = _measured(lambda _: placing.placed(view.view(graph, known)))
    for name in names:
        found[name] = _measured(lambda path, name=name: PEERS[name](given, path) if name in PEERS else EXPORTERS[name](given, known, path))
    return found


def _measured(write: Callable[[Path], object]) -> Figures:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what was freed would be used again and hide what is added
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "peer.xml"
        Path("/proc/self/clear_refs").write_text("5")  # the most begins anew
        before = _held("VmRSS")
        start = time.process_time()
        write(path)
        seconds = time.process_time() - start
        return Figures(seconds, _held("VmHWM") - before, _size(path))


def _held(what: str) -> float:
    """Memory of this process in MiB: `VmRSS` now, `VmHWM` at most (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


def _size(path: Path) -> float:
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir())) / 1e6 if path.exists() else 0.0


def command(given: Sequence[str | Path], path: Path) -> Figures:
    """A command in a process of its own, started by a small one: the most that a process held begins with what its parent held."""
    told = subprocess.run([sys.executable, "-I", "-S", "-c", _STARTER, *map(str, given)], stdout=subprocess.PIPE, text=True, check=True)
    seconds, memory = json.loads(told.stdout.splitlines()[-1])
    figures = Figures(seconds, memory, _size(path))
    discard(path)
    return figures


_STARTER = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(process, 0)
print([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024])
sys.exit(status != 0)
"""


def commands(names: Sequence[str], out: Path) -> dict[str, Figures]:
    """Each writer as somebody runs it."""
    path = out / "written"
    script = [sys.executable, __file__, "--whole", out, path, "--writers"]
    export = [Path(sys.executable).with_name("kg"), "export", out, "--to", path, "--format"]
    found = {name: command([*(script if name in PEERS else export), name], path) for name in names}
    for name, figures in found.items():
        print(f"{name}: {figures.seconds:.1f} s, {figures.memory:.0f} MiB", file=sys.stderr, flush=True)
    return found


def main() -> None:
    """Measure all and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edges", type=int, nargs="?", default=100_000)
    parser.add_argument("--writers", nargs="+", default=[*PEERS, *KINDS], choices=[*PEERS, *FORMATS])
    parser.add_argument("--whole", nargs=2, type=Path, help=argparse.SUPPRESS)  # the script that writes with networkx
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.whole:
        return whole(given.writers[0], *given.whole)
    if given.alone:
        return print(json.dumps(alone(given.writers, given.alone)))
    from page import invent

    sizes = (FEW, given.edges // 5, given.edges)
    with tempfile.TemporaryDirectory() as folder:
        stores = {edges: Path(folder) / str(edges) for edges in sizes}
        for edges, store in stores.items():
            keep(invent(edges), store)
        found = {edges: commands(given.writers, store) for edges, store in stores.items()}
        print(f"| command, {given.edges:,} edges | seconds | MiB more than for {FEW} edges: {sizes[1]:,} | {sizes[2]:,} | file, MB |")
        print("|---|--:|--:|--:|--:|")
        for name in given.writers:
            few, some, all_ = (found[edges][name] for edges in sizes)
            print(f"| {name} | {all_.seconds:.1f} | {some.memory - few.memory:.1f} | {all_.memory - few.memory:.1f} | {all_.size:.0f} |")
        print(f"\n| writer alone, {given.edges:,} edges | seconds | MiB added: {sizes[1]:,} | {sizes[2]:,} |\n|---|--:|--:|--:|")
        for group in ([name for name in given.writers if name in PEERS], [name for name in given.writers if name not in PEERS]):
            told = [
                json.loads(subprocess.check_output([sys.executable, __file__, "--alone", stores[edges], "--writers", *group]))
                for edges in sizes[1:]
            ]
            for name in told[0] if group else ():
                print(f"| {name} | {told[1][name][0]:.2f} | {told[0][name][1]:.1f} | {told[1][name][1]:.1f} |")
    return None


if __name__ == "__main__":
    main()
