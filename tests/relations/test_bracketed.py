"""Sums in brackets behind projects. All names are invented."""

import pytest

from kg.relations import amounts
from kg.relations.bracketed import converted_from, propose
from kg.relations.learned import drafting


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("签约的有[青禾数据中心项目](Project)（投资额[10亿元](Amount)）、[云岭冷链项目](Project)等。", {"青禾数据中心项目 10亿元"}),
        ("[青禾数据中心项目](Project)（总投资约[10亿元](Amount)，占地百亩）开工。", {"青禾数据中心项目 10亿元"}),
        ("[青禾数据中心项目](Project)（年产值[10亿元](Amount)）开工。", set()),
        ("[青禾集团](Company)（总投资[10亿元](Amount)）开工。", set()),
        # one of a list whose other sums are said to be investments
        (
            "开工的有[青禾壳体基地](Project)（[3亿元](Amount)）、[云岭冷链项目](Project)（投资[2亿元](Amount)）等。",
            {"青禾壳体基地 3亿元", "云岭冷链项目 2亿元"},
        ),
        ("中标的有[青禾壳体基地](Project)（[3亿元](Amount)）等。", set()),
    ],
)
def test_sum_in_brackets(told, marked, said):
    assert told(propose, "invests_amount", marked) == said


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("[青禾机电](Company)营收[3亿港元](Amount)（约合[2.7亿元](Amount)），同比增长。", {"青禾机电 3亿港元", "青禾机电 2.7亿元"}),
        ("[青禾机电](Company)营收[3亿港元](Amount)（其中海外[2.7亿元](Amount)），同比增长。", {"青禾机电 3亿港元"}),
        ("[青禾机电](Company)被罚[3亿港元](Amount)（约合[2.7亿元](Amount)）。", set()),
    ],
)
def test_other_money_in_brackets(told, marked, said):
    assert told(amounts.propose, "earns_amount", marked) == said


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[青禾机电](Company)净利润为[850万港元](Amount)（约[110万美元](Amount)），增长一成。", "850万港元"),
        ("[青禾机电](Company)净利润为[850万港元](Amount)，负债[110万美元](Amount)。", None),
    ],
)
def test_a_sum_in_brackets_says_another_one_in_other_money(scene, text, whole):
    told = scene(text)
    last = told.sentences[0].refs[-1]
    found = converted_from(told, last)
    assert (found.text if found is not None else None) == whole
    assert drafting._metric(told, "earns_amount", last) == ({"metric": "净利润", "period": ""} if whole else {})
