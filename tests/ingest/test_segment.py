"""Pages of several stories, single articles that must stay whole, and which headline heads what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest import articles, read
from kg.types import Source

ROOT = Path(__file__).parents[2]


def test_the_seed_page_has_three_stories() -> None:
    (source,) = read(ROOT / "seeds" / "000_dc6104d0cfb95cba.txt")
    found = articles(source)
    assert [a.title for a in found] == [
        "杜小刚调研市区重点企业",
        "市政府召开汽车及零部件产业集群发展推进会",
        "江苏发布全国首个算力基础设施发展专项规划",
    ]
    assert [a.byline for a in found] == [("高美梅", "惠晓婧"), ("王怡荻",), ("中江",)]
    assert [a.subtitle for a in found] == [
        "助企解决急难愁盼 为企增添发展信心 为巩固增强经济回升向好态势积蓄力量",
        "扬优势求实效推动产业差异化高质量发展",
        "2030年建成省级算力调度平台",
    ]
    assert found[0].text.startswith("5月25日下午，市委书记杜小刚在滨湖区、新吴区调研重点企业，")
    assert "推动从做好“一件事”向办好“一类事”延伸" in found[0].text
    assert found[1].text.startswith("5月26日，市政府召开全市汽车及零部件产业集群发展推进会。")
    assert found[2].text.startswith("江苏省通信管理局、江苏省发展改革委、江苏省工信厅、江苏省数据局近日联合印发")
    assert found[2].text.endswith("先行先试。")
    assert [a.locality for a in found] == ["江苏省无锡市", "江苏省无锡市", "江苏省"]
    assert {a.published for a in found} == {"2024-05-27"}
    assert all("2024年" in a.inferred["published"] and "滨湖区" in found[0].inferred["locality"] for a in found)


def test_a_page_with_heads_after_captions_and_notices() -> None:
    (source,) = read(ROOT / "tests" / "fixtures" / "page.txt")
    found = articles(source)
    assert [(a.title, a.subtitle, a.byline) for a in found] == [
        ("甲成林调研区内重点企业", "走进车间询问融资需求　现场协调解决问题", ("丁一鸣", "王可")),
        ("区政府与北辰银行签署战略合作协议", "", ("李小庚",)),
        ("星澜光电新厂房封顶", "", ("赵辛",)),
        ("", "", ()),
    ]
    assert [(a.page, a.published) for a in found] == [("A02", "2024-05-27")] * 4
    assert found[0].text.count("\n") == 1
    assert [line[:4] for line in found[3].text.split("\n")] == ["图为5月", "招租公告"]
    whole = "".join(a.text for a in found)
    assert "责编" not in whole
    assert "本报讯" not in whole


HEADED = "甲成林调研重点企业\n助企解难题\n2024-03-13 07:42　来源：本报　责编：丁一\n\n"
SINGLE = {
    "head lines before, sections inside": (
        HEADED
        + "本报讯（记者 丁一鸣）3月12日，市长甲成林到星澜光电调研，了解研发情况。\n\n找准难题\n\n在恒越轴承，他询问企业用工和融资需求，现场协调解决。\n\n"
        "上门服务\n\n近日，市里还派出了助企专员，逐户走访企业，收集问题。\n",
        4 + 1,
    ),
    "a lead before the dateline": (
        "甲成林调研重点企业\n\n近日，市长甲成林走进车间，问需于企。\n\n本报讯（记者 丁一鸣）3月12日，市长甲成林到星澜光电调研。\n\n他强调要主动上门服务。",
        3,
    ),
    "a box that goes with the story": (
        "3月12日，市长甲成林到星澜光电调研，了解研发投入和订单情况，鼓励企业继续加大攻关力度。（记者 丁一鸣）\n\n相关链接\n\n"
        "星澜光电成立于2008年，是本市光学镜头行业的龙头企业，产品出口二十个国家和地区，去年营业收入30亿元。",
        3,
    ),
    "a caption stays where it stands": (
        "3月12日，市长甲成林到星澜光电调研。\n\n图为甲成林在车间。　周壬 摄\n\n他强调要主动上门服务。",
        3,
    ),
    "speech on lines of its own": (
        "“今年订单怎么样？”\n\n“排到了年底。”3月12日，市长甲成林在星澜光电与工人交谈。\n\n他强调要主动上门服务。",
        3,
    ),
    "a medium named in the text is no dateline": (
        "3月12日，市长甲成林到星澜光电调研，了解研发投入和订单情况，鼓励企业攻关。\n\n据市政府官网消息，甲成林还到了恒越轴承，询问企业用工需求。\n\n"
        "记者从国家电网公司获悉，新线路即将投运。",
        3,
    ),
    "what an agency says in the text is no dateline": (
        "3月12日，市长甲成林到星澜光电调研，了解研发投入和订单情况，鼓励企业攻关，现场协调解决用工问题。\n\n"
        "据新华社消息，星澜光电去年营业收入30亿元。\n\n据央视网3月11日消息，新线路即将投运。",
        3,
    ),
    "a dateline under the story signs it": (
        "3月12日，市长甲成林到星澜光电调研，了解研发投入和订单情况，鼓励企业攻关，现场协调解决用工问题。\n\n他强调要主动上门服务。\n\n本报云川3月12日电",
        2,
    ),
    "a headline wider than a column, and its lines once more": (
        "甲成林在星澜光电调研重点企业时强调 坚定不移实施制造强市战略 以科技创新引领现代化产业体系建设\n甲成林在星澜光电调研重点企业时强调\n"
        "坚定不移实施制造强市战略\n以科技创新引领现代化产业体系建设\n乙文舟陪同\n本报讯（记者 丁一鸣）3月12日，市长甲成林到星澜光电调研。\n他强调要主动上门服务。",
        2,
    ),
}


@pytest.mark.parametrize("case", SINGLE)
def test_one_article_is_never_cut(source: Callable[..., Source], case: str) -> None:
    text, paragraphs = SINGLE[case]
    (article,) = articles(source(text))
    assert len(article.text.split("\n")) == paragraphs


def test_what_stands_around_a_story_is_no_headline(source: Callable[..., Source]) -> None:
    body = "3月23日，市委书记甲成林到星澜光电调研，了解企业生产情况。"
    for around in (
        "您当前所在的位置是：首页 > 新闻中心 > 要闻\n\n{}\n\n",
        "首页 / 要闻动态 / 政务要闻\n\n{}\n\n",
        "首页>新闻动态\n新闻动态\n{}\n\n",
        "星澜光电股份有限公司\n公司新闻\n{}\n\n",
        "集团要闻\n{}\n\n",
        "蒙城动态\n\n{}\n\n",
        "（上接第一版）\n{}\n\n",
        "7*24 快讯\n{}\n\n",
        "{}\n时间：2020-01-14\n大\n中\n小\n来源：云川日报\n",
        "{} 2020-01-14 10:56\n",
    ):
        (article,) = articles(source(around.format("甲成林调研重点企业") + body))
        assert (article.title, article.text) == ("甲成林调研重点企业", body)


@pytest.mark.parametrize("head", ["甲成林谈县域新闻", "发展新动态", "本县公告三号令", "昨日头条人物"])
def test_what_only_looks_like_a_column_is_a_headline(source: Callable[..., Source], head: str) -> None:
    (article,) = articles(source(f"{head}\n\n3月23日，市委书记甲成林到星澜光电调研，了解企业生产情况。"))
    assert article.title == head


def test_a_story_that_a_narrow_column_breaks_off_has_no_headline(source: Callable[..., Source]) -> None:
    (article,) = articles(source("5月18日，星澜银\n行与江南石油签订战略合作协议，双方将在结算等方面合作，星澜银行将为江南石\n油提供授信。"))
    assert (article.title, article.text[:14]) == ("", "5月18日，星澜银行与江南石")


def test_wire_items_one_after_another_are_stories(source: Callable[..., Source]) -> None:
    text = (
        "新华社北京5月8日电（记者 丁一鸣）国家有关部门8日发布通知，要求各地加强要素保障，支持重点项目建设，做好企业服务工作。\n\n"
        "新华社上海5月8日电　星澜光电8日在上海发布新品，现场签约金额超过10亿元，来自二十个国家的客商参加了发布会和洽谈活动。\n"
    )
    found = articles(source(text))
    assert [(a.text[:6], a.byline) for a in found] == [("国家有关部门", ("丁一鸣",)), ("星澜光电8日", ())]


@pytest.mark.parametrize(
    ("heads", "title", "subtitle"),
    [
        ("甲成林调研时强调\n让企业放心投资", "甲成林调研时强调 让企业放心投资", ""),
        ("从铁匠铺到星澜光电\n——一家企业的四十年", "从铁匠铺到星澜光电", "——一家企业的四十年"),
        ("六家企业挑起“\n半边天”", "六家企业挑起“半边天”", ""),
        ("开年第一会　聚力促发展\n市长甲成林到星澜光电调研研发投入", "市长甲成林到星澜光电调研研发投入", "开年第一会　聚力促发展"),
        ("甲成林到星澜光电\n调研", "甲成林到星澜光电调研", ""),
        ("星澜光电有限公司\n星澜光电了解市长", "星澜光电了解市长", "星澜光电有限公司"),
        ("甲成林调研星澜光电有限公司\n要求研发", "甲成林调研星澜光电有限公司要求研发", ""),
    ],
)
def test_lines_of_a_headline(source: Callable[..., Source], heads: str, title: str, subtitle: str) -> None:
    (article,) = articles(source(f"{heads}\n\n3月12日，市长甲成林到星澜光电调研，了解研发投入。\n"))
    assert (article.title, article.subtitle) == (title, subtitle)


PICTURES = {
    "who took it, over the headline": ("新华社发（甲小乙 摄）\n\n{}\n\n", ""),
    "what it shows and who took it, over the headline": ("工人在车间里忙碌\n\n甲小乙 摄\n\n{}\n\n", "工人在车间里忙碌"),
    "the same in a sentence": ("5月7日拍摄的星澜光电厂区。\n新华社记者 甲小乙摄\n{}\n\n", "5月7日拍摄的星澜光电厂区。"),
    "behind the headline": ("{}\n2024-03-24 来源：云川日报\n工人在车间里忙碌\n（本报记者 甲小乙 摄）\n\n", "工人在车间里忙碌"),
    "a scene": ("签约仪式现场\n\n{}\n\n", "签约仪式现场"),
    "a number": ("图1 星澜光电厂区\n\n{}\n\n", "图1 星澜光电厂区"),
    "where it is from": ("{}\n\n星澜光电车间（图源：星澜光电官网）\n\n", "星澜光电车间（图源：星澜光电官网）"),
    "what it is": ("（无人机照片）\n\n{}\n\n", ""),
    "who gave it": ("{}\n\n受访者供图\n\n", ""),
    "a mark": ("▲星澜光电车间一角\n{}\n\n", "▲星澜光电车间一角"),
}


@pytest.mark.parametrize("case", PICTURES)
def test_what_stands_beside_a_picture_is_no_headline(source: Callable[..., Source], case: str) -> None:
    around, caption = PICTURES[case]
    body = "本报讯（记者 丁一鸣）3月23日，市委书记甲成林到星澜光电调研，了解企业生产情况。"
    (article,) = articles(source(around.format("甲成林调研重点企业") + body))
    assert article.title == "甲成林调研重点企业"
    assert article.subtitle == ""
    assert article.text.split("\n") == [*([caption] if caption else []), "3月23日，市委书记甲成林到星澜光电调研，了解企业生产情况。"]


@pytest.mark.parametrize("head", ["绘就发展新蓝图", "摄影作品展开幕", "甲成林走进招聘现场", "图书馆新馆开放"])
def test_what_only_looks_like_a_credit_is_a_headline(source: Callable[..., Source], head: str) -> None:
    (article,) = articles(source(f"{head}\n\n3月23日，市委书记甲成林到星澜光电调研，了解企业生产情况。"))
    assert article.title == head


def test_a_picture_with_its_caption_has_its_headline(source: Callable[..., Source]) -> None:
    (article,) = articles(source("星澜光电生产忙\n\n5月8日，工人在星澜光电的车间里忙碌。新华社发（甲小乙 摄）"))
    assert (article.title, article.text) == ("星澜光电生产忙", "5月8日，工人在星澜光电的车间里忙碌。新华社发（甲小乙 摄）")


def test_lines_around_a_story_are_not_joined_to_it(source: Callable[..., Source]) -> None:
    text = "市委书记到企业调研\n来源：云川日报\n5月8日，市委书记甲成林到星澜光电调研。\n图①：星澜光电的车间。\n图②：恒越轴承的车间。"
    (article,) = articles(source(text))
    assert article.title == "市委书记到企业调研"
    assert article.text.split("\n") == ["5月8日，市委书记甲成林到星澜光电调研。", "图①：星澜光电的车间。", "图②：恒越轴承的车间。"]


def test_a_dateline_in_a_narrow_column_goes_on(source: Callable[..., Source]) -> None:
    text = "甲成林调研\n\n　　本报讯（记者 丁一鸣 通讯员\n王交轩）3月5日上午，市委书记甲成林\n到星澜光电调研，了解企业的研发投入\n和订单情况，要求企业加快投产达效。\n"
    (article,) = articles(source(text))
    assert (article.byline, article.text[:13]) == (("丁一鸣", "王交轩"), "3月5日上午，市委书记甲成")


def test_the_id_is_of_what_is_said_not_of_where_it_lies(source: Callable[..., Source]) -> None:
    text = "甲成林调研\n\n3月12日，市长甲成林到星澜光电调研。"
    (one,), (other,) = articles(source(text)), articles(Source("y", "other/y.txt", "text/plain", source(text).blocks))
    assert one.id == other.id
    assert one.source != other.source
    assert articles(source(text), published="2024-03-13")[0].id != one.id


def test_a_source_of_heads_alone_keeps_its_words(source: Callable[..., Source]) -> None:
    assert [a.text for a in articles(source("图为星澜光电厂房。　周壬 摄"))] == ["图为星澜光电厂房。　周壬 摄"]
    assert [a.text for a in articles(source("星澜光电投产"))] == ["星澜光电投产"]
    assert articles(Source("x", "x.txt", "text/plain", ())) == []


def test_who_made_a_story_is_told_behind_it_and_is_no_part_of_it(source: Callable[..., Source]) -> None:
    body = "\n".join(
        f"{n}月6日，市委书记甲成林到企业调研，" + "详细了解生产经营情况，要求各部门靠前服务，" * n + "把好事办好。" for n in (3, 5, 4)
    )
    (article,) = articles(source(f"{body}\n记者:丙丁\n编辑：戊己 庚辛\n企业负责人感谢各级各部门的关心和支持，表示将加快投产。"))
    assert "戊己" not in article.text
    assert "丙丁" not in article.text
    assert article.text.endswith("表示将加快投产。")
    assert "丙丁" in article.byline
    (talk,) = articles(source(f"{body}\n记者：您怎么看今年的形势\n甲成林：形势很好。"))
    assert "您怎么看" in talk.text
