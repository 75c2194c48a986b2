"""Bulletins of cases: a body tells that it makes known what it found (市监局公布一批违法典型案例), and then each item names the firm it is about.

The body stands at the head, in the headline or before the first item; an item is a paragraph with a number, and its firm the first that it names.
Where an item tells which body punished (县局责令该店改正，罚款2000元), that one did so, and not only the one that makes the cases known.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.records import record
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_MARK = re.compile(
    rf"(?:典型)?(?:案例|案件){_NUMBER}(?:[、：:\s]|[.．](?!\d)|$)|{_NUMBER}(?:[、：:]|[.．](?!\d))|[（(]{_NUMBER}[）)]|[①-⑳]"
)
_CASE = re.compile(rf"(?:^|[：:])(?:典型)?(?:案例|案件){_NUMBER}(?:[、：:\s]|$)")
_ALONE = re.compile(rf"(?:^|[：:])(?:典型)?(?:案例|案件){_NUMBER}\s*$")  # in its line, or at the end of one
_LEAST = 2  # items that make a bulletin
_FRONT = 24  # characters before the firm of an item
_LONG = 600  # characters of an item


@record
class _Item:
    """An item: the sentence that names what it is about, its firm, and where it ends."""

    sentence: Sentence
    firm: Ref
    end: int


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("bulletins")
    return {
        "tells": re.compile(
            rf"(?:{alternatives(data['tells'])})[^。]{{0,40}}?(?:{alternatives(data['wrongs'])})"
            rf"|关于[^。]{{0,40}}?(?:{alternatives(data['wrongs'])})[^。]{{0,16}}?的?(?:{alternatives(data['tells'])})"
        ),
        "found": re.compile(alternatives(data["found"])),
        "does": re.compile(rf"(?P<spares>{alternatives(data['spares'])})|(?P<kind>{alternatives(data['does'])})"),
        "others": re.compile(f"(?:{alternatives(data['others'])})$"),
        "opens": re.compile(r"(?:.*[，。！：:|｜\s])?(?:关于|近日|日前|昨日)?"),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """Each firm of a bulletin with the body that makes it known, and with the one that its item says has punished it."""
    items = list(_items(scene))
    if len(items) < _LEAST:
        return
    bodies = _bodies(scene, items[0].sentence.start)
    for item in items:
        own = list(_punished(scene, item))
        yield from own
        for body in bodies:
            if item.firm.entity is not None and body != item.firm.entity and not any(draft.subject == body for draft in own):
                start, end = item.sentence.start, item.sentence.end
                yield Draft(body, "regulated", item.firm.entity, start, end, "regulated:in-bulletin", 0.85)


def _items(scene: Scene) -> Iterator[_Item]:
    openers = list(_openers(scene))
    for number, at in enumerate(openers):
        sentence = scene.sentences[at]
        following = at + 1 < len(scene.sentences) and (number + 1 == len(openers) or at + 1 < openers[number + 1])
        if following and _ALONE.search(sentence.text) is not None:
            sentence = scene.sentences[at + 1]
        stop = scene.sentences[openers[number + 1]].start if number + 1 < len(openers) else _last(scene, openers)
        firm = _firm(scene, sentence, min(stop, sentence.start + _LONG))
        if firm is not None:
            yield _Item(sentence, firm, min(stop, sentence.start + _LONG))


def _last(scene: Scene, openers: Sequence[int]) -> int:
    """Where the last item ends: it has as many paragraphs as the one before."""
    first, *_, last = (scene.sentences[at].paragraph for at in openers[-2:]) if len(openers) > 1 else (0, 0)
    rest = [s for s in scene.sentences[openers[-1] :] if s.paragraph < 2 * last - first] if len(openers) > 1 else []
    return rest[-1].end if rest else scene.sentences[openers[-1]].end


def _openers(scene: Scene) -> Iterator[int]:
    """The sentences that open a numbered paragraph, and those that open, or have behind their colon (公布如下：案例一…), a numbered case."""
    paragraph = -1
    for number, sentence in enumerate(scene.sentences):
        if (sentence.paragraph != paragraph and _MARK.match(sentence.text)) or _CASE.search(sentence.text):
            yield number
        paragraph = sentence.paragraph


def _firm(scene: Scene, sentence: Sentence, stop: int) -> Ref | None:
    """The firm that an item is about: the first name of the item, if something is held against it there."""
    opens = _CASE.search(sentence.text)
    begin = sentence.start + opens.end() if opens is not None else sentence.start
    named = [ref for ref in sentence.refs if ref.start >= begin and ref.type not in ("Place", "Date")]
    if named and named[0].type == "PublicBody":  # 县市场监管局查处甲商店…案
        begin, named = named[0].end, named[1:]
    first = named[0] if named else None
    if first is None or first.type != "Company" or first.start - begin > _FRONT:
        return None
    end = scene.text.find("\n", sentence.end)
    return first if _cues()["found"].search(scene.text, first.end, min(end if end >= 0 else len(scene.text), stop)) else None


def _punished(scene: Scene, item: _Item) -> Iterator[Draft]:
    """What the one body of an item, but for police and courts, does to its firm."""
    told = [s for s in scene.between(item.sentence.start, item.end) if s.start >= item.sentence.start]
    bodies = _acting(ref for sentence in told for ref in sentence.refs)
    firms = {ref.entity for sentence in told for ref in sentence.refs if ref.type == "Company" and not ref.anaphor}
    if len(bodies) != 1 or (len(firms) > 1 and item.firm.start >= item.sentence.end):
        return
    acts = [(sentence, found) for sentence in told[1:] or told for found in _cues()["does"].finditer(sentence.text)]
    spared = next(((s, m) for s, m in acts if m["spares"]), None)
    if not acts or item.firm.entity is None:
        return
    sentence, found = spared or acts[0]
    amount = next(
        (r.text for r in sentence.refs if r.type == "Amount" and "罚款" in scene.text[max(r.start - 5, sentence.start) : r.start]), ""
    )
    said = {"kind": found[0], "amount": "" if spared else amount}
    yield Draft(bodies[0], "regulated", item.firm.entity, item.sentence.start, sentence.end, "regulated:item", 0.75, qualifiers=said)


def _acting(refs: Iterator[Ref]) -> Sequence[str]:
    """The bodies of an item that may punish, each once."""
    named = (ref for ref in refs if ref.type == "PublicBody" and not _cues()["others"].search(ref.text))
    return list(dict.fromkeys(name for ref in named for name in ref.names))


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
    """The names of an entity that stand in a headline, and are no end of a longer one there (云岭市|市场监管局)."""
    known = scene.entities[entity]
    forms = {known.name, *known.aliases, *(mention.text for mention in known.mentions)}
    return [form for form in forms if form and form in text and _cues()["opens"].fullmatch(text[: text.find(form)])]
