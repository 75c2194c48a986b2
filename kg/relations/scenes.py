"""From an article with its mentions and entities to the scene that relation modules read."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.relations.anaphora import resolved
from kg.relations.called import called
from kg.relations.crews import bodied, crewed
from kg.relations.groups import grouped
from kg.relations.kind_nouns import named_by_kind
from kg.relations.masthead import ours
from kg.relations.papers import addressed
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.relations.speech import spoken
from kg.text import sentences
from kg.types import Article, Entity, Mention

_PICTURES = re.compile(r"\s*(?:\{IMG:\d+\}\s*)+")


@cache
def _wire() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}\d{{1,2}}月\d{{1,2}}日{alternatives(words('narrative')['datelines'])}")


def scene_of(article: Article, mentions: Iterable[Mention], entities: Iterable[Entity]) -> Scene:
    """The sentences of the article with their mentions, each tied to its entity.

    Reference words (该公司) and groups that are listed (这3家企业) are mentions too. A title that points to a body (副市长) carries the id of that body.
    """
    text, known = article.text, tuple(entities)
    owner = _owners(known)
    refs = sorted((_ref(mention, owner) for mention in mentions if not _brings_news(text, mention)), key=lambda ref: (ref.start, ref.end))
    starts = [ref.start for ref in refs]
    found: list[Sentence] = []
    at = paragraph = 0
    for start, end in _parts(text):
        paragraph += text.count("\n", at, start)
        at = start
        inside = refs[bisect_left(starts, start) : bisect_left(starts, end)]
        found.append(Sentence(start, end, text[start:end], paragraph, tuple(ref for ref in inside if ref.end <= end)))
    scene = Scene(article, text, {entity.id: entity for entity in known}, tuple(found))
    return grouped(spoken(resolved(crewed(bodied(addressed(ours(named_by_kind(called(scene)))))))))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, cut where a picture parts one item of a digest from the next.

    >>> list(_parts("甲被立案 {IMG:1} 乙发布办法"))
    [(0, 4), (13, 18)]
    """
    for start, end in sentences(text):
        at = start
        for mark in _PICTURES.finditer(text, start, end) if "{IMG:" in text else ():
            if mark.start() > at:
                yield at, mark.start()
            at = mark.end()
        if at < end:
            yield at, end


def _brings_news(text: str, mention: Mention) -> bool:
    """Whether a name is the wire of a dateline (某网北京6月3日电), which the story is not about."""
    return mention.type in ("Organization", "Company") and _wire().match(text, mention.end) is not None


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
