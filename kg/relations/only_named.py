"""What a word that points at nothing near can only mean: the one zone, project, bank or fund that an article has named (园区, 项目, 该行)."""

import re
from collections.abc import Callable

from kg.relations.masthead import house
from kg.relations.reference_words import cues
from kg.relations.scene import Scene, Sentence
from kg.types import Entity

_BEGUN = "nested:fund"  # the source of a mention in the name of a ceremony, as kg/nlp/nested.py writes it
_SHARE = re.compile(r"的?(?:[约近]?[0-9.]+\s?[%％]|全部|部分|控股)?的?(?:股[权份]|控制权|控股权)")
_OFTEN = 2  # mentions from which on a project is what a story is about
_LATELY = 2  # paragraphs over which 项目 still means the only project named


def fits(entity: Entity, word: str) -> bool:
    """Whether a name may be called so: 该行 is a bank, 园区 a zone, 该企业 no bank."""
    if entity.name.endswith(cues()["never_ends"].get(word, ())):
        return False
    ends = cues()["ends"].get(word)
    return ends is None or any(name.endswith(ends) for name in (entity.name, *entity.aliases))


def only_zone(scene: Scene, word: str, start: int) -> str | None:
    """园区: the one zone that the article has named up to there."""
    if word not in cues()["goes_on"]:
        return None
    named = [e.id for e in scene.entities.values() if e.type == "Place" and fits(e, word) and any(m.start < start for m in e.mentions)]
    return named[0] if len(named) == 1 else None


def only_project(scene: Scene, start: int) -> str | None:
    """项目 and 该工程: the one project that the article has named up to there, if that was not long ago; or was told of more than once."""
    told: dict[str, list[int]] = {}
    projects = [entity for entity in scene.entities.values() if entity.type == "Project"]
    for entity in projects:
        ends = [*(m.end for m in entity.mentions), *(end for _, end in entity.data.get("implied_by", ()))]
        if before := [end for end in ends if end <= start]:
            told[entity.id] = before
    if not told and (heading := house(scene, "Project")) is not None:
        return heading.entity
    if len(told) != 1:
        return None
    name, ends = told.popitem()
    often = len(projects) == 1 and len(ends) >= _OFTEN
    return name if often or scene.text.count("\n", max(ends), start) <= _LATELY else None


def only_firm(scene: Scene, start: int, is_such: Callable[[str], bool], since: int = 0) -> str | None:
    """该行, 基金: the one bank or fund that the article has named up to there, if it has done so from `since` on."""
    firms = (e for e in scene.entities.values() if e.type == "Company" and any(m.start < start for m in e.mentions))
    named = [e for e in firms if any(is_such(name) for name in (e.name, *e.aliases))]
    return named[0].id if len(named) == 1 and any(since <= m.start < start for m in named[0].mentions) else None


def fund_begun(scene: Scene, start: int) -> str | None:
    """母基金, 该基金: the fund whose ceremony an article has told of."""
    begun = [
        e.id for e in scene.entities.values() if e.type == "Company" and any(m.source == _BEGUN and m.start < start for m in e.mentions)
    ]
    return begun[0] if len(begun) == 1 else None


def on_sale(scene: Scene, sentence: Sentence, start: int) -> str | None:
    """标的公司: the one firm of which the sentence or the last before it in the paragraph says that a share changes hands."""
    for told in reversed([s for s in scene.sentences if s.paragraph == sentence.paragraph and s.start <= start]):
        shares = {r.entity for r in told.refs if r.type == "Company" and r.end <= start and _SHARE.match(scene.text, r.end)}
        if shares:
            return shares.pop() if len(shares) == 1 else None
    return None


def headed(scene: Scene, start: int) -> str | None:
    """该公司 before any firm is named: the one that the headline names."""
    heading = house(scene, "Company")
    firms = (e for e in scene.entities.values() if e.type == "Company")
    return heading.entity if heading is not None and not any(m.start < start for e in firms for m in e.mentions) else None
