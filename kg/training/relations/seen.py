"""A passage as a pretrained transformer sees it: pieces of words, and where the signs of the row that our networks read are among them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.relations.learned.reading import parts
from kg.relations.scene import Scene
from kg.relations.signs import SIGNS
from kg.training.pretrained import Pieces

KINDS = len(SIGNS) + 1  # of pieces: of no name, or of a name of some type
_KIND = {name: n for n, name in enumerate(SIGNS, 1)}


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage as the transformer sees it. `own` (signs, 2): of each sign of the row the places of its first piece and behind its last, the same if it has none."""

    numbers: NDArray[np.int64]  # (pieces,)
    kinds: NDArray[np.int64]  # (pieces,) of the name that a piece is part of
    names: NDArray[np.int64]  # (pieces,) the place in the row of that name, -1: none
    own: NDArray[np.int64]


def seen(scene: Scene, pieces: Pieces) -> Seen:
    """The pieces of a passage and where the signs of its row are among them."""
    found, places = pieces.cut(scene.text)
    kinds, names = np.zeros(len(found), dtype=np.int64), np.full(len(found), -1, dtype=np.int64)
    own: list[tuple[int, int]] = []
    for start, end, ref in parts(scene):
        own += [
            (place, place + 1) if place >= 0 else (0, 0)
            for at in range(start, end)
            if not scene.text[at].isspace()
            for place in places[at : at + 1]
        ]
        of_name = [place for place in places[ref.start : ref.end] if place >= 0] if ref is not None else []
        first, last = (of_name[0], of_name[-1] + 1) if of_name else (0, 0)
        if ref is not None:
            kinds[first:last], names[first:last] = _KIND[ref.type], len(own)
        own.append((first, last))
    return Seen(np.array(found), kinds, names, np.array(own))
