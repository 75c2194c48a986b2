"""The training loop: swapped names, batches of like length, a falling rate, an average of the weights."""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from kg.arrays import FIRST, UNKNOWN, alphabet_rows
from kg.nlp.recogniser import crf
from kg.nlp.recogniser.features import BEGIN, END, FLAGS, codes, flags, joined, plain
from kg.training import descent
from kg.training.data import Sentence
from kg.training.net import Net
from kg.training.swapping import Names, swap

_UNKNOWN_RATE, _PAIR_RATE = 0.03, 0.25  # characters and pairs hidden from the network while it learns


@dataclass(frozen=True, slots=True)
class Set:
    """Sentences of one label set, with how often names are swapped and what share is used in each round."""

    sentences: Sequence[Sentence]
    head: str
    swapped: float = 0.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    rounds: int
    rate: float = 2.5e-3
    seed: int = 1
    batch: int = 3600  # characters of a step
    start: Mapping[str, NDArray[np.float32]] | None = None  # weights to go on from


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences learned at once: the loss of a network on them, summed, and how many they are."""

    loss: Callable[[Net], torch.Tensor]
    sentences: int
    characters: int


class Lessons(Protocol):
    """What is learned beside labelled sentences."""

    characters: float  # in each round

    def batches(self, luck: random.Random, chance: np.random.Generator) -> Iterable[Batch]:
        """Those of one round."""


def alphabet(sentences: Sequence[Sentence], least: int = 2) -> str:
    """Characters that occur at least so often, after folding."""
    counts = np.zeros(0x10000, dtype=np.int64)
    for sentence in sentences:
        np.add.at(counts, codes(sentence.text), 1)
    return "".join(map(chr, np.flatnonzero(counts >= least)))


def train(
    sets: Sequence[Set],
    labels: Mapping[str, Sequence[str]],
    letters: str,
    names: Names,
    plan: Plan,
    told: Callable[[int, float, Net], None],
    kind: type[Net] = Net,
    lessons: Lessons | None = None,
) -> Net:
    """A trained network of this kind. `told` is called after each round with its number, the mean loss, and the averaged network.
    `lessons` are mixed in.
    """
    torch.manual_seed(plan.seed)
    torch.set_num_threads(1)
    luck, chance = random.Random(plan.seed), np.random.default_rng(plan.seed)
    net, average = (kind(labels, characters=FIRST + len(letters)) for _ in range(2))
    if plan.start is not None:
        net.restore(plan.start)
    average.load_state_dict(net.state_dict())
    average.eval()
    table = alphabet_rows(letters)
    optimiser = torch.optim.Adam(net.groups(), lr=plan.rate, fused=True)
    steps, seen = 0, 0
    whole = plan.rounds * (
        sum(sum(len(s.text) for s in one.sentences) * one.share for one in sets) + (lessons.characters if lessons else 0)
    )
    for number in range(1, plan.rounds + 1):
        net.train()
        losses, sentences = 0.0, 0
        batches = [_learned(head, batch, labels[head], table, chance) for head, batch in _round(sets, names, plan.batch, luck)]
        if lessons:
            batches += lessons.batches(luck, chance)
            luck.shuffle(batches)
        for batch in batches:
            seen += batch.characters
            loss = batch.loss(net)
            descent.step(optimiser, net.parameters(), loss / batch.sentences, plan.rate, steps, seen / whole)
            losses, sentences, steps = losses + loss.item(), sentences + batch.sentences, steps + 1
            if steps % 8 == 0:
                _blend(average, net, min(0.98, steps / (steps + 200)))
        told(number, losses / max(sentences, 1), average)
    return average


def _learned(head: str, batch: Sequence[Sentence], labels: Sequence[str], table: NDArray[np.int64], chance: np.random.Generator) -> Batch:
    def loss(net: Net) -> torch.Tensor:
        return net.loss(*tensors(batch, labels, table, net.pairs.num_embeddings, chance), head)

    return Batch(loss, len(batch), sum(len(s.text) for s in batch))


def _blend(average: Net, net: Net, keep: float) -> None:
    with torch.no_grad():
        for mine, new in zip(average.parameters(), net.parameters(), strict=True):
            mine.mul_(keep).add_(new, alpha=1 - keep)


def _round(sets: Sequence[Set], names: Names, size: int, luck: random.Random) -> Iterator[tuple[str, list[Sentence]]]:
    batches = []
    for one in sets:
        chosen = [swap(s, names, one.swapped, luck) for s in one.sentences if one.share >= 1 or luck.random() < one.share]
        chosen.sort(key=lambda s: len(s.text) + luck.random() * 8)
        batch: list[Sentence] = []
        for sentence in chosen:
            batch.append(sentence)
            if len(batch) * len(sentence.text) >= size:
                batches.append((one.head, batch))
                batch = []
        if batch:
            batches.append((one.head, batch))
    luck.shuffle(batches)
    yield from batches


def tensors(
    batch: Sequence[Sentence], labels: Sequence[str], table: NDArray[np.int64], size: int, chance: np.random.Generator | None
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """What a network sees of a batch, as `Net.scores` takes it, and the gold tags. The fourth of the rows are the characters as they stand.
    `chance` hides some characters and pairs.
    """
    names = {name: i for i, name in enumerate(crf.tags(labels))}
    steps = max(len(s.text) for s in batch)
    rows, gold = np.zeros((4, len(batch), steps), dtype=np.int64), np.zeros((len(batch), steps), dtype=np.int64)
    lists, real = np.zeros((len(batch), steps, FLAGS), dtype=np.float32), np.zeros((len(batch), steps), dtype=np.float32)
    for i, sentence in enumerate(batch):
        points = codes(sentence.text)
        n, about = len(points), joined(np.concatenate([[BEGIN], points, [END]]), size)
        rows[0, i, :n] = table[points]
        if chance is not None:
            about[chance.random(n + 1) < _PAIR_RATE] = 0
            rows[0, i, :n][chance.random(n) < _UNKNOWN_RATE] = UNKNOWN
        rows[1, i, :n], rows[2, i, :n], rows[3, i, :n] = about[:-1], about[1:], plain(sentence.text)
        lists[i, :n], real[i, :n] = flags(points), 1
        for start, end, label in sentence.spans:
            if end - start == 1:
                gold[i, start] = names[f"S-{label}"]
            else:
                gold[i, start : end - 1] = names[f"I-{label}"]
                gold[i, start], gold[i, end - 1] = names[f"B-{label}"], names[f"E-{label}"]
    return torch.from_numpy(rows), torch.from_numpy(lists), torch.from_numpy(real), torch.from_numpy(gold)


def clock() -> Callable[[], float]:
    """Seconds since now."""
    begun = time.monotonic()
    return lambda: time.monotonic() - begun
