"""Posts in running text: what belongs to a title and what only looks like one. Names are invented."""

import pytest

from kg.nlp.titles import titles

CASES = [
    ("市委副书记、代市长周文栋", ["副书记", "代市长"]),
    ("青禾机电董事长兼总经理周文栋", ["董事长兼总经理"]),
    ("原副市长周文栋", ["原副市长"]),
    ("董事会秘书、首席风控官", ["董事会秘书", "首席风控官"]),
    ("市政府副秘书长关长吉", ["副秘书长"]),
    ("市人大常委会召开会议", []),
    ("总经理办公会决定", []),
    ("以前副市长", ["副市长"]),
    ("服务市长热线", []),
    ("公司董事长江向阳因病辞职", ["董事长"]),  # 江 is a surname here
    ("市长江大桥通车", []),
    ("市政府党组成员、秘书长远义明出席会议", ["党组成员", "秘书长"]),  # 远 too
    ("会长远发展", []),
    ("西安市长安区举行活动", []),  # a place begins with 长
    ("荆州市长江村的村民", []),
    ("南昌市长江镇宇到会", ["市长"]),
    ("副市长江村到会", ["副市长"]),
    ("市领导周文栋", ["市领导"]),
    ("青禾集团董事局副主席周文栋", ["董事局副主席"]),
    ("董事局召开会议", []),
    ("市司法局律师工作处处长周文栋", ["处长"]),
    ("驻沪总领事馆参赞周文栋", ["参赞"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_titles(text, expected):
    assert [text[t.start : t.end] for t in titles(text)] == expected


@pytest.mark.parametrize(("text", "weak"), [("市委书记", False), ("企业负责人", True), ("有关专家", True)])
def test_everyday_words_are_weak(text, weak):
    assert [t.weak for t in titles(text)] == [weak]
