"""FollowTheMoney entities as JSON lines, for Aleph, OpenAleph and the `ftm` tools. Needs the extra `ftm`.

The ontology says which schema a type or relation becomes. Where the schema does not take such an end (a city is no legal entity), the link is an
`UnknownLink` whose role names the relation. Sentences go to `summary`, articles become `Article` entities that `proof` points to.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.columns import STATUS_WORDS, qualifiers_text
from kg.export.extras import missing
from kg.export.files import written
from kg.export.source import Graph
from kg.export.view import EdgeRow, EvidenceRow, NodeRow, View, view
from kg.ontology import Ontology

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

_FULL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COUNTRY = "cn"


def write(graph: Graph, ontology: Ontology, path: Path, *, lang: str = "zh", **_: Any) -> None:
    """Write entities: things first, then the articles, then the links.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations with their FollowTheMoney schemata.
        path: the file to write.
        lang: language of roles and descriptions, `zh` or `en`.

    Raises:
        UsageError: followthemoney is not installed.
    """
    try:
        import followthemoney  # noqa: F401
    except ImportError:
        raise missing("ftm", "followthemoney", "ftm", lang) from None
    with written(path) as file:
        for entity in entities(graph, ontology, lang=lang):
            file.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")


def entities(graph: Graph, ontology: Ontology, *, lang: str = "zh") -> Iterator["EntityProxy"]:
    """The graph as FollowTheMoney entities. Only the events are held: what takes part in them stands in themselves."""
    rows = view(graph, ontology)
    events = _events(rows, ontology)
    for node in rows.nodes:
        if node.id in events:
            yield events[node.id]
        elif (schema := _schema(node, ontology)) is not None:
            yield _thing(node, schema)
    seen: set[str] = set()
    for edge in rows.edges:
        for proof in edge.evidence:
            if (key := _article_key(proof)) not in seen:
                seen.add(key)
                yield _article(proof)
    for edge in rows.edges:
        proofs = [_make("Article", "article", _article_key(proof)) for proof in edge.evidence]
        for link in _link(edge, edge.subject, edge.object, ontology, lang):
            _prove(link, edge, proofs, lang)
            yield link


def _events(rows: View, ontology: Ontology) -> dict[str, "EntityProxy"]:
    """Events by node, with who takes part in them and when."""
    found: dict[str, EntityProxy] = {}
    for edge in rows.edges:
        plan = ontology.relations[edge.relation].ftm if edge.relation in ontology.relations else {}
        if plan.get("schema") != "Event":
            continue
        subject, node = _end(edge.subject, ontology), edge.object
        schema = _schema(node, ontology)
        if subject is not None and schema is not None:
            event = found.get(node.id) or _thing(node, schema)
            if _takes(event, plan["subject"], subject):
                event.add(plan["subject"], subject)
                event.add("date", [day for day in map(_date, (edge.first, edge.last)) if day])
                found[node.id] = event
    return found


def _schema(node: NodeRow, ontology: Ontology) -> str | None:
    return ontology.entities[node.type].ftm if node.type in ontology.entities else "Thing"


def _end(node: NodeRow, ontology: Ontology) -> "EntityProxy | None":
    """The entity of a node as others point to it: its schema and id."""
    schema = _schema(node, ontology)
    return None if schema is None else _make(schema, node.type, node.id)


def _make(schema: str, *key: str) -> "EntityProxy":
    from followthemoney import model

    entity = model.make_entity(schema)
    entity.id = f"kg-{sha1('|'.join(key).encode(), usedforsecurity=False).hexdigest()}"
    return entity


def _thing(node: NodeRow, schema: str) -> "EntityProxy":
    entity = _make(schema, node.type, node.id)
    _add(entity, "name", node.name)
    _add(entity, "alias", node.aliases)
    if "code" in (facts := node.facts):
        _add(entity, "territoryCode", str(facts["code"]))
        _add(entity, "country", _COUNTRY)
    return entity


def _article_key(proof: EvidenceRow) -> str:
    return proof.article or f"{proof.source}|{proof.title}|{proof.published}"


def _article(proof: EvidenceRow) -> "EntityProxy":
    key = _article_key(proof)
    article = _make("Article", "article", key)
    _add(article, "title", proof.title or proof.source or key)
    _add(article, "publishedAt", _date(proof.published))
    _add(article, "publisher", proof.paper)
    _add(article, "fileName", proof.source)
    return article


def _link(edge: EdgeRow, source: NodeRow, target: NodeRow, ontology: Ontology, lang: str) -> Iterator["EntityProxy"]:
    """The entities that an edge becomes: usually one; a post is a position and its occupancy."""
    subject, obj = _end(source, ontology), _end(target, ontology)
    plan = ontology.relations[edge.relation].ftm if edge.relation in ontology.relations else {}
    schema = plan.get("schema", "UnknownLink")
    role = ontology.relation_label(edge.relation, lang)
    if subject is None:
        return
    if schema == "Note" or obj is None:  # a sum of money is a value of its owner
        note = _make("Note", edge.id)
        note.add(plan.get("subject", "entity"), subject)
        _add(note, "name", f"{role} {target.name}")
        _add(note, "description", qualifiers_text(edge.qualifiers))
        yield note
        return
    if schema == "Occupancy":
        yield from _post(edge, subject, obj, target.name)
        return
    link = _make(schema, edge.id)
    if not (schema != "Event" and _takes(link, plan["subject"], subject) and _takes(link, plan["object"], obj)):
        link = _make("UnknownLink", edge.id)
        plan = {"subject": "subject", "object": "object"}
    link.add(plan["subject"], subject)
    link.add(plan["object"], obj)
    _add(link, "role", role)
    _add(link, "percentage", _number(edge.qualifiers.get("share", "").removesuffix("%")))
    _add(link, "amount", _number(edge.qualifiers.get("amount", "")))
    yield link


def _post(edge: EdgeRow, holder: "EntityProxy", body: "EntityProxy", name: str) -> Iterator["EntityProxy"]:
    title = edge.qualifiers.get("title") or "任职"
    position = _make("Position", "position", body.id or "", title)
    _add(position, "name", f"{name} {title}")
    position.add("country", _COUNTRY)
    if _takes(position, "organization", body):
        position.add("organization", body)
    yield position
    occupancy = _make("Occupancy", edge.id)
    occupancy.add("holder", holder)
    occupancy.add("post", position)
    _add(occupancy, "startDate", _date(edge.qualifiers.get("start", "")))
    _add(occupancy, "endDate", _date(edge.qualifiers.get("end", "")))
    yield occupancy


def _prove(link: "EntityProxy", edge: EdgeRow, proofs: list["EntityProxy"], lang: str) -> None:
    if link.schema.name == "Position":
        return
    link.add("proof", proofs)
    _add(link, "summary", [proof.quote for proof in edge.evidence])
    _add(link, "date", [day for proof in edge.evidence if (day := _date(proof.date))])
    if edge.status != "asserted":
        _add(link, "status" if "status" in link.schema.properties else "description", STATUS_WORDS[lang].get(edge.status, edge.status))
    if link.schema.name != "Note":
        _add(link, "description", qualifiers_text(edge.qualifiers))


def _takes(link: "EntityProxy", name: str, entity: "EntityProxy") -> bool:
    """Whether the property may hold such an entity; `add` does not look."""
    prop = link.schema.get(name)
    return prop is not None and prop.range is not None and entity.schema.is_a(prop.range)


def _add(entity: "EntityProxy", name: str, value: Any) -> None:
    """Add a value, or several, if the schema knows the property; texts longer than it takes are cut, or they would be dropped."""
    prop = entity.schema.get(name)
    if prop is None or not value:
        return
    for one in [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else [str(value)]:
        most = prop.type.max_length
        entity.add(prop, one if len(one) <= most else one[: most - 1] + "…")


def _date(text: str) -> str:
    """ISO dates as they are; others would be dropped in silence, so they are left to the summary."""
    return text if _FULL.fullmatch(text) else ""


def _number(text: str) -> str:
    """A plain number; anything else would be stored half (近6.1亿元 as 6.1) and stays in the description."""
    return text if re.fullmatch(r"\d+(\.\d+)?", text) else ""
