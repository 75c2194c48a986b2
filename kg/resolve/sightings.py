"""What one article says of its entities that helps to tell them from others: posts, dates, makers, former names."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.resolve.firms import common_head
from kg.resolve.seen import Maker, Post, Seen
from kg.types import Article, Extraction, Statement

_MAKERS = ("hosted", "issued", "undertakes")
_OWNERS = ("owns", "invested_in")
_RENAMED = ("更名", "改名", "曾用名", "原名")


def seen_in(extraction: Extraction) -> Iterator[Seen]:
    """Every entity of the article but amounts, which belong to their statements."""
    article = extraction.article
    entities = {entity.id: entity for entity in extraction.entities}
    posts: defaultdict[str, list[Post]] = defaultdict(list)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    makers: defaultdict[str, set[Maker]] = defaultdict(set)
    renamed: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for stmt in extraction.statements:
        if stmt.status == "denied":
            continue
        if stmt.relation == "holds_position":
            posts[stmt.subject].append(_post(stmt, article))
        elif stmt.relation in _MAKERS or (stmt.relation in _OWNERS and entities[stmt.object].type == "Project"):
            maker = entities[stmt.subject]
            makers[stmt.object].add(Maker(maker.name, str(maker.data.get("code") or "")))
        elif stmt.relation == "succeeded" and any(word in stmt.evidence.text for word in _RENAMED):
            renamed[stmt.subject].append((entities[stmt.object].name, stmt.evidence.text))
        if stmt.date:
            dates[stmt.object].add(stmt.date)
    firms = [entity.name for entity in extraction.entities if entity.type == "Company"]
    for entity in extraction.entities:
        if entity.type == "Project":
            makers[entity.id] |= {Maker(entity.name[:size], "") for name in firms if (size := common_head(entity.name, name)) > 1}
        if entity.type != "Amount":
            plain = replace(entity, mentions=()) if entity.mentions else entity
            told = tuple(posts[entity.id]), tuple(sorted(dates[entity.id])), tuple(sorted(makers[entity.id])), tuple(renamed[entity.id])
            yield Seen(article, plain, *told)


def _post(stmt: Statement, article: Article) -> Post:
    return Post(stmt.object, stmt.qualifiers.get("title", ""), stmt.status == "former", stmt.date or article.published or "")
