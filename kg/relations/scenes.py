"""From an article with its mentions and entities to the scene that relation modules read."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from kg.relations.anaphora import resolved
from kg.relations.called import called
from kg.relations.scene import Ref, Scene, Sentence
from kg.text import sentences
from kg.types import Article, Entity, Mention


def scene_of(article: Article, mentions: Iterable[Mention], entities: Iterable[Entity]) -> Scene:
    """The sentences of the article with their mentions, each tied to its entity.

    Reference words (该公司) are mentions too. A title that points to a body (副市长) carries the id of that body.
    """
    text, known = article.text, tuple(entities)
    owner = _owners(known)
    refs = sorted((_ref(mention, owner) for mention in mentions), key=lambda ref: (ref.start, ref.end))
    starts = [ref.start for ref in refs]
    found: list[Sentence] = []
    at = paragraph = 0
    for start, end in sentences(text):
        paragraph += text.count("\n", at, start)
        at = start
        inside = refs[bisect_left(starts, start) : bisect_left(starts, end)]
        found.append(Sentence(start, end, text[start:end], paragraph, tuple(ref for ref in inside if ref.end <= end)))
    return resolved(called(Scene(article, text, {entity.id: entity for entity in known}, tuple(found))))


def _owners(entities: Iterable[Entity]) -> Mapping[tuple[int, int], str]:
    owner: dict[tuple[int, int], str] = {}
    for entity in entities:
        for start, end in entity.data.get("implied_by", ()):
            owner.setdefault((start, end), entity.id)
        for mention in entity.mentions:
            owner[mention.start, mention.end] = entity.id
    return owner


def _ref(mention: Mention, owner: Mapping[tuple[int, int], str]) -> Ref:
    return Ref(mention.start, mention.end, mention.type, mention.text, owner.get((mention.start, mention.end)), data=mention.data)
