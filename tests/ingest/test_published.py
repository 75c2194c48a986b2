"""The day of appearance: given, said, worked out, or unknown."""

from collections.abc import Callable

import pytest

from kg.ingest import articles
from kg.types import Source

STORY = "本报讯 {} 市长甲成林到星澜光电调研，了解研发投入和订单情况。{}"


@pytest.mark.parametrize(
    ("opening", "more", "published"),
    [
        ("5月25日，", "会议印发《2024年云川市光学产业发展工作要点》。", "2024-05-26"),
        ("5月25日，", "围绕《优化营商环境提升行动方案2024》抓落实，企业2022年、2023年入选，到2030年产值翻番。", "2024-05-26"),
        ("5月25日上午，2024年春季重点项目集中开工仪式举行，", "", "2024-05-26"),
        ("12月31日，", "会议印发《2024年工作要点》。", "2025-01-01"),
        ("5月8日至9日，", "会议印发《2024年工作要点》。", "2024-05-10"),
        ("2024年5月25日，", "", "2024-05-26"),
        ("今天（5月25日），", "会议印发《2024年工作要点》。", "2024-05-25"),
        ("5月25日，", "", None),
        ("5月25日，", "企业2023年8月落户，去年投产。", None),
        ("5月25日，", "会议印发《2023年工作要点》，2024年一季度已落实。", None),
        ("近日，", "会议印发《2024年工作要点》。", None),
        ("2月31日，", "会议印发《2024年工作要点》。", None),
        # days by, from or until which something holds, and days before what else is told
        ("截至2024年3月31日，", "", None),
        ("《办法》自2024年5月1日起施行，", "", None),
        ("《办法》自2024年5月1日起施行。2024年4月2日，", "", "2024-04-03"),
        ("展会将于11月9日开幕。今天（10月31日），", "会议印发《2024年工作要点》。", "2024-10-31"),
        ("2017年10月13日起家，", "2018年7月2日入驻园区。", None),
        ("2024年5月25日，", "项目将于2025年12月底前投产，2025年6月前封顶。", "2024-05-26"),
    ],
)
def test_year_only_where_the_page_names_it(source: Callable[..., Source], opening: str, more: str, published: str | None) -> None:
    (article,) = articles(source(STORY.format(opening, more)))
    assert article.published == published
    assert ("published" in article.inferred) == (published is not None)


def test_what_is_given_beats_what_is_said_beats_what_is_inferred(source: Callable[..., Source]) -> None:
    text = "甲成林调研\n2024-05-28 07:42　来源：本报\n\n5月25日，市长甲成林到厂。印发《2024年工作要点》。"
    assert [
        articles(source(text), published="2024-06-01")[0].published,
        articles(source(text, published="2024-05-30"))[0].published,
        articles(source(text))[0].published,
        articles(source(text.replace("2024-05-28 07:42　", "")))[0].published,
    ] == ["2024-06-01", "2024-05-30", "2024-05-28", "2024-05-26"]


def test_the_address_of_a_page_may_date_it(source: Callable[..., Source]) -> None:
    (article,) = articles(source("5月25日，市长甲成林到厂。", url="http://news.example.cn/2024/0526/c1.html"))
    assert (article.published, article.inferred["published"]) == ("2024-05-26", "网址里的日期")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("市市场监管局约谈星澜光电公司，要求限期整改。\n\n云川市市场监督管理局\n2025年1月23日\n", "2025-01-23"),
        ("2024年4月2日至3日，我局组织评审，同意建设。\n\n云川市发展和改革委员会\n2024年5月7日\n", "2024-05-07"),
        ("2024年5月7日，市长甲成林到星澜光电调研。\n", "2024-05-08"),
        ("2024年4月2日，市长甲成林到星澜光电调研。\n\n规划到2025年1月23日\n", "2024-04-03"),
    ],
)
def test_a_notice_bears_its_day_at_its_end(source: Callable[..., Source], text: str, published: str) -> None:
    (article,) = articles(source(f"关于星澜光电的通报\n\n{text}"))
    assert article.published == published


def test_stories_of_one_page_appear_together(source: Callable[..., Source]) -> None:
    text = "".join(
        f"　　本报讯 5月{day}日，市长甲成林到星澜光电调\n研，了解研发投入和订单情况，鼓励企\n业攻关，印发《2024年工作要点》。（丁一鸣）\n\n"
        for day in (25, 26)
    )
    assert {a.published for a in articles(source(text))} == {"2024-05-27"}


def test_the_head_of_a_page_names_its_paper(source: Callable[..., Source]) -> None:
    text = "云川日报　2024年5月28日　星期二　A02版\n\n甲成林调研\n\n　　本报讯 5月25日，市长甲成林到厂。"
    (article,) = articles(source(text))
    assert (article.paper, article.inferred["paper"]) == ("云川日报", "页眉“云川日报”")
    (article,) = articles(source(text), paper="甲市日报")
    assert (article.paper, "paper" in article.inferred) == ("甲市日报", False)
    (article,) = articles(source(text.replace("云川日报", "经济新闻")))
    assert article.paper is None


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("来源：青禾集团　发布时间：2024-05-27", "青禾集团"),
        ("发布单位：青禾机电有限公司", "青禾机电有限公司"),
        ("发布机构：云川县市场监督管理局　发布日期：2024-05-27", "云川县市场监督管理局"),
        # in a line of its own, without a label, and beside the day
        ("来源：青禾机电有限公司\n", "青禾机电有限公司"),
        ("青禾半导体（云川）有限公司官网", "青禾半导体（云川）有限公司官网"),
        ("云川市川渝商会 2024-05-27", "云川市川渝商会"),
        ("青禾机电", "青禾机电"),
        ("云川钒钛储能产业园区管委会 发布日期：2024年5月27日 信息来源：招商局", "云川钒钛储能产业园区管委会"),
        ("云川理工学院新闻网 作者：甲小乙 图片：丙丁 时间：2024/05/27", "云川理工学院新闻网"),
        # what no house is called like, and a paper, which the story need not be in
        ("来源：互联网　发布时间：2024-05-27", None),
        ("来源：云川日报　发布时间：2024-05-27", None),
    ],
)
def test_a_line_names_the_house_that_issued_a_story(source: Callable[..., Source], line: str, paper: str | None) -> None:
    body = "5月26日，公司召开安全生产工作会议，董事长甲成林出席会议并讲话，要求各车间把安全放在首位，抓好隐患排查。"
    (article,) = articles(source(f"青禾机电召开安全生产工作会议\n{line}\n\n{body}\n\n{body}"))
    assert (article.paper, article.inferred.get("paper")) == (paper, f"来源“{paper}”" if paper else None)
    assert not any(text.strip() == line.strip() for text in article.text.split("\n"))


@pytest.mark.parametrize(
    ("heads", "opening", "paper"),
    [
        # who signs for a house, where it opens
        ("集团领导拜访云川市领导", "本网讯（青禾环境集团 记者 甲小乙）", "青禾环境集团"),
        # what only ends like a house, a column, and a headline alone
        ("云川区党政代表团到访公司\n聚力构建发展新格局", "", None),
        ("青禾机电召开会议\n数字经济", "", None),
        ("两地党政代表团到访公司", "", None),
        ("集团领导拜访云川市领导", "本报讯（记者 甲小乙）", None),
    ],
)
def test_who_signs_for_a_house_or_heads_a_page_issued_it(
    source: Callable[..., Source], heads: str, opening: str, paper: str | None
) -> None:
    body = "5月26日，集团公司召开安全生产工作会议，董事长甲成林出席会议并讲话，要求各车间把安全放在首位，抓好隐患排查。"
    (article,) = articles(source(f"{heads}\n\n{opening}{body}\n\n{body}"))
    assert article.paper == paper


def test_the_pages_before_and_behind_are_no_part_of_a_story(source: Callable[..., Source]) -> None:
    body = "5月26日，公司召开安全生产工作会议，董事长甲成林出席会议并讲话，要求各车间把安全放在首位，抓好隐患排查。"
    text = f"青禾机电召开安全生产工作会议\n\n{body}\n\n{body}\n\n上一篇：公司召开三季度例会\n下一篇：喜报！青禾机电获奖！"
    (article,) = articles(source(text))
    assert article.text == f"{body}\n{body}"
    (article,) = articles(source(f"青禾机电开会\n\n{body}\n\n会议提出下一个目标：产值翻番，员工收入同步提高。"))
    assert "下一个目标" in article.text
