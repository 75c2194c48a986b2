"""Whose branches are that do not say it. All names are invented."""

import pytest

from kg.relations.branches import propose
from kg.relations.signs import words


@pytest.mark.parametrize("example", words("branches")["examples"], ids=lambda e: e["text"])
def test_a_bare_branch_is_of_the_firm_that_is_spoken_of(drafts, example):
    found = [[s.entities[d.subject].name, s.entities[d.object].name] for s, d in drafts(propose, example["text"])]
    assert sorted(found) == sorted(example["says"])


@pytest.mark.parametrize("example", words("branches")["near_misses"], ids=lambda e: e["text"])
def test_a_branch_without_a_firm_to_be_found_is_of_nobody(drafts, example):
    assert not drafts(propose, example["text"])
