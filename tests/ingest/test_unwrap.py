"""Which lines belong together: columns of print, and text that has a line a paragraph."""

from collections.abc import Callable

import pytest

from kg.ingest import articles
from kg.types import Source

CASES = {
    "the heads of a digest's items are lines of their own": (
        "记者从交易所网站整理了当天的消息。\n△甲山股份：拟收购乙河精工六成股权\n甲山股份8月14日晚间公告，公司拟收购乙\n河精工六成的股权。\n△丙林建设：联合体中标水厂工程\n丙林建设公告称，公司中标水厂工程一项。",
        "记者从交易所网站整理了当天的消息。\n△甲山股份：拟收购乙河精工六成股权\n甲山股份8月14日晚间公告，公司拟收购乙河精工六成的股权。\n△丙林建设：联合体中标水厂工程\n丙林建设公告称，公司中标水厂工程一项。",
    ),
    "a word broken over two lines is one word": (
        "　　本报讯 5月25日下午，区委书\n记甲成林在河东街道调研重点企业，他\n首先来到星澜光电，了解企业研发投\n入和订单情况。",
        "5月25日下午，区委书记甲成林在河东街道调研重点企业，他首先来到星澜光电，了解企业研发投入和订单情况。",
    ),
    "a column break leaves a blank line inside a sentence": (
        "区委书记甲成林在河东街道调研重点企\n业，他首先来到星澜光电，了解企业研\n\n发投入和订单情况。企业负责人说，今\n年订单饱满，生产线满负荷运转。",
        "区委书记甲成林在河东街道调研重点企业，他首先来到星澜光电，了解企业研发投入和订单情况。企业负责人说，今年订单饱满，生产线满负荷运转。",
    ),
    "indents mark paragraphs": (
        "　　区委书记甲成林在河东街道调研重\n点企业，了解研发投入和订单情况。\n　　他强调，各部门要主动上门服务，\n让企业放心投资、安心发展。",
        "区委书记甲成林在河东街道调研重点企业，了解研发投入和订单情况。\n他强调，各部门要主动上门服务，让企业放心投资、安心发展。",
    ),
    "a full line that ends its sentence goes on where indents mark paragraphs": (
        "　　区委书记甲成林在河东街道调研重\n点企业，他强调要主动上门服务企业。\n乙文舟等区领导参加调研，企业负责人\n介绍了情况。\n　　会后举行了座谈，银行到会。",
        "区委书记甲成林在河东街道调研重点企业，他强调要主动上门服务企业。乙文舟等区领导参加调研，企业负责人介绍了情况。\n会后举行了座谈，银行到会。",
    ),
    "a short line ends a paragraph": (
        "区委书记甲成林在河东街道调研重点企\n业，了解研发投入和订单情况，鼓励企\n业攻关。\n在恒越轴承，甲成林走进展厅和生产车\n间，询问企业用工需求。",
        "区委书记甲成林在河东街道调研重点企业，了解研发投入和订单情况，鼓励企业攻关。\n在恒越轴承，甲成林走进展厅和生产车间，询问企业用工需求。",
    ),
    "a mark that cannot begin a line hangs over": (
        "区委书记甲成林在河东街道调研重点企\n业，要求确保实现“双过半”\n。乙文舟参加调研，企业负责人介绍了\n有关情况和打算。",
        "区委书记甲成林在河东街道调研重点企业，要求确保实现“双过半”。乙文舟参加调研，企业负责人介绍了有关情况和打算。",
    ),
    "a number broken over two lines is one number": (
        "星澜光电去年研发投入合计达到12\n00万元，今年一季度营业收入为6.\n1亿元，同比增长12%，预计全年\n可以达到30亿元。",
        "星澜光电去年研发投入合计达到1200万元，今年一季度营业收入为6.1亿元，同比增长12%，预计全年可以达到30亿元。",
    ),
    "a line a paragraph stays a line a paragraph": (
        "区委书记甲成林到星澜光电调研。\n企业负责人介绍了研发和订单情况，请求支持。\n他强调，要主动上门服务。",
        "区委书记甲成林到星澜光电调研。\n企业负责人介绍了研发和订单情况，请求支持。\n他强调，要主动上门服务。",
    ),
    "lists of headlines are no column": (
        "今天的会议通过了三项决定。\n星澜光电二期项目正式投产\n恒越轴承获评省级小巨人\n北辰银行发布普惠产品\n庚申建工中标河东大桥",
        "今天的会议通过了三项决定。\n星澜光电二期项目正式投产\n恒越轴承获评省级小巨人\n北辰银行发布普惠产品\n庚申建工中标河东大桥",
    ),
    "items of a list stay apart": (
        "会议要求做到以下几点，各部门要逐条落实到位。\n一是加强组织领导，明确责任分工，抓好落实；\n二是加大要素保障，优化审批流程，做好服务；\n三是强化督促检查，及时通报情况，推动整改。",
        "会议要求做到以下几点，各部门要逐条落实到位。\n一是加强组织领导，明确责任分工，抓好落实；\n二是加大要素保障，优化审批流程，做好服务；\n三是强化督促检查，及时通报情况，推动整改。",
    ),
    "fields of a notice stay apart, however even their lines are": (
        "项目名称：年产2万吨铝箔扩建项目\n建设地点：河东街道振兴路十八号\n建设单位：星澜光电股份有限公司\n环评机构：恒越环境科技有限公司",
        "项目名称：年产2万吨铝箔扩建项目\n建设地点：河东街道振兴路十八号\n建设单位：星澜光电股份有限公司\n环评机构：恒越环境科技有限公司",
    ),
    "numbered items begin a line of their own": (
        "区市场监管局抽检发现三批食品不合\n格，现将有关情况通告如下：\n一、星澜食品厂生产的绿豆糕，菌落\n总数不符合食品安全国家标准规定。\n二、恒越超市销售的黑鱼，恩诺沙星\n不符合食品安全国家标准规定。",
        "区市场监管局抽检发现三批食品不合格，现将有关情况通告如下：\n一、星澜食品厂生产的绿豆糕，菌落总数不符合食品安全国家标准规定。\n二、恒越超市销售的黑鱼，恩诺沙星不符合食品安全国家标准规定。",
    ),
    "a line of fields stays a line": (
        "星澜光电发布公告。\n证券代码：600000 证券简称：星澜光电\n星澜光电股份有限公司董事会近日收到公司\n总经理甲成林先生递交的书面辞职报告，申\n请辞去总经理职务。",
        "星澜光电发布公告。\n证券代码：600000 证券简称：星澜光电\n星澜光电股份有限公司董事会近日收到公司总经理甲成林先生递交的书面辞职报告，申请辞去总经理职务。",
    ),
    "Latin words keep their space": (
        "区委书记甲成林会见Polar\nBear公司总裁一行，双方就在区内投\n资建厂深入交换意见，乙文舟等参加\n会见。",
        "区委书记甲成林会见Polar Bear公司总裁一行，双方就在区内投资建厂深入交换意见，乙文舟等参加会见。",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lines_that_belong_together(source: Callable[..., Source], case: str) -> None:
    printed, text = CASES[case]
    (article,) = articles(source(printed))
    assert article.text == text


def test_labels_with_values_are_no_headlines(source: Callable[..., Source]) -> None:
    fields = "当事人：星澜食品加工厂\n证照名称：营业执照\n经营者：乙文舟"
    (article,) = articles(source(f"行政处罚决定书\n\n{fields}\n5月6日，区市场监管局执法人员依法对当事人进行检查，责令当事人改正违法行为。"))
    assert article.title == "行政处罚决定书"
    assert article.text.startswith(fields)
