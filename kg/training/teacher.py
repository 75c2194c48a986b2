"""A teacher: our network with all that LAC makes of the characters beside it. Too slow to ship; what it knows is handed on (`kg.training.student`)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.arrays import alphabet_rows
from kg.training.data import Sentence
from kg.training.lac import Encoder, read
from kg.training.loop import tensors
from kg.training.net import Net

_STATES = 256  # numbers of a state: left to right, then right to left
_BATCH = 6000  # characters
_DROP = 0.3  # states of LAC hidden while it learns
_SHARE = 0.25  # of the learning rate, for what LAC has learned already


@dataclass(frozen=True, slots=True)
class Told:
    """What a teacher says of a batch: how likely each tag is at each character, sentence by sentence, and how often it expects each to follow each."""

    texts: Sequence[str]
    chances: NDArray[np.float16]  # (characters, tags)
    moves: NDArray[np.float32]  # (tags, tags)


class Lac(nn.Module):  # type: ignore[misc]  # torch is not there where this is checked
    """The encoder of LAC; its table of characters stays as it is."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.rows = torch.from_numpy(encoder.rows)
        self.table = nn.Embedding.from_pretrained(torch.from_numpy(encoder.table), freeze=True)
        self.layers = nn.ModuleList()
        for one in encoder.layers:
            layer = nn.GRU(one.inward.shape[2], one.onward.shape[2], bidirectional=True, batch_first=True)
            with torch.no_grad():
                for way, tail in enumerate(("_l0", "_l0_reverse")):
                    for name, gates in zip(
                        ("weight_ih", "weight_hh", "bias_ih", "bias_hh"), (one.inward, one.onward, *one.biases), strict=True
                    ):
                        getattr(layer, name + tail).copy_(torch.from_numpy(gates[way]))
            self.layers.append(layer)

    def forward(self, points: Tensor, real: Tensor) -> Tensor:
        """(sentences, steps, 256) from code points as they stand in the text, and the mask of real characters."""
        packed = nn.utils.rnn.pack_padded_sequence(
            self.table(self.rows[points]), real.sum(1).long(), batch_first=True, enforce_sorted=False
        )
        for layer in self.layers:
            packed, _ = layer(packed)
        states: Tensor = nn.utils.rnn.pad_packed_sequence(packed, batch_first=True, total_length=points.shape[1])[0]
        return states


class Teacher(Net):
    """A network that sees the states of LAC in its first layer and in its last."""

    def __init__(self, labels: Mapping[str, Sequence[str]], *, characters: int) -> None:
        super().__init__(labels, characters=characters)
        self.lac = Lac(read())
        self.beside = nn.Linear(_STATES, self.input.out_features, bias=False)
        self.above = nn.ModuleDict({name: nn.Linear(_STATES, head.out_features, bias=False) for name, head in self.heads.items()})
        nn.init.normal_(self.beside.weight, std=0.02)
        for above in self.above.values():
            nn.init.zeros_(above.weight)

    def scores(self, rows: Tensor, lists: Tensor, real: Tensor, head: str) -> Tensor:
        """As `Net.scores`; LAC reads the characters as they stand, the fourth of the rows."""
        states = F.dropout(self.lac(rows[3], real), _DROP, self.training)
        return self.told(self.hidden(rows, lists, real, self.beside(states)), head) + self.above[head](states)

    def groups(self) -> list[dict[str, Any]]:
        """LAC learns more slowly, and its table of characters stays."""
        slow = list(self.lac.layers.parameters())
        held = {id(one) for one in self.lac.parameters()}
        return [{"params": [one for one in self.parameters() if id(one) not in held], "share": 1.0}, {"params": slow, "share": _SHARE}]


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
