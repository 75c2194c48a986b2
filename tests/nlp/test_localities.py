"""Which division the words of one article mean. People and firms are invented, places and bodies are real."""

from collections.abc import Sequence

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg
from kg import divisions, extract, jurisdiction
from kg.types import Article, Entity


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("zh")
    for name in ("kg_titles", "kg_places", "kg_bodies", "kg_spans", "kg_entities"):
        made.add_pipe(name)
    return made


def read(nlp: Language, text: str, code: str | None) -> Sequence[Entity]:
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    doc = nlp.make_doc(text)
    doc._.article = Article("a", "a.txt", text, locality=divisions.full_name(code) if code else None, locality_code=code)
    entities: Sequence[Entity] = nlp(doc)._.entities
    return entities


@pytest.mark.parametrize(
    ("text", "code", "bodies"),
    [
        ("市委书记到滨湖区调研，区委书记陪同。", "3202", {"中共无锡市委员会", "中共无锡市滨湖区委员会"}),
        ("市委书记甲成林", None, {"市委"}),  # kept as written
        ("区委书记甲成林", "3202", {"区委"}),
        ("县委、政府出席，县政府办公室参加。", None, {"县委", "县政府", "县政府办公室"}),
        # the government beside a committee of which no more is known, and none where nothing speaks of the division
        ("县委书记甲成林到会。县长乙文、副县长丙立主持。", None, {"县委", "县政府"}),
        ("县委书记甲成林到会，县人民政府副县长乙文主持，县长丙立参加。", None, {"县委", "县人民政府"}),
        ("县长乙文、副县长丙立主持。", None, set()),
        # organs of a committee that a row names by their posts alone
        ("市委常委、纪委书记甲成林，市委副书记、政法委书记乙文。", "3202", {"中共无锡市委员会", "中共无锡市纪律检查委员会", "中共无锡市委政法委员会"}),
        ("市委副书记、政法委书记甲成林", None, {"市委", "市委政法委"}),
        ("镇党委书记甲成林，党委委员、纪委书记乙文。", None, {"镇党委", "镇纪委"}),
        ("市委书记甲成林到昀泽集团，集团党委委员、纪委书记乙文参加。", "3202", {"中共无锡市委员会"}),
        # a bracket about where somebody was before
        (
            "山西省委召开会议，省委书记甲成林（此前任吉林省委书记）、省纪委书记乙文。",
            None,
            {"中共山西省委员会", "中共吉林省委员会", "中共山西省纪律检查委员会"},
        ),
        ("宜兴市委书记甲成林（曾任江阴市委书记）到会，市委副书记乙文主持。", "3202", {"中共宜兴市委员会", "中共江阴市委员会"}),
        ("甲成林（此前任吉林省委书记、省人大常委会主任）到会。", None, {"中共吉林省委员会", "吉林省人民代表大会常务委员会"}),
        # a minister or a state of another country
        ("会见越南副总理兼财政部长甲成林。", None, {"越南财政部"}),
        ("国务院副总理兼财政部长甲成林出席，中国副总理兼外交部长乙文出席。", None, {"国务院", "财政部", "外交部"}),
        ("昀比西州农业部表示，杭州财政部专员到会。", None, {"财政部"}),
        # of which party
        ("民建省委驻会副主委甲成林", "32", {"民建江苏省委员会"}),
        # a zone that is not told is not that of the city, and one that is told has both committees
        ("甲成林任市生态环境局局长，免去其管委会主任职务。", "3202", {"无锡市生态环境局"}),
        # a park that is called after something
        ("在长寿食品产业园，市委书记甲成林讲话。", None, {"市委"}),
        ("在琅琊经开区，市委书记甲成林讲话。", None, {"中共滁州市委员会"}),
        ("在南华工业园区，县委书记甲成林讲话。", None, {"县委"}),
        ("在南华工业园区，县委书记甲成林讲话。南华县企业到会。", None, {"中共南华县委员会"}),
        ("在江阴高新区，市委书记甲成林讲话。", None, {"中共江阴市委员会"}),
        # whose committee it was
        ("洮南市原市委副书记、市长甲成林，辉南县原县委书记乙文。", "5002", {"中共洮南市委员会", "洮南市人民政府", "中共辉南县委员会"}),
        ("市十七届人大常委会和市人大常委会", "3202", {"无锡市人民代表大会常务委员会"}),
        # another city's story in a paper of Shanghai
        ("成都市委、市政府表示。", "31", {"中共成都市委员会", "成都市人民政府"}),
        ("成都市委书记甲成林、市长乙文一行到访。市委、市政府欢迎。", "31",
         {"中共成都市委员会", "成都市人民政府", "中共上海市委员会", "上海市人民政府"}),
        # a city in the county and its party committee, in the paper of the city around it
        ("宜兴市委书记甲成林走访企业，市委常委乙文参加。市委要求抓紧。", "3202", {"中共宜兴市委员会", "中共无锡市委员会"}),
        ("市委副书记甲成林、宜兴市委书记乙文到会，市委常委丙安参加。", "3202", {"中共宜兴市委员会", "中共无锡市委员会"}),
        ("宜兴市委书记甲成林率队来访，市委常委乙文接待。", "3202", {"中共宜兴市委员会", "中共无锡市委员会"}),
        ("宜兴市委书记甲成林到会，市委常委乙文参加。", "31", {"中共宜兴市委员会", "中共上海市委员会"}),
        # a row of several districts means none of them
        ("琅琊区、南谯区负责人，区委书记甲成林", "3411", {"区委"}),
        # named in full once, then shorter
        ("西安市长安区法院开庭。长安区法院宣判。", None, {"西安市长安区人民法院"}),
        ("长安区法院宣判。", None, {"长安区法院"}),
        # the zone by its fullest name in the article
        ("合肥高新区发展快。高新区管委会主任甲成林", "3401", {"合肥高新技术产业开发区管理委员会"}),
        ("高新区管委会主任甲成林", "3202", {"无锡高新区管理委员会"}),
        ("高新区管委会主任甲成林", "31", {"高新区管委会"}),
        # a park without a name is none that the city is called after
        ("园区管委会主任甲成林", "3202", {"园区管委会"}),
        ("昀泽企业落户苏州工业园区，园区管委会主任甲成林", None, {"苏州工业园区管理委员会"}),
        # nor one that guests of a zone come to
        ("合肥高新区管委会副主任甲成林来园区考察，园区管委会主任乙文陪同。", "3402", {"合肥高新技术产业开发区管理委员会", "园区管委会"}),
        ("湖州南太湖新区党工委委员、管委会副主任甲成林", "3305", {"中共湖州南太湖新区工作委员会", "湖州南太湖新区管理委员会"}),
        ("岚江新区管委会签约。项目落户岚江新区科技城。", "3202", {"岚江新区管理委员会"}),
        ("市委常委、统战部部长甲成林", "3202", {"中共无锡市委员会", "中共无锡市委统一战线工作部"}),
        # provinces, regions and prefectures
        ("江苏省长甲成林会见客商。", None, {"江苏省人民政府"}),
        ("湖南省长沙市副市长甲成林，山西省长期缺水。", None, {"长沙市人民政府"}),
        ("宁夏回族自治区主席甲成林，新疆维吾尔自治区副主席乙文", None, {"宁夏回族自治区人民政府", "新疆维吾尔自治区人民政府"}),
        ("自治区党委副书记、自治区主席甲成林，自治区常务副主席乙文", "4501", {"中共广西壮族自治区委员会", "广西壮族自治区人民政府"}),
        ("自治区副主席甲成林", None, set()),
        ("地委书记甲成林，行署副专员乙文", "6531", {"中共喀什地区委员会", "喀什地区行政公署"}),
        ("阿克苏地委书记甲成林、锡盟行署副盟长乙文", None, {"中共阿克苏地区委员会", "锡林郭勒盟行政公署"}),
        ("区委副书记、区长候选人甲成林", "320211", {"中共无锡市滨湖区委员会", "无锡市滨湖区人民政府"}),
        ("苏州工业园区海关办理业务。", None, {"苏州工业园区海关"}),
        ("兵团党委副书记甲成林", None, {"中共新疆生产建设兵团委员会"}),
        ("盱眙县县委常委、统战部长甲成林", None, {"中共盱眙县委员会", "中共盱眙县委统一战线工作部"}),
        ("市委常委、宣传部长甲成林，市委常委、军分区政委乙文", "3202",
         {"中共无锡市委员会", "中共无锡市委宣传部", "无锡市军分区"}),
        # on a journey, and in a meeting that is held elsewhere: their own, not where they are; but of a district it is the one they come to
        ("无锡市委书记甲成林率团赴上海市考察，市委常委乙文参加。", None, {"中共无锡市委员会"}),
        ("副省长甲成林赴无锡市调研，市委书记乙文陪同。", None, {"中共无锡市委员会"}),
        ("市委书记甲成林率团赴上海市考察。", None, {"市委"}),
        ("衢州招商推介会在上海市举行，市委书记甲成林致辞。", "3308", {"中共衢州市委员会"}),
        ("招商推介会在上海市举行，市委书记甲成林致辞。", None, {"中共上海市委员会"}),
        # named by the same word before its division is, and the only zone whose committee can be meant
        ("县委书记甲成林到场。睢宁县欢迎，县委要求抓紧。", None, {"中共睢宁县委员会"}),
        ("连云港经济技术开发区党工委书记甲成林、区党工委副书记、管委会主任乙文", "3207",
         {"中共连云港经济技术开发区工作委员会", "连云港经济技术开发区管理委员会"}),
        ("琅琊经开区管委会和滁州高新区管委会，区党工委书记甲成林", "3411",
         {"琅琊经开区管理委员会", "滁州高新区管理委员会", "区党工委"}),
        ("市住建局副局长甲成林、自然资源和规划局副局长乙文", "3202", {"无锡市住房和城乡建设局", "无锡市自然资源和规划局"}),
        ("国务院、省政府和市政府", "320211", {"国务院", "江苏省人民政府", "无锡市人民政府"}),
    ],
)  # fmt: skip
def test_bodies_of_an_article(nlp: Language, text: str, code: str | None, bodies: set[str]) -> None:
    assert {e.name for e in read(nlp, text, code) if e.type == "PublicBody"} == bodies


def test_what_is_not_resolved_says_so(nlp: Language) -> None:
    (body,) = [e for e in read(nlp, "区委书记甲成林", "3202") if e.type == "PublicBody"]
    assert body.data["resolved"] is False


@pytest.mark.parametrize(
    ("text", "code", "places"),
    [
        ("无锡与无锡市，我市和江苏无锡", "3202", {"江苏省无锡市"}),
        ("到鼓楼区", "3201", {"江苏省南京市鼓楼区"}),
        ("到鼓楼区", None, {"鼓楼区"}),
        ("福州市鼓楼区与鼓楼区", None, {"福建省福州市鼓楼区"}),
        ("包头稀土高新区招商，稀土高新区签约", "1502", {"包头稀土高新技术产业开发区"}),
        # a count of towns closes the row, whatever counties are called so elsewhere
        ("完成甘泉、石泉、宜川5个街道的清理", None, {"甘泉", "石泉", "宜川"}),
        ("到甘泉县、石泉县2个县考察", None, {"陕西省延安市甘泉县", "陕西省安康市石泉县"}),
    ],
)
def test_places_of_an_article(nlp: Language, text: str, code: str | None, places: set[str]) -> None:
    assert {e.name for e in read(nlp, text, code) if e.type == "Place"} == places


def test_leaders_point_to_their_place(nlp: Language) -> None:
    (place,) = [e for e in read(nlp, "市领导甲成林到场。", "3202") if e.type == "Place"]
    assert (place.name, place.implied, place.mentions) == ("江苏省无锡市", True, ())
    (place,) = [e for e in read(nlp, "无锡市领导甲成林到场，市领导乙文参加。", None) if e.type == "Place"]
    assert (place.name, place.implied) == ("江苏省无锡市", False)
    assert not [e for e in read(nlp, "区领导甲成林到场。", "3202") if e.type == "Place"]


def test_a_title_alone_points_to_its_body(nlp: Language) -> None:
    (body,) = [e for e in read(nlp, "副市长甲成林到场。", "3202") if e.type == "PublicBody"]
    assert (body.name, body.implied, body.mentions) == ("无锡市人民政府", True, ())


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # the head of a town or village that no list has points to its government or committee
        ("城关镇镇长甲成林到场。", {"城关镇人民政府": []}),
        ("城关镇党委副书记、镇长甲成林到场。", {"城关镇党委": ["城关镇党委"], "城关镇人民政府": []}),
        ("城关镇党委书记甲成林、镇长乙文到场。", {"城关镇党委": ["城关镇党委"], "城关镇人民政府": []}),
        ("城关镇副镇长甲成林到场，城关镇政府发文。", {"城关镇政府": ["城关镇政府"]}),
        ("岚沐村党支部书记、村委会主任甲成林到场。", {"岚沐村党支部": ["岚沐村党支部"], "岚沐村村民委员会": []}),
        ("和平街道党工委副书记、办事处主任甲成林到场。", {"和平街道党工委": ["和平街道党工委"], "和平街道办事处": ["办事处"]}),
        # and 镇党委 is that of the one town named
        ("到城关镇调研，镇党委书记甲成林到场。", {"城关镇党委": ["镇党委"]}),
        ("到城关镇、石桥镇调研，镇党委书记甲成林到场。", {"镇党委": ["镇党委"]}),
        ("镇长甲成林到场。", {}),
    ],
)
def test_bodies_of_towns_and_villages_that_no_list_has(nlp: Language, text: str, bodies: dict[str, list[str]]) -> None:
    found = [e for e in read(nlp, text, None) if e.type == "PublicBody"]
    assert {e.name: [m.text for m in e.mentions] for e in found} == bodies


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("岚泽经济技术开发区（简称“岚开区”）招商。岚开区今年引进企业12家。", {"岚泽经济技术开发区"}),
        ("走进岚泽经济技术开发区。岚泽经开区今年引进企业12家。", {"岚泽经济技术开发区"}),
        ("走进岚泽经济技术开发区。昀州经开区今年引进企业12家。", {"岚泽经济技术开发区", "昀州经开区"}),
    ],
)
def test_a_zone_by_its_short_name(nlp: Language, text: str, places: set[str]) -> None:
    assert {entity.name for entity in read(nlp, text, None) if entity.type == "Place"} == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("台湾地区领导人表示，台湾企业很多。", {"台湾省"}),
        ("喀什地区农业发展快。", {"新疆维吾尔自治区喀什地区"}),
    ],
)
def test_places_in_other_words(nlp: Language, text: str, names: set[str]) -> None:
    assert {entity.name for entity in read(nlp, text, None) if entity.type == "Place"} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "在无锡，市委、市政府大力支持企业。5月8日，溧阳代表团来访，与我市签约。昀泽光电在我市投资5亿元。",
            "江苏省无锡市",
        ),  # where 市委 is
        ("在无锡，市委大力支持企业。5月8日，溧阳市代表团来访，市政府与我市签约。昀泽光电在我市投资5亿元。", "我市"),  # they differ
        ("市委书记甲成林出席。5月8日，溧阳代表团来访，与我市签约。昀泽光电在我市投资5亿元。", "我市"),
    ],
)
def test_ours_is_where_the_committee_is(text: str, name: str) -> None:
    told = extract(text)
    assert told.article.locality is None
    assert {e.name for e in told.entities if any(m.text == "我市" for m in e.mentions)} == {name}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # the prefecture's leader in one of two county-level cities, of which neither is that of 市长
        ("副市长甲成林来到兰溪市游埠镇昀泽公司、义乌市佛堂镇岚电公司。兰溪市副市长乙文舟陪同。", {"金华市人民政府", "兰溪市人民政府"}),
        ("市委书记甲成林会见客人。温岭有一家台州市重点企业到会。", {"市委"}),
        # the mayor's hosts are not his own
        ("市长甲成林率队赴苏州市招商，苏州市副市长乙文舟会见一行。市政府与企业签约。", {"市政府", "苏州市人民政府"}),
    ],
)
def test_whose_city_it_is_where_nothing_says_of_which_the_article_is(text: str, bodies: set[str]) -> None:
    told = extract(text)
    assert {entity.name for entity in told.entities if entity.type == "PublicBody"} == bodies


def test_no_form_of_a_body_leaves_a_hole_in_its_name() -> None:
    heads = (
        ("苏州工业园区", None),
        ("无锡市", None),
        ("滨湖区", "3202"),
        ("广西壮族自治区", None),
        ("塔城地区", None),
        ("县经济开发区", "320322"),
        ("高新区", "3202"),
    )
    found = [
        body
        for after, forms in jurisdiction.forms().items()
        for form in forms
        for head, code in heads
        if (body := jurisdiction.canonical_body(form.before + head + after, code)) is not None
    ]
    assert len(found) > 1000
    assert [body for body in found if "{" in "".join((body.name, *body.forms))] == []


@pytest.mark.parametrize(
    ("paper", "text", "body"),
    [
        ("昀山储能产业园管委会", "园区管委会主任甲成林到会。", "昀山储能产业园管理委员会"),
        ("昀山储能产业园管委会", "会上，管委会副主任甲成林发言。", "昀山储能产业园管理委员会"),
        ("昀山储能产业园管委会", "岚江新区管委会主任乙文来访，管委会副主任甲成林发言。", "岚江新区管理委员会"),  # which the text has named
        ("昀山日报", "园区管委会主任甲成林到会。", "园区管委会"),
    ],
)
def test_the_committee_that_tells_the_story(paper: str, text: str, body: str) -> None:
    assert body in {e.name for e in kg.extract(text, paper=paper, use_model=False).entities if e.type == "PublicBody"}
