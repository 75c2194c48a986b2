"""Counted groups stand for the members that are listed afterwards. All firms are invented."""

import pytest

from kg.relations.groups import grouped
from kg.relations.rules import propose

FIRMS = "[青禾食品](Company)、[白帆水产](Company)和[云杼乳业](Company)"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (f"有3家食品企业涉嫌违规。存在问题的3家食品企业分别是：{FIRMS}。", ["3家食品企业"]),
        (f"[云岭区](Place)与三家企业签约，这三家企业分别为{FIRMS}。", ["三家企业"]),
        (f"昨天通报了3家企业。\n3家企业名单如下：{FIRMS}。", ["3家企业"]),
        (f"旗下有3家企业，分别是{FIRMS}。", ["3家企业"]),
        (f"向3家企业发放贷款，分别为{FIRMS}。", ["3家企业"]),
        (f"有3家企业涉嫌违规。这3家企业已经停产。3家企业分别是：{FIRMS}。", ["3家企业", "这3家企业"]),
        # each list has its own group
        (f"与3家企业竞争。3家企业落户，分别是{FIRMS}。", ["3家企业"]),
        (f"3家企业落户，分别是{FIRMS}。与3家企业竞争。", ["3家企业"]),
        # another number, another kind of thing, a list that is not complete, or one too far away
        (f"有5家企业涉嫌违规。3家企业分别是：{FIRMS}。", []),
        (f"有3家银行涉嫌违规。3家企业分别是：{FIRMS}。", []),
        ("有3家企业涉嫌违规。3家企业分别是：[青禾食品](Company)、白帆厂和[云杼乳业](Company)。", []),
        (f"有3家企业涉嫌违规。天晴。天阴。有雨。有雪。3家企业分别是：{FIRMS}。", []),
        (f"有30多家企业涉嫌违规，第3家企业投产。3家企业的股东分别是：{FIRMS}。", []),
    ],
)
def test_group(scene, marked, wanted):
    told = grouped(scene(marked))
    groups = [ref for sentence in told.sentences for ref in sentence.refs if "until" in ref.data]
    assert [ref.text for ref in groups] == wanted
    assert all(len(ref.names) == 3 for ref in groups)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (f"{FIRMS}负责人来访。会上，[云岭区](Place)与三家企业签署协议。", ["三家企业"]),
        (f"{FIRMS}落户。\n[云岭区](Place)走访了上述3家企业。", ["上述3家企业"]),
        ("[青禾银行](Company)、[云岭农商行](Company)参会。[云岭区](Place)与两家银行签约。", ["两家银行"]),
        ("[青禾化工](Company)、[云杼纸业](Company)2家企业超标。[市环保局](PublicBody)对上述2企业罚款。", ["上述2企业"]),
        ("[青禾化工](Company)、[云杼纸业](Company)停用除尘器。[市环保局](PublicBody)对上述企业罚款。", ["上述企业"]),
        ("[青禾集团](Company)与[云杼轴承](Company)、[北川电机](Company)签约，拟向上述供应商采购设备。", ["上述供应商"]),
        (
            "[青禾化工](Company)、[云杼纸业](Company)超标。[北川电机](Company)偷排。[市环保局](PublicBody)对上述3家企业罚款。",
            ["上述3家企业"],
        ),
        ("[青禾化工](Company)、[云杼纸业](Company)超标。[北川电机](Company)偷排。[市环保局](PublicBody)对3家企业罚款。", []),
        # a row that goes on, a firm named since, one firm alone
        ("[青禾化工](Company)、[云杼纸业](Company)等企业超标。[市环保局](PublicBody)对上述企业罚款。", []),
        ("[青禾化工](Company)、[云杼纸业](Company)落户。[北川电机](Company)超标。[市环保局](PublicBody)对上述企业罚款。", []),
        ("[青禾化工](Company)超标。[市环保局](PublicBody)对上述企业罚款。", []),
        # another number, a row that goes on, another kind of thing, firms that nobody has named so far, too far away
        (f"{FIRMS}负责人来访。[云岭区](Place)与五家企业签约。", []),
        (f"{FIRMS}等8家企业来访。[云岭区](Place)与三家企业签约。", []),
        (f"{FIRMS}负责人来访。[云岭区](Place)与三家银行签约。", []),
        (f"{FIRMS}负责人来访。全区新增三家企业。", []),
        (f"{FIRMS}负责人来访。天晴。天阴。有雨。[云岭区](Place)与三家企业签约。", []),
    ],
)
def test_group_that_was_listed_before(scene, marked, wanted):
    told = grouped(scene(marked))
    groups = [ref for sentence in told.sentences for ref in sentence.refs if "since" in ref.data]
    assert [ref.text for ref in groups] == wanted


def test_who_deals_with_a_row_is_none_of_it(scene):
    told = grouped(scene("[青禾集团](Company)与[云杼轴承](Company)、[北川电机](Company)签约，拟向上述供应商采购设备。"))
    (group,) = [ref for sentence in told.sentences for ref in sentence.refs if ref.anaphor]
    assert {told.entities[name].name for name in group.names} == {"云杼轴承", "北川电机"}


def test_the_list_before_belongs_to_the_evidence(scene):
    told = grouped(scene(f"{FIRMS}负责人来访。会上，[云岭区](Place)与三家企业签署协议。"))
    drafts = [draft for draft in propose(told) if draft.relation == "signed_with"]
    assert {told.entities[draft.object].name for draft in drafts} == {"青禾食品", "白帆水产", "云杼乳业"}
    assert {draft.start for draft in drafts} == {0}


def test_what_is_said_of_the_group_is_said_of_each(scene):
    told = grouped(scene(f"[云岭市药监局](PublicBody)今天通报，有3家食品企业涉嫌违规。3家食品企业分别是：{FIRMS}。"))
    drafts = [draft for draft in propose(told) if draft.relation == "regulated"]
    assert {told.entities[draft.object].name for draft in drafts} == {"青禾食品", "白帆水产", "云杼乳业"}
    assert {draft.end for draft in drafts} == {len(told.text)}, "the list belongs to the evidence"
