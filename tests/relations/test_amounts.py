"""Whose each sum of money is, and what for. Firms and projects are invented."""

import pytest

from kg.relations.amounts import propose


@pytest.mark.parametrize(
    ("relation", "marked", "said"),
    [
        ("earns_amount", "[青禾机电](Company)去年营收[5亿元](Amount)，纳税[800万元](Amount)。", {"青禾机电 5亿元", "青禾机电 800万元"}),
        (
            "earns_amount",
            "[青禾机电](Company)一季度营收同比增长8.7%至[5亿元](Amount)，有望突破[20亿元](Amount)。",
            {"青禾机电 5亿元", "青禾机电 20亿元"},
        ),
        (
            "earns_amount",
            "[青禾机电](Company)、[云杼科技](Company)分别实现产值[5亿元](Amount)和[3亿元](Amount)。",
            {"青禾机电 5亿元", "云杼科技 3亿元"},
        ),
        ("earns_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，去年销售额达[5亿元](Amount)。", {"青禾机电 5亿元"}),
        ("earns_amount", "[云岭区](Place)企业去年销售额[5亿元](Amount)。", {"云岭区 5亿元"}),
        ("earns_amount", "[青禾机电](Company)与[云杼科技](Company)签约，被罚款[5万元](Amount)。", set()),
        # a metric within another word, and sums of somebody who is not recognised or of many
        ("invests_amount", "[青禾证券](Company)总经理给出的数据显示，去年的投资收益为[6亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)被收购。捷云联合去年营业收入[15亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。其中，一季度净利润[3亿元](Amount)。", {"青禾机电 3亿元"}),
        # another firm was named since, or a part of the firm is spoken of
        ("earns_amount", "[青禾机电](Company)很忙。它看好的[云杼科技](Company)不同。上半年净利润[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。亚洲地区增长最强劲，二季度销售额[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。其中，商业公司销售额达[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾拍卖](Company)开槌。全国三家拍卖公司去拍油画，成交额才[3000万元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)、[云杼科技](Company)等均已签约，目前的广告收入将近[5000万元](Amount)。", set()),
        ("earns_amount", "[青禾地产](Company)发展很快。其中，地方财政收入[180亿元](Amount)。", set()),
        ("earns_amount", "[云岭市](Place)完成财政总收入[180亿元](Amount)。", {"云岭市 180亿元"}),
        ("earns_amount", "[青禾机电](Company)扩产。归属于上市公司股东的净利润[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "截至年底，[青禾机电](Company)总资产[9亿元](Amount)。", set()),
        ("raises_amount", "[青禾基金](Company)表示，债券型基金的平均募集规模为[17亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)挂牌。全市挂牌企业融资额超[104亿元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)的现金、现金等价物和证券投资总额为[3亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)获得了某资本[3亿元](Amount)B轮投资。", {"青禾机电 3亿元"}),
        (
            "invests_amount",
            "[青禾机电](Company)拟投资[6亿元](Amount)，在[云岭区](Place)建设[电机产业园](Project)。",
            {"青禾机电 6亿元", "电机产业园 6亿元"},
        ),
        ("invests_amount", "总投资[6亿元](Amount)的[电机产业园](Project)开工。", {"电机产业园 6亿元"}),
        ("invests_amount", "[电机产业园](Project)由[青禾机电](Company)建设，总投资[6亿元](Amount)。", {"电机产业园 6亿元"}),
        ("invests_amount", "全市集中开工56个重大项目，总投资[243亿元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)研发投入[7100万元](Amount)。", {"青禾机电 7100万元"}),
        ("raises_amount", "[青禾机电](Company)获得[云岭银行](Company)授信[8亿元](Amount)。", {"青禾机电 8亿元"}),
        (
            "raises_amount",
            "[云岭银行](Company)向[青禾机电](Company)、[云杼科技](Company)发放贷款[8000万元](Amount)。",
            {"青禾机电 8000万元", "云杼科技 8000万元"},
        ),
        ("raises_amount", "[青禾机电](Company)完成A轮融资，金额近[6亿元](Amount)。", {"青禾机电 6亿元"}),
        ("raises_amount", "对首台套装备，单个企业奖励[500万元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)获[云杼资本](Company)[3000万元](Amount)天使轮投资。", {"青禾机电 3000万元"}),
        ("raises_amount", "[青禾机电](Company)完成[3000万元](Amount)投资。", set()),
        ("raises_amount", "在[云岭银行](Company)[500万元](Amount)信贷资金的支持下，[青禾机电](Company)扩产。", {"青禾机电 500万元"}),
        ("raises_amount", "[云岭银行](Company)贷款余额[500万元](Amount)，[青禾机电](Company)扩产。", set()),
        ("raises_amount", "[青禾机电](Company)被[云岭市政府](PublicBody)奖励[100万元](Amount)。", {"青禾机电 100万元"}),
        ("raises_amount", "[青禾机电](Company)被[云岭市政府](PublicBody)罚款[100万元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)成功发行[5亿元](Amount)绿色债券。", {"青禾机电 5亿元"}),
        ("raises_amount", "[云岭市财政局](PublicBody)将[80万元](Amount)奖励资金拨付到[青禾机电](Company)账户。", {"青禾机电 80万元"}),
        (
            "raises_amount",
            "得知[青禾机电](Company)资金紧张，[云岭银行](Company)主动上门，为其发放了[300万元](Amount)信用贷款。",
            {"青禾机电 300万元"},
        ),
        ("raises_amount", "[青禾机电](Company)与[云岭银行](Company)签订[500万元](Amount)贷款协议。", {"青禾机电 500万元"}),
    ],
)
def test_whose(told, relation, marked, said):
    assert told(propose, relation, marked) == said


@pytest.mark.parametrize(
    ("marked", "metric", "period", "status"),
    [
        ("[去年](Date 2023)，[青禾机电](Company)归母净利润[2亿元](Amount)。", "归母净利润", "2023", "asserted"),
        ("[青禾机电](Company)计划[今年](Date 2024)技改投资[2亿元](Amount)。", "技改投资", "2024", "planned"),
        ("[电机产业园](Project)达产后年产值可达[2亿元](Amount)。", "年产值", "", "planned"),
    ],
)
def test_metric_period_and_status(drafts, marked, metric, period, status):
    ((_, draft),) = drafts(propose, marked)
    assert (draft.qualifiers["metric"], draft.qualifiers["period"], draft.status) == (metric, period, status)


def test_periods_in_a_row(drafts):
    marked = "[2022年](Date 2022)、[2023年](Date 2023)，[青禾机电](Company)营收分别为[2亿元](Amount)、[3亿元](Amount)。"
    said = {scene.entities[draft.object].name: draft.qualifiers["period"] for scene, draft in drafts(propose, marked)}
    assert said == {"2亿元": "2022", "3亿元": "2023"}
