"""What frames a story, and what only looks like it."""

import pytest

from kg.ingest.dateline import closing_byline, dateline, frame


@pytest.mark.parametrize(
    ("text", "body", "place", "day", "byline"),
    [
        ("本报讯　5月25日下午，市长到厂。", "5月25日下午，市长到厂。", "", (None, None), ()),
        ("本报讯（记者 丁一鸣 通讯员 王可 摄影报道）市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣", "王可")),
        ("本报讯(记者丁一鸣)市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("本报无锡讯 （记者 丁一鸣）市长到厂。", "市长到厂。", "无锡", (None, None), ("丁一鸣",)),
        ("本报1月18日讯（记者 丁一鸣）今天上午", "今天上午", "", (1, 18), ("丁一鸣",)),
        ("新华社北京5月8日电（记者丁一鸣、王可）国务院", "国务院", "北京", (5, 8), ("丁一鸣", "王可")),
        ("中新社成都四月二十八日电 (记者丁一鸣)国务院", "国务院", "成都", (4, 28), ("丁一鸣",)),
        ("据新华社电　国务院", "国务院", "", (None, None), ()),
        ("央视网消息（新闻联播）：国务院", "国务院", "", (None, None), ()),
        ("云川晚报讯（记者 丁一鸣）市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("云川新报讯 近日，记者从市国资委获悉", "近日，记者从市国资委获悉", "", (None, None), ()),
        ("云川时报网讯 市长到厂。", "市长到厂。", "", (None, None), ()),
        ("云川日报客户端5月6日讯 市长到厂。", "市长到厂。", "", (5, 6), ()),
        ("云川日报南宁讯 市长到厂。", "市长到厂。", "南宁", (None, None), ()),
        ("云川市融媒体中心讯（记者 丁一鸣）市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("（云川日报 记者 丁一鸣）市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("云上云川报道(记者 丁一鸣)市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("【本报讯】市长到厂。", "市长到厂。", "", (None, None), ()),
        ("本报记者丁一鸣报道：市长到厂。", "市长到厂。", "", (None, None), ("丁一鸣",)),
        ("高台讯 10月16日，市长到厂。", "10月16日，市长到厂。", "高台", (None, None), ()),
        ("【高台讯】（记者 丁一鸣）市长到厂。", "市长到厂。", "高台", (None, None), ("丁一鸣",)),
        ("本报讯（综合）市长到厂。", "（综合）市长到厂。", "", (None, None), ()),
    ],
)
def test_datelines(text: str, body: str, place: str, day: tuple[int | None, int | None], byline: tuple[str, ...]) -> None:
    from kg.text import clean

    found = dateline(clean(text))
    assert found is not None
    assert (clean(text)[found.end :], found.place, (found.month, found.day), found.byline) == (body, place, day, byline)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯息灵通，读者称便。",
        "记者从国家电网公司获悉",
        "据市政府官网消息，甲成林到厂。",
        "云川日报社举行活动",
        "云川日报社今天发布简讯。",
        "（作者系云川某所律师）",
        "云川电视台报道（时长三分钟）市长到厂。",
        "新华社记者到厂采访",
        "市通讯公司投产",
        "5月25日讯号中断",
        "高台讯息10月16日发布",
        "云川讯 市长到厂。",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("再创佳绩。 （丁一鸣　王可）", ("丁一鸣", "王可")),
        ("再创佳绩。（记者 丁一鸣 通讯员 王可 文/图）", ("丁一鸣", "王可")),
        ("（本报记者 丁一鸣）", ("丁一鸣",)),
        ("（云川融媒 丁鸣 王可心）", ("丁鸣", "王可心")),
        ("已全部结清。”（丁一鸣）", ("丁一鸣",)),
        ("先行先试。（中江）", ("中江",)),
        ("再创佳绩。（责任编辑：丁一鸣）", ("丁一鸣",)),
    ],
)
def test_signatures_that_close_a_story(text: str, names: tuple[str, ...]) -> None:
    found = closing_byline(text)
    assert found is not None
    assert found[1] == names


@pytest.mark.parametrize(
    "text",
    ["总投资6.1亿元（含税）", "会议圆满结束。（完）", "他笑了。（笑）", "下称《若干措施》（试行）", "任命甲成林为局长（朝鲜族）。", "（一）加强领导。", "数字见表。（单位：亿元）",
     "再创佳绩。（详见A3版，下转第二版）", "据他介绍（记者注），产品已投产"],
)  # fmt: skip
def test_brackets_that_are_no_signature(text: str) -> None:
    assert closing_byline(text) is None


@pytest.mark.parametrize(
    ("text", "date", "page", "byline"),
    [
        ("2024-03-13 07:42　来源：本报", "2024-03-13", None, ()),
        ("2025-01-24 06:58:11　责编：丁一", "2025-01-24", None, ()),
        ("2024年2月19日 07:15　云川", "2024-02-19", None, ()),
        ("2023年9月16日　星期六　本报记者 丁一鸣 通讯员 王可", "2023-09-16", None, ("丁一鸣", "王可")),
        ("2 综合　　2025年3月6日　星期四　乙巳年二月初七", "2025-03-06", "2", ()),
        ("A03　经济·民生", None, "A03", ()),
        ("第A02版：要闻", None, "A02", ()),
        ("本报云川专电　特派记者 丁一鸣　2023年11月9日", "2023-11-09", None, ("丁一鸣",)),
        ("2024-04-26　来源：本报　作者：丁一鸣", "2024-04-26", None, ("丁一鸣",)),
        ("云川晚报 26-01-17 09:10", "2026-01-17", None, ()),
        ("29.05.2018  12:43", "2018-05-29", None, ()),
        ("05-04 17:13   云川电视台", None, None, ()),
        ("zz.news.example 2019-11-09 12:25:00 来源：云川网 我来说两句", "2019-11-09", None, ()),
        ("2020-02-03 14:39:56 产业动态 0 收藏", "2020-02-03", None, ()),
        ("发布时间：2022-11-11 来源：云川日报 发布单位：云川经济开发区", "2022-11-11", None, ()),
        ("类别：公司新闻 发布时间：2016-07-28 12:33:27 浏览人数：1188", "2016-07-28", None, ()),
        ("您的位置： 首页 >综合动态>正文", None, None, ()),
        ("首页 / 要闻动态 / 政务要闻", None, None, ()),
        ("新闻中心 > 要闻 > 正文", None, None, ()),
        ("【大 中 小】 打印", None, None, ()),
        ("大", None, None, ()),
    ],
)
def test_lines_that_only_frame(text: str, date: str | None, page: str | None, byline: tuple[str, ...]) -> None:
    found = frame(text)
    assert found is not None
    assert (found.date, found.page, found.byline) == (date, page, byline)


def test_a_label_without_a_word_leaves_the_next_one_its_own() -> None:
    found = frame("2024-09-01 18:03:12 作者： 来源：今日云川")
    assert found is not None
    assert (found.source, found.byline) == ("今日云川", ())


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月27日，市长甲成林到厂。",
        "02 现场注册及流程介绍",
        "2005版百元人民币",
        "记者：今年订单怎么样？",
        "2024年重点项目集中开工",
        "来源于生活",
        "大中小企业融通",
        "占据重要位置",
        "首页设计/正文排版大赛举行，甲公司获奖",
        "市政府2024年5月27日印发通知，要求落实",
    ],
)
def test_lines_that_say_more(text: str) -> None:
    assert frame(text) is None
