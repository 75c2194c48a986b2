"""Counted groups as mentions of their members: 有3家企业涉嫌…。3家企业分别是甲、乙、丙; 走访3家企业，分别是甲、乙、丙; 会见甲、乙、丙…与三家企业签约; 甲、乙超标排放…对上述企业罚款.

What is said of the group is said of each member. The list must name as many as the count says, and count the same kind of thing.
The mention is marked `anaphor` and carries its members in `data["entities"]`, and the list belongs to the evidence: `data["until"]` is where one that
stands behind the group ends, `data["since"]` where the sentence of one before it starts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.relations.lenders import is_lender
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.text import small_number

_REACH = 3  # sentences between the group and its list
_BACK = 2  # sentences over which a group is that of the last row before it
_TWO = 2
_OF_MORE = re.compile(r"等(?:(?P<n>\d+|[两二三四五六七八九十])[家个])?")
_POINTS = re.compile("[这该]|上述")
_ABOVE = re.compile("上述|以上")
_WITH = re.compile(r"\s*[与和同]\s*")
_POINTED = re.compile("家|[这述上]")
_JOINS = re.compile(r"\s*(?:[、和与及]|以及)\s*")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("rows")
    nouns = alternatives(data["counted"])
    group = rf"(?P<n>\d+|[两二三四五六七八九十])家(?P<kind>[^，。；：、\d家]{{0,10}}?(?P<noun>{nouns}))"
    return {
        "back": re.compile(
            rf"(?:(?:(?<=[与和同向对给由])|(?<=听取)|(?<=听取了))(?:这|上述|以上|该)?|(?:这|上述|以上)){group}(?!以上)"
            rf"|(?:这|上述|以上)(?P<few>\d+|[两二三四五六七八九十])个?(?P<few_noun>{nouns})|(?:上述|以上)(?P<those>{nouns})(?!名单|类型|所在地)"
        ),
        "group": re.compile(rf"(?<![\d第每前后余多])(?:这|上述|该)?{group}"),
        "list": re.compile(
            rf"(?<![\d第每前后余多])(?:这|上述|该)?{group}(?P<ends>[^，。；：、]{{0,16}}，(?:它们)?|名单)?{alternatives(data['listed'])}[：:]?\s*"
        ),
    }


def grouped(scene: Scene) -> Scene:
    """The scene with the groups whose members it lists as mentions of these."""
    found: dict[int, Ref] = {}
    for ref in (*_found(scene), *_looking_back(scene)):
        found.setdefault(ref.start, ref)  # the list that comes first is its own
    if not found:
        return scene
    return replace(scene, sentences=tuple(_with(sentence, found.values()) for sentence in scene.sentences))


def _with(sentence: Sentence, found: Iterable[Ref]) -> Sentence:
    more = [ref for ref in found if sentence.start <= ref.start < sentence.end]
    return replace(sentence, refs=tuple(sorted((*sentence.refs, *more), key=lambda ref: ref.start))) if more else sentence


def _found(scene: Scene) -> Iterator[Ref]:
    for number, sentence in enumerate(scene.sentences):
        for told in _cues()["list"].finditer(sentence.text) if "家" in sentence.text else ():
            members = _members(scene, sentence, sentence.start + told.end())
            if len({ref.entity for ref in members}) != small_number(told["n"]):
                continue
            data = {"entities": tuple(str(ref.entity) for ref in members), "until": sentence.end}
            for start, end in _meant(scene.sentences[max(0, number - _REACH) : number + 1], sentence, told):
                yield Ref(start, end, members[0].type, scene.text[start:end], anaphor=True, data=data)


def _looking_back(scene: Scene) -> Iterator[Ref]:
    """Groups whose members the last row before them names: 甲、乙、丙三家…会见。市政府与三家企业签约; not a row that goes on (等8家企业)."""
    for number, sentence in enumerate(scene.sentences):
        for told in _cues()["back"].finditer(sentence.text) if _POINTED.search(sentence.text) else ():
            noun, count = told["noun"] or told["few_noun"] or told["those"], told["n"] or told["few"]
            start, end = sentence.start + told.start(), sentence.start + told.end()
            if any(ref.start < end and start < ref.end for ref in sentence.refs):
                continue
            near = [s for s in scene.sentences[max(0, number - _BACK) : number + 1] if sentence.paragraph - s.paragraph <= 1]
            before = [ref for s in near for ref in s.refs if ref.end <= start]
            row = _last_row(scene, before, noun)
            if not row or (len({ref.entity for ref in row}) != small_number(count) if count else not _closes(row, before)):
                near = [s for s in scene.sentences[:number] if sentence.paragraph - s.paragraph <= _REACH]
                row = [r for s in near for r in s.refs if r.type == "Company" and r.entity is not None and not r.anaphor]
                if not count or not _ABOVE.match(told[0]) or len({ref.entity for ref in row}) != small_number(count):
                    continue  # 上述7家企业 may be all that were named, in several rows
            since = next(s.start for s in near if s.start <= row[0].start < s.end)
            data = {"entities": tuple(dict.fromkeys(str(ref.entity) for ref in row)), "since": since}
            yield Ref(start, end, row[0].type, scene.text[start:end], anaphor=True, data=data)


def _last_row(scene: Scene, refs: Sequence[Ref], noun: str) -> list[Ref]:
    """The last row of two and more firms, if it is complete and all may be called so."""
    row: list[Ref] = []
    for ref in refs:
        if ref.type != "Company" or ref.entity is None or ref.anaphor:
            continue
        if row and (joined := _JOINS.fullmatch(scene.text, row[-1].end, ref.start)):
            if joined[0].strip() == "、" and len(row) == _TWO and _WITH.fullmatch(scene.text, row[0].end, row[1].start):
                row.pop(0)  # 甲|与乙、丙签约: who signs with them
            row.append(ref)
        elif len(row) < _TWO or _starts_row(scene, refs, ref):
            row = [ref]
    more = _OF_MORE.match(scene.text, row[-1].end) if len(row) >= _TWO else None
    if len(row) < _TWO or (more is not None and (more["n"] is None or small_number(more["n"]) != len(row))):
        return []
    return row if noun != "银行" or all(is_lender(ref.text) for ref in row) else []


def _closes(row: Sequence[Ref], before: Iterable[Ref]) -> bool:
    """Whether no firm is named behind a row, so that those told of without a number (上述企业) are its firms."""
    return not any(ref.type == "Company" and ref.start > row[-1].start for ref in before)


def _starts_row(scene: Scene, refs: Sequence[Ref], first: Ref) -> bool:
    """Whether another firm stands in a row behind this one."""
    return any(ref.type == "Company" and ref.start > first.end and _JOINS.fullmatch(scene.text, first.end, ref.start) for ref in refs)


def _meant(sentences: Sequence[Sentence], last: Sentence, told: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the group of a list is named: right before (走访3家企业，分别是甲…), or last before that, and further back as long as it is 这3家企业."""
    own = "，" in (told["ends"] or "")
    for sentence in reversed(sentences):
        for group in reversed(list(_cues()["group"].finditer(sentence.text))):
            start, end = sentence.start + group.start(), sentence.start + group.end()
            if end > last.start + (told.end("noun") if own else told.start()):
                continue
            if (group["noun"], small_number(group["n"])) != (told["noun"], small_number(told["n"])):
                continue
            if any(ref.start < end and start < ref.end for ref in sentence.refs):
                return
            yield start, end
            if own or not _POINTS.match(group[0]):
                return


def _members(scene: Scene, sentence: Sentence, at: int) -> list[Ref]:
    """The row of names that starts right at `at`, all of one type."""
    row: list[Ref] = []
    for ref in (ref for ref in sentence.refs if ref.start >= at and ref.entity is not None):
        gap = scene.text[at : ref.start]
        if (row and (_JOINS.fullmatch(gap) is None or ref.type != row[0].type)) or (not row and gap.strip()):
            break
        row.append(ref)
        at = ref.end
    return row
