"""RDF as JSON-LD: the triples of `rdf.py`, an entity, statement or article a line. Needs the extra `rdf`."""

import json
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export.files import written
from kg.export.rdf import PREFIXES, parts
from kg.ontology import Ontology


def write(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write one document with a context and a graph.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the file to write.
        lang: of no effect: labels are written in both languages.

    Raises:
        UsageError: rdflib is not installed.
    """
    with written(path) as file:
        file.write(f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [')
        comma = ""
        for triples in parts(graph, ontology, lang):
            made = json.loads(triples.serialize(format="json-ld", context=PREFIXES))
            for node in sorted(made.get("@graph", [made]), key=lambda node: str(node["@id"])):
                node.pop("@context", None)
                file.write(f"{comma}\n{json.dumps(node, ensure_ascii=False, sort_keys=True)}")
                comma = ","
        file.write("\n]}\n")
