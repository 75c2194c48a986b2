"""The learned recogniser: what it promises whatever it has learned. All people and firms are invented."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from kg.errors import BadResource
from kg.nlp import build_nlp
from kg.nlp.candidates import Candidate, proposed
from kg.nlp.recogniser import crf
from kg.nlp.recogniser.built import built, put_up
from kg.nlp.recogniser.features import FLAGS, codes, flags
from kg.nlp.recogniser.kinds import kinds
from kg.nlp.recogniser.model import Found, Model, default, dump, load
from kg.nlp.recogniser.network import Network
from kg.nlp.recogniser.quoted import quoted
from kg.nlp.recogniser.stated import stated
from kg.nlp.recogniser.stops import find_stops
from kg.nlp.recogniser.undecided import undecided
from kg.nlp.recogniser.weighing import weighed, weights
from kg.resources import resource

TEXT = (
    "3月12日，滁州市委书记岑国栋来到安徽江汀控股集团有限公司调研。“订单排到了年底。”公司总经理厉文舟说。\n"
    "云杉智控、沐朔重工等企业负责人参加座谈！会上，市发改委介绍了《滁州市先进制造业发展规划》，TCL等12家企业提了建议。"
)
LABELS = {"kg": ["Company", "Person"]}
# Scores of `small` for 市 of 市委书记岑说， and for 说 of 书记说: they change only when the arithmetic or the word lists do.
GOLDEN_FIRST = [0.9521, 1.3826, -1.0094, -1.0675, -0.4341, -0.4076, 1.4352, 2.3537, 0.3236]
GOLDEN_LAST = [-1.9071, -0.3795, 1.3604, -0.8581, 0.6927, -1.9311, -0.9428, -0.9626, -3.5933]


@pytest.fixture(scope="module")
def small() -> Model:
    """An untrained network with weights drawn from a fixed seed: every number of it is reproducible."""
    draw = np.random.default_rng(7)
    width, tags = 16, len(crf.tags(LABELS["kg"]))
    shapes = {
        "characters": (2 + 6, 8),
        "pairs": (64, 4),
        "input": (8 + 2 * 4 + FLAGS + 1, width),
        "layer.1": (3 * width + 1, width),
        "layer.2": (3 * width + 1, width),
        "head.kg": (width + 1, tags),
        "moves.kg": (tags, tags),
    }
    weights = {name: draw.normal(0, 0.4, shape).astype(np.float32) for name, shape in shapes.items()}
    weights |= {f"norm.{n}": np.stack([np.ones(width), np.zeros(width)]).astype(np.float32) for n in range(3)}
    return Model(Network(weights, "市委书记岑说", (1, 2)), LABELS, {}, {"alphabet": "市委书记岑说", "dilations": [1, 2], "labels": LABELS})


def written(model: Model) -> bytes:
    header = {**model.header, "calibration": {}}
    return dump(header, model.network.weights, ("characters", "pairs"))


def test_states_and_scores_are_those_stored(small: Model) -> None:
    hidden, starts = small.network.encode(["市委书记岑说，", "书记说"])
    scores = small.network.emissions(hidden, "kg")
    assert starts == [0, 7]
    assert np.allclose(scores[starts[0]], GOLDEN_FIRST, atol=1e-4)
    assert np.allclose(scores[starts[1] + 2], GOLDEN_LAST, atol=1e-4)


def test_a_sentence_scores_the_same_alone_and_in_company(small: Model) -> None:
    together, starts = small.network.encode(["市委书记岑说，", "书记说"])
    alone, begin = small.network.encode(["书记说"])
    assert np.allclose(together[starts[1] : starts[1] + 3], alone[begin[0] : begin[0] + 3], atol=1e-5)


def test_span_chances_equal_the_sum_over_all_paths() -> None:
    """Against the definition: weigh every legal path of a short sentence."""
    draw = np.random.default_rng(3)
    names = crf.tags(["Person"])
    steps, tags = 5, len(names)
    scores = draw.normal(0, 1.5, (steps, 1, tags)).astype(np.float32)
    moves = draw.normal(0, 1, (tags, tags)).astype(np.float32)
    legal, first, last = crf.may_follow(names), crf.may_start(names), crf.may_end(names)
    chances: dict[tuple[int, int], float] = {}
    whole = 0.0
    for path in np.ndindex(*[tags] * steps):
        if not first[path[0]] or not last[path[-1]] or any(not legal[a, b] for a, b in pairwise(path)):
            continue
        weight = float(np.exp(sum(scores[t, 0, tag] for t, tag in enumerate(path)) + sum(moves[a, b] for a, b in pairwise(path))))
        whole += weight
        begin = 0
        for t, tag in enumerate(path):
            begin = t if names[tag][0] in "BS" else begin
            if names[tag][0] in "ES":
                chances[begin, t + 1] = chances.get((begin, t + 1), 0) + weight
    found = {(s.start, s.end): s.chance for s in crf.spans(scores[:, 0], [0], [steps], moves, ["Person"], 1e-6)}
    assert found == pytest.approx({span: weight / whole for span, weight in chances.items() if weight / whole >= 1e-6}, rel=1e-3)


def test_shorter_sentences_of_a_batch_are_not_read_behind_their_end() -> None:
    draw = np.random.default_rng(5)
    tags = len(crf.tags(["Person"]))
    scores, moves = draw.normal(0, 2, (10, tags)).astype(np.float32), np.zeros((tags, tags), dtype=np.float32)
    together = [s for s in crf.spans(scores, [4, 0], [6, 3], moves, ["Person"], 0.01) if s.sentence == 1]
    alone = crf.spans(scores[:3], [0], [3], moves, ["Person"], 0.01)
    assert [(s.start, s.end) for s in together] == [(s.start, s.end) for s in alone]
    assert [s.chance for s in together] == pytest.approx([s.chance for s in alone], rel=1e-4)


@pytest.mark.parametrize(
    ("text", "column", "where"),
    [
        ("规划发展", 0, [0, 2]),  # words of two characters begin
        ("规划发展", 1, [1, 3]),  # and end
        ("到滁州市去", 6, [1]),  # a division begins
        ("到滁州市去", 8, [3]),  # at its longest form it ends; 滁州 ends one before
        ("欧阳修竹", 11, [0]),
    ],
)
def test_lists_mark_their_characters(text: str, column: int, where: list[int]) -> None:
    assert set(where) <= set(np.flatnonzero(flags(codes(text))[:, column]))


def test_a_model_file_gives_back_what_was_written(small: Model, tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(written(small))
    again = load(path)
    assert again.labels == LABELS
    for name, values in small.network.weights.items():
        assert np.allclose(again.network.weights[name], values, atol=np.abs(values).max() / 100), name
    assert written(small) == path.read_bytes()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda data: data[:-5], "校验和不符"),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "校验和不符"),
        (lambda data: b"\x00\x01" + data, "损坏"),
        (lambda data: b"", "损坏"),
        (lambda data: b"[]\n", "损坏"),
        (lambda data: data.replace(b'"version": 1', b'"version": 99', 1), "第 99 版"),
    ],
)
def test_a_damaged_model_file_says_so(small: Model, tmp_path: Path, spoil: Callable[[bytes], bytes], says: str) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(spoil(written(small)))
    with pytest.raises(BadResource, match=says) as raised:
        load(path)
    assert "model.bin" in str(raised.value)


def test_a_missing_model_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match="--no-model"):
        load(tmp_path / "model.bin")


def test_the_model_of_the_package_is_small_and_says_what_it_is() -> None:
    data = resource("model.bin").read_bytes()
    header = json.loads(data.split(b"\n", 1)[0])
    assert len(data) <= 5_000_000
    assert {"version", "labels", "alphabet", "trained", "checksum", "sentences"} <= set(header)
    assert set(header["calibration"]) <= set(header["labels"]["kg"])


def test_what_is_found_stands_in_the_text_and_again_the_same() -> None:
    found = default().find(TEXT)
    assert found == default().find(TEXT)
    assert all(0 <= f.start < f.end <= len(TEXT) and "\n" not in TEXT[f.start : f.end] for f in found)
    assert all(0 <= f.chance <= 1 for f in found)
    sure = {(TEXT[f.start : f.end], f.label) for f in found if f.chance > 0.5}
    assert {("岑国栋", "Person"), ("安徽江汀控股集团有限公司", "Company"), ("厉文舟", "Person"), ("滁州市委", "PublicBody")} <= sure


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("产品主要卖给月亮湾、帕索电子等企业。", "帕索电子", "Company"),
        ("总投资9亿元的年产7万吨再生铝棒项目昨天在云台山经开区动工。", "年产7万吨再生铝棒项目", "Project"),
        ("第六届淮上花木产业博览会下月开幕。", "第六届淮上花木产业博览会", "Event"),
        ("市卫生健康局局长翦伯年主持。", "翦伯年", "Person"),
        ("市卫生健康局局长翦伯年主持。", "市卫生健康局", "PublicBody"),
        ("滁州市粮油商会会长岑国栋到会。", "滁州市粮油商会", "Organization"),
    ],
)
def test_the_model_of_the_package_knows_names_that_it_never_met(text: str, name: str, label: str) -> None:
    assert (name, label) in {(text[f.start : f.end], f.label) for f in default().find(text) if f.chance >= 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "春风吹绿了两岸，红旗招展，长安街上人来人往。",
        "光大传统美德，维护公平正义。",
        "我市新能源、新材料、生物医药等产业加速集聚。",
        "企业安心生产，集团稳步扩产。",
    ],
)
def test_ordinary_words_are_no_firms(text: str) -> None:
    assert not [text[c.start : c.end] for c in weighed(text, default().find(text), []) if c.type == "Company"]


@pytest.mark.parametrize("text", ["", "\n\n", "。", "甲", "𠮷野家" * 3, "a" * 1000, "，" * 500 + "。", "市" * 700])
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= f.start < f.end <= len(text) for f in default().find(text))


def test_what_is_found_does_not_depend_on_the_text_around() -> None:
    first = TEXT.split("\n")[0]
    both = [(f.start, f.end, f.label, round(f.chance, 3)) for f in default().find(TEXT) if f.end <= len(first)]
    assert both == [(f.start, f.end, f.label, round(f.chance, 3)) for f in default().find(first)]


RULE = Candidate(2, 6, "Company", "companies:short", 0.85)


@pytest.mark.parametrize(
    ("text", "found", "rules", "told"),
    [
        ("走进昀泽科技。", [Found(2, 6, "Company", 0.95)], [], ["昀泽科技"]),
        ("走进昀泽科技。", [Found(2, 6, "Company", 0.3)], [], []),  # not sure enough alone
        ("走进昀泽科技。", [Found(2, 6, "Company", 0.3)], [replace(RULE, score=0.6)], ["昀泽科技"]),  # but as a second witness
        ("走进昀泽科技。", [], [replace(RULE, score=0.55)], []),  # a doubtful rule, and the network sees nothing
        ("走进昀泽科技。", [], [replace(RULE, score=0.95)], ["昀泽科技"]),  # a sure one needs no witness
        ("发展生物医药。", [Found(2, 6, "Company", 0.6)], [], []),  # a phrase is no firm
        ("昀泽科技来了。他走进昀泽科技。", [Found(0, 4, "Company", 0.95)], [replace(RULE, start=10, end=14, score=0.55)], ["昀泽科技"] * 2),
        ("走进我市昀泽科技。", [Found(2, 8, "Company", 0.95)], [], ["昀泽科技"]),
        ("落实昀泽年会部署。", [Found(2, 6, "Event", 0.95)], [Candidate(2, 6, "Event", "works:event", 0.2)], []),  # denied on purpose
        (
            "昀泽年会召开。",
            [Found(0, 4, "Event", 0.95)],
            [Candidate(0, 4, "Event", "works:event", 0.3)],
            ["昀泽年会"],
        ),  # doubted, and surely seen
        ("昀泽年会召开。", [Found(0, 4, "Event", 0.7)], [Candidate(0, 4, "Event", "works:event", 0.3)], []),  # doubted, and hardly seen
        ("市长说。", [Found(0, 2, "Title", 0.99)], [], []),  # rules alone do these
        ("通过沅江法。", [], [Candidate(2, 5, "Policy", "works:law", 0.9)], ["沅江法"]),  # as sure as its finder, whom no network seconds
        ("走进昀泽（滁州）科技。", [Found(5, 10, "Company", 0.95)], [], []),  # half of a pair of brackets
        ("来到滁。", [Found(2, 3, "Place", 0.95)], [], []),  # one character
        ("看望科技镇长团。", [Found(2, 7, "Organization", 0.95)], [], []),  # those who hold a post
        ("与发包人昀泽建投签约。", [Found(1, 8, "Company", 0.95)], [], ["昀泽建投"]),  # what a contract calls it
        (
            "昀州政府与昀泽银行签约仪式举行",
            [Found(5, 13, "Event", 0.95)],
            [Candidate(0, 13, "Event", "works:ceremony", 0.95)],
            ["昀州政府与昀泽银行签约仪式", "昀泽银行签约仪式"],
        ),  # that of both may stand, though the network sees the second alone
        ("老板叫罗达格·埃兰说。", [Found(2, 9, "Person", 0.95)], [], ["罗达格·埃兰"]),  # a verb before a name with a dot
    ],
)
def test_rules_and_network_are_weighed_together(text: str, found: list[Found], rules: list[Candidate], told: list[str]) -> None:
    assert [text[c.start : c.end] for c in weighed(text, found, rules)] == told


def test_the_verb_of_a_visit_begins_no_name() -> None:
    text = "一行莅临昀织工程学院，莅临会馆"
    told = weighed(text, [Found(2, 10, "Organization", 0.8), Found(11, 15, "Organization", 0.8)], [])
    assert [text[c.start : c.end] for c in told] == ["昀织工程学院", "莅临会馆"]


FULL = Candidate(0, 8, "Company", "companies:full", 0.97)
SHORTER = Found(4, 8, "Company", 0.95)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], ["宣传推广昀泽集团"]),  # nothing speaks against a sure rule
        ([SHORTER], ["昀泽集团"]),  # it reached too far left
        ([replace(SHORTER, start=0, end=6)], ["宣传推广昀泽"]),  # too far right
        ([replace(SHORTER, chance=0.5)], ["宣传推广昀泽集团"]),  # the network is not sure
        ([Found(0, 8, "Company", 0.6), SHORTER], ["宣传推广昀泽集团", "昀泽集团"]),  # the whole is seen too: lengths decide
    ],
)
def test_a_rule_that_goes_too_far_gives_way_to_the_border_that_the_network_sees(found: list[Found], told: list[str]) -> None:
    text = "宣传推广昀泽集团的经验。"
    assert [text[c.start : c.end] for c in weighed(text, found, [FULL])] == told


@pytest.mark.parametrize(
    ("text", "end", "source", "told"),
    [
        ("昀·泽林配音", 6, "people:dotted", ["昀·泽林"]),  # the sounds of 配 and 音 may end a name
        ("向昀泽林会高度关注", 5, "people:title-before", ["向昀泽林"]),
        ("向昀泽林音乐", 5, "people:title-before", ["向昀泽林音"]),  # the network may have cut it
    ],
)
def test_a_name_ends_where_the_network_sees_it_end_if_the_rest_is_none(text: str, end: int, source: str, told: list[str]) -> None:
    rule = Candidate(0, end, "Person", source, 0.9)
    seen = [Found(0, 4, "Person", 0.95)]
    assert [text[c.start : c.end] for c in weighed(text, seen, [rule]) if c.source == source or told[0] == text[:4]] == told


@pytest.mark.parametrize(("chance", "told"), [(0.85, ["昀泽"]), (0.99, ["昀泽", "昀泽港湾"])])
def test_a_place_with_other_borders_than_a_rule_s_must_be_surer(chance: float, told: list[str]) -> None:
    text, rule = "来到昀泽港湾。", Candidate(2, 4, "Place", "places:short", 0.93)
    assert [text[c.start : c.end] for c in weighed(text, [Found(2, 6, "Place", chance)], [rule])] == told
    assert [text[c.start : c.end] for c in weighed(text, [Found(2, 6, "Place", chance)], [])] == ["昀泽港湾"]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("监理单位为昀泽监理。", "昀泽监理", True),
        ("凌家塘的采购商昀记调味已经下了定金", "昀记调味", True),
        ("昀泽一建四处承建，工期一年", "昀泽一建四处", True),
        ("昀海快餐老板方大海说", "昀海快餐", True),
        ("盘下门店，取名“昀大夫”，卖兽药", "昀大夫", True),
        ("油卖给沈阳的昀来餐饮供应链。", "昀来餐饮供应链", True),
        ("从奥地利Yunner Alpin订购", "Yunner Alpin", True),
        ("昀泽监理说，天气不错", "昀泽监理", False),  # nothing says what it is
        ("去年德国的GDP下降", "GDP", False),
        ("基于奥地利Yun Code的标准", "Yun Code", False),  # of a thing
        ("走进沈阳的昀山水库", "昀山水库", False),  # its last word says that it is a place
        ("沈阳的昀城研究院说", "昀城研究院", False),
        ("采购商某调味公司已经下单", "某调味公司", False),
        ("国有企业昀泽陶瓷厂公司制改革完成", "昀泽陶瓷厂公司", False),
        ("能够拿到大公司offer的人", "offer", False),  # a thing of the firm's
        ("券商Yunda的分析师说", "Yunda", True),
    ],
)
def test_a_firm_that_is_half_seen_is_told_where_the_words_around_say_that_it_is_one(text: str, name: str, told: bool) -> None:
    start = text.index(name)
    found = [Found(start, start + len(name), "Company", 0.45)]
    assert [text[c.start : c.end] for c in weighed(text, found, [])] == [name] * told
    other = [*found, Found(start, start + len(name), "Project", 0.4)]
    assert not [c for c in weighed(text, other, []) if c.type == "Company"]


@pytest.mark.parametrize(
    ("text", "name", "body", "house", "told"),
    [
        ("据县果业中心统计", "县果业中心", 0.4, 0.3, True),
        ("广东省粤黔协作工作队主办", "广东省粤黔协作工作队", 0.66, 0.15, True),
        ("据昀果业中心统计", "昀果业中心", 0.4, 0.3, False),
        ("德国武装部队击退", "德国武装部队", 0.5, 0.2, False),
        ("沈阳冬组委说", "沈阳冬组委", 0.5, 0.2, False),
        ("据县果业中心统计", "县果业中心", 0.3, 0.25, False),
    ],
)
def test_a_body_of_a_division_may_half_be_an_organization(text: str, name: str, body: float, house: float, told: bool) -> None:
    start, end = text.index(name), text.index(name) + len(name)
    found = [Found(start, end, "PublicBody", body), Found(start, end, "Organization", house)]
    assert [text[c.start : c.end] for c in weighed(text, found, []) if c.type == "PublicBody"] == [name] * told


def test_a_second_witness_never_weakens_and_other_types_pass() -> None:
    text, title = "走进昀泽科技。", Candidate(0, 2, "Title", "titles:post", 0.3)
    assert list(weighed(text, [], [title])) == [title]
    (told,) = weighed(text, [Found(2, 6, "Company", 0.99)], [RULE])
    assert told.score >= RULE.score
    assert told.source == RULE.source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("法雷奥", ["法雷奥"]),  # which the network takes for a person
        ("字节跳动", ["字节跳动"]),  # and of which it sees nothing
        ("首席执行官艾默生", []),  # a name that others bear too
        ("一波波浪潮", []),
        ("招商局局长", []),
    ],
)
def test_a_name_that_means_nothing_but_a_firm_is_that_firm(nlp: Language, text: str, told: list[str]) -> None:
    doc = nlp(f"名单：{text}。")
    assert [mention.text for entity in doc._.entities if entity.type == "Company" for mention in entity.mentions] == told


def test_weights_are_there_for_the_types_that_the_network_tells() -> None:
    rules = {name for name in weights() if ":" in name}
    assert set(weights()) - rules == set(default().labels["kg"]) - {"Title"}
    for name, known in weights().items():
        rule, alone, seen, *_ = known.of
        assert rule > 0
        assert alone == 0 if name in rules else alone < 0
        assert seen > 0
        assert 0 < known.kept <= known.told < 1


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp()


def test_it_proposes_with_its_name_and_can_be_switched_off(nlp: Language) -> None:
    text = "去年，岑国栋离开沐朔，和厉文舟开了月亮湾。"  # nothing here tells a rule who is a person
    with_it = [c for c in proposed(nlp(text)) if c.source.startswith("recogniser:")]
    assert {text[c.start : c.end] for c in with_it} >= {"岑国栋", "厉文舟"}
    assert all(0 < c.score <= 1 for c in with_it)
    without = build_nlp(use_model=False)
    assert "kg_recogniser" not in without.pipe_names
    assert not [c for c in proposed(without(text)) if c.source.startswith("recogniser:")]


@pytest.mark.parametrize(
    ("text", "name", "label", "told"),
    [
        ("各市（县）区政府负责同志参加会议。", "区政府", "PublicBody", False),
        ("会后，区政府负责同志作了发言。", "区政府", "PublicBody", True),
        ("各位市政府领导参加会议。", "市政府", "PublicBody", True),
        ("请有关市政府参加会议。", "市政府", "PublicBody", False),
        ("请相关省药品监管局参加会议。", "药品监管局", "PublicBody", False),
        ("在古街古镇过节。", "古街古镇", "Place", False),
        ("他在昀岭社区发布《致网友》。", "昀岭社区", "Place", False),
        ("来到昀岭社区看望老人。", "昀岭社区", "Place", True),
        ("昨天举行第一、二次全体会议。", "第一、二次全体会议", "Event", False),
        ("他召开两次经济形势座谈会。", "两次经济形势座谈会", "Event", False),
        ("昨天举行第二次全体会议。", "第二次全体会议", "Event", True),
        ("公司增资5000万元扩建云杉生产线。", "5000万元扩建云杉生产线", "Project", False),
        ("公司增资扩建云杉生产线。", "云杉生产线", "Project", True),
    ],
)
def test_what_the_network_sees_and_is_no_one_name_is_not_told(text: str, name: str, label: str, told: bool) -> None:
    start = text.index(name)
    assert bool(list(weighed(text, [Found(start, start + len(name), label, 0.98)], []))) is told


@pytest.mark.parametrize(
    ("name", "seen", "told"),
    [
        ("昀岭水库", {"Company": 0.35, "Place": 0.2, "Project": 0.3}, "Place"),
        ("昀岭公园", {"Place": 0.6}, "Place"),
        ("永昀养猪场", {"Company": 0.45, "Project": 0.2}, "Company"),
        ("昀岭风电场", {"Project": 0.45, "Company": 0.2}, "Project"),
        ("昀岭风电场", {"Place": 0.45, "Project": 0.2}, None),  # a landmark
        ("昀岭公园", {"Project": 0.6, "Place": 0.2}, None),  # what is being built
        ("昀岭公园", {"Place": 0.3}, None),
        ("中央公园", {"Place": 0.4, "Project": 0.2}, None),  # ordinary words want more
        ("昀岭", {"Place": 0.4, "Project": 0.3}, None),
        ("昀岭国际会展中心", {"Place": 0.3, "Organization": 0.4}, "Place"),
        ("昀岭人才交流中心", {"PublicBody": 0.3, "Organization": 0.3}, "Organization"),
        ("昀岭冷链分拨中心", {"Project": 0.5}, "Project"),
        ("昀岭香粉节", {"Event": 0.5, "Project": 0.1}, "Event"),
        ("昀岭香粉节", {"Event": 0.4}, None),
        ("昀岭村", {"Place": 0.4, "Company": 0.2}, "Place"),
        ("昀泽隔膜二期", {"Project": 0.4, "Company": 0.2}, "Project"),
        ("昀泽隔膜二期", {"Project": 0.2, "Company": 0.4}, None),  # bonds and courses have terms too
        ("昀达一期", {"Project": 0.4, "Company": 0.2}, None),
        ("昀岭专业镇", {"Place": 0.4, "Company": 0.2}, None),
    ],
)
def test_the_last_word_tells_the_type_where_only_the_borders_are_sure(name: str, seen: dict[str, float], told: str | None) -> None:
    found = [Found(2, 2 + len(name), label, chance) for label, chance in seen.items()]
    assert [c.type for c in kinds(f"来到{name}，", found)] == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("在官网昀岭社区发布帖子", "昀岭社区", None),
        ("来到永安街道昀岭社区，", "昀岭社区", ("Place", "昀岭社区")),
        ("岚国组织帮扶工作队重建", "岚国组织帮扶工作队", None),
        ("岚国两支救援队", "岚国两支救援队", None),
        ("自昀岭棉纺厂", "自昀岭棉纺厂", None),
        ("通过岚国国际重型救援队能力复测", "岚国国际重型救援队", None),
        ("注销昀岭机场认沽权证", "昀岭机场", None),
        ("振兴昀岭老工业基地", "昀岭老工业基地", None),
        ("昀岭大学老校区", "昀岭大学老校区", None),
        ("西北四环昀岭购物中心", "西北四环昀岭购物中心", ("Company", "昀岭购物中心")),
        ("在昀岭创意园区里", "昀岭创意园", ("Place", "昀岭创意园区")),
        ("抵达昀岭海军基地", "昀岭海军基地", ("Place", "昀岭海军基地")),
        ("新建昀岭机场", "昀岭机场", ("Project", "昀岭机场")),
        ("昀岭火车站今天封顶", "昀岭火车站", ("Project", "昀岭火车站")),
        ("批复一批项目，包括昀岭机场", "昀岭机场", ("Project", "昀岭机场")),
        ("昀岭小区停工", "昀岭小区", ("Project", "昀岭小区")),
    ],
)
def test_the_last_word_tells_nothing_of_runs_and_another_type_of_what_is_built(text: str, name: str, told: tuple[str, str] | None) -> None:
    start = text.index(name)
    found = [Found(start, start + len(name), label, chance) for label, chance in (("Place", 0.4), ("Company", 0.35))]
    assert [(c.type, text[c.start : c.end]) for c in kinds(text, found)] == ([] if told is None else [told])


def test_no_zone_begins_inside_a_name_that_the_network_sees() -> None:
    text = "落户岚城三昀汽科技园。"
    city, zone, whole = (
        Candidate(2, 4, "Place", "places:short", 0.93),
        Candidate(5, 10, "Place", "places:zone-name", 0.78),
        Found(2, 10, "Place", 0.87),
    )

    def told(found: list[Found], rules: list[Candidate]) -> set[str]:
        return {text[c.start : c.end] for c in weighed(text, found, rules)}

    assert told([whole], [city, zone]) == {"岚城", "岚城三昀汽科技园"}
    assert "昀汽科技园" in told([whole, Found(5, 10, "Place", 0.3)], [zone])
    assert "三昀汽科技园" in told([whole], [city, Candidate(4, 10, "Place", "places:zone-name", 0.78)])  # behind another place, it is one


@pytest.mark.parametrize(
    ("market", "told"), [("昀皮革城", ["昀皮革城电商产业园"]), ("昀山新城", ["电商产业园"]), ("昀经开区", ["电商产业园"])]
)
def test_a_park_in_a_market_is_called_after_it(market: str, told: list[str]) -> None:
    text = f"走进{market}电商产业园。"
    rules = [Candidate(2, 6, "Place", "places:zone-name", 0.78), Candidate(6, 11, "Place", "places:zone-phrase", 0.65)]
    assert [text[c.start : c.end] for c in weighed(text, [Found(2, 11, "Place", 0.75)], rules) if c.end == 11][:1] == told


@pytest.mark.parametrize(
    ("text", "chances", "told", "kind"),
    [
        ("走进昀夏建陶产业园。", {"Place": 0.6, "Project": 0.2}, None, "Place"),
        ("走进昀夏建陶产业园。", {"Place": 0.2, "Project": 0.6}, None, "Project"),
        ("走进昀夏建陶产业园。", {"Place": 0.6, "Project": 0.2}, 9, None),  # rules tell one that ends there
        ("走进昀夏建陶产业园。", {"Place": 0.2, "Project": 0.2}, None, None),  # hardly seen
        ("走进机电产业园、昀夏。", {"Place": 0.5, "Project": 0.15}, None, "Place"),  # ordinary words in a row
        ("走进机电产业园看。", {"Place": 0.5, "Project": 0.15}, None, None),  # and alone
    ],
)
def test_parks_are_what_the_network_rather_takes_them_for(text: str, chances: dict[str, float], told: int | None, kind: str | None) -> None:
    found = [Found(2, text.index("园") + 1, label, chance) for label, chance in chances.items()]
    assert [c.type for c in kinds(text, found, () if told is None else (told,))] == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    ("text", "chances", "told"),
    [
        ("来到昀岭英烈纪念园。", {"Place": 0.4, "Project": 0.35}, "Place"),
        ("来到昀岭英烈纪念园。", {"Place": 0.4, "Project": 0.2}, None),  # a name less surely
        ("来到昀岭英烈纪念园。", {"Place": 0.7, "Project": 0.2}, None),  # sure enough to be weighed by itself
        ("来到昀岭英烈纪念园。", {"Place": 0.25, "Project": 0.25, "Organization": 0.25}, None),
        ("来到昀岭英烈纪念园。", {"Company": 0.45, "Project": 0.35}, None),
        ("来到昀岭英烈纪念园。", {"Place": 0.4, "Person": 0.35}, None),
        ("来到经济发展中心。", {"Place": 0.4, "Project": 0.35}, None),  # ordinary words
    ],
)
def test_a_thing_whose_type_the_network_leaves_open_is_what_it_likeliest_is(text: str, chances: dict[str, float], told: str | None) -> None:
    found = [Found(2, len(text) - 1, label, chance) for label, chance in chances.items()]
    assert [c.type for c in undecided(text, found)] == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("无锡市青果服务中心主任说", "无锡市青果服务中心", True),
        ("无锡市青果服务中心旁边", "无锡市青果服务中心", False),
        ("昀泽心理中心主任说", "昀泽心理中心", False),
        ("县农业局驻青果村工作队队长说", "青果村工作队", False),  # who sent it leads it
    ],
)
def test_a_body_that_the_network_wavers_about_is_one_where_a_post_stands_behind_it(text: str, name: str, *, told: bool) -> None:
    start = text.index(name)
    end = start + len(name)
    found = [Found(start, end, "PublicBody", 0.4), Found(start, end, "Organization", 0.2)]
    found += [Found(end, end + 2, "Title", 0.9)] if text[end] in "主队" else []
    assert [c.type for c in undecided(text, found)] == (["PublicBody"] if told else [])


@pytest.mark.parametrize(
    ("text", "name", "chances", "told"),
    [
        ("县长到昀岭收费站检查工作。", "昀岭收费站", {"Project": 0.3, "Place": 0.12}, "Project"),
        ("县长到昀岭收费站检查工作。", "昀岭收费站", {"Project": 0.3}, None),
        ("县长来到昀岭托管中心，询问孩子们的情况。", "昀岭托管中心", {"Organization": 0.25, "PublicBody": 0.24}, "Organization"),
        ("县长得到昀岭托管中心，", "昀岭托管中心", {"Organization": 0.4}, None),
        ("县长到昀岭镇部分企业检查工作。", "昀岭镇部分企业", {"Company": 0.4}, None),
        ("县长来到昀岭驾校、昀山粮库检查工作。", "昀山粮库", {"Company": 0.7}, "Company"),  # a row of which nobody knows any
        ("县长来到昀岭驾校、昀山粮库检查工作。", "昀山粮库", {"Company": 0.4}, None),
        ("县长参观了“昀泽云谷”。", "昀泽云谷", {"Company": 0.3, "Project": 0.15}, "Place"),
        ("县长参观了“昀泽云谷”展览。", "昀泽云谷", {"Company": 0.3, "Project": 0.15}, None),
        ("县长谈到“昀泽云谷”。", "昀泽云谷", {"Company": 0.3, "Project": 0.15}, None),
    ],
)
def test_what_stands_between_going_there_and_what_is_done_there(text: str, name: str, chances: dict[str, float], told: str | None) -> None:
    start = text.index(name)
    found = [Found(start, start + len(name), label, chance) for label, chance in chances.items()]
    assert [c.type for c in find_stops(text, found, ())] == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("text", "seen", "told"),
    [
        ("县长一行先后来到昀泽公司、未来农人，", "未来农人", ("Company", "未来农人")),
        ("县长一行先后来到昀泽公司、未来农人考察，", "未来农人", ("Company", "未来农人")),
        ("县长走进昀泽公司、田间地头和未来农人的车间，", "未来农人", None),  # 和 and what stands there is no item by itself
        ("县长走访了昀泽公司、未来农人两家企业，", "未来农人", None),  # others read what closes a row of firms
        ("县长察看昀泽公司、未来农人施工现场，", "未来农人", ("Company", "未来农人")),
        ("县长谈到昀泽公司、未来农人，", "未来农人", None),
        ("县长来到昀泽公司、昀岭敬老院，", "", ("Organization", "昀岭敬老院")),  # its last word tells it
        ("县长来到昀泽公司、部分企业，", "部分企业", None),
        ("县长来到昀泽公司、昀岭新建的学校，", "昀岭新建的学校", None),
        ("商人来到昀泽公司、昀岭投资办厂，", "昀岭投资办厂", None),
    ],
)
def test_items_of_a_row_of_stops(text: str, seen: str, told: tuple[str, str] | None) -> None:
    start = text.index("昀泽公司")
    known = [Candidate(start, start + 4, "Company", "companies:full", 0.9)]
    found = [Found(text.index(seen), text.index(seen) + len(seen), "Company", 0.3)] if seen else []
    assert [(c.type, text[c.start : c.end]) for c in find_stops(text, found, known)] == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("text", "name", "label", "chance", "told"),
    [
        ("双方共建“昀岭机器人产业学院”。", "昀岭机器人产业学院", "Organization", 0.3, True),
        ("“昀岭茶油全产业链示范园”项目合作签约仪式举行。", "昀岭茶油全产业链示范园", "Project", 0.3, True),
        ("在“2024昀岭创新创业峰会”上，他说", "2024昀岭创新创业峰会", "Event", 0.4, True),
        ("在“2024昀岭创新创业峰会”上，他说", "2024昀岭创新创业峰会", "Event", 0.3, False),  # meetings are often only talked of
        ("打造“宜商宜居”的概念", "宜商宜居", "Project", 0.4, False),  # no last word that says so
        ("双方共建昀岭机器人产业学院。", "昀岭机器人产业学院", "Organization", 0.3, False),  # no quotes
        ("双方共建“昀岭机器人产业学院筹备组”。", "昀岭机器人产业学院", "Organization", 0.3, False),  # does not fill them
        ("省科技厅授予昀泽“省级企业研究院”", "省级企业研究院", "Organization", 0.5, False),
        ("享受“灯塔工厂”称号", "灯塔工厂", "Project", 0.1, False),
    ],
)
def test_what_fills_quotes_and_ends_like_a_house_is_one_sooner(text: str, name: str, label: str, chance: float, *, told: bool) -> None:
    start = text.index(name)
    found = [Found(start, start + len(name), label, chance)]
    assert [text[c.start : c.end] for c in quoted(text, found)] == ([name] if told else [])


@pytest.mark.parametrize(
    ("text", "name", "chance", "told"),
    [
        ("昀河片区城市更新项目总投资34.8亿元", "昀河片区城市更新项目", 0.5, True),
        ("昀中海上风电场今天（10月31日）并网", "昀中海上风电场", 0.3, True),
        ("由昀建三公司承建的昀岭二中新校区项目很大", "昀岭二中新校区项目", 0.3, True),
        ("“昀电入岭”工程总投资约1000亿元", "“昀电入岭”工程", 0.3, True),
        ("他提到昀河片区城市更新项目的意义", "昀河片区城市更新项目", 0.5, False),  # nothing that is told of works alone
        ("该机场三期扩建工程正式竣工", "该机场三期扩建工程", 0.4, False),
        ("部署推进2026年质量强链十大项目", "2026年质量强链十大项目", 0.6, False),
        ("来到昀岭市运行和治理中心", "昀岭市运行和治理中心", 0.4, False),  # a house one may be led to as well
        ("城市更新项目总投资3亿元", "城市更新项目", 0.4, False),  # ordinary words
    ],
)
def test_a_half_seen_work_is_one_where_that_is_told_which_is_told_of_works_alone(
    text: str, name: str, chance: float, *, told: bool
) -> None:
    start = text.index(name)
    found = [Found(start, start + len(name), "Project", chance)]
    assert [text[c.start : c.end] for c in built(text, found)] == ([name] if told else [])
    if told:
        assert not list(built(text, [*found, Found(start, start + len(name), "Place", 0.35)]))


@pytest.mark.parametrize(
    ("text", "name", "chances", "told"),
    [
        ("昀河湿地公园占地30亩，由岚县文旅集团投资建设。", "昀河湿地公园", {"Place": 0.8}, "Project"),
        ("昀谷景区由岚县旅业投资3亿元开发。", "昀谷景区", {"Place": 0.7}, "Project"),
        ("昀季购物中心由岚城商管运营，总投资6亿元。", "昀季购物中心", {"Company": 0.9}, "Project"),
        ("由岚城置业投资12亿元建设的昀岭万象汇开业。", "昀岭万象汇", {"Company": 0.8}, "Project"),
        ("岚县城投投资9000万元建起了昀河乐园、昀岭露营地。", "昀岭露营地", {"Project": 0.5}, "Project"),
        ("昀岭第二小学由岚城援建，", "昀岭第二小学", {"Organization": 0.7}, "Project"),
        ("昀岭玻璃栈道总投资3500万元", "昀岭玻璃栈道", {"Company": 0.35, "Project": 0.3}, "Project"),
        ("昀岭文体中心总投资1.6亿元，由岚城建工施工。", "昀岭文体中心", {"Organization": 0.6}, "Project"),
        ("岚城置业将投资1.5亿元在岚镇打造昀岭药谷；", "昀岭药谷", {"Company": 0.6}, "Project"),
        ("昀岭民俗文化村由岚城旅业投资1亿元开发。", "昀岭民俗文化村", {"Place": 0.6}, "Project"),
        ("在岚州，总投资150亿元的工厂投产，昀泽乐园总投资3亿元的", "昀泽乐园", {"Place": 0.7}, "Place"),  # of what follows
        ("昀河湿地公园由岚县文旅集团管理。", "昀河湿地公园", {"Place": 0.8}, "Place"),  # nobody builds it
        ("昀岭第二小学总投资50万元改造操场", "昀岭第二小学", {"Organization": 0.7}, "Organization"),  # what it spends itself
        ("昀泽新材料总投资12亿元建厂", "昀泽新材料", {"Company": 0.8}, "Company"),
        ("昀泽新材料由岚城集团投资3亿元建设，", "昀泽新材料", {"Company": 0.8}, "Company"),
        ("昀岭开发区总投资20亿元", "昀岭开发区", {"Place": 0.8}, "Place"),
        ("昀岭市由岚城集团投资建设", "昀岭市", {"Place": 0.8}, "Place"),
        ("夜市由岚城集团投资建设", "夜市", {"Place": 0.8}, "Place"),
    ],
)
def test_what_somebody_builds_with_money_is_a_work_wherever_it_is_named(text: str, name: str, chances: dict[str, float], told: str) -> None:
    text += f"人们来到{name}。"
    first = text.index(name)
    best = max(chances, key=lambda label: chances[label])
    rules = [Candidate(at, at + len(name), best, "a", 0.98) for at in (first, len(text) - len(name) - 1)]
    found = [Found(first, first + len(name), label, chance) for label, chance in chances.items()]
    assert sorted((c.type, c.start) for c in put_up(text, found, rules)) == [(told, c.start) for c in rules]


def test_what_a_row_calls_projects_is_no_house() -> None:
    text = "昀谷小镇、昀岭疗养院等项目签约，县领导到昀岭疗养院"
    house = Candidate(5, 10, "Organization", "works:organization", 0.95)
    row = Candidate(5, 10, "Project", "works:project-called", 0.79)
    assert {(c.type, c.start) for c in put_up(text, [], [house, row])} == {("Project", 5), ("Project", 20)}
    assert put_up(text, [], [house]) == [house]


@pytest.mark.parametrize(("rest", "told"), [("姚港化工园", True), ("姚港水库", True), ("标准化专业镇", False), ("城区", False)])
def test_a_site_that_a_division_leads_is_one_place_with_it(rest: str, *, told: bool) -> None:
    text = f"在昀江市{rest}开工。"
    city = Candidate(1, 4, "Place", "places:name", 0.96)
    found = [Found(1, 4 + len(rest), "Place", 0.85)]
    assert any(c.end == 4 + len(rest) for c in weighed(text, found, [city])) is told


@pytest.mark.parametrize(
    ("text", "name", "chance", "told"),
    [
        ("航天云朔与岚城市经开区管委会签订投资合同", "航天云朔", 0.7, True),  # what signs with a body
        ("航天云朔与岚城市经开区管委会毗邻", "航天云朔", 0.7, False),
        ("航天云朔与同行签订合同", "航天云朔", 0.7, False),
        ("昀星厨房由岚城暖朔食品全资设立", "昀星厨房", 0.4, True),
        ("昀星厨房由岚城师傅掌勺", "昀星厨房", 0.4, False),
        ("自动驾驶公司行朔智途完成融资", "行朔智途", 0.35, True),  # a kind of firm before it
        ("自动驾驶行朔智途完成融资", "行朔智途", 0.35, False),
        ("老字号昀盛斋今年扩产", "昀盛斋", 0.5, True),
    ],
)
def test_firms_that_the_network_half_sees_are_told_by_what_is_said_of_them(text: str, name: str, chance: float, told: bool) -> None:
    start = text.index(name)
    found = stated(text, [Found(start, start + len(name), "Company", chance)], ())
    assert [text[c.start : c.end] for c in found] == ([name] if told else [])


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("双方就昀城开发签订合作协议", "昀城开发", False),  # what they agree on
        ("双方与昀城开发签订合作协议", "昀城开发", True),
    ],
)
def test_what_is_agreed_on_is_no_firm(text: str, name: str, told: bool) -> None:
    start = text.index(name)
    found = weighed(text, [Found(start, start + len(name), "Company", 0.95)], [])
    assert [text[c.start : c.end] for c in found if c.type == "Company"] == ([name] if told else [])
