"""For whom people sign. All people and firms are invented."""

import pytest

from kg.extract import extract


def _signed(text: str) -> set[frozenset[str]]:
    _, entities, statements = extract(text, locality="江苏省无锡市")
    names = {entity.id: entity.name for entity in entities}
    return {
        frozenset((names[s.subject], names[s.object]))
        for s in statements
        if s.relation == "signed_with" and not s.rule.endswith(":learned")
    }


CITY = "无锡市人民政府"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("明远投资与副市长席建签订了投资协议。", [("明远投资", CITY)]),
        ("江阴市副市长岑武与江南银行行长贺明签订合作协议。", [("江阴市人民政府", "江南银行")]),
        ("会上，副市长王平与青禾集团总裁李文分别代表双方签约。", [(CITY, "青禾集团")]),
        ("王平副市长与青禾集团总裁李文签订合作协议。", [(CITY, "青禾集团")]),
        # first with first, second with second
        (
            "明远投资有限公司、安达汽车有限公司分别与副市长席建、江阴高新区管委会主任李勇签订了投资协议。",
            [("明远投资有限公司", CITY), ("安达汽车有限公司", "江阴高新区管理委员会")],
        ),
        # who speaks for a firm without a name
        ("明远电子有限公司负责人与惠山区区长李勇签约。", [("明远电子有限公司", "无锡市惠山区人民政府")]),
        ("明远投资有限公司代表与惠山区区长李勇签约。", [("明远投资有限公司", "无锡市惠山区人民政府")]),
        ("太湖集团副总经理方杰代表集团与江阴市市长刘鹏签署协议。", [("太湖集团", "江阴市人民政府")]),
        # named without his post, or in the clause before
        ("昀泽银行无锡分行行长贺明出席活动。贺明与市水利局签署了融资协议。", [("昀泽银行无锡分行", "无锡市水利局")]),
        ("副市长王平出席活动，并与明远集团签订协议。", [(CITY, "明远集团")]),
        ("副市长王平代表惠山区与明远集团签约。", [("江苏省无锡市惠山区", "明远集团")]),
        # a seat in the committee signs nothing
        ("市委常委、高新区党工委书记李勇与明远集团董事长王大明签约。", [("中共无锡高新区工作委员会", "明远集团")]),
        ("市委书记卢红、市长岑武与明远集团总裁李文签约。", [(CITY, "明远集团")]),
        ("惠山区委书记李勇、青禾集团总裁李文分别代表双方签约。", []),
        # who only looks on, whose post is over, and what somebody signs for himself
        ("副市长王平与明远集团董事长王大明共同见证签约。", []),
        ("副市长王平、明远集团董事长王大明出席签约仪式。", []),
        ("副市长王平见证明远集团与安达集团签约。", [("明远集团", "安达集团")]),
        ("原明远集团董事长王大明参加活动。王大明与江阴市签订投资协议。", []),
        ("明远集团董事长王大明来访。王大明与安达集团签署股权转让协议。", []),
        ("明远集团董事长王大明来访。安达集团董事长王大明作陪。王大明与市水利局签署协议。", []),
    ],
)
def test_a_post_signs_for_its_body(text: str, pairs: list[tuple[str, str]]) -> None:
    assert _signed(text) == {frozenset(pair) for pair in pairs}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "云岭学院召开洽谈会。校长王平代表学校先后与明远机电、青禾机电进行了现场签约。",
            [("云岭学院", "明远机电"), ("云岭学院", "青禾机电")],
        ),
        ("云岭学院、青禾学院来人。校长王平代表学校与明远机电签约。", []),
        ("青禾学院召开洽谈会。董事长王平与明远机电签约。", []),
    ],
)
def test_the_only_house_that_has_such_a_head_signs_by_him(text: str, pairs: list[tuple[str, str]]) -> None:
    assert _signed(text) == {frozenset(pair) for pair in pairs}


def test_who_speaks_for_a_firm_without_a_name_is_not_whom_he_signs_with() -> None:
    _, entities, statements = extract("明远电子有限公司负责人与惠山区区长李勇签约。", locality="江苏省无锡市")
    names = {entity.id: entity.name for entity in entities}
    assert {names[s.object] for s in statements if s.relation == "holds_position"} == {"无锡市惠山区人民政府"}


@pytest.mark.parametrize(
    ("paper", "text", "pairs"),
    [
        # the house that tells the story signs by its head, and by what the ceremony is called
        (
            "云岭职业技术学院",
            "校长王平一行赴明远机电有限公司考察，并与明远机电有限公司签订合作协议。",
            [("云岭职业技术学院", "明远机电有限公司")],
        ),
        ("云岭职业技术学院", "11月8日，我校与明远机电有限公司校企合作签约仪式举行。", [("云岭职业技术学院", "明远机电有限公司")]),
        ("昀泽机电有限公司", "11月8日，公司与青禾大学战略合作签约仪式在公司总部三楼会议室举行。", [("昀泽机电有限公司", "青禾大学")]),
        # a post that another may have, or that it has not, and who tells nothing of itself
        ("云岭职业技术学院", "总经理王平一行赴明远机电有限公司考察，并与昀泽集团签订合作协议。", []),
        (
            "云岭职业技术学院",
            "云杼理工学院院长李文、副院长王平到会。王平与明远机电有限公司签订协议。",
            [],
        ),
        ("云岭市川渝商会", "云杼市江浙商会会长李文到会。执行会长王平介绍，去年与明远机电有限公司签订协议。", []),
        ("云岭日报", "11月8日，公司与青禾大学战略合作签约仪式在公司总部三楼会议室举行。", []),
    ],
)
def test_the_house_that_tells_the_story_signs(paper: str, text: str, pairs: list[tuple[str, str]]) -> None:
    _, entities, statements = extract(text, paper=paper)
    names = {entity.id: entity.name for entity in entities}
    told = (s for s in statements if s.relation == "signed_with" and not s.rule.endswith(":learned"))
    assert {frozenset((names[s.subject], names[s.object])) for s in told} == {frozenset(pair) for pair in pairs}
