"""How much a name of a person tells: 李伟 in two offices of one city may well be two people, 岑厉舟 hardly. Pure functions."""

import re
from functools import cache, lru_cache

from kg.resources import lines

_MASKED = re.compile(r"[某×Xx*＊○〇]|(?:先生|女士|小姐|同志)$")
_FOREIGN = re.compile(r"[·•・]")
_COMMON_SURNAME = 3  # weight in surnames.txt: the commonest hundred or so
_FULL_FOREIGN = 6  # characters of a foreign name with its given name


@cache
def _surnames() -> frozenset[str]:
    rows = [line.split() for line in lines("surnames.txt")]
    return frozenset(name for weight, *names in rows if int(weight) >= _COMMON_SURNAME for name in names)


@cache
def _given() -> frozenset[str]:
    return frozenset(name for line in lines("lexicons", "person_common.txt") for name in line.split())


@lru_cache(maxsize=1 << 16)
def is_common(name: str) -> bool:
    """Whether so many people are called so that the name alone tells nothing.

    >>> is_common("李伟"), is_common("张建国"), is_common("岑厉舟"), is_common("张厉舟")
    (True, True, False, False)
    """
    return name[:1] in _surnames() and name[1:] in _given()


@lru_cache(maxsize=1 << 16)
def is_masked(name: str) -> bool:
    """Whether a name hides who is meant: 王某某, 李先生, a surname alone.

    >>> is_masked("王某某"), is_masked("王"), is_masked("王伟")
    (True, True, False)
    """
    return len(name) < 2 or _MASKED.search(name) is not None


def is_full_foreign(name: str) -> bool:
    """Whether a name of another language has its parts, so that it hardly means two people in the news.

    >>> is_full_foreign("海因里希·罗特"), is_full_foreign("罗特")
    (True, False)
    """
    return len(name) >= _FULL_FOREIGN and _FOREIGN.search(name) is not None
