"""Firms named near 公司 that it cannot mean: who does something to the one that is told of, and who is only named for it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Any

from kg.relations.lenders import is_fund, is_lender
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_PHRASE = re.compile(r"[，。；：！？“”（\n]")
_JOINING = frozenset("与和同跟")
_SAYS_WHAT = frozenset(("系", "是", "为", "成为"))
_ACTORS = ("Person", "PublicBody", "Organization", "Company")
_ROW = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_CODE = r"(?:[“”\s]*(?:（[^（）]{0,30}）|\([^()]{0,30}\)))*\s*"
_AMONG = re.compile(rf"{_CODE}(?:[、和与及]|以及)\s*")
_HELD = re.compile(r"[、，兼和及\s]?")
_NEAR = 24  # characters in which a verb's object is looked for


@cache
def _cues() -> dict[str, Any]:
    data = words("anaphora")
    return {
        "among": re.compile(rf"{_CODE}等[^，。；：、]{{0,10}}?{alternatives(data['many'])}"),
        "apart": re.compile(f"{alternatives(data['apart'])}$"),
        "aside": tuple(data["aside"]),
        "comes_in": re.compile(f"[^，。；：由被]{{0,8}}?{alternatives(data['comes_in'])}"),
        "lender_words": frozenset(data["lender_words"]),
        "organ": re.compile(alternatives(data["organ"])),
        "is_of_it": re.compile(rf"的?[^，。；、\ue000-\uf8ff]{{0,4}}{alternatives(data['held_as'])}(?=[，。；、]|$)"),
        "passing": re.compile(f"{alternatives(data['passing'])}[为是系有]?$"),
        "served_before": re.compile(r"[给为替][^，。；：！？]{0,6}$"),
        "served": re.compile(f"[^，。；：！？]{{0,12}}?{alternatives(data['served'])}"),
    }


def apart(scene: Scene, refs: Sequence[Ref], before: Sequence[Ref], start: int, word: str) -> frozenset[str]:
    """The firms that `word` at `start` cannot mean since they do something to who is meant: 甲银行给该公司授信, 甲基金入股公司, 甲与公司."""
    found = _cues()["apart"].search(scene.text, max(before[-1].end, start - 6), start) if before else None
    if found is None:
        return frozenset()
    clause = max((m.end() for m in _PHRASE.finditer(scene.text, before[0].start, start)), default=0)
    doers = [r for r in before if r.start >= clause and not _cues()["organ"].match(scene.text, r.end)]
    others = any(r.type in _ACTORS and clause <= r.start < start for r in refs)
    if not doers and not others and found[0] in _SAYS_WHAT and _cues()["is_of_it"].match(scene.text, start + len(word)):
        doers = list(before[:1])  # 甲持有乙三成股份，为公司的实际控制人
    if found[0] in _JOINING:
        doers = [r for r in doers if r.end == found.start()]
    return frozenset(r.entity for r in doers if r.entity is not None and not any(o.anaphor and o.entity == r.entity for o in doers))


def filled(scene: Scene, refs: Sequence[Ref], start: int) -> frozenset[str]:
    """The firms of which a sentence names another holder of the post at `start`, where a firm has but one: 甲集团董事长乙，公司|董事长丙."""
    at = next((n for n, r in enumerate(refs) if r.start == start), None)
    titles, who = _row(scene, refs, at) if at is not None else (set[str](), None)
    only = titles & set(words("holds_position")["only_one"])
    if who is None or not only:
        return frozenset()
    return frozenset(
        ref.entity
        for n, ref in enumerate(refs)
        if ref.type == "Company" and ref.entity is not None and not ref.anaphor
        for held, person in [_row(scene, refs, n + 1)]
        if held & only and person is not None and person != who and refs[n + 1].start == ref.end
    )


def _row(scene: Scene, refs: Sequence[Ref], at: int) -> tuple[set[str], str | None]:
    """The titles that stand in a row from one mention on, and who has them."""
    titles = set[str]()
    for n in range(at, len(refs)):
        if n > at and not _HELD.fullmatch(scene.text, refs[n - 1].end, refs[n].start):
            break
        if refs[n].type != "Title":
            return titles, refs[n].entity if refs[n].type == "Person" else None
        titles.add(refs[n].text)
    return titles, None


def lenders(scene: Scene, word: str, main: str | None) -> frozenset[str]:
    """Banks and funds, which nobody calls 公司 in a story that names a firm as well and is not about them."""
    if word not in _cues()["lender_words"]:
        return frozenset()
    firms = [e for e in scene.entities.values() if e.type == "Company"]
    found = frozenset(e.id for e in firms if is_lender(e.name) or is_fund(e.name))
    return found - {main} if len(found) < len(firms) else frozenset()


def aside(scene: Scene, sentence: Sentence, refs: Sequence[Ref], ref: Ref) -> bool:
    """Whether a sentence names a firm only for what it is or does to the one that is told of: 保荐机构为甲证券, 前身是乙厂, 丙基金注资4000万元, 给丁公司代工."""
    if ref.type != "Company" or ref.anaphor:
        return False
    if ref.text.endswith(_cues()["aside"]) or _cues()["passing"].search(scene.text, max(sentence.start, ref.start - 10), ref.start):
        return True
    if _among_others(scene, refs, ref):
        return True
    last = _row_end(scene, refs, ref)
    if _cues()["served"].match(scene.text, last) and _cues()["served_before"].search(
        scene.text, max(sentence.start, ref.start - 8), ref.start
    ):
        return True
    met = _cues()["comes_in"].match(scene.text, last, sentence.end)
    return met is not None and not any(r.type in ("Company", "Project") and not r.anaphor and last <= r.start < last + _NEAR for r in refs)


def _among_others(scene: Scene, refs: Sequence[Ref], ref: Ref) -> bool:
    """Whether a firm is one of a row that stands for many (甲、乙、丙等龙头企业): no word for a single one means it."""
    firms = [r for r in refs if r.type == ref.type and not r.anaphor]
    at = next((n for n, r in enumerate(firms) if r.start == ref.start), None)
    if at is None:
        return False
    first = last = at
    while first and _AMONG.fullmatch(scene.text, firms[first - 1].end, firms[first].start):
        first -= 1
    while last + 1 < len(firms) and _AMONG.fullmatch(scene.text, firms[last].end, firms[last + 1].start):
        last += 1
    return last > first and _cues()["among"].match(scene.text, firms[last].end) is not None


def just_named(scene: Scene, sentence: Sentence, firm: str, start: int) -> bool:
    """Whether the sentence, before `start`, or the one before it names a firm: else 这家… may be of one that nobody has recognised."""
    n = bisect_left(scene.sentences, sentence.start, key=lambda s: s.start)
    first = scene.sentences[max(n - 1, 0)].start
    return any(first <= mention.start < start for mention in scene.entities[firm].mentions)


def _row_end(scene: Scene, refs: Sequence[Ref], ref: Ref) -> int:
    """Where the row ends that a name begins: 甲、乙和丙|分别持股."""
    end = ref.end
    for other in refs:
        if other.start >= end and other.type in _ACTORS:
            if not _ROW.fullmatch(scene.text, end, other.start):
                break
            end = other.end
    return end
