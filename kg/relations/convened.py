"""会议 and 大会 as words for the meeting that a story tells of, before what only a meeting does to a document."""

import re
from functools import cache

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.types import Entity, Mention

_CLAUSE = re.compile(r"[，。；：！？“”\n]")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("anaphora")
    return {
        "does": re.compile(f"(?:还|并)?{alternatives(data['session_does'])}"),
        "convenes": re.compile(f"{alternatives(data['convenes'])}$"),
        "spoken_at": re.compile(alternatives(data["spoken_at"])),
        "carried": re.compile(f"{alternatives(words('narrative')['boilerplate_before'])}[^，。；]{{0,14}}$"),
        "is_held": re.compile(f"[^，。；]{{0,20}}?{alternatives(data['is_held'])}"),
    }


def convened(scene: Scene, sentence: Sentence, word: str, start: int, end: int) -> Ref | None:
    """会议印发了《…》: the one event named in its paragraph or the one before, up to there, or else in all that was told; of several, the one held.

    What is only told of for what was said there (主持召开某座谈会时的重要讲话) is none.
    """
    if not _cues()["does"].match(scene.text, end) or _CLAUSE.split(scene.text[sentence.start : start])[-1].strip():
        return None
    first = scene.text.rfind("\n", 0, max(scene.text.rfind("\n", 0, start), 0)) + 1
    told = {
        e.id: [m.start for m in e.mentions if m.start < start and not _only_spirit(scene.text, m)]
        for e in scene.entities.values()
        if e.type == "Event"
    }
    named = {name for name, starts in told.items() if any(at >= first for at in starts)} or {
        name for name, starts in told.items() if starts
    }
    if len(named) > 1:
        named = {name for name in named if _is_held(scene.text, scene.entities[name], start)}
    return Ref(start, end, "Event", word, named.pop(), anaphor=True) if len(named) == 1 else None


def _only_spirit(text: str, event: Mention) -> bool:
    """Whether a meeting is told of for what was said there: 深入贯彻|某次大会|和某次会议精神."""
    cues = _cues()
    return bool(cues["spoken_at"].match(text, event.end) or cues["carried"].search(text, max(event.start - 24, 0), event.start))


def _is_held(text: str, event: Entity, before: int) -> bool:
    """Whether a meeting is told to be held: 主持召开|常务会议, 论坛|昨天在岚城开幕."""
    cues = _cues()
    return any(
        cues["convenes"].search(text, max(m.start - 4, 0), m.start) or cues["is_held"].match(text, m.end)
        for m in event.mentions
        if m.start < before
    )
