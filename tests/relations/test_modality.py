"""How a clause tells what it says: planned, denied, over. All words are invented."""

import pytest

from kg.relations.modality import carries, status_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("甲考虑投资乙", "planned"),
        ("甲正考虑收购乙", "planned"),
        ("出于扩建考虑的甲购入乙", "asserted"),
        ("甲考虑到成本因素收购乙", "asserted"),
        ("甲将查乙", "planned"),
        ("甲将剩余的款拨给乙", "asserted"),
        ("甲争取到乙", "asserted"),
        ("甲争取投资乙", "planned"),
        ("甲对乙查了将近三周", "asserted"),
        ("乙少将应邀到甲", "asserted"),
        ("\ue000上将收购乙", "asserted"),
        ("会上将收购乙", "planned"),
        ("甲并未收购乙", "denied"),
        ("甲终止收购乙", "denied"),
        ("甲最终止于乙", "asserted"),
        ("甲将辅业剥离，组建乙", "asserted"),
        ("甲将整体转让，引入乙", "planned"),
        ("甲曾收购乙", "former"),
        ("甲曾经控股乙", "former"),
        ("乙总裁甲曾说过", "asserted"),
        ("乙总裁甲曾经公开表示", "asserted"),
    ],
)
def test_status_of(text, status):
    assert status_of(text, 0, len(text)) == status


@pytest.mark.parametrize(
    ("before", "told", "goes_on"),
    [
        ("甲拟参股乙，", "以3亿元认购", True),
        ("甲拟定规章，", "以3亿元认购", False),
        ("甲将辅业剥离，", "组建乙", False),
        ("甲将改制，", "组建乙", True),
    ],
)
def test_carries(before, told, goes_on):
    assert carries(before, told) is goes_on


def test_what_a_firm_once_had_is_over():
    assert status_of("甲旗下曾有乙", 0, 3) == "former"
    assert status_of("甲旗下现有乙", 0, 3) == "asserted"
