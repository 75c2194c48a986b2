"""What relation modules see of an article: sentences with the entities in them, in order, and shared questions about them.

A relation module is a function `propose(scene: Scene) -> Iterator[Draft]`; it never touches spaCy, other relation modules or the ontology.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from kg.records import record
from kg.types import Article, Entity, Status


@record
class Ref:
    """One mention in a sentence, tied to its entity. Titles and dates have no entity; 该公司, 企业, 双方 that were resolved have one and `anaphor` set."""

    start: int  # in the article
    end: int
    type: str  # entity type, Title or Date
    text: str
    entity: str | None = None  # entity id
    anaphor: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The entities that it stands for: one, none, or the two of 双方."""
        if self.data and "entities" in self.data:
            return tuple(self.data["entities"])
        return (self.entity,) if self.entity is not None else ()


@record
class Sentence:
    """A sentence, its place, and the mentions in it in text order."""

    start: int
    end: int
    text: str
    paragraph: int
    refs: tuple[Ref, ...]


@record
class Scene:
    """An article ready to be related."""

    article: Article
    text: str
    entities: Mapping[str, Entity]  # by id
    sentences: tuple[Sentence, ...]
    read: dict[str, Any] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )  # what modules share once it is read (clauses)

    def between(self, start: int, end: int, *, around: int = 0) -> tuple[Sentence, ...]:
        """The sentences of which some part stands from `start` to `end`, and so many before and behind them."""
        if "borders" not in self.read:
            self.read["borders"] = [sentence.start for sentence in self.sentences], [sentence.end for sentence in self.sentences]
        starts, ends = self.read["borders"]
        first = bisect_right(ends, start)
        return self.sentences[max(first - around, 0) : bisect_left(starts, end, first) + around]


@record
class Draft:
    """A proposed statement. Ends are entity ids; the evidence is [start, end) of the article, whole sentences preferred."""

    subject: str
    relation: str
    object: str
    start: int
    end: int
    rule: str
    confidence: float = 0.8
    status: Status = "asserted"
    date: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
