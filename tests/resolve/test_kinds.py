"""What tells one from another, kind by kind. People and firms are invented, but for names that a rule must know as words (工商银行)."""

from typing import Any

import pytest

from kg import decisions
from kg.resolve import resolve
from kg.resolve.anchors import anchor_of
from kg.resolve.bodies import current, renamed
from kg.resolve.tenures import clashes, tenures
from kg.types import Article, Entity, Evidence, Extraction, Fact, Statement

CHUZHOU, WUHU, XUZHOU = ("安徽省滁州市", "3411"), ("安徽省芜湖市", "3402"), ("江苏省徐州市", "3203")
NOWHERE = (None, None)


def article(
    number: int, where: tuple[str | None, str | None] = CHUZHOU, published: str = "2024-03-11", paper: str | None = None
) -> Article:
    return Article(f"a{number}", "x", "", published=published, paper=paper, locality=where[0], locality_code=where[1])


def official(number: int, name: str, body: str, code: str, title: str, *, published: str = "2024-03-11") -> Extraction:
    """An article with somebody who has a post."""
    entities = (Entity("e1", "Person", name), Entity("e2", "PublicBody", body, (), (), {"code": code, "resolved": True}))
    post = Statement("s1", "e1", "holds_position", "e2", Evidence(0, 0, ""), {"title": title})
    return Extraction(article(number, published=published), entities, (post,))


def one(extractions: list[Extraction], first: tuple[str, str], second: tuple[str, str]) -> bool:
    nodes = {member: node.id for node in resolve(extractions).nodes for member in node.members}
    return nodes[first] == nodes[second]


@pytest.mark.parametrize(
    ("name", "posts", "same"),
    [
        ("李伟", [("滁州市教育局", "3411", "局长"), ("滁州市公安局", "3411", "副局长")], False),  # a common name in two offices of one city
        ("岑厉舟", [("滁州市教育局", "3411", "局长"), ("滁州市公安局", "3411", "副局长")], True),
        ("李伟", [("中共滁州市委员会", "3411", "市委副书记"), ("滁州市人民政府", "3411", "市长")], True),  # both lead one division
        ("李伟", [("滁州市教育局", "3411", "局长"), ("滁州市教育局", "3411", "党组书记")], True),
        ("李伟", [("滁州市人民代表大会", "3411", "代表"), ("滁州市人民代表大会", "3411", "代表")], False),  # seats are held by many
        ("岑厉舟", [("滁州市教育局", "3411", "局长"), ("芜湖市教育局", "3402", "局长")], False),
        ("王某某", [("滁州市教育局", "3411", "局长"), ("滁州市教育局", "3411", "局长")], False),
    ],
)
def test_namesakes_in_office(name: str, posts: list[tuple[str, str, str]], same: bool) -> None:
    assert one([official(number, name, *post) for number, post in enumerate(posts)], ("a0", "e1"), ("a1", "e1")) is same


@pytest.mark.parametrize(
    ("name", "posts", "same"),
    [
        # the heads of provinces and ministries are few: one of a rare name who was here, then there
        ("岑厉舟", [("安徽省人民政府", "34", "省长"), ("中共江苏省委员会", "32", "省委书记")], True),
        ("岑厉舟", [("财政部", "", "部长"), ("中共江苏省委员会", "32", "省委书记")], True),
        ("岑厉舟", [("财政部", "", "处长"), ("中共江苏省委员会", "32", "省委书记")], False),
        ("岑厉舟", [("安徽省人民政府", "34", "常务副省长"), ("中共江苏省委员会", "32", "省委书记")], False),
        ("李伟", [("安徽省人民政府", "34", "省长"), ("中共江苏省委员会", "32", "省委书记")], False),
        # those of the state fewer still
        ("李伟", [("国务院", "", "国务委员"), ("中国人民政治协商会议全国委员会", "", "副主席")], True),
        ("李伟", [("国务院", "", "国务委员"), ("中国人民政治协商会议全国委员会", "", "委员")], False),
        ("李伟", [("最高人民法院", "", "副院长"), ("最高人民检察院", "", "检察长")], False),
    ],
)
def test_leaders_who_went_on(name: str, posts: list[tuple[str, str, str]], same: bool) -> None:
    assert one([official(number, name, *post) for number, post in enumerate(posts)], ("a0", "e1"), ("a1", "e1")) is same


def test_nobody_leads_two_provinces_at_once() -> None:
    days = ["2024-01-05", "2024-06-05"]
    told = [official(at, "岑厉舟", "安徽省人民政府", "34", "省长", published=day) for at, day in enumerate(days)]
    told += [official(at, "岑厉舟", "江苏省人民政府", "32", "省长", published=day) for at, day in enumerate(days, 2)]
    assert not one(told, ("a0", "e1"), ("a2", "e1"))


@pytest.mark.parametrize(("title", "same"), [("首相", True), ("副首相", False)])
def test_head_of_a_state_has_a_name_that_is_common_here(title: str, same: bool) -> None:
    told = []
    for number in range(2):
        entities = (Entity("e1", "Person", "洪伟"), Entity("e2", "Place", "柬埔寨"))
        told.append(
            Extraction(
                article(number, NOWHERE), entities, (Statement("s1", "e1", "holds_position", "e2", Evidence(0, 0, ""), {"title": title}),)
            )
        )
    assert one(told, ("a0", "e1"), ("a1", "e1")) is same


@pytest.mark.parametrize(("name", "same"), [("岑厉舟", True), ("岑舟", False)])
def test_name_without_post_is_the_only_leader_of_that_name_where_it_is_long_enough(name: str, same: bool) -> None:
    told = [official(0, name, "安徽省人民政府", "34", "省长"), Extraction(article(1, NOWHERE), (Entity("e1", "Person", name),))]
    assert one(told, ("a0", "e1"), ("a1", "e1")) is same


def test_who_would_lead_two_districts_at_once_is_two_and_listed() -> None:
    days = ["2024-01-05", "2024-06-05"]
    told = [official(at, "岑厉舟", "滁州市琅琊区人民政府", "341102", "区长", published=day) for at, day in enumerate(days)]
    told += [official(at, "岑厉舟", "滁州市南谯区人民政府", "341103", "区长", published=day) for at, day in enumerate(days, 2)]
    assert not one(told, ("a0", "e1"), ("a2", "e1"))
    assert any("两地主官" in entry.reason for entry in resolve(told).unresolved)


def test_who_leads_one_district_after_the_other_is_one() -> None:
    told = [official(0, "岑厉舟", "滁州市琅琊区人民政府", "341102", "区长", published="2022-01-05")]
    told += [official(1, "岑厉舟", "滁州市南谯区人民政府", "341103", "区长", published="2024-01-05")]
    assert one(told, ("a0", "e1"), ("a1", "e1"))


def test_article_that_tells_of_both_posts_makes_one_of_two() -> None:
    both = Extraction(
        article(9),
        (
            Entity("e1", "Person", "岑厉舟"),
            *(Entity(f"e{code}", "PublicBody", name, (), (), {"code": code, "resolved": True}) for name, code in POSTS),
        ),
        tuple(Statement(f"s{code}", "e1", "holds_position", f"e{code}", Evidence(0, 0, ""), {"title": "市长"}) for _, code in POSTS),
    )
    two = [official(at, "岑厉舟", name, code, "市长") for at, (name, code) in enumerate(POSTS)]
    assert not one(two, ("a0", "e1"), ("a1", "e1"))
    assert one([*two, both], ("a0", "e1"), ("a1", "e1"))


POSTS = (("滁州市人民政府", "3411"), ("芜湖市人民政府", "3402"))


def firms(*said: tuple[str, tuple[str | None, str | None], tuple[str, ...]]) -> list[Extraction]:
    """Articles with one firm each: name, place, other names in that article."""
    return [Extraction(article(at, where), (Entity("e1", "Company", name, (), aliases),)) for at, (name, where, aliases) in enumerate(said)]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("江苏云峤科技股份有限公司", "云峤科技", True),
        ("江汀控股集团有限公司", "江汀控股集团", True),
        ("云峤基金管理有限公司", "云峤基金公司", True),
        ("滁州云峤电子科技有限公司", "云峤电子", False),  # another town's may be called so too
        ("云峤幸福科技有限公司", "云峤幸福", False),
        ("江汀控股有限责任公司", "江汀控股有限公司", True),
        ("江汀控股集团有限公司", "江汀控股股份有限公司", False),  # parent and listed subsidiary
        ("云峤电气集团有限公司", "云峤电气风电", False),
        ("云峤银行股份有限公司", "云峤银行滁州分行", False),
        ("滁州第一建筑工程有限公司", "滁州第二建筑工程有限公司", False),
        ("滁州云峤科技有限公司", "徐州云峤科技有限公司", False),
        ("工行", "中国工商银行股份有限公司", True),
        ("中国工商银行股份有限公司", "中国工商银行滁州分行", False),
        ("无锡产业发展集团有限公司", "产业发展集团", False),
        ("陆摩拉（中国）有限公司", "陆摩拉", False),
        ("云峤科技公司", "云峤科技", True),
    ],
)
@pytest.mark.parametrize("where", [CHUZHOU, XUZHOU])
def test_firms(first: str, second: str, same: bool, where: tuple[str, str]) -> None:
    assert one(firms((first, NOWHERE, ()), (second, where, ())), ("a0", "e1"), ("a1", "e1")) is same


def test_short_name_means_the_listed_one_of_firms_that_differ_by_form_alone() -> None:
    told = firms(
        ("云峤电器股份有限公司", CHUZHOU, ()), ("云峤电器集团", NOWHERE, ()), ("云峤电器有限公司", XUZHOU, ()), ("云峤电器", NOWHERE, ())
    )
    assert one(told, ("a0", "e1"), ("a3", "e1"))
    assert not one(told, ("a1", "e1"), ("a3", "e1"))
    assert not one(told, ("a2", "e1"), ("a3", "e1"))


@pytest.mark.parametrize(
    ("full", "alias", "short", "same"),
    [
        ("滁州江汀置业有限公司", "江汀", "江汀", True),  # in the same city, for the only one
        ("滁州江汀置业有限公司", "江汀置业", "江汀置业", True),
        ("江汀通信云峤科技有限公司", "江汀通信", "江汀通信", False),  # the parent's name, used for the subsidiary
        ("资易贷金融信息服务有限公司", "小云钱包", "小云钱包", True),  # a brand that the article says is this firm
        ("江汀银行滁州分行", "江汀银行", "江汀银行", False),
        ("滁州江汀云杉投资管理有限公司", "江汀投资", "江汀投资", False),  # another firm of that head
        ("滁州江汀电子科技有限公司", "江汀科技", "江汀科技", True),
        ("江汀证券股份有限公司", "托管人", "托管人", False),
    ],
)
def test_names_that_articles_use_for_a_firm(full: str, alias: str, short: str, same: bool) -> None:
    assert one(firms((full, CHUZHOU, (alias,)), (short, CHUZHOU, ())), ("a0", "e1"), ("a1", "e1")) is same


def test_short_name_of_two_firms_around_stays_apart_and_is_listed() -> None:
    told = firms(("滁州云峤科技有限公司", CHUZHOU, ()), ("安徽云峤科技集团有限公司", CHUZHOU, ()), ("云峤科技", CHUZHOU, ()))
    assert not one(told, ("a0", "e1"), ("a2", "e1"))
    assert not one(told, ("a1", "e1"), ("a2", "e1"))
    assert [entry.reason for entry in resolve(told).unresolved] == ["企业简称，可能是安徽云峤科技集团有限公司、滁州云峤科技有限公司"]


def test_told_change_of_name_makes_one_firm_with_the_new_name() -> None:
    new, old = Entity("e1", "Company", "云岫智能装备股份有限公司"), Entity("e2", "Company", "滁州云岫机械有限公司")
    quote = Evidence(0, 4, "滁州云岫机械有限公司更名为云岫智能装备股份有限公司")
    told = [Extraction(article(0), (new, old), (Statement("s1", "e1", "succeeded", "e2", quote),))]
    told += [Extraction(article(1), (Entity("e1", "Company", old.name),))]
    node = next(node for node in resolve(told).nodes if ("a1", "e1") in node.members)
    assert (node.name, len(node.members), any("更名" in reason for reason in node.reasons)) == (new.name, 3, True)


@pytest.mark.parametrize(
    ("project", "first", "second", "same"),
    [
        ("二期生产基地", ("undertakes", "昀泽吊篮"), ("undertakes", "岚朔食品"), False),
        ("二期生产基地", ("undertakes", "昀泽吊篮"), ("owns", "昀泽吊篮"), True),
        ("二期生产基地", ("undertakes", "昀泽吊篮"), None, False),  # whose, is not said
        ("二期生产基地", None, None, False),
        ("光伏发电项目（一期）", ("invested_in", "昀泽吊篮"), ("undertakes", "岚朔食品"), False),
        ("岚朔湖大桥", ("undertakes", "昀泽吊篮"), ("undertakes", "岚朔食品"), True),  # a name of its own: two build it
        ("年产5万吨岚晶材料项目", None, ("undertakes", "昀泽吊篮"), True),
    ],
)
def test_projects(project: str, first: tuple[str, str] | None, second: tuple[str, str] | None, same: bool) -> None:
    assert one([built(0, project, first), built(1, project, second)], ("a0", "e1"), ("a1", "e1")) is same


def built(number: int, project: str, tie: tuple[str, str] | None) -> Extraction:
    """An article with a project, and the firm that has to do with it."""
    entities = Entity("e1", "Project", project), Entity("e2", "Company", tie[1] if tie else "无关公司")
    return Extraction(article(number), entities, (Statement("s1", "e2", tie[0], "e1", Evidence(0, 0, "")),) if tie else ())


@pytest.mark.parametrize(
    ("project", "tie", "name"),
    [
        ("二期生产基地", ("undertakes", "昀泽吊篮"), "二期生产基地（昀泽吊篮）"),
        ("二期生产基地", None, "二期生产基地"),
        ("岚朔湖大桥", ("undertakes", "昀泽吊篮"), "岚朔湖大桥"),
    ],
)
def test_a_project_that_is_called_by_its_kind_says_whose_it_is(project: str, tie: tuple[str, str] | None, name: str) -> None:
    (node,) = (node for node in resolve([built(0, project, tie)]).nodes if node.type == "Project")
    assert (node.name, name == project or project in node.aliases) == (name, True)


def test_a_person_may_name_such_a_project_otherwise() -> None:
    told = [built(0, "二期生产基地", ("undertakes", "昀泽吊篮"))]
    (node,) = (node for node in resolve(told).nodes if node.type == "Project")
    (renamed,) = (
        node
        for node in resolve(told, [decisions.make("rename", anchor_of(node), "昀泽二厂", at="2024-05-01")]).nodes
        if node.type == "Project"
    )
    assert (renamed.name, "name" in renamed.data) == ("昀泽二厂", False)


def test_renamed_body_is_one_node_with_its_years() -> None:
    names = ["滁州市环境保护局", "滁州市生态环境局"]
    told = [
        Extraction(article(at), (Entity("e1", "PublicBody", name, (), (), {"code": "3411", "resolved": True}),))
        for at, name in enumerate(names)
    ]
    (node,) = resolve(told).nodes
    assert (node.name, node.data["former"]) == ("滁州市生态环境局", "滁州市环境保护局（至2018年）")


def test_merged_body_stays_and_names_its_follower() -> None:
    told = [Extraction(article(0), (Entity("e1", "PublicBody", "滁州市工商行政管理局", (), (), {"code": "3411", "resolved": True}),))]
    (node,) = resolve(told).nodes
    assert (node.name, node.data["successor"]) == ("滁州市工商行政管理局", "滁州市市场监督管理局（2018年起）")


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("安徽省环境保护厅", "安徽省生态环境厅"),
        ("环境保护部", "生态环境部"),
        ("国家发展计划委员会", "国家发展和改革委员会"),
        ("中国银行保险监督管理委员会安徽监管局", "国家金融监督管理总局安徽监管局"),
        ("滁州市财政局", "滁州市财政局"),
        ("滁州市环境保护厅", "滁州市环境保护厅"),
    ],
)
def test_names_of_bodies_through_time(name: str, later: str) -> None:
    assert current(name)[0] == later


def test_follower_is_not_made_up() -> None:
    assert renamed("滁州市国土资源局") is None


def test_old_name_of_a_division() -> None:
    old, new = Entity("e1", "Place", "江苏省吴江市"), Entity("e1", "Place", "江苏省苏州市吴江区", (), (), {"code": "320509"})
    assert one([Extraction(article(0), (old,)), Extraction(article(1), (new,))], ("a0", "e1"), ("a1", "e1"))


def test_article_is_at_home_where_its_paper_is() -> None:
    body = Entity("e1", "PublicBody", "中共徐州市委员会", (), (), {"code": "3203", "resolved": True})
    here = [Extraction(article(at, XUZHOU, paper="淮塔晨声"), (body,)) for at in range(3)]
    lost = Extraction(article(7, NOWHERE, paper="淮塔晨声"), (Entity("e1", "PublicBody", "市委", (), (), {"resolved": False}),))
    away = Extraction(
        article(8, NOWHERE, paper="淮塔晨声"),
        (Entity("e1", "PublicBody", "市委", (), (), {"resolved": False}), Entity("e2", "Place", "安徽省芜湖市", (), (), {"code": "3402"})),
    )
    assert one([*here, lost], ("a0", "e1"), ("a7", "e1"))
    assert not one([*here, away], ("a0", "e1"), ("a8", "e1"))
    assert not one([*here[:2], lost], ("a0", "e1"), ("a7", "e1"))  # two articles tell nothing of a paper


def held(person: str, title: str, day: str, status: Any = "asserted") -> Fact:
    return Fact(person, "holds_position", "body", day, 0, 1, "句", status, day, qualifiers={"title": title})


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ([held("p", "市长", "2024-01-05"), held("p", "市长", "2024-06-05"), held("q", "市长", "2024-03-05")], 1),
        (
            [
                held("p", "市长", "2024-01-05"),
                held("p", "市长", "2024-03-05"),
                held("q", "市长", "2024-03-20"),
                held("q", "市长", "2024-05-05"),
            ],
            0,
        ),
        ([held("p", "市长", "2024-03-05"), held("q", "市长", "2024-03-20")], 1),  # in one month
        ([held("p", "副市长", "2024-03-05"), held("q", "副市长", "2024-03-20")], 0),
        ([held("p", "市长", "2024-03-05", "former"), held("q", "市长", "2024-03-20")], 0),
        ([held("p", "市长", "2024-03-05"), held("q", "市长", "2024-03-20", "planned")], 0),
    ],
)
def test_two_in_one_post_at_once_are_a_contradiction(facts: list[Fact], count: int) -> None:
    assert len(clashes(tenures(facts, {}))) == count


def test_tenure_is_from_the_first_report_to_the_last() -> None:
    found = tenures([held("p", "市长", "2024-06-05"), held("p", "市长", "2023-01-05"), held("p", "市委书记", "2024-07-01")], {})
    assert [(entry.title, entry.first, entry.last) for entry in found] == [
        ("市长", "2023-01-05", "2024-06-05"),
        ("市委书记", "2024-07-01", "2024-07-01"),
    ]
