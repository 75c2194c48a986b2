"""Names that nothing places are one where the same others stand beside them. People and firms are invented."""

import pytest

from kg.resolve import resolve
from kg.types import Article, Entity, Evidence, Extraction, Statement

WUHU = "3402"


def told(number: int, *entities: tuple[str, str], where: str | None = None, post: str = "") -> Extraction:
    """An article with these entities; the first holds a post at the second if one is given."""
    found = [
        Entity(f"e{at}", type_, name, (), (), {"code": WUHU, "resolved": True} if type_ == "PublicBody" else {})
        for at, (type_, name) in enumerate(entities)
    ]
    stated = (Statement("s1", "e0", "holds_position", "e1", Evidence(0, 0, ""), {"title": post}),) if post else ()
    return Extraction(Article(f"a{number}", "x", "", locality=None, locality_code=where), tuple(found), stated)


def are_one(*extractions: Extraction) -> bool:
    nodes = {member: node.id for node in resolve(extractions).nodes for member in node.members}
    return len({nodes[extraction.article.id, "e0"] for extraction in extractions}) == 1


@pytest.mark.parametrize("name", [("Company", "江汀"), ("Person", "卜思远"), ("Organization", "岚朔商会")])
@pytest.mark.parametrize(
    ("beside", "same"),
    [
        (("Person", "岑厉舟"), True),
        (("Company", "云岫智能装备股份有限公司"), True),
        (("PublicBody", "芜湖市财政局"), True),
        (("Person", "李伟"), False),  # many are called so
        (("Company", "中国工商银行"), False),  # named everywhere
        (("Place", "安徽省芜湖市"), False),
        (("Organization", "新华社"), False),
    ],
)
def test_who_stands_beside_a_name_tells_whom_it_means(name: tuple[str, str], beside: tuple[str, str], same: bool) -> None:
    assert are_one(told(0, name, beside), told(1, name, beside)) is same
    assert not are_one(told(0, name, beside), told(1, name))


@pytest.mark.parametrize("name", ["李伟", "穆罕默德"])
@pytest.mark.parametrize(("beside", "same"), [(["岑厉舟"], False), (["岑厉舟", "卜思远"], True)])
def test_of_a_common_name_two_have_to_stand_beside_it(name: str, beside: list[str], same: bool) -> None:
    people = [("Person", one) for one in (name, *beside)]
    assert are_one(told(0, *people), told(1, *people)) is same


def test_what_many_articles_name_tells_nothing() -> None:
    many = [told(at, ("Company", "云岫智能装备股份有限公司")) for at in range(2, 30)]
    two = [told(at, ("Person", "卜思远"), ("Company", "云岫智能装备股份有限公司")) for at in range(2)]
    nodes = {member: node.id for node in resolve([*two, *many]).nodes for member in node.members}
    assert nodes["a0", "e0"] != nodes["a1", "e0"]


def test_the_reason_names_who_stands_beside() -> None:
    pair = [told(at, ("Company", "江汀"), ("Person", "岑厉舟")) for at in range(2)]
    (node,) = (node for node in resolve(pair).nodes if node.type == "Company")
    assert node.reasons == ("名称相同，且报道中都提到“岑厉舟”",)


def test_a_name_joins_whom_it_stands_with_and_nobody_where_that_may_be_two() -> None:
    """Two of one name in two towns; a third article names him with the firm of the first, a fourth with those of both."""
    firms = ("Company", "云岫智能装备股份有限公司"), ("Company", "岚朔食品股份有限公司")
    held = [
        told(at, ("Person", "卜思远"), ("Company", f"{town}江汀置业有限公司"), firm, where=code, post="总经理")
        for at, (town, code, firm) in enumerate([("芜湖", WUHU, firms[0]), ("徐州", "3203", firms[1])])
    ]
    assert are_one(held[0], told(2, ("Person", "卜思远"), firms[0]))
    both = told(3, ("Person", "卜思远"), *firms)
    resolution = resolve([*held, both])
    nodes = {member: node.id for node in resolution.nodes for member in node.members}
    assert len({nodes[f"a{at}", "e0"] for at in (0, 1, 3)}) == 3
    assert any("与其中几处" in entry.reason for entry in resolution.unresolved if entry.name == "卜思远")


def test_what_stays_apart_is_listed() -> None:
    pair = [told(at, ("Company", "江汀")) for at in range(2)]
    assert {entry.article for entry in resolve(pair).unresolved if "未归并" in entry.reason} == {"a0", "a1"}


def test_an_article_that_says_where_it_is_about_keeps_its_own() -> None:
    beside = ("Company", "云岫智能装备股份有限公司")
    assert not are_one(told(0, ("Person", "卜思远"), beside, where=WUHU), told(1, ("Person", "卜思远"), beside, where="3203"))
