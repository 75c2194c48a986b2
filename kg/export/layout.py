"""Where each node stands: the same positions for the page and for Gephi, computed here so that nobody waits for physics.

Leaves are set aside and fanned out round their owner; what remains is laid out component by component (distances to a few pivots give the
shape, forces give the spacing), overlaps are pushed apart, and components are packed into one landscape sheet. No randomness anywhere:
the same graph in the same order gives the same sheet. Units are pixels of the page at zoom 1; y grows downwards.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.export.sheet import HEIGHT, WIDTH, Floats, Ints, side_by_side

LOOSE = 1.5  # free room in the sheet, as a multiple of what the nodes take
_GOLDEN = np.pi * (3 - np.sqrt(5))


def positions(
    count: int,
    edges: Sequence[tuple[int, int]] | Ints,
    *,
    weights: Sequence[float] | Floats | None = None,
    satellites: Collection[int] = (),
) -> Floats:
    """One point for each of `count` nodes, centred on the origin.

    Args:
        count: number of nodes; nodes are 0 … count-1.
        edges: pairs of nodes; direction, order within a pair, repeats and loops do not matter.
        weights: how strongly a pair is drawn together; 1 when not given.
        satellites: nodes that take no room of their own and circle a neighbour closely.
    """
    pairs, strength = _simple(count, edges, weights)
    round_whom = _hosts(count, pairs, satellites)
    own = np.flatnonzero(round_whom < 0)
    if not len(own):
        return np.zeros((count, 2))
    place = np.full(count, -1, np.int64)
    place[own] = np.arange(len(own))
    kept = (place[pairs] >= 0).all(axis=1)
    points = np.zeros((count, 2))
    points[own] = _sheet(len(own), place[pairs[kept]], strength[kept])
    turns: dict[int, int] = {}
    for node in np.flatnonzero(round_whom >= 0):
        host = int(round_whom[node])
        turn = turns[host] = turns.get(host, 0) + 1
        points[node] = points[host] + (26 + 11 * np.sqrt(turn)) * np.array([np.cos(turn * _GOLDEN), np.sin(turn * _GOLDEN)])
    return points


def _hosts(count: int, pairs: Ints, satellites: Collection[int]) -> Ints:
    """For each satellite its first neighbour that is none; -1 for everything else."""
    moon = np.zeros(count, bool)
    moon[np.asarray(sorted(satellites), np.int64)] = True
    host = np.full(count, -1, np.int64)
    for this, that in ((0, 1), (1, 0)):
        for a, b in pairs[moon[pairs[:, this]] & ~moon[pairs[:, that]]][:, [this, that]]:
            if host[a] < 0:
                host[a] = b
    return host


def _sheet(count: int, pairs: Ints, strength: Floats) -> Floats:
    core, owner = _leaves(count, pairs)
    points = np.zeros((count, 2))
    sheets: list[tuple[Ints, Floats]] = []
    leaves = np.flatnonzero(owner >= 0)
    hung = _Groups(count, owner[leaves], leaves)
    parts = _components(count, pairs)
    part = np.zeros(count, np.int64)
    part[np.concatenate(parts)] = np.repeat(np.arange(len(parts)), [len(members) for members in parts])
    ties = _Groups(len(parts), part[pairs[:, 0]], np.arange(len(pairs)))
    place = np.full(count, -1, np.int64)
    for at, members in enumerate(parts):
        inner = members[core[members]]
        sheets.append((members, _component(inner, members, pairs[ties[at]], strength[ties[at]], hung, place)))
    for (members, local), offset in zip(sheets, side_by_side([local for _, local in sheets]), strict=True):
        points[members] = local + offset
    return np.asarray(points - (points.max(axis=0) + points.min(axis=0)) / 2)


def _simple(count: int, edges: Sequence[tuple[int, int]] | Ints, weights: Sequence[float] | Floats | None) -> tuple[Ints, Floats]:
    """Undirected pairs a < b without loops and repeats; weights of repeats are summed."""
    if not len(edges):
        return np.zeros((0, 2), np.int64), np.zeros(0)
    pairs = np.sort(np.asarray(edges, np.int64), axis=1)
    weight = np.ones(len(pairs)) if weights is None else np.asarray(weights, np.float64)
    keep = pairs[:, 0] != pairs[:, 1]
    codes, index = np.unique(pairs[keep, 0] * count + pairs[keep, 1], return_inverse=True)
    return np.stack([codes // count, codes % count], axis=1).astype(np.int64), np.bincount(index, weight[keep], len(codes)).astype(
        np.float64
    )


def _leaves(count: int, pairs: Ints) -> tuple[NDArray[np.bool_], Ints]:
    """Which nodes belong to the core, and for each other node the one neighbour it hangs on. Of a lone pair the first is core."""
    degree = np.bincount(pairs.ravel(), minlength=count)
    owner = np.full(count, -1, np.int64)
    for leaf, end in ((0, 1), (1, 0)):
        single = (degree[pairs[:, leaf]] == 1) & ((degree[pairs[:, end]] > 1) | (leaf == 1))
        owner[pairs[single, leaf]] = pairs[single, end]
    return owner < 0, owner


class _Groups:
    """Numbers grouped by the node that they belong to, as one array."""

    def __init__(self, count: int, nodes: Ints, members: Ints) -> None:
        order = np.lexsort((members, nodes))
        self.members = members[order]
        self.starts = np.searchsorted(nodes[order], np.arange(count + 1))
        self.sizes = np.diff(self.starts)

    def __getitem__(self, node: int) -> Ints:
        return self.members[self.starts[node] : self.starts[node + 1]]


def _neighbours(count: int, pairs: Ints) -> _Groups:
    return _Groups(count, pairs.ravel(), pairs[:, ::-1].ravel())


def _components(count: int, pairs: Ints) -> list[Ints]:
    """Members of each connected component, largest first, ties by first member."""
    label = np.arange(count)
    while len(pairs):  # the smallest label spreads along edges, with pointer jumping
        low = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        before = label.copy()
        np.minimum.at(label, pairs[:, 0], low)
        np.minimum.at(label, pairs[:, 1], low)
        np.minimum.at(label, before[pairs[:, 0]], low)
        np.minimum.at(label, before[pairs[:, 1]], low)
        label = label[label]
        if np.array_equal(before, label):
            break
    order = np.argsort(label, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _component(inner: Ints, members: Ints, pairs: Ints, strength: Floats, hung: _Groups, place: Ints) -> Floats:
    """Positions of `members`: the core by forces, leaves fanned round it, overlaps pushed apart. `place` is scratch: -1 for everybody."""
    place[inner] = np.arange(len(inner))
    inside = (place[pairs] >= 0).all(axis=1)
    core_pairs = place[pairs[inside]]
    core = _forces(len(inner), core_pairs, strength[inside], hung.sizes[inner].astype(np.float64))
    local = np.zeros((len(members), 2))
    place[members] = np.arange(len(members))
    local[place[inner]] = core
    neighbours = _neighbours(len(inner), core_pairs)
    centre = core.mean(axis=0)
    for position in np.flatnonzero(hung.sizes[inner]):
        leaves = hung[int(inner[position])]
        local[place[leaves]] = core[position] + _fan(core, int(position), neighbours[int(position)], len(leaves), centre)
    place[members] = -1
    return _separate(local)


def _fan(core: Floats, node: int, neighbours: Ints, count: int, centre: Floats) -> Floats:
    """Offsets of `count` leaves: in the widest gap between the node's other edges, in rings once a ring is full."""
    if len(neighbours):
        angles = np.sort(np.arctan2(*(core[neighbours] - core[node]).T[::-1]))
        gaps = np.diff(np.append(angles, angles[0] + 2 * np.pi))
        widest = int(np.argmax(gaps))
        start, span = float(angles[widest]), float(gaps[widest])
    else:
        start, span = -np.pi / 2, 2 * np.pi
    outward = core[node] - centre
    if count > 12 and len(neighbours):  # a big fan needs more than one gap: all round, away from the middle first
        start, span = float(np.arctan2(outward[1], outward[0])) - np.pi, 2 * np.pi
    offsets, ring, done = np.zeros((count, 2)), 0, 0
    while done < count:
        radius = 0.92 * WIDTH * (1 + 0.62 * ring)
        share = min(count - done, max(1, int(span * radius / (0.80 * HEIGHT + 12))))
        full = span > 2 * np.pi - 1e-9
        steps = (np.arange(share) + 0.5) / share if not full or share == 1 else np.arange(share) / share
        squeeze = 1.0 if full else 0.86
        angle = start + span * (0.5 + squeeze * (steps - 0.5)) + (np.pi / max(share, 1) * (ring % 2) if full else 0.0)
        offsets[done : done + share] = radius * np.stack([np.cos(angle), 0.82 * np.sin(angle)], axis=1)
        done += share
        ring += 1
    return offsets


def _forces(count: int, pairs: Ints, strength: Floats, crowd: Floats) -> Floats:
    """Force-directed positions of one connected core; `crowd` is the number of leaves that each node will carry."""
    if count == 1:
        return np.zeros((1, 2))
    points = _pivots(count, pairs)
    degree = np.bincount(pairs.ravel(), minlength=count) + crowd
    mass = 1.0 + 0.55 * np.sqrt(degree) + 0.28 * crowd**0.8
    length = WIDTH * (0.9 + 0.32 * (np.sqrt(crowd[pairs[:, 0]]) + np.sqrt(crowd[pairs[:, 1]])))
    pull = (1 + 0.25 * np.log1p(strength - 1 if len(strength) else strength)) / np.sqrt(
        np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]])
    )
    unit = WIDTH * 0.95
    points *= unit * np.sqrt(mass.sum()) / max(float(np.abs(points).max()), 1e-9) * 0.7
    rounds = 220 if count <= 400 else 130 if count <= 3000 else 90
    step = unit * 1.2
    start, end = pairs.T.copy()
    rest = 0.35 * length
    for turn in range(rounds):
        push = _repel_exact(points, mass, unit) if count <= 350 else _repel_grid(points, mass, unit, 128 if count <= 4000 else 256)
        wide, high = (line[end] - line[start] for line in points.T.copy())
        spring = pull * (0.6 - 0.6 * rest / (np.sqrt(wide * wide + high * high) + 1e-9))
        for axis, force in enumerate((spring * wide, spring * high)):
            push[:, axis] += np.bincount(start, force, count) - np.bincount(end, force, count)
        push -= 0.03 * points * np.sqrt(mass)[:, None]
        size = np.hypot(push[:, 0], push[:, 1]) + 1e-9
        points = points + push * (np.minimum(size, step * (1 - turn / rounds) + 1.0) / size)[:, None]
    points = _landscape(points)
    # Forces give the shape; the scale is set so that all, leaves too, get about their room. What then overlaps is pushed apart.
    spread = 12.0 * float(points[:, 0].std()) * max(float(points[:, 1].std()), 0.2 * float(points[:, 0].std()), 1e-6)
    return np.asarray(points * np.sqrt(LOOSE * (count + crowd.sum()) * WIDTH * HEIGHT / max(spread, 1e-9)))


def _pivots(count: int, pairs: Ints) -> Floats:
    """A first sheet: principal axes of the hop distances to a few far-apart pivots (Brandes and Pich's PivotMDS)."""
    near = _neighbours(count, pairs)
    degree = near.sizes
    pivot, nearest, columns = int(np.argmax(degree)), np.full(count, np.inf, np.float32), []
    for _ in range(min(count, 32)):
        hops = _hops(count, pivot, near)
        columns.append(hops)
        nearest = np.minimum(nearest, hops)
        pivot = int(np.argmax(nearest + 1e-6 * degree / degree.max()))
    table = np.stack(columns, axis=1).astype(np.float64) ** 2
    rows, whole = table.mean(axis=1)[:, None], table.mean()
    table -= table.mean(axis=0)
    table -= rows
    table += whole
    table *= -0.5
    _, vectors = np.linalg.eigh(table.T @ table)
    axes = vectors[:, -2:][:, ::-1] if table.shape[1] > 1 else np.ones((1, 2))
    axes = axes * np.where(axes[np.argmax(np.abs(axes), axis=0), np.arange(2)] < 0, -1.0, 1.0)  # the sign that eigh leaves open
    points = table @ axes
    points /= max(float(np.abs(points).max()), 1e-9)
    turn = np.arange(count) * _GOLDEN  # equal nodes (twins) must not start on one spot
    return np.asarray(points + 0.06 * np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt((np.arange(count) + 1) / count)[:, None])


def _hops(count: int, start: int, near: _Groups) -> NDArray[np.float32]:
    hops = np.full(count, -1.0, np.float32)
    hops[start], frontier, depth = 0.0, np.array([start]), 0.0
    while len(frontier):
        depth += 1
        lengths = near.sizes[frontier]
        index = np.repeat(near.starts[frontier] - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())
        reached = near.members[index]
        hops[reached[hops[reached] < 0]] = depth
        frontier = np.flatnonzero(hops == depth)
    return hops


def _repel_exact(points: Floats, mass: Floats, unit: float) -> Floats:
    # All distances by matrix products: |p - q|² = |p|² + |q|² - 2pq, and the sum of weighted differences is a difference of two sums.
    square = (points**2).sum(axis=1)
    weight = square[:, None] + square[None, :]
    weight -= 2 * (points @ points.T)
    np.maximum(weight, 0.0, out=weight)
    weight += 0.02 * unit**2
    np.divide(unit**2, weight, out=weight)
    weight *= mass[:, None]
    weight *= mass[None, :]
    return np.asarray((points * weight.sum(axis=1)[:, None] - weight @ points) / mass[:, None] ** 0.5)


def _repel_grid(points: Floats, mass: Floats, unit: float, cells: int) -> Floats:
    """The same force through a grid: masses are shared out to cells, cells act on cells by one convolution, forces are read back."""
    low = np.array([line.min() for line in points.T])
    side = float(max(line.max() - line.min() for line in points.T)) * 1.001 + 1e-9
    scaled = (points - low) / side * (cells - 1)
    corner = np.minimum(scaled.astype(np.int64), cells - 2)
    part = scaled - corner
    shares = [((1 - part[:, 0]) if i == 0 else part[:, 0]) * ((1 - part[:, 1]) if j == 0 else part[:, 1]) for i in (0, 1) for j in (0, 1)]
    spots = [(corner[:, 0] + i) * cells + corner[:, 1] + j for i in (0, 1) for j in (0, 1)]
    field = sum(np.bincount(spot, share * mass, cells * cells) for spot, share in zip(spots, shares, strict=True))
    pitch = side / (cells - 1)
    spectrum = np.fft.rfft2(np.asarray(field, np.float32).reshape(cells, cells), (2 * cells, 2 * cells))
    push = np.empty_like(points)
    for axis, kernel in enumerate(_kernels(cells, max(0.02 * (unit / pitch) ** 2, 0.7**2))):
        pressure = np.fft.irfft2(spectrum * kernel, (2 * cells, 2 * cells))[:cells, :cells].ravel()
        push[:, axis] = sum(share * pressure[spot] for spot, share in zip(spots, shares, strict=True))
    return np.asarray(push * (mass[:, None] ** 0.5 * unit**2 / pitch))


@lru_cache(maxsize=2)
def _kernels(cells: int, soft: float) -> tuple[NDArray[np.complexfloating[Any]], NDArray[np.complexfloating[Any]]]:
    """What a unit mass does to cells around it, along each axis, as spectra: in large graphs the same in every round."""
    line = np.fft.fftfreq(2 * cells, 1 / (2 * cells)).astype(np.float32)
    weight = 1 / (line[:, None] ** 2 + line[None, :] ** 2 + np.float32(soft))
    return np.fft.rfft2(weight * line[:, None]), np.fft.rfft2(weight * line[None, :])


def _landscape(points: Floats) -> Floats:
    """Turned so that the longest extent lies flat, first node's side made definite."""
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, ::-1]
    axes = axes * np.where(axes[np.argmax(np.abs(axes), axis=0), np.arange(2)] < 0, -1.0, 1.0)
    return np.asarray(points @ axes)


def _separate(points: Floats) -> Floats:
    """Boxes of WIDTH × HEIGHT pushed apart until few overlap; neighbours are found by sorting into cells."""
    room = np.array([WIDTH, HEIGHT])
    points = points / room
    rounds = 60 if len(points) <= 3000 else 25
    for turn in range(rounds):
        first, second = _touching(points)
        if not len(first):
            break
        delta = points[second] - points[first]
        overlap = 1 - np.abs(delta)
        # Out along the axis that needs the smaller move; equal spots part by their order.
        sideways = overlap[:, 0] * 1.15 < overlap[:, 1]
        sign = np.where(delta == 0, np.where((first + second + turn) % 2 == 0, 1.0, -1.0)[:, None], np.sign(delta))
        move = np.where(np.stack([sideways, ~sideways], axis=1), 0.42, 0.12 * 0.42) * overlap * sign
        for axis in (0, 1):
            points[:, axis] += np.bincount(second, move[:, axis], len(points)) - np.bincount(first, move[:, axis], len(points))
    return np.asarray(points * room)


def _touching(points: Floats) -> tuple[Ints, Ints]:
    """Pairs of points less than one apart on both axes."""
    across, down = (np.floor(line - line.min()).astype(np.int64) for line in points.T)
    width = int(down.max()) + 3
    code = across * width + down
    order = np.argsort(code, kind="stable")
    ordered, (x, y) = code[order], points[order].T.copy()
    found = []
    for shift in (0, 1, width - 1, width, width + 1):
        first = np.arange(len(order)) + 1 if shift == 0 else np.searchsorted(ordered, ordered + shift, "left")
        last = np.searchsorted(ordered, ordered + shift, "right")
        counts = np.clip(last - first, 0, 40)  # a pile is thinned out over the rounds
        one = np.repeat(np.arange(len(order)), counts)
        other = np.repeat(first - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts) + np.arange(counts.sum())
        near = (np.abs(x[other] - x[one]) < 1) & (np.abs(y[other] - y[one]) < 1)
        found.append((order[one[near]], order[other[near]]))
    return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])
