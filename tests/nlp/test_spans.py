"""Which span wins. All names are invented."""

from dataclasses import replace

import pytest

from kg.nlp.candidates import Candidate
from kg.nlp.spans import choose


def chosen(text: str, *candidates: Candidate) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.type) for c in choose(text, candidates)]


def test_a_longer_name_swallows_the_shorter_one_inside() -> None:
    text = "沅畔昀泽科技"
    assert chosen(text, Candidate(0, 2, "Place", "a", 0.95), Candidate(0, 6, "Company", "b", 0.8)) == [(text, "Company")]


def test_a_doubtful_long_span_does_not_swallow_two_sure_names() -> None:
    text = "昀泽科技和沐朔重工集团"
    found = chosen(
        text, Candidate(0, 4, "Company", "a", 0.95), Candidate(5, 11, "Company", "a", 0.95), Candidate(0, 11, "Company", "b", 0.5)
    )
    assert found == [("昀泽科技", "Company"), ("沐朔重工集团", "Company")]


def test_two_independent_finds_pass_the_floor_together() -> None:
    text = "昀泽科技"
    weak = Candidate(0, 4, "Company", "companies:short", 0.4)
    assert chosen(text, weak) == []
    assert chosen(text, weak, Candidate(0, 4, "Company", "recogniser:Company", 0.4)) == [("昀泽科技", "Company")]


def test_the_same_component_twice_is_no_second_witness() -> None:
    assert chosen("昀泽科技", Candidate(0, 4, "Company", "companies:a", 0.4), Candidate(0, 4, "Company", "companies:b", 0.4)) == []


def test_a_name_found_once_is_found_everywhere_and_mends_its_halves() -> None:
    text = "走进昀泽半山科技。昀泽半山科技去年投产。"
    found = chosen(text, Candidate(2, 8, "Company", "a", 0.95), Candidate(9, 11, "Company", "recogniser:Company", 0.6))
    assert found == [("昀泽半山科技", "Company")] * 2


def test_ends_are_cut_at_quotes_and_marks() -> None:
    text = "“昀泽出行”平台、沐朔”"
    found = chosen(text, Candidate(0, 6, "Company", "a", 0.9), Candidate(8, 12, "Company", "a", 0.9))
    assert found == [("昀泽出行", "Company"), ("沐朔", "Company")]


def test_what_a_list_left_out_is_not_brought_back_by_its_other_occurrences() -> None:
    text = "上海市举行会议，上海市民参加"
    listed = Candidate(0, 3, "Place", "places:name", 0.96)
    assert [(c.start, c.end) for c in choose(text, [listed])] == [(0, 3)]
    read = Candidate(0, 3, "Place", "places:zone-name", 0.96)
    assert [(c.start, c.end) for c in choose(text, [read])] == [(0, 3), (8, 11)]


def test_a_verb_of_taking_office_is_not_cut_for_a_name() -> None:
    text = "方升任总裁"
    assert chosen(text, Candidate(0, 2, "Person", "a", 0.95)) == []
    assert chosen("方升致辞", Candidate(0, 2, "Person", "a", 0.95)) == [("方升", "Person")]
    assert chosen("方致升任总裁", Candidate(0, 2, "Person", "a", 0.95)) == [("方致", "Person")]


def test_a_zone_before_a_name_of_its_own_is_split_from_it() -> None:
    text = "昀泽科技城河南省沐朔科学院"
    assert chosen(text, Candidate(0, 13, "Organization", "a", 0.95)) == [("昀泽科技城", "Place"), ("河南省沐朔科学院", "Organization")]
    for whole in ("昀泽高新区实验小学", "高新区南京路小学"):
        assert chosen(whole, Candidate(0, len(whole), "Organization", "a", 0.95)) == [(whole, "Organization")]


def test_a_county_that_begins_like_the_end_of_a_title_holds_no_person() -> None:
    text = "湖州市长兴县的企业"
    assert ("兴县", "Person") not in chosen(text, Candidate(4, 6, "Person", "a", 0.95))
    assert chosen("昀泽市长方致", Candidate(4, 6, "Person", "a", 0.95)) == [("方致", "Person")]


def test_what_is_called_after_a_person_keeps_its_name() -> None:
    text = "方长河纪念馆"
    assert chosen(text, Candidate(0, 3, "Person", "a", 0.95), Candidate(0, 6, "Organization", "b", 0.9)) == [(text, "Organization")]


def test_a_head_of_a_firm_is_no_person_where_nobody_of_that_name_has_a_post() -> None:
    text = "金贝儿母婴用品厂投产，金贝儿负责人说"
    firm, head = Candidate(0, 8, "Company", "companies:full", 0.95), Candidate(11, 14, "Person", "people:bare", 0.8)
    assert chosen(text, firm, head) == [("金贝儿母婴用品厂", "Company"), ("金贝儿", "Company")]
    text += "，厂长金贝儿"
    person = Candidate(21, 24, "Person", "people:title-before", 0.95)
    assert ("金贝儿", "Person") in chosen(text, firm, head, person)


def test_a_town_by_its_own_name_alone_is_no_person_and_no_firm() -> None:
    text = "昀源镇党委书记说，昀源产茶。青山乡的昀泽茶业"
    town, seen = Candidate(0, 3, "Place", "places:town", 0.92), Candidate(9, 11, "Person", "recogniser:Person", 0.9)
    assert chosen(text, town, seen) == [("昀源镇", "Place"), ("昀源", "Place")]
    assert ("昀源", "Person") in chosen(text, seen)  # no town is called so
    assert ("昀源", "Person") in chosen(text, town, replace(seen, source="people:title-before"))  # rules know that it is somebody


def test_a_long_work_that_is_half_sure_is_one_where_it_is_named_again() -> None:
    text = "来到青山镇昀岭茶叶共富园，昀岭茶叶共富园是新建的"
    again = Candidate(13, 20, "Project", "recogniser:undecided", 0.7)
    assert chosen(text, again) == [("昀岭茶叶共富园", "Project")] * 2
    assert chosen("来到昀岭园，昀岭园是新建的", Candidate(6, 9, "Project", "recogniser:undecided", 0.7)) == [("昀岭园", "Project")]


def test_a_village_is_not_its_committee() -> None:
    text = "整昀镇昀滩村，整昀镇昀滩村委会"
    assert chosen(text, Candidate(0, 6, "Place", "places:village", 0.95)) == [("整昀镇昀滩村", "Place")]


def test_a_document_number_and_bodies_of_many_divisions_are_no_names() -> None:
    text = "通知（昀财农〔2024〕15号）发给县市区政府"
    assert choose(text, [Candidate(3, 6, "Person", "recogniser", 0.9), Candidate(18, 23, "PublicBody", "recogniser", 0.9)]) == []
    one = Candidate(0, 6, "PublicBody", "bodies:word", 0.95)
    assert [chosen(text, one) for text in ("县市场监管局检查", "县市政管理局检查")] == [
        [("县市场监管局", "PublicBody")],
        [("县市政管理局", "PublicBody")],
    ]
    assert choose("各市和县（市、区）", [Candidate(2, 4, "Place", "places:name", 0.95)]) == []
    assert chosen("来到和县，调研", Candidate(2, 4, "Place", "places:name", 0.95)) == [("和县", "Place")]


def test_a_person_and_what_he_does_begin_no_name() -> None:
    person = Candidate(2, 5, "Person", "people:title-before", 0.9)
    text = "市长方致远先后深入昀泽产业园"
    assert chosen(text, person, Candidate(2, 14, "Project", "a", 0.8)) == [("方致远", "Person"), ("昀泽产业园", "Project")]
    assert ("方致远代表集团公司", "Company") not in chosen("市长方致远代表集团公司", person, Candidate(2, 11, "Company", "a", 0.8))
    assert chosen("市长方致远食品公司", person, Candidate(2, 9, "Company", "a", 0.9))[-1] == ("方致远食品公司", "Company")


def test_a_county_before_its_leaders_is_no_person() -> None:
    assert chosen("秦安县领导方致", Candidate(0, 2, "Person", "a", 0.9)) == []
    assert chosen("方致县领导", Candidate(0, 2, "Person", "a", 0.9)) == [("方致", "Person")]


def test_who_convenes_and_who_is_away_are_no_names() -> None:
    assert chosen("沐朔大厦组织召开会议", Candidate(0, 6, "Organization", "a", 0.9)) == []
    assert chosen("在沪商会代表", Candidate(1, 4, "Organization", "a", 0.9)) == []
    assert chosen("沐朔公益组织参加", Candidate(0, 6, "Organization", "a", 0.9)) == [("沐朔公益组织", "Organization")]


def test_an_association_of_a_term_is_no_name() -> None:
    assert chosen("第三届协会秘书长", Candidate(0, 5, "Organization", "recogniser:Organization", 0.99)) == []
    assert chosen("沐朔协会秘书长", Candidate(0, 4, "Organization", "a", 0.9)) == [("沐朔协会", "Organization")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("总经理方致远、投资发展部部长秦晓岚", False),
        ("总经理方致远、投资发展部", True),
        ("总经理方致远和投资发展部部长秦晓岚", True),
    ],
)
def test_a_department_of_the_firm_of_a_list_is_no_body(text: str, kept: bool) -> None:
    start = text.index("投资")
    learned = Candidate(start, start + 5, "PublicBody", "recogniser:PublicBody", 0.8)
    assert (choose(text, [learned]) != []) is kept


@pytest.mark.parametrize(("text", "told"), [("企业来岚实地考察", []), ("企业来岚投资兴业", []), ("来岚集团考察", ["来岚"])])
def test_who_comes_to_a_place_is_no_firm(text: str, told: list[str]) -> None:
    start = text.index("来岚")
    assert [text[c.start : c.end] for c in choose(text, [Candidate(start, start + 2, "Company", "recogniser:Company", 0.8)])] == told


@pytest.mark.parametrize(("text", "told"), [("他在无锡置业，", []), ("他任无锡置业董事，", ["无锡置业"])])
def test_what_one_does_in_a_place_is_no_firm_of_it(text: str, told: list[str]) -> None:
    assert [text[c.start : c.end] for c in choose(text, [Candidate(2, 6, "Company", "companies:short", 0.8)])] == told


def test_one_of_a_count_is_no_name() -> None:
    assert chosen("设立的第九家村镇银行", Candidate(3, 10, "Company", "recogniser", 0.9)) == []
    assert chosen("设立的第九街村镇银行", Candidate(3, 10, "Company", "recogniser", 0.9)) == [("第九街村镇银行", "Company")]
