"""Which names of firms in one article are one. All firms are invented."""

import re

import pytest

from kg.nlp.firm_clusters import companies
from kg.types import Mention


def together(text: str, *names: str) -> set[frozenset[str]]:
    found = [Mention(m.start(), m.end(), "Company", name) for name in names for m in re.finditer(f"{name}(?![物建])", text)]
    return {frozenset(m.text for m in cluster.mentions) for cluster in companies(found, {}, text)}


@pytest.mark.parametrize(
    ("text", "names", "joined"),
    [
        ("昀岭钢铁集团始建于1970年。去年，昀钢盈利。", ("昀岭钢铁集团", "昀钢"), True),
        ("昀岭钢铁集团始建于1970年。去年，昀钢组建昀钢物流。", ("昀岭钢铁集团", "昀钢", "昀钢物流"), True),
        ("去年，昀钢盈利。昀岭钢铁集团始建于1970年。", ("昀岭钢铁集团", "昀钢"), False),  # named so before
        ("昀岭化工集团始建于1970年。去年，昀钢盈利。", ("昀岭化工集团", "昀钢"), False),
        ("昀岭钢铁集团、昀朔钢铁集团投产。去年，昀钢盈利。", ("昀岭钢铁集团", "昀朔钢铁集团", "昀钢"), False),  # which of two
    ],
)
def test_a_short_name_of_initials_is_of_the_one_firm_named_before(text: str, names: tuple[str, ...], joined: bool) -> None:
    assert (frozenset((names[0], "昀钢")) in together(text, *names)) is joined


def test_a_beginning_is_an_abbreviation_whatever_longer_one_there_is() -> None:
    names = ("河南岚机制药", "岚机制药", "岚机")
    assert frozenset(names) in together("河南岚机制药投产。岚机制药增产，岚机盈利。", *names)


@pytest.mark.parametrize(
    ("text", "names", "joined"),
    [
        ("岚机农装增资。更名为岚机昀泽农业装备有限公司。岚机昀泽投产。", ("岚机农装", "岚机昀泽农业装备有限公司", "岚机昀泽"), False),
        ("岚机昀泽农业装备有限公司投产。岚机农装增产。", ("岚机农装", "岚机昀泽农业装备有限公司"), True),
    ],
)
def test_an_abbreviation_leaves_out_no_name_that_the_firm_is_called_by(text: str, names: tuple[str, ...], joined: bool) -> None:
    assert any({"岚机农装", names[1]} <= cluster for cluster in together(text, *names)) is joined
