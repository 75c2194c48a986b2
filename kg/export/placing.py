"""Where the nodes of a graph stand and how many ties they have: worked out once, for the page and for Gephi alike."""

from array import array
from collections.abc import Collection, Iterator
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from kg.export.layout import positions
from kg.export.sheet import Floats, Ints

if TYPE_CHECKING:
    from kg.export.view import View

BLOCK = 500  # rows that are written at once
_PLACED: dict[bytes, Floats] = {}  # the last graph that was placed, by what decides where its nodes stand


def marks(rows: "View") -> Iterator[Floats]:
    """x, y downwards and ties of each node, in blocks of rows: as they were kept, or else worked out and held for the next format."""
    kept = rows.stream.marks()
    if kept is None:
        whole = rows.placed
        yield from (whole[start : start + BLOCK] for start in range(0, len(whole), BLOCK))
    else:
        while block := list(islice(kept, BLOCK)):
            yield np.array(block)


def placed(rows: "View") -> Floats:
    """x, y downwards and ties of each node, worked out unless the last graph was the same; values stand close to their owner."""
    key = _key(rows)
    if key not in _PLACED:
        _PLACED.clear()
        pairs, weights = _ends(rows)
        literal = _literal(rows)
        place = positions(len(rows.nodes), pairs, weights=weights, satellites=literal)
        _PLACED[key] = np.column_stack([place, _ties(len(rows.nodes), pairs, literal)])
        _PLACED[key].flags.writeable = False
    return _PLACED[key]


def _key(rows: "View") -> bytes:
    """A hash of nodes, their types, ends and weights, made without holding them."""
    digest = blake2b()
    nodes, ties = rows.stream.nodes(), rows.stream.ties()
    while some := [f"{id_}\0{data.get('type')}" for id_, data in islice(nodes, BLOCK)]:
        digest.update("\n".join([*some, ""]).encode("utf-8", "surrogatepass"))
    digest.update(b"\n")
    while some := [f"{tie.source}\0{tie.target}\0{[data.get('weight') for _, data in tie.edges]}" for tie in islice(ties, BLOCK)]:
        digest.update("\n".join([*some, ""]).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _ends(rows: "View") -> tuple[Ints, Floats]:
    """Pairs of nodes, and the weight of each edge."""
    numbers = rows.numbers()
    ends, weights = array("q"), array("d")
    for edge in rows.edges:
        ends.extend((numbers[edge.subject.id], numbers[edge.object_id]))
        weights.append(edge.weight)
    return np.asarray(ends, np.int64).reshape(-1, 2), np.asarray(weights)


def _literal(rows: "View") -> list[int]:
    """Nodes that are values of their neighbour."""
    return [at for at, node in enumerate(rows.nodes) if node.type in rows.values]


def _ties(count: int, pairs: Ints, literal: Collection[int]) -> Floats:
    """Neighbours of each node; amounts count for half."""
    low, high = np.sort(pairs, axis=1).T
    low, high = np.divmod(np.unique(low[low != high] * count + high[low != high]), max(count, 1))
    worth = np.ones(count)
    worth[list(literal)] = 0.5
    return np.asarray(np.bincount(low, worth[high], count) + np.bincount(high, worth[low], count))
