"""What names alone tell. All names are invented."""

import pytest

from kg.relations.clauses import words
from kg.relations.namesakes import propose


@pytest.mark.parametrize("example", words("namesakes")["examples"], ids=lambda e: e["says"])
def test_named_after(drafts, example):
    found = {f"{d.relation} {s.entities[d.subject].name} {s.entities[d.object].name}" for s, d in drafts(propose, example["text"])}
    assert found == {example["says"]}


@pytest.mark.parametrize("example", words("namesakes")["near_misses"], ids=lambda e: e["text"])
def test_not_named_after(drafts, example):
    assert not drafts(propose, example["text"])
