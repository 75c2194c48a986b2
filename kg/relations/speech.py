"""我们 and 公司 in what somebody of a firm says, as further mentions of his firm: “我们给甲公司供货。”乙公司总经理丙说。

Papers put the words first and the speaker behind them, or the speaker before a colon. Whose words they are is read there; whose firm he is of is
what the article says anywhere (乙公司总经理丙, 公司总经理丙); of two firms he has none that 我们 could mean.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.records import record
from kg.relations.anaphora import about
from kg.relations.employers import employ, employed, firm_of
from kg.relations.scene import Ref, Scene
from kg.relations.signs import alternatives, words

_QUOTE = re.compile("“[^“”\n]*”")
_TURN = re.compile(r"^[^。！？；“”，\n]{0,36}[：:](?=[^\n“])", re.MULTILINE)  # 甲公司总经理 乙：今年…, to the end of the line
_REACH = 60  # characters between the words and the name of who speaks them


@record
class Speech:
    """Words that somebody of a firm says: their place in the article and the firm."""

    start: int
    end: int
    firm: str

    def subject(self, at: int) -> Ref:
        """Its firm as the unsaid subject of what begins at a place of it."""
        return Ref(at, at, "Company", "", self.firm)


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data, says = words("anaphora"), words("narrative")
    say = alternatives([*says["say"], *says["say_soft"], *data["tells"]])
    never = alternatives(data["right_never"])
    return {
        "we": re.compile(
            f"{alternatives(data['we'])}(?!{alternatives(data['we_never'])})|(?<=[，。；：“！？])[^，。；：“”]{{0,4}}?(?P<firm>公司)(?!{never})"
        ),
        "says": re.compile(f"[^。！？；：“”\n]{{0,12}}?{say}"),
        "before": re.compile(f"(?:[^。！？；“”\n]{{0,24}}?{say}[^。！？；：“”\n]{{0,8}})?[：:，,]?$"),
        "colon": re.compile("[^。！？；“”\n]{0,24}[：:]$"),
        "pronoun": re.compile(rf"[^。！？；“”，\n]{{0,4}}[他她][^。！？；：，“”\n]{{0,8}}?{say}"),
    }


def spoken(scene: Scene) -> Scene:
    """The scene with 我们 and 公司 as mentions of the firm whose words they stand in."""
    told = speeches(scene)
    if not told:
        return scene
    found = [*scene.sentences]
    starts = [sentence.start for sentence in found]
    for speech in told:
        for m in _cues()["we"].finditer(scene.text, speech.start, speech.end):
            start, end = m.span("firm") if m["firm"] else m.span()
            at = bisect_right(starts, start) - 1
            refs = [ref for ref in found[at].refs if not (ref.anaphor and ref.text == "公司" and (ref.start, ref.end) == (start, end))]
            if not any(ref.start < end and start < ref.end for ref in refs):
                refs.append(Ref(start, end, "Company", scene.text[start:end], speech.firm, anaphor=True))
                found[at] = replace(found[at], refs=tuple(sorted(refs, key=lambda ref: ref.start)))
    return replace(scene, sentences=tuple(found))


def speeches(scene: Scene) -> Sequence[Speech]:
    """What people say whose firm the article gives, in text order."""
    if "speeches" not in scene.read:
        said = [one for one in _said(scene) if one[2] is not None] if "“" in scene.text or "：" in scene.text else []
        works_at = _employers(scene) if said else {}
        scene.read["speeches"] = [
            Speech(start, end, firm) for start, end, person in said if (firm := firm_of(person, works_at)) is not None
        ]
    found: Sequence[Speech] = scene.read["speeches"]
    return found


def speech_at(scene: Scene, place: int) -> Speech | None:
    """The words of somebody of a firm in which a place of the article stands."""
    told = speeches(scene)
    if not told:
        return None
    at = bisect_right(told, place, key=lambda speech: speech.start) - 1
    return told[at] if at >= 0 and place < told[at].end else None


def _employers(scene: Scene) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    bare: dict[str, str] = {}
    for sentence in scene.sentences:
        if any(ref.type == "Person" for ref in sentence.refs):
            employ(scene, sentence.refs, found)
            bare |= employed(scene, sentence, next(iter(about(scene, sentence.start)), None))
    return {**bare, **found}


def _said(scene: Scene) -> Iterator[tuple[int, int, str | None]]:
    """What is said and by whom: each quote, and each line that opens with a name and a colon."""
    people = [ref for sentence in scene.sentences for ref in sentence.refs if ref.type == "Person"]
    starts = [ref.start for ref in people]
    last: tuple[int, str | None] = (-1, None)  # the line where somebody spoke, and who
    for start, end, turn in sorted([*_quotes(scene.text), *_turns(scene.text)]):
        line = scene.text.count("\n", 0, start)
        before = people[bisect_left(starts, start) - 1] if bisect_left(starts, start) else None
        behind = people[bisect_left(starts, end)] if bisect_left(starts, end) < len(people) else None
        if turn:
            person = before.entity if before is not None and scene.text.count("\n", before.end, start) == 0 else None
        elif behind is not None and _speaks(scene, end, behind):
            person = behind.entity
        elif before is not None and _leads_to(scene, before, start):
            person = before.entity
        elif _cues()["pronoun"].match(scene.text, end):
            near = before is not None and scene.text.count("\n", before.end, start) <= 1
            person = before.entity if before is not None and near else None
        elif scene.text[end : end + 1] in ("", "\n", "“"):
            person = last[1] if line == last[0] else _alone(scene, people, start)
        else:
            person = None
        if person is not None:
            last = (line, person)
        yield start, end, person


def _alone(scene: Scene, people: Sequence[Ref], start: int) -> str | None:
    """The one person whom a line has named before words that end it: 在甲看来，…。“…”"""
    begins = scene.text.rfind("\n", 0, start) + 1
    named = {ref.entity for ref in people if begins <= ref.start < start}
    return named.pop() if len(named) == 1 else None


def _quotes(text: str) -> Iterator[tuple[int, int, bool]]:
    for m in _QUOTE.finditer(text):
        if re.search("[，。！？；…]", m[0]):  # no mere name or word in quotes
            yield m.start(), m.end(), False


def _turns(text: str) -> Iterator[tuple[int, int, bool]]:
    for m in _TURN.finditer(text):
        end = text.find("\n", m.end())
        yield m.end(), end if end >= 0 else len(text), True


def _speaks(scene: Scene, end: int, person: Ref) -> bool:
    """Whether who is named first behind a quote is who speaks it: “…”甲公司总经理乙说."""
    between = scene.text[end : person.start]
    if len(between) > _REACH or re.search("[。！？；“”\n]", between):
        return False
    return _cues()["says"].match(scene.text, person.end) is not None


def _leads_to(scene: Scene, person: Ref, start: int) -> bool:
    """Whether who is named last before a quote speaks it: 甲公司总经理乙说：“…”."""
    between = scene.text[person.end : start]
    if len(between) > _REACH or re.search("[。！？；“”\n]", between):
        return False
    return _cues()["colon"].fullmatch(between) is not None or (between != "" and _cues()["before"].fullmatch(between) is not None)
