"""Rule files: what each says of its examples and near misses, and what is wrong with a bad one. People and firms are invented."""

import pytest

from kg.errors import BadResource
from kg.relations.clauses import words
from kg.relations.rules import parse, propose, rules
from kg.resources import resource

FILES = sorted(entry.name.removesuffix(".yaml") for entry in resource("relations").iterdir() if entry.name.endswith(".yaml"))
READ = [name for name in FILES if words(name).get("rules")]
EXAMPLES = [(name, example) for name in READ for example in words(name)["examples"]]
NEAR_MISSES = [(name, example) for name in READ for example in words(name).get("near_misses") or ()]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else value["text"][:20])
def test_example(drafts, relation, example):
    says = example["says"]
    wanted = {tuple(pair) for pair in (says if isinstance(says[0], list) else [says])}
    found = [
        (scene.entities[draft.subject].name, scene.entities[draft.object].name, draft.status)
        for scene, draft in drafts(propose, example["text"])
        if draft.relation == relation
    ]
    assert {pair[:2] for pair in found} == wanted
    assert {status for *_, status in found} == {example.get("status", "asserted")}
    said = [{"date": draft.date, **draft.qualifiers} for _, draft in drafts(propose, example["text"]) if draft.relation == relation]
    assert [all(told.get(key) == value for key, value in example.get("with", {}).items()) for told in said].count(True) >= 1


@pytest.mark.parametrize(("relation", "example"), NEAR_MISSES, ids=lambda value: value if isinstance(value, str) else value["text"][:20])
def test_near_miss(drafts, relation, example):
    assert not [draft for _, draft in drafts(propose, example["text"]) if draft.relation == relation]


def test_every_rule_file_has_examples_and_near_misses():
    assert not [name for name in READ if not words(name).get("examples") or not words(name).get("near_misses")]
    assert len({(rule.relation, rule.name) for rule in rules()}) == len(rules())


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"name": "x", "pattern": "{s:Firm}投资"}, "unknown type 'Firm'"),
        ({"name": "x", "pattern": "{verbs}"}, "no list 'verbs'"),
        ({"name": "x", "pattern": "(", "colour": 1}, "unknown key 'colour'"),
        ({"name": "x", "pattern": "("}, "relations/owns.yaml: 'x'"),
        ({"name": "x", "pattern": "甲", "status": "maybe"}, "unknown status 'maybe'"),
    ],
)
def test_bad_rule_names_itself(entry, told):
    with pytest.raises(BadResource, match=told):
        list(parse("owns", {"rules": [entry]}))
