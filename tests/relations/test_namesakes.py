"""What names alone tell. All names are invented."""

import pytest

from kg.relations.namesakes import propose
from kg.relations.signs import words


@pytest.mark.parametrize("example", words("namesakes")["examples"], ids=lambda e: e["says"])
def test_named_after(drafts, example):
    found = {f"{d.relation} {s.entities[d.subject].name} {s.entities[d.object].name}" for s, d in drafts(propose, example["text"])}
    assert found == {example["says"]}


@pytest.mark.parametrize("example", words("namesakes")["near_misses"], ids=lambda e: e["text"])
def test_not_named_after(drafts, example):
    assert not drafts(propose, example["text"])


def test_a_ceremony_of_a_pact_between_two_tells_partners_too(drafts):
    said = "[云岭县](Place)和[青禾机电](Company)到会。[云岭县与青禾机电战略合作协议签约仪式](Event)举行。"
    found = {f"{d.relation} {s.entities[d.subject].name} {s.entities[d.object].name}" for s, d in drafts(propose, said)}
    assert found == {"signed_with 云岭县 青禾机电", "partner_of 云岭县 青禾机电"}
