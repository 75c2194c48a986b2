"""Notices of fields: what labels say of the values beside them. All names are invented."""

import pytest

from kg.relations.notices import propose, without_agents
from kg.relations.scene import Draft

WORKS = (
    "1.项目名称：[青石二桥](Project)\n建设地点：[云岭县](Place)东街\n建设单位：[青禾城建](Company)\n环评机构：[北川环境](Company)\n"
    "项目概况：总投资[1.2亿元](Amount)，其中环保投资[300万元](Amount)。\n"
    "2.项目名称：[白帆水厂扩建工程](Project)\n建设单位：[白帆水务](Company)、[云杼建工](Company)联合体\n"
)
PENALTIES = (
    "1、当事人：[青禾食品](Company)；法定代表人：[方致远](Person)；处罚机关：[云岭县应急局](PublicBody)；处罚日期：[2024年4月12日](Date 2024-04-12)。\n"
    "2、当事人：[白帆砖厂](Company)；处罚机关：[云岭县应急局](PublicBody)。"
)


def lines(drafts, marked):
    return {
        (scene.entities[d.subject].name, d.relation, scene.entities[d.object].name, d.status, d.date or d.qualifiers.get("title", ""))
        for scene, d in drafts(propose, marked)
    }


def test_works(drafts):
    assert lines(drafts, WORKS) == {
        ("青石二桥", "located_in", "云岭县", "asserted", ""),
        ("青禾城建", "undertakes", "青石二桥", "asserted", ""),
        ("青石二桥", "invests_amount", "1.2亿元", "asserted", ""),
        ("白帆水务", "undertakes", "白帆水厂扩建工程", "asserted", ""),
        ("云杼建工", "undertakes", "白帆水厂扩建工程", "asserted", ""),
    }


def test_fields_of_one_line(drafts):
    assert lines(drafts, WORKS.replace("\n", "；")) == lines(drafts, WORKS)


def test_penalties(drafts):
    assert lines(drafts, PENALTIES) == {
        ("云岭县应急局", "regulated", "青禾食品", "asserted", "2024-04-12"),
        ("云岭县应急局", "regulated", "白帆砖厂", "asserted", ""),
        ("方致远", "holds_position", "青禾食品", "asserted", "法定代表人"),
    }


def test_all_who_are_punished_are_so_on_the_day(drafts):
    marked = (
        "当事人：[青禾食品](Company)、[白帆砖厂](Company)；处罚机关：[云岭县应急局](PublicBody)；处罚日期：[4月12日](Date 2024-04-12)。"
    )
    assert {(line[2], line[4]) for line in lines(drafts, marked)} == {("青禾食品", "2024-04-12"), ("白帆砖厂", "2024-04-12")}


@pytest.mark.parametrize(
    "marked",
    [
        "序号 项目名称 建设单位 总投资（亿元） 建设地点\n1 [青石二桥](Project) [青禾城建](Company) 3.2 [云岭县](Place)\n"
        "2 [白帆水厂](Project) [白帆水务](Company) 1.5 [北川县](Place)\n以上项目年内完工。",
        "| 序号 | 项目名称 | 建设单位 | 建设地点 |\n|---|---|---|---|\n| 1 | [青石二桥](Project) | [青禾城建](Company) | [云岭县](Place) |\n"
        "| 2 | [白帆水厂](Project) | [白帆水务](Company) | [北川县](Place) |",
    ],
)
def test_columns(drafts, marked):
    assert lines(drafts, marked) == {
        ("青禾城建", "undertakes", "青石二桥", "asserted", ""),
        ("青石二桥", "located_in", "云岭县", "asserted", ""),
        ("白帆水务", "undertakes", "白帆水厂", "asserted", ""),
        ("白帆水厂", "located_in", "北川县", "asserted", ""),
    }


@pytest.mark.parametrize("gap", ["\n", " | "])
def test_a_label_and_its_value_below_it_or_in_the_next_cell(drafts, gap):
    rows = (
        ("被处罚当事人姓名或名称", "单位名称", "[青禾银行](Company)"),
        ("法定代表人姓名", "[方致远](Person)"),
        ("处罚机关", "[云岭监管分局](PublicBody)"),
    )
    marked = "\n".join(("| " if "|" in gap else "") + gap.join(row) for row in rows)
    assert lines(drafts, marked) == {
        ("云岭监管分局", "regulated", "青禾银行", "asserted", ""),
        ("方致远", "holds_position", "青禾银行", "asserted", "法定代表人"),
    }


def test_who_pays_for_a_work(drafts):
    marked = (
        "项目名称 投资方 签约方 总投资\n[青石数控项目](Project) [青禾机床](Company) [云岭高新区管委会](PublicBody) [10亿元](Amount)\n其他略"
    )
    assert {line[:3] for line in lines(drafts, marked)} == {
        ("青禾机床", "invested_in", "青石数控项目"),
        ("青石数控项目", "invests_amount", "10亿元"),
    }


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("[云岭县市场监管局](PublicBody)责令当事人改正，并处罚款3000元。", {"云岭县市场监管局"}),
        ("[云岭县市场监管局](PublicBody)对当事人进行检查。", set()),
        ("[云岭县市场监管局](PublicBody)会同[云岭县公安局](PublicBody)责令当事人改正。", set()),  # which of them
        ("[云岭县市场监管局](PublicBody)责令[北川商店](Company)改正。", set()),  # another
    ],
)
def test_what_is_told_below_of_the_one_whom_a_notice_is_about(drafts, below, told):
    found = lines(drafts, "当事人：[青禾食品厂](Company)\n经营者：[方致远](Person)\n" + below)
    assert {subject for subject, relation, *_ in found if relation == "regulated"} == told


def test_the_work_in_the_line_before(drafts):
    told = lines(drafts, "[青石二桥](Project)中标公示\n施工第一中标候选人：[青禾路桥](Company)\n项目经理：[方致远](Person)\n工期：540天")
    assert told == {
        ("青禾路桥", "undertakes", "青石二桥", "planned", ""),
        ("方致远", "holds_position", "青禾路桥", "asserted", "项目经理"),
    }


def test_whose_a_leader_is_has_to_be_told(drafts):
    told = lines(
        drafts, "项目名称：[青石二桥](Project)\n施工单位：[青禾路桥](Company)\n监理单位：[云杼监理](Company)\n项目负责人：[方致远](Person)"
    )
    assert {relation for _, relation, *_ in told} == {"undertakes"}


@pytest.mark.parametrize(
    "marked",
    [
        "建设单位：[青禾城建](Company)",  # one field is no notice
        "[青石二桥](Project)和[白帆水厂工程](Project)公示\n中标人：[青禾路桥](Company)\n代理机构：[北川咨询](Company)",  # which of the two
        "项目名称：暂未确定，可能是[青石二桥](Project)\n建设单位：[青禾城建](Company)",
        "当事人：[青禾食品](Company)；经办人：[林清和](Person)；负责部门：[云岭县应急局](PublicBody)",
        "[青石二桥](Project)的建设单位：[青禾城建](Company)为此开会",
    ],
)
def test_what_is_not_told(drafts, marked):
    assert not lines(drafts, marked)


def test_an_agent_builds_nothing(scene):
    told = scene(WORKS)
    by_name = {entity.name: entity.id for entity in told.entities.values()}
    drafts = [Draft(by_name[firm], "undertakes", by_name["青石二桥"], 0, 9, "undertakes:learned") for firm in ("青禾城建", "北川环境")]
    assert list(without_agents(told, drafts)) == drafts[:1]
