"""Full and short names of firms that stand alone in their articles. Firms are invented, but for the banks whose short names a list must hold."""

import pytest

from kg.resolve import resolve
from kg.types import Article, Entity, Extraction

WUXI, XUZHOU, YIXING, NOWHERE = ("江苏省无锡市", "3202"), ("江苏省徐州市", "3203"), ("江苏省无锡市宜兴市", "320282"), (None, None)
Where = tuple[str | None, str | None]


def are_one(type_: str, first: str, second: str, where: Where = NOWHERE, other: Where = NOWHERE, third: str = "") -> bool:
    """Whether two names of two articles, beside a third of another, are one."""
    said = [(first, where), (second, other), *([(third, NOWHERE)] if third else [])]
    told = [
        Extraction(Article(f"a{at}", "x", "", locality=place, locality_code=code), (Entity("e1", type_, name),))
        for at, (name, (place, code)) in enumerate(said)
    ]
    nodes = {member: node.id for node in resolve(told).nodes for member in node.members}
    return nodes["a0", "e1"] == nodes["a1", "e1"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("农发行无锡分行", "中国农业发展银行无锡市分行", True),
        ("农发行无锡分行", "中国农业发展银行股份有限公司无锡分行", True),
        ("无锡农发行", "中国农业发展银行无锡市分行", True),
        ("农行无锡分行", "农发行无锡分行", False),
        ("农发行无锡分行", "农发行徐州分行", False),
        ("农发行无锡分行", "农发行", False),
        ("农行鼓楼支行", "中国农业银行鼓楼支行", False),  # there are several of that name
        ("昀泽登记结算有限责任公司上海分公司", "昀泽登记结算有限责任公司上海分公司", True),
        ("昀泽登记结算有限责任公司上海分公司", "昀泽登记结算有限责任公司深圳分公司", False),
        ("昀泽上海分公司", "昀泽登记结算有限责任公司上海分公司", False),
    ],
)
def test_branches(first: str, second: str, same: bool) -> None:
    assert are_one("Company", first, second) is same


@pytest.mark.parametrize(
    ("short", "where", "full", "same"),
    [
        ("市农发行", WUXI, "中国农业发展银行无锡市分行", True),
        ("市农发行", XUZHOU, "中国农业发展银行无锡市分行", False),
        ("市农发行", NOWHERE, "中国农业发展银行无锡市分行", False),
        ("市城投集团", YIXING, "宜兴市城市建设投资集团有限公司", True),
        ("市城投集团", WUXI, "宜兴市城市建设投资集团有限公司", False),
        ("宜兴城投集团", NOWHERE, "宜兴市城市建设投资集团有限公司", True),
        ("宜兴市城投", NOWHERE, "宜兴市城市建设投资集团有限公司", True),
        ("城投集团", NOWHERE, "宜兴市城市建设投资集团有限公司", False),
        ("宜兴交投集团", NOWHERE, "宜兴市城市建设投资集团有限公司", False),
        ("宜兴城投集团", NOWHERE, "宜兴市城市建设投资有限公司", False),  # 集团 is another
    ],
)
def test_short_names_of_firms_of_a_place(short: str, where: Where, full: str, same: bool) -> None:
    assert are_one("Company", short, full, where) is same


def test_contraction_that_two_firms_have_stays_apart() -> None:
    assert not are_one("Company", "宜兴城投", "宜兴市城市建设投资有限公司", third="宜兴市城市投资有限公司")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("昀岚云", "昀岚云基金公司", True),
        ("昀岚云基金", "昀岚云基金管理有限公司", True),
        ("昀岚云", "昀岚云产业基金", False),
        ("昀岚", "昀岚基金公司", False),  # two characters may be a bank's too
        ("昀岚云公司", "昀岚云集团", True),
        ("昀岚航空公司", "昀岚航空集团", False),
        ("招商银行公司", "招行", True),
        ("海航公司", "海航集团", False),
    ],
)
def test_houses_and_groups(first: str, second: str, same: bool) -> None:
    assert are_one("Company", first, second) is same
