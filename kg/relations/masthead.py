"""Who tells a story, or whom it is about, where only its headline or its issuer says so: 青禾机电与云杼大学签约, over 云杼大学校长李文到公司考察.

Whoever words without a name may mean (公司, 我司, 学院, 我局, 本项目, 董事长乙) asks here. A headline means somebody where it names but one of a kind, at its
front or as the one that the story comes to, and no sentence names him: a house that the text names is for the text to bring to the front.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from kg.divisions import lookup
from kg.relations.guests import receiving
from kg.relations.lenders import is_fund, is_lender
from kg.relations.papers import paper
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.types import Entity

_IN_EVENTS = ("nested:host", "nested:side")
HOUSES = ("Company", "PublicBody", "Organization")


@cache
def _cues() -> dict[str, Any]:
    data = words("masthead")
    leads, coming = alternatives(data["leads"]), words("guests")
    errands = alternatives(coming["errands"])
    return {
        "opens": re.compile(
            rf"(?:【[^】]*】|\[[^\]]*\]|{leads}|[\u4e00-\u9fffA-Za-z]{{2,6}}[：:丨｜|]|[\d年月日.\-/]|[“\"《\s！!：:丨｜|])*$"
        ),
        "comes_to": re.compile(f'{alternatives(data["comes_to"])}了?[“"]?$'),
        "hosts": re.compile(alternatives(data["hosts"])),
        "others": re.compile(alternatives(data["others"])),
        "joins": re.compile(f'[”"]?{alternatives(data["joins"])}'),
        "own": frozenset(data["own"]),
        "kinds": {word: tuple(ends) for word, ends in data["kinds"].items()},
        "ours": re.compile(f"[我本]{alternatives(data['kinds'])}(?!{alternatives(data['kinds_never'])})"),
        "with": re.compile(alternatives(data["with"])),
        "comes": re.compile(f"来访|到访|来{errands}|{alternatives(coming['comes_in'])}[我本]?{alternatives(coming['kinds'])}{errands}"),
    }


def house(scene: Scene, kind: str) -> Ref | None:
    """The one firm, body, organization or project that words without a name may mean though no sentence brings it to the front.

    It is a mention of no length where the article begins, before all that the text names.
    """
    if "houses" not in scene.read:
        scene.read["houses"] = {}
    if kind not in scene.read["houses"]:
        scene.read["houses"][kind] = _house(scene, kind)
    found: Ref | None = scene.read["houses"][kind]
    return found


def issuer_of(scene: Scene, kind: str) -> Entity | None:
    """Who issued the article, if it is one of a kind: 来源：青禾集团."""
    found = [e for e in scene.entities.values() if e.type == kind and _rows(e, "paper")]
    return found[0] if len(found) == 1 else None


def called_own(scene: Scene, word: str, start: int) -> Ref | None:
    """The firm that a word by which who writes calls its own house means (我司), outside what others say."""
    if word not in _cues()["own"] or scene.text.rfind("“", 0, start) > scene.text.rfind("”", 0, start):
        return None
    return house(scene, "Company")


def _house(scene: Scene, kind: str) -> Ref | None:
    issuer, told = issuer_of(scene, kind), _headline(scene, kind)
    if kind == "Company" and told is not None and (is_lender(told.name) or is_fund(told.name)):
        told = None  # which nobody calls 公司
    if issuer is not None and told is not None and issuer.id != told.id:
        return None
    entity = issuer or told
    if entity is None and (host := receiving(scene)) is not None and host.type == kind and host.entity is not None:
        entity = scene.entities[host.entity]
    if entity is None and kind == "Organization":
        entity = _of_own_ceremony(scene)
    return Ref(0, 0, kind, entity.name, entity.id) if entity is not None else None


def _of_own_ceremony(scene: Scene) -> Entity | None:
    """The only house that names of ceremonies and meetings name, where the story calls its own house by its kind: 我院 … 昀山学院与乙公司签约仪式."""
    named = [e for e in scene.entities.values() if e.type == "Organization" and any(m.source in _IN_EVENTS for m in e.mentions)]
    if len(named) != 1:
        return None
    said = _cues()["ours"].search(scene.article.title) or _cues()["ours"].search(scene.text)
    return named[0] if said is not None and named[0].name.endswith(_cues()["kinds"][said[0][1:]]) else None


def _headline(scene: Scene, kind: str) -> Entity | None:
    """The only one of a kind in the headline, if no sentence names it and the headline is about it."""
    named = [e for e in scene.entities.values() if e.type == kind and _rows(e, "title")]
    if len(named) != 1 or named[0].mentions or named[0].implied:
        return None
    title, (start, end) = scene.article.title, _rows(named[0], "title")[0]
    rest = f"{title[:start]}，{title[end:]}"
    if kind == "Project":
        return named[0] if not any(e.type == kind and e.id != named[0].id for e in scene.entities.values()) else None
    if _cues()["hosts"].search(rest) or _cues()["others"].match(title, end):
        return None
    before = title[:start]
    if not (_cues()["opens"].fullmatch(before) or _cues()["comes_to"].search(before) or lookup(before)):
        return None
    joined = _cues()["joins"].match(title, end)
    if joined is not None and not _is_of_another_kind(scene, kind, joined.end()):
        return None
    return named[0]


def _is_of_another_kind(scene: Scene, kind: str, at: int) -> bool:
    """Whether what a headline joins to somebody is known, and of another kind than he: 青禾机电与|云杼大学|签约."""
    title = scene.article.title
    others = [e for e in scene.entities.values() if e.type in (*HOUSES, "Place") and e.type != kind]
    return any(start == at for e in others for start, _ in _rows(e, "title")) or any(
        title.startswith(name, at) for e in others for name in (e.name, *e.aliases)
    )


def _rows(entity: Entity, field: str) -> list[tuple[int, int]]:
    return [(start, end) for name, start, end in entity.data.get("masthead", ()) if name == field]


def ours(scene: Scene) -> Scene:
    """The scene with 我局 and 我院 as mentions of the body or organization that tells the story."""
    told = [ref for kind in ("PublicBody", "Organization") if (ref := house(scene, kind)) is not None]
    letter = paper(scene)
    if letter is not None and len(letter.by) == 1 and not any(ref.type == "PublicBody" for ref in told):
        told.append(letter.by[0])
    if not told:
        return scene
    return replace(scene, sentences=tuple(_with_ours(scene, sentence, told) for sentence in scene.sentences))


def _with_ours(scene: Scene, sentence: Sentence, told: Sequence[Ref]) -> Sentence:
    found = [ref for m in _cues()["ours"].finditer(sentence.text) if (ref := _our(scene, sentence, m, told)) is not None]
    return replace(sentence, refs=tuple(sorted((*sentence.refs, *found), key=lambda r: r.start))) if found else sentence


def _our(scene: Scene, sentence: Sentence, m: re.Match[str], told: Sequence[Ref]) -> Ref | None:
    start, end = sentence.start + m.start(), sentence.start + m.end()
    if any(ref.start < end and start < ref.end for ref in sentence.refs):
        return None
    if scene.text.rfind("“", 0, start) > scene.text.rfind("”", 0, start):
        return None
    fits = [ref for ref in told if ref.text.endswith(_cues()["kinds"][m[0][1:]])]
    return replace(fits[0], start=start, end=end, text=m[0], anaphor=True) if len(fits) == 1 else None


def self_named(scene: Scene, word: str) -> str | None:
    """The house that tells the story, by what it calls itself (公司, 我校), if its name ends so."""
    kind = word.lstrip("我本")
    if kind in words("holds_position")["firm_holders"] or kind == "司":
        firm = house(scene, "Company")
        return firm.entity if firm is not None else None
    ends = (*_cues()["kinds"].get(kind, ()), *words("holds_position")["ends"].get(kind, ()))
    ref = headed(scene, ("Organization", "PublicBody"), ends) if ends else None
    return ref.entity if ref is not None else None


def headed(scene: Scene, kinds: Sequence[str], ends: tuple[str, ...]) -> Ref | None:
    """The house of these kinds whose name ends so."""
    found = [ref for kind in kinds if (ref := house(scene, kind)) is not None and ref.text.endswith(ends)]
    return found[0] if len(found) == 1 else None


def beside(scene: Scene, firm: Ref) -> bool:
    """Whether a firm does something with the house that calls itself 公司, so that it is another: 公司与|甲集团|签约, 甲集团来公司考察."""
    entity = scene.entities[firm.entity or ""]
    names = alternatives([entity.name, *entity.aliases])
    joined = re.compile(f"(?:公司|集团|我司){_cues()['with'].pattern}{names}|{names}[^，。；]{{0,24}}?(?:{_cues()['comes'].pattern})")
    return any(joined.search(text) for text in (scene.article.title, scene.text))
