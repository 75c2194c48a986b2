"""RDF as Turtle: schema.org and ORG terms where they fit, our own for the relations, PROV for the evidence. Needs the extra `rdf`.

`jsonld.py` writes the same triples. Both take them in parts, so that a large graph needs no room twice.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx

from kg.export.columns import StatementRow, statements
from kg.export.extras import missing
from kg.export.files import written
from kg.export.view import NodeRow, view
from kg.ontology import Ontology

BASE = "urn:zhengqi-kg:"
PREFIXES = {
    "kg": f"{BASE}ontology:",
    "entity": f"{BASE}entity:",
    "statement": f"{BASE}statement:",
    "article": f"{BASE}article:",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_PART = 2000  # entities or statements whose triples are held at once
_CLASSES = {
    "Person": "https://schema.org/Person",
    "PublicBody": "https://schema.org/GovernmentOrganization",
    "Company": "https://schema.org/Corporation",
    "Organization": "https://schema.org/Organization",
    "Place": "https://schema.org/Place",
    "Project": "https://schema.org/Project",
    "Policy": "https://schema.org/CreativeWork",
    "Event": "https://schema.org/Event",
    "Amount": "https://schema.org/MonetaryAmount",
}


def write(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write Turtle.

    Only asserted statements become plain triples; every statement, whatever its status, is an `rdf:Statement` that was derived
    (`prov:wasDerivedFrom`) from its article and quoted (`prov:value`).

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the file to write.
        lang: of no effect: labels are written in both languages.

    Raises:
        UsageError: rdflib is not installed.
    """
    declared: set[str] = set()
    with written(path) as file:
        for triples in parts(graph, ontology, lang):
            head, _, rest = triples.serialize(format="turtle").partition("\n\n")  # a prefix that is declared once holds on
            new = [line for line in head.splitlines() if line not in declared]
            declared.update(new)
            file.write("".join(f"{line}\n" for line in new) + ("\n" if new else "") + rest.rstrip("\n") + "\n\n")


def parts(graph: "nx.MultiDiGraph[Any]", ontology: Ontology, lang: str) -> Iterator[Any]:
    """The triples as `rdflib.Graph`s: terms, entities, statements. An article may stand in several of them.

    Raises:
        UsageError: rdflib is not installed.
    """
    try:
        import rdflib  # noqa: F401
    except ImportError:
        raise missing("rdf", "rdflib", "rdf", lang) from None
    rows = view(graph, ontology)
    terms = _empty()
    _terms(terms, ontology)
    yield terms
    kinds: tuple[tuple[Iterator[Any], Callable[[Any, Any], None]], ...] = ((iter(rows.nodes), _node), (statements(rows), _statement))
    for records, add in kinds:
        while some := list(islice(records, _PART)):
            triples = _empty()
            for record in some:
                add(triples, record)
            yield triples


def _empty() -> Any:
    from rdflib import Graph

    triples = Graph(bind_namespaces="none")
    for prefix, space in PREFIXES.items():
        triples.bind(prefix, space)
    return triples


def _iri(kind: str, name: str) -> Any:
    from rdflib import URIRef

    return URIRef(f"{BASE}{kind}:{quote(name, safe='')}")


def _terms(triples: Any, ontology: Ontology) -> None:
    from rdflib import OWL, RDF, RDFS, Literal

    for relation in ontology.relations.values():
        term = _iri("ontology", relation.name)
        triples.add((term, RDF.type, OWL.SymmetricProperty if relation.symmetric else OWL.ObjectProperty))
        for language, text in relation.label.items():
            triples.add((term, RDFS.label, Literal(text, lang=language)))


def _node(triples: Any, node: NodeRow) -> None:
    from rdflib import RDF, RDFS, SDO, SKOS, Literal, URIRef

    subject = _iri("entity", node.id)
    triples.add((subject, RDF.type, URIRef(_CLASSES[node.type]) if node.type in _CLASSES else _iri("ontology", node.type)))
    triples.add((subject, RDFS.label, Literal(node.name, lang="zh")))
    for alias in node.aliases:
        triples.add((subject, SKOS.altLabel, Literal(alias, lang="zh")))
    facts = node.facts
    for key, term in (("value", SDO.value), ("value_max", SDO.maxValue), ("currency", SDO.currency), ("code", SDO.identifier)):
        if key in facts:
            triples.add((subject, term, Literal(facts[key])))


def _statement(triples: Any, row: StatementRow) -> None:
    from rdflib import PROV, RDF, SDO, Literal

    subject, predicate, obj = _iri("entity", row.subject.id), _iri("ontology", row.edge.relation), _iri("entity", row.object.id)
    statement = _iri("statement", f"{row.edge.id}#{row.number}")
    if row.proof.status == "asserted":
        triples.add((subject, predicate, obj))
    triples.add((statement, RDF.type, RDF.Statement))
    triples.add((statement, RDF.subject, subject))
    triples.add((statement, RDF.predicate, predicate))
    triples.add((statement, RDF.object, obj))
    triples.add((statement, _iri("ontology", "status"), Literal(row.proof.status)))
    triples.add((statement, PROV.value, Literal(row.proof.quote, lang="zh")))
    if row.proof.date:
        triples.add((statement, SDO.temporal, Literal(row.proof.date)))
    for key, value in row.proof.qualifiers.items():
        triples.add((statement, _iri("ontology", key), Literal(value, lang="zh")))
    article = _iri("article", row.proof.article or f"{row.proof.source}|{row.proof.title}")
    triples.add((statement, PROV.wasDerivedFrom, article))
    triples.add((article, RDF.type, SDO.NewsArticle))
    for term, value in ((SDO.headline, row.proof.title), (SDO.publisher, row.proof.paper), (SDO.datePublished, row.proof.published)):
        if value:
            triples.add((article, term, Literal(value)))
