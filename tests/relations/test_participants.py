"""Who was at a meeting, held it or came along where the clause says only half. People and firms are invented."""

from dataclasses import replace

import pytest

from kg.relations.meetings import propose
from kg.relations.visits import propose as visits

SESSION = (
    "[云岭县人大常委会第八次会议](Event)8日举行[第二次全体会议](Event)。[秦晓岚](Person)[副主任](Title)主持会议。\n"
    "听取了[局长](Title)[苏木](Person)受县政府委托作的关于水利工作情况的报告。"
)


def at(scene, marked, title=""):
    """Who attended what, of an article with a headline."""
    seen = scene(marked)
    seen = replace(seen, article=replace(seen.article, title=title))
    return {f"{seen.entities[d.subject].name} {seen.entities[d.object].name}" for d in propose(seen) if d.relation == "attended"}


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("云岭县人大常委会第八次会议举行第二次全体会议", "第二次全体会议"),
        ("", "第二次全体会议"),
        ("云岭县人大常委会第八次会议举行", "云岭县人大常委会第八次会议"),
    ],
)
def test_the_headline_says_whether_a_story_is_of_a_session_or_of_all(scene, title, event):
    assert at(scene, SESSION, title) == {f"秦晓岚 {event}", f"苏木 {event}"}


@pytest.mark.parametrize(
    ("marked", "attended"),
    [
        # all who report, one after the other
        (
            "[第二次全体会议](Event)召开。会议听取了[局长](Title)[苏木](Person)作的关于预算审查的报告、[副局长](Title)[贺年](Person)作的关于决算情况的说明。",
            {"苏木 第二次全体会议", "贺年 第二次全体会议"},
        ),
        (
            "[第二次全体会议](Event)召开。受县政府委托，[局长](Title)[苏木](Person)作了关于提请审议[《节水条例》](Policy)修订草案的议案的说明。",
            {"苏木 第二次全体会议"},
        ),
        ("[第二次全体会议](Event)召开。会前，县长听取了[苏木](Person)作的报告。", set()),
        # who sits in the chair of a meeting holds his post by its name
        (
            "[县人大一次会议](Event)举行[第二次全体会议](Event)。[县人大一次会议](Event)主席团[常务主席](Title)[苏木](Person)出席会议。",
            {"苏木 第二次全体会议"},
        ),
        # whose heads speak there
        (
            "[民企座谈会](Event)召开。\n[市工信局](PublicBody)、[市商务局](PublicBody)负责同志同企业家进行了协商交流。",
            {"市工信局 民企座谈会", "市商务局 民企座谈会"},
        ),
        ("[民企发布会](Event)举行，[市工信局](PublicBody)相关[负责人](Title)表示，今年将加大扶持。", {"市工信局 民企发布会"}),
        ("[民企发布会](Event)举行。[市工信局](PublicBody)有关负责人向记者解释说，今年将加大扶持。", set()),
        ("[民企发布会](Event)举行。\n专家[苏木](Person)说，今年不易。", set()),
        # what came of a visit opens none
        ("[协商座谈会](Event)召开。[主委](Title)[苏木](Person)、[贺年](Person)介绍调研成果。", {"苏木 协商座谈会", "贺年 协商座谈会"}),
        ("[协商座谈会](Event)召开。\n[苏木](Person)在座谈会上回顾了[贺年](Person)的一生。", {"苏木 协商座谈会"}),
        ("[云岭集中挂牌仪式](Event)举行。\n“我们很高兴。”[苏木](Person)在挂牌仪式现场说。", {"苏木 云岭集中挂牌仪式"}),
        ("[云岭集中挂牌仪式](Event)举行。\n[苏木](Person)在股东会现场说，明年增产。", set()),
        # a sentence that goes back to it by its kind, though a visit has come up
        (
            "[云岭协商座谈会](Event)召开。\n[市长](Title)[秦晓岚](Person)在[北川县](Place)调研期间召开这次座谈会。座谈会上，[苏木](Person)、[贺年](Person)先后发言。",
            {"苏木 云岭协商座谈会", "贺年 云岭协商座谈会"},
        ),
        ("[云岭论坛](Event)召开。\n[市长](Title)[秦晓岚](Person)在[北川县](Place)调研。座谈会上，[苏木](Person)发言。", set()),
        # whom somebody meets has come for it; who sits with them has not
        (
            "[省长](Title)[秦晓岚](Person)会见了前来参加[云岭博览会](Event)的[青禾机电](Company)[董事长](Title)[陆小满](Person)。[副省长](Title)[苏木](Person)参加。",
            {"陆小满 云岭博览会"},
        ),
        (
            "[省长](Title)[秦晓岚](Person)会见[陆小满](Person)。\n[省长](Title)[秦晓岚](Person)出席[云岭博览会](Event)的开幕活动。[副省长](Title)[苏木](Person)参加活动。",
            {"苏木 云岭博览会"},
        ),
        # the only one of its kind
        ("[云岭研讨会](Event)期间正讨论禁令。\n[青禾机电](Company)也参加了研讨会。", {"青禾机电 云岭研讨会"}),
        ("[云岭研讨会](Event)与[白帆研讨会](Event)之间正讨论禁令。\n[青禾机电](Company)也参加了研讨会。", set()),
    ],
)
def test_who_speaks_or_reports_is_there(scene, marked, attended):
    assert at(scene, marked) == attended


@pytest.mark.parametrize(
    ("marked", "attended"),
    [
        (
            "【出席领导】[市领导](Title)[方致远](Person)、[林清和](Person)；[青禾集团](Company)[总经理](Title)[贺年](Person)。\n[云岭开工活动](Event)举行。",
            {"方致远 云岭开工活动", "林清和 云岭开工活动", "贺年 云岭开工活动"},
        ),
        (
            "[云岭开工活动](Event)举行。\n主持人：[副县长](Title) [方致远](Person)\n致辞：[青禾集团](Company)[董事长](Title) [贺年](Person)",
            {"方致远 云岭开工活动", "贺年 云岭开工活动"},
        ),
        # somebody asks him; of two events nobody says which
        ("[云岭开工活动](Event)举行。\n主持人：今天我们请来[方致远](Person)，请他谈谈。", set()),
        ("[云岭开工活动](Event)、[云岭年度论坛](Event)举行。\n出席嘉宾：[方致远](Person)", set()),
    ],
)
def test_who_stands_behind_a_label_is_there(told, marked, attended):
    assert told(propose, "attended", marked) == attended


@pytest.mark.parametrize(
    ("marked", "hosted"),
    [
        ("[青禾机电](Company)[第四届董事会第七次会议](Event)审议通过了议案。", {"青禾机电 第四届董事会第七次会议"}),
        ("[云岭电视台](Organization)“[未来机器人大会](Event)”启动。", {"云岭电视台 未来机器人大会"}),
        ("[青禾机电](Company)[项目签约大会](Event)举行。", set()),
        ("[市教育局](PublicBody)启动[就业促进周活动](Event)。", {"市教育局 就业促进周活动"}),
        ("[青禾新闻网](Company)启动[云岭车展](Event)报道计划。", set()),
        ("这是[云岭市](Place)承办的[第七届糖酒会](Event)。", {"云岭市 第七届糖酒会"}),
        # the one that is called so, though the story began with another
        (
            "[笑脸迎客启动仪式](Event)举行。——[云岭笑脸征集活动](Event)8日启动。活动由[市妇联](Organization)指导，[市教育局](PublicBody)、[云岭商会](Organization)主办。",
            {"市教育局 云岭笑脸征集活动", "云岭商会 云岭笑脸征集活动"},
        ),
        (
            "[歌手大赛](Event)上月落幕。[青禾杯篮球表演赛](Event)，将于5月3日在[云岭体育馆](Place)进行。本次比赛由[云岭日报](Organization)主办。",
            {"云岭日报 青禾杯篮球表演赛"},
        ),
        (
            "[云岭糖酒会](Event)将开幕。\n记者从近日召开的[云岭糖酒会](Event)筹备进展情况新闻发布会上获悉，[云岭糖酒会](Event)由[市商务局](PublicBody)和[云岭商会](Organization)共同主办。",
            {"市商务局 云岭糖酒会", "云岭商会 云岭糖酒会"},
        ),
        (
            "[云岭创业大赛](Event)落幕。[市教育局](PublicBody)与[云岭商会](Organization)共同举办了这次创业比赛。",
            {"市教育局 云岭创业大赛", "云岭商会 云岭创业大赛"},
        ),
        ("[云岭创业大赛](Event)落幕。[市教育局](PublicBody)肯定了这次创业比赛。", set()),
        ("[青禾大学](Organization)[校友会北川分会成立大会](Event)召开。", set()),
        ("[云岭糖酒会](Event)将开幕。专家说，[云岭糖酒会](Event)由[市商务局](PublicBody)主办。", set()),
    ],
)
def test_who_held_it(told, marked, hosted):
    assert told(propose, "hosted", marked) == hosted


@pytest.mark.parametrize(
    ("marked", "along"),
    [
        ("[市长](Title)[方致远](Person)到[青禾机电](Company)调研。同行的还有[副市长](Title)[秦晓岚](Person)。", {"秦晓岚 方致远"}),
        ("在[副市长](Title)[秦晓岚](Person)陪同下，[市长](Title)[方致远](Person)来到[青禾机电](Company)调研。", {"秦晓岚 方致远"}),
        (  # where they meet says nothing of whose side the mayor of that city is on
            "[云岭省委](PublicBody)[副书记](Title)[秦晓岚](Person)在[海川](Place)会见[青禾集团](Company)[总经理](Title)[陆小满](Person)。"
            "[海川市政府](PublicBody)[市长](Title)[苏木](Person)参加会见。",
            {"苏木 秦晓岚"},
        ),
        # guests whom nobody names
        ("[市长](Title)[秦晓岚](Person)会见获奖外国专家并座谈。\n[副市长](Title)[苏木](Person)参加会见。", {"苏木 秦晓岚"}),
        (
            "[市长](Title)[秦晓岚](Person)在[秘书长](Title)[林清和](Person)陪同下会见[陆小满](Person)。\n[副市长](Title)[苏木](Person)参加会见。",
            {"苏木 秦晓岚", "林清和 秦晓岚"},
        ),
        ("[市长](Title)[秦晓岚](Person)会见出席[云岭论坛](Event)的境外代表。\n[苏木](Person)参加会见。", {"苏木 秦晓岚"}),
        ("[市长](Title)[秦晓岚](Person)在会见与会代表时说，要办好研究会。\n[副市长](Title)[苏木](Person)参加会见。", {"苏木 秦晓岚"}),
        (
            "[市长](Title)[秦晓岚](Person)同出席[云岭论坛](Event)的中外企业家座谈。\n[苏木](Person)、[贺年](Person)等参加座谈会。",
            {"苏木 秦晓岚", "贺年 秦晓岚"},
        ),
        ("[市长](Title)[秦晓岚](Person)出席[云岭论坛](Event)并致辞。\n[苏木](Person)参加座谈会。", set()),
        # the year of what they got is no day of the meeting
        (
            "[5月8日](Date 2024-05-08)，[市长](Title)[秦晓岚](Person)会见[2023年度](Date 2023)获奖外国专家。\n[副市长](Title)[苏木](Person)参加会见。",
            {"苏木 秦晓岚"},
        ),
        ("[秦晓岚](Person)在会见时致辞。\n[副市长](Title)[苏木](Person)参加会见。", set()),
        # a story that begins in the middle of a visit: its speaker led it, if there is but one
        (
            "[秦晓岚](Person)强调，要抓好春耕。\n[秦晓岚](Person)指出，要办好学校。\n[苏木](Person)及市有关部门负责同志陪同考察。",
            {"苏木 秦晓岚"},
        ),
        ("[秦晓岚](Person)强调，要抓好春耕。\n[苏木](Person)陪同考察。", set()),
        (
            "[秦晓岚](Person)强调，要抓好春耕。[秦晓岚](Person)指出，要办好学校。\n[贺年](Person)强调，要防汛。[贺年](Person)指出，要节水。\n[苏木](Person)陪同考察。",
            set(),
        ),
        # to a house without a name: whoever follows comes along with who comes, not with who receives them in the next sentence
        (
            "[总经理](Title)[方致远](Person)率团到访园区，[副总工程师](Title)[贺年](Person)随行。[书记](Title)[秦晓岚](Person)会见[方致远](Person)一行。",
            {"贺年 方致远"},
        ),
        ("[县长](Title)[方致远](Person)一行来公司调研，[局长](Title)[贺年](Person)陪同。", {"贺年 方致远"}),
        ("[县长](Title)[方致远](Person)到会致辞，[局长](Title)[贺年](Person)陪同。", set()),
        ("[省长](Title)[方致远](Person)来访，[市长](Title)[贺年](Person)参加会见。", set()),
    ],
)
def test_who_came_along(told, marked, along):
    assert told(visits, "accompanied", marked) == along
