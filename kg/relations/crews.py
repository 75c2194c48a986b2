"""检查组 and 执法人员 as mentions of the body that sent them (市环保局开展夜查。…检查组责令其停产), and 该局 as one of the body named last that is called so.

Crews stand for the one body of an article that looks into what others do and is told to check here; for the head office, where the others are its branches.
"""

import re
from dataclasses import replace
from functools import cache

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_PARAGRAPHS = 2  # how far behind a body 该局 may still mean it


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("regulated")["crews"]
    return {
        "crew": re.compile(rf"(?:第[一二三四五六七八九十]|该|各)?(?:{alternatives(data['names'])})(?!{alternatives(data['never'])})"),
        "joint": re.compile(f"{alternatives(data['joint'])}$"),
        "checks": re.compile(alternatives(data["checks"])),
        "led": re.compile(alternatives(data["led"])),
        "that": re.compile(rf"该(?P<what>{alternatives(data['that'])})(?!{alternatives(data['that_never'])})"),
    }


def bodied(scene: Scene) -> Scene:
    """The scene with 该局 and the like as mentions: of the body whose name ends so, in the nearest sentence that names such."""
    if _cues()["that"].search(scene.text) is None:
        return scene
    found: list[Sentence] = []
    near: dict[str, tuple[int, list[Ref]]] = {}
    for sentence in scene.sentences:
        told = [r for r in sentence.refs if r.type == "PublicBody" and r.entity is not None and not r.anaphor]
        added = []
        for m in _cues()["that"].finditer(sentence.text):
            start, end, what = sentence.start + m.start(), sentence.start + m.end(), m["what"]
            here = [r for r in told if r.end <= start and r.text.endswith(what)]
            paragraph, there = near.get(what, (-2, []))
            fits = here or (there if sentence.paragraph - paragraph < _PARAGRAPHS else [])
            if len({r.entity for r in fits}) == 1 and not any(r.start < end and start < r.end for r in sentence.refs):
                added.append(replace(fits[0], start=start, end=end, text=m[0], anaphor=True))
        for what in words("regulated")["crews"]["that"]:
            if fits := [r for r in told if r.text.endswith(what)]:
                near[what] = sentence.paragraph, fits
        found.append(replace(sentence, refs=tuple(sorted((*sentence.refs, *added), key=lambda r: r.start))) if added else sentence)
    return replace(scene, sentences=tuple(found))


def crewed(scene: Scene) -> Scene:
    """The scene with 检查组 as mentions of the body whose they are, where that is beyond doubt."""
    if _cues()["crew"].search(scene.text) is None or _cues()["led"].search(scene.text) is not None:
        return scene
    watch, sent = tuple(words("rows")["watchdogs"]), list[Ref]()
    found: list[Sentence] = []
    for sentence in scene.sentences:
        bodies = [r for r in sentence.refs if r.type == "PublicBody" and r.entity is not None and r.text.endswith(watch)]
        if bodies and (sent or _cues()["checks"].search(sentence.text)):
            sent += [r for r in bodies if not r.anaphor]
        found.append(_with_crew(scene, sentence, sent))
    return replace(scene, sentences=tuple(found))


def _with_crew(scene: Scene, sentence: Sentence, sent: list[Ref]) -> Sentence:
    added = []
    for m in _cues()["crew"].finditer(sentence.text):
        start, end = sentence.start + m.start(), sentence.start + m.end()
        body = _head_office(scene, [r for r in sent if r.end <= start])
        apart = not any(r.start < end and start <= r.end for r in sentence.refs)
        if body is not None and apart and _cues()["joint"].search(scene.text, sentence.start, start) is None:
            added.append(replace(body, start=start, end=end, text=m[0], anaphor=True))
    return replace(sentence, refs=tuple(sorted((*sentence.refs, *added), key=lambda r: r.start))) if added else sentence


def _head_office(scene: Scene, sent: list[Ref]) -> Ref | None:
    """The only body, or the one whose name begins those of all others: 市环保局, 市环保局青石分局."""
    names = {r.entity: scene.entities[r.entity or ""].name for r in sent}
    first = min(sent, key=lambda r: len(names[r.entity]), default=None)
    return first if first is not None and all(name.startswith(names[first.entity]) for name in names.values()) else None
