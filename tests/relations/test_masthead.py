"""Whom words without a name mean where guests come, two hold one post, or only a headline names somebody. All names are invented."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.relations.anaphora import resolved
from kg.relations.masthead import house, ours, self_named
from kg.relations.posts import propose
from kg.relations.scene import Scene
from kg.relations.signs import words
from kg.types import Entity


def headed(scene: Scene, title: str, *named: tuple[str, str], paper: str = "") -> Scene:
    """The scene under a headline that names some more, or issued by one of them."""
    over = {
        f"h{n}": Entity(
            f"h{n}", kind, name, data={"masthead": [["paper", 0, len(name)] if name == paper else ["title", at, at + len(name)]]}
        )
        for n, (kind, name) in enumerate(named)
        for at in [title.find(name)]
    }
    known = {
        key: replace(e, data={"masthead": [["title", title.find(e.name), title.find(e.name) + len(e.name)]]}) if e.name in title else e
        for key, e in scene.entities.items()
    }
    return replace(scene, article=replace(scene.article, title=title, paper=paper or None), entities=known | over)


@pytest.mark.parametrize(
    ("title", "named", "found"),
    [
        ("青禾机电荣获科技进步奖", [("Company", "青禾机电")], "青禾机电"),
        ("喜报！青禾机电荣获科技进步奖", [("Company", "青禾机电")], "青禾机电"),
        ("【企业风采】青禾机电：做强主业", [("Company", "青禾机电")], "青禾机电"),
        ("县长调研青禾机电", [("Company", "青禾机电")], "青禾机电"),
        ("青禾机电与云杼大学签约", [("Company", "青禾机电"), ("Organization", "云杼大学")], "青禾机电"),
        # two, one of them unknown; the guest; another one of his house; nobody that it is about
        ("青禾机电与岚驰科技签约", [("Company", "青禾机电"), ("Company", "岚驰科技")], None),
        ("青禾机电与岚驰签约", [("Company", "青禾机电")], None),
        ("青禾机电一行来访", [("Company", "青禾机电")], None),
        ("青禾机电董事长到公司考察", [("Company", "青禾机电")], None),
        ("青禾机电子公司投产", [("Company", "青禾机电")], None),
        ("行业回暖，青禾机电等股价上涨", [("Company", "青禾机电")], None),
        # who gives loans
        ("青禾银行送贷款", [("Company", "青禾银行")], None),
    ],
)
def test_the_firm_of_a_headline(scene: Callable[[str], Scene], title: str, named: list[tuple[str, str]], found: str | None) -> None:
    told = house(headed(scene("11月3日，公司召开会议。"), title, *named), "Company")
    assert (told.text if told is not None else None) == found


def test_a_firm_that_the_text_names_is_for_the_text(scene: Callable[[str], Scene]) -> None:
    told = headed(scene("[青禾机电](Company)获奖。公司去年产值3亿元。"), "青禾机电获奖")
    assert house(told, "Company") is None
    assert house(headed(told, "青禾机电获奖", ("Company", "岚驰集团"), paper="岚驰集团"), "Company").entity == "h0"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # the guest's firm is not the one that he comes to, whether that has been named or not
        ("[青禾机电](Company)扩产。[云杼科技](Company)[董事长](Title)[李文](Person)到公司考察。", ["公司 青禾机电"]),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)到公司考察。", []),
        # nor is one whose only such post another has
        ("[云杼科技](Company)[董事长](Title)[李文](Person)、公司[董事长](Title)[王平](Person)出席。", []),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)、公司[副总经理](Title)[王平](Person)出席。", ["公司 云杼科技"]),
    ],
)
def test_whom_the_firm_means(scene: Callable[[str], Scene], marked: str, found: list[str]) -> None:
    told = resolved(scene(marked))
    assert [f"{r.text} {told.entities[r.entity].name}" for s in told.sentences for r in s.refs if r.anaphor and r.entity] == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[云杼科技](Company)[董事长](Title)[李文](Person)到公司考察，[董事长](Title)[王平](Person)陪同。", {"李文 云杼科技"}),
        ("[云杼大学](Organization)[校长](Title)[李文](Person)来访，[总经理](Title)[王平](Person)陪同。", {"李文 云杼大学"}),
        (
            "[青禾机电](Company)扩产。[云杼科技](Company)[董事长](Title)[李文](Person)到公司考察，[总经理](Title)[王平](Person)陪同。",
            {"李文 云杼科技", "王平 青禾机电"},
        ),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)，公司[董事长](Title)[王平](Person)出席。", {"李文 云杼科技"}),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)、[总经理](Title)[王平](Person)来访。", {"李文 云杼科技", "王平 云杼科技"}),
    ],
)
def test_posts_where_guests_come(told, marked: str, found: set[str]) -> None:
    assert told(propose, "holds_position", marked) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局约谈[青石化工](Company)。", ["我局 青禾县市场监管局"]),
        ("本局约谈[青石化工](Company)。", ["本局 青禾县市场监管局"]),
        ("我委约谈[青石化工](Company)。", []),
        ("“我局会支持。”[青石化工](Company)的客人说。", []),
    ],
)
def test_our_house(scene: Callable[[str], Scene], text: str, found: list[str]) -> None:
    told = ours(headed(scene(text), "青禾县市场监管局约谈企业", ("PublicBody", "青禾县市场监管局")))
    assert [f"{r.text} {told.entities[r.entity].name}" for s in told.sentences for r in s.refs if r.anaphor and r.entity] == found


@pytest.mark.parametrize(
    ("word", "found"),
    [("我校", "白帆职业学院"), ("学校", "白帆职业学院"), ("学院", "白帆职业学院"), ("公司", None), ("我会", None), ("商会", None)],
)
def test_what_a_house_calls_itself(scene: Callable[[str], Scene], word: str, found: str | None) -> None:
    told = headed(scene("11月3日，我校签约。"), "我校签约", ("Organization", "白帆职业学院"), paper="白帆职业学院")
    own = self_named(told, word)
    assert (told.entities[own].name if own is not None else None) == found


@pytest.mark.parametrize("example", [*words("masthead")["examples"], *words("masthead")["near_misses"]], ids=lambda e: e["text"])
def test_examples(scene: Callable[[str], Scene], example: dict[str, Any]) -> None:
    told = resolved(headed(scene(example["text"]), example["headline"], ("Company", "青禾机电")))
    found = [[r.text, told.entities[r.entity].name] for s in told.sentences for r in s.refs if r.anaphor and r.entity]
    assert found == ([example["says"]] if "says" in example else [])


def test_who_says_our_house_is_the_one_in_the_name_of_the_ceremony():
    from kg.extract import extract

    said = "昀山职业学院与青禾机电有限公司校企合作签约仪式举行。青禾机电有限公司董事长李文，学院党委书记王平到会。"
    for text, told in ((f"我院喜签新约。{said}", True), (f"我院喜签新约。云杼学院与{said.split('与')[1]}昀山职业学院到会。", False)):
        _, entities, statements = extract(text)
        names = {e.id: e.name for e in entities}
        found = {(names[s.subject], names[s.object]) for s in statements if s.relation == "holds_position"}
        assert (("王平", "昀山职业学院") in found) is told
