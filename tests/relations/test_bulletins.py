"""Bulletins of cases. All names are invented."""

import pytest

from kg.relations.bulletins import propose

_HEAD = "[云岭市市场监管局](PublicBody)公布一批违法典型案例。\n"


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            _HEAD + "1.[青禾食品厂](Company)销售不合格食品案。\n2.[北川商贸](Company)虚假宣传，被罚款。",
            {"云岭市市场监管局 青禾食品厂", "云岭市市场监管局 北川商贸"},
        ),
        (_HEAD + "1.[青禾食品厂](Company)销售不合格食品案。", set()),  # one item is no bulletin
        (_HEAD + "1.[青禾食品厂](Company)投产。\n2.[北川商贸](Company)开业。", set()),
    ],
)
def test_each_item_tells_of_its_firm(told, marked, said):
    assert told(propose, "regulated", marked) == said
