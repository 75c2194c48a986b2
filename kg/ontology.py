"""Entity and relation types, loaded from `resources/ontology.yaml` and checked so that a mistake names itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kg.errors import BadResource
from kg.resources import tables


@dataclass(frozen=True, slots=True)
class EntityType:
    """One kind of thing."""

    name: str
    label: Mapping[str, str]  # language → label
    description: Mapping[str, str]
    colour: str  # "#rrggbb"
    shape: str  # vis-network node shape
    ftm: str | None = None  # FollowTheMoney schema
    literal: bool = False  # never merged across statements


@dataclass(frozen=True, slots=True)
class RelationType:
    """One kind of tie, read subject → object."""

    name: str
    label: Mapping[str, str]
    description: Mapping[str, str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    colour: str
    qualifiers: tuple[str, ...] = ()
    symmetric: bool = False
    ftm: Mapping[str, str] = field(default_factory=dict)  # schema of the link, and its properties for subject and object

    @property
    def dated(self) -> bool:
        """Whether it has a day or a time of its own; 旗下, 位于 and the like last."""
        return not {"date", "start"}.isdisjoint(self.qualifiers)

    def allows(self, subject: str, obj: str) -> bool:
        """Whether entities of these types may stand at the ends."""
        return subject in self.subject and obj in self.object


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types and relations, in the order of the file."""

    entities: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]

    def relation_label(self, relation: str, lang: str) -> str:
        """What a relation is called; one that is not known keeps its name."""
        return self.relations[relation].label[lang] if relation in self.relations else relation


_LANGUAGES = ("zh", "en")


def parse(data: Mapping[str, Any], *, where: str = "ontology") -> Ontology:
    """Build an ontology from plain data.

    Raises:
        BadResource: naming the entry, what was found and what is allowed.
    """
    _only(data, {"entities", "relations"}, where)
    entities = {name: _entity(name, entry, f"{where}: entities.{name}") for name, entry in _table(data, "entities", where).items()}
    relations = {}
    for name, entry in _table(data, "relations", where).items():
        relations[name] = relation = _relation(name, entry, f"{where}: relations.{name}")
        for end in (*relation.subject, *relation.object):
            if end not in entities:
                raise BadResource(f"{where}: relations.{name}: unknown entity type {end!r}; known: {', '.join(entities)}")
    return Ontology(entities, relations)


@cache
def load() -> Ontology:
    """The package's own ontology."""
    return parse(tables("ontology.yaml"), where="ontology.yaml")


def _table(data: Mapping[str, Any], key: str, where: str) -> Mapping[str, Mapping[str, Any]]:
    table = data.get(key)
    if not isinstance(table, Mapping) or not table:
        raise BadResource(f"{where}: {key} must be a table of named entries, found {type(table).__name__}")
    return table


def _entity(name: str, entry: Mapping[str, Any], where: str) -> EntityType:
    _only(entry, {"label", "description", "colour", "shape", "ftm", "literal"}, where)
    return EntityType(
        name,
        _languages(entry, "label", where),
        _languages(entry, "description", where),
        _colour(entry, where),
        str(entry.get("shape", "dot")),
        entry.get("ftm"),
        bool(entry.get("literal", False)),
    )


def _relation(name: str, entry: Mapping[str, Any], where: str) -> RelationType:
    _only(entry, {"label", "description", "subject", "object", "colour", "qualifiers", "symmetric", "ftm"}, where)
    return RelationType(
        name,
        _languages(entry, "label", where),
        _languages(entry, "description", where),
        _names(entry, "subject", where),
        _names(entry, "object", where),
        _colour(entry, where),
        tuple(entry.get("qualifiers") or ()),
        bool(entry.get("symmetric", False)),
        _ftm(entry, where),
    )


def _ftm(entry: Mapping[str, Any], where: str) -> Mapping[str, str]:
    table = entry.get("ftm") or {}
    _only(table, {"schema", "subject", "object"}, f"{where}: ftm")
    if table and "schema" not in table:
        raise BadResource(f"{where}: ftm needs a schema, found {dict(table)!r}")
    return {str(key): str(value) for key, value in table.items()}


def _only(entry: Any, allowed: set[str], where: str) -> None:
    if not isinstance(entry, Mapping):
        raise BadResource(f"{where}: must be a table, found {type(entry).__name__}")
    if unknown := sorted(set(entry) - allowed):
        raise BadResource(f"{where}: unknown key {unknown[0]!r}; allowed: {', '.join(sorted(allowed))}")


def _languages(entry: Mapping[str, Any], key: str, where: str) -> Mapping[str, str]:
    value = entry.get(key)
    if not isinstance(value, Mapping) or any(not value.get(language) for language in _LANGUAGES):
        raise BadResource(f"{where}: {key} needs a text in each of {', '.join(_LANGUAGES)}, found {value!r}")
    return {language: str(value[language]) for language in _LANGUAGES}


def _colour(entry: Mapping[str, Any], where: str) -> str:
    colour = str(entry.get("colour", ""))
    if len(colour) != 7 or colour[0] != "#" or any(c not in "0123456789abcdefABCDEF" for c in colour[1:]):
        raise BadResource(f"{where}: colour must look like '#4C78A8', found {colour!r}")
    return colour


def _names(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key)
    if not isinstance(value, list) or not value:
        raise BadResource(f"{where}: {key} must be a list of entity types, found {value!r}")
    return tuple(str(name) for name in value)
