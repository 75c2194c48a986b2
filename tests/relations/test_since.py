"""Ties that last have no day but the one of their own clause. People and firms are invented."""

import pytest

from kg.relations import statements


@pytest.mark.parametrize(
    ("marked", "relation", "date"),
    [
        ("[2019年](Date 2019)，[云杼科技](Company)成为[青禾集团](Company)的全资子公司。", "owns", "2019"),
        ("[云杼科技](Company)[2019年](Date 2019)成为[青禾集团](Company)的全资子公司。", "owns", "2019"),
        ("[青禾集团](Company)成立于[2003年](Date 2003)，旗下有[云杼科技](Company)。", "owns", None),
        ("成立于[2003年](Date 2003)的[云杼科技](Company)是[青禾集团](Company)的全资子公司。", "owns", None),
        ("[5月8日](Date --05-08)，市长一行调研，位于[云岭区](Place)的[青禾机电](Company)一片忙碌。", "located_in", None),
        ("[5月8日](Date --05-08)，[云岭茶博会](Event)在[云岭区](Place)开幕。", "located_in", "--05-08"),
        ("[5月8日](Date --05-08)，[市长](Title)[方致远](Person)来到[青禾机电](Company)调研。", "visited", "--05-08"),
    ],
)
def test_the_day_of_a_tie(scene, marked, relation, date):
    told = [statement.date for statement in statements(scene(marked)) if statement.relation == relation]
    assert told
    assert told[0] == date
