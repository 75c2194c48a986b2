"""Patterns over the words of a lexicon, so that code has the shape of what it looks for and the lexicon its words."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby

from kg.resources import tables

_NAME = re.compile(r"\{(<?)([a-z_]+)\}")


@cache
def _lists(lexicon: str) -> Mapping[str, tuple[str, ...]]:
    data = tables("lexicons", f"{lexicon}.yaml")
    return {key: tuple(sorted(str(words).split(), key=lambda w: (-len(w), w))) for key, words in data.items()}


def word_list(lexicon: str, name: str) -> tuple[str, ...]:
    """The words of a name in kg/resources/lexicons/`lexicon`.yaml, longest first."""
    return _lists(lexicon)[name]


def worded(lexicon: str, text: str) -> re.Pattern[str]:
    """A pattern in which `{name}` stands for any of the words of that name, and `{<name}` for a place right behind one of them.

    >>> worded("name_edges", "{lands}大学").search("北美大学")[0], worded("name_edges", "{<work_ends}开工").search("基地开工")[0]
    ('北美大学', '开工')
    """
    return re.compile(_NAME.sub(lambda name: _behind(lexicon, name[2]) if name[1] else _any_of(word_list(lexicon, name[2])), text))


def patterns(lexicon: str, shapes: Mapping[str, str]) -> Callable[[str], re.Pattern[str]]:
    """The patterns of a table by name, each made when it is first asked for."""

    @cache
    def named(name: str) -> re.Pattern[str]:
        return worded(lexicon, shapes[name])

    return named


def _any_of(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _behind(lexicon: str, name: str) -> str:
    """Words of one length each, as a look behind has to be."""
    return "(?:" + "|".join(f"(?<={_any_of(tuple(same))})" for _, same in groupby(word_list(lexicon, name), key=len)) + ")"
