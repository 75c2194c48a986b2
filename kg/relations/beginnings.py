"""How a firm comes about in a story, which then goes on about it: another one is turned into it, or somebody founds it."""

import re
from collections.abc import Sequence
from functools import cache

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_CLAUSE = re.compile(r"[，。；：！？“”\n]")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("anaphora")
    return {
        "turned": re.compile(
            f"{alternatives(data['turned'])}(?:了|起|一家|新的|今天的|如今的|现在的|地方国营|国营|公私合营|民营|私营|集体|股份制|企业|[“”—])*$"
        ),
        "begins": re.compile(f"{alternatives(data['begins'])}(?:了|起|起了|一家|自己的|新的|[“”—])*$"),
        "not_yet": re.compile(alternatives(data["not_yet"])),
        "former": re.compile(r"前身(?:[，,]?[是为系]|即|叫)?(?P<said>[^，。；！？\n]{0,40})"),
        "renames": re.compile(f"[^，。；：！？\n]{{0,12}}{alternatives(data['turned'])}"),
        "bought": re.compile(f"{alternatives(data['bought'])}(?![子孙]公司|股东)(?:了|位于|当地|本地|原|的)*[^，。；：、]{{0,8}}$"),
    }


def bought(scene: Scene, sentence: Sentence, at: int, start: int | None = None) -> bool:
    """Whether the name at `at` is of what somebody buys: 买下了本地的|乙厂."""
    return _cues()["bought"].search(scene.text, sentence.start if start is None else start, at) is not None


def begun(scene: Scene, sentence: Sentence, refs: Sequence[Ref]) -> str | None:
    """The firm that a sentence tells the beginning of, and a story goes on about: 丙厂改制为甲公司, 王某筹资创办了甲公司.

    Whom a firm or its head founds is its daughter, and the story stays with the founder.
    """
    cues = _cues()
    for ref in reversed(refs):
        clause = max((m.end() for m in _CLAUSE.finditer(scene.text, sentence.start, ref.start)), default=sentence.start)
        lead = scene.text[clause : ref.start]
        if ref.anaphor or ref.type != "Company" or cues["not_yet"].search(lead):
            continue
        if cues["turned"].search(lead):
            return ref.entity
        if cues["begins"].search(lead):
            return ref.entity if _by_person(scene, sentence, ref) else None
    return None


def once(scene: Scene, sentence: Sentence, at: int) -> tuple[str | None, ...]:
    """Which firm gets another name where a text says no more than 更名乙厂, if its paragraph has told what a firm once was: that one, or who came of it.

    甲厂前身为丙社。1951年更名乙社，1958年改为甲厂. Nothing (rather than None) where it has not.
    """
    start = scene.text.rfind("\n", 0, sentence.start) + 1
    told = list(_cues()["former"].finditer(scene.text, start, at))
    if not told:
        return ()
    found: str | None = None
    since = told[-1].end("said")
    for ref in (r for s in scene.between(start, at) for r in s.refs if r.type == "Company" and r.entity is not None and r.end <= at):
        lead = _CLAUSE.split(scene.text[start : ref.start])[-1]
        if (told[-1].start("said") <= ref.start and ref.end <= since) or (
            ref.start >= since and (_cues()["turned"].search(lead) or _cues()["begins"].search(lead))
        ):
            found = ref.entity
    return (found,)


def renames(text: str) -> bool:
    """Whether a clause says that somebody gets another name, and not who: 1951年更名乙社."""
    return _cues()["renames"].match(text) is not None


def _by_person(scene: Scene, sentence: Sentence, firm: Ref) -> bool:
    """Whether somebody who is not told of as a firm's head founds a firm: 王某辞职后创办了|甲公司."""
    before = [r for r in sentence.refs if r.end <= firm.start]
    people = [n for n, r in enumerate(before) if r.type == "Person"]
    others = [r for r in before[people[-1] :] if r.type in ("Company", "PublicBody", "Organization")] if people else []
    if not people or not all(bought(scene, sentence, r.start) for r in others):
        return False
    at = people[-1] - 1
    while at >= 0 and before[at].type == "Title":
        at -= 1
    head = before[at] if 0 <= at < people[-1] - 1 else None
    return head is None or head.type != "Company" or scene.text[head.end : before[at + 1].start] not in ("", "的")
