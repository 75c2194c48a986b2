"""Whose sums are, by the words around them and in lists. People and firms are invented."""

import pytest

from kg.relations.amounts import propose

CASES = [
    # rounds with Latin letters; who got it stands behind; what is got, though 投资 is what the other side does
    ("raises_amount", "[青禾机电](Company)宣布完成[3亿元](Amount)Pre-IPO轮融资。", {"青禾机电 3亿元"}),
    ("raises_amount", "[青禾机电](Company)举办[3亿元](Amount)Pre-IPO轮比赛。", set()),
    ("raises_amount", "获得[3亿元](Amount)融资的[青禾机电](Company)又扩产。", {"青禾机电 3亿元"}),
    ("raises_amount", "提供[3亿元](Amount)贷款的[云岭银行](Company)开业。", set()),
    ("raises_amount", "[青禾机电](Company)获得中央预算内投资[3亿元](Amount)。", {"青禾机电 3亿元"}),
    ("invests_amount", "[青禾机电](Company)获得中央预算内投资[3亿元](Amount)。", set()),
    ("invests_amount", "[青禾机电](Company)获得土地后投资[3亿元](Amount)。", {"青禾机电 3亿元"}),
    ("raises_amount", "[青禾机电](Company)荣获质量奖，获奖金[30万元](Amount)。", {"青禾机电 30万元"}),
    # plain borrowing; whoever lends, or lends to many, gets nothing
    ("raises_amount", "去年[青禾机电](Company)贷款[3亿元](Amount)用于扩产。", {"青禾机电 3亿元"}),
    ("raises_amount", "去年[云岭银行](Company)贷款[3亿元](Amount)。", set()),
    ("raises_amount", "[青禾机电](Company)为农户贷款[3亿元](Amount)。", set()),
    ("raises_amount", "[青禾机电](Company)应偿还[云岭农行](Company)借款本金[3亿元](Amount)。", set()),
    # an order is earned by whom it is placed with
    ("earns_amount", "[云杼重工](Company)向[青禾机电](Company)下了[3000万元](Amount)订单。", {"青禾机电 3000万元"}),
    ("earns_amount", "[云杼重工](Company)向[青禾机电](Company)学习，年产值[3亿元](Amount)。", {"云杼重工 3亿元"}),
    # what a firm spends as long as it works goes on like what it earns, what it invests does not
    ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)，同比增长12%；研发投入[1800万元](Amount)。", {"青禾机电 1800万元"}),
    ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)；投资[1800万元](Amount)。", set()),
    ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)；全市研发投入[1800万元](Amount)。", set()),
    ("invests_amount", "[青禾机电](Company)研发投入占营收的8%，达[3亿元](Amount)。", {"青禾机电 3亿元"}),
    ("earns_amount", "[青禾机电](Company)研发投入占营收的8%，达[3亿元](Amount)。", set()),
    # of somebody that is only told of by the firm
    ("earns_amount", "[青禾机电](Company)的竞争对手去年营收[3亿元](Amount)。", set()),
    ("earns_amount", "[青禾机电](Company)的客户很多，去年营收[3亿元](Amount)。", {"青禾机电 3亿元"}),
    ("invests_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，国家投资[3亿元](Amount)建设电网。", set()),
    ("earns_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，全国电机市场销售额[3亿元](Amount)。", set()),
    ("invests_amount", "[青禾项目](Project)等12个项目总投资[3亿元](Amount)。", set()),
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
    # the round of one of which another is the leader
    ("raises_amount", "由[云杼资本](Company)领投的[青禾机电](Company)[3亿元](Amount)B轮融资完成。", {"青禾机电 3亿元"}),
    ("raises_amount", "[青禾机电](Company)完成[3亿元](Amount)股权融资。", {"青禾机电 3亿元"}),
]


@pytest.mark.parametrize(("relation", "marked", "said"), CASES)
def test_whose_sum(told, relation, marked, said):
    assert told(propose, relation, marked) == said
