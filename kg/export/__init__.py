"""Writers of the graph: one name, one function, one signature.

A writer writes to the path it is given and to nothing else; when it fails it leaves no half file. Replacing an older file atomically is the
caller's business. The same graph gives the same bytes.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:  # `kg --help` lists the formats and must not wait for numpy
    from kg.export.source import Graph
    from kg.ontology import Ontology


class Exporter(Protocol):
    """What every writer looks like."""

    def __call__(self, graph: "Graph", ontology: "Ontology", path: Path, *, lang: str = "zh", **options: Any) -> None:
        """Write `graph` to `path`; `options` that a format does not know are left alone."""
        ...


def _late(module: str) -> Exporter:
    """The writer of `module`, imported when it is first called: `kg --help` must not wait for pyvis."""

    def write(graph: "Graph", ontology: "Ontology", path: Path, *, lang: str = "zh", **options: Any) -> None:
        import_module(f"kg.export.{module}").write(graph, ontology, Path(path), lang=lang, **options)

    return write


class Format(NamedTuple):
    """One row of the table: the writer, what its file (or folder) is called, and what it needs."""

    write: Exporter
    file: str
    placed: bool = False  # whether its nodes stand somewhere


FORMATS: Mapping[str, Format] = {
    "html": Format(_late("html"), "graph.html", placed=True),
    "graphml": Format(_late("graphml"), "graph.graphml", placed=True),
    "gexf": Format(_late("gexf"), "graph.gexf", placed=True),
    "csv": Format(_late("tables"), "graph-csv"),
    "xlsx": Format(_late("xlsx"), "graph.xlsx"),
    "jsonl": Format(_late("jsonl"), "statements.jsonl"),
    "neo4j": Format(_late("neo4j"), "graph-neo4j"),
    "ftm": Format(_late("ftm"), "graph.ftm.jsonl"),
    "rdf": Format(_late("rdf"), "graph.ttl"),
    "jsonld": Format(_late("jsonld"), "graph.jsonld"),
}

EXPORTERS: Mapping[str, Exporter] = {name: entry.write for name, entry in FORMATS.items()}
