"""检查组 and 执法人员: whose they are. All names are invented."""

import pytest

from kg.relations.crews import bodied, crewed

SENT = "[云岭市环保局](PublicBody)对涉气企业开展夜查。\n"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (SENT + "第一检查组来到[青禾化工](Company)。执法人员责令其改正。", ["第一检查组 云岭市环保局", "执法人员 云岭市环保局"]),
        (SENT + "[云岭市环保局青石分局](PublicBody)立案。检查组离开。", ["检查组 云岭市环保局"]),  # the head office
        (SENT + "[北川县应急局](PublicBody)也来了。检查组离开。", []),  # which of them
        (SENT + "[副市长](Title)[秦晓岚](Person)带队，检查组离开。", []),  # a leader's
        (SENT + "省检查组来到[青禾化工](Company)。联合检查组离开。", []),  # those of others
        ("[云岭市环保局](PublicBody)召开会议。检查组离开。", []),  # nobody was sent
        (SENT + "检查组组长发言。[云岭市环保局](PublicBody)执法人员发言。", []),
    ],
)
def test_whose_a_crew_is(scene, marked, found):
    told = crewed(scene(marked))
    assert [f"{r.text} {told.entities[r.entity].name}" for s in told.sentences for r in s.refs if r.anaphor] == found


@pytest.mark.parametrize(
    ("marked", "stands_for"),
    [
        ("[云岭市住建局](PublicBody)科长说明情况。\n今年以来，该局会同[市财政局](PublicBody)检查。", "云岭市住建局"),
        ("[云岭市住建局](PublicBody)和[云岭市政府](PublicBody)开会，该局介绍情况。", "云岭市住建局"),
        ("[云岭市住建局](PublicBody)、[云岭市财政局](PublicBody)开会。该局介绍情况。", None),
        ("[云岭市住建局](PublicBody)开会。\n天气转好。\n游客增多。\n该局介绍情况。", None),
        ("[云岭市住建局](PublicBody)开会，该局面令人担忧。", None),
        ("[云岭市政府](PublicBody)开会，该局介绍情况。", None),
    ],
)
def test_that_body(scene, marked, stands_for):
    here = bodied(scene(marked))
    found = [here.entities[r.entity].name for s in here.sentences for r in s.refs if r.anaphor]
    assert found == ([stands_for] if stands_for else [])
