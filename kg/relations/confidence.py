"""How sure a statement is: how often its rule was right on the annotated articles, drawn towards the rule's own estimate where it was seen seldom.

`resources/rule_precision.tsv` holds the counts; `data/derive_confidence.py` makes it.
"""

from functools import cache

from kg.resources import lines

_PRIOR = 5  # cases that a rule's own estimate counts for


@cache
def _counts() -> dict[str, tuple[int, int]]:
    rows = (line.split("\t") for line in lines("rule_precision.tsv"))
    return {rule: (int(right), int(cases)) for rule, right, cases in rows}


def calibrated(rule: str, estimate: float) -> float:
    """Measured precision of a rule, 0 to 1, with its author's estimate as five cases more.

    >>> calibrated("no such rule", 0.8)
    0.8
    """
    right, cases = _counts().get(rule, (0, 0))
    return (right + _PRIOR * estimate) / (cases + _PRIOR)
