"""Whom a sentence is about from its first words on: the name that opens it, or that it comes to (走进位于乙区的甲公司)."""

import re
from functools import cache
from itertools import pairwise

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_FRONT = 14  # characters before the name that opens a sentence
_JOINED = re.compile(r"^(?:[^，。；、\ue000-\uf8ff]{0,6})[、和与及同]")
_SAME_DAY = re.compile("同(?:日|时|期|年|月|一天|一时间)[，,]?")  # 同日，甲公司…: no preposition
_RANGE = re.compile("^从[^，。；：]{1,16}到[^，。；：]{1,16}，")  # 从“卖铝材”到“卖系统”，甲公司…: no preposition either
# 作为省级重点企业，甲公司…; 距离乙公司几百米的甲公司…
_AS = re.compile(
    "[作身]为[^，。；：]{0,30}，|(?:[与和]?(?:距离?|毗邻|紧邻|紧挨着?|紧靠)|[与和同])[^，。；：]{2,24}?(?:(?:(?<=[米里])|不远|咫尺|一[墙路街河]|分钟车程)(?:之遥|之隔|相隔|处|外)?)的"
)
_SAID = re.compile("\\s*“[^“”]*[。！？…，]”")
_CLAUSE = re.compile(r"[，。；：！？“”\n]")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("anaphora")
    return {
        "brings": re.compile(f"{alternatives(data['brings'])}(?:了|位于)?[^，。]{{0,6}}$"),
        "holder": re.compile(f"{alternatives(data['holder'])}$"),
        "never_head": re.compile(alternatives(words("narrative")["never_head"])),
    }


def opening(scene: Scene, sentence: Sentence, refs: list[Ref]) -> list[str]:
    """The names of one type that a sentence puts at the front: first in it, or come to (走进甲公司), with those joined to them."""
    start = _behind_as(sentence, refs)
    refs = [ref for ref in refs if ref.start >= start]
    if not refs:
        return []
    first = refs[0]
    before = _RANGE.sub("", _SAME_DAY.sub("", _placeless(scene, sentence, start, first.start)))
    opens = (
        len(before) <= _FRONT
        and not any(start <= r.start and r.end <= first.start and r.type not in ("Date", "Place") for r in sentence.refs)
        and not _cues()["never_head"].search(before)
        and not _cues()["holder"].search(before)
    )
    if not opens and not _cues()["brings"].search(_CLAUSE.split(before)[-1]):
        return []
    out = [first.entity] if first.entity is not None else []
    for left, right in pairwise(refs):
        if not _JOINED.match(scene.text[left.end : right.start]):
            break
        if right.entity is not None and right.entity not in out:
            out.append(right.entity)
    return out


def _behind_as(sentence: Sentence, refs: list[Ref]) -> int:
    """Where a sentence starts behind a phrase that says what the next name is: 作为甲集团的子公司，乙公司…; its beginning where none follows.

    Or behind what somebody says first: “我从甲集团出来。”乙公司董事长丙….
    """
    m = _AS.match(sentence.text) or _SAID.match(sentence.text)
    if m is None:
        return sentence.start
    end = sentence.start + m.end()
    return end if any(ref.start >= end for ref in refs) else sentence.start


def _placeless(scene: Scene, sentence: Sentence, start: int, end: int) -> str:
    """The sentence from `start` to `end` without the places named there: 走进位于|云岭开发区|的甲公司."""
    at, out = start, ""
    for ref in sentence.refs:
        if ref.type == "Place" and at <= ref.start and ref.end <= end:
            out += scene.text[at : ref.start]
            at = ref.end
    return out + scene.text[at:end]
