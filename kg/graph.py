"""From resolved entities and statements to the graph: one edge per (subject, relation, object), the statements beneath it.

The attributes of nodes and edges are what exporters and users read; they are described in docs/formats.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kg.ontology import Ontology, RelationType
from kg.types import Article, Entity, Extraction, Fact, Node, Resolution, Statement, Status

if TYPE_CHECKING:
    import networkx as nx

# What an edge is said to be when its statements differ: what happened, before what ended, was said, was planned, was denied.
_RANK: tuple[Status, ...] = ("asserted", "former", "reported", "planned", "denied")
_VALUES = ("value", "value_max", "currency", "modifier")
_DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")


def facts(extractions: Iterable[Extraction], resolution: Resolution, ontology: Ontology) -> tuple[list[Node], list[Fact]]:
    """The nodes of the graph and the facts between them, both sorted; every node knows in how many articles it is named, and when.

    Amounts become nodes here: one for each owner, relation, value and what it is the value of, so that 1亿元 of two firms is never one node.
    """
    owners = {member: node for node in resolution.nodes for member in node.members}
    amounts: dict[str, Node] = {}
    found: set[tuple[Any, ...]] = set()
    result: list[Fact] = []
    articles: dict[str, Article] = {}
    for extraction in extractions:
        article = extraction.article
        articles[article.id] = article
        entities = {entity.id: entity for entity in extraction.entities}
        for stmt in extraction.statements:
            subject = owners.get((article.id, stmt.subject))
            target = owners.get((article.id, stmt.object))
            if target is None and subject is not None and entities[stmt.object].type == "Amount":
                target = _amount(amounts, subject, stmt, entities[stmt.object], article.id)
            if subject is None or target is None or subject.id == target.id:
                continue  # both ends turned out to be one
            fact = _fact(subject, target, stmt, article.id, ontology)
            key = (
                fact.subject,
                fact.relation,
                fact.object,
                fact.article,
                fact.start,
                fact.end,
                fact.status,
                *fact.qualifiers.items(),
            )  # 任局长、党组书记 tells two posts at one body
            if key not in found:
                found.add(key)
                result.append(fact)
    nodes = [_dated(node, articles) for node in (*resolution.nodes, *amounts.values())]
    return sorted(nodes, key=lambda node: node.id), sorted(result, key=_order)


def _order(fact: Fact) -> tuple[Any, ...]:
    return fact.subject, fact.relation, fact.object, fact.article, fact.start, fact.end, fact.status, fact.rule, repr(fact.qualifiers)


def _amount(amounts: dict[str, Node], owner: Node, stmt: Statement, entity: Entity, article: str) -> Node:
    values = {key: entity.data[key] for key in _VALUES if entity.data.get(key) not in (None, "")}
    what = (stmt.qualifiers.get("metric", ""), stmt.qualifiers.get("period", ""))
    identity = repr((owner.id, stmt.relation, sorted(values.items()) or entity.name, what))
    id_ = f"amount-{sha256(identity.encode()).hexdigest()[:14]}"
    known = amounts.get(id_)
    members = {*(known.members if known else ()), (article, entity.id)}
    name = min(known.name, entity.name) if known else entity.name
    amounts[id_] = Node(id_, "Amount", name, tuple(sorted(members)), (), values)
    return amounts[id_]


def _fact(subject: Node, target: Node, stmt: Statement, article: str, ontology: Ontology) -> Fact:
    relation = ontology.relations.get(stmt.relation)
    if relation is not None and relation.symmetric and _turned(relation, subject, target):
        subject, target = target, subject
    quote = stmt.evidence
    place = (article, quote.start, quote.end, quote.text)
    qualifiers = dict(sorted(stmt.qualifiers.items()))
    return Fact(subject.id, stmt.relation, target.id, *place, stmt.status, stmt.date, stmt.confidence, stmt.rule, qualifiers)


def _turned(relation: RelationType, subject: Node, target: Node) -> bool:
    """Whether a symmetric relation is kept the other way round: each pair has one direction, whichever way its articles tell it."""

    def rank(a: Node, b: Node) -> tuple[bool, int, str]:
        return not relation.allows(a.type, b.type), relation.subject.index(a.type) if a.type in relation.subject else 99, a.id

    return rank(target, subject) < rank(subject, target)


def _dated(node: Node, articles: Mapping[str, Article]) -> Node:
    """The node with what its articles say of time."""
    named = {article for article, _ in node.members}
    dates = sorted(date for article in named if article in articles and (date := articles[article].published))
    return replace(node, data={**node.data, "articles": len(named), "first": dates[0] if dates else "", "last": dates[-1] if dates else ""})


def make_graph(
    nodes: Iterable[Node], statements: Iterable[Fact], articles: Mapping[str, Article], *, lang: str = "zh"
) -> "nx.MultiDiGraph[Any]":
    """The graph of all nodes that have a tie.

    Args:
        nodes, statements: as `facts` gives them.
        articles: by id, without text: where each statement was said.
        lang: the language of the page and its labels.
    """
    import networkx as nx

    edges: defaultdict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in statements:
        edges[fact.subject, fact.object, fact.relation].append(fact)
    tied = {end for subject, target, _ in edges for end in (subject, target)}
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(lang=lang)
    for node in sorted(nodes, key=lambda node: node.id):
        if node.id in tied:
            graph.add_node(node.id, **node_data(node.type, node.name, list(node.aliases), list(node.reasons), node.data))
    for (subject, target, relation), found in sorted(edges.items()):
        graph.add_edge(subject, target, relation, **edge_data(relation, [_proof(fact, articles[fact.article]) for fact in found]))
    return graph


def node_data(type_: str, name: str, aliases: list[str], reasons: list[str], data: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a node."""
    return {"type": type_, "label": name, "aliases": aliases, "reasons": reasons, **data}


def edge_data(relation: str, evidence: list[dict[str, Any]]) -> dict[str, Any]:
    """The attributes of an edge, from the statements beneath it in any order."""
    if len(evidence) == 1:  # mostly
        (proof,) = evidence
        day = _day(proof)
        return {
            "relation": relation,
            "weight": 1,
            "status": proof["status"],
            "first": day,
            "last": day,
            "confidence": proof["confidence"],
            "qualifiers": _qualifiers(evidence) if proof["qualifiers"] else {},
            "evidence": evidence,
        }
    evidence = sorted(evidence, key=_when)
    dates = sorted(day for entry in evidence if (day := _day(entry))) or [""]
    status = min((entry["status"] for entry in evidence), key=_RANK.index)
    told = [entry for entry in evidence if entry["status"] == status]
    return {
        "relation": relation,
        "weight": len({entry["article"] for entry in evidence}),
        "status": status,
        "first": dates[0],
        "last": dates[-1],
        "confidence": max([entry["confidence"] for entry in told]),
        "qualifiers": _qualifiers(told),
        "evidence": evidence,
    }


def proof_data(where: Sequence[Any], said: Sequence[Any], qualifiers: dict[str, Any]) -> dict[str, Any]:
    """One statement beneath an edge: where it is said, in which words.

    Args:
        where: of the article id, title, paper, published, page, source.
        said: quote, start, end, status, date, confidence, rule.
        qualifiers: by name.
    """
    article, title, paper, published, page, source = where
    quote, start, end, status, date, confidence, rule = said
    return {
        "article": article,
        "title": title,
        "paper": paper or "",
        "published": published or "",
        "page": page or "",
        "source": source,
        "quote": quote,
        "start": start,
        "end": end,
        "status": status,
        "date": date or "",
        "confidence": confidence,
        "rule": rule,
        "qualifiers": qualifiers,
    }


def _proof(fact: Fact, article: Article) -> dict[str, Any]:
    where = article.id, article.title, article.paper, article.published, article.page, article.source
    said = fact.quote, fact.start, fact.end, fact.status, fact.date, fact.confidence, fact.rule
    return proof_data(where, said, dict(fact.qualifiers))


def _day(entry: Mapping[str, Any]) -> str:
    """When it happened, else when it was printed; nothing where the year is not known."""
    for day in entry["date"], entry["published"]:
        if day and _DATED.match(day):
            return str(day)
    return ""


def _when(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    return _day(entry) or "9999", entry["article"], entry["start"], entry["end"], entry["status"], entry["rule"]


def _qualifiers(evidence: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Each qualifier's different values, in the order of time."""
    values: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entry in evidence:
        for key, value in entry["qualifiers"].items():
            values[key].setdefault(str(value))
    return {key: "；".join(values[key]) for key in sorted(values)}
