"""How sure a statement is: how often its rule was right on the annotated articles, drawn towards the rule's own estimate where it was seen seldom.

`resources/rule_precision.tsv` holds the counts; `data/derive_confidence.py` makes it.
"""

from functools import cache

from kg.resources import lines

_PRIOR, _MOST = 5, 0.75  # cases that a rule's own estimate counts for, and how sure an author may be of what was not seen


@cache
def counts() -> dict[str, tuple[int, int]]:
    """Of each rule how often it was right and how often it was seen."""
    rows = (line.split("\t") for line in lines("rule_precision.tsv"))
    return {rule: (int(right), int(cases)) for rule, right, cases in rows}


def calibrated(rule: str, estimate: float) -> float:
    """Measured precision of a rule, 0 to 1, with its author's estimate as five cases more; what readers found of new rules in raw news bounds it.

    >>> calibrated("no such rule", 0.7), calibrated("no such rule", 0.9)
    (0.7, 0.75)
    """
    right, cases = counts().get(rule, (0, 0))
    return (right + _PRIOR * min(estimate, _MOST)) / (cases + _PRIOR)
