"""Lists of firms or projects with a sum each. People and firms are invented."""

import pytest

from kg.relations.listed import listed

CASES = [
    # lists: what the sums are stands before them
    (
        "earns_amount",
        "产值前两位的企业是[青禾机电](Company)（[5亿元](Amount)）、[云杼科技](Company)（[3亿元](Amount)）。",
        {"青禾机电 5亿元", "云杼科技 3亿元"},
    ),
    (
        "earns_amount",
        "全区营收排名揭晓：第一名[青禾机电](Company)，[5亿元](Amount)；第二名[云杼科技](Company)，[3亿元](Amount)。",
        {"青禾机电 5亿元", "云杼科技 3亿元"},
    ),
    (
        "earns_amount",
        "从营收来看，[青禾机电](Company)以[5亿元](Amount)位居榜首，[云杼科技](Company)以[3亿元](Amount)排名第二。",
        {"青禾机电 5亿元", "云杼科技 3亿元"},
    ),
    (
        "earns_amount",
        "纳税十强企业\n1.[青禾机电](Company)，[5亿元](Amount)\n2.[云杼科技](Company)，[3亿元](Amount)",
        {"青禾机电 5亿元", "云杼科技 3亿元"},
    ),
    (
        "raises_amount",
        "全市奖励两家企业：[青禾机电](Company)（[120万元](Amount)）、[云杼科技](Company)（[100万元](Amount)）。",
        {"青禾机电 120万元", "云杼科技 100万元"},
    ),
    (
        "funded",
        "[市财政局](PublicBody)对两家企业给予奖励，分别是[青禾机电](Company)（[120万元](Amount)）、[云杼科技](Company)（[100万元](Amount)）。",
        {"市财政局 青禾机电", "市财政局 云杼科技"},
    ),
    (
        "invests_amount",
        "开工项目总投资[50亿元](Amount)，包括[青禾项目](Project)（[3亿元](Amount)）、[云杼项目](Project)（[2亿元](Amount)）。",
        {"青禾项目 3亿元", "云杼项目 2亿元"},
    ),
    (
        "earns_amount",
        "[北川集团](Company)营收前两大客户是[青禾机电](Company)（[5亿元](Amount)）、[云杼科技](Company)（[3亿元](Amount)）。",
        set(),
    ),
    ("earns_amount", "亩均税收前两名的企业是[青禾机电](Company)（[50万元](Amount)）、[云杼科技](Company)（[30万元](Amount)）。", set()),
    ("raises_amount", "捐款的企业有[青禾机电](Company)（[120万元](Amount)）、[云杼科技](Company)（[100万元](Amount)）。", set()),
    ("earns_amount", "欠税企业有[青禾机电](Company)（[120万元](Amount)）、[云杼科技](Company)（[100万元](Amount)）。", set()),
]


@pytest.mark.parametrize(("relation", "marked", "said"), CASES)
def test_whose_the_sums_of_a_list_are(told, relation, marked, said):
    assert told(listed, relation, marked) == said
