"""Whose people somebody is, where no post is told. All people and firms are invented."""

import pytest

from kg.relations import posts

CASES = [
    # named by a house
    ("[青禾基金](Company)[方致远](Person)：看好新能源板块", {"方致远 青禾基金 asserted"}),
    ("[云岭研究所](Organization)[方致远](Person)告诉记者，产能过剩。", {"方致远 云岭研究所 asserted"}),
    ("[青禾机电](Company)人力资源部[方致远](Person)", {"方致远 青禾机电 asserted"}),
    ("学者[秦晓岚](Person)、[云岭大学](Organization)的[方致远](Person)均表示支持。", {"方致远 云岭大学 asserted"}),
    ("我们邀请到[云岭大学](Organization)招办[方致远](Person)老师。", {"方致远 云岭大学 asserted"}),
    ("据[云岭大学](Organization)的[方致远](Person)和[秦晓岚](Person)介绍，已投产。", {"方致远 云岭大学 asserted", "秦晓岚 云岭大学 asserted"}),
    ("原[青禾基金](Company)的[方致远](Person)表示看好。", {"方致远 青禾基金 former"}),
    ("第一个到的是[云岭农商行](Company)的[方致远](Person)，她骑电动车来。", {"方致远 云岭农商行 asserted"}),  # whatever follows
    ("上涨的有原[青禾基金](Company)的[方致远](Person)管理的产品。", {"方致远 青禾基金 former"}),
    ("起诉[青禾机电](Company)的[方致远](Person)败诉。", set()),
    ("离开[青禾机电](Company)的[方致远](Person)又来了。", set()),
    ("[云岭大学](Organization)英语系的[方致远](Person)说。", set()),  # a student, it may be
    ("[云岭市教育局](PublicBody)下派干部[方致远](Person)说。", set()),
    ("[云岭市教育局](PublicBody)干部[方致远](Person)说。", {"方致远 云岭市教育局 asserted"}),
    ("[云岭医院](Organization)急诊科护士[方致远](Person)说。", {"方致远 云岭医院 asserted"}),
    ("收购[青禾机电](Company)的[方致远](Person)说。", set()),
    ("他创办[青禾机电](Company)，[方致远](Person)说。", set()),
    ("[青禾机电](Company)员工[方致远](Person)说。", set()),
    ("[云岭酒庄](Company)首席酿酒师[方致远](Person)说。", {"方致远 云岭酒庄 asserted"}),
    ("[云岭食品](Company)的主理人[方致远](Person)说。", {"方致远 云岭食品 asserted"}),
    ("[云岭市水务局](PublicBody)通讯员[方致远](Person)报道。", set()),
    # what people are in a house
    ("[方致远](Person)、[秦晓岚](Person)都是[青禾机电](Company)的员工。", {"方致远 青禾机电 asserted", "秦晓岚 青禾机电 asserted"}),
    ("[方致远](Person)曾是[云岭市水务局](PublicBody)一名干部。", {"方致远 云岭市水务局 former"}),
    ("[方致远](Person)是[青禾机电](Company)员工的老师。", set()),
    # where people worked
    ("[方致远](Person)先后在[云岭党校](Organization)、[云岭市水务局](PublicBody)工作，很快出名。", {"方致远 云岭党校 former", "方致远 云岭市水务局 former"}),
    ("毕业后，[方致远](Person)进入[青禾机电](Company)从事研究工作。", {"方致远 青禾机电 former"}),
    ("[方致远](Person)去[云岭电视台](Organization)当了两年记者。", {"方致远 云岭电视台 former"}),
    ("[方致远](Person)早年在[云岭大学](Organization)财务处工作过。", {"方致远 云岭大学 former"}),
    ("[方致远](Person)在[云岭市水务局](PublicBody)工作会议上讲话。", set()),
    ("[方致远](Person)有两个选择，一是去[青禾机电](Company)工作。", set()),  # he has not done it yet
    ("毕业前夕，[方致远](Person)有两个选择：一是去[青禾机电](Company)工作；二是创业。", set()),
    ("[方致远](Person)到[云岭市水务局](PublicBody)工作专班调研。", set()),
    # where people come to and go from
    ("[2015年](Date 2015)，[方致远](Person)应邀加盟[青禾机电](Company)。", {"方致远 青禾机电 asserted"}),
    (
        "[方致远](Person)已从[青禾机电](Company)离职加盟[云杼科技](Company)。",
        {"方致远 青禾机电 former", "方致远 云杼科技 asserted"},
    ),
    ("[方致远](Person)离开了[青禾机电](Company)，另起炉灶。", {"方致远 青禾机电 former"}),
    ("从“[青禾机电](Company)”出来的[方致远](Person)说。", {"方致远 青禾机电 former"}),
    ("曾在[云岭市水务局](PublicBody)、[云岭市教育局](PublicBody)等部门任职的[方致远](Person)说。",
     {"方致远 云岭市水务局 former", "方致远 云岭市教育局 former"}),
    ("[方致远](Person)加入[云岭商会](Organization)。", set()),  # a member
    ("[方致远](Person)离开[青禾机电](Company)厂区。", set()),
    ("[方致远](Person)说，门店加盟[青禾机电](Company)。", set()),
    ("[方致远](Person)从[青禾机电](Company)买来设备。", set()),
    ("[方致远](Person)并未加盟[青禾机电](Company)。", set()),
    ("在[青禾机电](Company)工作的工程师[方致远](Person)说。", {"方致远 青禾机电 asserted"}),
    ("在[青禾机电](Company)参观的[方致远](Person)说。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_people_of_a_house(drafts, marked, expected):
    found = {
        f"{scene.entities[d.subject].name} {scene.entities[d.object].name} {d.status}"
        for scene, d in drafts(posts.propose, marked)
        if d.relation == "holds_position"
    }
    assert found == expected
