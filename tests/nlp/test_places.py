"""Places in running text. People and firms are invented, places are real."""

import pytest

from kg.nlp import places
from kg.nlp.spans import choose
from kg.types import Article


def found(text: str, locality: str | None = None) -> list[str]:
    article = Article("a", "a.txt", text, locality_code=locality)
    return [text[c.start : c.end] for c in choose(text, places.candidates(text, article))]


@pytest.mark.parametrize(
    ("text", "locality", "names"),
    [
        # one place from the largest unit to the smallest
        ("公司位于江苏省无锡市滨湖区。", None, ["江苏省无锡市滨湖区"]),
        ("落户广东佛山、江苏无锡和上海浦东新区", None, ["广东佛山", "江苏无锡", "上海浦东新区"]),
        ("滨湖区胡埭镇企业签约", "3202", ["滨湖区胡埭镇"]),
        ("走进中国（江苏）自由贸易试验区苏州片区，", None, ["中国（江苏）自由贸易试验区苏州片区"]),
        ("前往滁州市南谯区乌衣镇调研", None, ["滁州市南谯区乌衣镇"]),
        ("到泽州县金村镇走访", None, ["泽州县金村镇"]),
        ("源泉镇西崖河村的厂房", "370304", ["源泉镇西崖河村"]),
        ("双江镇和平村、双江镇向阳村的厂房", None, ["双江镇和平村", "双江镇向阳村"]),
        (
            "来到夏层铺镇上甘棠村和米脂县沙坪村，雨花台区各村、西林县另一所村办小学",
            None,
            ["夏层铺镇上甘棠村", "米脂县沙坪村", "雨花台区", "西林县"],
        ),
        ("来自印度浦那的客商", None, ["印度浦那"]),
        ("位于温岭市大溪镇，同在大溪的工厂", "331081", ["温岭市大溪镇"]),  # no district of Taoyuan
        ("在香格里拉大饭店会见，又到香格里拉考察", None, ["香格里拉"]),  # a hotel, and the city
        ("投资5000亩江阴高新区，又投资300亩禾川产业园", None, ["江阴高新区", "禾川产业园"]),
        ("袭击鄂木斯克州的炼油厂，又到克州援建", None, ["克州"]),
        # rows that a word for their kind closes; a town whose name ends like a word
        ("率队到深圳、中山、南宁等地招商", None, ["深圳", "中山", "南宁"]),
        ("赴深土、佛昙、前亭等乡镇", "350623", ["深土", "佛昙", "前亭"]),
        ("督查庆城镇建设情况", "621021", ["庆城镇"]),
        ("罗溪镇镇长汇报，全市乡镇长参加", "3204", ["罗溪镇", "全市"]),
        ("赴柏树林街道交流", "610103", ["柏树林街道"]),
        # zones and parks with the division they begin with
        ("走进滨湖区集成电路园区，察看企业", "3202", ["滨湖区集成电路园区"]),
        ("在江阴高新区举行", None, ["江阴高新区"]),
        ("荆门化工循环产业园投产", None, ["荆门化工循环产业园"]),
        ("项目选址昀景工业园区", None, ["昀景工业园区"]),
        ("县经济开发区新能源产业园", "320623", ["县经济开发区", "新能源产业园"]),
        ("玉溪国家高新区集中开工第二批13个项目", None, ["玉溪国家高新区"]),
        ("在云南滇中新区和鲁西高新区举行", None, ["云南滇中新区", "鲁西高新区"]),
        ("进驻该市昀山民营科技园。", None, ["昀山民营科技园"]),
        ("县长深入产业集聚区，察看企业", None, ["产业集聚区"]),
        ("项目位于海口市海甸岛，分三期", None, ["海口市海甸岛"]),
        ("安徽自贸区合肥片区建设", None, ["安徽自贸区合肥片区"]),
        ("吕四港货运繁忙，", None, ["吕四港"]),
        # parks with a name of their own before the division, or in quotes
        ("莅临昀泽云谷南京园区考察", None, ["昀泽云谷南京园区"]),
        ("走进中国昀谷无锡园区，昀泽科技园无锡园区", None, ["中国昀谷无锡园区", "昀泽科技园无锡园区"]),
        ("来到岚泽国际大学城（无锡园区）。", None, ["岚泽国际大学城（无锡园区）"]),
        ("昀泽集团南京园区，苏州工业园区", None, ["南京园区", "苏州工业园区"]),
        ("参观了“昀泽云谷”产业园和“昀中科技园”。", None, ["“昀泽云谷”产业园", "昀中科技园"]),
        ("打造“创新创业”产业园、“双创”示范区和“特色产业园”。", None, []),
        # countries in one character before an office of state, and where somebody goes
        ("俄副总理方致远访华，便与日首相会谈", None, ["俄", "华", "日"]),
        # and divisions where somebody comes; the article's own where something is held there too
        ("座谈会在京隆重举行，方致远赴皖考察", None, ["皖"]),
        ("方致远来锡调研，赛事于锡开幕", "3202", ["锡", "锡"]),
        ("方致远来锡调研，在京企业在浙东南上市", None, []),
        ("会见印总理，15日俄总统表示", None, ["印", "俄"]),
        ("美国务卿秦晓岚访俄期间", None, ["美", "俄"]),
        ("中俄总理定期会晤，东盟与中日韩财长会议，穆罕默德总统", None, []),
        ("15日总理表示，依法总统可以否决，访华团抵达，采访美的公司", None, []),
        # halls and parks by their whole name
        ("展会在武汉国际会展中心举行，", None, ["武汉国际会展中心"]),
        ("在北京市昌平区青岚森林公园植树", None, ["北京市昌平区青岚森林公园"]),
        ("在宜都市公园散步，无锡会展中心管理公司", None, ["宜都市", "无锡"]),
        # 中国 before a word that is the name of a county too
        ("找到中国合作伙伴，中国富裕人群", None, []),
        # places abroad that no list has, and the ends of routes
        ("赴缅甸曼德勒市支持，又到埃塞俄比亚德雷达瓦市", None, ["缅甸曼德勒市", "埃塞俄比亚德雷达瓦市"]),
        ("俄罗斯多家超市，日本都市圈，美国纽约联邦储备银行", None, ["俄罗斯", "日本", "美国纽约"]),
        ("“河内—昆岛—胡志明”航线开通，上海—新加坡直飞航线", None, ["河内", "昆岛", "胡志明", "上海", "新加坡"]),
        ("飞机—汽车—火车联运航线", None, []),
        # short names
        ("市长到宜兴调研", "3202", ["宜兴"]),
        ("所以上海的订单多", None, ["上海"]),
        ("公司在内蒙古建设电机项目", None, ["内蒙古"]),
        ("建成南京、苏州2个枢纽", None, ["南京", "苏州"]),
        ("大同和朝阳两个词", None, []),
        ("我市与全市企业", "3202", ["我市", "全市"]),
        ("我市与全市企业", None, []),
        # what follows the name belongs to the next word
        ("无锡市长甲成林", None, ["无锡"]),
        ("西安市长安区人大代表", None, ["西安市长安区"]),
        ("荆州市长江村的村民", None, ["荆州市"]),
        ("源泉镇一个土家族村", "370304", ["源泉镇"]),
        ("前往宜兴市张渚镇开展乡村振兴工作", "3202", ["宜兴市张渚镇"]),
        ("桃园智创城公司收购昀盛工业园", None, ["昀盛工业园"]),
        ("清理甘泉、石泉、长寿等地", "3202", ["甘泉", "石泉", "长寿"]),
        ("挂在广州市所有区", None, ["广州市"]),
        ("杭州市江干区的企业", None, ["杭州市江干区"]),
        ("无锡市场广阔", None, ["无锡"]),
        ("盐城地区沿海城市多", None, ["盐城"]),
    ],
)
def test_places(text: str, locality: str | None, names: list[str]) -> None:
    assert found(text, locality) == names


@pytest.mark.parametrize(
    "text",
    [
        "城镇企业与重镇企业",
        "文旅融合让山村变景区",
        "车间和展厅里",
        "东北农业大学、宿州岚厚和苏州鼎岚",  # heads of names
        "北京市工商管理局海淀分局",
        "中国爱乐乐团与中国特色制度",
        "佛山市岚芯一期创业投资合伙企业",
        "朝鲜族职工",
        "含有“中国地图”的广告和中国制造业500强",
        "总投资2亿元的昀泽产业园和沐朔产业园开工",
        "产品销往东南亚、中东和欧洲，西北部降温，长三角一体化",
        "城镇与村镇，乡镇和小镇",
        "该区、各县、两市",
        "加快园区建设，推进新区发展",
        "中国式现代化，北京时间八点",
        "云景国际影城",
        "活跃在各昀岭小镇",
        "以“昀岭小镇、品质生活”为主题",
        "总投资12亿元的岚恒氢能产业园开工，岚岭文化产业园项目封顶",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert found(text) == []


def test_codes_only_where_one_unit_is_meant() -> None:
    text = "滨湖区与鼓楼区"
    by_name = {text[c.start : c.end]: c.data.get("code") for c in places.candidates(text)}
    assert by_name == {"滨湖区": "320211", "鼓楼区": None}
