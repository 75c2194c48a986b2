"""Banks and funds: firms whose trade is to give money to others, by how their names end."""

import re
from functools import cache

from kg.relations.scene import Ref, Scene
from kg.relations.signs import words

_FORM = re.compile("(?:股份)?有限(?:责任)?公司$")


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(words("lenders")[key])


def is_lender(name: str) -> bool:
    """Whether a name ends like that of who gives loans, or is the short one of a great bank.

    >>> is_lender("云岭农商行"), is_lender("云岭银行（筹）"), is_lender("交行"), is_lender("云岭创投")
    (True, True, True, False)
    >>> is_lender("云岭农村商业银行股份有限公司"), is_lender("云岭农发行"), is_lender("云岭创投有限公司")
    (True, True, False)
    """
    return name in _words("short") or _FORM.sub("", name.removesuffix(words("lenders")["to_be"])).endswith(_words("lends"))


def is_fund(name: str) -> bool:
    """Whether a name ends like that of a fund."""
    return name.endswith(_words("funds"))


def lends(scene: Scene, ref: Ref) -> bool:
    """Whether what stands here is who gives loans, by what it is called here or in full."""
    return is_lender(ref.text) or (ref.entity is not None and is_lender(scene.entities[ref.entity].name))


def finances(ref: Ref) -> bool:
    """Whether what stands here is a bank or fund, by what it is called here or by a word for such a one."""
    return is_lender(ref.text) or is_fund(ref.text) or ref.text in _words("stand_for")
