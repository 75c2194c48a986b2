"""The store: `kg.sqlite` in the output folder. The only place that speaks SQL.

What was read is kept by source and what was extracted by the content of the article, each with a fingerprint of all that it depends on, so
that a killed build goes on where it was. The graph is written as a whole, in one transaction, after both.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, fields
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

from kg.errors import StoreError
from kg.packing import Extracted, content, dumps, unpack_entities, unpack_statements
from kg.resources import resource
from kg.types import Article, Decision, Extraction, Fact, Node, Unresolved

FILE = "kg.sqlite"
_SCHEMA = 5


class SourceRow(NamedTuple):
    """A file that was given; with a reason, it, or some rows of it, could not be read."""

    path: str
    fingerprint: str
    reason: str | None = None
    advice: str | None = None


class Store:
    """An open store. Writers hold it for themselves; readers open it read-only."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db, self.path = connection, path

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Open the store in `folder` for writing; both are made if not there.

        Raises:
            StoreError: the folder cannot be made or written, the file is no store of ours, or another process is writing to it.
        """
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".kg-write-test"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise StoreError(
                f"{folder}: 输出文件夹无法写入（{error.strerror}）；请换一个文件夹或检查权限",
                f"{folder}: the output folder cannot be written ({error.strerror}); take another folder or check permissions",
            ) from error
        with _explained(path):
            db = sqlite3.connect(path, timeout=0.5, isolation_level=None)
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            store = cls(db, path)
            with store._transaction():
                if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                    for statement in resource("store.sql").read_text(encoding="utf-8").split(";\n"):
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version = {_SCHEMA}")
            store._check_version()
        return store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the store in `folder` for reading.

        Raises:
            StoreError: there is none, or it cannot be read.
        """
        path = folder / FILE
        if not path.is_file():
            raise StoreError(
                f"{folder}: 这里没有建好的图谱（没有 {FILE}）；请先运行 kg build PATH… -o {folder}",
                f"{folder}: no graph was built here (there is no {FILE}); first run kg build PATH… -o {folder}",
            )
        with _explained(path):
            db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.5, isolation_level=None)
            db.execute("BEGIN")  # whatever is read is of one state, however often somebody goes through it
            store = cls(db, path)
            store._check_version()
        return store

    def _check_version(self) -> None:
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found != _SCHEMA:
            self.close()  # whoever comes next must not find it held
            raise StoreError(
                f"{self.path}: 不是本版本的存储（版本 {found}，需要 {_SCHEMA}）；请换一个输出文件夹重新 build；人工判断在 decisions.csv 里，复制到新文件夹就会接着用",
                f"{self.path}: no store of this version (found {found}, needs {_SCHEMA}); build again into another folder; judgements are in decisions.csv: copy it there and they count again",
            )

    def close(self) -> None:
        """Close; a writer leaves one plain file that read-only folders can serve."""
        with suppress(sqlite3.Error):  # a reader, or a full disk: the journal stays and is used at the next opening
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        with _explained(self.path):
            yield from self._db.execute(query, values)

    # --- sources and articles

    def sources(self) -> dict[str, SourceRow]:
        """All sources by path, sorted."""
        return {row[0]: SourceRow(*row) for row in self._rows("SELECT path, fingerprint, reason, advice FROM source ORDER BY path")}

    def save_source(
        self, source: SourceRow, articles: Iterable[Article], decisions: Iterable[Decision] = (), instead: Iterable[str] = ()
    ) -> None:
        """Replace a source and its articles, and others that it takes the place of, in one transaction; record what that does to judgements."""
        rows = [_article_row(source.path, position, article) for position, article in enumerate(articles)]
        with self._transaction() as db:
            db.executemany("DELETE FROM source WHERE path = ?", [(path,) for path in (source.path, *instead)])
            db.execute("INSERT INTO source VALUES (?, ?, ?, ?)", source)
            db.executemany(f"INSERT INTO article VALUES ({', '.join('?' * 16)})", rows)
            db.executemany(_DECIDED, map(astuple, decisions))

    def forget_sources(self, paths: Iterable[str]) -> None:
        """Drop sources and their articles; extractions stay until the next graph is saved."""
        with self._transaction() as db:
            db.executemany("DELETE FROM source WHERE path = ?", [(path,) for path in paths])

    def rename_sources(self, names: Mapping[str, str]) -> None:
        """Call sources otherwise, with all that was read from them; by way of names that nobody has, since a new name may be another's old one."""
        with self._transaction() as db:
            for rows in ([(f"\0{new}", old) for old, new in names.items()], [(new, f"\0{new}") for new in names.values()]):
                db.executemany("UPDATE source SET path = ? WHERE path = ?", rows)

    def contents(self) -> dict[str, tuple[str, ...]]:
        """The ids of the articles of each source that has any, in the order of its pages."""
        found: dict[str, list[str]] = {}
        for source, id_ in self._rows("SELECT source, id FROM article INDEXED BY article_id ORDER BY source, position"):
            found.setdefault(source, []).append(id_)
        return {source: tuple(ids) for source, ids in found.items()}

    def articles(self) -> Iterator[Article]:
        """Every distinct article without its text, sorted by id. Of several copies the first that knows its locality speaks."""
        previous = None
        for row in self._rows(f"SELECT {_HEAD} FROM article a ORDER BY {_ORDER}"):
            if row[0] != previous:
                previous = row[0]
                yield _article(row)

    def articles_of(self, sources: Iterable[str]) -> Iterator[Article]:
        """The articles of sources without their texts, in the order of the pages."""
        for source in sorted(sources):
            for row in self._rows(f"SELECT {_HEAD} FROM article a WHERE source = ? ORDER BY position", (source,)):
                yield _article(row)

    def texts_of(self, source: str) -> list[Article]:
        """The articles of a source with their texts, in the order of the page."""
        rows = self._rows(f"SELECT {_HEAD}, a.text FROM article a WHERE source = ? ORDER BY position", (source,))
        return [_article(row, text) for *row, text in rows]

    # --- extractions

    def pending(self, version: str) -> list[str]:
        """Contents that were not yet extracted by this version, in the order of their sources."""
        query = """SELECT a.content FROM article a LEFT JOIN extraction e ON e.content = a.content AND e.version = ?
            WHERE e.content IS NULL GROUP BY a.content ORDER BY min(a.source), min(a.position)"""
        return [row[0] for row in self._rows(query, (version,))]

    def article_of(self, content_: str) -> Article:
        """The article of that content, with its text."""
        query = f"SELECT {_HEAD}, a.text FROM article a WHERE content = ? ORDER BY source, position LIMIT 1"
        *row, text = next(self._rows(query, (content_,)))
        return _article(row, text)

    def save_extracted(self, rows: Sequence[Extracted], version: str) -> None:
        """Keep what workers made, in one transaction."""
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?)", [(row[0], version, *row[1:]) for row in rows])

    def extractions(self) -> Iterator[Extraction]:
        """What each distinct article says, sorted by article id; articles come without text."""
        query = f"SELECT {_HEAD}, e.entities, e.statements FROM article a JOIN extraction e ON e.content = a.content ORDER BY {_ORDER}"
        previous = None
        for *row, entities, statements in self._rows(query):
            if row[0] != previous:
                previous = row[0]
                yield Extraction(_article(row), unpack_entities(entities), unpack_statements(statements))

    def failures(self) -> list[tuple[str, str, str]]:
        """Articles whose extraction failed: source, title, reason."""
        query = """SELECT a.source, a.title, e.reason FROM article a JOIN extraction e ON e.content = a.content
            WHERE e.reason IS NOT NULL ORDER BY a.source, a.position"""
        return list(self._rows(query))

    def found(self, articles: Iterable[str]) -> dict[str, tuple[int, int]]:
        """How many entities and statements each article has, by its id."""
        query = """SELECT json_array_length(e.entities), json_array_length(e.statements)
            FROM article a JOIN extraction e ON e.content = a.content WHERE a.id = ? LIMIT 1"""
        rows = {article: next(self._rows(query, (article,)), None) for article in articles}
        return {article: tuple(row) for article, row in rows.items() if row is not None}

    def counts(self) -> tuple[int, int, int]:
        """How many articles, entities and statements there are."""
        query = "SELECT (SELECT count(DISTINCT id) FROM article), (SELECT count(*) FROM node), (SELECT count(*) FROM statement)"
        articles, entities, statements = next(self._rows(query))
        return articles, entities, statements

    def state(self) -> str:
        """A hash of all that the graph is made from: articles, what they say, decisions."""
        digest = sha256()
        for query in (
            "SELECT a.source, a.position, a.id, a.page, a.content, e.version FROM article a LEFT JOIN extraction e ON e.content = a.content ORDER BY 1, 2",
            "SELECT * FROM decision ORDER BY id",
        ):
            for row in self._rows(query):
                digest.update(dumps(row).encode())
            digest.update(b"\0")
        return digest.hexdigest()[:32]

    # --- decisions, facts of the build, the graph

    def decisions(self) -> list[Decision]:
        """All judgements, in the order in which they were made."""
        return [Decision(*row) for row in self._rows("SELECT id, kind, left, right, by, note, at FROM decision ORDER BY at, id")]

    def save_decisions(self, decisions: Iterable[Decision]) -> None:
        """Record judgements; one that is there already stays as it is: nothing is ever overwritten."""
        with self._transaction() as db:
            db.executemany(_DECIDED, [astuple(decision) for decision in decisions])

    def meta(self, key: str) -> str | None:
        """A remembered value."""
        row = next(self._rows("SELECT value FROM meta WHERE key = ?", (key,)), None)
        return row[0] if row else None

    def remember(self, **values: str) -> None:
        """Keep values under their keys."""
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def save_graph(self, nodes: Iterable[Node], facts: Iterable[Fact], unresolved: Iterable[Unresolved], state: str) -> None:
        """Replace the graph as a whole, and drop extractions that no article needs any more."""
        with self._transaction() as db:
            for table in ("statement", "place", "member", "node", "unresolved"):
                db.execute(f"DELETE FROM {table}")
            db.execute("DELETE FROM extraction WHERE content NOT IN (SELECT content FROM article)")
            for node in nodes:
                db.execute(
                    "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?)",
                    (node.id, node.type, node.name, dumps(node.aliases), dumps(dict(node.data)), dumps(node.reasons)),
                )
                db.executemany("INSERT INTO member VALUES (?, ?, ?)", ((node.id, *member) for member in node.members))
            db.executemany(f"INSERT INTO statement VALUES ({', '.join('?' * 12)})", map(_fact_row, facts))
            db.executemany("INSERT INTO unresolved VALUES (?, ?, ?, ?)", ((u.article, u.entity, u.name, u.reason) for u in unresolved))
            db.execute("INSERT OR REPLACE INTO meta VALUES ('graph', ?)", (state,))

    def nodes(self) -> list[Node]:
        """All nodes, sorted by id."""
        members: dict[str, list[tuple[str, str]]] = {}
        for node, article, entity in self._rows("SELECT node, article, entity FROM member ORDER BY node, article, entity"):
            members.setdefault(node, []).append((article, entity))
        rows = self._rows("SELECT id, type, name, aliases, data, reasons FROM node ORDER BY id")
        return [
            Node(id_, type_, name, tuple(members.get(id_, ())), tuple(json.loads(aliases)), json.loads(data), tuple(json.loads(reasons)))
            for id_, type_, name, aliases, data, reasons in rows
        ]

    def facts(self) -> Iterator[Fact]:
        """All statements between nodes, sorted."""
        for row in self._rows(f"SELECT {_FACT} FROM statement ORDER BY {_FACT}"):
            yield Fact(**dict(zip(_FACT_FIELDS, row, strict=True)) | {"qualifiers": json.loads(row[-1])})

    def counts_of_graph(self) -> tuple[int, int]:
        """How many nodes have a tie, and how many edges there are between them."""
        edges = "SELECT count(*) FROM (SELECT 1 FROM statement GROUP BY subject, object, relation)"
        return next(self._rows(f"SELECT count(*) {_TIED}"))[0], next(self._rows(edges))[0]

    def tied(self) -> Iterator[tuple[str, str, str, str, str, str]]:
        """The nodes that have a tie, by id: id, type, name; aliases, reasons, data as JSON."""
        yield from self._rows(f"SELECT {_NODE} {_TIED} ORDER BY id")

    def untied(self) -> Iterator[tuple[str, str, str, str, str, str]]:
        """The nodes that have none, as `tied` gives those that have one."""
        yield from self._rows(f"SELECT {_NODE} FROM node EXCEPT SELECT {_NODE} {_TIED} ORDER BY id")

    def tied_as(self, id_: str) -> tuple[str, str, str, str, str, str]:
        """One of them."""
        row: tuple[str, str, str, str, str, str] = next(self._rows(f"SELECT {_NODE} FROM node WHERE id = ?", (id_,)))
        return row

    def ties(self) -> Iterator[tuple[Any, ...]]:
        """Statements by subject, object and relation, read one by one: those three; of the article id, title, paper, published, page, source; quote, start, end, status, date, confidence, rule, qualifiers."""
        yield from self._rows(_TIES)

    def places(self) -> Iterator[tuple[float, float, float]]:
        """x, y and ties of the nodes that have a tie, in the order of `tied`; nothing if nobody has placed them."""
        yield from self._rows("SELECT x, y, ties FROM place ORDER BY node")

    def save_places(self, places: Iterable[tuple[str, float, float, float]]) -> None:
        """Keep where the nodes stand, until the graph is replaced."""
        with self._transaction() as db:
            db.execute("DELETE FROM place")
            db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", places)

    def unresolved(self) -> list[Unresolved]:
        """What was left as written, sorted."""
        return [Unresolved(*row) for row in self._rows("SELECT article, entity, name, reason FROM unresolved ORDER BY 3, 1, 2")]


_HEAD = "a.id, a.source, a.title, a.subtitle, a.page, a.byline, a.paper, a.published, a.written, a.medium, a.locality, a.locality_code, a.inferred, a.position, a.content"
_ORDER = "a.id, a.locality_code IS NULL, a.source, a.position"
_FACT_FIELDS = tuple(entry.name for entry in fields(Fact))
_NODE = "id, type, name, aliases, reasons, data"
_TIED = """FROM node WHERE EXISTS (SELECT 1 FROM statement WHERE subject = node.id) OR EXISTS (SELECT 1 FROM statement WHERE object = node.id)"""
_TIES = """SELECT s.subject, s.object, s.relation, a.id, a.title, a.paper, a.published, a.page, a.source,
    s.quote, s.start, s."end", s.status, s.date, s.confidence, s.rule, s.qualifiers
    FROM statement s INDEXED BY statement_edge CROSS JOIN article a ON a.rowid = (
        SELECT rowid FROM article c WHERE c.id = s.article ORDER BY c.id, c.locality_code IS NULL, c.source, c.position LIMIT 1)
    ORDER BY s.subject, s.object, s.relation"""  # in the order of the index: nothing is sorted, nothing held
_DECIDED = "INSERT OR IGNORE INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)"
_FACT = 'subject, relation, object, article, start, "end", quote, status, date, confidence, rule, qualifiers'


def _article_row(source: str, position: int, a: Article) -> tuple[Any, ...]:
    lists = dumps(a.byline), dumps(dict(a.inferred))
    head = (source, position, a.id, content(a), a.title, a.subtitle, a.page, lists[0])
    return (*head, a.paper, a.published, a.written, a.medium, a.locality, a.locality_code, lists[1], a.text)


def _article(row: Sequence[Any], text: str = "") -> Article:
    id_, source, title, subtitle, page, byline, paper, published, written, medium, locality, code, inferred = row[:13]
    head = id_, source, text, title, subtitle, page, tuple(json.loads(byline)), paper, published
    return Article(*head, locality, code, json.loads(inferred), written, medium)


def _fact_row(f: Fact) -> tuple[Any, ...]:
    ends = (f.subject, f.relation, f.object, f.status, f.date, f.article, f.start, f.end)
    return (*ends, f.quote, f.confidence, f.rule, dumps(dict(f.qualifiers)))


_TROUBLE = (  # what SQLite says, and what that means
    (("locked", "busy"), "另一个 kg 正在写这个文件夹；请等它结束", "another kg is writing to this folder; wait until it has ended"),
    (
        ("not a database", "malformed"),
        "不是 kg 的存储，或已损坏；请换一个输出文件夹，或移走这个文件",
        "no store of kg, or damaged; take another output folder or move this file away",
    ),
    (("full",), "磁盘已满；腾出空间后再运行，会接着做", "the disk is full; make room and run again, it goes on where it stopped"),
    (("",), "无法使用（{}）；请检查磁盘和权限", "cannot be used ({}); check disk and permissions"),
)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """SQLite's errors in words that say what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        for signs, chinese, english in _TROUBLE:
            if any(sign in text for sign in signs):
                raise StoreError(f"{path}: {chinese.format(text)}", f"{path}: {english.format(text)}") from error
