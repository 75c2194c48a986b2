"""What speaks against a statement: each doubt does what its examples say, and leaves the near misses alone. All names are invented."""

from dataclasses import replace

import pytest

from kg import ontology
from kg.errors import BadResource
from kg.relations.doubts import judged, parse
from kg.relations.scene import Draft
from kg.relations.signs import words

FILES = [words(name) for name in ("doubts", "doubts_of_stories", "doubts_of_sums", "doubts_of_status", "doubts_of_deals")]
DOUBTS = [doubt for data in FILES for doubt in parse(data)]
EXAMPLES = [tuple(row) for data in FILES for row in data["examples"]]
NEAR_MISSES = [tuple(row) for data in FILES for row in data["near_misses"]]
BY = {doubt.name: min(doubt.by, default="test") for doubt in DOUBTS}
TOLD = {doubt.name: doubt.told for doubt in DOUBTS}


def _draft(scene, relation, subject, obj, by="test", status="asserted"):
    ids = {entity.name: key for key, entity in scene.entities.items()}
    return Draft(ids[subject], relation, ids[obj], 0, len(scene.text), f"{relation}:{by}", status=status)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row[0]} {row[-1][:12]}")
def test_example(scene, row):
    doubt, relation, subject, obj, text, *status = row
    told = scene(text)
    for before in TOLD[doubt]:
        draft = _draft(told, relation, subject, obj, BY[doubt], before)
        assert [found.status for found in judged(told, [draft])] == status
        alone = list(judged(told, [draft], only=doubt))
        assert [found.status for found in alone] == status, "another doubt does it"


@pytest.mark.parametrize("row", NEAR_MISSES, ids=lambda row: row[-1][:16])
def test_near_miss(scene, row):
    *ends, text = row
    told = scene(text)
    draft = _draft(told, *ends)
    assert list(judged(told, [draft])) == [draft]


@pytest.mark.parametrize("row", [row for data in FILES for row in data.get("planned_near_misses", ())], ids=lambda row: row[-1][:16])
def test_what_is_planned_is_no_more_than_that(scene, row):
    *ends, text = row
    told = scene(text)
    draft = _draft(told, *ends, status="planned")
    assert list(judged(told, [draft])) == [draft]


@pytest.mark.parametrize("row", [row for data in FILES for row in data.get("learned_near_misses", ())], ids=lambda row: row[-1][:16])
def test_what_is_learned_and_fits_stays(scene, row):
    *ends, text = row
    told = scene(text)
    draft = _draft(told, *ends, "learned")
    assert list(judged(told, [draft])) == [draft]


def test_a_doubt_of_what_is_learned_leaves_rules_alone(scene):
    told = scene("[青禾重工](Company)第一千万辆汽车在[云岭市](Place)下线。")
    draft = _draft(told, "located_in", "青禾重工", "云岭市")
    assert list(judged(told, [draft])) == [draft]


@pytest.mark.parametrize(
    ("between", "status"),
    [
        ("", "planned"),
        ("双方签了协议。", "planned"),
        ("双方签了协议。价格未定。人员不变。", "asserted"),
        ("公司已完成收购[云杼股份](Company)。", "asserted"),
        ("公司去年收购[云杼股份](Company)。", "asserted"),
    ],
)
def test_a_doubt_may_look_around_the_evidence(scene, between, status):
    first = "[北川控股](Company)收购[云杼股份](Company)的股份。"
    told = scene(f"{first}{between}本次股份转让尚需[云岭市国资委](PublicBody)批准。")
    draft = _draft(told, "invested_in", "北川控股", "云杼股份", "buys")
    draft = replace(draft, end=told.sentences[0].end)
    assert [found.status for found in judged(told, [draft])] == [status]


def test_every_doubt_has_an_example_and_known_relations():
    assert {doubt.name for doubt in DOUBTS} == {row[0] for row in EXAMPLES}
    assert not {name for doubt in DOUBTS for name in doubt.relations} - ontology.load().relations.keys()


def test_what_is_planned_stays_planned(scene):
    told = scene("[青禾证券](Company)已经于2017年将[云杼金融](Company)股权出售。")
    draft = Draft("e1", "owns", "e2", 0, len(told.text), "owns:test", status="denied")
    assert list(judged(told, [draft])) == [draft]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"name": "x", "pattern": "{firms}"}, "no list 'firms'"),
        ({"name": "x", "pattern": "("}, "relations/doubts.yaml: 'x'"),
        ({"pattern": "甲"}, "relations/doubts.yaml: '甲': needs 'name'"),
        ({"name": "x"}, "relations/doubts.yaml: 'x': needs 'pattern'"),
        ({"name": "x", "pattern": "甲", "colour": 1}, "unknown key 'colour'"),
        ({"name": "x", "pattern": "甲", "status": "maybe"}, "unknown status 'maybe'"),
        ({"name": "x", "pattern": "甲", "status": "planned", "told": "asserted perhaps"}, "unknown status 'perhaps'"),
    ],
)
def test_bad_doubt_names_itself(entry, told):
    with pytest.raises(BadResource, match=told):
        list(parse({"doubts": [entry]}))


def test_a_bad_doubt_names_the_file_that_it_stands_in():
    with pytest.raises(BadResource, match=r"relations/doubts_of_sums\.yaml: 'x'"):
        list(parse({"doubts": [{"name": "x", "pattern": "("}]}, "doubts_of_sums"))
