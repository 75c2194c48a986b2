"""What the reader learns of the language before it sees a passage with facts: unlabelled texts, their names one sign each, some signs hidden and guessed."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from kg.arrays import FIRST, UNKNOWN
from kg.relations.learned.reading import read
from kg.training import descent
from kg.training.relations.net import Net
from kg.training.relations.texts import scenes

_LONGEST = 4000  # characters of an article
_HIDDEN, _BEHIND = 0.15, 0.3  # how many signs are hidden, and how many of those that follow a hidden one
_PIECE, _BATCH = 256, 16  # signs of a piece, pieces of a step


def rows(path: Path) -> Iterator[str]:
    """The articles of a JSON-lines file (`text`) as the reader sees them."""
    for scene in scenes(path, _LONGEST):
        yield read(scene).row.replace("\n", " ")


def train(net: Net, seen: Sequence[str], letters: str, rounds: int, rate: float, seed: int, told: Callable[[int, float], None]) -> Net:
    """`net` with convolutions that guess hidden signs. `told` is called after each round with its number and the mean loss."""
    torch.set_num_threads(1)
    luck = random.Random(seed)
    number = {c: n for n, c in enumerate(letters, FIRST)}
    signs = torch.tensor([number.get(c, UNKNOWN) for row in seen for c in row + "\n"])
    guess = nn.Linear(net.width, FIRST + len(letters))
    optimiser = torch.optim.AdamW([*net.parameters(), *guess.parameters()], lr=rate, weight_decay=1e-3)
    net.train()
    steps, whole = 0, rounds * max(1, len(signs) // (_PIECE * _BATCH))
    for turn in range(1, rounds + 1):
        losses = []
        for batch in _round(signs, luck):
            hidden = _hidden(batch)
            scores = guess(net.encoded(torch.where(hidden, UNKNOWN, batch))[hidden])
            loss = F.cross_entropy(scores, batch[hidden])
            descent.step(optimiser, net.parameters(), loss, rate, steps, steps / whole)
            steps += 1
            losses.append(loss.item())
        told(turn, float(np.mean(losses)))
    return net


def _round(signs: Tensor, luck: random.Random) -> Iterator[Tensor]:
    """Pieces of the texts in no order, many in one row: the few borders between them do no harm."""
    start = luck.randrange(_PIECE)
    order = list(range(start, len(signs) - _PIECE, _PIECE))
    luck.shuffle(order)
    for at in range(0, len(order), _BATCH):
        yield torch.cat([signs[piece : piece + _PIECE] for piece in order[at : at + _BATCH]])


def _hidden(batch: Tensor) -> Tensor:
    """(signs,): which are hidden."""
    first = torch.rand(len(batch)) < _HIDDEN
    behind = torch.roll(first, 1) & (torch.rand(len(batch)) < _BEHIND)
    return (first | behind) & (batch != UNKNOWN)
