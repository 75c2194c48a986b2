"""Whether a short name is of a firm, and which mentions of an article are one firm. All firms are invented."""

import re

import pytest

from kg.nlp.entities import cluster
from kg.nlp.names import short_of
from kg.types import Entity, Mention


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("昀泽", "昀泽控股集团有限公司"),
        ("无锡昀泽", "江苏昀泽科技有限公司"),  # the city lies in the province
        ("昀泽科技", "无锡昀泽科技有限公司"),
        ("昀泽股份", "昀泽控股股份有限公司"),
        ("YZC", "YZC公司"),
        ("YZC", "YZC集团"),
        ("YZC", "美国YZC公司"),
        ("YZC", "YZC昀泽集团"),  # in two scripts
        ("昀泽股份", "昀泽集团股份有限公司"),
        ("昀泽", "昀泽集团"),
        ("昀泽增压", "重庆昀泽增压器厂"),
        ("昀泽嘉和", "昀泽嘉和国际拍卖有限公司"),
        ("昀泽银行江阴支行", "昀泽银行江阴市支行"),
        ("昀泽投资管理有限公司", "昀泽投资管理（北京）有限公司"),
        ("昀泽公司", "陕西昀泽劳务开发有限公司"),  # trades that no list has
        ("青石路支行", "漯河青石路支行"),
        ("昀家酒厂", "青石镇昀家酒厂"),  # towns, of which there is no list
        ("昀峡集团", "中国长江昀峡集团"),
        ("昀禾合作社", "昀禾种植专业合作社"),
        ("宜兴城投集团", "宜兴市城市建设投资集团有限公司"),
        ("宜兴交投", "宜兴市交通建设投资有限公司"),
        ("昀禾合作社", "江城县昀禾种植专业合作社"),
        ("昀盛", "昀盛服装厂"),
        ("江苏宜兴昀泽水务有限公司", "江苏省宜兴市昀泽水务有限公司"),
        ("宜兴昀泽水务有限公司", "江苏宜兴昀泽水务有限公司"),
        ("江苏昀泽水务", "江苏宜兴昀泽水务有限公司"),
        # banks and their branches, however they are shortened
        ("农发行岚城分行", "中国农业发展银行岚城市分行"),
        ("邮储银行岚城市分行", "中国邮政储蓄银行岚城分行"),
        ("无锡农行", "中国农业银行无锡分行"),
        ("江阴建行", "建设银行江阴支行"),
        ("昀泽农商行", "无锡昀泽农村商业银行股份有限公司"),
        ("昀泽农信社", "昀泽农村信用合作联社"),
        ("江阴支行", "昀泽银行江阴支行"),
        ("江阴分公司", "昀泽财险江阴分公司"),
        ("昀峡集团", "中国昀峡集团"),
    ],
)
def test_a_short_name_of_the_firm(short: str, full: str) -> None:
    assert short_of(short, full) > 0


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("无锡昀泽", "南京昀泽科技有限公司"),
        ("农机厂", "青石镇农机厂"),
        ("昀泽硅业股份有限公司", "昀泽硅业（无锡）有限公司"),
        ("南京昀泽制药", "苏州昀泽制药科技有限公司"),
        ("东方航空公司", "海南航空公司"),  # the place is the name, though 东方 lies in 海南
        ("昀泽集团", "北京昀泽制药"),
        ("昀泽股份", "昀泽房地产公司"),
        ("YZC", "YZC软件"),
        ("YZC公司", "YZC中国公司"),
        ("YZC", "无锡YZC"),
        ("YZC公司", "YZC公司软件集团"),
        ("YZC", "YZC（中国）"),
        ("昀泽集团", "昀泽有限公司"),
        ("昀泽集团", "昀泽股份有限公司"),
        ("昀泽股份", "昀泽集团有限公司"),
        ("昀泽保险股份有限公司", "昀泽保险（集团）股份有限公司"),
        ("昀泽医药", "无锡市昀泽医药连锁股份有限公司"),
        ("昀泽金融", "昀泽金融集团（香港）有限公司"),
        ("昀泽财富", "昀泽财富苏州子公司"),
        ("昀泽重工", "昀泽重工青岚航空仪表公司"),
        ("昀泽重工集团", "昀泽重工集团岚江集团"),
        ("江苏昀泽", "苏州昀泽金融投资集团"),  # the short name has the wider place
        ("昀泽（东街店）", "昀泽（西街店）"),
        ("昀泽物业管理有限公司", "昀泽临枫物业管理有限公司"),  # each with a legal form of its own
        ("昀泽银行上海分行", "昀泽银行上海宝山分行"),
        ("昀泽公司", "昀泽临枫劳务开发有限公司"),
        ("昀泽", "陕西昀泽劳务开发有限公司"),
        ("中国银行", "中国银行投资"),
        ("航空集团", "中国东方航空集团"),
        ("合作社", "昀禾种植专业合作社"),
        ("昀禾合作社", "金昀禾种植专业合作社"),
        ("昀盛", "昀盛红拖拉机厂"),
        ("昀盛水泥厂", "昀盛水泥二厂"),
        ("昀盛公司", "昀盛第二公司"),
        ("宜兴城投集团", "宜兴市交通建设投资集团有限公司"),
        ("宜兴城投集团", "江阴市城市建设投资集团有限公司"),
        ("城投集团", "城投置业有限公司"),
        ("江苏宜兴水务有限公司", "江苏江阴水务有限公司"),  # one province, two cities
        ("江苏宜兴农村商业银行股份有限公司", "江苏江阴农村商业银行股份有限公司"),
        ("江苏省宜兴市自来水有限公司", "江苏省江阴市自来水有限公司"),
        ("宜兴市丁蜀镇水务有限公司", "宜兴市官林镇水务有限公司"),
        ("江苏南京鼓楼昀泽物业有限公司", "江苏徐州鼓楼昀泽物业有限公司"),  # two districts of one name
        ("宜兴昀泽水务有限公司", "江苏昀泽水务有限公司"),
        ("农行岚城分行", "中国农业发展银行岚城分行"),
        ("农行江阴支行", "农行无锡江阴支行"),
        ("农行", "中国农业银行岚城分行"),
        ("江阴支行", "昀泽银行宜兴支行"),
        ("建设集团", "中国建设集团"),
        ("昀风新能", "昀风新能叶片工厂"),
        ("昀风新能", "昀风新能第二工厂"),
    ],
)
def test_a_sister_or_daughter_is_another_firm(short: str, full: str) -> None:
    assert short_of(short, full) == 0


def _entities(type_: str, *names: str) -> tuple[Entity, ...]:
    text, mentions = "", []
    for name in names:
        mentions.append(Mention(len(text), len(text) + len(name), type_, name))
        text += f"{name}，"
    return cluster(text, mentions, None)


def _firms(*names: str) -> list[set[str]]:
    return [{mention.text for mention in entity.mentions} for entity in _entities("Company", *names)]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("国际青果协会", "瑞士洛桑国际青果协会", "国际青果协会"), "国际青果协会"),  # where it sits is no part of its name
        (("青果协会", "瑞士洛桑青果协会"), "瑞士洛桑青果协会"),
        (("昀泽青果协会", "无锡昀泽青果协会", "昀泽青果协会"), "无锡昀泽青果协会"),
    ],
)
def test_what_an_organisation_is_called(names: tuple[str, ...], name: str) -> None:
    assert [entity.name for entity in _entities("Organization", *names)] == [name]


def test_a_name_that_fits_two_firms_of_one_house_is_neither() -> None:
    assert _firms("昀泽金融信息服务有限公司", "昀泽投资管理有限公司", "昀泽") == [
        {"昀泽金融信息服务有限公司"},
        {"昀泽投资管理有限公司"},
        {"昀泽"},
    ]
    assert _firms("昀泽金融信息服务有限公司", "昀泽金融", "昀泽") == [{"昀泽金融信息服务有限公司", "昀泽金融", "昀泽"}]


def test_a_street_or_a_short_name_of_two_houses_is_neither() -> None:
    assert len(_firms("漯河青石路支行", "郑州青石路支行", "青石路支行")) == 3
    assert len(_firms("陕西昀泽劳务开发有限公司", "陕西昀泽文化出版有限公司", "昀泽公司")) == 3


def test_firms_that_differ_by_their_city_alone_stay_two() -> None:
    assert len(_firms("江苏宜兴昀泽水务有限公司", "江苏江阴昀泽水务有限公司", "昀泽水务")) == 3
    assert len(_firms("江苏宜兴农商银行", "江苏江阴农商银行")) == 2


@pytest.mark.parametrize(
    ("names", "firms"),
    [
        (("昀泽银行江阴支行", "沐朔银行江阴支行", "江阴支行"), 3),  # of either
        (("中国农业银行江阴支行", "农行江阴支行", "农行"), 1),  # the bank's own name for its only branch
        (("农行江阴支行", "农行宜兴支行", "农业银行"), 3),
    ],
)
def test_banks_and_their_branches(names: tuple[str, ...], firms: int) -> None:
    assert len(_firms(*names)) == firms


def test_letters_may_be_large_or_small() -> None:
    assert _firms("YZC科技集团", "Yzc科技集团") == [{"YZC科技集团", "Yzc科技集团"}]
    assert _firms("YZC昀泽集团", "Yzc集团") == [{"YZC昀泽集团", "Yzc集团"}]


@pytest.mark.parametrize(
    ("type_", "names", "count"),
    [
        ("Event", ("第三届中国国际青果博览会", "第三届青博会", "青博会"), 1),
        ("Event", ("第三届中国国际青果博览会", "第二届青博会"), 2),
        ("Event", ("第三届中国国际青果博览会", "第四届中国国际青果博览会", "青博会"), 3),
        ("Event", ("第三届青博会", "第三届青博会新闻发布会"), 2),
        ("Event", ("2024年青果大会", "2024年中国青果贸易大会", "2024年世界青果贸易大会"), 3),
        ("Event", ("2022年冬奥会", "2022年冬残奥会"), 2),
        ("Event", ("第十四届全运会", "第十四届全国冬季运动会"), 2),
        ("Event", ("第十四届全运会", "第十四届全国运动会"), 1),
        ("Organization", ("岚国青果总会", "总会"), 1),
        ("Organization", ("岚国青果总会", "岚国梨果总会", "总会"), 3),
        ("Person", ("陈绍昀", "绍昀"), 1),
        ("Person", ("绍昀", "陈绍昀"), 2),
        ("Person", ("陈绍昀", "王绍昀", "绍昀"), 3),
        ("Person", ("陈高昀", "高昀"), 2),  # 高 is a surname too
    ],
)
def test_short_and_long_names_of_events_houses_and_people(type_: str, names: tuple[str, ...], count: int) -> None:
    assert len(_entities(type_, *names)) == count


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("国家青果部", "青果部"), {"国家青果部"}),
        (("国家科技部", "科技部"), {"科学技术部"}),
        (("国家食品药品监管总局", "食品药品监管总局", "总局"), {"国家食品药品监督管理总局"}),
        (("国家税务总局", "海关总署", "总局", "总署"), {"国家税务总局", "海关总署"}),
        (("国家税务总局", "国家体育总局", "总局"), {"国家税务总局", "国家体育总局", "总局"}),
        (("总参青果部", "总参谋部青果部"), {"总参谋部青果部"}),
        (("岚比西州农业部", "岚州农业部", "农业部"), {"岚比西州农业部"}),
        (("美国财政部", "财政部"), {"美国财政部"}),
        (("财政部", "美国财政部"), {"财政部", "美国财政部"}),
        (("美国财政部", "日本财政部", "财政部"), {"美国财政部", "日本财政部", "财政部"}),
        (("美国财政部", "国家统计局", "财政部"), {"美国财政部", "国家统计局", "财政部"}),  # this country's bodies are spoken of
        (("青果市教育局", "市教育局"), {"青果市教育局", "市教育局"}),
    ],
)
def test_bodies_that_are_written_short_and_long(names: tuple[str, ...], told: set[str]) -> None:
    assert {entity.name for entity in _entities("PublicBody", *names)} == told


def test_the_same_core_goes_before_a_trade_but_not_to_two() -> None:
    assert _firms("昀泽集团", "昀泽物流有限公司", "昀泽") == [{"昀泽集团", "昀泽"}, {"昀泽物流有限公司"}]
    assert _firms("昀泽集团", "昀泽股份有限公司", "昀泽") == [{"昀泽集团"}, {"昀泽股份有限公司"}, {"昀泽"}]
    assert _firms("昀泽金融集团（香港）有限公司", "上海昀泽金融信息服务有限公司", "昀泽金融") == [
        {"昀泽金融集团（香港）有限公司"},
        {"上海昀泽金融信息服务有限公司", "昀泽金融"},
    ]


@pytest.mark.parametrize(
    ("names", "firms"),
    [
        (("无锡市岚投集团", "市岚投集团"), 1),
        (("无锡岚投集团", "市岚投集团"), 1),
        (("宜兴农商行", "市农商行"), 1),
        (("无锡市岚投集团", "县岚投集团"), 2),
        (("岚投集团", "市岚投集团"), 2),
        (("中国农业发展银行江苏省分行", "省农发行"), 1),
        (("中国农业发展银行江苏省分行", "市农发行"), 2),
        (("无锡市农村信用合作联社", "市农信联社"), 1),
    ],
)
def test_the_level_alone_stands_for_the_place_of_a_firm(names: tuple[str, ...], firms: int) -> None:
    assert len(_firms(*names)) == firms


def _told(text: str, *names: str) -> list[set[str]]:
    """The firms of a text; of two names that begin together the longer one is marked."""
    pattern = re.compile("|".join(sorted(names, key=len, reverse=True)))
    mentions = [Mention(m.start(), m.end(), "Company", m.group()) for m in pattern.finditer(text)]
    return [{m.text for m in entity.mentions} for entity in cluster(text, mentions, None) if entity.type == "Company"]


@pytest.mark.parametrize(
    ("text", "names", "count"),
    [
        ("岚驰集团、沐朔集团合并组建青岛岚驰控股集团有限公司。", ("岚驰集团", "沐朔集团", "青岛岚驰控股集团有限公司"), 3),
        ("青岛岚驰控股集团有限公司由岚驰集团、沐朔集团整合而成。", ("岚驰集团", "沐朔集团", "青岛岚驰控股集团有限公司"), 3),
        ("岚驰、沐朔合并成立岚驰集团。如今岚驰很忙。", ("岚驰", "沐朔", "岚驰集团"), 2),  # called so since
        ("岚驰集团、沐朔集团到会。青岛岚驰控股集团有限公司介绍情况。", ("岚驰集团", "沐朔集团", "青岛岚驰控股集团有限公司"), 2),
        ("岚驰影视和青岛岚驰影视换股。岚驰影视获利。", ("岚驰影视", "青岛岚驰影视"), 2),  # side by side in a row
        ("岚驰制药集团旗下上市公司岚驰收购药田。岚驰获利。", ("岚驰制药集团", "岚驰"), 2),  # one holds the other
        ("岚驰影视在青岛拍戏。青岛岚驰影视说，片已拍完。", ("岚驰影视", "青岛岚驰影视"), 1),
        ("岚驰科技讯 岚驰公布财报。", ("岚驰", "岚驰科技"), 2),  # the newsroom tells of its house
        ("岚驰公布财报。（岚驰科技）", ("岚驰", "岚驰科技"), 2),
        ("岚驰科技公布财报，岚驰获利。", ("岚驰", "岚驰科技"), 1),
        ("岚驰港（600999）公告，岚驰港集团增持。", ("岚驰港", "岚驰港集团"), 2),  # the listed one is not its group
        ("岚驰港公告，岚驰港集团增产。", ("岚驰港", "岚驰港集团"), 1),
        # a daughter that takes her name from her mother
        ("岚驰科技公告，控股子公司岚驰科技（扬州）有限公司建厂。岚驰科技说，明年投产。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 2),
        ("岚驰科技（扬州）有限公司为岚驰科技的全资子公司。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 2),
        ("岚驰科技（扬州）有限公司成立于2020年，是岚驰科技在扬州的子公司。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 2),
        ("岚驰科技（扬州）有限公司投产。子公司为岚驰科技配套，岚驰科技获奖。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 1),
        ("岚驰科技在扬州设立岚驰科技（扬州）有限公司。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 2),
        ("岚驰客车出资8亿元，全资子公司聊城岚驰客车有限公司出资1亿元。", ("岚驰客车", "聊城岚驰客车有限公司"), 2),
        ("岚驰科技获净利3亿元昀禾证券股份有限公司披露，其参股公司——岚驰科技有限公司增产。", ("岚驰科技", "岚驰科技有限公司"), 1),
        ("走进岚驰科技（扬州）有限公司，机器轰鸣。岚驰科技是昀禾米业的全资子公司。", ("岚驰科技", "岚驰科技（扬州）有限公司"), 1),
        ("昀禾米业公告，全资子公司江苏岚驰油脂有限公司获奖。岚驰油脂去年投产。", ("岚驰油脂", "江苏岚驰油脂有限公司"), 1),
        ("完成收购后，岚驰集团又成为岚驰全资子公司的股东。", ("岚驰", "岚驰集团"), 1),
        ("岚驰成立岚驰远东有限公司。岚驰美国公司投产。岚驰获奖。", ("岚驰", "岚驰远东有限公司", "岚驰美国公司"), 3),
        (
            "岚驰科技股份有限公司公告。岚驰科技设立岚驰科技（扬州）有限公司。",
            ("岚驰科技", "岚驰科技股份有限公司", "岚驰科技（扬州）有限公司"),
            2,
        ),
        ("岚驰港集团（以下简称“岚驰港”）增产。岚驰港（600999）公告。", ("岚驰港", "岚驰港集团"), 1),  # the text says so
    ],
)
def test_what_the_text_tells_of_two_names(text: str, names: tuple[str, ...], count: int) -> None:
    assert len(_told(text, *names)) == count


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("岚泽材料有限公司年产5万吨铜箔项目开工仪式",), {("Project", "年产5万吨铜箔项目"), ("Company", "岚泽材料有限公司")}),
        (("岚泽铜箔项目竣工投产仪式",), {("Project", "岚泽铜箔项目")}),
        (("岚城市一季度重大项目集中开工仪式",), set()),
        (("岚泽铜箔签约仪式",), set()),
        (("125个投资项目签约仪式",), set()),
        (("昀州省投资项目签约仪式",), set()),
    ],
)
def test_a_work_that_only_a_ceremony_names(names: tuple[str, ...], told: set[tuple[str, str]]) -> None:
    assert {(entity.type, entity.name) for entity in _entities("Event", *names) if entity.implied} == told


def test_who_signs_with_another_is_no_work() -> None:
    text = "昀区政府与岚泽资本市场工程签约启动仪式举行"
    names = cluster(text, [Mention(5, 19, "Event", text[5:19], "works:event", 0.9)], None)
    assert [e.type for e in names] == ["Event"]
