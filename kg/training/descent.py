"""One step of learning, as all our networks take it: the rate rises at first and then falls to almost nothing, and gradients are held short."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

_LONGEST = 5.0  # of all gradients together
_LEAST = 0.02  # of the rate, at the end


def step(
    optimiser: torch.optim.Optimizer, learning: Iterable[nn.Parameter], loss: Tensor, rate: float, number: int, done: float, warm: int = 100
) -> None:
    """Learn from a loss.

    Args:
        optimiser: its groups may have a `share` of the rate.
        learning: what learns.
        loss: one number.
        rate: the learning rate at its highest.
        number: steps before this one; the rate rises over the first `warm`.
        done: how much of everything has been seen, 0–1.
    """
    for group in optimiser.param_groups:
        group["lr"] = group.get("share", 1.0) * rate * min(1.0, (number + 1) / warm) * max(_LEAST, 1 - done)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(learning, _LONGEST)
    optimiser.step()


def groups(module: nn.Module, slow: Iterable[nn.Parameter], share: float) -> list[dict[str, Any]]:
    """All parameters of a module for an optimiser; `slow` ones learn at this share of the rate."""
    slow = list(slow)
    held = {id(one) for one in slow}
    return [{"params": [one for one in module.parameters() if id(one) not in held], "share": 1.0}, {"params": slow, "share": share}]
