"""The network of `kg.relations.learned.network` in torch."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.arrays import FIRST
from kg.relations.learned.network import LEFT, RIGHT
from kg.relations.learned.reading import TRAITS, TYPES, outputs
from kg.training import weights
from kg.training.relations.seen import Seen

_TABLES, _MATRICES = ("characters", "kinds"), ("input", "hidden", "shown", "beside", "output")  # modules by name
_SHOWN = 32  # numbers that a pair shows to the pairs with which it shares a name


class Net(nn.Module):  # type: ignore[misc]  # torch is not there where this is checked
    """Characters → dilated convolutions → pairs."""

    def __init__(
        self, alphabet: int, *, wide: int = 48, width: int = 128, dilations: Sequence[int] = (1, 2, 4, 8), drop: float = 0.4
    ) -> None:
        super().__init__()
        self.characters = nn.Embedding(FIRST + alphabet, wide)
        nn.init.normal_(self.characters.weight, std=0.1)
        self.input = nn.Linear(3 * wide, width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(dilations) + 1))
        self.kinds = nn.Embedding(len(TYPES) ** 2, 16)
        self.hidden = nn.Linear(5 * width + 16 + TRAITS, width)
        self.shown = nn.Linear(width, _SHOWN)
        self.beside = nn.Linear(width + 4 * _SHOWN, width)
        self.output = nn.Linear(width, len(outputs()))
        nn.init.constant_(self.output.bias, -3.0)
        self.dilations, self.drop, self.width = tuple(dilations), drop, width

    def forward(self, row: Tensor, at: Tensor, kinds: Tensor, traits: Tensor) -> Tensor:
        """Log-odds (pairs, outputs) from a row of character numbers and the pairs in it."""
        return self.scores(self.encoded(row), at, kinds, traits)

    def told(self, row: Tensor, at: Tensor, kinds: Tensor, traits: Tensor, seen: Sequence[Seen]) -> list[tuple[float, Tensor]]:
        """What is learned at once: log-odds, and how much it counts that they are right. `seen` is for those that see more than the row."""
        return [(1.0, self(row, at, kinds, traits))]

    def groups(self) -> list[dict[str, Any]]:
        """Parameters for the optimiser, with the share of the learning rate at which they learn."""
        return [{"params": list(self.parameters()), "share": 1.0}]

    def scores(self, hidden: Tensor, at: Tensor, kinds: Tensor, traits: Tensor, beside: Tensor | float = 0.0) -> Tensor:
        """As `forward`, from what the convolutions make of the row; `beside` (pairs, width) is added to what the first layer of pairs sees."""
        first, second, last = at[:, 0], at[:, 1], len(hidden)
        table = _table(hidden)
        between = _highest(table, first + 1, second) * (second > first + 1)[:, None]
        left = _highest(table, (first - LEFT).clamp(min=0), first.clamp(min=1))
        right = _highest(table, (second + 1).clamp(max=last - 1), (second + 1 + RIGHT).clamp(max=last))
        kind = self.kinds(kinds[:, 0] * len(TYPES) + kinds[:, 1])
        seen = torch.cat([hidden[first], hidden[second], between, left, right, kind, traits], -1)
        inner = F.relu(self.hidden(F.dropout(seen, self.drop, self.training)) + beside)
        shown = F.relu(self.shown(inner))
        ahead, behind = _highest_of_each(shown, first, last), _highest_of_each(shown, second, last)
        seen = torch.cat([inner, ahead[first], behind[second], behind[first], ahead[second]], -1)
        inner = inner + F.relu(self.beside(F.dropout(seen, self.drop / 2, self.training)))
        scores: Tensor = self.output(F.dropout(inner, self.drop / 2, self.training))
        return scores

    def encoded(self, row: Tensor, beside: Tensor | float = 0.0) -> Tensor:
        """(characters, width): what the convolutions make of a row; `beside` is added to what the first of them sees."""
        letters = F.pad(F.dropout(self.characters(row), self.drop / 2, self.training), (0, 0, 1, 1))
        hidden: Tensor = self.norms[0](F.relu(self.input(torch.cat([letters[:-2], letters[1:-1], letters[2:]], -1)) + beside))
        for layer, norm, dilation in zip(self.layers, self.norms[1:], self.dilations, strict=True):
            around = F.pad(hidden, (0, 0, dilation, dilation))
            near = torch.cat([around[: -2 * dilation], hidden, around[2 * dilation :]], -1)
            hidden = norm(hidden + F.dropout(F.relu(layer(near)), self.drop / 2, self.training))
        return hidden

    def exported(self) -> dict[str, NDArray[np.float32]]:
        """Weights by the names that `Network` reads."""
        found = {name: weights.table(getattr(self, name)) for name in _TABLES}
        found |= {name: weights.matrix(getattr(self, name)) for name in _MATRICES}
        found |= {f"layer.{n}": weights.matrix(layer) for n, layer in enumerate(self.layers, 1)}
        return found | {f"norm.{n}": weights.norm(norm) for n, norm in enumerate(self.norms)}

    def restore(self, found: Mapping[str, NDArray[np.float32]]) -> None:
        """Take the weights of an earlier network of the same shape, as `exported` gave them."""
        for name in _TABLES:
            weights.put(getattr(self, name).weight, found[name])
        for name in _MATRICES:
            weights.put_matrix(getattr(self, name), found[name])
        for n, layer in enumerate(self.layers, 1):
            weights.put_matrix(layer, found[f"layer.{n}"])
        for n, norm in enumerate(self.norms):
            weights.put_norm(norm, found[f"norm.{n}"])


def _highest_of_each(shown: Tensor, places: Tensor, size: int) -> Tensor:
    index = places[:, None].expand(-1, shown.shape[1])
    return torch.zeros(size, shown.shape[1]).scatter_reduce(0, index, shown, "amax", include_self=False)


def _table(rows: Tensor) -> list[Tensor]:
    table, length = [rows], 1
    while 2 * length <= len(rows):
        one = table[-1]
        table.append(torch.maximum(one[: len(one) - length], one[length:]))
        length *= 2
    return table


def _highest(table: list[Tensor], starts: Tensor, ends: Tensor) -> Tensor:
    """As `kg.relations.learned.network._Highest`."""
    lengths = (ends - starts).clamp(min=1)
    levels = torch.log2(lengths.float() + 1e-6).long().clamp(min=0, max=len(table) - 1)
    found, where = [], []
    for level in torch.unique(levels).tolist():
        chosen = (levels == level).nonzero()[:, 0]
        rows, start = table[level], starts[chosen]
        other = start + lengths[chosen] - (1 << level)
        found.append(torch.maximum(rows[start.clamp(0, len(rows) - 1)], rows[other.clamp(0, len(rows) - 1)]))
        where.append(chosen)
    return torch.cat(found)[torch.argsort(torch.cat(where))]
