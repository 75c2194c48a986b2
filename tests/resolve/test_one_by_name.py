"""Bodies, organisations and places that are one by their name, in full or in short, and those that are not. Real are only names that lists must hold."""

import pytest

from kg.resolve import resolve
from kg.types import Article, Entity, Extraction
from tests.resolve.test_short_and_full import are_one


@pytest.mark.parametrize(
    ("type_", "first", "second", "same"),
    [
        ("Organization", "北大", "北京大学", True),
        ("Organization", "交大", "上海交通大学", False),
        ("Organization", "安理会", "联合国安理会", True),
        ("PublicBody", "国民党", "中国国民党", True),
        ("PublicBody", "水利部昀河水利委员会", "水利部昀河水利委员会", True),
        ("PublicBody", "昀北海关", "昀北海关", True),
        ("PublicBody", "海关", "海关", False),
        ("PublicBody", "12345部队", "12345 部队", True),
        ("PublicBody", "公安局", "公安局", False),  # not the one of 公安县
        ("PublicBody", "上海办事处", "上海办事处", False),  # of whom?
        ("Place", "海南自由贸易港", "海南自贸港", True),
        ("Place", "西安昀泽园", "西安昀泽园", True),
        ("Place", "西安经开区", "西安高新区", False),
        ("Place", "鼓楼昀泽园", "鼓楼昀泽园", False),
        ("Place", "朝阳昀泽园", "朝阳昀泽园", False),
    ],
)
def test_other_names(type_: str, first: str, second: str, same: bool) -> None:
    assert are_one(type_, first, second) is same


def test_branch_of_a_bureau_is_one_whichever_division_was_read() -> None:
    told = [
        Extraction(
            Article(f"a{code}", "x", ""), (Entity("e1", "PublicBody", "无锡市公安局滨湖分局", (), (), {"code": code, "resolved": True}),)
        )
        for code in ("3202", "320211")
    ]
    assert len(resolve(told).nodes) == 1


@pytest.mark.parametrize(
    ("names", "nodes"), [(["旧金山", "美国旧金山"], 1), (["奥克兰", "美国奥克兰", "新西兰奥克兰"], 3), (["斯洛伐克", "捷克斯洛伐克"], 2)]
)
def test_place_abroad_with_its_country_and_without(names: list[str], nodes: int) -> None:
    told = [Extraction(Article(f"a{at}", "x", ""), (Entity("e1", "Place", name),)) for at, name in enumerate(names)]
    assert len(resolve(told).nodes) == nodes
