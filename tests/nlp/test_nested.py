"""Names inside longer names. Places are real where they are divisions; firms and projects are invented."""

import pytest

import kg
from kg.nlp.candidates import Candidate
from kg.nlp.nested import own_name, sides_of
from kg.types import Mention


def places(text: str) -> set[str]:
    told = (entity for entity in kg.extract(text, use_model=False).entities if entity.type == "Place")
    return {mention.text for entity in told for mention in entity.mentions if mention.source != "nested:own"}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("一行人来到泽州县金村镇昀溪村，看望村民。", {"泽州县金村镇昀溪村", "泽州县金村镇", "泽州县"}),
        ("洛宁县先进制造业开发区有企业52家。", {"洛宁县先进制造业开发区", "洛宁县"}),
        ("在杭锦旗塔然高勒镇举行。", {"杭锦旗塔然高勒镇", "杭锦旗"}),
        ("走访乌审旗乌审召镇昀庙嘎查。", {"乌审旗乌审召镇昀庙嘎查", "乌审旗乌审召镇", "乌审旗"}),
        ("罗江区昀泽锂电隔膜三期项目开工。", {"罗江区"}),
        ("成都市武侯区昀桥社区召开联席会。", {"成都市武侯区昀桥社区", "成都市武侯区"}),
        ("天津市河东区来人。", {"天津市河东区"}),
        ("滨湖区推进工业强镇建设。", {"滨湖区"}),
        ("陕西镇安昀岭抽水蓄能电站二期项目开工。", set()),
    ],
)
def test_places_inside_names(text, inside):
    assert places(text) == inside


def test_village_alone_is_the_one_named_with_its_town():
    entities = kg.extract("走进泽州县金村镇昀溪村。昀溪村有百户人家。", use_model=False).entities
    village = next(e for e in entities if e.name.endswith("昀溪村"))
    assert [(m.start, m.text) for m in village.mentions] == [(2, "泽州县金村镇昀溪村"), (8, "昀溪村"), (12, "昀溪村")]


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("泽州县金村镇", "金村镇"),
        ("天荒坪镇昀村", "昀村"),
        ("晋江金井镇", "金井镇"),
        ("乌审旗乌审召镇昀庙嘎查", "昀庙嘎查"),
        ("洛宁县昀岭装备产业园", "昀岭装备产业园"),
        ("洛宁县经济开发区", None),
        ("江苏省无锡市滨湖区", None),
        ("青岛路街道", None),
        ("金村镇", None),
    ],
)
def test_towns_and_parks_have_names_of_their_own(name, own):
    found = own_name(Mention(0, len(name), "Place", name))
    assert (found and found.text) == own
    assert found is None or name[found.start : found.end] == own


@pytest.mark.parametrize("text", ["来到树林街道昀泽农机有限公司，察看产线。", "走进昀海区树林街道昀泽机电有限公司。"])
def test_no_firm_is_called_by_its_street(text):
    entities = kg.extract(text, use_model=False).entities
    assert [e.name for e in entities if e.type == "Company"] == [text[text.index("昀泽") : text.index("公司") + 2]]


def test_those_whom_only_a_ceremony_names_are_named_within_it():
    text = "岚城市政府与昀泽集团战略合作签约仪式举行，岚城市政府与昀泽集团座谈会召开"
    events = [Mention(0, 18, "Event", text[:18]), Mention(21, 34, "Event", text[21:34])]
    sides = [Candidate(0, 5, "PublicBody", "b"), Candidate(6, 10, "Company", "b"), Candidate(21, 26, "PublicBody", "b")]
    assert [(m.start, m.text) for m in sides_of(text, events, sides)] == [(0, "岚城市政府"), (6, "昀泽集团")]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("4日，岚城市昀果行业协会第六次会员代表大会召开。", {"岚城市昀果行业协会"}),
        ("4日，滨湖区人民政府第五次常务会议召开。", {"滨湖区人民政府"}),
        ("4日，滨湖区委农村工作会议举行。", {"滨湖区委"}),
        ("4日，岚城市昀果行业协会换届大会召开。", {"岚城市昀果行业协会"}),
        ("4日，岚城市昀果商会第四届会员大会暨换届庆典举行。", {"岚城市昀果商会"}),
        ("4日，岚城市昀果商会成立大会举行。", {"岚城市昀果商会"}),
        ("4日，岚城市昀果商会第二届第一次会员大会暨就职典礼举行。", {"岚城市昀果商会"}),
        ("4日，岚城昀果产业联盟成立大会召开。", {"岚城昀果产业联盟"}),
        ("4日，昀山职业技术学院第三届运动会举行。", {"昀山职业技术学院"}),
        # heard of, not held; about others; of two; of a part of it
        ("落实滨湖区委农村工作会议精神。", set()),
        ("4日，岚城市昀果行业协会项目签约仪式举行。", set()),
        ("4日，滨湖区人民政府与昀泽集团第三次会议召开。", set()),
        ("4日，滨湖区委办公室工作会议召开。", set()),
    ],
)
def test_a_session_is_held_by_the_body_within_its_name(text, hosts):
    found = kg.extract(text, use_model=False)
    by_id = {e.id: {m.text for m in e.mentions} for e in found.entities}
    assert set().union(*(by_id[s.subject] for s in found.statements if s.relation == "hosted")) == hosts


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("昀山职业技术学院与岚江机电有限公司校企合作签约暨实训基地揭牌仪式举行。", {"昀山职业技术学院"}),
        ("岚城市第五医院与昀山医院医联体签约授牌仪式举行。", {"岚城市第五医院", "昀山医院"}),
        ("昀山大学生创新大赛开幕。", set()),
    ],
)
def test_houses_in_the_names_of_events(text, houses):
    assert {e.name for e in kg.extract(text, use_model=False).entities if e.type == "Organization"} == houses


def test_of_several_associations_the_one_that_meets_is_called_so():
    text = "岚城市昀果商会换届大会召开，昀州省湖乡商会会长李文到会。会议由商会秘书长王平主持。"
    assert ("王平", "岚城市昀果商会") in posts(text)


def posts(text: str) -> set[tuple[str, str]]:
    found = kg.extract(text, use_model=False)
    names = {e.id: e.name for e in found.entities}
    return {(names[s.subject], names[s.object]) for s in found.statements if s.relation == "holds_position"}


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("会上宣读了《无锡市人民政府关于表彰先进企业的决定》。", {"无锡市人民政府"}),
        ("会上宣读了《关于表彰无锡市人民政府的决定》。", set()),
        ("会上宣读了《市政府关于表彰先进企业的决定》。", set()),  # of any city
    ],
)
def test_issuer_that_a_title_begins_with(text, issuers):
    assert {entity.name for entity in kg.extract(text, use_model=False).entities if entity.type == "PublicBody"} == issuers
