"""Digests are cut into their items; lists within one story are not."""

from collections.abc import Callable

import pytest

from kg import extract
from kg.ingest import articles
from kg.types import Source

OPENED = "青禾机电产业园项目开工，总投资20亿元，县委书记甲成林出席开工仪式。"
VISITED = "市委书记乙文舟到昀泽光电有限公司调研，了解企业生产情况，要求企业加快投产。"
SIGNED = "市政府与云杼大学签署战略合作协议，双方将共建研究院，校长丙文出席签约仪式。"
THREE = [OPENED, VISITED, SIGNED]

CUT = {
    "towns in brackets": (
        f"县区快讯\n\n【江阴】{OPENED}\n\n【宜兴】{VISITED}\n\n【溧阳】{SIGNED}",
        [f"【江阴】{OPENED}", f"【宜兴】{VISITED}", f"【溧阳】{SIGNED}"],
    ),
    "squares under a column": (f"一句话新闻\n\n■ {OPENED}\n\n■ {VISITED}\n\n■ {SIGNED}", THREE),
    "numbers under a column": (f"要闻速览\n\n1.{OPENED}\n\n2.{VISITED}\n\n3.{SIGNED}", THREE),
    "numbers in one paragraph": (f"每日早知道：昀泽光电投产\n\n1、{OPENED} 2、{VISITED} 3、{SIGNED}", THREE),
    "as many as the column says": (f"云岭简讯三则\n\n{OPENED}\n\n{VISITED}\n\n{SIGNED}", THREE),
    "short ones, each with its dateline": (
        "简讯\n\n本报讯 昀泽光电二期近日投产。（甲小乙）\n\n本报讯 乙文舟到昀泽光电调研。（丁一鸣）\n\n本报讯 云杼大学来我市签约。（王可）",
        ["昀泽光电二期近日投产。", "乙文舟到昀泽光电调研。", "云杼大学来我市签约。"],
    ),
    "towns with a colon, and little else": (
        f"各地掀起热潮\n\n江阴：{OPENED}\n\n宜兴：{VISITED}\n\n溧阳：{SIGNED}",
        [f"江阴：{OPENED}", f"宜兴：{VISITED}", f"溧阳：{SIGNED}"],
    ),
    "towns behind a mark, signed": (
        f"▲江阴 {OPENED}（甲小乙）\n\n▲宜兴 {VISITED}（丁一鸣）\n\n▲溧阳 {SIGNED}（王可）",
        [f"江阴 {OPENED}", f"宜兴 {VISITED}", f"溧阳 {SIGNED}"],
    ),
    "each opens as a story": (
        f"■ 近日，{OPENED}\n\n■ 日前，{VISITED}\n\n■ 昨日，{SIGNED}",
        [f"近日，{OPENED}", f"日前，{VISITED}", f"昨日，{SIGNED}"],
    ),
    "numbers in lines of their own": (f"要闻速览\n\n01\n\n项目开工\n\n{OPENED}\n\n02\n\n企业调研\n\n{VISITED}", [OPENED, VISITED]),
    "towns in lines of their own": (f"各县市动态\n\n● 江阴 ●\n\n{OPENED}\n\n● 宜兴 ●\n\n{VISITED}", [OPENED, VISITED]),
    "headlines in brackets under a column": (f"要闻速览\n\n【项目开工】\n\n{OPENED}\n\n【企业调研】\n\n{VISITED}", [OPENED, VISITED]),
    "a column with a mark": (f"■简讯\n\n□{OPENED}\n\n□{VISITED}", [OPENED, VISITED]),
    "firms with what they announce": (
        "公告速递\n\n昀泽光电：拟投资20亿元建设产业园。\n\n青禾机电：中标云岭水库工程。\n\n恒越轴承：董事长乙文辞职。",
        ["昀泽光电：拟投资20亿元建设产业园。", "青禾机电：中标云岭水库工程。", "恒越轴承：董事长乙文辞职。"],
    ),
}


@pytest.mark.parametrize("case", CUT)
def test_items_are_articles(source: Callable[..., Source], case: str) -> None:
    text, items = CUT[case]
    assert [article.text for article in articles(source(text))] == items


LIST = {
    "sections": f"项目建设提速\n\n■ 打造载体\n\n{OPENED}\n\n■ 优化服务\n\n{VISITED}\n\n■ 招才引智\n\n{SIGNED}",
    "a chronicle": "昀泽光电发展历程\n\n■ 2008年5月8日，昀泽光电有限公司成立。\n\n■ 2010年3月，昀泽光电与云杼大学签约。\n\n■ 2015年，甲成林任董事长。",
    "cases of one body": "近日，云岭市市场监管局公布典型案例。\n\n1.昀泽光电虚假宣传案。该局罚款5万元。\n\n2.青禾机电无证经营案。该局罚款3万元。\n\n3.恒越轴承价格欺诈案。该局罚款2万元。",
    "what a leader asks for": f"县区动态\n\n甲成林调研昀泽光电\n\n{VISITED}他要求：\n\n一、加快项目建设，打造标杆。\n\n二、抓好企业服务，用心用情。\n\n三、优化营商环境，做好保障。",
    "rows of towns in a story": f"{VISITED}\n\n他还到多地察看。\n\n江阴：青禾机电产业园，总投资20亿元。\n\n宜兴：昀泽光电二期，总投资10亿元。\n\n溧阳：恒越轴承项目，总投资5亿元。",
    "numbered sections": f"甲成林调研昀泽光电\n\n01\n\n项目开工\n\n{OPENED}\n\n02\n\n企业调研\n\n{VISITED}",
    "sums of towns": f"{VISITED}\n\n江阴 5.2亿元\n\n宜兴 3.1亿元\n\n溧阳 2亿元",
    "another number than there are": f"云岭简讯三三则\n\n{OPENED}\n\n{VISITED}",
    "an interview": "记者：今年昀泽光电有什么打算？\n\n甲成林：公司今年将投资20亿元建设产业园。\n\n记者：青禾机电会参与吗？\n\n甲成林：会的，我们已经签约。",
    "pictures of a story": f"{VISITED}\n\n▲昀泽光电的车间。\n\n▲青禾机电的生产线。\n\n▲云杼大学的实验室。",
    "one bracket": f"【云岭要闻】{VISITED}\n\n【链接】昀泽光电成立于2008年，总投资20亿元。",
}


@pytest.mark.parametrize("case", LIST)
def test_a_list_in_a_story_stays_in_it(source: Callable[..., Source], case: str) -> None:
    assert len(articles(source(LIST[case]))) == 1


def test_an_item_has_the_locality_of_its_town(source: Callable[..., Source]) -> None:
    text = f"县区快讯\n\n【鼓楼】{OPENED}\n\n【溧水】{VISITED}\n\n【栖霞】{SIGNED}"
    found = articles(source(text))
    assert [a.locality for a in found] == ["江苏省南京市鼓楼区", "江苏省南京市溧水区", "江苏省南京市栖霞区"]
    assert found[0].inferred["locality"] == "条目开头“鼓楼”"
    named = f"【江阴】{OPENED}\n\n【宜兴】{VISITED}"
    assert [a.locality for a in articles(source(named), locality="江苏省无锡市")] == ["江苏省无锡市江阴市", "江苏省无锡市宜兴市"]


def test_headlines_of_items(source: Callable[..., Source]) -> None:
    own = "简讯两则\n\n昀泽光电投产\n\n昀泽光电二期项目近日投产，总投资20亿元。（甲小乙）\n\n市校签约\n\n市政府与云杼大学签署战略合作协议。（王可）"
    assert [(a.title, a.byline) for a in articles(source(own))] == [("昀泽光电投产", ("甲小乙",)), ("市校签约", ("王可",))]
    bracketed = "【昀泽光电：拟投资20亿元】昀泽光电公告，公司将建产业园。\n\n【青禾机电：中标大单】公司中标云岭水库工程。\n\n【恒越轴承：董事长辞职】董事长乙文辞职。"
    assert [a.title for a in articles(source(bracketed))] == ["昀泽光电：拟投资20亿元", "青禾机电：中标大单", "恒越轴承：董事长辞职"]
    over = articles(source(CUT["towns with a colon, and little else"][0]))
    assert {(a.title, a.subtitle) for a in over} == {("", "各地掀起热潮")}
    listed = articles(source(CUT["numbers in one paragraph"][0]))
    assert {a.title for a in listed} == {"每日早知道"}


def test_a_story_behind_a_digest_is_its_own(source: Callable[..., Source]) -> None:
    text = f"简讯\n\n● {OPENED}\n\n● {VISITED}\n\n恒越轴承投产\n\n本报讯（记者 甲小乙）5月8日，恒越轴承二期项目投产，总投资5亿元。"
    assert [(a.title, len(a.text.split("\n"))) for a in articles(source(text))] == [("简讯", 1), ("简讯", 1), ("恒越轴承投产", 1)]


def test_what_the_caller_says_is_one_article_is_one() -> None:
    told = extract(CUT["squares under a column"][0], use_model=False)
    assert told.article.title == "一句话新闻"
    assert VISITED in told.article.text
