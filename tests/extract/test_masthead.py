"""What only a headline names, or who issued the article, and the words of the text that mean it. All names are invented."""

import pytest

import kg
from kg.types import Extraction


def lines(told: Extraction) -> set[str]:
    names = {entity.id: entity.name for entity in told.entities}
    return {" ".join(filter(None, (names[s.subject], s.relation, names[s.object], s.qualifiers.get("title")))) for s in told.statements}


VISIT = "11月3日，云杼大学校长李文到公司考察，董事长王平陪同。"
FIRM = "11月3日，云杼科技有限公司董事长李文一行到公司考察，董事长王平陪同。云杼科技一行参观了公司展厅。公司总经理周亮介绍了公司情况。"


@pytest.mark.parametrize(
    ("title", "paper", "text", "wanted"),
    [
        (
            "青禾机电与云杼大学签署战略合作协议",
            None,
            VISIT,
            {"王平 holds_position 青禾机电 董事长", "李文 visited 青禾机电", "李文 holds_position 云杼大学 校长"},
        ),
        (
            "青禾机电与云杼大学签署战略合作协议",
            None,
            "11月3日，公司与云杼大学签署战略合作协议，公司董事长王平出席签约仪式。",
            {"青禾机电 signed_with 云杼大学", "王平 holds_position 青禾机电 董事长"},
        ),
        (
            "青禾科技获5000万元A轮融资",
            None,
            "近日，公司宣布完成5000万元A轮融资，由云杼资本领投。公司创始人王平表示，资金将用于研发。",
            {"青禾科技 raises_amount 5000万元", "云杼资本 invested_in 青禾科技", "王平 holds_position 青禾科技 创始人"},
        ),
        ("青禾机电荣获省科技进步奖", None, "该公司成立于2005年，位于南京市江宁区。", {"青禾机电 located_in 江苏省南京市江宁区"}),
        # the firm of a visitor is none that 公司 means, whoever is visited
        (
            "青禾机电荣获省科技进步奖",
            None,
            FIRM,
            {"李文 visited 青禾机电", "王平 holds_position 青禾机电 董事长", "周亮 holds_position 青禾机电 总经理"},
        ),
        # who issued it
        (
            "校企共谋发展",
            "青禾集团官网",
            FIRM,
            {"李文 visited 青禾集团", "王平 holds_position 青禾集团 董事长", "周亮 holds_position 青禾集团 总经理"},
        ),
        (
            "公司与岚驰集团签署战略合作协议",
            "青禾集团有限公司",
            "11月3日，公司与岚驰集团有限公司签署战略合作协议。岚驰集团董事长王平，公司董事长李文出席签约仪式并致辞。公司总经理赵敏与岚驰集团总经理周亮代表双方签约。",
            {
                "青禾集团有限公司 signed_with 岚驰集团有限公司",
                "王平 holds_position 岚驰集团有限公司 董事长",
                "李文 holds_position 青禾集团有限公司 董事长",
                "赵敏 holds_position 青禾集团有限公司 总经理",
                "周亮 holds_position 岚驰集团有限公司 总经理",
            },
        ),
        (
            "校企共谋发展",
            "青禾集团有限公司",
            "11月3日，岚驰集团有限公司董事长王平一行来公司考察交流，集团党委书记、董事长李文会见了王平一行。",
            {"李文 holds_position 青禾集团有限公司 党委书记", "李文 holds_position 青禾集团有限公司 董事长"},
        ),
        ("安全检查", "青禾机电有限公司", "11月3日，我司总经理王平主持会议。", {"王平 holds_position 青禾机电有限公司 总经理"}),
        # bodies and other houses
        (
            "青禾县市场监管局约谈三家企业",
            None,
            "11月3日，我局依法约谈青石化工有限公司。我局副局长王平主持约谈会。",
            {"青禾县市场监管局 regulated 青石化工有限公司", "王平 holds_position 青禾县市场监管局 副局长"},
        ),
        (
            "关于青禾机电有限公司违法行为的处罚公告",
            "青禾县市场监督管理局",
            "当事人：青禾机电有限公司，住所：青禾县青石镇。\n经查，当事人销售不合格产品。我局责令当事人改正违法行为，并处罚款2万元。",
            {"青禾县市场监督管理局 regulated 青禾机电有限公司"},
        ),
        (
            "青禾学院与青石县政府签订校地合作协议",
            None,
            "11月3日，学院与青石县人民政府签订合作协议。学院党委书记王平、院长李文出席。我院副院长周亮主持。",
            {
                "青禾学院 signed_with 青石县人民政府",
                "王平 holds_position 青禾学院 党委书记",
                "李文 holds_position 青禾学院 院长",
                "周亮 holds_position 青禾学院 副院长",
            },
        ),
        (
            "我校与青禾机电有限公司共建实验室",
            "云杼大学",
            "11月3日，我校与青禾机电有限公司签署共建协议。学校党委书记王平出席。副校长赵敏主持仪式。",
            {
                "云杼大学 signed_with 青禾机电有限公司",
                "王平 holds_position 云杼大学 党委书记",
                "赵敏 holds_position 云杼大学 副校长",
            },
        ),
        # works that the title of a notice names
        (
            "关于云岭水库工程施工招标的公告",
            None,
            "本工程已由云岭县发展和改革委员会批准建设，建设单位为云岭水务有限公司，总投资2亿元。",
            {"云岭水务有限公司 undertakes 云岭水库工程", "云岭水库工程 invests_amount 2亿元"},
        ),
        (
            "云岭县青石中学教学楼建设项目施工中标公告",
            None,
            "本项目中标人为青禾建设有限公司，中标价2000万元。",
            {"青禾建设有限公司 undertakes 云岭县青石中学教学楼建设项目"},
        ),
    ],
)
def test_words_without_a_name_mean_who_stands_over_the_text(title: str, paper: str | None, text: str, wanted: set[str]) -> None:
    told = kg.extract(text, title=title, paper=paper)
    assert wanted <= lines(told)
    posts = [line for line in lines(told) if " holds_position " in line]
    assert len({line.split()[0] for line in posts}) == len({" ".join(line.split()[:3]) for line in posts})  # nobody is at two houses


@pytest.mark.parametrize(
    ("title", "paper", "text", "never"),
    [
        # two firms: nobody says which
        ("县领导走访青禾机电和云杼科技", None, "11月3日，县长王平到公司考察，董事长李文陪同。", "李文 holds_position"),
        ("青禾集团董事长王平调研岚驰食品", None, "11月3日，集团董事长王平到公司调研。公司总经理李文汇报。", "holds_position"),
        ("青禾机电与岚驰签约", None, "11月3日，公司举行签约仪式，公司董事长王平出席。", "holds_position"),
        # the headline names the guest, or somebody of whose house the story is another
        ("青禾集团董事长王平一行来访", None, "11月3日，王平一行到公司考察，公司董事长李文陪同。", "holds_position"),
        ("青禾集团子公司投产", None, "11月3日，公司新厂投产，总投资5亿元。公司董事长李文出席。", "holds_position"),
        # the text names its own firm
        ("青禾机电走进云杼科技", None, "云杼科技成立于2005年。公司去年产值3亿元，公司董事长王平说，公司将扩产。", "青禾机电"),
        # other firms, firms in general, and parts of other words
        (
            "青禾集团召开职工大会",
            None,
            "11月3日，大会召开。兄弟公司董事长王平到会。公司法修订后，企业要守法，去年产值3亿元的企业不少。",
            "青禾集团",
        ),
        # papers are none that the story is of, nor who writes of others
        ("喜讯", "新浪财经", "11月3日，公司宣布完成5000万元A轮融资，公司董事长王平出席。", "holds_position"),
        ("喜讯", "青石报业传媒集团", "11月3日，公司宣布完成5000万元A轮融资，公司董事长王平出席。", "holds_position"),
        ("喜讯", "虎嗅", "11月3日，公司宣布完成5000万元A轮融资，公司董事长王平出席。", "holds_position"),
        # banks are not called 公司
        (
            "青禾农商行为企业送贷款",
            None,
            "11月3日，贷款送到公司，公司负责人王平表示感谢。公司董事长李文说，公司去年产值3亿元。",
            "青禾农商行",
        ),
        ("关于公开征集乡村振兴项目的公告", None, "本项目面向全县征集，总投资2000万元。", "invests_amount"),
        # one post of one firm that two have
        ("签约", None, "11月3日，岚驰集团与云杼科技签约。岚驰集团董事长王平，公司董事长李文出席。", "李文 holds_position"),
    ],
)
def test_words_without_a_name_that_may_mean_another(title: str, paper: str | None, text: str, never: str) -> None:
    assert not [line for line in lines(kg.extract(text, title=title, paper=paper)) if never in line]


def test_evidence_stays_a_sentence_of_the_text() -> None:
    told = kg.extract(VISIT, title="青禾机电与云杼大学签署战略合作协议")
    assert {statement.evidence.text for statement in told.statements} == {VISIT}


def test_the_body_of_a_headline_is_not_that_of_a_division_more() -> None:
    told = kg.extract("无锡市滨湖区市场监管局责令青禾食品有限公司改正。", title="无锡市市场监管局公布典型案例")
    names = {e.name: e.aliases for e in told.entities if e.type == "PublicBody"}
    assert set(names) == {"无锡市滨湖区市场监督管理局", "无锡市市场监督管理局"}
