"""Organisations, projects, documents and meetings. All names are invented."""

import pytest
import spacy

from kg.nlp.candidates import proposed
from kg.nlp.works.bare_documents import find_bare_documents
from kg.nlp.works.ceremonies import find_ceremonies
from kg.nlp.works.convened import find_convened
from kg.nlp.works.events import find_events
from kg.nlp.works.known_events import find_known_events
from kg.nlp.works.policies import find_policies
from kg.nlp.works.projects import find_projects


def organizations(text: str) -> dict[str, float]:
    nlp = spacy.blank("zh")
    nlp.add_pipe("kg_works")
    doc = nlp(text)
    return {text[c.start : c.end]: c.score for c in proposed(doc, "Organization")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("依托皖岑科技大学组建团队", "皖岑科技大学"),
        ("他来自中科院微光所，", "中科院微光所"),
        ("沅畔市软件行业协会发布报告", "沅畔市软件行业协会"),
        ("市工商联主席到会", "市工商联"),
        ("副市长、团市委书记出席", "团市委"),
        ("与沐朔氢能研究院共建平台", "沐朔氢能研究院"),
        ("邀请沐朔化学品研究院昀城分院的专家", "沐朔化学品研究院昀城分院"),
        ("沐朔大学附属昀康医院城东院区启用", "沐朔大学附属昀康医院城东院区"),
        ("沐朔科技大学新校区启用", "沐朔科技大学"),
        ("前世界银行高级官员到会", "世界银行"),
        ("获联合国粮农组织表彰", "联合国粮农组织"),
        ("联合国贸易和发展会议秘书长致辞", "联合国贸易和发展会议"),
    ],
)
def test_organizations(text: str, name: str) -> None:
    assert organizations(text).get(name, 0) >= 0.7


@pytest.mark.parametrize("text", ["重点大学和科研院所", "各行业协会、商会参加", "在医院看病", "技术中心主任"])
def test_kinds_are_no_organizations(text: str) -> None:
    assert not [name for name, score in organizations(text).items() if score >= 0.5]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("印发了《沅畔市促进机械产业发展若干措施》", [("《沅畔市促进机械产业发展若干措施》", "Policy")]),
        ("根据《沅畔市条例（试行）》", [("《沅畔市条例（试行）》", "Policy")]),
        ("签订《工程总承包合同》", [("《工程总承包合同》", "Policy")]),
        ("出台《机械三十条》", [("《机械三十条》", "Policy")]),
        ("新修订的《机械色标》国家标准实施", [("《机械色标》", "Policy")]),
        ("发布了《百强县》排行榜，", [("《百强县》", "Policy")]),
        (
            "《机械安全要求》《机械色标》等两项新修订的国家标准",
            [("《机械安全要求》", "Policy"), ("《机械色标》", "Policy")],
        ),
        ("昀国《沅畔先驱报》29日报道", [("沅畔先驱报", "Organization")]),
        ("订阅《沅畔日报》的人多", [("沅畔日报", "Organization")]),
        ("据《沅畔日报》报道", [("沅畔日报", "Organization")]),
        ("据《沅畔观察》杂志报道", [("沅畔观察", "Organization")]),
        ("接受《沅畔经营报》采访", [("沅畔经营报", "Organization")]),
        ("收到《沅畔工作简报》", [("《沅畔工作简报》", "Policy")]),
        ("电影《山里的规划》上映", []),
        ("核发了《医疗器械生产许可证》", []),
        ("联合主办的《先进事迹报告会》", []),
        ("他读过《沅畔往事》", []),
    ],
)
def test_documents_are_told_from_papers_and_films(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[c.start : c.end], c.type) for c in find_policies(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议经表决，通过了新修订的沅江保护法、机械产业促进法。", ["沅江保护法", "机械产业促进法"]),
        ("执法检查组关于检查古树法实施情况的报告", ["古树法"]),
        ("常委会会议审议沅江法修订草案、对外采购法草案", ["沅江法修订草案", "对外采购法草案"]),
        ("会议对古树保护条例草案进行了审议", ["古树保护条例草案"]),
        ("市财政局、市农业农村局两部门日前联合印发关于做好春耕补贴工作的通知。", ["关于做好春耕补贴工作的通知"]),
        ("省教育厅今天（3月8日）发布规范校外用餐的指导意见，", ["规范校外用餐的指导意见"]),
        ("省工信厅公布的2023年度机械产业运行报告显示", ["2023年度机械产业运行报告"]),
        ("团市委发布“青年下乡计划”工作指引", ["“青年下乡计划”工作指引"]),
        ("市政府出台“机械八条”，", ["机械八条"]),
        ("省政府46号文件下发后，", ["46号文件"]),
        ("昀泽基金发布了调整基金经理的公告。", []),
        ("市城管局下发工作任务清单，", []),
        ("市法院发布了11个保护企业产权典型案例。", []),
        ("审议通过的办法、分析方法和做法，", []),
        ("审议《沅江保护条例（草案）》", []),
        ("信标委发了信技字[2005]002号文", []),
    ],
)
def test_documents_without_brackets(text: str, found: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_bare_documents(text)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3月5日，全市机械产业集群发展推进会召开", "全市机械产业集群发展推进会"),
        ("出席第六届沅畔航空产业发展大会并讲话", "第六届沅畔航空产业发展大会"),
        ("市人大常委会举行第二十三次会议", "第二十三次会议"),
        ("召开“小微企业发展环境”专题协商会", "“小微企业发展环境”专题协商会"),
        ("沅畔市昀泽集团有限公司成立大会举行", "沅畔市昀泽集团有限公司成立大会"),
        ("在人才宣传月启动仪式暨6月份重点项目签约仪式上", "人才宣传月启动仪式暨6月份重点项目签约仪式"),
        ("主持召开新时代推动沅畔全面振兴座谈会强调", "新时代推动沅畔全面振兴座谈会"),
        ("日前，推进沅畔科创走廊建设大会在沅畔市举行", "推进沅畔科创走廊建设大会"),
        ("出席沅畔亚洲论坛2016年年会开幕式", "沅畔亚洲论坛2016年年会开幕式"),
        ("沅畔工商联成立70周年庆祝大会在京举行", "沅畔工商联成立70周年庆祝大会"),
        ("第十八届沅畔教科文组织昀泽教育奖颁奖典礼举行", "第十八届沅畔教科文组织昀泽教育奖颁奖典礼"),
        ("昀泽探索破解小微融资难题2019沅畔金融高峰论坛举行", "2019沅畔金融高峰论坛"),
        (
            "沅畔昀泽集团年产30万吨电池材料项目暨沅畔市2021年11月重大项目集中开工活动举行",
            "沅畔昀泽集团年产30万吨电池材料项目暨沅畔市2021年11月重大项目集中开工活动",
        ),
        ("出席推进沅畔产业发展暨培育首家上市公司合作签约仪式", "沅畔产业发展暨培育首家上市公司合作签约仪式"),
        ("沅畔县招商突破年百日冲刺行动项目集中签约仪式在县政协举行", "沅畔县招商突破年百日冲刺行动项目集中签约仪式"),
        ("办好沅丝博览会", "沅丝博览会"),
        # 中 and 上 that belong to the name, and those of what stands before
        ("沅畔传来消息，中昀重工沅畔生产基地开工奠基仪式举行", "中昀重工沅畔生产基地开工奠基仪式"),
        ("昨日召开中昀企业座谈会", "中昀企业座谈会"),
        ("推进会上沅畔农业项目集中签约仪式举行", "沅畔农业项目集中签约仪式"),
        ("上昀金融合作论坛开幕", "上昀金融合作论坛"),
        ("沅畔新区2024年三季度重点项目集中开工仪式举行", "沅畔新区2024年三季度重点项目集中开工仪式"),
        ("嘉宾称赞第二届沅丝博览会", "第二届沅丝博览会"),
        ("沅畔区召开招商引资工作推进会", "招商引资工作推进会"),
        ("第二届沅丝职业规划大赛总决赛举行", "第二届沅丝职业规划大赛总决赛"),
        # called by ordinary words, and shown to be one by what follows
        ("市长主持召开平台企业座谈会。方致远、秦晓岚出席座谈会。", "平台企业座谈会"),
        # called by what stands in quotes, and held
        ("“沅品中华行·岚城站”活动在岚城开启，", "“沅品中华行·岚城站”活动"),
        ("首届“节水沅畔行”主题宣传活动（3月22日）正式启动", "首届“节水沅畔行”主题宣传活动"),
        ("沅畔市举办“百所高校沅畔行”活动，", "“百所高校沅畔行”活动"),
        ("在沅畔钢铁城举行的“银会携手 惠商利企”签约活动上", "“银会携手 惠商利企”签约活动"),
        ("沅畔商会举行“迎新春、话发展”联谊会，", "“迎新春、话发展”联谊会"),
        ("沅畔首届“供销好物”直播带货节启动", "首届“供销好物”直播带货节"),
        # ceremonies of what is handed over, closed or lit, and meetings on the spot
        ("沅畔大桥合龙仪式举行", "沅畔大桥合龙仪式"),
        ("全市“万企兴万村”行动现场推进会在沅畔召开", "全市“万企兴万村”行动现场推进会"),
        # of common kinds, by number, year or anniversary
        ("共同主持中沅投资合作委员会第十一次会议，", "中沅投资合作委员会第十一次会议"),
        ("第二届沅畔艺术季在沅畔开幕", "第二届沅畔艺术季"),
        ("参加2025年科研院所沅畔行活动", "2025年科研院所沅畔行活动"),
        ("来京出席沅畔解放70周年纪念活动", "沅畔解放70周年纪念活动"),
        ("李昀出席沅湖国家领导人第八次峰会第三阶段会议并发言", "沅湖国家领导人第八次峰会第三阶段会议"),
        ("在全省组织工作会议上讲话", "全省组织工作会议"),
        # dashes between the sides, titles and numbers before the name, two in one
        ("出席首届沅国－湖阿国家峰会", "首届沅国－湖阿国家峰会"),
        ("《沅江公约》第五次缔约方大会开幕", "《沅江公约》第五次缔约方大会"),
        ("参加《沅畔往事》发布会", "《沅畔往事》发布会"),
        ("第三届“沅畔商大会”在沅畔举行", "第三届“沅畔商大会”"),
        ("第二届“沅畔卫士”表彰大会暨纪念章颁发仪式在沅畔举行", "第二届“沅畔卫士”表彰大会暨纪念章颁发仪式"),
        # in quotes, without a verb of holding
        ("面向毕业生的“外资、名企”专场招聘会画上句号", "“外资、名企”专场招聘会"),
        ("“乒乓进社区”“乒乓进公园”活动今天启动", "“乒乓进社区”“乒乓进公园”活动"),
        # whose first word is part of what stands before
        ("公司第四届董事会第七次会议审议通过", "第四届董事会第七次会议"),
        ("他说，从沅畔·青湖第六届资本交易大会上传来消息", "沅畔·青湖第六届资本交易大会"),
    ],
)
def test_meetings_with_a_name(text: str, name: str) -> None:
    assert name in {text[c.start : c.end] for c in find_events(text, {}) if c.score >= 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "召开座谈会",
        "参观沅畔科技创新成果展示",
        "召开部分企业家座谈会",
        "商会主席方致远在座谈会上介绍情况",
        "举办了一次高层次人才洽谈会",
        "昀泽新能源等一批重大项目集中开工",
        "县委书记宣布四季度沅畔重大项目集中开工",
        "在昀泽网官方论坛发帖",
        "在企业和专家座谈会上",
        "落实党的二十大精神",
        "市里召开会议",
        "在签约仪式上",
        "推动高质量发展",
        "市人大常委会主任到会",
        "召开党外人士座谈会",
        "召开专家小组座谈会。方致远出席座谈会。",
        "深入开展“岚山先锋”活动",
        "常态化开展“岚山会客厅”活动。",
        "“两学一做”学习教育活动启动",
        "“清风沅畔”专项行动启动",
        "每月举行“企业家接待日”活动",
        "“岚城有约”等活动举行",
        "举行签约活动",
        "召开现场观摩会",
        "“职业见习”活动以来",
        "2025年1月至3月开展招商活动",
        "2025年全市招商活动方案",
        "沅畔假日旅游协调会议办公室",
        "他注册了红岭论坛的账号",
        "中央广播电视总台大型文化节目",
        "按《公司章程》股东大会选举",
        "网友“沅畔将军”再次在昀商论坛发帖",
        "“沅畔”大展身手",
    ],
)
def test_meetings_without_a_name(text: str) -> None:
    assert not [c for c in find_events(text, {}) if c.score >= 0.5]


def test_a_headline_makes_a_meeting_one() -> None:
    text = "昨日，市委召开党外人士座谈会。"
    assert not [c for c in find_events(text, {}) if c.score >= 0.5]
    assert [text[c.start : c.end] for c in find_events(text, {}, "沅畔召开党外人士座谈会") if c.score >= 0.5] == ["党外人士座谈会"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("投资建设年产60万套轴承减速器项目", "年产60万套轴承减速器项目"),
        ("推进沐朔股份一期年产5吉瓦电池及组件项目建设", "年产5吉瓦电池及组件项目"),
        ("其中，G307道县至岚江公路（岚江段）建设项目投资为8亿元", "G307道县至岚江公路（岚江段）建设项目"),
        ("向昀泽环保设备制造基地、沐朔示范园等项目代表颁发", "沐朔示范园"),
        ("是总投资5亿元的昀泽公司生猪养殖及饲料厂建设项目，总投资0.3亿元的", "生猪养殖及饲料厂建设项目"),
        ("分别是总投资0.3亿元的沅畔高铁引道绿化、亮化建设项目，", "沅畔高铁引道绿化、亮化建设项目"),
        ("包括昀村煤矿一号井建设项目、岚山生态园建设项目等30个项目", "昀村煤矿一号井建设项目"),
        ("检查了包括龙汀物流基地、茂岚医疗器械产业园等24个新开工项目", "茂岚医疗器械产业园"),
        ("总投资12亿元的昀泽二期项目开工", "昀泽二期项目"),
        ("察看沐朔氢能产业园项目建设", "沐朔氢能产业园项目"),
        ("来到沅畔县城郊仓储物流基地及配套基础设施建设项目", "沅畔县城郊仓储物流基地及配套基础设施建设项目"),
        ("由昀泽公司投资1.3亿元的沅畔宝石玉石精深加工、由沐朔公司投资2亿元的", "沅畔宝石玉石精深加工"),
        ("主要有宸源纺织集聚区项目、岚江大桥、苍岭水库工程等", "岚江大桥"),
        ("听取沐钢宽厚板、龙泓电磁新材料等重点项目推进情况汇报", "龙泓电磁新材料"),
        ("以昀泽医用材料产业园建设、沐朔试验基地建设为先期合作项目", "昀泽医用材料产业园"),
        ("察看岚峡企业总部项目", "岚峡企业总部项目"),
    ],
)
def test_projects_with_a_name(text: str, name: str) -> None:
    assert name in {text[c.start : c.end] for c in find_projects(text, {}) if c.score >= 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "推进重大项目建设",
        "抓好项目",
        "5个重点项目开工",
        "民生工程",
        "项目经理介绍",
        "昀泽产业园工程塑料",
        "大项目好项目",
        "各招商项目",
        "汽配项目10个",
    ],
)
def test_kinds_of_projects(text: str) -> None:
    assert not [c for c in find_projects(text, {}) if c.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司将建设岚芯生产线，首期投资4.2亿元；", "岚芯生产线"),
        ("拟投资6亿元，在岚城设立华东制造中心。", "华东制造中心"),
        ("水务集团投资3.7亿元的第四水厂投入使用。", "第四水厂"),
        ("募集资金用于在岚城建设智能装备产业园，并还款", "智能装备产业园"),
        ("要上一条沉香深加工线，投资6500万元", "沉香深加工线"),
        ("第二站是沐朔港昀公码头二期。", "沐朔港昀公码头二期"),
        ("负责沐朔风电场二期建设", "沐朔风电场二期"),
    ],
)
def test_works_by_sum_or_stage(text: str, name: str) -> None:
    assert name in {text[c.start : c.end] for c in find_projects(text, {}) if c.score >= 0.5}


@pytest.mark.parametrize(
    "text",
    [
        "投资5亿元建设研发中心，并建立长效机制。",
        "投资3.7亿元建设现代化工厂，",
        "投资5亿元建设一批产业基地，",
        "公司建设智能工厂，效率提高。",  # no sum
        "沐朔基金二期完成募集。",
        "产业园一期刊物",
    ],
)
def test_sums_and_stages_that_name_no_work(text: str) -> None:
    assert not [c for c in find_projects(text, {}) if c.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沐朔新材料国际产业园，由昀泽集团、岚江公司共同投资建设，总规划3000亩。", "沐朔新材料国际产业园"),
        ("沐朔氢能产业园位于岚城镇，占地300亩，总投资12亿元。", "沐朔氢能产业园"),
        ("昀泽集团承建了沐朔电子产业园、二号厂房等5个项目。", "沐朔电子产业园"),
        ("昀泽集团投资2亿元建设的逆变器项目，", "逆变器项目"),
        ("昀泽集团投资2亿元建设的风机机舱罩、整流罩以及叶片生产项目。", "风机机舱罩、整流罩以及叶片生产项目"),
        ("吸引光伏项目入驻，如昀泽年产50吉瓦硅棒、沐朔先行年产16万吨锂电材料等，助力发展。", "沐朔先行年产16万吨锂电材料"),
        ("昀泽年产5吉瓦拉棒、沐朔年产6万吨电解液等项目签约。", "沐朔年产6万吨电解液"),
        ("由昀泽公司实施的年产80套配电设备项目、由沐朔公司实施的精密五金制造项目等重点项目落户", "精密五金制造项目"),
        ("由昀泽公司承建的岚江高速沐朔段全长42公里，总投资58亿元。", "岚江高速沐朔段"),
        ("在岚江特大桥施工现场，工人正在作业。", "岚江特大桥"),
        ("连接两地的岚宁高铁福建段开始架梁。", "岚宁高铁"),
        ("岚宁高铁福建段全长36公里，总投资58亿元。", "岚宁高铁福建段"),
        ("岚宁高速如东段全长36公里，概算投资58亿元。", "岚宁高速如东段"),
        ("3.沐朔紧固件生产项目，总投资3亿元", "沐朔紧固件生产项目"),
    ],
)
def test_works_under_investment(text: str, name: str) -> None:
    assert name in {text[c.start : c.end] for c in find_projects(text, {}) if c.score >= 0.5}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("岚宁高铁昀山隧道贯通", True),
        ("岚宁高铁昨天完成静态验收", False),
        ("今天，岚宁高铁开始联调联试", True),
        ("大连至岚宁高铁建成通车，新建线路", True),
        ("向政府递交岚宁高铁施工方案", False),
        ("落实好岚宁高铁建设现场的安全", False),
        ("但新线技术将要面临同高铁施工一样的烦恼", False),
        ("岚宁高铁全线隧道贯通", False),
        ("岚宁高铁控制性工程昀山隧道贯通", False),
        ("推进岚宁铁路项目，加快施工", False),
    ],
)
def test_ways_begin_with_their_own_name(text: str, told: bool) -> None:
    assert bool([c for c in find_projects(text, {}) if c.source == "works:way"]) is told


@pytest.mark.parametrize(
    "text",
    [
        "走进沐朔高新产业园，昀泽公司总投资5亿元的厂房正在建设。",
        "该产业园由政府投资建设。",
        "形成年产3万吨钢管、年产2万吨线材的能力，项目包括厂房。",
        "引进5条国外先进服装生产线",
        "公司参建的第7座跨江大桥",
        "出席仪式并见证项目签约",
        "总投资3亿元的昀泽公司（搬迁安置）项目",
        "岚江高速全长200公里，车流如织。",
        "该大桥全长3公里，两座大桥合龙。",
    ],
)
def test_what_is_no_work_under_investment(text: str) -> None:
    assert not [text[c.start : c.end] for c in find_projects(text, {}) if c.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月8日，沅畔口岸工作联席会议在岚城召开。", "沅畔口岸工作联席会议"),
        ("全国通用语言推广工作表彰活动今天召开。", "全国通用语言推广工作表彰活动"),
        ("由沅畔协会主办的2016年青果产业人才培养座谈会3月1日在京举行。", "2016年青果产业人才培养座谈会"),
        ("5月6日沅畔青果品牌推介会（第二场）在岚城开幕", "沅畔青果品牌推介会"),
        ("今天，2024沅畔大学生创新大赛“红色之旅”活动在岚城启动。", None),
        ("随后，该培训活动在岚城举行。", None),
        ("一季度，市里举办的青果品牌推介活动在岚城启动。", "青果品牌推介活动"),
        ("招商推介活动启动后，", None),
        ("陈昀出席的青果产业招商推介活动举行的时间", None),
    ],
)
def test_what_is_said_to_be_held_is_an_event(text: str, name: str | None) -> None:
    assert [text[c.start : c.end] for c in find_convened(text)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在杭州亚运会上", ["杭州亚运会"]),
        ("亮相第十届深圳文博会", ["第十届深圳文博会"]),
        ("本届青博会开幕", ["青博会"]),
        ("十五运会门票开售", ["十五运会"]),
        ("国新办举行政策例行吹风会", ["政策例行吹风会"]),
        ("他因参与赌博会被处罚", []),
        ("落实党的二十大精神", []),
    ],
)
def test_fairs_and_games_with_their_city_and_number(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_known_events(text, {})] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5月8日，沐朔医院城东院区共建协议签约仪式昨天举行。", ["沐朔医院城东院区共建协议签约仪式"]),
        ("3月6日上午昀岭县重点项目集中签约仪式在县会堂举行。", ["昀岭县重点项目集中签约仪式"]),
        ("4月5日，昀岭县科技周暨“科普大集”启动仪式在文化广场隆重举行。", ["昀岭县科技周暨“科普大集”启动仪式"]),
        ("县长方娅出席的昀岭光伏项目启动仪式举行。", []),
        ("当天，该项目开工仪式举行。", []),
        ("沐朔医院城东院区共建协议签约仪式上，方娅致辞。", []),
    ],
)
def test_ceremonies_that_are_all_that_stands_before_the_verb(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_ceremonies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("昀泰热电联产、沐源纸业搬迁、白鹿湖片区综合开发等项目有序推进。", {"昀泰热电联产", "沐源纸业搬迁", "白鹿湖片区综合开发"}),
        ("道路硬化、垃圾分类、棚户区改造等项目有序推进。", set()),
        ("县道改造、农村道路及管网改造等项目建设。", set()),
        (
            "沐朔建工、昀泽集团将在岚城投资建设昀岭陆港二期、白鹿河治理、沐岚高速扩容等项目。",
            {"昀岭陆港二期", "白鹿河治理", "沐岚高速扩容"},
        ),
        ("采取落户奖励、贷款贴息等方式支持项目落地。", set()),
    ],
)
def test_rows_of_projects_told_by_what_happens_to_them(text: str, names: set[str]) -> None:
    assert {text[c.start : c.end] for c in find_projects(text, {}) if c.score >= 0.6} == names
