"""A teacher: our network with what a pretrained transformer makes of the text beside it. Too slow to ship; what it knows is handed on (`kg.training.student`)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.arrays import Floats, alphabet_rows
from kg.training import descent, weights
from kg.training.data import Sentence
from kg.training.loop import tensors
from kg.training.net import Net
from kg.training.pretrained import WIDTH, Encoder, read

_PLACES = 4  # where a character stands in its piece: it is all of it, its first, its last, or inside
_BATCH = 6000  # characters
_DROP = 0.2  # states hidden while it learns
_SHARE = 0.06  # of the learning rate, for what the transformer has learned already
_ALONE = 0.4  # what it counts that the transformer alone is right: else the network, which learns faster, leaves it nothing to do


@dataclass(frozen=True, slots=True)
class Told:
    """What a teacher says of a batch: how likely each tag is at each character, sentence by sentence, and how often it expects each to follow each."""

    texts: Sequence[str]
    chances: NDArray[np.float16]  # (characters, tags)
    moves: NDArray[np.float32]  # (tags, tags)


class Teacher(Net):
    """A network that sees the states of the transformer in its first layer and in its last."""

    def __init__(self, labels: Mapping[str, Sequence[str]], *, characters: int) -> None:
        super().__init__(labels, characters=characters)
        self.encoder = Encoder(read())
        self.beside = nn.Linear(WIDTH + _PLACES, self.input.out_features, bias=False)
        nn.init.normal_(self.beside.weight, std=0.02)
        self.above, self.alone = (
            nn.ModuleDict({name: nn.Linear(WIDTH + _PLACES, head.out_features, bias=bias) for name, head in self.heads.items()})
            for bias in (False, True)
        )
        for above in self.above.values():
            nn.init.zeros_(above.weight)
        self._cuts: dict[str, tuple[list[int], list[int]]] = {}

    def scores(self, rows: Tensor, lists: Tensor, real: Tensor, head: str) -> Tensor:
        """As `Net.scores`; the transformer reads the characters as they stand, the fourth of the rows."""
        return self._scores(self._states(rows[3], real), rows, lists, real, head)

    def loss(self, rows: Tensor, lists: Tensor, real: Tensor, gold: Tensor, head: str) -> Tensor:
        """As `Net.loss`, and that of the transformer alone."""
        states = self._states(rows[3], real)
        whole = self.loss_of(self._scores(states, rows, lists, real, head), real, gold, head)
        return whole + _ALONE * self.loss_of(self.alone[head](states), real, gold, head)

    def restore(self, found: Mapping[str, Floats]) -> None:
        """Take the characters of an earlier network and what may follow what; the rest begins anew, beside the transformer."""
        weights.put(self.characters.weight, found["characters"])
        for name in self.heads:
            weights.put(self.moves[name], found[f"moves.{name}"])

    def groups(self) -> list[dict[str, Any]]:
        """The transformer learns more slowly."""
        return descent.groups(self, self.encoder.parameters(), _SHARE)

    def _scores(self, states: Tensor, rows: Tensor, lists: Tensor, real: Tensor, head: str) -> Tensor:
        return self.told(self.hidden(rows, lists, real, self.beside(states)), head) + self.above[head](states)

    def _states(self, points: Tensor, real: Tensor) -> Tensor:
        """(sentences, steps, 388): of each character the state of its piece, and where it stands in it."""
        texts = ["".join(map(chr, row[:size])) for row, size in zip(points.tolist(), real.sum(1).int().tolist(), strict=True)]
        cuts = [self._cut(text) for text in texts]
        pieces = self.encoder.pieces
        steps = max(len(numbers) for numbers, _ in cuts) + 2
        found = torch.full((len(texts), steps), pieces.padding)
        mask = torch.zeros(len(texts), steps)
        at = torch.zeros(points.shape, dtype=torch.long)
        places = torch.zeros(*points.shape, _PLACES)
        for i, (numbers, owner) in enumerate(cuts):
            found[i, : len(numbers) + 2] = torch.tensor([pieces.begin, *numbers, pieces.end])
            mask[i, : len(numbers) + 2] = 1
            of = np.array(owner) + 1
            first, last = np.r_[True, of[1:] != of[:-1]], np.r_[of[1:] != of[:-1], True]
            at[i, : len(of)] = torch.from_numpy(of)
            places[i, range(len(of)), np.where(first & last, 0, np.where(first, 1, np.where(last, 2, 3)))] = 1
        states = F.dropout(self.encoder(found, mask), _DROP, self.training)
        return torch.cat([torch.gather(states, 1, at.unsqueeze(-1).expand(-1, -1, WIDTH)), places], -1)

    def _cut(self, text: str) -> tuple[list[int], list[int]]:
        if text not in self._cuts:
            self._cuts[text] = self.encoder.pieces.cut(text)
        return self._cuts[text]


def ask(teacher: Net, letters: str, sentences: Iterable[str], head: str, labels: Sequence[str]) -> Iterator[Told]:
    """What a teacher says of the sentences, in batches of like length."""
    table = alphabet_rows(letters)
    teacher.eval()
    for batch in _batches(sorted(sentences, key=len)):
        rows, lists, real, _ = tensors([Sentence(text, ()) for text in batch], labels, table, teacher.pairs.num_embeddings, None)
        with torch.no_grad():
            scores = teacher.scores(rows, lists, real, head)
        scores.requires_grad_(True)
        chances, moves = torch.autograd.grad(teacher.whole(scores, real, head), (scores, teacher.moves[head]))
        yield Told(batch, chances[real > 0].numpy().astype(np.float16), moves.numpy())


def _batches(sentences: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for sentence in sentences:
        batch.append(sentence)
        if len(batch) * len(sentence) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
