"""Names of firms. All firms and people are invented."""

import pytest

from kg.nlp.candidates import Candidate
from kg.nlp.companies import find_companies
from kg.nlp.edges import find_edges
from kg.nlp.fund_houses import find_fund_houses
from kg.nlp.shortnames import context, in_rows


def best(text: str, places: dict[int, int] | None = None, least: float = 0.7) -> set[str]:
    found = [c for c in find_companies(text, places) if c.score >= least]
    return {
        text[c.start : c.end]
        for c in found
        if not any((o.start <= c.start and c.end < o.end) or (o.start < c.start and c.end <= o.end) for o in found)
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市委书记走进昀泽精密机械有限公司，了解订单情况。", "昀泽精密机械有限公司"),
        ("由全球领先的昀泽精密机械有限公司出资组建", "昀泽精密机械有限公司"),
        ("与皖岑（中国）投资有限公司签约", "皖岑（中国）投资有限公司"),
        ("昀泽控股集团有限公司成立", "昀泽控股集团有限公司"),
        ("收购了沐朔水务集团。", "沐朔水务集团"),
        ("拿出900万元，重奖昀泽科技有限公司", "昀泽科技有限公司"),
        ("投资方重庆昀泽科技有限公司到场", "重庆昀泽科技有限公司"),
        ("最终昀泽公司获得订单", "昀泽公司"),
        ("前身是沅畔农机厂，1997年改制", "沅畔农机厂"),
        ("陇渭银行青川分行向其授信", "陇渭银行青川分行"),
        ("日本真榑株式会社供货", "日本真榑株式会社"),
        ("由闽衡律师事务所代理", "闽衡律师事务所"),
        ("隶属世界500强昀泽控股集团，为特级企业", "昀泽控股集团"),
        ("，*ST昀泽（002123.SZ）发布公告", "*ST昀泽"),
        ("镇长赴中电建华东院拜访", "中电建华东院"),
        ("区委副书记、区长陈文栋先后深入昀泽、沐朔动力集团、汇成、岚驰、皖岑等5家企业", "昀泽"),
        ("区长前往金汀工业园双昀工贸、沐朔石油、岚驰高新区皖岑一工等工业企业走访", "双昀工贸"),
        ("、昀泽优选中西部运营中心董事长陈文栋等参加", "昀泽优选中西部运营中心"),
        ("昀泽集团、沐朔动力集团、汇成、岚驰、皖岑等5家企业", "汇成"),
        # old houses: what they were, and heads that hold 和 and 同 or begin with 余
        ("“昀泽”酱菜厂位于岚城", "“昀泽”酱菜厂"),
        ("老字号“昀泽成”位于岚城", "昀泽成"),
        ("1956年，昀和食品厂建成", "昀和食品厂"),
        ("1901年创建的李同昀酱园开张", "李同昀酱园"),
        ("来到余昀酒厂参观", "余昀酒厂"),
        ("昀泽成糕点铺开张", "昀泽成糕点铺"),
    ],
)
def test_full_names_begin_behind_the_words_that_lead_to_them(text: str, name: str) -> None:
    assert name in best(text)


@pytest.mark.parametrize(
    "text",
    [
        "9家企业、3家公司参加",
        "“空壳”食品厂参加",
        "为图个吉利，大家都来了",
        "作为“昀泽”的母公司到场，拿“昀泽”去拍卖公司",
        "，燕和昀山文化",
        "他和昀山食品厂长大的人",
        "10余家酒厂参加",
        "该公司表示，集团将继续投入。",
        "多家银行和保险公司、龙头企业到场",
        "其他公司也这样做",
        "减持公司股份",
        "该公司系新设投资公司，暂未经营",
        "加快昀山农科区建设步伐",
        "新设子公司、分公司",
        "全资子公司负责运营",
        "人工智能和新能源汽车产业",
        "优化营商环境",
        "发展冷链物流、普惠金融",
        "计划总投资12亿元",
        "某物流公司被约谈",
        "盘面上证券、煤炭领涨",
        "推进建筑节能，工业节能和绿色节能改造",
        "《昀泽汽车报》及《岚江头条》报道",
    ],
)
def test_kinds_and_phrases_are_no_firms(text: str) -> None:
    assert best(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来到昀泽科技，张某某边走边问。", "昀泽科技"),
        ("走访了朔岑重工、皖榑智控等企业", "朔岑重工"),
        ("昀泽新材董事长李某某表示", "昀泽新材"),
    ],
)
def test_a_head_and_a_trade_word_is_a_firm_where_the_context_says_so(text: str, name: str) -> None:
    assert name in best(text)


def test_names_without_trade_word_are_found_in_lists_of_firms() -> None:
    assert {"昀泽", "沐朔天下", "皖榑智控"} <= best("会上，昀泽、沐朔天下、皖榑智控等企业负责人发言。", least=0.6)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会上，昀泽机械、皖榑智控、车行天下3家本地重点企业负责人发言。", "车行天下"),
        ("昀泽重工、皖榑智控、沐朔岚等先后落户", "沐朔岚"),
        ("浙江昀朔微电机将总部迁来", "浙江昀朔微电机"),
        ("由沐小谷食品供货", "沐小谷食品"),
        ("昀泽阀控销售额超过5亿元", "昀泽阀控"),
        ("昀朔节能称，公司获奖", "昀朔节能"),
        ("以昀集团是一家民企", "以昀集团"),
        ("中以昀泽创业投资有限公司落户", "中以昀泽创业投资有限公司"),
        ("工作中以昀泽科技有限公司为重点", "昀泽科技有限公司"),
        ("与昀泽童装（新加坡）控股集团公司签订协议", "昀泽童装（新加坡）控股集团公司"),
        ("中国昀工业集团签约", "中国昀工业集团"),
        ("向德国海因里希·罗特机械公司订购", "德国海因里希·罗特机械公司"),
        ("脱胎于皖榑铸造社", "皖榑铸造社"),
        ("走访皖榑智控（无锡）和另一家", "皖榑智控（无锡）"),
        ("皖榑智控（无锡）增材制造投产", "皖榑智控（无锡）增材制造"),
        ("昀泽科技（乌鲁木齐）有限公司投产", "昀泽科技（乌鲁木齐）有限公司"),
        ("昀泽生物（苏州工业园区）有限公司投产", "昀泽生物（苏州工业园区）有限公司"),
    ],
)
def test_names_in_rows_and_with_weak_words(text: str, name: str) -> None:
    assert name in best(text, least=0.5)


def test_bodies_in_a_row_are_no_firms() -> None:
    text = "市交通局会同市公安局、市网信办对昀泽出行、沐朔约车等2家平台公司进行约谈，市公安局、市网信办对18家平台公司提出要求。"
    assert best(text, least=0.5) == {"昀泽出行", "沐朔约车"}
    assert "剑指昀泽科技有限公司" not in best("开出罚单，剑指昀泽科技有限公司的违规行为。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对锡山区昀海面馆罚款5000元", {"锡山区昀海面馆"}),
        ("对沐朔火锅店、昀海采石场分别罚款", {"沐朔火锅店", "昀海采石场"}),
        ("沐朔门诊部被警告", {"沐朔门诊部"}),
        ("对沐朔调味品店、昀海便利店分别罚款", {"沐朔调味品店", "昀海便利店"}),
        ("街上的水果店、便利店都开门了，这家药店也不例外", set()),
        ("检查小吃店、火锅店200家，查封网吧", set()),
        ("他开了一家面馆，这家火锅店天天排队", set()),
        # works behind the name of their house, and their pits
        ("中石化宜兴昀海加油站对外营业", {"中石化宜兴昀海加油站"}),
        ("对昀泽矿业有限公司丰县青溪乡沐朔煤矿一号井开展检查", {"昀泽矿业有限公司丰县青溪乡沐朔煤矿一号井"}),
        ("责令沐朔煤矿一号井停产", {"沐朔煤矿一号井"}),
        ("昀泽矿业有限公司投资煤矿", {"昀泽矿业有限公司"}),
        ("昀泽矿业有限公司在沐朔煤矿召开会议", {"昀泽矿业有限公司", "沐朔煤矿"}),
    ],
)
def test_small_shops_and_works_of_a_house(text: str, names: set[str]) -> None:
    assert best(text, least=0.7) == names


def test_words_that_lead_to_a_row_are_no_part_of_a_known_firm_in_it() -> None:
    text = "昀泽智控、沐朔机械、岚驰声学授信5亿元。"
    firms = [Candidate(at, at + 4, "Company", "a", 0.9) for at in (0, 5)]
    assert not list(in_rows(text, find_edges(text), firms))  # nor is what is said of the last one
    text = "岚城相继抱上昀泽时代、昀泽智控、沐朔机械等企业。"
    firms = [Candidate(at, at + 4, "Company", "a", 0.9) for at in (6, 11, 16)]
    assert not list(in_rows(text, find_edges(text), firms))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("走访昀泽科技、沐朔机械、“好山好水”等企业。", "好山好水"),
        ("走访昀泽科技、沐朔机械、“好山好水”羊绒，察看生产。", "“好山好水”羊绒"),
        ("走访昀泽科技、“山里红花”服装公司。", "“山里红花”服装公司"),
        ("走访昀泽科技有限公司、沐朔机械有限公司、岚屿沃，察看生产。", "岚屿沃"),
    ],
)
def test_names_in_quotes_or_last_in_a_row_of_firms(text: str, name: str) -> None:
    assert name in best(text, least=0.6)


@pytest.mark.parametrize(
    "text",
    [
        "走访昀泽科技、沐朔机械、“千企升级”行动，察看生产。",
        "会上宣讲“好山好水”、“青山绿水”理念。",
        "昀泽科技、沐朔机械、岚驰竞争，价格大跌。",
    ],
)
def test_what_is_no_firm_in_such_a_row(text: str) -> None:
    assert not {name for name in best(text, least=0.6) if any(word in name for word in ("千企", "山", "竞争"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由全资子公司昀榑负责建设。", "昀榑"),
        ("北京昀榑岚CEO赵某某介绍", "北京昀榑岚"),
        ("最后一站是昀榑岚。企业的产品远销海外。", "昀榑岚"),
        ("出售昀榑岚的50%股权", "昀榑岚"),
        ("脱胎于昀榑绿岚无锡基地的企业", "昀榑绿岚无锡基地"),
        ("昀榑贷平台实际控制人投案", "昀榑贷"),
        ("他加入了“昀榑岚”公司", "昀榑岚"),
        ("记者从国铁沐朔局获悉", "国铁沐朔局"),
        ("“慢岚时光”近日完成3000万元天使轮融资", "慢岚时光"),
        ("“慢岚时光”创始人介绍", "慢岚时光"),
        ("北京的瑞典航空正在涨价", "瑞典航空"),
        # at the front of a sentence, by what only a listed firm does
        ("昨日多云。大洋工程拟以2亿元收购昀榑岚16%股权。", "大洋工程"),
        ("7月27日晚间，大洋工程公告，公司拟建厂。", "大洋工程"),
        ("张桥行（600999）7月27日晚间公告，公司股东拟减持。", "张桥行"),
        ("首飞节能称，公司近日获得订单。", "首飞节能"),
        ("绿果园宣布完成1亿元A轮融资。", "绿果园"),
    ],
)
def test_frames_that_only_firms_stand_in_tell_names_without_trade_word(text: str, name: str) -> None:
    assert name in best(text, {0: 2, 3: 5} if text.startswith("北京") else None, least=0.6)


@pytest.mark.parametrize(
    "text",
    [
        "引导底盘、轮胎轮毂、压铸车身等通用型零部件企业提升附加值",
        "做强汽车及零部件产业",
        "要抢抓智能网联汽车机遇",
        "来到榕塘村。村里的产品卖得好。",
        "子公司已退款完毕",
        "书记周文栋总经理",
        "投资普天债券基金",
        "国企和大型铝厂",
        "新锐互联网公司",
        "成了“空壳”公司",
        "收购“净壳”公司",
        "多家平台实际控制人投案",
        "大股东公告，公司股价异动。",
        "该公司公告，公司拟扩产。",
        "上市公司拟以2亿元收购股权。",
        "消息人士称，公司将扩产。",
        "王重昆称，公司将扩产。",
        "有关部门发布公告，公司停产。",
        "左一为董事长周文栋",
        "商人来到昀岭投资办厂，工人生产产品",
    ],
)
def test_kinds_verbs_and_people_are_no_firms_in_these_frames(text: str) -> None:
    assert best(text, least=0.5) == set()


def test_a_well_known_name_takes_on_only_words_that_belong_to_it() -> None:
    assert "民生银行" in best("民生银行控股的基金公司")
    assert "京东物流" in best("京东物流成立")


def test_declared_short_forms_and_stock_codes() -> None:
    text = "昀泽精密机械有限公司（以下简称“昀泽精机”）与沐朔股份（600999）签约"
    assert {"昀泽精机", "沐朔股份"} <= {text[c.start : c.end] for c in find_companies(text) if c.score > 0.9}


def test_the_head_of_a_full_name_marks_its_other_forms() -> None:
    text = "昀泽精密机械有限公司成立。去年，昀泽销售大增，子公司昀泽铸造投产。"
    assert {"昀泽", "昀泽铸造"} <= {text[c.start : c.end] for c in find_companies(text) if c.score >= 0.6}


def test_the_head_of_a_firm_told_by_a_post_marks_its_other_forms() -> None:
    text = "昀轴股份董事长张明今年41岁。为此，昀轴与沐朔大学联手攻关。"
    assert "昀轴" in {text[c.start : c.end] for c in find_companies(text) if c.score >= 0.6}
    text = "昀轴股份的员工来了。为此，昀轴与沐朔大学联手攻关。"
    assert "昀轴" not in {text[c.start : c.end] for c in find_companies(text) if c.score >= 0.6}


def test_a_trade_word_of_a_line_of_business_ends_no_name() -> None:
    text = "昀泽集团有限公司公告。昀泽铸造与物流业务增长，昀泽物流板块亏损，昀泽铸造投产。"
    found = {text[c.start : c.end] for c in find_companies(text) if c.score >= 0.6}
    assert "昀泽铸造" in found
    assert "昀泽物流" not in found


def test_well_known_names_do_not_cut_words() -> None:
    found = {(c.start, c.end) for c in find_companies("完美的产品，美的集团")}
    assert (1, 3) not in found
    assert (6, 10) in found


def test_a_title_behind_and_a_visit_before_speak_for_a_firm() -> None:
    text = "来到昀泽董事长"
    assert context(text, 2, 4) > context("昀泽销售", 0, 2)


def test_a_place_inside_begins_the_name() -> None:
    text = "林某某合办滨江恒岑缸套有限公司"
    assert "滨江恒岑缸套有限公司" in best(text, {5: 7})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("收到代理机构河南招标采购服务有限公司通知", "河南招标采购服务有限公司"),
        ("县工业集中区开发建设有限公司发言", "县工业集中区开发建设有限公司"),
        ("广告委托昀泽文化传媒有限公司制作", "昀泽文化传媒有限公司"),
        ("陇渭银行总行和重庆分行被罚", "重庆分行"),
    ],
)
def test_names_of_ordinary_words_begin_with_their_place(text: str, name: str) -> None:
    places = {text.find(p): text.find(p) + len(p) for p in ("河南", "县工业集中区", "重庆") if p in text}
    assert name in best(text, places)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("走访了昀泽电气（上海）、沐朔机电。", "昀泽电气（上海）", True),
        ("走访了昀泽电气（岚岚）、沐朔机电。", "昀泽电气（岚岚）", False),
        ("参观沐朔县岚岭滑雪场。", "沐朔县岚岭滑雪场", True),
        ("昀泽电力公司沐朔供电所负责人参加", "昀泽电力公司沐朔供电所", True),
    ],
)
def test_sites_and_units_of_firms(text: str, name: str, found: bool) -> None:
    assert (name in {text[c.start : c.end] for c in find_companies(text) if c.score >= 0.5}) is found


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("南方、嘉实和富国认购了基金份额", {"南方", "嘉实", "富国"}),
        ("招商现金增值基金拟任基金经理方致远表示", {"招商"}),
        ("华夏旗下的多只基金减仓", {"华夏"}),
        ("南方和东方的基金市场", set()),
        ("南方某债券型基金的基金经理表示", set()),
        ("国泰航空、南方航空和基金公司", set()),
    ],
)
def test_houses_of_funds_by_the_first_part_of_their_name(text: str, houses: set[str]) -> None:
    assert {text[c.start : c.end] for c in find_fund_houses(text)} == houses


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对“昀小驰”“沐运帮”“山里红”三家货运平台进行约谈", {"昀小驰", "沐运帮", "山里红"}),
        ("“昀小驰”平台多收费用，被市监局约谈。", {"昀小驰"}),
        ("“昀小驰”平台上线，用户很多。", set()),
        ("约谈会上通报，“山里红”平台违规。", set()),  # ordinary words
        ("推进“山里红”“水中月”等三家平台化企业", set()),
    ],
)
def test_platforms_in_quotes(text: str, names: set[str]) -> None:
    assert best(text, least=0.7) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公和酱园位于云岭镇。", "公和酱园"),
        ("在镇上开设公和酱园，自产自销", "公和酱园"),
        ("余家酒厂坐落在永宁河畔。", "余家酒厂"),
        ("陈家糖坊关了门。", "陈家糖坊"),
    ],
)
def test_old_kinds_of_houses_and_those_of_families(text: str, name: str) -> None:
    found = {text[c.start : c.end] for c in find_companies(text) if c.source == "companies:house"}
    assert found == {name}


@pytest.mark.parametrize(
    "text", ["这家酱园生意很好", "上万家酒厂停产", "120余家酒厂停产", "余家具厂的产品", "自家油坊开张", "百年酱园不多了", "老式油坊"]
)
def test_what_is_no_old_house(text: str) -> None:
    assert not [c for c in find_companies(text) if c.source == "companies:house"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭县市场监管局对老码头羊肉粉馆罚款3000元。", {"老码头羊肉粉馆"}),
        ("云岭县城管局责令小竹篓川菜馆清洗净化器。", {"小竹篓川菜馆"}),
        ("青石镇昀氏副食店销售的白酒不合格。", {"青石镇昀氏副食店"}),
        ("云岭县市场监管局对昀河农贸市场罚款1万元。", {"昀河农贸市场"}),
        ("昀河农贸市场未查验检疫证明，被责令改正。", {"昀河农贸市场"}),
        ("云岭街道幸福农贸市场因未建立制度，被处以警告。", {"云岭街道幸福农贸市场"}),
        ("对昀镇昀记牛羊肉批发部立案，没收牛肉。", {"昀镇昀记牛羊肉批发部"}),
        ("老码头羊肉粉馆生意红火。", set()),
        ("昀城区查处一家无证酸碱平养生馆，罚款5万元。", set()),
        ("云岭县市场监管局检查了12家副食店，对其中3家罚款。", set()),
        ("某火锅店违规用油，被责令整改。", set()),
        ("县长来到昀河农贸市场，查看猪肉价格。", set()),
        ("对昀河农贸市场内的一家摊位立案。", set()),
        ("对农贸市场、商场超市开展检查，查处违法案件3起。", set()),
    ],
)
def test_small_shops_and_markets_that_an_authority_acts_on(text: str, names: set[str]) -> None:
    assert {text[c.start : c.end] for c in find_companies(text) if c.source == "companies:shop"} == names


def test_bare_firms_of_a_group_beside_numbered_ones() -> None:
    text = "集团旗下有一公司、二公司、基础集团、装饰集团等23家企业。"
    assert {"一公司", "二公司", "基础集团", "装饰集团"} <= best(text)
    assert "基础集团" not in best("集团有基础集团、装饰集团等23家企业。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昀川食品厂改为贵州苗大姐食品有限公司。去年，“苗大姐”收购了沐朔糖厂。", True),
        ("昀川食品厂改为贵州苗大姐食品有限公司。去年，“苗大姐”牌辣椒畅销。", False),
        ("昀川食品厂改为贵州苗大姐食品有限公司。老板人称“苗大姐”。", False),
    ],
)
def test_the_head_of_a_firm_in_quotes(text: str, found: bool) -> None:
    names = {text[c.start : c.end] for c in find_companies(text, {8: 10}) if c.source == "companies:head-quoted"}
    assert names == ({"苗大姐"} if found else set())


def test_the_stem_of_a_town_begins_a_name() -> None:
    assert "任民奶粉厂" in best("那年，县里在任民镇建起了任民奶粉厂。")
    assert "任民奶粉厂" not in best("那年，县里建起了任民奶粉厂。")


def test_branches_of_the_central_bank_are_no_firms() -> None:
    assert not [c for c in find_companies("人民银行宁夏分行对昀河农商银行罚款。") if c.start == 0 and c.score >= 0.5]
