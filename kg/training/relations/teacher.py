"""A teacher of relations: the network with what a pretrained transformer makes of the text, its names included, beside it.

Too slow to ship; what it thinks of passages is learned beside what people say of them. Names may be hidden from it while it learns, so that it does
not learn them by heart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.relations.learned.reading import outputs
from kg.training import descent
from kg.training.pretrained import WIDTH, Encoder, read
from kg.training.relations.loop import Item
from kg.training.relations.net import Net
from kg.training.relations.seen import KINDS, Seen

_WINDOW, _OVERLAP = 480, 120  # pieces read at once, and those that the next window reads again
_TOGETHER = 3000  # pieces of windows of like length
_DROP, _NAMES = 0.2, 0.25  # states and names hidden while it learns
_SHARE = 0.075  # of the learning rate, for what the transformer has learned already
_ALONE = 0.4  # what it counts that the transformer alone is right


class Teacher(Net):
    """A network whose convolutions see the states of the transformer, and its pairs those at their two names."""

    def __init__(self, alphabet: int) -> None:
        super().__init__(alphabet)
        self.encoder = Encoder(read())
        self.kind_of_piece = nn.Embedding(KINDS, WIDTH, padding_idx=0)
        self.aside = nn.Linear(WIDTH, self.width)
        self.ends = nn.ModuleList(nn.Linear(2 * WIDTH, 3 * self.width) for _ in range(2))
        self.alone = nn.Linear(2 * self.width, len(outputs()))
        for weight, spread in ((self.kind_of_piece.weight, 0.01), (self.aside.weight, 0.02), *((end.weight, 0.01) for end in self.ends)):
            nn.init.normal_(weight, std=spread)
        nn.init.zeros_(self.kind_of_piece.weight[0])
        nn.init.constant_(self.alone.bias, -3.0)

    def forward(self, row: Tensor, at: Tensor, kinds: Tensor, traits: Tensor, seen: Sequence[Seen] = ()) -> Tensor:
        """As `Net.forward`; `seen` are the passages of which the row is made."""
        return self._both(row, at, kinds, traits, seen)[0]

    def told(self, row: Tensor, at: Tensor, kinds: Tensor, traits: Tensor, seen: Sequence[Seen]) -> list[tuple[float, Tensor]]:
        """As `Net.told`, and what the transformer alone says."""
        scores, alone = self._both(row, at, kinds, traits, seen)
        return [(1.0, scores), (_ALONE, alone)]

    def groups(self) -> list[dict[str, Any]]:
        """The transformer learns more slowly."""
        return descent.groups(self, [*self.encoder.parameters(), *self.kind_of_piece.parameters()], _SHARE)

    def _both(self, row: Tensor, at: Tensor, kinds: Tensor, traits: Tensor, seen: Sequence[Seen]) -> tuple[Tensor, Tensor]:
        states = F.dropout(self._states(seen), _DROP, self.training)
        places, where = torch.unique(at, return_inverse=True)
        named = states[places]
        ends = self.ends[0](named)[where[:, 0]] + self.ends[1](named)[where[:, 1]]
        scores = self.scores(self.encoded(row, self.aside(states[:, :WIDTH])), at, kinds, traits, ends[:, : self.width])
        return scores, self.alone(F.relu(ends[:, self.width :]))

    def _states(self, batch: Sequence[Seen]) -> Tensor:
        """(signs of all rows, 768): of each sign the mean of its pieces, and the first."""
        found = []
        for one, states in zip(batch, self._read(batch), strict=True):
            first, behind = torch.from_numpy(one.own[:, 0]), torch.from_numpy(one.own[:, 1])
            summed = F.pad(states.cumsum(0), (0, 0, 1, 0))
            mean = (summed[behind] - summed[first]) / (behind - first).clamp(min=1)[:, None]
            found.append(torch.cat([mean, states[first]], 1) * (behind > first)[:, None])
        return torch.cat(found)

    def _read(self, batch: Sequence[Seen]) -> list[Tensor]:
        """The states of the pieces of each passage, long ones window by window."""
        windows = [
            (n, start, min(start + _WINDOW, len(one.numbers)))
            for n, one in enumerate(batch)
            for start in range(0, max(1, len(one.numbers) - _OVERLAP), _WINDOW - _OVERLAP)
        ]
        states: dict[tuple[int, int], Tensor] = {}
        for group in _alike(windows):
            for window, found in zip(group, self._window(batch, group), strict=True):
                states[window[:2]] = found
        rows = []
        for n, one in enumerate(batch):
            found = states[n, 0]
            for start in range(_WINDOW - _OVERLAP, max(1, len(one.numbers) - _OVERLAP), _WINDOW - _OVERLAP):
                found = torch.cat([found[: start + _OVERLAP // 2], states[n, start][_OVERLAP // 2 :]])
            rows.append(found)
        return rows

    def _window(self, batch: Sequence[Seen], group: Sequence[tuple[int, int, int]]) -> Iterator[Tensor]:
        pieces, steps = self.encoder.pieces, max(end - start for _, start, end in group) + 2
        numbers, kinds, real = (
            torch.full((len(group), steps), pieces.padding),
            torch.zeros(len(group), steps, dtype=torch.long),
            torch.zeros(len(group), steps),
        )
        for i, (n, start, end) in enumerate(group):
            shown = torch.tensor([pieces.begin, *self._shown(batch[n])[start:end], pieces.end])
            numbers[i, : len(shown)], real[i, : len(shown)] = shown, 1
            kinds[i, 1 : end - start + 1] = torch.from_numpy(batch[n].kinds[start:end])
        for states, (_, start, end) in zip(self.encoder(numbers, real, self.kind_of_piece(kinds)), group, strict=True):
            yield states[1 : end - start + 1]

    def _shown(self, one: Seen) -> NDArray[np.int64]:
        if not self.training:
            return one.numbers
        names = np.unique(one.names[one.names >= 0])
        hidden = names[np.random.default_rng(int(torch.randint(1 << 30, ()))).random(len(names)) < _NAMES]
        return np.where(np.isin(one.names, hidden), self.encoder.pieces.hidden, one.numbers)


def taught(found: Iterable[Item], teacher: Net, people: float) -> Iterator[Item]:
    """Passages with what a teacher thinks of them: what people say counts so much, 0–1, and the teacher the rest."""
    teacher.eval()
    for item in found:
        with torch.no_grad():
            (_, scores), *_ = teacher.told(item.row, item.at, item.kinds, item.traits, [item.seen] if item.seen else [])
        told = torch.where(item.asked > 0, people * item.told + (1 - people) * torch.sigmoid(scores), item.told)
        yield replace(item, told=told, seen=None)


def _alike(windows: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Windows of like length, so many at once as fit."""
    group: list[tuple[int, int, int]] = []
    for window in sorted(windows, key=lambda w: w[2] - w[1]):
        if group and (len(group) + 1) * (window[2] - window[1]) > _TOGETHER:
            yield group
            group = []
        group.append(window)
    if group:
        yield group
