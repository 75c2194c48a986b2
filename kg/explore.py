"""An opened graph: a networkx.MultiDiGraph with its tables at hand and answers to the usual questions."""

import difflib
import html
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from kg import ontology
from kg.errors import NotFound, UsageError
from kg.graph import make_graph, node_data
from kg.paths import file_of, shown
from kg.store import Store
from kg.stored import write
from kg.types import Article, Fact, Node, Unresolved

if TYPE_CHECKING:
    import pandas as pd


class Edge(NamedTuple):
    """One edge as it is told: the ends by name, the rest as in the graph."""

    subject: str
    relation: str
    object: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page that Jupyter shows in a frame of its own."""

    html: str = field(repr=False)
    height: int  # pixels

    def _repr_html_(self) -> str:
        source = html.escape(self.html)
        return f'<iframe srcdoc="{source}" style="width:100%;height:{self.height}px;border:1px solid #ccc" sandbox="allow-scripts allow-downloads"></iframe>'


class Graph(nx.MultiDiGraph):  # type: ignore[type-arg]
    """The graph of an output folder. Nodes are ids with `label`, `type`, `aliases`; edges carry their evidence (docs/formats.md)."""

    nodes_: tuple[Node, ...] = ()
    facts_: tuple[Fact, ...] = ()
    articles_: tuple[Article, ...] = ()
    unresolved_: tuple[Unresolved, ...] = ()

    @cached_property
    def entities(self) -> "pd.DataFrame":
        """Every entity, also those without a tie: id, type, name, aliases, articles, first, last, code, value, currency, degree."""
        import pandas as pd

        rows = [
            {
                **node.data,
                "id": node.id,
                "type": node.type,
                "name": node.name,
                "aliases": "；".join(node.aliases),
                "degree": self.ties(node.id),
            }
            for node in self.nodes_
        ]
        return pd.DataFrame(rows, columns=_ENTITY)

    @cached_property
    def statements(self) -> "pd.DataFrame":
        """Every statement: who, relation, whom, status, date, the commonest qualifiers, quote, where it was said and how it was found."""
        import pandas as pd

        articles = {article.id: article for article in self.articles_}
        return pd.DataFrame([self._statement(fact, articles[fact.article]) for fact in self.facts_], columns=_STATEMENT)

    def _statement(self, fact: Fact, article: Article) -> dict[str, Any]:
        subject, target = self.entity(fact.subject), self.entity(fact.object)
        said = {
            "relation": fact.relation,
            "status": fact.status,
            "date": fact.date,
            "quote": fact.quote,
            "start": fact.start,
            "end": fact.end,
        }
        ends = {"subject": subject.name, "subject_type": subject.type, "subject_id": subject.id}
        ends |= {"object": target.name, "object_type": target.type, "object_id": target.id}
        where = {
            "article": article.id,
            "headline": article.title,
            "paper": article.paper,
            "published": article.published,
            "page": article.page,
        }
        qualifiers = {key: fact.qualifiers.get(key) for key in _QUALIFIERS}
        return {**ends, **said, **where, **qualifiers, "source": article.source, "confidence": fact.confidence, "rule": fact.rule}

    def untied(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The entities without a tie, by id, with the attributes that they would have as nodes."""
        for node in sorted(self.nodes_, key=lambda node: node.id):
            if node.id not in self:
                yield node.id, node_data(node.type, node.name, list(node.aliases), list(node.reasons), node.data)

    def ties(self, id_: str) -> int:
        """To how many others an entity is tied."""
        return len({*self.successors(id_), *self.predecessors(id_)}) if id_ in self else 0

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for names in (lambda node: (node.name,), lambda node: node.aliases):
            for node in self.nodes_:
                for name in names(node):
                    ids = found.setdefault(name, [])
                    if node.id not in ids:
                        ids.append(node.id)
        return found

    def _repr_html_(self) -> str:
        """How many of what, for Jupyter."""
        import pandas as pd

        types = ontology.load()
        counts = pd.Series([types.entities[node.type].label["zh"] for node in self.nodes_ if node.id in self]).value_counts()
        ties = pd.Series([types.relations[fact.relation].label["zh"] for fact in self.facts_]).value_counts()
        tables = (counts.to_frame("实体"), ties.head(12).to_frame("关系陈述"))
        return "".join(f'<div style="display:inline-block;vertical-align:top;margin-right:2em">{table.to_html()}</div>' for table in tables)

    def show(self, *, height: int = 600, lang: str = "zh") -> "Page":
        """The explorer page of this graph, for the output of a notebook cell; it needs no network."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "graph.html"
            write(self, "html", path, lang=lang)
            return Page(path.read_text(encoding="utf-8"), height)

    def find(self, name: str) -> list[str]:
        """The ids of all that are called so: by name; else by an alias; an id stands for itself. The most connected first.

        Raises:
            NotFound: nothing is called so; the message has similar names.
        """
        if any(node.id == name for node in self.nodes_):
            return [name]
        ids = self._by_name.get(name.strip(), [])
        named = [id_ for id_ in ids if self.nodes[id_]["label"] == name.strip()] if all(id_ in self for id_ in ids) else []
        if found := named or ids:
            return sorted(found, key=lambda id_: (-self.ties(id_), id_))
        near = self.similar(name)
        raise NotFound(f"图谱里没有“{name}”。" + (f"相近的名称：{'、'.join(near)}" if near else ""))

    def similar(self, name: str, most: int = 5) -> list[str]:
        """Names in the graph that look like this one."""
        holding = sorted(
            (known for known in self._by_name if name in known or (len(known) > 1 and known in name)), key=lambda n: (len(n), n)
        )
        return list(dict.fromkeys([*holding[:most], *difflib.get_close_matches(name, sorted(self._by_name), n=most, cutoff=0.6)]))[:most]

    def one(self, name: str) -> str:
        """The id of the only one that is called so, or of the only one of them that is tied to anything.

        Raises:
            NotFound: nothing is.
            UsageError: several are; the message lists their ids.
        """
        ids = self.find(name)
        tied = [id_ for id_ in ids if id_ in self]
        if len(ids) > 1 and len(tied) != 1:
            told = "；".join(f"{id_}（{self.distinguish(id_)}）" for id_ in (tied or ids)[:8])
            raise UsageError(f"“{name}”有 {len(tied or ids)} 个，请用编号指明：" + told)
        return ids[0] if len(ids) == 1 else tied[0]

    def entity(self, id_: str) -> Node:
        """The node of that id."""
        return self._by_id[id_]

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes_}

    def describe(self, id_: str) -> str:
        """A few words that tell an entity from its namesakes: its posts, else its type and number of articles."""
        node = self.entity(id_)
        posts = [
            f"{self.nodes[target]['label']}{data['qualifiers'].get('title', '')}"
            for _, target, relation, data in self._out(id_)
            if relation == "holds_position"
        ]
        return "、".join(posts[:2]) or f"{ontology.load().entities[node.type].label['zh']}，{node.data.get('articles', 0)} 篇"

    def distinguish(self, id_: str) -> str:
        """What tells an entity from others of its name: as `describe`, and whom it is tied to, else the headline of its first article."""
        told, node = self.describe(id_), self.entity(id_)
        near = sorted({*self.successors(id_), *self.predecessors(id_)} if id_ in self else (), key=lambda end: (-self.ties(end), end))
        names = [label for end in near if (label := str(self.nodes[end]["label"])) not in told and self.nodes[end]["type"] != "Amount"]
        if names:
            return f"{told}，与{'、'.join(names[:_TOLD])}有关系"
        headline = next((title for article, _ in node.members if (title := self._headlines.get(article))), "") if not near else ""
        return f"{told}，见《{headline}》" if headline else told

    @cached_property
    def _headlines(self) -> dict[str, str]:
        return {
            article.id: article.title if len(article.title) <= _HEADLINE else article.title[: _HEADLINE - 1] + "…"
            for article in self.articles_
        }

    def _out(self, id_: str) -> Iterable[tuple[str, str, str, dict[str, Any]]]:
        return self.out_edges(id_, keys=True, data=True) if id_ in self else ()

    def around(self, name: str, *, steps: int = 1) -> "Graph":
        """The part of the graph within so many steps of what is called so (an id will do).

        Raises:
            NotFound: nothing is called so.
        """
        near = {id_ for id_ in self.find(name) if id_ in self}
        for _ in range(steps):
            near |= {end for id_ in near for end in (*self.successors(id_), *self.predecessors(id_))}
        return self._part(near)

    def top(self, count: int) -> "Graph":
        """The part of the graph between its `count` most connected entities; amounts come along with their owners."""
        amounts = {id_ for id_ in self if self.nodes[id_]["type"] == "Amount"}
        first = sorted((id_ for id_ in self if id_ not in amounts), key=lambda id_: (-self.ties(id_), id_))[: max(0, count)]
        chosen = set(first)
        return self._part(chosen | {id_ for id_ in amounts if chosen & {*self.predecessors(id_), *self.successors(id_)}})

    def since(self, date: str) -> "Graph":
        """The edges that are told of on a date or later, which may be partial (`2024-05`), and their ends; what has no date is left out."""
        # "~" sorts behind every digit and dash: 2024 and 2024-05 may mean any of their days
        kept = {(a, b, key) for a, b, key, data in self.edges(keys=True, data=True) if data["last"] and data["last"] + "~" >= date}
        return self._part({end for a, b, _ in kept for end in (a, b)}, kept)

    def _part(self, ids: set[str], edges: set[tuple[str, str, str]] | None = None) -> "Graph":
        part = Graph(**self.graph)  # not `subgraph`: its order changes from run to run
        part.add_nodes_from((id_, data) for id_, data in self.nodes(data=True) if id_ in ids)
        for a, b, key, data in self.edges(keys=True, data=True):
            if a in ids and b in ids and (edges is None or (a, b, key) in edges):
                part.add_edge(a, b, key, **data)
        part.nodes_ = tuple(node for node in self.nodes_ if node.id in ids)
        part.facts_ = tuple(fact for fact in self.facts_ if part.has_edge(fact.subject, fact.object, fact.relation))
        part.articles_, part.unresolved_ = self.articles_, self.unresolved_
        return part

    def path(self, start: str, end: str) -> list[list[Edge]]:
        """How two are tied by the fewest steps: for each step the edges between its ends. Denied ties are no way.

        Raises:
            NotFound: one is not there, or nothing ties them.
            UsageError: a name means several.
        """
        ends = self.one(start), self.one(end)
        ways: nx.Graph[str] = nx.Graph()
        for a, b, data in self.edges(data=True):
            if data["status"] != "denied":
                ways.add_edge(a, b)
        try:
            # among the shortest ways the one whose ids come first, so that the answer never changes with the order of anything
            steps = min(nx.all_shortest_paths(ways, *ends)) if ends[0] != ends[1] else [ends[0]]
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            raise NotFound(f"“{start}”与“{end}”在图谱里没有连通。") from None
        return [self._between(a, b) for a, b in pairwise(steps)]

    def _between(self, a: str, b: str) -> list[Edge]:
        found = []
        for source, target in ((a, b), (b, a)):
            for relation, data in (self.get_edge_data(source, target) or {}).items():
                found.append(Edge(self.nodes[source]["label"], str(relation), self.nodes[target]["label"], data))
        return sorted(found, key=lambda edge: (edge.data["status"] != "asserted", -edge.data["weight"], edge.relation, edge.subject))

    def timeline(self, name: str) -> "pd.DataFrame":
        """What is said of one entity, in the order of time: rows of `statements`.

        Raises:
            NotFound: nothing is called so.
            UsageError: the name means several.
        """
        id_ = self.one(name)
        table = self.statements
        rows = table[(table["subject_id"] == id_) | (table["object_id"] == id_)]
        when = rows["date"].fillna(rows["published"]).fillna("9999")
        return rows.assign(when=when).sort_values(["when", "article", "start"], kind="stable").drop(columns="when").reset_index(drop=True)


_TOLD = 2  # names of others that tell an entity from its namesakes
_HEADLINE = 30  # characters of a headline that does
_ENTITY = [
    "id",
    "type",
    "name",
    "aliases",
    "articles",
    "first",
    "last",
    "degree",
    "code",
    "resolved",
    "value",
    "value_max",
    "currency",
    "modifier",
]
_QUALIFIERS = ["title", "role", "amount", "share", "metric", "period", "product", "kind"]
_STATEMENT = [
    *["subject", "relation", "object", "status", "date"],
    *_QUALIFIERS,
    *[
        "quote",
        "headline",
        "paper",
        "published",
        "page",
        "source",
        "article",
        "start",
        "end",
        "confidence",
        "rule",
        "subject_type",
        "object_type",
        "subject_id",
        "object_id",
    ],
]


def load(store: Store, *, lang: str = "zh") -> Graph:
    """The graph that an opened store holds."""
    nodes, facts, articles = store.nodes(), tuple(store.facts()), tuple(store.articles())
    graph = Graph(make_graph(nodes, facts, {article.id: article for article in articles}, lang=lang))
    graph.nodes_, graph.facts_, graph.articles_, graph.unresolved_ = tuple(nodes), facts, articles, tuple(store.unresolved())
    return graph


def open(out: Path | str, *, lang: str = "zh") -> Graph:
    """Open the graph that `build` left in a folder.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    with Store.open(Path(out)) as store:
        return load(store, lang=lang)


def problems(out: Path | str) -> list[tuple[str, str]]:
    """What could not be read or extracted: file and reason."""
    with Store.open(Path(out)) as store:
        unread = [(row.path, row.reason) for row in store.sources().values() if row.reason]
        failed = [(source, f"《{title}》{reason}") for source, title, reason in store.failures()]
        return sorted((shown(file_of(source, Path(out))), reason) for source, reason in (*unread, *failed))
