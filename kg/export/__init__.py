"""Writers of the graph: one name, one function, one signature.

A writer writes to the path it is given and to nothing else; when it fails it leaves no half file. Replacing an older file atomically is the
caller's business. The same graph gives the same bytes.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import networkx as nx

from kg.ontology import Ontology


class Exporter(Protocol):
    """What every writer looks like."""

    def __call__(self, graph: "nx.MultiDiGraph[Any]", ontology: Ontology, path: Path, *, lang: str = "zh", **options: Any) -> None:
        """Write `graph` to `path`; `options` that a format does not know are left alone."""
        ...


def _late(module: str) -> Exporter:
    """The writer of `module`, imported when it is first called: `kg --help` must not wait for pyvis."""

    def write(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, path: Path, *, lang: str = "zh", **options: Any) -> None:
        import_module(f"kg.export.{module}").write(graph, ontology, Path(path), lang=lang, **options)

    return write


EXPORTERS: Mapping[str, Exporter] = {"html": _late("html"), "graphml": _late("graphml")}

SUFFIXES: Mapping[str, str] = {"html": ".html", "graphml": ".graphml"}
