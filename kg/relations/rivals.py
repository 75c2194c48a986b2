"""Firms named near 公司 that it cannot mean: who does something to the one that is told of, and who is only named for it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from kg.relations.clauses import alternatives, words
from kg.relations.lenders import is_fund, is_lender
from kg.relations.scene import Ref, Scene, Sentence

_PHRASE = re.compile(r"[，。；：！？“”（\n]")
_JOINING = frozenset("与和同跟")
_NEAR = 24  # characters in which a verb's object is looked for


@cache
def _cues() -> dict[str, Any]:
    data = words("anaphora")
    return {
        "apart": re.compile(f"{alternatives(data['apart'])}$"),
        "aside": tuple(data["aside"]),
        "comes_in": re.compile(f"[^，。；：]{{0,8}}?{alternatives(data['comes_in'])}"),
        "lender_words": frozenset(data["lender_words"]),
        "organ": re.compile(alternatives(data["organ"])),
        "passing": re.compile(f"{alternatives(data['passing'])}[为是系有]?$"),
    }


def apart(scene: Scene, before: Sequence[Ref], start: int) -> frozenset[str]:
    """The firms that the word at `start` cannot mean since they do something to who is meant: 甲银行给该公司授信, 甲基金入股公司, 甲与公司."""
    found = _cues()["apart"].search(scene.text, max(before[-1].end, start - 6), start) if before else None
    if found is None:
        return frozenset()
    clause = max((m.end() for m in _PHRASE.finditer(scene.text, before[0].start, start)), default=0)
    doers = [r for r in before if r.start >= clause and not _cues()["organ"].match(scene.text, r.end)]
    if found[0] in _JOINING:
        doers = [r for r in doers if r.end == found.start()]
    return frozenset(r.entity for r in doers if r.entity is not None and not any(o.anaphor and o.entity == r.entity for o in doers))


def lenders(scene: Scene, word: str, main: str | None) -> frozenset[str]:
    """Banks and funds, which nobody calls 公司 in a story that names a firm as well and is not about them."""
    if word not in _cues()["lender_words"]:
        return frozenset()
    firms = [e for e in scene.entities.values() if e.type == "Company"]
    found = frozenset(e.id for e in firms if is_lender(e.name) or is_fund(e.name))
    return found - {main} if len(found) < len(firms) else frozenset()


def aside(scene: Scene, sentence: Sentence, refs: Sequence[Ref], ref: Ref) -> bool:
    """Whether a sentence names a firm only for what it is or does to the one that is told of: 保荐机构为甲证券, 前身是乙厂, 丙基金注资4000万元."""
    if ref.type != "Company" or ref.anaphor:
        return False
    if ref.text.endswith(_cues()["aside"]) or _cues()["passing"].search(scene.text, max(sentence.start, ref.start - 10), ref.start):
        return True
    met = _cues()["comes_in"].match(scene.text, ref.end, sentence.end)
    return met is not None and not any(r.type in ("Company", "Project") and ref.end <= r.start < ref.end + _NEAR for r in refs)
