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
    ("[云岭大学](Organization)英语系的[方致远](Person)说。", set()),  # a student, it may be
    ("[云岭市教育局](PublicBody)下派干部[方致远](Person)说。", set()),
    ("收购[青禾机电](Company)的[方致远](Person)说。", set()),
    ("他创办[青禾机电](Company)，[方致远](Person)说。", set()),
    ("[青禾机电](Company)员工[方致远](Person)说。", set()),
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
