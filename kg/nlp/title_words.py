"""The words of posts, as data: `resources/lexicons/title_words.yaml`."""

from functools import cache

from kg.resources import tables


@cache
def title_words() -> dict[str, tuple[str, ...]]:
    """The lists by name, each in its order."""
    return {key: tuple(dict.fromkeys(str(words).split())) for key, words in tables("lexicons", "title_words.yaml").items()}


@cache
def posts() -> frozenset[str]:
    """What is a post wherever it stands, and so no given name: 局长 of 甲局长."""
    return frozenset(title_words()["heads"])
