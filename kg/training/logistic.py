"""Logistic regression: what weighs and calibrates is fitted with it."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_ROUNDS, _LONGEST = 200, 0.5  # Newton steps, and how far one may go: further, and few cases that agree throw it off


def fitted(seen: Numbers, right: Numbers, pull: Numbers, prior: Numbers) -> Numbers:
    """The weights by which what is seen tells what is right, by damped Newton steps.

    Args:
        seen: (cases, features); a base is a feature that is always one.
        right: (cases,), 0 or 1.
        pull: (features,), how strongly each weight is drawn to its prior.
        prior: (features,), where it stays when there is nothing to see.

    >>> fitted(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.array([1e-6]), np.zeros(1)).round(3).tolist()  # log 3
    [1.099]
    """
    weights = prior.copy()
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-(seen @ weights)))
        slope = seen.T @ (right - guess) - pull * (weights - prior)
        bend = (seen * (guess * (1 - guess))[:, None]).T @ seen + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, _LONGEST / max(np.abs(step).max(), 1e-9))
    return weights
