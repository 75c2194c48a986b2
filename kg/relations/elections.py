"""Associations that choose their heads: 某商会换届，甲公司董事长乙当选会长. Whose head somebody becomes the story tells once, at its beginning."""

import re
from functools import cache

from kg.relations.roles import Line, Role, heads
from kg.relations.scene import Ref, Scene
from kg.relations.signs import alternatives, words

_FILLER = r"(?:了|新一届|首任|首届|本届|其|新的|下一届)*"


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    data = words("holds_position")
    verbs = alternatives([*data["takes"], *data["will"], *data["left"], "选举", "推举", "任", "为", "聘请", "成为"])
    return {
        "chooses": re.compile(alternatives(data["assemblies"])),
        "chosen": re.compile(rf"(?:{verbs}){_FILLER}$"),
        "elected": re.compile(rf"(?:当选为?|选举[^，；。]*为|推选[^，；。]*为|推举[^，；。]*为|连任|续任){_FILLER}$"),
    }


def electing(own: Line, scene: Scene) -> Ref | None:
    """The association whose assembly or election a sentence tells: named before the word for it, or in the meeting's name. None of two that have each their own."""
    text, start = own.sentence.text, own.sentence.start
    found: dict[str, Ref] = {}
    done = 0
    for said in _signs()["chooses"].finditer(text):
        ref = _before(own, scene, start + done, start + said.start())
        if ref is not None and ref.entity is not None:
            found.setdefault(ref.entity, ref)
        done = said.end()
    return next(iter(found.values())) if len(found) == 1 else None


def _before(own: Line, scene: Scene, start: int, end: int) -> Ref | None:
    """The first association between two places, or the one that a meeting there is called after."""
    text, offset = own.sentence.text, own.sentence.start
    for ref in own.refs.values():
        if ref.type == "Event" and start - len(ref.text) <= ref.start <= end and (named := _in_name(ref, scene)) is not None:
            return named
        if start <= ref.start < end and ref.type == "Organization" and ref.entity and chooses(ref.text):
            return ref if not _between(text[ref.end - offset : end - offset]) else None
    return None


def elected_to(own: Line, role: Role) -> Ref | None:
    """The association of a post that somebody is elected to (当选市商会会长): its other posts in the story are of the same one."""
    if role.holder is None or role.holder.type != "Organization" or not heads(role.title.text, "elected"):
        return None
    return role.holder if _signs()["elected"].search(own.text[: role.start]) else None


def chosen(own: Line, role: Role) -> bool:
    """Whether a post without a house is one that an association fills, behind a verb of taking it (当选副会长, 担任秘书长)."""
    title = role.title.text
    return (
        role.holder is None
        and heads(title, "elected")
        and (not heads(title, "firm_posts") or "监事" in title)
        and _signs()["chosen"].search(own.text[: role.start]) is not None
    )


def chooses(name: str) -> bool:
    """Whether a body is called as associations are."""
    return name.endswith(tuple(words("holds_position")["associations"]))


def _between(text: str) -> bool:
    """Whether words between a name and an assembly say that it is another's: 商会会长乙出席某协会换届大会."""
    return re.search("[；。]|出席|参加|应邀|受邀|会长|主席", text) is not None


def _in_name(event: Ref, scene: Scene) -> Ref | None:
    found = [
        (len(name), entity)
        for entity in scene.entities.values()
        if entity.type == "Organization"
        for name in (entity.name, *entity.aliases)
        if chooses(name)
        and name in event.text
        and event.text[event.text.find(name) + len(name) :][:1] in "第换会理首成年2一二三四五六七八九十"
    ]
    if not found:
        return None
    entity = max(found, key=lambda pair: pair[0])[1]
    return Ref(event.start, event.end, "Organization", entity.name, entity.id)
