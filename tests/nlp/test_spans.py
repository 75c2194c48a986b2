"""Which span wins. All names are invented."""

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


def test_a_document_number_and_bodies_of_many_divisions_are_no_names() -> None:
    text = "通知（昀财农〔2024〕15号）发给县市区政府"
    assert choose(text, [Candidate(3, 6, "Person", "recogniser", 0.9), Candidate(18, 23, "PublicBody", "recogniser", 0.9)]) == []
    assert choose("各市和县（市、区）", [Candidate(2, 4, "Place", "places:name", 0.95)]) == []
    assert chosen("来到和县，调研", Candidate(2, 4, "Place", "places:name", 0.95)) == [("和县", "Place")]
