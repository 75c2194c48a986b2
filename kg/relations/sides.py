"""Two sides that a sentence names together (甲与乙), which 双方, 前者 and 后者 stand for."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.relations.scene import Ref, Scene

_SIDES = ("PublicBody", "Company", "Organization", "Place")


def pair(scene: Scene, refs: Iterable[Ref]) -> tuple[str, ...] | None:
    """甲与乙: the two sides of the last pair of names joined by 与, 和 or 同, if a third is not joined to them."""
    sides = [r for r in refs if r.type in _SIDES and r.entity is not None]
    if not any(r.type in ("Company", "Organization") for r in sides):
        return None
    if sum(r.type == "Company" for r in sides) > 1:
        sides = [r for r in sides if r.type == "Company"]
    for left, right in _reversed_pairs(sides):
        gap = scene.text[left.end : right.start]
        if re.fullmatch(r"[^，。；、]{0,8}?[与和同跟](?:[^，。；、]{0,6})", gap) and left.entity != right.entity:
            firms = {r.entity for r in sides if r.type == "Company"}
            return (str(left.entity), str(right.entity)) if len(firms) <= 2 else None
    return None


def _reversed_pairs(sides: list[Ref]) -> Iterator[tuple[Ref, Ref]]:
    yield from reversed(list(pairwise(sides)))


def latter(told: Iterable[Ref]) -> str | None:
    """甲引入乙作为股东，后者…: where no two are joined, the firm named last, if it is the second of its sentence and nobody else was named since."""
    sides = [r for r in told if r.type in (*_SIDES[:3], "Person") and r.entity is not None]
    firms = {r.entity for r in sides if r.type == "Company"}
    return sides[-1].entity if len(firms) > 1 and sides[-1].type == "Company" else None


def of_two(scene: Scene, both: tuple[str, ...], role: str, start: int, end: int) -> Ref | None:
    """The word at a place as a mention of both sides, of the former or of the latter."""
    if len(both) != 2:
        return None
    word = scene.text[start:end]
    if role == "pairs":
        return Ref(start, end, scene.entities[both[0]].type, word, None, anaphor=True, data={"entities": both})
    chosen = both[0] if role == "former" else both[1]
    return Ref(start, end, scene.entities[chosen].type, word, chosen, anaphor=True)
