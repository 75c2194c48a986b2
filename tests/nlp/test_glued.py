"""Borders of names. All names are invented."""

import pytest

from kg.nlp.candidates import Candidate
from kg.nlp.entities import plain
from kg.nlp.glued import unglued
from kg.nlp.spans import choose


def left(text: str, type_: str, name: str) -> list[str]:
    start = text.index(name)
    return [text[a:b] for a, b in unglued(text, type_, start, start + len(name))]


@pytest.mark.parametrize(
    ("type_", "text", "name", "names"),
    [
        # what happens to a work, and what a work is called
        ("Project", "昀屿预制菜生产线刚刚投产。", "昀屿预制菜生产线刚刚投产", ["昀屿预制菜生产线"]),
        ("Project", "沐朔超级工厂一期投产后", "沐朔超级工厂一期投产", ["沐朔超级工厂一期"]),
        ("Project", "岚城香梨加工园9月18日正式投产", "岚城香梨加工园9月18日正式投产", ["岚城香梨加工园"]),
        ("Project", "岚城香梨加工园升级", "岚城香梨加工园", ["岚城香梨加工园"]),
        ("Project", "为开发昀屿岛项目而设立", "开发昀屿岛项目", ["昀屿岛项目"]),
        ("Project", "沐朔开发区改造项目", "开发区改造项目", ["开发区改造项目"]),
        ("Project", "签订昀屿光伏支架项目", "签订昀屿光伏支架项目", ["昀屿光伏支架项目"]),
        # a beginning that was cut
        ("Project", "承建2×350兆瓦热电联产工程", "350兆瓦热电联产工程", ["2×350兆瓦热电联产工程"]),
        ("Project", "承建350兆瓦热电联产工程", "350兆瓦热电联产工程", ["350兆瓦热电联产工程"]),
        ("Project", "新增90 亿粒胶囊技改项目", "亿粒胶囊技改项目", ["90 亿粒胶囊技改项目"]),
        ("Project", "开展Lumo Air送货项目", "Air送货项目", ["Lumo Air送货项目"]),
        # only of which sort
        ("Project", "首个大型能源项目", "大型能源项目", []),
        ("Project", "大型昀屿能源项目", "大型昀屿能源项目", ["大型昀屿能源项目"]),
        ("Project", "对该机场三期扩建工程", "该机场三期扩建工程", []),
        ("Project", "沐朔宇航局削减一些项目", "沐朔宇航局削减一些项目", []),
        ("Project", "沐朔运动会相关项目", "沐朔运动会相关项目", []),
        ("Project", "做了六届昀泽项目", "六届昀泽项目", ["昀泽项目"]),
        # meetings
        ("Event", "书记方娅亲临发布会", "书记方娅亲临发布会", []),
        ("Event", "混迹各大摄影论坛", "混迹各大摄影论坛", []),
        ("Event", "方娅欢迎裴青加入岚城治理论坛", "欢迎裴青加入岚城治理论坛", ["岚城治理论坛"]),
        ("Event", "包括一个主论坛和五个分论坛", "包括一个主论坛和五个分论坛", []),
        ("Event", "昀泽岚城合作论坛", "昀泽岚城合作论坛", ["昀泽岚城合作论坛"]),
        ("Event", "闯入沐朔市委六届二次全会", "闯入沐朔市委六届二次全会", ["沐朔市委六届二次全会"]),
        ("Event", "在岚城岚城合作论坛期间", "岚城岚城合作论坛", ["岚城合作论坛"]),
        ("Event", "收粮超60万吨第五届岚城峰会召开", "收粮超60万吨第五届岚城峰会", ["第五届岚城峰会"]),
        ("Event", "快步离开人民大会堂", "离开人民大会", []),
        ("Event", "岚城妇女代表大会召开", "岚城妇女代表大会", ["岚城妇女代表大会"]),
        ("Event", "18家民企与岚城银行集中签约", "18家民企与岚城银行集中签约", []),
        ("Event", "今年2010年会怎么样", "2010年会", []),
        ("Event", "昀泽大会昀泽大会•岚城峰会", "昀泽大会昀泽大会•岚城峰会", ["昀泽大会•岚城峰会"]),
        # firms and bodies
        ("Company", "数字化浪潮也是机遇", "浪潮", []),
        ("Company", "走进浪潮参观", "浪潮", ["浪潮"]),
        ("Company", "抗议高通胀的罢工", "高通", []),
        ("Company", "一架昀泽737降落", "昀泽", []),
        ("Company", "向昀泽2024年订购", "昀泽", ["昀泽"]),
        ("Company", "沐朔力压众多对手", "沐朔力压", ["沐朔"]),
        ("Company", "沐朔携两家伙伴", "沐朔携", ["沐朔"]),
        ("Company", "昀泽财富投资控股了岚贷", "昀泽财富投资控股", ["昀泽财富"]),
        ("Company", "昀泽财富投资控股的岚贷", "昀泽财富投资控股", ["昀泽财富投资控股"]),
        ("Company", "沐朔基因的产品", "沐朔基因", ["沐朔基因"]),
        ("Company", "昀泽支付的产品", "昀泽支付", ["昀泽支付"]),
        ("Company", "沿街银行有昀泽银行岚城分行", "银行有昀泽银行岚城分行", ["昀泽银行岚城分行"]),
        ("Company", "由昀泽公司有限合伙", "昀泽公司有限合伙", ["昀泽公司有限合伙"]),
        ("Company", "办理本公司的基金", "办理本公司", []),
        ("Company", "有中国公司参与", "中国公司", []),
        ("Company", "——昀泽百货（行情，论坛）老大楼有限公司", "老大楼有限公司", ["昀泽百货（行情，论坛）老大楼有限公司"]),
        ("Company", "昀泽百货（行情）、沐朔有限公司", "沐朔有限公司", ["沐朔有限公司"]),
        ("Organization", "沐朔农科大学共建生物育种实验室", "沐朔农科大学共建生物育种实验室", ["沐朔农科大学"]),
        ("Organization", "沐朔农科大学生物育种实验室", "沐朔农科大学生物育种实验室", ["沐朔农科大学生物育种实验室"]),
        ("Organization", "对美国大学的印象", "美国大学", []),
        ("Organization", "他毕业于日本大学", "日本大学", ["日本大学"]),
        ("PublicBody", "任前中央情报局顾问", "前中央情报局", ["中央情报局"]),
        ("PublicBody", "由前海管理局负责", "前海管理局", ["前海管理局"]),
        # people
        ("Person", "装备部部长方波少将", "方波少", ["方波"]),
        ("Person", "裴青（方娅饰）", "方娅饰", ["方娅"]),
        ("Person", "继裴娅后，她", "裴娅后", ["裴娅"]),
        ("Person", "副市长方信拉下马", "方信拉", ["方信"]),
        ("Person", "米尔登·弗里德提出", "米尔登·弗里德提", ["米尔登·弗里德"]),
        ("Person", "丹尼·克雷和马特·达蒙", "丹尼·克雷和马特·达蒙", ["丹尼·克雷", "马特·达蒙"]),
        ("Person", "一号选手方先生说", "方先", []),
        ("Person", "轮值主席国岚国总统", "国岚国", []),
        ("Person", "方娅和裴青来了，方娅说", "方娅和", ["方娅"]),
        ("Person", "方致和来了", "方致和", ["方致和"]),
        ("Policy", "《甲规范》《乙标准》", "《甲规范》《乙标准》", ["《甲规范》", "《乙标准》"]),
        ("Policy", "《关于〈甲规范〉的通知》", "《关于〈甲规范〉的通知》", ["《关于〈甲规范〉的通知》"]),
    ],
)
def test_names_lose_what_only_stands_beside_them(type_: str, text: str, name: str, names: list[str]) -> None:
    assert left(text, type_, name) == names


def test_spans_compete_with_their_own_borders() -> None:
    text = "沐朔生产线刚刚投产"
    found = choose(text, [Candidate(0, 9, "Project", "recogniser:Project", 0.8), Candidate(0, 5, "Project", "works:project", 0.4)])
    assert [(text[c.start : c.end], c.score > 0.85) for c in found] == [("沐朔生产线", True)]


def test_what_the_market_writes_into_a_name_is_none_of_it() -> None:
    assert plain("昀泽百货（行情，论坛）老大楼有限公司") == "昀泽百货老大楼有限公司"
    assert plain("昀泽（岚城）有限公司") == "昀泽（岚城）有限公司"
