"""The main path: what is new is read, extracted and stored; then everything is resolved, merged and exported. Any step may be killed."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import Settings, version
from kg.errors import UnreadableSource, UsageError
from kg.extract import Paths, as_paths, checked_settings, read_articles
from kg.paths import file_of, shown

if TYPE_CHECKING:
    from kg.ingest import Problem
    from kg.store import Store
    from kg.types import Article, Decision, Extraction, Unresolved

Progress = Callable[[str, int, int], None]  # stage, done, total
DEFAULT_FORMATS = ("html", "graphml")


@dataclass(frozen=True, slots=True)
class Written:
    """An output file, and whether it had to be written."""

    path: Path
    changed: bool


@dataclass(slots=True)
class Report:
    """What a build did and what it could not do."""

    out: Path
    sources: int = 0  # in the store
    given: int = 0  # files of this call
    read: int = 0
    gone: list[str] = field(default_factory=list)  # files that are not there any more: their pages left the graph
    moved: list[str] = field(default_factory=list)  # files whose pages now stand under another name
    extracted: int = 0
    articles: "list[Article]" = field(default_factory=list)  # of the files given in this call, without text
    found: dict[str, tuple[int, int]] = field(default_factory=dict)  # article id → entities, statements
    corrected: list[str] = field(default_factory=list)  # headlines of judged articles that were corrected
    total_articles: int = 0
    entities: int = 0
    statements: int = 0
    problems: "list[Problem]" = field(default_factory=list)
    unresolved: "list[Unresolved]" = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def removed(self) -> int:
        """How many files left the graph."""
        return len(self.gone)


def build(
    paths: Paths,
    *,
    out: Path | str,
    paper: str | None = None,
    locality: str | None = None,
    published: str | None = None,
    formats: Sequence[str] = DEFAULT_FORMATS,
    known: Paths = (),
    jobs: int | None = None,
    use_model: bool = True,
    min_confidence: float = 0.0,
    lang: str = "zh",
    progress: Progress | None = None,
) -> Report:
    """Build the graph of all pages given so far, and write it.

    What was read before is kept: giving one more folder adds its pages. Files that are gone from a folder given again leave the graph; a file
    that was moved or renamed is known by its new name alone.

    Args:
        paths: files or folders, or one.
        out: the output folder, with `kg.sqlite` in it.
        paper, locality, published: what would else be inferred from each page.
        formats: names of exporters.
        known: the user's own lists (docs/identity.md), in place of those given before; kept for later builds.
        jobs: worker processes; as many as there are cores when not given, and none for a handful of articles.
        use_model: whether the learned recogniser takes part.
        min_confidence: statements below it stay in the store but out of the graph, 0 to 1.
        lang: language of the page and its labels.
        progress: called with stage (`read`, `extract`, `export`), done and total.

    Raises:
        UsageError: an option makes no sense.
        StoreError: the output folder cannot be used.
    """
    from kg import inputs
    from kg.export import EXPORTERS
    from kg.known import keep
    from kg.known import read as known_lists
    from kg.store import FILE, Store

    started = time.monotonic()
    if unknown := [name for name in formats if name not in EXPORTERS]:
        raise UsageError(f"没有“{unknown[0]}”这种格式；可用：{' '.join(EXPORTERS)}")
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs 要大于 0，而不是 {jobs}")
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"--min-confidence 要在 0 到 1 之间，而不是 {min_confidence}")
    settings = checked_settings(paper=paper, locality=locality, published=published, use_model=use_model)
    lists = as_paths(known)
    rows = known_lists(lists)
    report = Report(Path(out))
    say = progress or (lambda *_: None)
    given = as_paths(paths)
    files, problems = inputs.files(given, report.out)
    report.given = len(files)
    report.problems += problems
    if files or (report.out / FILE).exists():  # nothing to read and nothing built before: leave no trace
        with Store.create(report.out) as store:
            inputs.follow(store, report.out)
            gone = inputs.gone(store, given, files, report.out)
            _decide(store, report)
            again = _read(store, files, settings, report, say, gone)
            _forget(store, gone, [*again, *inputs.moved(store, files, report.out)], report)
            _extract(store, settings, jobs, report, say)
            if lists:
                keep(store, rows)
            store.remember(min_confidence=repr(float(min_confidence)))
            _merge(store)
            _export(store, formats, lang, report, say)
            _tell(store, set(files), report)
    report.seconds = time.monotonic() - started
    return report


def refresh(out: Path | str, decisions: "Iterable[Decision]" = ()) -> Report:
    """Record decisions, merge again, and write again those outputs that are there. Nothing is read or extracted.

    Raises:
        StoreError: there is no store in the folder, or it cannot be used.
    """
    from kg.export import FORMATS
    from kg.store import Store
    from kg.stored import language

    report = Report(Path(out))
    Store.open(report.out).close()  # none is made where none is
    with Store.create(report.out) as store:
        _decide(store, report, decisions)
        _merge(store)
        for name in FORMATS:
            lang = language(store, name)
            if lang is not None and (report.out / FORMATS[name].file).exists():
                _export(store, [name], lang, report, lambda *_: None)
        _tell(store, set(), report)
    return report


def _decide(store: "Store", report: Report, new: "Iterable[Decision]" = ()) -> None:
    """Bring the judgements of the store and of the file beside it together."""
    from kg.decisions import FILE, bring_together
    from kg.ingest import Problem

    for reason in bring_together(store, report.out, new):
        report.problems.append(Problem((report.out / FILE).as_posix(), reason, "请改正这一行；其余决定照常生效"))


def _read(store: "Store", files: Mapping[str, Path], settings: Settings, report: Report, say: Progress, gone: Sequence[str]) -> list[str]:
    """Read files whose fingerprint is new. Judgements go on to the corrected articles of them, and of new files to those of files that are gone.

    Returns:
        The vanished files in whose place files of the same name came, which say the same with corrections.
    """
    from kg import inputs
    from kg.decisions import bring_together, follow
    from kg.ingest import Problem
    from kg.resolve.corrected import spoken_of
    from kg.resolve.judged import live
    from kg.store import SourceRow

    known, spoken = store.sources(), spoken_of(live(store.decisions()))
    vanished, again = inputs.vanished(store, files, report.out), list[str]()
    lost = [article for key in dict.fromkeys([*gone, *vanished.values()]) for article in _judged(store, key, spoken)]
    for done, (key, file) in enumerate(files.items()):
        say("read", done, len(files))
        try:
            fingerprint = _fingerprint(file, settings)
        except OSError as error:  # the disk, not the file: what is known of it stays
            report.problems.append(Problem(shown(file), f"无法读取（{error.strerror}）", "请检查文件权限和磁盘"))
            continue
        if key in known and known[key].fingerprint == fingerprint:
            continue
        report.read += 1
        unread = list[Problem]()
        try:
            articles = [article for _, found in read_articles(file, settings, shown=key, problems=unread) for article in found]
            row = SourceRow(key, fingerprint, *((unread[0].reason, unread[0].advice) if unread else ()))
        except UnreadableSource as error:
            articles, row = [], SourceRow(key, fingerprint, error.reason, error.advice)
        made = follow(_judged(store, key, spoken), articles, spoken) if key in known else follow(lost, articles, spoken, elsewhere=True)
        report.corrected += [decision.note for decision in made]
        left = [old for old in (vanished.get(key),) if old and inputs.says_again(store.texts_of(old), articles)]
        store.save_source(row, articles, made, instead=left)
        again += left
    if report.corrected:
        bring_together(store, report.out)
    say("read", len(files), len(files))
    return again


def _judged(store: "Store", key: str, spoken: set[str]) -> "list[Article]":
    """The articles of a source with their texts, when judgements speak of one of them."""
    return store.texts_of(key) if spoken and any(article.id in spoken for article in store.articles_of([key])) else []


def _forget(store: "Store", gone: Sequence[str], moved: Sequence[str], report: Report) -> None:
    """Drop what is gone, and the older names of what was moved."""
    store.forget_sources([*gone, *moved])
    report.moved = [shown(file_of(key, report.out)) for key in moved]
    report.gone = [shown(file_of(key, report.out)) for key in gone if key not in set(moved)]


def _fingerprint(file: Path, settings: Settings) -> str:
    """Bytes, name (it may hold a date), settings and the code that reads."""
    digest = sha256(repr((file.name, settings.reading, version("read"))).encode())
    with file.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:32]


def _extract(store: "Store", settings: Settings, jobs: int | None, report: Report, say: Progress) -> None:
    from kg.workers import extract_all

    stamp = f"{version('extract')}-{'model' if settings.use_model else 'rules'}"
    todo = store.pending(stamp)
    say("extract", 0, len(todo))
    batches = extract_all((store.article_of(content) for content in todo), len(todo), jobs=jobs, use_model=settings.use_model)
    for batch in batches:
        store.save_extracted(batch, stamp)
        report.extracted += len(batch)
        say("extract", report.extracted, len(todo))


def _merge(store: "Store") -> None:
    """Resolve and merge, unless the graph in the store is made of just these articles by just this code."""
    from kg import graph, ontology
    from kg.known import kept
    from kg.resolve import resolve

    known, digest = kept(store)
    least = float(store.meta("min_confidence") or 0)
    state = f"{store.state()}{digest}-{least}-{version('merge')}"
    if store.meta("graph") == state:
        return
    resolution = resolve(_sure(store.extractions(), least), store.decisions(), known)
    nodes, facts = graph.facts(_sure(store.extractions(), least), resolution, ontology.load())
    store.save_graph(nodes, facts, resolution.unresolved, state)


def _sure(extractions: "Iterable[Extraction]", least: float) -> "Iterator[Extraction]":
    """The extractions with those statements only that are sure enough."""
    for extraction in extractions:
        kept = tuple(statement for statement in extraction.statements if statement.confidence >= least)
        yield extraction if len(kept) == len(extraction.statements) else replace(extraction, statements=kept)


def _export(store: "Store", formats: Sequence[str], lang: str, report: Report, say: Progress) -> None:
    from kg import decisions
    from kg.export import FORMATS
    from kg.ingest import Problem
    from kg.stored import Stored, place, stamp, sweep, write

    report.total_articles, report.entities, report.statements = store.counts()
    if not report.total_articles and store.meta(f"export {formats[0]}") is None:
        return  # no page of nothing
    sweep(report.out, [decisions.FILE, *(entry.file for entry in FORMATS.values())])
    for done, name in enumerate(dict.fromkeys(formats)):
        say("export", done, len(formats))
        path = report.out / FORMATS[name].file
        if path.exists() and store.meta(f"export {name}") == stamp(store, lang, path):
            report.written.append(Written(path, changed=False))
            continue
        if FORMATS[name].placed:
            place(store)
        try:
            write(Stored(store), name, path, lang=lang)
        except UsageError as error:  # too much for this format: the others are written
            report.problems.append(Problem(shown(path), str(error), ""))
            continue
        store.remember(**{f"export {name}": stamp(store, lang, path)})
        report.written.append(Written(path, changed=True))
    say("export", len(formats), len(formats))


def _tell(store: "Store", files: set[str], report: Report) -> None:
    """The figures of the closing table."""
    from kg.ingest import Problem

    sources = store.sources()
    report.sources = len(sources)

    def said(key: str) -> str:
        return shown(file_of(key, report.out))

    report.problems += [
        Problem(said(row.path), row.reason, row.advice or "") for row in sources.values() if row.reason and row.path in files
    ]
    report.problems += [
        Problem(said(source), f"《{title}》抽取失败（{reason}）", "请报告这个问题")
        for source, title, reason in store.failures()
        if source in files
    ]
    report.problems.sort(key=lambda problem: problem.source)
    report.articles = list(store.articles_of(files))
    report.found = store.found({article.id for article in report.articles})
    report.unresolved = store.unresolved()
