"""The words of posts, as data: `resources/lexicons/title_words.yaml`."""

from functools import cache

import srsly

from kg.resources import resource


@cache
def title_words() -> dict[str, tuple[str, ...]]:
    """The lists by name, each in its order."""
    data = srsly.yaml_loads(resource("lexicons", "title_words.yaml").read_text(encoding="utf-8"))
    return {key: tuple(dict.fromkeys(str(words).split())) for key, words in data.items()}


@cache
def posts() -> frozenset[str]:
    """What is a post wherever it stands, and so no given name: 局长 of 甲局长."""
    return frozenset(title_words()["heads"])
