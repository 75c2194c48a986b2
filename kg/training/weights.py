"""Between torch and the arrays that inference reads: a matrix is (in, out) with the bias as last row, a norm is its weight upon its bias."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

Array = NDArray[np.float32]


def matrix(linear: nn.Linear) -> Array:
    """(in + 1, out)."""
    found: Array = torch.cat([linear.weight.T, linear.bias[None]]).detach().numpy().copy()
    return found


def table(embedding: nn.Embedding) -> Array:
    """(rows, width)."""
    found: Array = embedding.weight.detach().numpy().copy()
    return found


def norm(layer: nn.LayerNorm) -> Array:
    """(2, width)."""
    found: Array = torch.stack([layer.weight, layer.bias]).detach().numpy().copy()
    return found


def put_matrix(linear: nn.Linear, found: Array) -> None:
    """What `matrix` gave, back again."""
    put(linear.weight, found[:-1].T)
    put(linear.bias, found[-1])


def put_norm(layer: nn.LayerNorm, found: Array) -> None:
    """What `norm` gave, back again."""
    put(layer.weight, found[0])
    put(layer.bias, found[1])


def put(parameter: Tensor, found: Array) -> None:
    """These values into a parameter of this shape."""
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(found.copy()))
