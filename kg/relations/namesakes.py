"""Projects and plants called after their firm or place: 青禾机电北川工厂 is 青禾机电's, 云岭县光储项目 lies in 云岭县.

And ceremonies called after both sides of a pact: at 云岭县与青禾机电签约仪式 they sign with each other.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.relations.masthead import self_named
from kg.relations.scene import Draft, Scene
from kg.relations.signs import alternatives, words
from kg.types import Entity

_HOME = "中国"  # what every project of a national house begins with
_SHORTEST = 3  # characters of a firm's name that may begin another
_BRANCH = "分公司"  # what says by itself that a firm is part of another, however short that one's name is
_CONFIDENCE = {"owns": 0.85, "undertakes": 0.85, "located_in": 0.9, "unit-in-name": 0.95}
_SIDES = ("PublicBody", "Company", "Organization", "Place")
_WHERE = re.compile("^.{2,}?[省市州盟](?=.{2,}[市区县旗])")  # what a division lies in, before it: 云岭市|青石区人民政府


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]]:
    data = words("namesakes")
    return tuple(data["plants"]), tuple(data["projects"]), re.compile(f"{alternatives(data['offers'])}{alternatives(data['projects'])}$")


@cache
def _unit() -> re.Pattern[str]:
    """A name that ends in its kind, as no firm's head does: 云岭县, 青石镇红岭村."""
    return re.compile(f"..{alternatives(words('namesakes')['units'])}$")


@cache
def _elsewhere() -> re.Pattern[str]:
    """What follows the place whose project is built in another, or which is itself what is built."""
    data = words("namesakes")
    return re.compile(
        rf"{alternatives(data['elsewhere'])}|(?:(?<=园)|(?<=小区)){alternatives(data['itself'])}|第[一二三四五六七八九十\d]{{1,3}}批"
    )


def propose(scene: Scene) -> Iterator[Draft]:
    """What names alone tell, where both are named in the article; the evidence is the first sentence with the longer name."""
    yield from _ceremonies(scene)
    yield from _builders(scene)
    named = [entity for entity in scene.entities.values() if entity.mentions and entity.type in ("Company", "Project", "Place")]
    begins = {text: entity for entity in named if entity.type != "Project" for text in _texts(entity)}
    for entity in named:
        if entity.type == "Place":
            continue
        for relation, other, rule in sorted({found for text in _texts(entity) for found in _after(text, entity, begins)}):
            subject, obj = (entity.id, other) if relation == "located_in" else (other, entity.id)
            start, end = _evidence(scene, entity)
            yield Draft(subject, relation, obj, start, end, f"{relation}:{rule}", _CONFIDENCE.get(rule, _CONFIDENCE[relation]))


def _ceremonies(scene: Scene) -> Iterator[Draft]:
    sides = {text: entity.id for entity in scene.entities.values() if entity.type in _SIDES for text in _called(entity)}
    for entity in (entity for entity in scene.entities.values() if entity.mentions and entity.type == "Event"):
        told = {word: own for text in _texts(entity) if (word := _first(text)) and word not in sides and (own := self_named(scene, word))}
        pairs = {pair for text in _texts(entity) if (pair := _both(text, {**sides, **told})) is not None}
        if len(pairs) == 1:
            one, other = pairs.pop()
            start, end = _evidence(scene, entity)
            yield Draft(one, "signed_with", other, start, end, "signed_with:ceremony-of", 0.85)
            if any(pact in text for pact in words("namesakes")["pacts"] for text in _texts(entity)):
                yield Draft(one, "partner_of", other, start, end, "partner_of:ceremony-of", 0.8)


def _first(event: str) -> str:
    """Whom the name of a ceremony of signing begins with."""
    found = _ceremony().fullmatch(event)
    return found["one"] if found is not None else ""


def _builders(scene: Scene) -> Iterator[Draft]:
    """甲公司乙项目开工仪式: 甲公司 puts up what only the name of the ceremony holds."""
    firms = {text: entity.id for entity in scene.entities.values() if entity.type == "Company" for text in (entity.name, *_texts(entity))}
    for entity in scene.entities.values():
        firm = firms.get(entity.data.get("of", ""))
        if firm is not None and entity.type == "Project":
            at = entity.data["implied_by"][0][0]
            sentence = next(s for s in scene.sentences if s.start <= at < s.end)
            yield Draft(firm, "undertakes", entity.id, sentence.start, sentence.end, "undertakes:ceremony-of", 0.85)


def _both(event: str, sides: dict[str, str]) -> tuple[str, str] | None:
    """The two whom the name of a ceremony of signing joins at its front."""
    found = _ceremony().fullmatch(event)
    if found is None or found["one"] not in sides:
        return None
    one, others = sides[found["one"]], [text for text in sides if found["rest"].startswith(text)]
    other = sides[max(others, key=len)] if others else one
    return (one, other) if one != other else None


@cache
def _ceremony() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<one>[^与和同、—－-]+)(?:[与和同]|—{{1,2}}|－|-)(?P<rest>[^与和同、暨]+{alternatives(words('rows')['ceremonies'])})(?:暨.+)?"
    )


def _texts(entity: Entity) -> set[str]:
    return {mention.text for mention in entity.mentions}


def _called(entity: Entity) -> set[str]:
    """All its forms and, of a body, also those of its full name: a title alone may point to it (区长甲 to the government)."""
    forms = {entity.name, *entity.aliases, *_texts(entity)}
    if entity.type != "PublicBody":
        return forms
    full = {entity.name, _WHERE.sub("", entity.name)}
    return forms | full | {name.replace("人民政府", "政府") for name in full}


def _after(text: str, entity: Entity, begins: dict[str, Entity]) -> Iterator[tuple[str, str, str]]:
    """Relation, other end and rule, for all that a name begins with."""
    plants, projects, offers = _endings()
    for length in range(len(text) - 2, 1, -1):
        other = begins.get(text[:length])
        if other is None or other.id == entity.id:
            continue
        if other.type == "Place" and entity.type == "Project" and other.name != _HOME:  # 中国—东盟合作项目
            in_full = _unit().search(text, 0, length) is not None
            if not _elsewhere().match(text, length):
                yield "located_in", other.id, "unit-in-name" if in_full else "named-after"
        elif (
            other.type == "Company"
            and length >= _SHORTEST
            and entity.type == "Project"
            and text.endswith(projects)
            and not offers.search(text)
        ):
            yield "undertakes", other.id, "named-after"
        elif other.type == "Company" and (length >= _SHORTEST or text.endswith(_BRANCH)) and text.endswith(plants):
            yield "owns", other.id, "named-after"
            return  # 甲机电乙分公司 is 甲机电's, whoever 甲 is


def _evidence(scene: Scene, entity: Entity) -> tuple[int, int]:
    first = min(mention.start for mention in entity.mentions)
    sentence = next(s for s in scene.sentences if s.start <= first < s.end)
    return sentence.start, sentence.end
