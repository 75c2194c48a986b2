"""Sums of money and dates."""

import pytest

from kg.nlp.values import find_amounts, find_dates, parse_amount, parse_date
from kg.nlp.values.amounts import find_cells


@pytest.mark.parametrize(
    ("text", "value", "value_max", "currency", "modifier"),
    [
        ("近6.1亿元", 610_000_000, None, "CNY", "近"),
        ("三千余万元", 30_000_000, None, "CNY", "余"),
        ("两千三百余万元", 23_000_000, None, "CNY", "余"),
        ("20亿至30亿元", 2_000_000_000, 3_000_000_000, "CNY", None),
        ("2～3亿元", 200_000_000, 300_000_000, "CNY", None),
        ("3000万-5000万元", 30_000_000, 50_000_000, "CNY", None),
        ("两三亿元", 200_000_000, 300_000_000, "CNY", None),
        ("两三百万元", 2_000_000, 3_000_000, "CNY", None),
        ("6个亿", 600_000_000, None, "CNY", None),
        ("六七个亿", 600_000_000, 700_000_000, "CNY", None),
        ("两三个亿", 200_000_000, 300_000_000, "CNY", None),
        ("1个多亿", 100_000_000, None, "CNY", "多"),
        ("1.2万亿元", 1_200_000_000_000, None, "CNY", None),
        ("100亿美元", 10_000_000_000, None, "USD", None),
        ("数亿元", 100_000_000, None, "CNY", "数"),
        ("上亿元", 100_000_000, None, "CNY", "上"),
        ("过亿元", 100_000_000, None, "CNY", "过"),
        ("上千万元", 10_000_000, None, "CNY", "上"),
        ("十几亿元", 1_000_000_000, None, "CNY", "几"),
        ("逾百亿元", 10_000_000_000, None, "CNY", "逾"),
        ("不超3.2亿元", 320_000_000, None, "CNY", "不超"),
        ("不逾5亿元", 500_000_000, None, "CNY", "不逾"),
        ("1.5亿元人民币", 150_000_000, None, "CNY", None),
        ("人民币2亿元", 200_000_000, None, "CNY", None),
        ("HK$3.5亿", 350_000_000, None, "HKD", None),
        ("￥300", 300, None, "CNY", None),
        ("1,234.56万元", 12_345_600, None, "CNY", None),
        ("不少于5亿美元", 500_000_000, None, "USD", "不少于"),
        ("300万元以上", 3_000_000, None, "CNY", "以上"),
        ("0.5元", 0.5, None, "CNY", None),
    ],
)
def test_amounts_are_worth_what_they_say(text: str, value: float, value_max: float | None, currency: str, modifier: str | None) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.value, amount.value_max, amount.currency, amount.modifier) == (value, value_max, currency, modifier)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总投资6.8亿，占地", "6.8亿"),
        ("该公司去年收入是6.8亿左右。", "6.8亿"),
        ("出资6亿元代建厂房", "6亿元"),
        ("营收突破100亿。", "100亿"),
        ("签约5亿元以上项目8个", "5亿元以上"),
        ("签约约5亿元", "约5亿元"),
        ("通过3亿元贷款", "3亿元"),
        ("投资7100万建设新厂", "7100万"),
        ("资产规模4.2亿；股东为", "4.2亿"),
        ("还款7100万。", "7100万"),
        ("今年再亏37亿 去年", "37亿"),
        ("全年利润的三分之一——1200万元", "1200万元"),
        ("年产值应该在6个亿左右", "6个亿"),
        ("获1.72亿战略投资", "1.72亿"),
        ("抛出超过12亿的融资计划", "超过12亿"),
        ("净利从去年同期的28.9亿下跌", "28.9亿"),
        ("管理规模231亿。", "231亿"),
        ("成交额达750亿，", "750亿"),
        ("获款152万台币", "152万台币"),
    ],
)
def test_amounts_in_running_text(text: str, found: str) -> None:
    assert [a.text for a in find_amounts(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "三元锂电池",
        "多元化",
        "12亿人口",
        "10万吨",
        "亿元项目",
        "百亿元级企业",
        "2单元",
        "增长12.5%",
        "元代",
        "6.8亿立方米",
        "收入的构成是6.8亿立方米天然气",
        "新增用户300万。",
        "支付958万股股份",
        "销售50万台",
        "一个亿级实体",
        "0.5亿投资者",
        "放款给2亿贷款客户",
        "用户规模达到3亿左右",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert list(find_amounts(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5月25日", "2024-05-25"),
        ("2024-5-25", "2024-05-25"),
        ("2024.05.25", "2024-05-25"),
        ("五月二十五日", "2024-05-25"),
        ("今晨", "2024-05-27"),
        ("昨日", "2024-05-26"),
        ("上周五", "2024-05-24"),
        ("去年", "2023"),
        ("一季度", "2024-Q1"),
        ("今年上半年", "2024-H1"),
        ("前三季度", "2023-01/2023-09"),
        ("1至4月", "2024-01/2024-04"),
        ("今年前4月", "2024-01/2024-04"),
        ("前4个月", "2024-01/2024-04"),
        ("本月5日", "2024-05-05"),
        ("12月20日", "2023-12-20"),
        ("9月3日", "2023-09-03"),
        ("6月18日", "2024-06-18"),
        ("5月8日至9日", "2024-05-08/2024-05-09"),
        ("“十四五”期间", "2021/2025"),
        ("2023—2025年", "2023/2025"),
        ("1998年", "1998"),
        ("近日", None),
    ],
)
def test_dates_are_relative_to_the_paper(text: str, value: str | None) -> None:
    assert parse_date(text, "2024-05-27") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5月25日", "--05-25"),
        ("2月29日", "--02-29"),
        ("2月30日", None),
        ("昨日", None),
        ("去年", None),
        ("2023年3月", "2023-03"),
        ("一季度", "--Q1"),
    ],
)
def test_no_year_is_made_up(text: str, value: str | None) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    ("text", "written", "published", "values"),
    [
        ("今天上午", "--01-18", "2024-01-19", ["2024-01-18"]),  # 本报1月18日讯, printed the day after
        ("今天上午", "--01-18", None, ["--01-18"]),
        ("昨天下午", "--03-01", None, ["--02-28"]),
        ("昨天下午", "2024-03-01", None, ["2024-02-29"]),
        ("24日至25日，", "--07-26", None, ["--07-24/--07-25"]),
        ("24日至25日，", None, None, ["---24/---25"]),
        ("23日，", "--07-24", None, ["--07-23"]),
        ("31日，", "--08-01", None, ["--07-31"]),
        ("昨天（3月13日）", None, None, ["--03-13"]),
        ("昨天(0327)，", None, "2024-03-28", ["2024-03-27"]),
        ("8月5日任职，次日就去走访", None, None, ["--08-05", "--08-06"]),
        ("1997年成立，同年投产", None, None, ["1997", "1997"]),
        ("2022年4月筹划，同年11月终止，次年3月注销。", None, "2024-03-28", ["2022-04", "2022-11", "2023-03"]),
        ("同年11月终止", None, None, ["--11"]),
        ("次年产量，本次年会，", None, "2024-03-28", []),
        # a year holds on through its sentence, as long as the months go on
        ("2015年3月5日签约，6月8日投产。8月9日", None, "2024-09-28", ["2015-03-05", "2015-06-08", "2024-08-09"]),
        ("2015年9月5日签约，6月8日投产。", None, "2024-09-28", ["2015-09-05", "2024-06-08"]),
        ("2023年签约，6月8日投产。", None, "2024-09-28", ["2023", "2024-06-08"]),
        ("去年9月签约，10月8日投产。", None, "2024-09-28", ["2023-09", "2023-10-08"]),
        # a bare day is in the month that the text told last
        ("12月24日开会。26日，走访。5日，", None, None, ["--12-24", "--12-26", "---05"]),
        ("2021年12月24日开会。26日，走访。", None, "2021-12-25", ["2021-12-24", "2021-12-26"]),
        ("年初印发", None, "2024-03-28", ["2024"]),
        ("大年初一", None, "2024-03-28", []),
    ],
)
def test_dates_count_from_what_the_text_says(text: str, written: str | None, published: str | None, values: list[str]) -> None:
    assert [value for _, _, value in find_dates(text, published, written)] == values


@pytest.mark.parametrize("text", ["目前年产量", "3月龄", "13.5月", "农历三月二十五日", "2024.5"])
def test_no_dates(text: str) -> None:
    assert [value for _, _, value in find_dates(text, "2024-05-27") if value and len(value) != 7] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "企业名称 设备投资（万元） 补助金额（万元）\n昀泽机电公司 2460.50 123.03\n沐朔木业公司 880 44",
            [24605000, 1230300, 8800000, 440000],
        ),
        ("序号  企业  奖励（元）\n1  昀泽机电公司  50,000\n合计：50,000元", [50000]),
        ("补助（万元）以上的企业\n昀泽机电公司 44", []),  # a line of text is no head
        ("企业名称 补助金额\n昀泽机电公司 44", []),
        ("企业名称 补助金额（万元）\n以上共 两家 企业", []),
    ],
)
def test_bare_figures_of_a_table(text: str, found: list[int]) -> None:
    assert [amount.value for amount, _ in find_cells(text)] == found
