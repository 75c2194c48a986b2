"""The training loop: one variant of each passage a round, a falling rate, an average of the weights."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from kg.arrays import FIRST, UNKNOWN
from kg.training import descent
from kg.training.pretrained import Pieces
from kg.training.relations.net import Net
from kg.training.relations.passages import Passage
from kg.training.relations.seen import Seen, seen

_BATCH = 1000  # pairs
_UNKNOWN_RATE = 0.04  # characters hidden from the network while it learns


@dataclass(frozen=True, slots=True)
class Item:
    """A passage as tensors."""

    same: str
    row: Tensor
    at: Tensor
    kinds: Tensor
    traits: Tensor
    told: Tensor
    asked: Tensor
    seen: Seen | None = None  # by a teacher


def alphabet(passages: Iterable[Passage], least: int = 5) -> str:
    """Characters and signs that occur at least so often."""
    counts = Counter(c for passage in passages for c in passage.reading.row)
    return "".join(sorted(c for c, n in counts.items() if n >= least))


def items(passages: Iterable[Passage], letters: str, pieces: Pieces | None = None) -> list[Item]:
    """The passages that have pairs, as tensors, and as a transformer with such pieces sees them."""
    rows = {c: n for n, c in enumerate(letters, FIRST)}
    return [
        Item(
            one.same,
            torch.tensor([rows.get(c, UNKNOWN) for c in one.reading.row]),
            torch.tensor([pair.at for pair in one.reading.pairs]),
            torch.from_numpy(one.reading.kinds),
            torch.from_numpy(one.reading.traits),
            torch.from_numpy(one.told),
            torch.from_numpy(one.asked),
            seen(one.scene, pieces) if pieces else None,
        )
        for one in passages
        if one.reading.pairs
    ]


def train(net: Net, found: Sequence[Item], rounds: int, rate: float, seed: int, told: Callable[[int, float], None]) -> Net:
    """The average of the weights while `net` learned. `told` is called after each round with its number and the mean loss."""
    torch.set_num_threads(1)
    luck = random.Random(seed)
    average: Net = deepcopy(net)
    average.eval()
    optimiser = torch.optim.AdamW(net.groups(), lr=rate, weight_decay=1e-3)
    steps, whole = 0, rounds * len(list(_round(found, random.Random(seed))))
    for number in range(1, rounds + 1):
        net.train()
        losses = []
        for batch in _round(found, luck):
            loss = _loss(net, batch)
            descent.step(optimiser, net.parameters(), loss, rate, steps, steps / whole, warm=50)
            steps += 1
            losses.append(loss.item())
            _blend(average, net, min(0.98, steps / (steps + 50)))
        told(number, float(np.mean(losses)))
    return average


def _loss(net: Net, batch: Sequence[Item]) -> Tensor:
    starts = np.cumsum([0, *(len(item.row) for item in batch[:-1])])
    row = torch.cat([item.row for item in batch])
    said = net.told(
        torch.where(torch.rand(len(row)) < _UNKNOWN_RATE, UNKNOWN, row),
        torch.cat([item.at + int(start) for item, start in zip(batch, starts, strict=True)]),
        torch.cat([item.kinds for item in batch]),
        torch.cat([item.traits for item in batch]),
        [item.seen for item in batch if item.seen],
    )
    told, asked = torch.cat([item.told for item in batch]), torch.cat([item.asked for item in batch])
    losses = [weight * (F.binary_cross_entropy_with_logits(one, told, reduction="none") * asked).sum() for weight, one in said]
    return torch.stack(losses).sum() / 100


def _round(found: Sequence[Item], luck: random.Random) -> Iterator[list[Item]]:
    order = list(found)
    luck.shuffle(order)
    seen: set[str] = set()
    batch: list[Item] = []
    pairs = 0
    for item in order:
        if item.same in seen:
            continue
        seen.add(item.same)
        batch.append(item)
        pairs += len(item.at)
        if pairs >= _BATCH:
            yield batch
            batch, pairs = [], 0
    if batch:
        yield batch


def _blend(average: Net, net: Net, keep: float) -> None:
    with torch.no_grad():
        for mine, new in zip(average.parameters(), net.parameters(), strict=True):
            mine.mul_(keep).add_(new, alpha=1 - keep)
