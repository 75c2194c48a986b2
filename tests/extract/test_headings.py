"""Names that stand over a text: which of them are entities, and where they are said to stand. All names are invented."""

from typing import Any

import pytest

import kg
from kg.extract import to_dict
from kg.packing import pack_entities, unpack_entities


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("青禾机电获奖", "11月3日，公司获奖。", [("青禾机电", [("title", "青禾机电")], 0)]),
        # one with the full name of the text, however it is cut
        ("青禾机电获奖", "11月3日，青禾机电有限公司获奖。", [("青禾机电有限公司", [("title", "青禾机电")], 1)]),
        ("青禾机电有限公司获奖", "11月3日，青禾机电获奖。", [("青禾机电有限公司", [("title", "青禾机电有限公司")], 1)]),
        # cut names, anybody's, and papers
        ("某公司被罚", "11月3日，公司被罚。", []),
        ("青禾机电子公司青禾新能源投产", "11月3日，青禾集团有限公司投产。", [("青禾集团有限公司", [], 1)]),
        ("云岭晚报：厂里来了新工人", "11月3日，厂里来了新工人。", []),
        ("千亿规模控股集团崩盘", "11月3日，公司停产。", []),
        ("东江特钢停产", "11月3日，东江特殊钢集团有限责任公司停产。", [("东江特殊钢集团有限责任公司", [("title", "东江特钢")], 1)]),
    ],
)
def test_names_of_headlines(title: str, text: str, wanted: list[Any]) -> None:
    told = kg.extract(text, title=title)
    record = to_dict(told)
    houses = [e for e in record["entities"] if e["type"] in ("Company", "Organization")]
    assert [(e["name"], [(m["field"], m["text"]) for m in e.get("masthead", ())], len(e["mentions"])) for e in houses] == wanted
    for entity in houses:
        assert all(title[m["start"] : m["end"]] == m["text"] for m in entity.get("masthead", ()))
    stored = unpack_entities(pack_entities(told.entities))
    assert [entity.data.get("masthead") for entity in stored] == [entity.data.get("masthead") for entity in told.entities]


@pytest.mark.parametrize(
    ("paper", "title", "text", "wanted"),
    [
        # the house that issued a story in which only a branch or daughter begins like it
        ("云岭市第二人民医院", "我院签约", "11月3日，云岭市第二人民医院昀溪分院揭牌。", "云岭市第二人民医院"),
        ("青禾新材", "青禾新材与云杼大学签约", "11月3日，公司与云杼大学签约，青石青禾机电有限公司负责人参加。", "青禾新材"),
        ("云岭智能装备研究院", "研究院赴外调研", "11月3日，研究院副院长王平一行外出学习。", "云岭智能装备研究院"),
        # but one that is written out there is the same, and who writes of others is not told of
        ("青禾机电", "青禾机电获奖", "11月3日，青禾机电有限公司获奖。", None),
        ("云岭证券研究院", "青禾机电获奖", "11月3日，公司获奖。", None),
        ("虎啸", "青禾机电获奖", "11月3日，公司获奖。", None),
    ],
)
def test_who_issued_a_story_is_an_entity(paper: str, title: str, text: str, wanted: str | None) -> None:
    told = to_dict(kg.extract(text, title=title, paper=paper))
    issued = [e["name"] for e in told["entities"] if any(m["field"] == "paper" for m in e.get("masthead", ())) and not e["mentions"]]
    assert issued == ([wanted] if wanted else [])


def test_associations_of_two_places_are_two() -> None:
    text = "11月3日，县长李文莅临我会调研，六安市江浦商会副会长王平参加。"
    told = to_dict(kg.extract(text, title="县领导莅临六安市宿松商会调研"))
    assert {e["name"] for e in told["entities"] if e["type"] == "Organization"} == {"六安市宿松商会", "六安市江浦商会"}


@pytest.mark.parametrize(
    ("title", "text", "there"),
    [
        (
            "岚城市召开重点项目建设推进大会",
            "10月8日，市委书记周文出席会议并讲话，市长张志主持会议。",
            {"周文 重点项目建设推进大会", "张志 重点项目建设推进大会"},
        ),
        (
            "第三届青果产业博览会开幕",
            "10月8日，市委书记周文宣布开幕，市长张志致辞。",
            {"周文 第三届青果产业博览会", "张志 第三届青果产业博览会"},
        ),
        # the text names one itself; somebody only won there
        ("第三届青果产业博览会开幕", "10月8日，2024昀山论坛开幕，市长张志致辞。", {"张志 2024昀山论坛"}),
        ("青禾机电获第三届青果产业博览会金奖", "10月8日，市长张志致辞。", set()),
    ],
)
def test_the_event_that_only_a_headline_names(title: str, text: str, there: set[str]) -> None:
    told = kg.extract(text, title=title)
    names = {e.id: e.name for e in told.entities}
    found = {f"{names[s.subject]} {names[s.object]}" for s in told.statements if s.relation == "attended"}
    assert found == there
