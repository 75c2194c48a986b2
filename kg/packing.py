"""Entities and statements as compact JSON: what workers hand back and the store keeps."""

import json
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Any, NamedTuple

from kg.types import Article, Entity, Evidence, Mention, Statement

_SEEN = ("id", "title", "subtitle", "text", "byline", "paper", "published", "written", "medium", "locality", "locality_code")


class Extracted(NamedTuple):
    """What a worker made of an article: packed rows, or the reason why there are none."""

    content: str
    entities: str
    statements: str
    reason: str | None = None


def dumps(value: Any) -> str:
    """JSON of one form: the same value gives the same text.

    >>> dumps({"b": 1, "a": "市"})
    '{"a":"市","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def content(article: Article) -> str:
    """A hash of all of an article that extraction may look at: where it was found is not among it."""
    return sha256(dumps([getattr(article, name) for name in _SEEN]).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def pack_entities(entities: Sequence[Entity]) -> str:
    """The entities as a JSON list of rows, in the order of the fields."""
    return dumps([[*_row(entity, "mentions"), [_row(mention) for mention in entity.mentions]] for entity in entities])


def unpack_entities(text: str) -> tuple[Entity, ...]:
    """The entities again.

    >>> unpack_entities(pack_entities([Entity("e1", "Place", "滨湖区", (Mention(0, 3, "Place", "滨湖区"),))]))[0].mentions[0].text
    '滨湖区'
    """
    return tuple(
        Entity(id_, type_, name, tuple(Mention(*mention) for mention in mentions), tuple(aliases), data, implied)
        for id_, type_, name, aliases, data, implied, mentions in json.loads(text)
    )


def pack_statements(statements: Sequence[Statement]) -> str:
    """The statements as a JSON list of rows, in the order of the fields."""
    return dumps([[*_row(stmt, "evidence"), _row(stmt.evidence)] for stmt in statements])


def unpack_statements(text: str) -> tuple[Statement, ...]:
    """The statements again."""
    return tuple(
        Statement(id_, subject, relation, target, Evidence(*evidence), qualifiers, status, date, confidence, rule)
        for id_, subject, relation, target, qualifiers, status, date, confidence, rule, evidence in json.loads(text)
    )


def _row(record: Any, *leave: str) -> list[Any]:
    values = (getattr(record, entry.name) for entry in fields(record) if entry.name not in leave)
    return [dict(value) if hasattr(value, "keys") else value for value in values]
