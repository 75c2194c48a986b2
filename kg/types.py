"""The records that flow between the rooms of the package. Frozen; no project imports; offsets always point into `Article.text`.

Offsets are counted in characters (Python string indices), end exclusive. Dates are ISO strings that may be partial
(`2024-05`, `--05-25` when the year is unknown, `2024-05-08/2024-05-09` for a range). Money is in plain units of its currency.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Literal

from kg.records import record

Status = Literal["asserted", "planned", "denied", "former", "reported"]
DecisionKind = Literal["same", "different", "rename", "undo", "corrected"]
STATUSES: tuple[Status, ...] = ("asserted", "planned", "denied", "former", "reported")


@record
class Block:
    """A run of lines of a source that belong together on the page.

    `kind` says what the reader knows of it: `text` (nothing more), `title`, `byline`, `date`. Readers of plain text know nothing and give `text`.
    """

    text: str
    kind: str = "text"
    page: str | None = None


@record
class Source:
    """One input file (or one row of a table of articles), decoded, before it is cut into articles."""

    id: str  # hash of the bytes
    path: str  # as shown to the user, with forward slashes
    media_type: str
    blocks: tuple[Block, ...]
    published: str | None = None  # from the file's own metadata or name
    published_from: str = ""  # from what, in Chinese, where the file itself does not say it
    paper: str | None = None
    url: str | None = None


@record
class Article:
    """The unit of extraction and of resuming."""

    id: str  # hash of source path-independent content: title + text + published
    source: str  # path of the source, as shown; in a store, from the output folder
    text: str  # body, unwrapped; paragraphs end with one "\n"
    title: str = ""
    subtitle: str = ""
    page: str | None = None
    byline: tuple[str, ...] = ()
    paper: str | None = None
    published: str | None = None  # ISO date, or None: nothing is made up
    locality: str | None = None  # full name of the division that 市委/我市 point to: 江苏省无锡市
    locality_code: str | None = None  # its division code: 3202
    inferred: Mapping[str, str] = field(default_factory=dict)  # field → from what it was inferred, in Chinese
    written: str | None = None  # the day that the dateline names (本报5月25日讯), from which 昨天 counts; --05-25 where no year is known
    medium: str | None = None  # who sent the story, as its dateline says (新华社北京5月8日电); None where that is the paper itself (本报讯)


@record
class Mention:
    """A span of `Article.text` that names something. `type` is an entity type of the ontology, or `Title` or `Date`, which are no entities."""

    start: int
    end: int
    type: str
    text: str
    source: str = "rule"  # the component that found it
    score: float = 1.0
    data: Mapping[str, Any] = field(default_factory=dict)  # Amount: value, value_max, currency, modifier; Date: value; …


@record
class Entity:
    """What the mentions of one article refer to.

    What only another name points to has no mention and is `implied`: a body or place by a title (副市长X → 市政府, 市领导X → the city), a project and
    its firm by the name of a ceremony (甲公司乙项目开工仪式); so is the medium of the dateline, which is no part of the text.
    """

    id: str  # e1, e2 … in order of first mention
    type: str
    name: str  # canonical within the article
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[str, ...] = ()  # other right names: short forms, the full name, the form in the text
    data: Mapping[str, Any] = field(default_factory=dict)  # Amount: value …; PublicBody, Place: code (division), resolved: bool
    implied: bool = False


@record
class Evidence:
    """The verbatim quote: text == article.text[start:end]."""

    start: int
    end: int
    text: str


@record
class Statement:
    """One fact as one article states it. `subject` and `object` are entity ids of the same article."""

    id: str  # s1, s2 … in text order
    subject: str
    relation: str
    object: str
    evidence: Evidence
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    status: Status = "asserted"
    date: str | None = None
    confidence: float = 1.0
    rule: str = ""


@record
class Extraction:
    """All that one article says."""

    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()

    def __iter__(self) -> Iterator[Any]:
        """`article, entities, statements = extraction`."""
        return iter((self.article, self.entities, self.statements))


@record
class Node:
    """One thing in the graph: entities of articles that resolution holds to be the same."""

    id: str  # a hash of type and what identifies it; stays when articles are added
    type: str
    name: str
    members: tuple[tuple[str, str], ...]  # (article id, entity id), sorted
    aliases: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)  # as in Entity, for the graph
    reasons: tuple[str, ...] = ()  # why its members were held to be one, in Chinese


@record
class Fact:
    """A statement between nodes of the graph, beneath an edge. `start` and `end` count in that article's text."""

    subject: str  # node id
    relation: str
    object: str  # node id
    article: str
    start: int
    end: int
    quote: str
    status: Status = "asserted"
    date: str | None = None
    confidence: float = 1.0
    rule: str = ""
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@record
class Decision:
    """A judgement of a person, recorded and never overwritten: taking one back is another record, of the kind `undo`."""

    id: str
    kind: DecisionKind
    left: str  # which thing, as name and articles: see `kg.resolve.anchors`; of an undo, the id of the decision that is taken back; else of an article
    right: str = ""  # the other thing, or the new name; of a corrected article, its new id
    by: str = ""
    note: str = ""
    at: str = ""  # when it was made, ISO


@record
class Listed:
    """A row of a user's own list: one thing with its names."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    code: str = ""  # division: only mentions in that area are meant
    bodies: tuple[str, ...] = ()  # Person: only who has a post there is meant


@record
class Unresolved:
    """What was left as written: a body without jurisdiction, a name that may be two people; or, without an article, a decision that waits."""

    article: str
    entity: str
    name: str
    reason: str  # in Chinese

    @property
    def decision(self) -> str:
        """The id of the decision that is not in force; of a name that stands in an article, nothing."""
        return "" if self.article else self.entity


@record
class Resolution:
    """All nodes, sorted by id, and what could not be resolved."""

    nodes: tuple[Node, ...]
    unresolved: tuple[Unresolved, ...] = ()
