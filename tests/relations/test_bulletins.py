"""Bulletins of cases: whose firms are named one by one. All names are invented."""

from dataclasses import replace

import pytest

from kg.relations.bulletins import propose

HEAD = "[云岭市市场监管局](PublicBody)公布一批违法典型案例，具体如下：\n"
FIRST = "案例一、[青禾食品](Company)虚假宣传案。执法人员责令其改正。\n"
SECOND = "案例二、[北川县](Place)[白帆砖厂](Company)数据造假案。该厂已立案。"


def found(scene, text, title=""):
    told = scene(text)
    told = replace(told, article=replace(told.article, title=title))
    return {(told.entities[d.subject].name, told.entities[d.object].name) for d in propose(told)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (HEAD + FIRST + SECOND, ""),
        ("现将查处情况告知如下：\n" + FIRST + SECOND + "\n[云岭市市场监管局](PublicBody)将继续检查。", "云岭市市场监管局通报违法典型案例"),
        ("[云岭市市场监管局](PublicBody)开展抽检，现通告如下：\n" + FIRST + SECOND, "云岭市市场监管局关于2批次食品不合格情况的通告"),
        (HEAD + FIRST.replace("案例一、", "1.") + SECOND.replace("案例二、", "2."), ""),
    ],
)
def test_each_firm_of_a_bulletin(scene, text, title):
    assert found(scene, text, title) == {("云岭市市场监管局", "青禾食品"), ("云岭市市场监管局", "白帆砖厂")}


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FIRST,  # a single item
        HEAD.replace("违法", "优秀") + FIRST + SECOND,
        HEAD + FIRST.replace("案例一、", "") + SECOND.replace("案例二、", ""),
        HEAD + "一、[青禾食品](Company)投产。\n二、[白帆砖厂](Company)开工。",
        "近日公布一批违法典型案例：\n" + FIRST + SECOND + "\n[云岭市市场监管局](PublicBody)将继续检查。",
    ],
)
def test_what_is_no_bulletin(scene, text):
    assert found(scene, text) == set()


ITEMS = (
    "云岭市近日公布一批典型案例：案例一：[青禾食品](Company)虚假宣传案。[云岭县市场监管局](PublicBody)责令其改正，处以罚款[5000元](Amount)。\n"
    "案例二：[北川县](Place)[白帆砖厂](Company)数据造假案。[北川县环保局](PublicBody)鉴于其初次违法，决定不予行政处罚。"
)


def told(scene, text, title=""):
    here = scene(text)
    here = replace(here, article=replace(here.article, title=title))
    return {(here.entities[d.subject].name, here.entities[d.object].name, d.qualifiers.get("kind")) for d in propose(here)}


def test_who_punished_the_firm_of_an_item(scene):
    assert told(scene, ITEMS) == {("云岭县市场监管局", "青禾食品", "责令"), ("北川县环保局", "白帆砖厂", "不予行政处罚")}
    alone = ITEMS.replace("案例一：", "案例一\n").replace("案例二：", "案例二\n")  # a number alone in its line
    assert {line[:2] for line in told(scene, alone)} == {("云岭县市场监管局", "青禾食品"), ("北川县环保局", "白帆砖厂")}


@pytest.mark.parametrize(
    "text",
    [
        ITEMS.replace("(PublicBody)责令其改正，处以罚款[5000元](Amount)", "(PublicBody)开展宣讲").replace("不予行政处罚", "上门服务"),
        ITEMS.replace("[云岭县市场监管局]", "[云岭县市场监管局](PublicBody)会同[云岭县农业局]").replace(
            "[北川县环保局]", "[北川县公安局]"
        ),  # which of two; police
    ],
)
def test_what_no_body_of_an_item_did(scene, text):
    assert told(scene, text) == set()


def test_a_body_whose_name_only_ends_like_the_one_of_the_headline(scene):
    text = "现将查处情况告知如下：\n" + FIRST + SECOND + "\n[市场监管局](PublicBody)将继续检查。"
    assert found(scene, text, "云岭市市场监管局通报违法典型案例") == set()
