"""One entity of one article, as resolution looks at it, and the groups that resolution makes of them."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.resolve.firms import is_complete
from kg.types import Article, Entity, Node

Key = tuple[str, str]  # article id, entity id


@dataclass(frozen=True, slots=True)
class Post:
    """A post that an article gives to a person: the entity where it is held, the title, and whether it has ended."""

    entity: str
    title: str = ""
    former: bool = False
    day: str = ""  # of the statement, else of publication; may be partial or empty


class Maker(NamedTuple):
    """Who hosts a meeting, issues a document, builds, owns or pays for a project."""

    name: str
    code: str  # division, or empty


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity where it was seen, with what its article says of it that helps to tell it from others. Without mentions: names are enough."""

    article: Article  # without its text
    entity: Entity
    posts: tuple[Post, ...] = ()  # Person
    dates: tuple[str, ...] = ()  # Event: when it took place
    makers: tuple[Maker, ...] = ()  # Event, Policy, Project
    renamed: tuple[tuple[str, str], ...] = ()  # Company: former names that the article tells, each with the sentence

    @property
    def key(self) -> Key:
        return self.article.id, self.entity.id


@dataclass(slots=True)
class Group:
    """Entities held to be one: `identity` says by what, and gives the node its id."""

    type: str
    identity: str
    members: list[Seen] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)
    data: dict[str, object] = field(default_factory=dict)  # what resolution found out beyond the members' own data
    name: str = ""  # given by a person


def node(group: Group) -> Node:
    """The node of a group: the commonest name of its members, the registered one of a firm, or the one that a person gave it."""
    members = sorted(group.members, key=lambda seen: seen.key)
    aliases = Counter[str]()
    for seen in members:
        aliases.update({seen.entity.name, *seen.entity.aliases})
    data = _data(members) | group.data
    label = str(data.pop("name", ""))
    name = group.name or label or _name(group.type, [seen.entity.name for seen in members])
    others = tuple(sorted((alias for alias in aliases if alias != name), key=lambda alias: (-aliases[alias], alias)))
    reasons = tuple(sorted(group.reasons)) if len(members) > 1 else ()
    return Node(node_id(group.type, group.identity), group.type, name, tuple(seen.key for seen in members), others, data, reasons)


def node_id(type_: str, identity: str) -> str:
    """An id that depends on nothing but the type and what identifies the thing.

    >>> node_id("Person", "甲") == node_id("Person", "甲") != node_id("Company", "甲")
    True
    """
    return f"{type_.lower()}-{hashlib.sha256(f'{type_}|{identity}'.encode()).hexdigest()[:14]}"


def alone(seen: Seen, key: str) -> str:
    """The identity of what is held to be no other thing than the one in its article."""
    return f"@{seen.article.id}|{key}"


def _name(type_: str, names: Sequence[str]) -> str:
    """The registered name of a firm, the longest if there are several; else what most articles call it."""
    counts = Counter(names)
    registered = [name for name in counts if type_ == "Company" and is_complete(name)]
    if registered:
        return min(registered, key=lambda name: (-len(name), name))
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _data(members: Iterable[Seen]) -> dict[str, object]:
    """Code and whether resolved, from the first member that knows."""
    data: dict[str, object] = {}
    for seen in members:
        for key in ("code", "resolved"):
            value = seen.entity.data.get(key)
            if value is not None and value != "":
                data.setdefault(key, value)
    return data
