"""Papers that an authority writes: who signs one, to whom it is addressed, and what that says of them.

    北川市发展和改革委员会关于青石水厂项目的批复
    青禾水务有限公司：
    你公司报来的请示收悉。…
    北川市发展和改革委员会
    2024年9月20日

The signature is a line of bodies with a day in it or right below; without one, the body whose name opens the headline (甲局关于…的批复) signs.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.records import record
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_FILLS = re.compile(r"[\s、，（）()]|盖章|公章|印章|落款")
_SURE = 0.75
_HEADS = 160  # characters before an addressee in which the heading stands
_LINE = ("Company", "Organization")


@record
class Paper:
    """Who signs a paper, to whom it is addressed, what it does to them, and its day."""

    by: tuple[Ref, ...]
    to: tuple[Ref, ...]
    kind: str | None
    day: str | None
    start: int  # of what is said of them
    end: int


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("papers")
    return {
        "kind": re.compile(alternatives(data["kinds"])),
        "never": re.compile(alternatives(data["never"])),
        "goes_on": re.compile(rf"[：:]\s*(?:$|{alternatives(data['goes_on'])})"),
        "you": re.compile(alternatives(data["you"])),
        "publishes": re.compile(alternatives(data["publishes"])),
        "gives": re.compile(alternatives(data["gives"])),
        "planned": re.compile(alternatives(data["planned"])),
        "about": re.compile(r"(?:\s|文件)*(?:关于|对)"),
    }


def paper(scene: Scene) -> Paper | None:
    """The article as a paper, if a body signs it."""
    if "paper" not in scene.read:
        scene.read["paper"] = _paper(scene)
    found: Paper | None = scene.read["paper"]
    return found


def _paper(scene: Scene) -> Paper | None:
    signed = _signature(scene)
    by, day, end = signed if signed is not None else (_heading(scene), None, len(scene.text))
    if not by:
        return None
    sentence, to = next(_addressed(scene, end), (None, ()))
    kind = _kind(scene, sentence) if sentence is not None else None
    return Paper(by, to, kind, day, sentence.start if sentence is not None else 0, end)


def _signature(scene: Scene) -> tuple[tuple[Ref, ...], str, int] | None:
    """The bodies of the last line that names nothing else and bears a day, or stands over one that does."""
    for number in range(len(scene.sentences) - 1, 0, -1):
        sentence = scene.sentences[number]
        bodies = tuple(ref for ref in sentence.refs if ref.type == "PublicBody" and not ref.anaphor and ref.entity is not None)
        if not bodies or not _only(sentence, "PublicBody", "Date"):
            continue
        below = scene.sentences[number + 1] if number + 1 < len(scene.sentences) else None
        days = [ref for ref in (*sentence.refs, *(below.refs if below is not None and _only(below, "Date") else ())) if ref.type == "Date"]
        if days:
            return bodies, str(days[0].data.get("value") or ""), sentence.end
    return None


def _only(sentence: Sentence, *types: str) -> bool:
    """Whether a sentence is names of these types and nothing else."""
    text, at = "", 0
    for ref in sentence.refs:
        if ref.type not in types:
            return False
        text += sentence.text[at : ref.start - sentence.start]
        at = max(at, ref.end - sentence.start)
    return bool(sentence.refs) and not _FILLS.sub("", text + sentence.text[at:])


def _heading(scene: Scene) -> tuple[Ref, ...]:
    """The body that the headline begins with: 甲局关于…的批复."""
    for entity in scene.entities.values():
        for field, start, end in entity.data.get("masthead", ()):
            if entity.type == "PublicBody" and field == "title" and start == 0 and _cues()["about"].match(scene.article.title, end):
                return (Ref(0, 0, "PublicBody", entity.name, entity.id),)
    return ()


def _addressed(scene: Scene, end: int) -> Iterator[tuple[Sentence, tuple[Ref, ...]]]:
    """Firms and houses that a line names alone before a colon, or that a colon and 你公司 follow."""
    for sentence in scene.between(0, end):
        named: list[Ref] = []
        end_of_row = sentence.start
        for ref in sentence.refs:
            gap = sentence.text[end_of_row - sentence.start : ref.start - sentence.start]
            if (ref.type not in _LINE and not (named and ref.type == "Person")) or ref.anaphor or _FILLS.sub("", gap):
                break
            named += [ref] if ref.type in _LINE else []  # 甲公司、王某、李某：
            end_of_row = ref.end
        if named and _cues()["goes_on"].match(scene.text[end_of_row : end_of_row + 12].split("\n")[0]):
            yield sentence, tuple(named)


def _kind(scene: Scene, sentence: Sentence) -> str | None:
    """What a letter does, as its headline or the lines over the addressee call it."""
    over = [scene.article.title, scene.text[max(sentence.start - _HEADS, 0) : sentence.start]]
    for heading in over:
        if _cues()["never"].search(heading):
            return None
    return next((kind for word, kind in words("papers")["kinds"].items() if any(word in heading for heading in over)), None)


def propose(scene: Scene) -> Iterator[Draft]:
    """That who signs a letter acts on the firms that it is addressed to; and issued what his notice publishes."""
    told = paper(scene)
    if told is None:
        return
    for by in told.by:
        for firm in told.to if told.kind else ():
            if firm.type == "Company":
                said = {"kind": told.kind or ""}
                yield _draft(by, "regulated", firm, told.start, told.end, told.day, said)
        for sentence in scene.between(0, told.end):
            found = _cues()["publishes"].search(sentence.text)
            papers = [ref for ref in sentence.refs if ref.type == "Policy"]
            if found is not None and papers and papers[0].start < sentence.start + found.start():
                yield _draft(by, "issued", papers[0], sentence.start, sentence.end, told.day, {})


def _draft(by: Ref, relation: str, other: Ref, start: int, end: int, day: str | None, said: dict[str, str]) -> Draft:
    return Draft(by.entity or "", relation, other.entity or "", start, end, f"{relation}:paper", _SURE, "asserted", day or None, said)


def grants(scene: Scene) -> Paper | None:
    """The article as a notice that gives money to those whom it lists."""
    told = paper(scene)
    return told if told is not None and _cues()["gives"].search(scene.article.title) else None


def is_planned(scene: Scene) -> bool:
    """Whether what such a notice gives is still to come: 拟补助企业公示."""
    return _cues()["planned"].search(scene.article.title) is not None


def addressed(scene: Scene) -> Scene:
    """The scene with 你公司 as mentions of the one firm or house that a paper is addressed to."""
    told = paper(scene) if _cues()["you"].search(scene.text) else None
    if told is None or len(told.to) != 1:
        return scene
    return replace(scene, sentences=tuple(_with_you(scene, sentence, told.to[0]) for sentence in scene.sentences))


def _with_you(scene: Scene, sentence: Sentence, other: Ref) -> Sentence:
    found = [
        replace(other, start=start, end=end, text=m[0], anaphor=True)
        for m in _cues()["you"].finditer(sentence.text)
        for start, end in [(sentence.start + m.start(), sentence.start + m.end())]
        if start > other.start
        and not any(ref.start < end and start < ref.end for ref in sentence.refs)
        and scene.text.rfind("“", 0, start) <= scene.text.rfind("”", 0, start)
    ]
    return replace(sentence, refs=tuple(sorted((*sentence.refs, *found), key=lambda r: r.start))) if found else sentence
