"""The words that patterns need: no match is lost by trying only patterns whose words stand in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.relations.literals import Filter, required
from kg.relations.rule_files import rules

PATTERNS = [rule.pattern.regex for rule in rules()]
FILTER = Filter([regex.pattern for regex in PATTERNS])


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?<!不)(?P<v>收购|买下)(?:了)?$", {"收购", "买下"}),
        ("收购?了", {"收了", "收购了"}),
        ("(?:收购)+了", {"收购"}),
        ("(?:收购){0,2}乙", {"乙"}),
        ("[^甲]收(?=购)购", {"收购"}),
        ("[^甲]收(?=.*购买)购", {"购买"}),
        ("[甲乙](?=，).", {"甲", "乙"}),
        ("甲，|乙，", {"甲，", "乙，"}),
        ("，甲乙.丙丁", {"，甲乙"}),
        ("(?:甲.*|乙+)收", {"收"}),
        ("(?:甲.*丙|乙丁)", {"甲", "乙丁"}),
        ("(?:甲.*|)", None),
        ("[丁-甲][^乙].", None),
    ],
)
def test_words(pattern, words):
    assert required(pattern) == words


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_match_is_lost(data):
    number = data.draw(st.integers(0, len(PATTERNS) - 1))
    text = data.draw(st.from_regex(PATTERNS[number]))
    assert FILTER.found(text) >> number & 1


def test_most_rules_wait_for_a_word():
    assert FILTER.found("青禾机电").bit_count() == 0
    assert FILTER.found("青禾机电向云杼重工供货").bit_count() < len(PATTERNS) / 5
