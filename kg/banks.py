"""What banks are called: 农发行无锡分行 for 中国农业发展银行无锡市分行, 无锡农行 for its branch there, 农商行 for 农村商业银行. Pure functions."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from kg.divisions import lookup
from kg.resources import lines

_BRANCH = re.compile(
    r"(?P<house>.+?(?:银行|行|社))(?:股份)?(?:有限)?(?:责任)?(?:公司)?(?P<where>[^行社]{2,10}?)(?P<kind>分行|支行|营业部|分理处|分社)"
)
_FORM = re.compile(r"(?<=[行社])(?:股份)?有限(?:责任)?公司$")
_AREA = re.compile("(?<=..)[省市县区州]")
_KINDS = (
    (re.compile("农村商业银行|农商银行|农商行"), "农商银行"),
    (
        re.compile(
            "农村信用合作联社|农村信用合作社联合社|农村信用社联合社|农村信用联社|农村信用合作社|农村信用社|农信联社|信用合作联社|信用联社|农信社"
        ),
        "农信社",
    ),
)
_BANKS = ("银行", "农信社")
_LARGE = ("province", "prefecture")


@cache
def _houses() -> Mapping[str, str]:
    """The banks of the whole country, by each of their names."""
    rows = [line.split() for line in lines("lexicons", "company_known.txt")]
    return {name: _FORM.sub("", row[0]) for row in rows if row[0].endswith(("银行", "银行股份有限公司")) for name in row}


def _house(name: str) -> str:
    for kind, plain in _KINDS:
        name = kind.sub(plain, name, count=1)
    return _houses().get(name, name)


@lru_cache(maxsize=65536)
def spelt(name: str) -> str:
    """The name of a bank or of its branch in one form, however it is shortened; other names stay as they are.

    >>> spelt("农发行无锡分行") == spelt("中国农业发展银行无锡市分行") == spelt("无锡农发行")
    True
    >>> spelt("锡山农村商业银行股份有限公司"), spelt("无锡市农村信用合作联社"), spelt("昀泽科技有限公司")
    ('锡山农商银行', '无锡市农信社', '昀泽科技有限公司')
    """
    if "行" not in name and "社" not in name:
        return name
    branch = _BRANCH.fullmatch(name)
    if branch is not None:
        return _house(branch["house"]) + _AREA.sub("", branch["where"]) + branch["kind"]
    whole = _house(_FORM.sub("", name))
    placed = _of_place(whole) if whole not in _houses() else None
    return placed or whole


def _of_place(name: str) -> str | None:
    """无锡农行 is the branch there: 分行 in a province or prefecture, 支行 below."""
    for size in range(len(name) - 2, 1, -1):
        house, where = _houses().get(name[size:]), lookup(name[:size])
        if house is not None and where:
            return house + _AREA.sub("", name[:size]) + ("分行" if where[0].level in _LARGE else "支行")
    return None


@lru_cache(maxsize=65536)
def of_own_place(short: str, full: str) -> bool:
    """Whether a bank of the whole country is called with the level of the place of its branch alone.

    >>> of_own_place("省农发行", "中国农业发展银行江苏省分行"), of_own_place("市农发行", "中国农业银行无锡分行")
    (True, False)
    """
    house, branch = _houses().get(short[1:]), _BRANCH.fullmatch(full)
    if house is None or branch is None or _house(branch["house"]) != house:
        return False
    where = branch["where"]
    return bool(lookup(where if where.endswith(short[0]) else where + short[0]))


def place_of(name: str) -> str:
    """The place of which a bank's branch is; empty where the name is that of no branch of a bank.

    >>> place_of("中国农业银行无锡分行"), place_of("昀泽物流无锡分社")
    ('无锡', '')
    """
    branch = _BRANCH.fullmatch(name)
    return _AREA.sub("", branch["where"]) if branch is not None and _house(branch["house"]).endswith(_BANKS) else ""


@lru_cache(maxsize=65536)
def house_of(name: str) -> str:
    """The bank of which a branch is one, in its one form; empty where the name is that of no branch.

    >>> house_of("农行无锡分行"), house_of("农行")
    ('中国农业银行', '')
    """
    branch = _BRANCH.fullmatch(name)
    return _house(branch["house"]) if branch is not None else ""
