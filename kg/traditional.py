"""Pages in traditional characters are read by their simplified ones, a character for a character, so that every offset stays.

Names in the graph are simplified, so that 杨振邦 of one paper and 楊振邦 of another meet; mentions and quotes stay as they are printed.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.resources import lines
from kg.types import Article, Entity, Extraction, Statement

_LEAST, _SAMPLE = 0.1, 400  # share of traditional characters among the first ones from which on a text is traditional; a name in one is not


@cache
def _table() -> Mapping[int, str]:
    traditional, simplified = lines("traditional.txt")
    return {ord(sign): other for sign, other in zip(traditional, simplified, strict=True)}


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional characters.

    >>> is_traditional("市長到開發區調研"), is_traditional("市长到开发区调研，鼎泰豐在列")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return sum(map(_table().__contains__, map(ord, sample))) > _LEAST * len(sample)


def simplified(text: str) -> str:
    """A traditional text in simplified characters, as long as before; any other text as it is.

    >>> simplified("市長到開發區調研"), simplified("市长到开发区调研，鼎泰豐在列")
    ('市长到开发区调研', '市长到开发区调研，鼎泰豐在列')
    """
    return text.translate(_table()) if is_traditional(text) else text


def readable(article: Article) -> Article:
    """The article as the pipeline reads it."""
    if not is_traditional(article.text):
        return article
    return replace(article, text=simplified(article.text), title=article.title.translate(_table()))


def as_printed(extraction: Extraction, article: Article) -> Extraction:
    """What was read of an article, with the mentions and quotes that the article itself has; a name's printed form is one of its aliases."""
    if extraction.article is article:
        return extraction
    text = article.text
    return Extraction(
        article,
        tuple(_entity(entity, text) for entity in extraction.entities),
        tuple(_statement(statement, text) for statement in extraction.statements),
    )


def _entity(entity: Entity, text: str) -> Entity:
    mentions = tuple(replace(mention, text=text[mention.start : mention.end]) for mention in entity.mentions)
    aliases = dict.fromkeys([*entity.aliases, *(mention.text for mention in mentions)])
    return replace(entity, mentions=mentions, aliases=tuple(alias for alias in aliases if alias != entity.name))


def _statement(statement: Statement, text: str) -> Statement:
    quote = statement.evidence
    return replace(statement, evidence=replace(quote, text=text[quote.start : quote.end]))
