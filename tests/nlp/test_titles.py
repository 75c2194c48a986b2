"""Posts in running text: what belongs to a title and what only looks like one. Names are invented."""

import pytest

from kg.nlp import build_nlp
from kg.nlp.candidates import Candidate, proposed, text_of
from kg.nlp.titles import kg_titles, shared, titles

CASES = [
    ("市委副书记、代市长周文栋", ["副书记", "代市长"]),
    ("青禾机电董事长兼总经理周文栋", ["董事长兼总经理"]),
    ("原副市长周文栋", ["原副市长"]),
    ("党委委员、监事会主席周文栋", ["党委委员", "监事会主席"]),
    ("召开监事会会议", []),
    ("董事会秘书、首席风控官", ["董事会秘书", "首席风控官"]),
    ("市政府副秘书长关长吉", ["副秘书长"]),
    ("市人大常委会召开会议", []),
    ("总经理办公会决定", []),
    ("以前副市长", ["副市长"]),
    ("服务市长热线", []),
    ("青禾村村长周文栋", ["村长"]),
    ("他在农村长大，山村长期缺水", []),
    ("县委常委、提名副县长人选周文栋", ["常委", "副县长人选"]),
    ("公司董事长江向阳因病辞职", ["董事长"]),  # 江 is a surname here
    ("市长江大桥通车", []),
    ("市政府党组成员、秘书长远义明出席会议", ["党组成员", "秘书长"]),  # 远 too
    ("会长远发展", []),
    ("西安市长安区举行活动", []),  # a place begins with 长
    ("荆州市长江村的村民", []),
    ("南昌市长江镇宇到会", ["市长"]),
    ("副市长江村到会", ["副市长"]),
    ("内政部部长达尔马宁到访", ["部长"]),  # and 达 a name written by its sounds
    ("两国部长达成共识", []),
    ("市领导周文栋", ["市领导"]),
    ("有关国家和地区领导人周文栋", []),
    ("青禾机电CSO周文栋", ["CSO"]),
    ("云岭国财长周文栋", ["财长"]),
    ("长期理财长期持有", []),
    ("任县水利局局长期间，任副县长期间", ["局长", "副县长"]),
    ("县水利局局长期关注民生", []),
    ("县委书记、县总河长周文栋", ["书记", "县总河长"]),
    ("青禾机电高管周文栋", ["高管"]),
    ("青禾机电高管团队", []),
    ("研究所学者周文栋", ["学者"]),
    ("专家学者出席", []),
    ("派出所刑侦中队长周文栋", ["刑侦中队长"]),
    ("青禾集团董事局副主席周文栋", ["董事局副主席"]),
    ("董事局召开会议", []),
    ("市司法局律师工作处处长周文栋", ["处长"]),
    ("驻沪总领事馆参赞周文栋", ["参赞"]),
    ("青禾租赁有限公司法人周文栋", ["法人"]),
    ("独立法人资格，行政执法人员周文栋", []),
    ("作家协会会员、会员单位代表周文栋", ["会员", "代表"]),
    ("商务部长周文栋，青禾机电商务总监", ["部长", "商务总监"]),
    # who runs a house, as papers say it
    ("青禾石业老板周文栋", ["老板"]),
    ("云岭市森防指专职副指挥长周文栋", ["专职副指挥长"]),
    ("青禾证券高级经济学家周文栋", ["高级经济学家"]),
    # a post inside a longer one
    ("青禾集团副总裁、总裁办主任周文栋", ["副总裁", "总裁办主任"]),
    ("青禾集团主任工程师周文栋", ["主任工程师"]),
    ("青禾集团总裁秘书周文栋", ["总裁秘书"]),
    ("青禾集团总裁、董事会秘书周文栋", ["总裁", "董事会秘书"]),
    ("本报主任记者周文栋", []),
    ("青禾集团助理总经理周文栋", ["助理总经理"]),
    ("青禾集团总经理助理周文栋", ["总经理助理"]),
    # of a house with two names
    ("省委党校副校（院）长周文栋", ["副校（院）长"]),
    ("该校（院）长期招生", []),
    # 代 is a verb between two people
    ("吕江同志代市长周文栋作报告", ["市长"]),
    ("决定由吕江任代市长", ["代市长"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_titles(text, expected):
    assert [text[t.start : t.end] for t in titles(text)] == expected


@pytest.mark.parametrize(("text", "weak"), [("市委书记", False), ("企业负责人", True), ("有关专家", True)])
def test_everyday_words_are_weak(text, weak):
    assert [t.weak for t in titles(text)] == [weak]


HEADS = [
    ("青禾大学声学实验室", "副主任", "实验室副主任"),
    ("东岭人才市场", "副总经理", "市场副总经理"),
    ("昀滩社区", "党委书记", "社区党委书记"),
    ("昀滩社区党委", "书记", "社区党委书记"),
    ("昀滩社区居委会", "主任", "社区居委会主任"),
]


@pytest.mark.parametrize(("body", "post", "whole"), HEADS)
def test_the_head_of_a_house_is_proposed_without_the_end_of_its_name(body, post, whole):
    doc = kg_titles(build_nlp().make_doc(f"{body}{post}周文栋说"))
    assert {text_of(doc)[c.start : c.end] for c in proposed(doc, "Title")} >= {post, whole}


SHARED = [
    ("云岭市民政局", "局长方致远到会", "局长"),
    ("云岭县人民法院", "院长、党组书记方致远", "院长"),
    ("云岭市委组织部", "部长助理方致远", "部长助理"),
    ("云岭市民政局", "局长论坛开幕", ""),
    ("国务委员兼外交部", "部长方致远", "部长"),
    ("副总理兼财政部", "部长方致远", ""),  # of a country that is not told here
]


@pytest.mark.parametrize(("body", "post", "left"), SHARED)
def test_a_post_shares_its_first_character_with_its_body(body, post, left):
    text = body + post[1:]
    names = [Candidate(body.find("兼") + 1, len(body), "PublicBody", "bodies:word")]
    names += [Candidate(at, at + 3, "Person", "people:title-before") for at in [text.find("方致远")] if at >= 0]
    found = shared(text, [Candidate(t.start, t.end, "Title", "titles:lexicon") for t in titles(text)], names)
    assert [text[c.start - 1 : c.end] for c in found] == ([left] if left else [])
