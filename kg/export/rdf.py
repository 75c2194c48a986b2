"""RDF as Turtle: schema.org and ORG terms where they fit, our own for the relations, PROV for the evidence.

`jsonld.py` writes the same triples. Both write them one thing after the other, without a triple store in between, so that a large graph takes
seconds and no memory; that every triple comes back is tested with rdflib.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import quote

from kg.export.columns import StatementRow, statements
from kg.export.files import written
from kg.export.source import Graph
from kg.export.view import EvidenceRow, NodeRow, view
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
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPE = "rdf:type"
_RECENT = 10_000  # articles that are not told again
_SHORT = re.compile(
    r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)"
)  # Turtle takes more as the name behind a prefix, but not with the same escapes everywhere
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"))  # `view` leaves no other control character
_CLASSES = {
    "Person": "schema:Person",
    "PublicBody": "schema:GovernmentOrganization",
    "Company": "schema:Corporation",
    "Organization": "schema:Organization",
    "Place": "schema:Place",
    "Project": "schema:Project",
    "Policy": "schema:CreativeWork",
    "Event": "schema:Event",
    "Amount": "schema:MonetaryAmount",
}


class Text(NamedTuple):
    """A literal: its text with a language or a type, mostly neither."""

    text: str
    lang: str = ""
    type: str = ""


Term: TypeAlias = str | Text  # an IRI is written with its prefix: `entity:x`
Thing: TypeAlias = tuple[str, dict[str, list[Term]]]  # a subject with its predicates and their objects


def write(graph: Graph, ontology: Ontology, path: Path, **_: Any) -> None:
    """Write Turtle.

    Only asserted statements become plain triples; every statement, whatever its status, is an `rdf:Statement` that was derived
    (`prov:wasDerivedFrom`) from its article and quoted (`prov:value`). Labels are written in both languages.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels.
        path: the file to write.
    """
    with written(path) as file:
        file.write("".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items()))
        for subject, told in things(graph, ontology):
            said = " ;\n    ".join(f"{_predicate(name)} {', '.join(map(_turtle, objects))}" for name, objects in told.items())
            file.write(f"\n{_turtle(subject)} {said} .\n")


def things(graph: Graph, ontology: Ontology) -> Iterator[Thing]:
    """The triples: terms, entities, statements with their articles. An article may come more than once."""
    rows = view(graph, ontology)
    for relation in ontology.relations.values():
        kind = "owl:SymmetricProperty" if relation.symmetric else "owl:ObjectProperty"
        yield _iri("kg", relation.name), {TYPE: [kind], "rdfs:label": [Text(text, lang) for lang, text in relation.label.items()]}
    for node in rows.nodes:
        yield _entity(node)
    recent: dict[str, None] = {}
    plain = -1  # the last edge that is a plain triple
    for row in statements(rows):
        if row.proof.status == "asserted" and row.edge.index != plain:
            plain = row.edge.index
            yield _iri("entity", row.subject.id), {_iri("kg", row.edge.relation): [_iri("entity", row.object.id)]}
        article = _iri("article", row.proof.article or f"{row.proof.source}|{row.proof.title}")
        yield _statement(row, article)
        if article not in recent:
            if len(recent) == _RECENT:
                recent.clear()
            recent[article] = None
            yield _article(article, row.proof)


def _iri(kind: str, name: str) -> str:
    return f"{kind}:{quote(name, safe='')}"


def _entity(node: NodeRow) -> Thing:
    told: dict[str, list[Term]] = {TYPE: [_CLASSES.get(node.type) or _iri("kg", node.type)], "rdfs:label": [Text(node.name, "zh")]}
    if aliases := node.aliases:
        told["skos:altLabel"] = [Text(alias, "zh") for alias in aliases]
    facts = node.facts
    for key, term in (("value", "value"), ("value_max", "maxValue"), ("currency", "currency"), ("code", "identifier")):
        if key in facts:
            told[f"schema:{term}"] = [_literal(facts[key])]
    return _iri("entity", node.id), told


def _literal(value: object) -> Text:
    if isinstance(value, bool):
        return Text("true" if value else "false", type="xsd:boolean")
    return Text(str(value), type={int: "xsd:integer", float: "xsd:double"}.get(type(value), ""))


def _statement(row: StatementRow, article: str) -> Thing:
    relation, proof = _iri("kg", row.edge.relation), row.proof
    told: dict[str, list[Term]] = {
        TYPE: ["rdf:Statement"],
        "rdf:subject": [_iri("entity", row.subject.id)],
        "rdf:predicate": [relation],
        "rdf:object": [_iri("entity", row.object.id)],
        "kg:status": [Text(proof.status)],
        "prov:value": [Text(proof.quote, "zh")],
        "prov:wasDerivedFrom": [article],
    }
    if date := proof.date:
        told["schema:temporal"] = [Text(date)]
    for key, value in proof.qualifiers.items():
        told.setdefault(_iri("kg", key), []).append(Text(value, "zh"))
    return _iri("statement", f"{row.edge.id}#{row.number}"), told


def _article(name: str, proof: EvidenceRow) -> Thing:
    known: Mapping[str, str] = {"headline": proof.title, "publisher": proof.paper, "datePublished": proof.published}
    said: dict[str, list[Term]] = {f"schema:{term}": [Text(value)] for term, value in known.items() if value}
    return name, {TYPE: ["schema:NewsArticle"], **said}


def _predicate(name: str) -> str:
    return "a" if name == TYPE else _turtle(name)


def _turtle(term: Term) -> str:
    if isinstance(term, str):
        prefix, _, name = term.partition(":")
        return term if _SHORT.fullmatch(name) else f"<{PREFIXES[prefix]}{name}>"
    text = term.text
    for sign, escape in _ESCAPES:
        if sign in text:
            text = text.replace(sign, escape)
    return f'"{text}"' + (f"@{term.lang}" if term.lang else f"^^{term.type}" if term.type else "")
