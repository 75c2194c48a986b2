"""Branches called only after where they are or what they do: 东莞分公司, 蜀山路支行 are of the firm that is spoken of.

The firm is who stands right before the name (甲公司旗下东莞分公司, 其东莞分公司), the only firm that the sentence names before its first branch, or
else the one that the passage is about. A branch whose name says the firm (甲公司东莞分公司) is not told here.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.divisions import is_town, lookup
from kg.relations.anaphora import about
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.types import Entity

_CONFIDENCE = 0.85
_JOINED = re.compile("[、和与及]|以及")
_LEAST = 2  # characters of a place
_REACH = 6  # sentences in which the firm that is spoken of is looked for: that of the branch and those right before


def propose(scene: Scene) -> Iterator[Draft]:
    """Each branch with its firm, where it is named first with one to be found."""
    bare = {entity.id: counter for entity in scene.entities.values() if (counter := _bare(entity)) is not None}
    told = set[str]()
    for sentence in scene.sentences if bare else ():
        for ref in sentence.refs:
            if ref.entity in bare and ref.entity not in told and not ref.anaphor:
                firm = _firm(scene, sentence, ref, frozenset(bare))
                if firm is not None and _fits(scene.entities[firm], counter=bare[ref.entity]):
                    told.add(ref.entity)
                    yield Draft(firm, "owns", ref.entity, sentence.start, sentence.end, "owns:branch-of", _CONFIDENCE)


def _bare(entity: Entity) -> bool | None:
    """Whether a branch is a counter of a bank; None where it is none, or any of its names says whose it is."""
    if entity.type != "Company" or not entity.mentions:
        return None
    found = {_kind(name) for name in (entity.name, *entity.aliases, *(mention.text for mention in entity.mentions))}
    return found.pop() if len(found) == 1 else None


@cache
def _names() -> re.Pattern[str]:
    data = words("branches")
    return re.compile(rf"(?P<where>.{{{_LEAST},8}}?)(?:{alternatives(data['branches'])}|(?P<counter>{alternatives(data['counters'])}))")


def _kind(name: str) -> bool | None:
    found = _names().fullmatch(name)
    if found is None or not _is_where(found["where"]):
        return None
    return found["counter"] is not None


def _is_where(text: str) -> bool:
    """Whether it is a place, a street behind one, or a kind of work behind one or alone."""
    data = words("branches")
    if lookup(text) or is_town(f"{text}镇") or is_town(f"{text}街道") or text in data["works"]:
        return True
    return any(
        bool(lookup(text[:cut])) and (text[cut:] in data["works"] or text.endswith(tuple(data["streets"])))
        for cut in range(_LEAST, len(text))
    )


def _firm(scene: Scene, sentence: Sentence, branch: Ref, bare: frozenset[str]) -> str | None:
    firms = [ref for ref in sentence.refs if ref.type == "Company" and ref.entity is not None and ref.entity not in bare]
    before = [ref for ref in firms if ref.end <= branch.start]
    if before and scene.text[before[-1].end : branch.start] in words("branches")["between"]:
        return before[-1].entity
    row = min(ref.start for ref in sentence.refs if ref.entity in bare)
    for ref in reversed(before):  # 所属甲矿业、青石分公司: both are of a third
        row = ref.start if ref.end <= row and _JOINED.fullmatch(scene.text, ref.end, row) else row
    named = {ref.entity for ref in before if ref.end <= row}
    if named:
        return named.pop() if len(named) == 1 else None
    near = scene.sentences[: scene.sentences.index(sentence) + 1][-_REACH:]
    return next((firm for one in reversed(near) for firm in about(scene, one.start) if firm not in bare), None)


def _fits(firm: Entity, *, counter: bool) -> bool:
    """Whether a firm may have such a branch: counters are of those that lend, and no branch is of a branch."""
    data = words("branches")
    if firm.name.endswith((*data["branches"], *data["counters"])):
        return False
    lends = any(name.endswith(tuple(data["lenders"])) for name in (firm.name, *firm.aliases))
    return lends == counter
