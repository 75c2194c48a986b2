"""RDF as JSON-LD: the triples of `rdf.py`, an entity, statement or article a line."""

import json
from pathlib import Path
from typing import Any

from kg.export.files import written
from kg.export.rdf import PREFIXES, TYPE, Term, things
from kg.export.source import Graph
from kg.ontology import Ontology

_encoded = json.JSONEncoder(ensure_ascii=False).encode  # one for all: each call of `dumps` would make its own


def write(graph: Graph, ontology: Ontology, path: Path, **_: Any) -> None:
    """Write one document with a context and a graph. Labels are written in both languages.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the file to write.
    """
    with written(path) as file:
        file.write(f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [')
        comma = ""
        for subject, told in things(graph, ontology):
            said = {name: _objects(objects) for name, objects in told.items() if name != TYPE}
            kind = {"@type": told[TYPE][0]} if TYPE in told else {}
            file.write(f"{comma}\n{_encoded({'@id': subject, **kind, **said})}")
            comma = ","
        file.write("\n]}\n")


def _objects(terms: list[Term]) -> Any:
    return _object(terms[0]) if len(terms) == 1 else [_object(term) for term in terms]


def _object(term: Term) -> Any:
    if isinstance(term, str):
        return {"@id": term}
    if term.lang:
        return {"@language": term.lang, "@value": term.text}
    return {"@type": term.type, "@value": term.text} if term.type else term.text
