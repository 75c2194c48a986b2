"""What is one across articles, and what stays apart."""

import random
from typing import Any

import pytest

from kg.divisions import area
from kg.resolve import resolve
from kg.resolve.names import is_deictic
from kg.resolve.review import known, pairs
from kg.types import Entity, Extraction, Fact, Node


def by_member(extractions: list[Extraction]) -> dict[tuple[str, str], Node]:
    return {member: node for node in resolve(extractions).nodes for member in node.members}


def test_officials_of_one_name_in_two_cities_stay_two(told: list[Extraction]) -> None:
    nodes = by_member(told)
    assert nodes["a1", "e1"] == nodes["a2", "e1"]
    assert nodes["a1", "e1"] != nodes["a3", "e1"]
    assert nodes["a1", "e1"].reasons == ("同名，且见于同一地区的报道", "同名，且都任职于中共滁州市委员会")


def test_short_and_full_name_of_a_firm_are_one_with_the_full_name(told: list[Extraction]) -> None:
    node = by_member(told)["a2", "e3"]
    assert (node.name, "江汀控股" in node.aliases) == ("江汀控股集团有限公司", True)
    assert any("简称" in reason for reason in node.reasons)


def test_body_without_jurisdiction_stays_apart_and_is_listed(told: list[Extraction]) -> None:
    resolution = resolve(told)
    nodes = by_member(told)
    assert nodes["a4", "e4"] != nodes["a1", "e2"]
    assert [(entry.article, entry.name) for entry in resolution.unresolved if entry.entity == "e4"] == [("a4", "市委")]


def test_order_of_articles_does_not_matter(told: list[Extraction]) -> None:
    expected = resolve(told)
    for seed in range(4):
        shuffled = told[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled) == expected


def test_ids_stay_when_articles_are_added(told: list[Extraction]) -> None:
    few, all_ = by_member(told[:3]), by_member(told)
    assert {key: few[key].id for key in few} == {key: all_[key].id for key in few}


def test_amounts_take_no_part(told: list[Extraction]) -> None:
    assert all(node.type != "Amount" for node in resolve(told).nodes)


CITY: dict[str, Any] = {"locality": "安徽省滁州市", "locality_code": "3411"}
OTHER: dict[str, Any] = {"locality": "江苏省徐州市", "locality_code": "3203"}
NOWHERE: dict[str, Any] = {"locality": None, "locality_code": None}


@pytest.mark.parametrize(
    ("type_", "first", "second", "where", "same"),
    [
        ("Place", {"name": "琅琊区", "code": "341102"}, {"name": "安徽省滁州市琅琊区", "code": "341102"}, (CITY, OTHER), True),
        ("Place", {"name": "高新区"}, {"name": "高新区"}, (CITY, CITY), True),
        ("Place", {"name": "高新区"}, {"name": "高新区"}, (CITY, OTHER), False),
        ("Company", {"name": "云杉智控有限公司"}, {"name": "云杉智控有限公司"}, (CITY, OTHER), True),
        ("Company", {"name": "江苏宜兴江汀水务有限公司"}, {"name": "江苏江阴江汀水务有限公司"}, (CITY, CITY), False),
        ("Company", {"name": "江苏宜兴水务"}, {"name": "江苏江阴水务有限公司"}, (CITY, CITY), False),
        ("Company", {"name": "江苏宜兴江汀水务"}, {"name": "江苏宜兴江汀水务有限公司"}, (CITY, CITY), True),
        ("Company", {"name": "市城投集团"}, {"name": "市城投集团"}, (CITY, OTHER), False),
        ("Company", {"name": "市城投集团"}, {"name": "市城投集团"}, (NOWHERE, NOWHERE), False),
        ("Organization", {"name": "市工商联"}, {"name": "市工商联"}, (CITY, CITY), True),
        ("Organization", {"name": "市工商联"}, {"name": "市工商联"}, (CITY, OTHER), False),
        ("Place", {"name": "人民大会堂"}, {"name": "北京人民大会堂"}, (NOWHERE, NOWHERE), True),
        ("Place", {"name": "人民公园"}, {"name": "人民公园"}, (NOWHERE, NOWHERE), False),
        ("Policy", {"name": "岚晶法修订草案"}, {"name": "岚晶法修订草案"}, (NOWHERE, CITY), True),
        ("Organization", {"name": "新华社"}, {"name": "新华通讯社"}, (CITY, OTHER), True),
        ("Organization", {"name": "岚朔晚报"}, {"name": "岚朔晚报"}, (CITY, NOWHERE), True),
        ("Organization", {"name": "国际岚晶组织"}, {"name": "国际岚晶组织"}, (OTHER, NOWHERE), True),
        ("Organization", {"name": "昀州大学"}, {"name": "昀州大学"}, (CITY, OTHER), True),
        ("Organization", {"name": "老年大学"}, {"name": "老年大学"}, (CITY, OTHER), False),
        ("Organization", {"name": "都市报"}, {"name": "都市报"}, (NOWHERE, NOWHERE), False),
        ("Organization", {"name": "红十字会"}, {"name": "红十字会"}, (CITY, OTHER), False),
        ("Organization", {"name": "岚朔小学"}, {"name": "岚朔小学"}, (CITY, OTHER), False),
        ("Company", {"name": "江汀网"}, {"name": "江汀网"}, (CITY, NOWHERE), True),
        ("Company", {"name": "江汀"}, {"name": "江汀"}, (NOWHERE, NOWHERE), False),
        ("Person", {"name": "卜思远"}, {"name": "卜思远"}, (CITY, CITY), True),
        ("Person", {"name": "卜思远"}, {"name": "卜思远"}, (CITY, OTHER), False),
        ("Person", {"name": "卜思远"}, {"name": "卜思远"}, (NOWHERE, NOWHERE), False),
        ("PublicBody", {"name": "国家能源委"}, {"name": "国家能源委"}, (CITY, OTHER), True),
        ("PublicBody", {"name": "日本经济产业省"}, {"name": "日本经济产业省"}, (CITY, NOWHERE), True),
        ("Place", {"name": "日本"}, {"name": "日本"}, (CITY, NOWHERE), True),
        ("PublicBody", {"name": "市委"}, {"name": "市委"}, (NOWHERE, NOWHERE), False),
        (
            "Policy",
            {"name": "《关于支持智能装备产业发展的若干措施》"},
            {"name": "《关于支持智能装备产业发展的若干措施》"},
            (CITY, OTHER),
            False,
        ),
        ("Policy", {"name": "《战略合作协议》"}, {"name": "《战略合作协议》"}, (CITY, CITY), False),
        ("Event", {"name": "第三届云杉装备博览会"}, {"name": "第三届云杉装备博览会"}, (CITY, OTHER), True),
        ("Event", {"name": "全市招商引资大会"}, {"name": "全市招商引资大会"}, (CITY, OTHER), False),
    ],
)
def test_pairs(
    teller: Any, type_: str, first: dict[str, Any], second: dict[str, Any], where: tuple[dict[str, Any], ...], same: bool
) -> None:
    extractions = []
    for number, (said, place) in enumerate(zip((first, second), where, strict=True)):
        data = {key: value for key, value in said.items() if key != "name"}
        article = teller.article(f"p{number}", said["name"], **place)
        extractions.append(Extraction(article, (Entity("e1", type_, said["name"], (), (), data),)))
    nodes = by_member(extractions)
    assert (nodes["p0", "e1"] == nodes["p1", "e1"]) is same


def test_name_without_post_goes_to_the_only_namesake_of_the_city(teller: Any, told: list[Extraction]) -> None:
    near = teller.article("b1", "岑国栋指出。")
    far = teller.article("b2", "岑国栋指出。", locality="广东省广州市", locality_code="4401")
    extra = [Extraction(article, (teller.entity(article, "e1", "Person", "岑国栋"),)) for article in (near, far)]
    nodes = by_member([*told, *extra])
    assert nodes["b1", "e1"] == nodes["a1", "e1"]
    assert nodes["b2", "e1"] not in (nodes["a1", "e1"], nodes["a3", "e1"])


def test_many_mentions_of_a_name_without_post_are_one(teller: Any) -> None:
    articles = [teller.article(f"m{number:05}", "岑国栋指出。") for number in range(4000)]
    nodes = resolve(Extraction(article, (teller.entity(article, "e1", "Person", "岑国栋"),)) for article in articles).nodes
    assert [len(node.members) for node in nodes] == [4000]


@pytest.mark.parametrize(("name", "deictic"), [("市工商联", True), ("区招商局", True), ("云杉智控", False), ("滁州市工商联", False)])
def test_deictic_names(name: str, deictic: bool) -> None:
    assert is_deictic(name) is deictic


@pytest.mark.parametrize(("code", "where"), [("341102", "3411"), ("310115", "31"), ("34", "34"), ("", None), (None, None)])
def test_area(code: str | None, where: str | None) -> None:
    assert area(code) == where


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (("2024-03-20",), "同一时期在两处任职"),
        (("2024-03-20", "2024-04-02"), "同一时期在两处任职"),
        (("2024-07-02",), "同一时期在两处任职"),
        (("2024-07-03",), "任职时间前后相接，可能是调任"),
        (("2024-01-01",), "任职时间前后相接，可能是调任"),
    ],
)
def test_posts_of_one_day_are_held_at_once_too(days: tuple[str, ...], reason: str) -> None:
    nodes = [Node(id_, "Person", "岑国栋", ((f"a{id_}", "e1"),)) for id_ in ("p1", "p2")]
    nodes += [
        Node("b1", "PublicBody", "滁州市人民政府", (), data={"code": "3411"}),
        Node("b2", "PublicBody", "徐州市人民政府", (), data={"code": "3203"}),
    ]
    held = [("p1", "b1", "2024-03-15"), ("p1", "b1", "2024-07-02"), *(("p2", "b2", day) for day in days)]
    facts = [Fact(who, "holds_position", where, f"a{day}", 0, 1, "", qualifiers={"title": "副市长"}) for who, where, day in held]
    (pair,) = pairs(known(nodes, facts, {fact.article: fact.article[1:] for fact in facts}))
    assert reason in pair.reasons
    assert len({"同一时期在两处任职", "任职时间前后相接，可能是调任"} & set(pair.reasons)) == 1


@pytest.mark.parametrize(
    ("type_", "short", "longer", "listed"),
    [
        ("PublicBody", "发改委", ("国家发展和改革委员会", "国家发改委"), True),
        ("PublicBody", "宣传部", ("中共中央宣传部",), False),  # every committee has one
        ("Organization", "青果协会", ("中国青果协会",), True),
        ("Organization", "青果协会", ("滁州青果协会",), False),
        ("Person", "罗特", ("海因里希·罗特",), True),
        ("Person", "罗特", ("罗特·海因里希",), False),  # that is a given name
    ],
)
def test_short_name_that_may_be_of_one_longer_is_to_be_reviewed(type_: str, short: str, longer: tuple[str, ...], listed: bool) -> None:
    nodes = [Node("a", type_, short, (("a0", "e1"),)), Node("b", type_, longer[0], (("a1", "e1"),), longer[1:])]
    assert [sorted((pair.left, pair.right)) for pair in pairs(known(nodes, [], {}))] == [["a", "b"]] * listed


def test_short_name_that_may_be_of_two_is_not() -> None:
    names = ["罗特", "海因里希·罗特", "约翰·罗特"]
    assert not pairs(known([Node(name, "Person", name, ((name, "e1"),)) for name in names], [], {}))
