"""Rule files: what each says of its examples and near misses, and what is wrong with a bad one. People and firms are invented."""

import pytest

from kg.errors import BadResource
from kg.relations.rule_files import parse, rules
from kg.relations.rules import propose
from kg.relations.signs import words
from kg.resources import resource

FILES = sorted(entry.name.removesuffix(".yaml") for entry in resource("relations").iterdir() if entry.name.endswith(".yaml"))
READ = [name for name in FILES if words(name).get("rules")]
EXAMPLES = [(words(name).get("relation", name), example) for name in READ for example in words(name)["examples"]]
NEAR_MISSES = [(words(name).get("relation", name), example) for name in READ for example in words(name).get("near_misses") or ()]


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


@pytest.mark.parametrize(
    ("relation", "text", "says"),
    [
        # 该公司 is the firm that opened the paragraph, whoever was named since
        (
            "partner_of",
            "成立于2013年的[青禾机电](Company)发展很快，控股股东为[北川集团](Company)。该公司大客户有[云杼重工](Company)等。",
            {"青禾机电 云杼重工"},
        ),
        (
            "supplies",
            "[青禾机电](Company)是[北川集团](Company)的子公司。如今，该公司除了内销，还向[云杼重工](Company)供货。",
            {"青禾机电 云杼重工"},
        ),
        ("partner_of", "昨天，记者获悉，企业携手[云杼重工](Company)研发新品。", set()),
        # what brackets say of the name before them
        ("succeeded", "[青禾机电](Company)（原[云岭农机厂](Company)）投产。", {"青禾机电 云岭农机厂"}),
        ("owns", "[云杼科技](Company)（[青禾集团](Company)全资子公司）投产。", {"青禾集团 云杼科技"}),
        ("owns", "[青禾机电](Company)（以下简称“[青禾](Company)”）投产。", set()),
        # whom 后者 means where nobody has found out, it is not who acted before
        ("owns", "[云杼轴承](Company)来了客人，后者全资持有[北川机电](Company)。", set()),
        # a daughter held through another acts itself
        (
            "invested_in",
            "[青禾基建](Company)间接全资附属公司[云杼路桥](Company)与卖方订立协议，同意收购[北川高速](Company)45%股权。",
            {"云杼路桥 北川高速"},
        ),
        # whoever has got another name goes on under it
        (
            "located_in",
            "[云杼银行](Company)[2010年](Date 2010)更名为[青禾银行](Company)，总行设在[云岭区](Place)。",
            {"青禾银行 云岭区"},
        ),
        ("located_in", "[云杼银行](Company)收购[青禾银行](Company)，总行设在[云岭区](Place)。", {"云杼银行 云岭区"}),
        (
            "funded",
            "[云岭银行](Company)向[青禾机电](Company)放贷；并向[云杼科技](Company)发放贷款[90万元](Amount)。",
            {"云岭银行 云杼科技"},
        ),
        ("funded", "[云岭银行](Company)到会；向[云杼学会](Organization)捐款[90万元](Amount)。", {"云岭银行 云杼学会"}),
        ("funded", "[云岭银行](Company)到会。向[云杼学会](Organization)捐款[90万元](Amount)。", set()),
        # who founds a firm is the man, not the firm whose post he has
        ("owns", "[云杼集团](Company)由[青禾机电](Company)[董事长](Title)[林清和](Person)于[1995年](Date 1995)创办。", {"林清和 云杼集团"}),
        ("owns", "[青禾机电](Company)[董事长](Title)[林清和](Person)创办了[云杼集团](Company)。", {"林清和 云杼集团"}),
        ("invested_in", "[云岭项目](Project)由[青禾机电](Company)[董事长](Title)[林清和](Person)投资建设。", {"林清和 云岭项目"}),
        ("undertakes", "[云岭项目](Project)由[青禾机电](Company)[董事长](Title)[林清和](Person)投资建设。", set()),
        ("owns", "[云杼集团](Company)由[青禾机电](Company)出资设立，[董事长](Title)[林清和](Person)到会。", {"青禾机电 云杼集团"}),
        # what was bought in the clause before does not act in the next
        ("owns", "[去年](Date)，收购[云杼公司](Company)，创立[北川特钢](Company)。", set()),
        ("owns", "位于云岭的[云杼公司](Company)，创立[北川特钢](Company)。", {"云杼公司 北川特钢"}),
        # and what was founded there goes on
        (
            "invested_in",
            "[1996年](Date)创办[云杼公司](Company)，[2000年](Date)上市，[2007年](Date)出售给[青禾集团](Company)。",
            {"青禾集团 云杼公司"},
        ),
        # a title that says who holds the firm is read as words
        ("owns", "[青禾机电](Company)[实际控制人](Title)[林清和](Person)到案。", {"林清和 青禾机电"}),
        ("owns", "[青禾机电](Company)[董事长](Title)[林清和](Person)到案。", set()),
        # who acts for whom, and words in quotes
        ("signed_with", "[林清和](Person)代表[云岭县政府](PublicBody)与[青禾机电](Company)签约。", {"云岭县政府 青禾机电"}),
        ("partner_of", "[青禾机电](Company)“牵手”[云杼重工](Company)。", {"青禾机电 云杼重工"}),
        # a rule that is told in the sentence before, where that announces a list
        (
            "regulated",
            "[云岭市金融监管局](PublicBody)行政处罚公示表显示：\n[青禾银行](Company)因管理不到位，被处以罚款。",
            {"云岭市金融监管局 青禾银行"},
        ),
    ],
)
def test_line(told, relation, text, says):
    assert told(propose, relation, text) == says


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (
            "[青禾机电](Company)、[云杼科技](Company)分别向[云岭慈善总会](Organization)捐赠[5000元](Amount)和[2000元](Amount)。",
            "amount",
            {"青禾机电": "5000元", "云杼科技": "2000元"},
        ),
        (
            "[青禾机电](Company)、[云杼科技](Company)分别持有[云岭银行](Company)51%、10%的股权。",
            "share",
            {"青禾机电": "51%", "云杼科技": "10%"},
        ),
        (
            "[青禾机电](Company)、[云杼科技](Company)、[北川重工](Company)分别持有[云岭银行](Company)51%、10%的股权。",
            "share",
            dict.fromkeys(("青禾机电", "云杼科技", "北川重工")),
        ),
        (
            "[青禾机电](Company)、[云杼科技](Company)向[云岭慈善总会](Organization)捐赠[5000元](Amount)。",
            "amount",
            dict.fromkeys(("青禾机电", "云杼科技")),  # of both together
        ),
        (
            "[青禾机电](Company)、[云杼科技](Company)各向[云岭慈善总会](Organization)捐赠[5000元](Amount)。",
            "amount",
            dict.fromkeys(("青禾机电", "云杼科技"), "5000元"),
        ),
    ],
)
def test_each_of_a_row_has_its_own(drafts, text, key, said):
    found = {scene.entities[draft.subject].name: draft.qualifiers.get(key) for scene, draft in drafts(propose, text)}
    assert found == said


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
        ({"name": "x", "pattern": "甲", "about": "v"}, "unknown end 'v'"),
    ],
)
def test_bad_rule_names_itself(entry, told):
    with pytest.raises(BadResource, match=told):
        list(parse("owns", {"rules": [entry]}))


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("[青禾控股](Company)、[云杼资本](Company)竞得[白帆矿业](Company)51%股权。", [None, None]),  # together
        ("[青禾控股](Company)竞得[白帆矿业](Company)51%股权。", ["51%"]),
        ("[青禾控股](Company)、[云杼资本](Company)各持有[白帆矿业](Company)26%的股权。", ["26%", "26%"]),
    ],
)
def test_what_several_hold_together_is_nobodys_share(drafts, text, shares):
    told = {draft.subject: draft.qualifiers.get("share") for _, draft in drafts(propose, text) if draft.relation == "owns"}
    assert list(told.values()) == shares
