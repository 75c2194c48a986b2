"""Setting finished drawings side by side on one sheet: each at the free spot nearest to the middle."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WIDTH, HEIGHT = 104.0, 58.0  # the room of one node with its label
ASPECT = 1.35  # of the whole sheet


def side_by_side(sheets: list[Floats]) -> list[Floats]:
    """Offsets that set the sheets side by side: the largest in the middle, each next one at the free spot nearest to it."""
    cell = np.array([WIDTH, HEIGHT])
    if len(sheets) == 1:
        return [np.zeros(2)]
    low = [sheet.min(axis=0) - cell * 0.6 for sheet in sheets]
    spans = [np.ceil((sheet.max(axis=0) + cell * 0.6 - corner) / cell).astype(int) for sheet, corner in zip(sheets, low, strict=True)]
    others = sum(int(a) * int(b) for a, b in spans[1:])
    side = int(spans[0].max()) + 2 * max(int(span.max()) for span in spans[1:]) + int(np.ceil(2.2 * np.sqrt(others))) + 2
    taken = np.zeros((side, side), bool)
    spots = _Spots(side)
    resume: dict[tuple[int, int], int] = {}  # a spot that was too small for this span stays too small
    offsets = []
    for sheet, corner, span in zip(sheets, low, spans, strict=True):
        wide, high = int(span[0]), int(span[1])
        resume[wide, high] = at = _free(taken, spots, (wide, high), resume.get((wide, high), 0))
        left, top = (int(spot) for spot in spots.upto(at + 1)[at] - span // 2)
        # Marked by the cells it really covers, so that small parts may stand in the bays of a large one.
        if len(sheet) > 30:
            cells = np.floor((sheet - corner) / cell).astype(int)
            for shift in np.indices((3, 3)).reshape(2, -1).T - 1:
                marked = np.clip(cells + shift, 0, (wide - 1, high - 1)) + np.array((left, top))
                taken[tuple(marked.T)] = True
        else:
            taken[left : left + wide, top : top + high] = True
        offsets.append(np.array([left, top]) * cell - corner)
    return offsets


class _Spots:
    """The cells of a square of `side`, those nearest to its middle first: sorted ring by ring, as far out as somebody asks."""

    def __init__(self, side: int) -> None:
        across, down = (((np.arange(side, dtype=np.float32) - side / 2) * size) ** 2 for size in (WIDTH / ASPECT, HEIGHT))
        self._away = (across[:, None] + down[None, :]).ravel()
        self._side, self._reached = side, 0.0
        self._ring = float(self._away.max()) / max(1, self._away.size // 50_000)
        self._found = np.zeros((0, 2), np.int32)

    def upto(self, count: int) -> NDArray[np.int32]:
        """The first `count` cells and perhaps more; fewer when there are no more."""
        while len(self._found) < count and len(self._found) < self._away.size:
            outer = self._reached + self._ring
            ring = np.flatnonzero((self._away >= self._reached) & (self._away < outer))
            ring = ring[np.argsort(self._away[ring], kind="stable")]
            self._found = np.concatenate([self._found, np.stack(np.divmod(ring, self._side), axis=1).astype(np.int32)])
            self._reached = outer
        return self._found


def _free(taken: NDArray[np.bool_], spots: _Spots, span: tuple[int, int], at: int) -> int:
    """The number of the first spot from `at` on round which a span of cells is free."""
    (wide, high), side = span, len(taken)
    probes = [(i, j) for i in (0, wide // 2, wide - 1) for j in (0, high // 2, high - 1)]
    while True:
        corners = spots.upto(at + 512)[at : at + 512] - (wide // 2, high // 2)
        open_: NDArray[np.bool_] = np.all((corners >= 0) & (corners + span <= side), axis=1)
        for across, down in probes:  # most of what is taken shows at the corners and in the middle
            open_[open_] = ~taken[corners[open_, 0] + across, corners[open_, 1] + down]
        for which in np.flatnonzero(open_):
            left, top = corners[which]
            if not taken[left : left + wide, top : top + high].any():
                return at + int(which)
        at += len(corners)
