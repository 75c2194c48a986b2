"""Bulletins of cases: a body tells that it makes known what it found (市监局公布一批违法典型案例), and then each item names the firm it is about.

The body stands at the head, in the headline or before the first item; an item is a paragraph with a number, and its firm the first that it names.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.relations.clauses import alternatives, words
from kg.relations.scene import Draft, Ref, Scene, Sentence

_MARK = re.compile(
    r"(?:案例|案件)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、：:]|[.．](?!\d))|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳]"
)
_LEAST = 2  # items that make a bulletin
_FRONT = 24  # characters before the firm of an item


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("bulletins")
    return {
        "tells": re.compile(
            rf"(?:{alternatives(data['tells'])})[^。]{{0,40}}?(?:{alternatives(data['wrongs'])})"
            rf"|关于[^。]{{0,40}}?(?:{alternatives(data['wrongs'])})[^。]{{0,16}}?的?(?:{alternatives(data['tells'])})"
        ),
        "found": re.compile(alternatives(data["found"])),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """Each firm of a bulletin with the body that makes it known."""
    items = [(sentence, firm) for sentence in _openers(scene) if (firm := _firm(scene, sentence)) is not None]
    if len(items) < _LEAST:
        return
    bodies = _bodies(scene, items[0][0].start)
    for sentence, firm in items:
        for body in bodies:
            if firm.entity is not None and body != firm.entity:
                yield Draft(body, "regulated", firm.entity, sentence.start, sentence.end, "regulated:in-bulletin", 0.85)


def _openers(scene: Scene) -> Iterator[Sentence]:
    """The sentences that open a numbered paragraph."""
    paragraph = -1
    for sentence in scene.sentences:
        if sentence.paragraph != paragraph and _MARK.match(sentence.text):
            yield sentence
        paragraph = sentence.paragraph


def _firm(scene: Scene, sentence: Sentence) -> Ref | None:
    """The firm that an item is about: the first name of the item, if something is held against it there."""
    first = next((ref for ref in sentence.refs if ref.type not in ("Place", "Date")), None)
    if first is None or first.type != "Company" or first.start - sentence.start > _FRONT:
        return None
    end = scene.text.find("\n", sentence.end)
    return first if _cues()["found"].search(scene.text, first.end, end if end >= 0 else len(scene.text)) else None


def _bodies(scene: Scene, end: int) -> list[str]:
    """Who makes the cases known: named before the verb in the headline, or else in what stands before the first item."""
    title = scene.article.title
    if told := _cues()["tells"].search(title):
        head = title[: told.start()]
        named = {
            e.id: max(map(len, forms)) for e in scene.entities.values() if e.type == "PublicBody" and (forms := _forms(e.id, scene, head))
        }
        if named:
            longest = max(named.values())
            return [name for name, length in named.items() if length == longest]
    for sentence in scene.between(0, end):
        told = _cues()["tells"].search(sentence.text) if sentence.end <= end else None
        if told is not None:
            before = [ref for ref in sentence.refs if ref.type == "PublicBody" and ref.end <= sentence.start + told.start()]
            if before:
                return list(dict.fromkeys(name for ref in before for name in ref.names))
    return []


def _forms(entity: str, scene: Scene, text: str) -> list[str]:
    """The names of an entity that stand in a text."""
    known = scene.entities[entity]
    return [form for form in {known.name, *known.aliases, *(mention.text for mention in known.mentions)} if form and form in text]
