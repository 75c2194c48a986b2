"""The house, works or site that a story goes on about, by its kind alone (酒厂, 该酒厂, 学校), as further mentions of a scene.

Such a word stands for the one name of the article that ends so, once it was named; where several do, for none. It is marked `anaphor`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from kg.relations.masthead import house
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.types import Entity

_TYPES = ("Company", "Organization", "Project", "Place")
_LONGEST = 6  # characters of a kind noun
_BRAND = 2  # characters that a name has before it, at least
_FORM = re.compile("(?:集团|股份|有限|责任)*公司$")
_LATELY = 3  # paragraphs over which a works or firm is still meant


@cache
def _cues() -> dict[str, Any]:
    data = words("kind_nouns")
    points = alternatives(data["points"])
    return {
        "tails": tuple(data["tails"]),
        "never": frozenset(data["never"]),
        "same": {word: tuple(ends) for word, ends in data["same"].items()},
        "makes": {word: tuple(ends) for word, ends in data["makes"].items()},
        "points": re.compile(f"{points}$"),
        "left": re.compile(f"(?:^|[，。；：！？“”（）()\\s]|{alternatives(data['left'])})$"),
        "right": re.compile(alternatives(data["right"])),
        "loose": frozenset(data["loose"]),
        "site": re.compile(alternatives(data["site"])),
    }


def named_by_kind(scene: Scene) -> Scene:
    """The scene with the words for the kind of a house, works or site as mentions of the one that is meant."""
    meant = _meant(scene)
    if not meant:
        return scene
    pattern = re.compile("|".join(sorted(map(re.escape, meant), key=len, reverse=True)))
    seen = {name: min((m.end for m in scene.entities[name].mentions), default=0) for name in meant.values()}
    last: dict[str, int] = {}
    return replace(scene, sentences=tuple(_sentence(scene, s, pattern, meant, seen, last) for s in scene.sentences))


def _meant(scene: Scene) -> Mapping[str, str]:
    """What each kind noun means that only one name of the article ends with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    heading = house(scene, "Organization")
    for entity in scene.entities.values():
        named = bool(entity.mentions) or (heading is not None and heading.entity == entity.id)
        if entity.type in _TYPES and named and not entity.data.get("code"):  # no division
            for word in _kinds(entity):
                found[word].add(entity.id)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def _kinds(entity: Entity) -> Iterator[str]:
    """The words for its kind that a name ends with, and those that mean the same."""
    cues = _cues()
    for name in {entity.name, *entity.aliases}:
        if entity.type == "Company":
            brand = _FORM.sub("", name)
            yield from (word for word, ends in cues["makes"].items() if brand.endswith(ends))
        if not name.endswith(cues["tails"]):
            continue
        for size in range(2, min(_LONGEST, len(name) - _BRAND) + 1):
            tail = name[-size:]
            if tail not in cues["never"] and tail.endswith(cues["tails"]):
                yield tail
        yield from (word for word, ends in cues["same"].items() if name.endswith(ends))


def _sentence(
    scene: Scene, sentence: Sentence, pattern: re.Pattern[str], meant: Mapping[str, str], seen: Mapping[str, int], last: dict[str, int]
) -> Sentence:
    found: list[Ref] = []
    last |= {ref.entity: sentence.paragraph for ref in sentence.refs if ref.entity is not None}
    for m in pattern.finditer(sentence.text):
        start, end = sentence.start + m.start(), sentence.start + m.end()
        entity = scene.entities[meant[m[0]]]
        if seen[entity.id] > start or any(ref.start < end and start < ref.end for ref in sentence.refs):
            continue
        pointed = _cues()["points"].search(sentence.text, 0, m.start())
        told = pointed or m[0].startswith("该") or _stands_alone(sentence, m)
        if not told or (entity.type != "Organization" and sentence.paragraph - last.get(entity.id, sentence.paragraph) > _LATELY):
            continue
        start = sentence.start + pointed.start() if pointed else start
        found.append(Ref(start, end, entity.type, scene.text[start:end], entity.id, anaphor=True))
        last[entity.id] = sentence.paragraph
    return replace(sentence, refs=tuple(sorted((*sentence.refs, *found), key=lambda r: r.start))) if found else sentence


def _stands_alone(sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether nothing around makes another word of it (学校教育), or many of the kind (学校、医院等), or of what is said of anything."""
    joined = sentence.text[m.end() : m.end() + 1] in "与和及"  # 学校与甲公司 are two who are named, 学校和企业 are kinds
    if joined and not any(ref.start == sentence.start + m.end() + 1 for ref in sentence.refs):
        return False
    if m[0] in _cues()["loose"] and not _cues()["site"].match(sentence.text, m.end()):
        return False  # 市场 is anything that sells
    behind = any(ref.end == sentence.start + m.start() and ref.type == "Date" for ref in sentence.refs)
    return not _cues()["right"].match(sentence.text, m.end()) and (
        behind or _cues()["left"].search(sentence.text, 0, m.start()) is not None
    )
