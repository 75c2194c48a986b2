"""Whose 市委 and 我市 an article means. Places are real, people and firms invented."""

from collections.abc import Callable

import pytest

from kg.ingest import articles
from kg.types import Source

CASES = {
    "a paper of one of two that are called so": (
        "（象山日报 记者 丙丁）5月8日，县委书记甲成林到企业调研。",
        "浙江省宁波市象山县",
        "330225",
    ),
    "the same paper's name of the other": (
        "5月8日，区委书记甲成林到企业调研。（象山日报 记者 丙丁）",
        "广西壮族自治区桂林市象山区",
        "450304",
    ),
    "a paper in a line of its own": ("余姚日报\n市委书记到企业调研\n\n5月8日，市委书记甲成林到企业调研。", "浙江省宁波市余姚市", "330281"),
    "with who wrote and the day": (
        "市委书记到企业调研\n余姚日报 丙丁 2024-05-08\n\n5月8日，市委书记甲成林到企业调研。",
        "浙江省宁波市余姚市",
        "330281",
    ),
    "a paper as the author": (
        "市委书记到企业调研\n作者：余姚日报 丙丁\n\n5月8日，市委书记甲成林到企业调研。",
        "浙江省宁波市余姚市",
        "330281",
    ),
    "an agency writes from there": ("新华社长春5月8日电 省委书记甲成林到企业调研，省政府与企业签约。", "吉林省", "22"),
    "from a county-level city of a prefecture": ("中新社吉首5月8日电 州委书记甲成林到企业调研。", "湖南省湘西土家族苗族自治州", "4331"),
    "an agency writes of elsewhere": ("新华社长春5月8日电 辽宁省与企业签约，省委书记甲成林出席，省政府负责人参加。", "辽宁省", "21"),
    "an agency at home": ("新华社北京5月8日电 市委书记甲成林到企业调研，市政府与企业签约。", None, None),
    "a paper's man in another city": ("本报长沙5月8日电 市委书记甲成林到企业调研，市政府与企业签约。", None, None),
    "districts named by themselves": ("市委书记甲成林在滨湖区、新吴区调研重点企业。", "江苏省无锡市", "3202"),
    "a document of the city": ("市长甲成林主持会议，部署落实《合肥市优化营商环境若干措施》。", "安徽省合肥市", "3401"),
    "our city, and one town of it": ("我市光学产业再添新军，市领导到场祝贺。项目位于如皋市，南通再添百亿项目。", "江苏省南通市", "3206"),
    "a county's own paper": (
        "县委书记甲成林到企业调研，市交通运输局参加。如东县今年安排资金5000万元，我县企业受益。",
        "江苏省南通市如东县",
        "320623",
    ),
    "a county-level city": (
        "我市环保产业再上台阶，市工信局发布《宜兴市环保产业运行简报》，高塍镇贡献近四成。",
        "江苏省无锡市宜兴市",
        "320282",
    ),
    "a district's own paper, by its dateline": ("本报博山讯 区委书记甲成林到企业调研，区长乙文舟参加。", "山东省淄博市博山区", "370304"),
    "a delegation abroad": (
        "市委书记甲成林率吉安市代表团在深圳招商，走访深圳企业。吉安推介会签约，永新县与企业签约。",
        "江西省吉安市",
        "3608",
    ),
    "a city where they woo investors": ("衢州市投资环境推介会在上海市举行。市委书记甲成林致辞，副市长乙文舟出席。", "浙江省衢州市", "3308"),
    "the same in brackets, told the other way round": (
        "衢州（深圳）招商推介会举行。衢州市在深圳市举办招商推介会，市委书记甲成林致辞。",
        "浙江省衢州市",
        "3308",
    ),
    "a city where we woo investors": ("我市在深圳举办招商推介会。市委书记甲成林致辞，拜访深圳企业。", None, None),
    "a city that its province woos for": ("浙江省招商推介会在衢州市举行。市委书记甲成林致辞，副市长乙文舟出席。", "浙江省衢州市", "3308"),
    "a city that they go to": ("市长甲成林率队赴上海招商，拜访上海企业，与上海客商座谈。市政府与企业签约。", None, None),
    "the province": ("省工信厅、省财政厅联合印发通知。江苏省将加大支持，全省企业受益。", "江苏省", "32"),
    "the region": ("自治区主席甲成林会见客人，自治区党委常委乙文舟参加。银川市、吴忠市的企业签约。", "宁夏回族自治区", "64"),
    "a city of the region, which speaks of its departments": (
        "石河子市委常委甲成林到北泉镇调研。石河子纺织园的项目已通过自治区生态环境厅环评。",
        "新疆维吾尔自治区石河子市",
        "659001",
    ),
    "who signs at the end": ("市委书记甲成林到企业调研，市长乙文舟参加。（昆山市融媒体中心 丙丁 戊己）", "江苏省苏州市昆山市", "320583"),
    "a town's medium by its reporter": ("滑县融媒体中心记者丙丁报道：县委书记甲成林到企业调研。", "河南省安阳市滑县", "410526"),
    "a town's site without a reporter": ("云上淳安报道 11月3日，县委书记甲成林到企业调研。", "浙江省杭州市淳安县", "330127"),
    "a town of one county": ("县长甲成林深入老屯乡和县经济开发区调研。", "贵州省黔东南苗族侗族自治州台江县", "522630"),
    "a firm of another city, often named": (
        "市委书记甲成林会见上海岚电集团客人。上海岚电是白城的伙伴，市政府将与上海岚电加强合作，助力白城发展。",
        "吉林省白城市",
        "2208",
    ),
    "a county beside its head": (
        "连云港市委书记甲成林来到金岚公司。市委常委丙参加。东海县委书记丁、县长乙文舟、安峰镇党委书记戊陪同。",
        "江苏省连云港市",
        "3207",
    ),
    "the congress of a city, by a central medium": (
        "中国网讯 泉州市人大常委会举行会议，任命甲成林为泉州市人民政府副市长，市中级人民法院院长乙文舟列席，泉州市监委主任丙列席。",
        "福建省泉州市",
        "3505",
    ),
    "the one county that it names, with its province": (
        "近日，在山东省利津县陈庄镇新立村，村民很忙。县委书记甲成林到宏图合作社调研。",
        "山东省东营市利津县",
        "370522",
    ),
    "the committee of one county, by its name alone": (
        "无棣县委常委、宣传部部长甲成林深入车王镇调研，车王镇党委书记乙文舟参加。",
        "山东省滨州市无棣县",
        "371623",
    ),
    "our district, which is the city's zone": (
        "盐城市政协副主席甲成林一行到经开区考察\n4月19日下午，市政协副主席甲成林一行深入我区海利家纺。盐城市、盐城经开区领导陪同。",
        "江苏省盐城市",
        "3209",
    ),
    "the committees of two cities": ("阳江市委书记甲成林会见茂名市委书记乙文舟。", None, None),
    "two counties with their provinces": ("客人来自山东省利津县和河南省滑县。县委书记甲成林到企业调研。", None, None),
    "a house of the parent city, in a county-level city": (
        "江阴市招商项目集中签约仪式在市政府会议室举行。市委书记甲成林讲话。无锡市外来投资企业协会、无锡农商行参加。",
        None,
        None,
    ),
    "the same of a city that is named itself": (
        "无锡市招商项目集中签约仪式在市政府会议室举行，江阴市企业签约。市委书记甲成林讲话。无锡市外来投资企业协会参加。",
        "江苏省无锡市",
        "3202",
    ),
    "the place before 讯, without a paper": ("高台讯 10月16日，县委书记甲成林到企业调研。", "甘肃省张掖市高台县", "620724"),
    "the one county named of a city that is not": (
        "蒙城县篱笆镇的企业家到会。蒙城县乐土镇的昀泽公司开工，蒙城县立仓镇的岚电公司投产。",
        "安徽省亳州市蒙城县",
        "341622",
    ),
    "a headline that begins with whose it is": (
        "四川乐山：一叶飘香\n\n全市茶叶增产。成都市的企业参加，市长甲成林到会。",
        "四川省乐山市",
        "5111",
    ),
    "a firm and a bureau of the city": (
        "成都岚电公司到市政府报案，市领导批示。成都市公安局、成都市锦江区公安分局介入。",
        "四川省成都市",
        "5101",
    ),
    "only a guest is called after a city": ("昀泽公司与深圳市岚电公司签约，项目落户我市。市委书记甲成林参加。", None, None),
    "nothing says where": ("市委书记甲成林到企业调研，副市长乙文舟参加。", None, None),
    "two cities alike": ("市领导会见客人。无锡和苏州的企业参加。", None, None),
    "no body says 市 of itself": ("星澜光电在无锡发布新品，上海和北京的客商到会。", None, None),
    "a district of many cities": ("市委书记甲成林到鼓楼区调研。", None, None),
    "a city is no 市级 and an industrial park no district": ("城市规划获批，园区政策落地，江苏企业受益。", None, None),
    "the whole market is no whole city": ("全市场成交额上升，北京企业表示看好。", None, None),
    "central news": ("新华社北京5月8日电　国务院办公厅印发通知，要求各地抓好落实。", None, None),
    "the city only leads to names of the county in it": (
        "由高邮市人民政府、青禾银行扬州市中心支行主办的扬州高邮农业科技园区签约仪式举行。市委常委甲成林、副市长乙文舟出席。",
        "江苏省扬州市高邮市",
        "321084",
    ),
    "a county-level city that names its prefecture's committee in full": (
        "市委书记甲成林到游埠镇走访企业。他说，兰溪要落实金华市委部署，各镇街要马上动起来。",
        "浙江省金华市兰溪市",
        "330781",
    ),
    "the prefecture, whose leader comes to the county-level city": (
        "市委书记甲成林到兰溪调研。他来到游埠镇，察看昀泽公司车间。兰溪市委书记乙文舟陪同。金华市要以点带面。",
        "浙江省金华市",
        "3307",
    ),
    "towns that stand alone are of the county-level city": (
        "副市长甲成林到石塘镇、坞根镇检查安全。台州市今年有新要求。",
        "浙江省台州市温岭市",
        "331081",
    ),
    "behind the name of the city they are told by the prefecture": (
        "副市长甲成林到温岭市石塘镇、玉环市楚门镇检查安全。台州市今年有新要求，各县（市、区）要落实。",
        "浙江省台州市",
        "3310",
    ),
    "both are named and nothing says which tells": ("市委书记甲成林会见客人。温岭有一家台州市重点企业到会。", None, None),
    "a delegation to a county-level city": (
        "市委书记甲成林率党政代表团赴温岭市考察，温岭市委书记乙文舟陪同，市领导丙一凡参加。",
        None,
        None,
    ),
    "a delegation to a district": (
        "区委书记甲成林率党政代表团赴无锡市滨湖区考察，滨湖区委书记乙文舟陪同，区领导丙一凡参加。",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_locality(source: Callable[..., Source], case: str) -> None:
    text, name, code = CASES[case]
    (article,) = articles(source(text))
    assert (article.locality, article.locality_code) == (name, code)
    assert ("locality" in article.inferred) == (name is not None)


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"paper": "无锡日报"}, "报名“无锡日报”"),
        ({"text": "无锡日报讯（记者 丁一鸣）"}, "电头“无锡日报”"),
        ({"text": "标题\n2024-05-27　来源：无锡日报\n\n"}, "来源“无锡日报”"),
        ({"end": "\n[来源：无锡电视台]"}, "来源“无锡电视台”"),
        ({"end": "\n来源：无锡市融媒体中心　编辑：丁一鸣"}, "来源“无锡市融媒体中心”"),
    ],
)
def test_the_paper_says_whose_city(source: Callable[..., Source], known: dict[str, str], reason: str) -> None:
    text, end = known.pop("text", ""), known.pop("end", "")
    (article,) = articles(source(f"{text}市委书记甲成林到企业调研，副市长乙文舟参加。{end}", **known))
    assert (article.locality_code, article.inferred["locality"]) == ("3202", reason)


@pytest.mark.parametrize(
    "text",
    [
        "江南时报讯　市委书记甲成林到企业调研，副市长乙文舟参加。",  # a word, and no county's paper
        "中原农机报讯　全区已有配套企业47家，区委书记甲成林到企业调研。",  # the paper of a trade
        "市委书记甲成林带队考察杭州昀泽数字化产业园项目，副市长乙文舟参加。",  # a firm's own park
        "市委书记、市人大常委会主任马平昌会见客人。马平昌说，市委、市政府将提供服务。马平昌希望加强合作。",  # a made-up man, no county
        "3月23日，市委书记甲成林到安康养老产业园和长寿食品产业园调研。",  # words, and names of cities far apart
        "活动在安康广场举行，市委书记甲成林出席。",
        "市委书记甲成林要求加快小城镇建设。小城镇潜力大。",
        "项目在南华工业园区开工，县委书记甲成林出席。南华工业园区企业参加，南华产业园再添项目。",  # called after a word
        "市委书记甲成林到安丰镇调研，副市长乙文舟参加。",  # 丰镇 is a city
        "区委书记甲成林到昀山工业集中区调研，副区长乙文舟陪同。集中区党工委书记丙一凡汇报。",  # 中区 is in Taichung
    ],
)
def test_names_of_papers_firms_and_people_are_no_place(source: Callable[..., Source], text: str) -> None:
    (article,) = articles(source(text))
    assert article.locality is None


def test_what_the_caller_says_counts_and_is_not_inferred(source: Callable[..., Source]) -> None:
    (article,) = articles(source("市委书记甲成林在滨湖区调研。"), locality="安徽省合肥市")
    assert (article.locality, article.locality_code, "locality" in article.inferred) == ("安徽省合肥市", "3401", False)


def test_a_central_paper_points_to_no_city(source: Callable[..., Source]) -> None:
    (article,) = articles(source("市委书记甲成林到企业调研。", paper="北京青年报客户端"), paper="中国青年报")
    assert article.locality is None


def test_the_other_stories_of_a_page_help(source: Callable[..., Source]) -> None:
    text = (
        "　　本报讯 5月25日，市委书记甲成林\n在滨湖区、新吴区调研重点企业，了解\n研发投入和订单情况。（丁一鸣）\n\n"
        "　　本报讯 5月26日，市政府召开推进\n会，市长乙文舟出席会议并讲话，强调\n要加快产业集群建设。（王可）\n"
    )
    assert [a.locality for a in articles(source(text))] == ["江苏省无锡市"] * 2
