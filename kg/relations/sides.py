"""双方, 前者 and 后者: the two sides of a pair of names, or the one named last."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.relations.scene import Ref, Scene

_BROUGHT_IN = re.compile("(?:引入|引进|引来|招引|联手|牵手|携手)了?[^，。；：]{0,10}$")
_SIDES = ("PublicBody", "Company", "Organization", "Place")


def pair_of(scene: Scene, refs: Iterable[Ref]) -> tuple[str, ...] | None:
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


def latter(scene: Scene, told: Iterable[Ref]) -> str | None:
    """甲引入乙作为股东，后者…: where no two are joined, the firm named last, if it is the second of its sentence and nobody else was named since.

    Where the sentence leaves out who acts, it is the one that is brought in: 引入战略投资者乙，后者….
    """
    sides = [r for r in told if r.type in (*_SIDES[:3], "Person") and r.entity is not None]
    firms = {r.entity for r in sides if r.type == "Company"}
    if not sides or sides[-1].type != "Company":
        return None
    brought = len(sides) == 1 and _BROUGHT_IN.search(scene.text, max(sides[-1].start - 16, 0), sides[-1].start) is not None
    return sides[-1].entity if len(firms) > 1 or brought else None


def of_two(scene: Scene, pair: tuple[str, ...], role: str, start: int, end: int) -> Ref | None:
    """双方 for both of a pair, 前者 for its first, 后者 for its second."""
    if len(pair) != 2:
        return None
    word = scene.text[start:end]
    if role == "pairs":
        return Ref(start, end, scene.entities[pair[0]].type, word, None, anaphor=True, data={"entities": pair})
    chosen = pair[0] if role == "former" else pair[1]
    return Ref(start, end, scene.entities[chosen].type, word, chosen, anaphor=True)
