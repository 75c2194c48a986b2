"""A student learns to say of unlabelled text what its teacher says: how likely each tag is, and which follows which.

It is a `Net` like any other. To learn chances says more than to learn the likeliest names: how near the others were.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kg.arrays import alphabet_rows
from kg.nlp.recogniser.features import codes
from kg.training.data import Sentence
from kg.training.loop import Batch, tensors
from kg.training.net import Net
from kg.training.pretrained import Encoder
from kg.training.teacher import Told

_DROP = 0.25  # hidden from the network here: less than on labels, for what a teacher says is no accident of a few sentences
_LEAST = 3  # sentences in which a character is met
_RIDGE = 0.02  # the wish that the pieces of a teacher say nothing, as a share of how far they spread


def met(sentences: Iterable[str]) -> str:
    """The Chinese characters that several sentences have, after folding."""
    counts = Counter(point for text in sentences for point in np.unique(codes(text)).tolist())
    return "".join(chr(point) for point, count in sorted(counts.items()) if count >= _LEAST and "一" <= chr(point) <= "鿿")


def grown(weights: Mapping[str, NDArray[np.float32]], old: str, more: str, encoder: Encoder) -> tuple[dict[str, NDArray[np.float32]], str]:
    """The weights, and the alphabet, with rows for more characters: where the known ones lead one to expect them from where the pieces of the teacher are.

    What is no piece by itself comes to stand in the middle.
    """
    likely = encoder.pieces.likely

    def seen(letters: Sequence[str]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = encoder.words[[likely[c][1] for c in letters]].float().numpy()
        return found

    rows = alphabet_rows(old)
    known = [c for c in old if "一" <= c <= "鿿" and c in likely]
    new = [c for c in more if c not in set(old)]
    wanted = weights["characters"][rows[[ord(c) for c in known]]]
    middle, target = seen(known).mean(0), wanted.mean(0)
    off = seen(known) - middle
    bend = off.T @ off + _RIDGE * len(known) * off.var() * np.eye(off.shape[1], dtype=np.float32)
    turn = np.linalg.solve(bend, off.T @ (wanted - target))
    added = np.array([(seen([c])[0] - middle) @ turn if c in likely else 0 * target for c in new], dtype=np.float32).reshape(
        -1, len(target)
    )
    return {**weights, "characters": np.concatenate([weights["characters"], added + target])}, old + "".join(new)


class Lessons:
    """What a teacher said of texts, learned beside labelled sentences: a part of it in each round, all of it before any a second time."""

    def __init__(self, told: Sequence[Told], letters: str, head: str, labels: Sequence[str], share: float) -> None:
        self.told, self.head, self.labels, self.table = told, head, labels, alphabet_rows(letters)
        self.count = max(round(share * len(told)), 1)  # batches a round
        self.characters = share * sum(len(one.chances) for one in told)
        self.waiting: list[Told] = []

    def batches(self, luck: random.Random, chance: np.random.Generator) -> list[Batch]:
        """Those of one round."""
        while len(self.waiting) < self.count:
            self.waiting += luck.sample(self.told, len(self.told))
        drawn, self.waiting = self.waiting[: self.count], self.waiting[self.count :]
        return [Batch(partial(self._loss, one, chance), len(one.texts), len(one.chances)) for one in drawn]

    def _loss(self, told: Told, chance: np.random.Generator, net: Net) -> Tensor:
        """How far the chain of the network is from the teacher's: its cross-entropy, summed over the sentences."""
        sentences = [Sentence(text, ()) for text in told.texts]
        rows, lists, real, _ = tensors(sentences, self.labels, self.table, net.pairs.num_embeddings, chance)
        with net.dropping(_DROP), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = net.scores(rows, lists, real, self.head)
        scores = scores.float()
        expected = (scores[real > 0] * torch.from_numpy(told.chances).float()).sum()
        loss: Tensor = net.whole(scores, real, self.head) - expected - (net.moves[self.head] * torch.from_numpy(told.moves)).sum()
        return loss
