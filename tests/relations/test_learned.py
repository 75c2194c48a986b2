"""The learned reader of relations: what it promises whatever it has learned. All people and firms are invented."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import kg
from kg.arrays import FIRST, dump
from kg.errors import BadResource
from kg.ontology import load as ontology
from kg.relations.clauses import clauses
from kg.relations.learned import weighed
from kg.relations.learned.drafting import _of_house, _status, _worker
from kg.relations.learned.model import VERSION, Model, default, load, named
from kg.relations.learned.network import Committee, Network, highest
from kg.relations.learned.reading import TRAITS, TYPES, allowed, outputs, read
from kg.relations.scene import Draft, Scene
from kg.relations.signs import SIGNS

SceneOf = Callable[[str], Scene]
STORY = (
    "[市长](Title)[秦晓岚](Person)[5月8日](Date 2024-05-08)走进[青禾机电](Company)。[北岳车业](Company)是它的客户。"
    "该市另有企业百家。\n订单不少。\n[青禾机电](Company)去年营收[3亿元](Amount)。"
)
WIDE, WIDTH, SHOWN = 4, 8, 3


def model_of(bias: float, told: float, seed: int = 3) -> Model:
    """An untrained network that thinks nearly everything likely (a high `bias`) or unlikely."""
    draw = np.random.default_rng(seed)
    letters = "".join(SIGNS.values()) + "走进客户营收"
    shapes = {
        "characters": (FIRST + len(letters), WIDE),
        "input": (3 * WIDE + 1, WIDTH),
        "layer.1": (3 * WIDTH + 1, WIDTH),
        "kinds": (len(TYPES) ** 2, 16),
        "hidden": (5 * WIDTH + 16 + TRAITS + 1, WIDTH),
        "shown": (WIDTH + 1, SHOWN),
        "beside": (WIDTH + 4 * SHOWN + 1, WIDTH),
        "output": (WIDTH + 1, len(outputs())),
    }
    weights = {name: draw.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes.items()}
    weights["output"][-1] = bias
    weights |= {f"norm.{n}": np.stack([np.ones(WIDTH), np.zeros(WIDTH)]).astype(np.float32) for n in range(2)}
    header = {
        "alphabet": letters,
        "dilations": [1],
        "seconded": [0, 0.5, 0.5],
        "alone": [0, 1],
        "leanings": {"owns": 0.5},
        "told": dict.fromkeys(ontology().relations, told),
    }
    return Model(Committee([Network(weights, letters, (1,))]), (0, 0.5, 0.5), (0, 1), header["leanings"], header["told"], header)


def test_a_row_is_the_text_with_one_sign_a_name_and_pairs_stand_in_text_order(scene: SceneOf) -> None:
    told = scene(STORY)
    reading = read(told)
    assert reading.row.startswith(f"{SIGNS['Title']}{SIGNS['Person']}{SIGNS['Date']}走进{SIGNS['Company']}。")
    assert "秦晓岚" not in reading.row
    assert "青禾" not in reading.row
    names = {(told.entities[p.first.entity].name, told.entities[p.second.entity].name, p.gap) for p in reading.pairs}
    assert ("秦晓岚", "青禾机电", 0) in names
    assert ("秦晓岚", "北岳车业", 1) in names
    assert ("青禾机电", "3亿元", 0) in names
    assert not any(pair[:2] == ("秦晓岚", "3亿元") for pair in names)
    for pair in reading.pairs:
        assert pair.at[0] < pair.at[1]
        assert pair.first.entity != pair.second.entity
        assert 0 <= pair.gap <= 2
        assert [reading.row[at] for at in pair.at] == [SIGNS[pair.first.type], SIGNS[pair.second.type]]
    assert reading.traits.shape == (len(reading.pairs), TRAITS)
    assert allowed()[reading.kinds[:, 0], reading.kinds[:, 1]].any(axis=1).all()


def test_an_article_without_two_names_has_no_pairs(scene: SceneOf) -> None:
    told = scene("[青禾机电](Company)去年订单不少。")
    assert not read(told).pairs
    assert list(weighed(told, [], model_of(6, 0.5))) == []


def test_the_highest_of_any_stretch() -> None:
    draw = np.random.default_rng(1)
    rows = draw.normal(size=(37, 3)).astype(np.float32)
    starts = draw.integers(0, 36, 200)
    ends = np.minimum(starts + draw.integers(1, 37, 200), 37)
    wanted = np.stack([rows[s:e].max(axis=0) for s, e in zip(starts, ends, strict=True)])
    assert np.array_equal(highest(rows, starts, ends), wanted)


def test_what_only_the_network_tells_fits_the_ontology_and_has_its_quote(scene: SceneOf) -> None:
    told = scene(STORY)
    found = list(weighed(told, [], model_of(6, 0.5)))
    assert {draft.relation for draft in found} >= {"visited", "partner_of", "earns_amount"}
    for draft in found:
        types = told.entities[draft.subject].type, told.entities[draft.object].type
        relation = ontology().relations[draft.relation]
        assert relation.allows(*types) or (relation.symmetric and relation.allows(*types[::-1]))
        assert draft.rule == f"{draft.relation}:learned"
        assert 0.5 <= draft.confidence <= 1
        for end in (draft.subject, draft.object):
            assert any(draft.start <= m.start and m.end <= draft.end for m in told.entities[end].mentions)
    visit = next(d for d in found if d.relation == "visited" and told.entities[d.object].name == "青禾机电")
    assert visit.date == "2024-05-08"
    assert not list(weighed(told, [], model_of(6, 1.1))), "told although no chance is enough"


def test_a_post_without_a_title_is_not_told(scene: SceneOf) -> None:
    model = model_of(6, 0.5)
    assert not [d for d in weighed(scene("[秦晓岚](Person)谈起[青禾机电](Company)。"), [], model) if d.relation == "holds_position"]
    (post,) = [
        d for d in weighed(scene("[青禾机电](Company)[董事长](Title)[秦晓岚](Person)说。"), [], model) if d.relation == "holds_position"
    ]
    assert post.qualifiers == {"title": "董事长"}


def test_no_public_body_has_a_chairman_of_the_board(scene: SceneOf) -> None:
    told = scene("[云岭证监局](PublicBody)对公司、时任[董事长](Title)[秦晓岚](Person)出具警示函。")
    assert not [d for d in weighed(told, [], model_of(6, 0.5)) if d.relation == "holds_position"]
    told = scene("[云岭证监局](PublicBody)[局长](Title)[秦晓岚](Person)出具警示函。")
    assert [d.qualifiers for d in weighed(told, [], model_of(6, 0.5)) if d.relation == "holds_position"] == [{"title": "局长"}]


def test_no_firm_has_a_post_of_a_village(scene: SceneOf) -> None:
    told = scene("[青禾合作社](Company)[村党支部书记](Title)[秦晓岚](Person)说。")
    assert not [d for d in weighed(told, [], model_of(6, 0.5)) if d.relation == "holds_position"]
    told = scene("[青禾合作社](Company)[党支部书记](Title)[秦晓岚](Person)说。")
    assert [d.qualifiers for d in weighed(told, [], model_of(6, 0.5)) if d.relation == "holds_position"] == [{"title": "党支部书记"}]


def test_who_controls_a_firm_owns_it_although_that_was_learned_as_a_post(scene: SceneOf) -> None:
    told = scene("[青禾机电](Company)[实际控制人](Title)[秦晓岚](Person)说。")
    people = {d.relation for d in weighed(told, [], model_of(6, 0.5)) if told.entities[d.subject].type == "Person"}
    assert "owns" in people
    assert "holds_position" not in people
    model = model_of(-6, 1.1)
    reader = model.readers.networks[0]
    reader.weights["output"][-1, outputs().index(("holds_position", True))] = 6  # sees a post and nothing else
    person, firm = (next(i for i, e in told.entities.items() if e.name == name) for name in ("秦晓岚", "青禾机电"))
    rule = Draft(person, "owns", firm, 0, len(told.text), "owns:controller-named", 0.7)
    assert [d.confidence > 0.7 for d in weighed(told, [rule], model)] == [True]
    assert not list(weighed(scene("[秦晓岚](Person)说到[青禾机电](Company)。"), [rule], model))


@pytest.mark.parametrize(
    ("marked", "title", "status"),
    [
        ("[青禾机电](Company)首席外汇[分析师](Title)[秦晓岚](Person)说。", "首席外汇分析师", "asserted"),
        ("[青禾机电](Company)的研究[总监](Title)[秦晓岚](Person)说。", "研究总监", "asserted"),
        ("[青禾机电](Company)董事长和[总经理](Title)[秦晓岚](Person)说。", "总经理", "asserted"),
        ("[青禾机电](Company)股东包括[创始人](Title)[秦晓岚](Person)。", "创始人", "asserted"),
        ("[青禾机电](Company)[总经理](Title)[秦晓岚](Person)不再担任该职。", "总经理", "former"),
        ("时任[青禾机电](Company)[总经理](Title)[秦晓岚](Person)来访。", "总经理", "former"),
        ("[秦晓岚](Person)离开[青禾机电](Company)[总经理](Title)的职位。", "总经理", "former"),
    ],
)
def test_a_post_is_told_whole_and_former_where_the_words_say_so(scene: SceneOf, marked: str, title: str, status: str) -> None:
    found = [d for d in weighed(scene(marked), [], model_of(6, 0.5)) if d.relation == "holds_position"]
    assert {(d.qualifiers["title"], d.status) for d in found} == {(title, status)}


def test_the_head_of_a_government_holds_no_post_of_the_place(scene: SceneOf) -> None:
    told = scene("[云岭县](Place)[县长](Title)[秦晓岚](Person)说，[云岭县政府](PublicBody)很忙。")
    government = next(e.id for e in told.entities.values() if e.type == "PublicBody")
    (sentence,) = told.sentences
    refs = tuple(replace(r, entity=government) if r.type == "Title" else r for r in sentence.refs)
    told = replace(told, sentences=(replace(sentence, refs=refs),))
    found = {told.entities[d.object].type for d in weighed(told, [], model_of(6, 0.5)) if d.relation == "holds_position"}
    assert found == {"PublicBody"}


def test_the_network_has_its_say_only_where_both_names_stand_in_the_evidence(scene: SceneOf) -> None:
    told = scene(STORY)
    (person, firm) = (next(i for i, e in told.entities.items() if e.name == name) for name in ("秦晓岚", "青禾机电"))
    whole = Draft(person, "visited", firm, 0, told.text.index("。") + 1, "visits:stop", 0.9)
    elsewhere = replace(whole, start=told.text.index("订单"), end=len(told.text))
    doubts, agrees = model_of(-6, 1.1), model_of(6, 1.1)
    assert list(weighed(told, [whole], doubts)) == []
    assert [d.confidence for d in weighed(told, [elsewhere], doubts)] == [0.9]
    (surer,) = weighed(told, [whole], agrees)
    assert surer.confidence > 0.9
    assert replace(surer, confidence=0.9) == whole


def test_whom_one_host_met_did_not_meet_each_other_for_it(scene: SceneOf) -> None:
    told = scene("[秦晓岚](Person)在[云岭](Place)会见[方致远](Person)，与[周一鸣](Person)座谈。")
    host, *guests = (next(i for i, e in told.entities.items() if e.name == name) for name in ("秦晓岚", "方致远", "周一鸣"))
    drafts = [Draft(host, "met_with", guest, 0, len(told.text), "met", 0.9) for guest in guests]

    def met(drafts: list[Draft]) -> bool:
        return any({d.subject, d.object} == set(guests) for d in weighed(told, drafts, model_of(6, 0.5)) if d.relation == "met_with")

    assert not met(drafts)
    assert met(drafts[:1])


def test_of_two_firms_one_is_the_daughter_and_each_has_its_own_sum(scene: SceneOf) -> None:
    told = scene("[青禾机电](Company)、[北岳车业](Company)分别出资[3亿元](Amount)和[1亿元](Amount)。")
    ids = {entity.name: key for key, entity in told.entities.items()}
    end = len(told.text)
    owns = Draft(ids["青禾机电"], "owns", ids["北岳车业"], 0, end, "owns:test", 0.9)
    sums = [
        Draft(ids[firm], "invests_amount", ids[amount], 0, end, "invests_amount:test", 0.9)
        for firm, amount in (("青禾机电", "3亿元"), ("北岳车业", "1亿元"))
    ]
    found = [(d.relation, d.subject, d.object) for d in weighed(told, [owns, *sums], model_of(6, 0.5)) if d.rule.endswith(":learned")]
    assert ("owns", ids["北岳车业"], ids["青禾机电"]) not in found
    assert not [row for row in found if row[0] == "invests_amount"]


def test_of_two_rows_that_are_paired_nobody_signs_across(scene: SceneOf) -> None:
    told = scene("[云岭银行](Company)、[北川银行](Company)分别与[青禾机电](Company)、[北岳车业](Company)签约。")
    ids = {entity.name: key for key, entity in told.entities.items()}
    end = len(told.text)
    pairs = [
        Draft(ids[bank], "signed_with", ids[firm], 0, end, "signed_with:with-each-of", 0.9)
        for bank, firm in (("云岭银行", "青禾机电"), ("北川银行", "北岳车业"))
    ]
    found = [d for d in weighed(told, pairs, model_of(6, 0.5)) if d.relation == "signed_with" and d.rule.endswith(":learned")]
    assert not [d for d in found if {d.subject, d.object} == {ids["云岭银行"], ids["北岳车业"]}]


def test_what_a_firm_invests_it_did_not_earn_as_well_and_who_is_invested_in_does_not_invest(scene: SceneOf) -> None:
    told = scene("[青禾机电](Company)向[北岳车业](Company)投入[3亿元](Amount)。")
    ids = {entity.name: key for key, entity in told.entities.items()}
    end = len(told.text)
    deal = Draft(ids["青禾机电"], "invested_in", ids["北岳车业"], 0, end, "invested_in:test", 0.9)
    spent = Draft(ids["青禾机电"], "invests_amount", ids["3亿元"], 0, end, "invests_amount:test", 0.9)

    def learned(drafts: list[Draft]) -> set[tuple[str, str, str]]:
        return {(d.relation, d.subject, d.object) for d in weighed(told, drafts, model_of(6, 0.5)) if d.rule.endswith(":learned")}

    also = {("earns_amount", ids["青禾机电"], ids["3亿元"]), ("invested_in", ids["北岳车业"], ids["青禾机电"])}
    assert also <= learned([])
    assert not also & learned([deal, spent])


def test_a_file_gives_the_model_back_and_a_damaged_one_says_what_to_do(tmp_path: Path) -> None:
    model, path = model_of(0.5, 0.7), tmp_path / "relations.bin"
    path.write_bytes(dump(VERSION, model.header, named([one.weights for one in model.readers.networks] * 2), ()))
    again = load(path)
    assert (again.told, again.alone, again.seconded, again.leanings) == (model.told, model.alone, model.seconded, model.leanings)
    assert len(again.readers.networks) == 2
    for one in again.readers.networks:
        assert all(np.allclose(one.weights[name], values, atol=1e-3) for name, values in model.readers.networks[0].weights.items())
    body = path.read_bytes()
    path.write_bytes(body[:-3] + b"xyz")
    with pytest.raises(BadResource, match=r"relations\.bin.*--no-model"):
        load(path)
    with pytest.raises(BadResource, match="--no-model"):
        load(tmp_path / "nowhere.bin")


def test_the_model_of_the_package_knows_the_ontology() -> None:
    model = default()
    assert set(model.told) <= set(ontology().relations)
    assert all(0.3 <= least <= 1 for least in model.told.values())
    assert all(one.weights["output"].shape[1] == len(outputs()) for one in model.readers.networks)
    assert model.joint("owns", 0.8, 0.95) > model.joint("owns", 0.8, 0.3)
    assert model.calibrated("owns", 0.95) > model.calibrated("owns", 0.6)
    assert len(json.dumps(model.header["passages"])) > 2, "says what it learned from"


def test_a_relation_that_is_right_more_often_is_surer() -> None:
    model = model_of(0, 0.5)
    assert model.joint("owns", 0.8, 0.5) > model.joint("visited", 0.8, 0.5)
    assert model.calibrated("owns", 0.5) > model.calibrated("visited", 0.5)


def test_the_same_text_gives_the_same_statements_and_no_model_leaves_it_out() -> None:
    text = "云岭市委书记秦晓岚一行来到青禾机电有限公司，听取企业负责人介绍，察看生产车间。该公司由北岳车业集团控股，总部设在云岭区。"
    with_model = [kg.extract(text).statements for _ in range(2)]
    assert with_model[0] == with_model[1]
    assert with_model[0]
    assert not any(s.rule.endswith(":learned") for s in kg.extract(text, use_model=False).statements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[青禾药业](Company)年销售额达[3亿元](Amount)的老药将失去保护。", "asserted"),
        ("[青禾药业](Company)将实现年销售额[3亿元](Amount)。", "planned"),
    ],
)
def test_what_is_said_behind_a_sum_is_of_other_things(scene: SceneOf, text: str, status: str) -> None:
    told = scene(text)
    clause = clauses(told, spoken=True)[0]
    assert _status("earns_amount", clause, clause.refs[-1]) == status


@pytest.mark.parametrize(
    ("between", "post"),
    [
        ("质检员", "质检员"),
        ("原监理员", "监理员"),
        ("员工", "员工"),
        ("通讯员", None),
        ("一名员工", None),
        ("的客户", None),
        ("与司机", None),
    ],
)
def test_a_noun_of_work_is_a_post(scene: SceneOf, between: str, post: str | None) -> None:
    told = scene(f"[青禾机电](Company){between}[方致远](Person)说。")
    title = _worker(told, told.sentences[0], read(told).pairs[0])
    assert (title.text if title is not None else None) == post


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("[青禾机电](Company)的[方致远](Person)抢先开口。", True),
        ("[青禾机电](Company)与[方致远](Person)签约。", False),
        ("早已离开[青禾机电](Company)的[方致远](Person)说。", False),
        ("[青禾机电](Company)的[方致远](Person)[经理](Title)说。", False),
    ],
)
def test_whoever_stands_behind_a_house_is_one_of_its_people(scene: SceneOf, text: str, theirs: bool) -> None:
    told = scene(text)
    pair = next(pair for pair in read(told).pairs if (pair.first.type, pair.second.type) == ("Company", "Person"))
    assert _of_house(told, told.sentences[0], pair) is theirs


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[青禾机电](Company)[总裁](Title)[林清和](Person)曾建议扩产。", "asserted"),
        ("[青禾机电](Company)曾由[总裁](Title)[林清和](Person)主持。", "former"),
        ("[青禾机电](Company)[总裁](Title)[林清和](Person)将出席。", "asserted"),
    ],
)
def test_what_stands_behind_the_holder_says_nothing_of_his_post(scene: SceneOf, marked: str, status: str) -> None:
    told = scene(marked)
    clause = next(iter(clauses(told)))
    assert _status("holds_position", clause, next(ref for ref in clause.refs if ref.type == "Person")) == status
