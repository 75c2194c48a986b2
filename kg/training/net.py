"""The network of `kg.nlp.recogniser.network` in torch, with the loss of the chain."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from kg.nlp.recogniser import crf
from kg.nlp.recogniser.features import FLAGS
from kg.training import weights

TABLES = ("characters", "pairs")  # what is large, and is written in whole numbers
_LOWEST = -30.0  # scores further below the best tag do not matter, and keep the scaled sums above zero


class Net(nn.Module):  # type: ignore[misc]  # torch is not there where this is checked
    """One encoder, one head a label set."""

    def __init__(
        self,
        labels: Mapping[str, Sequence[str]],
        *,
        characters: int,
        pairs: int = 1 << 16,
        wide: tuple[int, int] = (64, 48),
        width: int = 128,
        dilations: Sequence[int] = (1, 2, 4, 2, 8, 1),
        drop: float = 0.5,
    ) -> None:
        super().__init__()
        self.characters, self.pairs = nn.Embedding(characters, wide[0]), nn.Embedding(pairs, wide[1])
        nn.init.normal_(self.characters.weight, std=0.1)
        nn.init.normal_(self.pairs.weight, std=0.05)
        self.input = nn.Linear(wide[0] + 2 * wide[1] + FLAGS, width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(dilations) + 1))
        self.heads = nn.ModuleDict({name: nn.Linear(width, len(crf.tags(found))) for name, found in labels.items()})
        self.moves = nn.ParameterDict({name: nn.Parameter(torch.zeros(len(crf.tags(f)), len(crf.tags(f)))) for name, f in labels.items()})
        self.legal = {name: torch.from_numpy(crf.may_follow(crf.tags(found))) for name, found in labels.items()}
        self.first = {name: torch.from_numpy(crf.may_start(crf.tags(found))) for name, found in labels.items()}
        self.last = {name: torch.from_numpy(crf.may_end(crf.tags(found))) for name, found in labels.items()}
        self.dilations, self.drop = tuple(dilations), drop

    def scores(self, rows: Tensor, lists: Tensor, real: Tensor, head: str) -> Tensor:
        """(sentences, steps, tags) from rows (4, sentences, steps), list memberships and the mask of real characters."""
        return self.told(self.hidden(rows, lists, real), head)

    def hidden(self, rows: Tensor, lists: Tensor, real: Tensor, beside: Tensor | float = 0.0) -> Tensor:
        """The last layer (sentences, steps, width); `beside` is added to what the first one sees."""
        seen = torch.cat([self.characters(rows[0]), self.pairs(rows[1]), self.pairs(rows[2]), lists], -1)
        hold = real.unsqueeze(-1)
        hidden = self.norms[0](F.relu(self.input(F.dropout(seen, self.drop, self.training)) + beside)) * hold
        for layer, norm, dilation in zip(self.layers, self.norms[1:], self.dilations, strict=True):
            around = F.pad(hidden, (0, 0, dilation, dilation))
            steps = hidden.shape[1]
            near = torch.cat([around[:, :steps], hidden, around[:, 2 * dilation : 2 * dilation + steps]], -1)
            hidden = norm(hidden + F.dropout(F.relu(layer(near)), self.drop / 2, self.training)) * hold
        return hidden

    def told(self, hidden: Tensor, head: str) -> Tensor:
        """Scores of the tags of one label set from the last layer."""
        result: Tensor = self.heads[head](F.dropout(hidden, self.drop, self.training))
        return result

    def loss(self, rows: Tensor, lists: Tensor, real: Tensor, gold: Tensor, head: str) -> Tensor:
        """Negative log-likelihood of the gold tags, summed over the sentences."""
        return self.loss_of(self.scores(rows, lists, real, head), real, gold, head)

    def loss_of(self, scores: Tensor, real: Tensor, gold: Tensor, head: str) -> Tensor:
        """As `loss`, of scores that are known."""
        moves = self.moves[head]
        told = (scores.gather(2, gold.unsqueeze(-1)).squeeze(-1) * real).sum()
        told = told + (moves[gold[:, :-1], gold[:, 1:]] * real[:, 1:]).sum()
        return self.whole(scores, real, head) - told

    def whole(self, scores: Tensor, real: Tensor, head: str) -> Tensor:
        """Logarithm of the sum over all paths, summed over the sentences. Its slope by a score is the chance of that tag."""
        best = scores.max(2, keepdim=True).values.detach()
        chances = (scores - best).clamp(min=_LOWEST).exp()
        step = self.moves[head].exp() * self.legal[head]
        now = chances[:, 0] * self.first[head]
        logs = []
        for at in range(scores.shape[1]):
            if at:
                now = torch.where(real[:, at : at + 1] > 0, (now @ step) * chances[:, at], now)
            total = now.sum(1, keepdim=True) + crf.TINY
            now = now / total
            logs.append(torch.log(total.squeeze(1)))
        summed: Tensor = (torch.stack(logs, 1) + best.squeeze(2) * real).sum() + torch.log((now * self.last[head]).sum(1) + crf.TINY).sum()
        return summed

    @contextmanager
    def dropping(self, share: float) -> Iterator[None]:
        """Hide this share of what the layers see, for a while."""
        before, self.drop = self.drop, share
        try:
            yield
        finally:
            self.drop = before

    def groups(self) -> list[dict[str, Any]]:
        """Parameters for the optimiser, with the share of the learning rate at which they learn."""
        return [{"params": list(self.parameters()), "share": 1.0}]

    def exported(self) -> dict[str, NDArray[np.float32]]:
        """Weights by the names that `Network` reads."""
        found = {"characters": weights.table(self.characters), "pairs": weights.table(self.pairs), "input": weights.matrix(self.input)}
        found |= {f"layer.{n}": weights.matrix(layer) for n, layer in enumerate(self.layers, 1)}
        found |= {f"norm.{n}": weights.norm(norm) for n, norm in enumerate(self.norms)}
        for name, head in self.heads.items():
            found[f"head.{name}"], found[f"moves.{name}"] = weights.matrix(head), self.moves[name].detach().numpy().copy()
        return found

    def restore(self, found: Mapping[str, NDArray[np.float32]]) -> None:
        """Take the weights of an earlier network of the same shape, as `exported` gave them."""
        weights.put(self.characters.weight, found["characters"])
        weights.put(self.pairs.weight, found["pairs"])
        weights.put_matrix(self.input, found["input"])
        for n, layer in enumerate(self.layers, 1):
            weights.put_matrix(layer, found[f"layer.{n}"])
        for n, norm in enumerate(self.norms):
            weights.put_norm(norm, found[f"norm.{n}"])
        for name, head in self.heads.items():
            weights.put_matrix(head, found[f"head.{name}"])
            weights.put(self.moves[name], found[f"moves.{name}"])
