"""From an article to its entities and statements: a pure function of text and settings, so that workers and resuming are simple.

Heavy imports (spaCy, readers) happen inside the functions: `import kg` must cost nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.config import Settings, checked_date
from kg.errors import KgError, UnreadableSource, UsageError
from kg.types import Article, Block, Entity, Extraction, Mention, Source, Statement

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.ingest import Problem

Paths = Path | str | Iterable[Path | str]  # a file or folder, or several
BATCH = 16  # articles extracted together: more gain nothing


@cache
def pipeline(*, use_model: bool = True) -> "Language":
    """The spaCy pipeline, built once a process."""
    from kg.nlp import build_nlp

    return build_nlp(use_model=use_model)


def extract_article(article: Article, nlp: "Language") -> Extraction:
    """All that the article says.

    Raises:
        AssertionError: a component broke the promise that every quote stands in the text; nothing of the article is kept then.
    """
    return _together([article], nlp)[0]


def extract_batch(articles: Sequence[Article], nlp: "Language") -> list[Extraction | Exception]:
    """What each of some articles says, or else what went wrong with it: a bug of ours on one article must not stop a thousand."""
    try:
        return list(_together(articles, nlp))
    except Exception as error:
        if len(articles) == 1:
            return [error]
    return [found for article in articles for found in extract_batch([article], nlp)]


def _together(articles: Sequence[Article], nlp: "Language") -> list[Extraction]:
    """Each component goes over all the articles before the next one does, so that its lists and weights stay near the processor.

    No article knows of another: what is found in one is the same whatever stands beside it. Our components read the text alone; tokens, spans and
    `ents` are made only where the pipeline has a component of somebody else.
    """
    from spacy.tokens import Doc

    from kg.arrays import one_thread
    from kg.nlp.characters import bare
    from kg.nlp.masthead import headings
    from kg.traditional import as_printed, readable

    for name, default in (("article", None), ("masthead", ()), ("mentions", ()), ("entities", ()), ("statements", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    ours = all(name.startswith("kg_") for name in nlp.pipe_names)
    read = [readable(article) for article in articles]
    docs = [bare(nlp.vocab, article.text) if ours else nlp.make_doc(article.text) for article in read]
    for doc, article in zip(docs, read, strict=True):
        doc._.article = article
    with one_thread():
        for doc, over in zip(docs, headings(nlp, read), strict=True):
            doc._.masthead = over
        for _, component in nlp.pipeline:
            docs = list(component.pipe(docs)) if hasattr(component, "pipe") else [component(doc) for doc in docs]
    told = [Extraction(doc._.article, tuple(doc._.entities), tuple(doc._.statements)) for doc in docs]
    found = [as_printed(extraction, article) for extraction, article in zip(told, articles, strict=True)]
    for extraction in found:
        _check(extraction)
    return found


def _check(extraction: Extraction) -> None:
    text, known = extraction.article.text, {entity.id for entity in extraction.entities}
    for entity in extraction.entities:
        for mention in entity.mentions:
            if text[mention.start : mention.end] != mention.text:
                raise AssertionError(f"mention {mention.text!r} does not stand at {mention.start}")
        for field, start, end in entity.data.get("masthead", ()):
            if not (getattr(extraction.article, field) or "")[start:end]:
                raise AssertionError(f"{entity.name!r} does not stand in {field} at {start}")
    for statement in extraction.statements:
        quote = statement.evidence
        if not quote.text or text[quote.start : quote.end] != quote.text:
            raise AssertionError(f"{statement.rule}: quote {quote.text!r} does not stand at {quote.start}")
        if not {statement.subject, statement.object} <= known:
            raise AssertionError(f"{statement.rule}: {statement.subject}, {statement.object}: no such entity")


def checked_settings(
    *, paper: str | None = None, locality: str | None = None, published: str | None = None, use_model: bool = True
) -> Settings:
    """Settings from the words of a user.

    Raises:
        UsageError: the date is no date, or no division is called like the locality, or several are.
    """
    return Settings(paper.strip() if paper else None, _checked_locality(locality), checked_date(published), use_model)


def _checked_locality(name: str | None) -> str | None:
    if name is None:
        return None
    from kg import divisions

    found = divisions.lookup(name.strip())
    if not found:
        raise UsageError(f"不认识所在地 {name!r}；请写行政区划名称，如 江苏省无锡市")
    full = sorted({divisions.full_name(division.code) for division in found})
    if len(full) > 1:
        raise UsageError(f"所在地 {name!r} 不止一处：{'、'.join(full[:6])}；请写全称")
    return full[0]


def read_articles(
    path: Path, settings: Settings, *, shown: str | None = None, problems: "list[Problem] | None" = None
) -> list[tuple[Source, list[Article]]]:
    """The sources in a file with their articles.

    Args:
        path, shown: the file, and how to name it to the user.
        settings: what would else be inferred.
        problems: gets a row where some rows of a table cannot be read, and the others are; without it the first such row raises.

    Raises:
        UnreadableSource: the file cannot be read, or there is no article in it.
    """
    from kg import ingest

    found = [
        (source, ingest.articles(source, paper=settings.paper, locality=settings.locality, published=settings.published))
        for source in ingest.read(path, shown=shown, problems=problems)
    ]
    if not any(articles for _, articles in found):
        raise UnreadableSource(shown or path.as_posix(), "没有找到文章正文", "请确认文件里是新闻报道的文字")
    return found


def as_paths(given: Paths) -> list[Path]:
    """Files or folders as a caller gives them: several, or a single one, which is not a sequence of letters.

    >>> [path.name for path in (*as_paths("seeds"), *as_paths(["a.txt", Path("b.txt")]))]
    ['seeds', 'a.txt', 'b.txt']
    """
    return [Path(given)] if isinstance(given, str | Path) else [Path(path) for path in given]


def extract_paths(
    paths: Paths,
    *,
    paper: str | None = None,
    locality: str | None = None,
    published: str | None = None,
    use_model: bool = True,
    problems: "list[Problem] | None" = None,
) -> Iterator[Extraction]:
    """Every article in the files and folders, in the order of the files; nothing is stored.

    Args:
        paths: files or folders, or one.
        paper, locality, published: what would else be inferred.
        use_model: whether the learned recogniser takes part.
        problems: gets a row for every input that was passed over; without it the first one raises.

    Raises:
        UsageError: an option makes no sense.
        UnreadableSource: an input cannot be read and `problems` was not given.
    """
    from kg.ingest import Problem, discover

    settings = checked_settings(paper=paper, locality=locality, published=published, use_model=use_model)
    files, passed = discover(as_paths(paths))
    if problems is not None:
        problems += passed
    elif passed:
        raise UnreadableSource(passed[0].source, passed[0].reason, passed[0].advice)
    for path in files:
        try:
            found = read_articles(path, settings, problems=problems)
        except UnreadableSource as error:
            if problems is None:
                raise
            problems.append(Problem(error.source, error.reason, error.advice))
            continue
        articles = [article for _, some in found for article in some]
        for at in range(0, len(articles), BATCH):
            batch = articles[at : at + BATCH]
            for article, told in zip(batch, extract_batch(batch, pipeline(use_model=use_model)), strict=True):
                if isinstance(told, Extraction):
                    yield told
                elif problems is None or isinstance(told, KgError):
                    raise told
                else:
                    reason = f"《{article.title or article.text[:12]}》抽取失败（{type(told).__name__}: {told}）"
                    problems.append(Problem(article.source, reason))


def extract(
    text: str,
    *,
    title: str = "",
    paper: str | None = None,
    locality: str | None = None,
    published: str | None = None,
    use_model: bool = True,
) -> Extraction:
    """What one article says: `article, entities, statements = extract(text)`.

    Args:
        text: the article; hard-wrapped lines are joined. Pages of several articles are for `extract_paths` and `kg.build`.
        title: its headline, if not in the text.
        paper, locality, published: what would else be inferred.
        use_model: whether the learned recogniser takes part.
    """
    import hashlib

    from kg.ingest import articles
    from kg.text import clean

    settings = checked_settings(paper=paper, locality=locality, published=published, use_model=use_model)
    blocks = [Block(clean(title), "title")] if title else []
    blocks += [Block(piece) for piece in clean(text).split("\n\n") if piece.strip()]
    digest = hashlib.sha256(f"{title}\n{text}".encode("utf-8", "replace")).hexdigest()[:16]
    source = Source(digest, "", "text/plain", tuple(blocks))
    found = articles(source, paper=settings.paper, locality=settings.locality, published=settings.published, digests=False)
    article = found[0] if found else Article(digest, "", clean(text).strip(), title)
    if len(found) > 1:  # taken for a page; the caller says that it is one article
        from dataclasses import replace

        article = replace(article, text="\n".join(part.text.rstrip("\n") for part in found))
    return extract_article(article, pipeline(use_model=use_model))


def to_dict(extraction: Extraction) -> dict[str, Any]:
    """The extraction as plain data, for JSON lines (docs/formats.md)."""
    article = extraction.article
    head: dict[str, Any] = {
        "id": article.id,
        "source": article.source,
        "page": article.page,
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published,
        "locality": article.locality,
    }
    if article.paper:
        head["paper"] = article.paper
    if article.inferred:
        head["inferred"] = dict(sorted(article.inferred.items()))
    return {
        "article": head,
        "text": article.text,
        "entities": [_entity(entity, article) for entity in extraction.entities],
        "statements": [_statement(statement) for statement in extraction.statements],
    }


_VALUES = ("value", "value_max", "currency", "modifier")


def _entity(entity: Entity, article: Article) -> dict[str, Any]:
    values = {key: entity.data[key] for key in _VALUES if entity.type == "Amount" and entity.data.get(key) not in (None, "")}
    told = {"id": entity.id, "type": entity.type, "name": entity.name, **values, "mentions": [_mention(m) for m in entity.mentions]}
    over = [
        {"field": field, "text": (getattr(article, field) or "")[start:end], "start": start, "end": end}
        for field, start, end in entity.data.get("masthead", ())
    ]
    return {**told, "masthead": over} if over else told


def _mention(mention: Mention) -> dict[str, Any]:
    return {"text": mention.text, "start": mention.start, "end": mention.end}


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "subject": statement.subject,
        "relation": statement.relation,
        "object": statement.object,
        "qualifiers": dict(statement.qualifiers),
        "status": statement.status,
        "date": statement.date,
        "confidence": statement.confidence,
        "rule": statement.rule,
        "evidence": {"text": statement.evidence.text, "start": statement.evidence.start, "end": statement.evidence.end},
    }
