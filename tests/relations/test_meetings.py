"""Meetings and events. People and firms are invented."""

import pytest

from kg.relations import encounters
from kg.relations.meetings import propose

HELD = "[5月8日](Date 2024-05-08)，[市政府](PublicBody)召开[工业强基大会](Event)。"


@pytest.mark.parametrize(
    ("marked", "met"),
    [
        ("[青禾集团](Company)[董事长](Title)[秦晓岚](Person)受到[市长](Title)[方致远](Person)的亲切会见。", {"秦晓岚 方致远"}),
        ("[市长](Title)[方致远](Person)和[青禾集团](Company)[董事长](Title)[秦晓岚](Person)出席会议并座谈。", set()),
        ("[市长](Title)[秦晓岚](Person)会见[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。", {"秦晓岚 陆小满", "秦晓岚 青禾机电"}),
        ("签约前，[秦晓岚](Person)与[青禾机电](Company)[总裁](Title)[陆小满](Person)举行会谈。", {"秦晓岚 陆小满", "秦晓岚 青禾机电"}),
        (
            "[方致远](Person)、[秦晓岚](Person)分别会见了[青禾机电](Company)[总裁](Title)[陆小满](Person)、[海外商会](Organization)[会长](Title)[温良](Person)。",
            {"方致远 陆小满", "方致远 青禾机电", "秦晓岚 温良", "秦晓岚 海外商会"},
        ),
        ("[苏木](Person)在参加会见时传达了[方致远](Person)的指示。", set()),
        # a comma between two guests, and one before who comes along
        (
            "[青禾机电](Company)[总裁](Title)[陆小满](Person)会见[市委](PublicBody)[书记](Title)[方致远](Person)，[市长](Title)[秦晓岚](Person)，双方深入交流。",
            {"陆小满 方致远", "陆小满 秦晓岚"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)会见[陆小满](Person)，[副市长](Title)[苏木](Person)，[秘书长](Title)[贺年](Person)参加会见。",
            {"秦晓岚 陆小满"},
        ),
        # bodies at the table, whoever sits there
        (
            "[市长](Title)[秦晓岚](Person)率队与[白帆协会](Organization)及[大岭镇政府](PublicBody)座谈。",
            {"秦晓岚 白帆协会", "秦晓岚 大岭镇政府"},
        ),
        ("[市长](Title)[秦晓岚](Person)与[云岭财政部](PublicBody)长举行会谈。", set()),
        (
            "[市长](Title)[秦晓岚](Person)与[青禾机电](Company)[总裁](Title)[陆小满](Person)就设立研发总部交换意见。",
            {"秦晓岚 陆小满", "秦晓岚 青禾机电"},
        ),
        # a guest stands for others who are not there
        (
            "[市长](Title)[秦晓岚](Person)会见了分别代表[云州](Place)[会长](Title)[方致远](Person)、[海川](Place)[会长](Title)[闻越](Person)来访的"
            "[云州](Place)[副会长](Title)[陆小满](Person)。",
            {"秦晓岚 陆小满"},
        ),
        # a table with a subject; a party that is received
        (
            "[市长](Title)[秦晓岚](Person)与[青禾机电](Company)[总裁](Title)[陆小满](Person)围绕扩产深入洽谈。",
            {"秦晓岚 陆小满", "秦晓岚 青禾机电"},
        ),
        ("[陆小满](Person)围绕[秦晓岚](Person)关心的用工问题调研。", set()),
        # a headline that runs into who tells the story
        ("[市长](Title)[秦晓岚](Person)会见海川客商[云岚网](Organization)消息（新闻联播）：", set()),
        # who receives a party
        (
            "[市长](Title)[秦晓岚](Person)一行来到[青禾机电](Company)，[总裁](Title)[陆小满](Person)接待了一行。",
            {"秦晓岚 陆小满"},
        ),
        ("会见时，[秦晓岚](Person)介绍了[云岭区](Place)的情况。", set()),
        ("[秦晓岚](Person)与企业负责人座谈。", set()),
        # at home: whoever comes in, also where the clause has no subject
        (
            "[秦晓岚](Person)先后走进村民[贺年](Person)、[温良](Person)家，察看房屋。",
            {"秦晓岚 贺年", "秦晓岚 温良"},
        ),
        ("在退休居民[贺年](Person)家，[秦晓岚](Person)察看居住情况。", {"秦晓岚 贺年"}),
        ("[秦晓岚](Person)来到[长安小区](Place)，走进四世同堂的[贺年](Person)家中看望。", {"秦晓岚 贺年"}),
        ("[秦晓岚](Person)走进[贺年](Person)家庭农场。", set()),
        ("[秦晓岚](Person)收藏了一部在[贺年](Person)家谱。", set()),
        ("[市政府](PublicBody)办公室与学位司副司长[贺年](Person)在座谈会上发言。", set()),
        # a table that commas run through
        (
            "[方致远](Person)一行走访企业，分别与[青禾机电](Company)[总裁](Title)[秦晓岚](Person)、[苏木](Person)，[白帆水产](Company)[经理](Title)[贺年](Person)围绕合作开展座谈交流。",
            {"方致远 秦晓岚", "方致远 苏木", "方致远 贺年", "方致远 青禾机电", "方致远 白帆水产"},
        ),
        # received without another word
        (
            "[青禾机电](Company)[总裁](Title)[方致远](Person)一行到访[云岭县](Place)，[县长](Title)[秦晓岚](Person)热情接待并座谈。",
            {"方致远 秦晓岚"},
        ),
        ("[县长](Title)[秦晓岚](Person)到[青禾机电](Company)调研，[青禾机电](Company)热情接待能力强。", set()),
        # who welcomes those that have come
        (
            "[县长](Title)[秦晓岚](Person)一行到[青禾机电](Company)考察。[董事长](Title)[陆小满](Person)对[秦晓岚](Person)一行的到来表示热烈欢迎。",
            {"陆小满 秦晓岚"},
        ),
        (
            "[县长](Title)[秦晓岚](Person)率队到[青禾机电](Company)考察。[陆小满](Person)对考察团的到来表示欢迎。",
            {"陆小满 秦晓岚"},
        ),
        (
            "[方致远](Person)[代表](Title)[市委](PublicBody)向[陆小满](Person)、[温良](Person)等一行来访表示欢迎。",
            {"方致远 陆小满", "方致远 温良"},
        ),
        ("[陆小满](Person)首先欢迎[秦晓岚](Person)一行来访。", {"陆小满 秦晓岚"}),
        ("[方致远](Person)对出席会议的[陆小满](Person)等嘉宾的到来表示欢迎。", set()),
        ("[方致远](Person)对[陆小满](Person)的任命表示欢迎。", set()),
        # what else a guest is
        (
            "[市长](Title)[方致远](Person)会见[海外商会](Organization)[副会长](Title)、[青禾集团](Company)[董事长](Title)[温良](Person)。",
            {"方致远 温良", "方致远 青禾集团"},
        ),
        # a table with many, and what they talk about
        (
            "[区长](Title)[秦晓岚](Person)一行分别与[青禾集团](Company)[总裁](Title)[陆小满](Person)，[锦帆电子](Company)[董事长](Title)[温良](Person)"
            "围绕环保材料、氢能设备智能制造、高端现代服务业等项目开展座谈交流。",
            {"秦晓岚 陆小满", "秦晓岚 温良", "秦晓岚 青禾集团", "秦晓岚 锦帆电子"},
        ),
        # a party that is called after its head, and who receives where a head of another house has gone
        ("[青禾集团](Company)[总经理](Title)[陆小满](Person)热情接待了[方致远](Person)[校长](Title)一行。", {"陆小满 方致远"}),
        (
            "[青禾大学](Organization)[校长](Title)[方致远](Person)前往[青禾集团](Company)考察。[青禾集团](Company)[总经理](Title)[陆小满](Person)热情接待。",
            {"方致远 陆小满"},
        ),
        ("[青禾集团](Company)接待中心[主任](Title)[陆小满](Person)、[方致远](Person)参加。", set()),
        # 和 joins the last stop of a row
        ("[方致远](Person)一行先后赴[青禾机电](Company)和[白帆研究院](Organization)学习交流。", set()),
        ("[方致远](Person)一行和[白帆研究院](Organization)座谈交流。", {"方致远 白帆研究院"}),
        # a house that somebody goes to see has been visited; who leads it has been met
        ("[市长](Title)[方致远](Person)走访慰问[青禾机电](Company)、[云杼学校](Organization)。", set()),
        ("[市长](Title)[方致远](Person)走访慰问[青禾机电](Company)[董事长](Title)[秦晓岚](Person)。", {"方致远 秦晓岚", "方致远 青禾机电"}),
    ],
)
def test_met_with(told, marked, met):
    assert told(encounters.propose, "met_with", marked) == met


@pytest.mark.parametrize(
    ("marked", "attended"),
    [
        ("[市长](Title)[方致远](Person)在[云岭论坛](Event)上指出，要加快创新。", {"方致远 云岭论坛"}),
        (
            "[云岭博览会](Event)开幕。\n本届博览会吸引了[青禾电子](Company)、[云杼科技](Company)等300余家企业参展。",
            {"青禾电子 云岭博览会", "云杼科技 云岭博览会"},
        ),
        (
            "[省长](Title)[方致远](Person)会见来华出席[云岭发展论坛](Event)年会的[青禾机电](Company)[总裁](Title)[陆小满](Person)、[海外商会](Organization)[会长](Title)[温良](Person)。",
            {"陆小满 云岭发展论坛", "温良 云岭发展论坛"},
        ),
        ("[省长](Title)[方致远](Person)会见[陆小满](Person)，谈到[云岭发展论坛](Event)的筹备。", set()),
        (
            HELD + "[市长](Title)[秦晓岚](Person)出席会议并讲话，[副市长](Title)[苏木](Person)主持。",
            {"秦晓岚 工业强基大会", "苏木 工业强基大会"},
        ),
        # a session of the standing committee is none of the congress itself
        (
            "[云岭县第十六届人民代表大会](Event)常务委员会举行[第三十次会议](Event)。[副主任](Title)[苏木](Person)出席会议。",
            {"苏木 第三十次会议"},
        ),
        ("[市政府](PublicBody)召开[民营企业座谈会](Event)。[副市长](Title)[苏木](Person)参加座谈。", {"苏木 民营企业座谈会"}),
        ("[青禾机电](Company)亮相[云岭博览会](Event)。", {"青禾机电 云岭博览会"}),
        # sat in at the end of a story of nothing else
        (
            "[市政府](PublicBody)召开[民营企业座谈会](Event)。\n大家畅所欲言。\n[副市长](Title)[苏木](Person)参加座谈。",
            {"苏木 民营企业座谈会"},
        ),
        (
            "[市政府](PublicBody)召开[民营企业座谈会](Event)。\n[市长](Title)[秦晓岚](Person)来到[青禾机电](Company)调研。\n[副市长](Title)[苏木](Person)参加座谈。",
            set(),
        ),
        # who speaks in a story of a meeting that hears people, and to whom else
        (
            "[市政府](PublicBody)召开[民营企业座谈会](Event)。\n[青禾机电](Company)[总经理](Title)[陆小满](Person)反映，用工紧张。",
            {"陆小满 民营企业座谈会"},
        ),
        (
            "[市政府](PublicBody)召开[民营企业座谈会](Event)。\n[青禾机电](Company)[总经理](Title)[陆小满](Person)告诉记者，用工紧张。",
            set(),
        ),
        ("[市政府](PublicBody)召开[工业强基大会](Event)。\n[青禾机电](Company)[总经理](Title)[陆小满](Person)说，用工紧张。", set()),
        # other things that are done at it
        (
            HELD
            + "[市长](Title)[秦晓岚](Person)宣读表彰决定，[局长](Title)[苏木](Person)解读政策，[贺年](Person)、[陆小满](Person)作了分享。[温良](Person)在分会场参会。",
            {"秦晓岚 工业强基大会", "苏木 工业强基大会", "贺年 工业强基大会", "陆小满 工业强基大会", "温良 工业强基大会"},
        ),
        ("[云岭博览会](Event)落幕。[市长](Title)[秦晓岚](Person)等出席闭幕式。", {"秦晓岚 云岭博览会"}),
        (
            "[市政府](PublicBody)召开[民营企业专题会](Event)。[局长](Title)[苏木](Person)当场答复，月底前完成。",
            {"苏木 民营企业专题会"},
        ),
        # a name in front and when it was held behind a comma; what the reporter has learnt
        (
            "[云岭县委第八次全会](Event)，于[5月8日](Date 2024-05-08)举行。\n[县委](PublicBody)[书记](Title)[方致远](Person)作了讲话。",
            {"方致远 云岭县委第八次全会"},
        ),
        ("[云岭县委第八次全会](Event)，是一次重要会议。\n[县委](PublicBody)[书记](Title)[方致远](Person)作了讲话。", set()),
        (
            "记者从组委会获悉，将于下月举行的[云岭投资大会](Event)筹备就绪。[副省长](Title)[方致远](Person)将出席并致辞。",
            {"方致远 云岭投资大会"},
        ),
        # a delegation attends, not its host
        (
            "[省长](Title)[方致远](Person)率代表团抵达[云岭市](Place)。[市长](Title)[秦晓岚](Person)会见[方致远](Person)一行。代表团将出席[云岭投资大会](Event)。",
            {"方致远 云岭投资大会"},
        ),
        ("[市长](Title)[秦晓岚](Person)与[云岭博览会](Event)参展商座谈。", set()),
        (HELD + "会晤由[市长](Title)[秦晓岚](Person)主持。", set()),
        (HELD + "\n会前，[青禾机电](Company)[总裁](Title)[陆小满](Person)介绍投产情况。", set()),
        # who only speaks or acts inside, and who holds the chair
        (HELD + "\n会上，[青禾机电](Company)[总裁](Title)[陆小满](Person)介绍投产情况。", {"陆小满 工业强基大会"}),
        (HELD + "\n[市长](Title)[秦晓岚](Person)在会上强调，要抓好落实。", {"秦晓岚 工业强基大会"}),
        (HELD + "\n会上，[市长](Title)[秦晓岚](Person)为企业颁发奖牌。", {"秦晓岚 工业强基大会"}),
        (HELD + "大会由[市长](Title)[秦晓岚](Person)主持。", {"秦晓岚 工业强基大会"}),
        (
            HELD + "大会由[青禾机电](Company)[总裁](Title)，[市工商联](Organization)[会长](Title)[陆小满](Person)主持。",
            {"陆小满 工业强基大会"},
        ),
        (
            HELD
            + "[云州大学](Organization)[教授](Title)[温良](Person)博士，[青禾机电](Company)[总裁](Title)[陆小满](Person)等作了主题报告。",
            {"温良 工业强基大会", "陆小满 工业强基大会"},
        ),
        (HELD + "\n会后，[市长](Title)[秦晓岚](Person)介绍了情况。", set()),
        (HELD + "\n座谈会上，[市长](Title)[秦晓岚](Person)介绍了情况。", set()),  # another gathering
        (
            HELD + "\n[市工信局](PublicBody)、[青禾机电](Company)负责人先后发言。",
            {"市工信局 工业强基大会", "青禾机电 工业强基大会"},
        ),
        (
            HELD + "出席大会的各县区负责人还有：[苏木](Person)、[贺年](Person)。",
            {"苏木 工业强基大会", "贺年 工业强基大会"},
        ),
        (
            HELD + "\n会上，[青禾机电](Company)、[锦帆电子](Company)等企业负责人畅谈想法；[市工信局](PublicBody)作汇报发言。",
            {"青禾机电 工业强基大会", "锦帆电子 工业强基大会", "市工信局 工业强基大会"},
        ),
        (
            HELD + "\n会上，[青禾机电](Company)[总裁](Title)[陆小满](Person)、[锦帆电子](Company)[董事长](Title)[温良](Person)先后发言。",
            {"陆小满 工业强基大会", "温良 工业强基大会"},
        ),
        # 仪式 told of by another word; a gathering called 洽谈活动 is no talk
        (
            "[云岭区开工奠基仪式](Event)昨日举行。\n开工仪式上，[青禾机电](Company)[总裁](Title)[陆小满](Person)介绍了项目情况。",
            {"陆小满 云岭区开工奠基仪式"},
        ),
        (HELD + "\n[青禾机电](Company)[总裁](Title)[陆小满](Person)等近百位客商参加系列对接洽谈活动。", {"陆小满 工业强基大会"}),
        (HELD + "\n[青禾机电](Company)[总裁](Title)[陆小满](Person)参加洽谈。", set()),
        # the chair makes a paragraph one of the event; another gathering by its kind
        (
            HELD + "\n[苏木](Person)主持会议。[青禾机电](Company)[副总裁](Title)[陆小满](Person)介绍项目情况后，大家热议。",
            {"苏木 工业强基大会", "陆小满 工业强基大会"},
        ),
        (HELD + "\n[青禾机电](Company)[总裁](Title)[陆小满](Person)出席新闻发布会。", set()),
        (
            "[全市项目推介大会](Event)举行。\n[青禾机电](Company)[总裁](Title)[陆小满](Person)参加推介会。",
            {"陆小满 全市项目推介大会"},
        ),
        ("[工业强基大会](Event)举行前夕，大家忙碌。[秦晓岚](Person)主持[工业强基大会](Event)前夕，听取汇报。", set()),
        (HELD + "\n[青禾机电](Company)[总裁](Title)[陆小满](Person)参加汇报会。", set()),
        # who reports to a sitting
        (
            HELD + "\n会议听取了[市财政局](PublicBody)[局长](Title)[贺年](Person)受市政府委托作的关于预算的报告，审议了草案。",
            {"贺年 工业强基大会"},
        ),
        (HELD + "\n[秦晓岚](Person)此前听取了[贺年](Person)所作的关于预算的报告。", set()),
        # boilerplate names events that nobody here attended
        ("[秦晓岚](Person)强调，要认真贯彻[中央经济工作会议](Event)精神。", set()),
        ("[秦晓岚](Person)主持会议，传达学习[全国两会](Event)精神。", set()),
        ("[工业强基大会](Event)召开。[秦晓岚](Person)亲自主持[编辑](Title)和审定文集。", set()),
        # rows with names that nobody knows, and what they are called
        (
            HELD
            + "\n会上，某某动力、[锦帆电子](Company)、某某新能源、[青禾机电](Company)4家企业及[市汽车协会](Organization)负责人畅谈想法。",
            {"锦帆电子 工业强基大会", "青禾机电 工业强基大会", "市汽车协会 工业强基大会"},
        ),
        (
            HELD + "[省工信厅](PublicBody)、项目业主[青禾机电](Company)、参建单位代表[锦帆电子](Company)先后发言。",
            {"省工信厅 工业强基大会", "青禾机电 工业强基大会", "锦帆电子 工业强基大会"},
        ),
        # others who are there, and whom one hears
        (HELD + "[市长](Title)[秦晓岚](Person)同参加[工业强基大会](Event)的客商座谈。", set()),
        (HELD + "[市长](Title)[秦晓岚](Person)认真听取大家发言。", set()),
        (HELD + "[市工信局](PublicBody)有关部门负责同志参加会议。", set()),
        (HELD + "[市长](Title)[秦晓岚](Person)介绍[省长](Title)[贺年](Person)出席会议的情况。", set()),
        (HELD + "深入学习[贺年](Person)在座谈会上的重要讲话。", set()),
        (HELD + "[青禾机电](Company)负责人赴外地参加某论坛。", set()),
        ("[全国党代会](Event)擘画蓝图。[市长](Title)[秦晓岚](Person)讲话。", set()),
        # of several events the one that is called so
        (
            "[市政府](PublicBody)召开[民企座谈会](Event)。会议决定召开[全市党代会](Event)。[市长](Title)[秦晓岚](Person)出席座谈会。",
            {"秦晓岚 民企座谈会"},
        ),
        # a visit's 参加调研 is no event
        (HELD + "\n[市长](Title)[秦晓岚](Person)来到[青禾机电](Company)调研，[副市长](Title)[苏木](Person)参加调研。", set()),
        # 这次座谈会 is the one told of, not one without a name
        (
            "[秦晓岚](Person)主持召开[工业强基座谈会](Event)。\n[秦晓岚](Person)调研期间专门召开这次座谈会。座谈会上，[方致远](Person)、[陆小满](Person)先后发言。",
            {"秦晓岚 工业强基座谈会", "方致远 工业强基座谈会", "陆小满 工业强基座谈会"},
        ),
        # what whoever acts next is about meanwhile
        (
            "在主持[云岭峰会](Event)和出席[七岭论坛](Event)期间，[市长](Title)[方致远](Person)到[北川](Place)考察。",
            {"方致远 云岭峰会", "方致远 七岭论坛"},
        ),
        (
            "[5月8日](Date --05-08)，在赴[北川](Place)出席[云岭峰会](Event)并进行访问之际，[市长](Title)[方致远](Person)发表文章。",
            {"方致远 云岭峰会"},
        ),
        ("在[云岭峰会](Event)举行期间，[市长](Title)[方致远](Person)到[北川](Place)考察。", set()),
        # bodies whose people are heard there
        (
            "[县委](PublicBody)召开[企业家座谈会](Event)，就经济形势听取各协会、[市工商联](Organization)负责人和企业代表的意见和建议。",
            {"市工商联 企业家座谈会"},
        ),
        (
            "[秦晓岚](Person)主持召开[企业家座谈会](Event)，听取[市工商联](Organization)、[青禾集团](Company)负责人发言。",
            {"秦晓岚 企业家座谈会", "市工商联 企业家座谈会", "青禾集团 企业家座谈会"},
        ),
        (
            "[秦晓岚](Person)主持召开[企业家座谈会](Event)，听取[市政府](PublicBody)有关部门负责人发言。",
            {"秦晓岚 企业家座谈会"},
        ),
        (
            "[秦晓岚](Person)召开[企业家座谈会](Event)，听取[市工商联](Organization)[负责人](Title)和企业[代表](Title)的意见和建议。",
            {"市工商联 企业家座谈会"},
        ),
        (
            "[县委](PublicBody)召开[企业家座谈会](Event)，听取[市工商联](Organization)[主席](Title)[方致远](Person)的意见。",
            set(),
        ),
        # on the platform; who holds a post in a body is not the body
        (
            HELD + "\n[市长](Title)[秦晓岚](Person)、[副市长](Title)[苏木](Person)等在主席台前排就坐。",
            {"秦晓岚 工业强基大会", "苏木 工业强基大会"},
        ),
        (HELD + "[市长](Title)[秦晓岚](Person)走到主席台前和就座的代表握手。", set()),
        (HELD + "[市委](PublicBody)[常委](Title)、[市人大](PublicBody)[副主任](Title)及有关部门负责同志参加会议。", set()),
        # who holds an event is no guest of it
        ("[青禾银行](Company)在园区举办[金融推介会](Event)，向企业推介科技贷。", set()),
        (
            "[青禾集团](Company)[2019年度股东大会](Event)昨日在公司召开，出席会议的股东代表共19名。",
            set(),
        ),
        # what is learned from a speech, and what another event is to deal with
        (
            "[县政协主席会议](Event)召开。要领会[方致远](Person)总书记重要讲话和指示精神，做好各项工作。",
            set(),
        ),
        ("[县政协主席会议](Event)召开。[方致远](Person)发表重要讲话。", {"方致远 县政协主席会议"}),
        ("主席会议上，秘书长[方致远](Person)就[常委会第九次会议](Event)议程草案作了汇报。", set()),
        # how somebody fared at a contest: also whom one beats, and pairs
        (
            "[2023年泳联锦标赛](Event)昨晚落幕，在接力决赛中，[岚国队](Organization)以3分29秒的成绩获得银牌。此外，[方致远](Person)和[秦晓岚](Person)在50米决赛中各夺得一枚铜牌。",
            {"岚国队 2023年泳联锦标赛", "方致远 2023年泳联锦标赛", "秦晓岚 2023年泳联锦标赛"},
        ),
        ("[云岭杯](Event)决赛中，[岚国队](Organization)以3比1战胜[昀国队](Organization)。", {"岚国队 云岭杯", "昀国队 云岭杯"}),
        ("[云岭杯](Event)开赛。[方致远](Person)/[秦晓岚](Person)以326分获得冠军。", {"方致远 云岭杯", "秦晓岚 云岭杯"}),
        ("[云岭创新大赛](Event)落幕。[青禾电子](Company)荣获二等奖。", {"青禾电子 云岭创新大赛"}),
        ("[云岭创新大赛](Event)落幕。[青禾电子](Company)获得银行贷款。", set()),
        ("[云岭创新大赛](Event)落幕。[方致远](Person)为获得一等奖的选手颁奖。", set()),
        ("[云岭创新大赛](Event)落幕。[方致远](Person)曾获得全国冠军。", set()),
        ("[云岭论坛](Event)落幕。[青禾电子](Company)荣获二等奖。", set()),
        # who has a stand at a fair, or is among those who show there
        (
            "[方致远](Person)在[第135届云岭交易会](Event)巡馆。\n[方致远](Person)先后参观了[青禾电气](Company)、[白帆医疗](Company)等多家企业展区。",
            {"方致远 第135届云岭交易会", "青禾电气 第135届云岭交易会", "白帆医疗 第135届云岭交易会"},
        ),
        (
            "[云岭招聘会](Event)举行。这次参会企业包括[青禾银行](Company)、[白帆银行](Company)等银行。",
            {"青禾银行 云岭招聘会", "白帆银行 云岭招聘会"},
        ),
        ("[云岭论坛](Event)举行。[方致远](Person)来到[青禾电气](Company)展区。", set()),
        # an opening is one of its own, and no fair that was told of before
        ("[青禾里](Place)是[云岭招商会](Event)上引进的。\n[方致远](Person)在开业致辞中说。[秦晓岚](Person)出席开业仪式。", set()),
        ("[云岭招商会](Event)举行。\n[秦晓岚](Person)出席签约仪式。", {"秦晓岚 云岭招商会"}),
        ("[云岭大桥奠基仪式](Event)举行。\n[秦晓岚](Person)出席开工仪式。", {"秦晓岚 云岭大桥奠基仪式"}),
        # whose firm it is does not act
        ("[青禾集团](Company)党委所属[白帆酒业](Company)被评为示范单位，并参加了[云岭论坛](Event)。", {"白帆酒业 云岭论坛"}),
        ("[青禾集团](Company)所属的[白帆酒业](Company)、[云杼酒业](Company)扩产，并参加了[云岭论坛](Event)。", {"青禾集团 云岭论坛"}),
        ("[青禾集团](Company)所属行业变化很大，并参加了[云岭论坛](Event)。", {"青禾集团 云岭论坛"}),
    ],
)
def test_attended(told, marked, attended):
    assert told(propose, "attended", marked) == attended


@pytest.mark.parametrize(
    ("marked", "hosted"),
    [
        (
            "[云岭博览会](Event)在[云岭市](Place)举行。主办单位：[市商务局](PublicBody)、[市工商联](Organization)。",
            {"市商务局 云岭博览会", "市工商联 云岭博览会"},
        ),
        (HELD, {"市政府 工业强基大会"}),
        (
            "[工业强基大会](Event)开幕。大会由[省工信厅](PublicBody)、[云州市政府](PublicBody)主办，[青禾机电](Company)承办。",
            {"省工信厅 工业强基大会", "云州市政府 工业强基大会", "青禾机电 工业强基大会"},
        ),
        # the last event that is called so; names for shows and games; 主办方甲; together with another
        (
            "[云岭游艇大会](Event)举行。在[金融分论坛](Event)上，大家畅谈。大会由[青禾商会](Organization)主办，[市商务局](PublicBody)承办。",
            {"青禾商会 云岭游艇大会", "市商务局 云岭游艇大会"},
        ),
        ("[云岭汽配展](Event)开幕。展会由[市商务局](PublicBody)主办。", {"市商务局 云岭汽配展"}),
        ("[云岭汽配展](Event)开幕。晚宴由[市商务局](PublicBody)主办。", set()),
        (
            "[云岭第六届蜜桃采摘节暨农产品展销会](Event)开幕。本届采摘节由[市商务局](PublicBody)、[市文旅局](PublicBody)主办。",
            {"市商务局 云岭第六届蜜桃采摘节暨农产品展销会", "市文旅局 云岭第六届蜜桃采摘节暨农产品展销会"},
        ),
        ("[云岭汽配展](Event)开幕。本次招待会由[市商务局](PublicBody)主办。", set()),
        (
            "[云岭投资大会](Event)举行，主办方[市商务局](PublicBody)与[青禾商会](Organization)发布指南。",
            {"市商务局 云岭投资大会", "青禾商会 云岭投资大会"},
        ),
        ("[云岭投资大会](Event)举行，主办方邀请了[青禾商会](Organization)。", set()),
        ("[云岭管委会](PublicBody)与[青禾机电](Company)举行[项目签约仪式](Event)。", {"云岭管委会 项目签约仪式", "青禾机电 项目签约仪式"}),
        ("[云岭管委会](PublicBody)与[青禾机电](Company)签约，并出席[项目签约仪式](Event)。", set()),
        ("记者从[市工信局](PublicBody)召开的[新闻通气会](Event)上获悉，政策已经出台。", {"市工信局 新闻通气会"}),
        # who tells it, and where it was
        # the body in the name of its session
        (
            "[市人大常委会](PublicBody)很忙。[市十七届人大常委会第二十一次会议](Event)昨日举行。",
            {"市人大常委会 市十七届人大常委会第二十一次会议"},
        ),
        (
            "[市人大常委会](PublicBody)很忙。[云州市第十七届人大常委会第21次会议](Event)昨日举行。",
            {"市人大常委会 云州市第十七届人大常委会第21次会议"},
        ),
        # the body in front of its own meeting, and one that a meeting is only about
        (
            "[县政府](PublicBody)很忙。[县政府第67次常务会议](Event)召开。",
            {"县政府 县政府第67次常务会议"},
        ),
        ("[县政府](PublicBody)很忙。[县长](Title)[秦晓岚](Person)主持召开[县政府第67次常务会议](Event)。", set()),
        ("[青禾集团](Company)很忙。[青禾集团年度供应商大会](Event)举行。", {"青禾集团 青禾集团年度供应商大会"}),
        ("[青禾集团](Company)很忙。[青禾集团项目签约大会](Event)举行。", set()),
        ("[七岭组织](Organization)很忙。[七岭组织成员国部长会议](Event)举行。", set()),
        (
            "由[云州大学](Organization)主办、[云州市政府](PublicBody)合办、[青禾机电](Company)承办的[云岭论坛](Event)开幕。",
            {"云州大学 云岭论坛", "云州市政府 云岭论坛", "青禾机电 云岭论坛"},
        ),
        # who only starts it stands beside those who hold it; a department of a body is not the body
        (
            "[云州联合会](Organization)发起，[市应急局](PublicBody)、[云州省](Place)主办的[云岭锦标赛](Event)开幕。",
            {"市应急局 云岭锦标赛", "云州省 云岭锦标赛"},
        ),
        ("由[晚报网](Organization)、[云州党委](PublicBody)网信委联合主办的[云岭论坛](Event)开幕。", {"晚报网 云岭论坛"}),
        ("[市贸促会](Organization)组织企业参加在大阪举行的[云岭博览会](Event)。", set()),
        ("[市政协](PublicBody)很忙。[市十七届人大常委会第二十一次会议](Event)昨日举行。", set()),
        ("[晚报网](Organization)消息（记者某某）：[5月8日](Date 2024-05-08)举行[工业强基大会](Event)。", set()),
        ("[晚报网](Organization)[5月8日](Date 2024-05-08)电某某教育举办了[工业强基大会](Event)。", set()),
        (HELD + "由[云州大学](Organization)主办，某某公司承办的书画展也已开幕。", {"市政府 工业强基大会"}),
        ("在[云岭区](Place)举办的[工业强基大会](Event)传来消息。", set()),
        ("[工业强基大会](Event)开幕。由[云州大学](Organization)主办的另一场比赛也已结束。", set()),
        # a role instead of a verb: 甲、乙作为主办方, 作为承办单位，甲…
        (
            "[云岭博览会](Event)迎来贵客。[青禾机电](Company)、[云岭商会](Organization)作为博览会两大主办单位，展出新品。",
            {"青禾机电 云岭博览会", "云岭商会 云岭博览会"},
        ),
        ("[工业强基大会](Event)开幕。作为本次大会的承办单位，[青禾机电](Company)投入百万元。", {"青禾机电 工业强基大会"}),
        ("[云岭马拉松](Event)开跑。作为赛事的承办单位，[青禾机电](Company)派出志愿者。", {"青禾机电 云岭马拉松"}),
        ("[云岭马拉松](Event)与[白帆车赛](Event)开跑。作为赛事的承办单位，[青禾机电](Company)派出志愿者。", set()),
        ("[青禾机电](Company)是[工业强基大会](Event)的主办方之一。", {"青禾机电 工业强基大会"}),
        ("[云岭博览会](Event)与[白帆博览会](Event)都来了贵客。[青禾机电](Company)作为博览会主办方，展出新品。", set()),
        ("[工业强基大会](Event)开幕。[青禾机电](Company)作为历届大会的主办方，展出新品。", set()),
        ("[工业强基大会](Event)开幕。作为大会承办方代表，[秦晓岚](Person)致辞。", set()),
        ("[工业强基大会](Event)开幕。作为大会的协办单位，[青禾机电](Company)展出新品。", {"青禾机电 工业强基大会"}),
        ("[工业强基大会](Event)开幕。作为大会的支持单位，[青禾机电](Company)展出新品。", set()),
        ("[工业强基大会](Event)开幕。[青禾机电](Company)希望成为大会的主办方。", set()),
        ("[工业强基大会](Event)开幕。[青禾机电](Company)是大会主办方的客户。", set()),
        ("[工业强基大会](Event)开幕。作为大会承办方，[青禾机电](Company)[董事长](Title)[秦晓岚](Person)致辞。", set()),
        ("[市长](Title)[秦晓岚](Person)主持召开[工业强基大会](Event)。", set()),
        ("[市政府](PublicBody)召开会议，传达学习[全国两会](Event)精神。", set()),
        # whoever says it, a board sits for its own firm
        (
            "[青禾基金](Company)公告称，[青禾基金](Company)[第二届董事会第五次会议](Event)审议通过了议案。",
            {"青禾基金 第二届董事会第五次会议"},
        ),
        ("议案尚需经[青禾基金](Company) [2016 年第二次临时股东大会](Event)审议通过。", {"青禾基金 2016 年第二次临时股东大会"}),
        ("[方致远](Person)表示，[青禾基金](Company)[云岭分公司成立大会](Event)很重要。", set()),
        # several together, though 在 stands before them
        (
            "在[云岭银行](Company)、[市工商联](Organization)等部门联合召开的[民企推进会](Event)上，签了18个项目。",
            {"云岭银行 民企推进会", "市工商联 民企推进会"},
        ),
        ("在[云岭银行](Company)召开的[民企推进会](Event)上，签了18个项目。", set()),
        # a day in front that brackets part
        ("昨（18）日[云岭县](Place)在[岚城](Place)举办了“[云岭推介会](Event)”。", {"云岭县 云岭推介会"}),
        ("昨日在[云岭县](Place)举办了[云岭推介会](Event)。", set()),
    ],
)
def test_hosted(told, marked, hosted):
    assert told(propose, "hosted", marked) == hosted


@pytest.mark.parametrize(
    ("marked", "attended"),
    [
        (
            "[云岭签约仪式](Event)举行。县领导[方致远](Person)、[林清和](Person)，县直有关单位负责人及[青石镇](Place)主要领导，[青禾集团](Company)相关人员参加仪式。",
            {"方致远 云岭签约仪式", "林清和 云岭签约仪式", "青禾集团 云岭签约仪式"},
        ),
        (
            "[云岭开工仪式](Event)举行。施工单位[北川建工](Company)、监理单位[青禾监理](Company)负责人作了发言。",
            {"北川建工 云岭开工仪式", "青禾监理 云岭开工仪式"},
        ),
        (
            "[云岭茶会第三届大会](Event)召开。大会审议通过了监事长[方致远](Person)所作的报告。",
            {"方致远 云岭茶会第三届大会"},
        ),
    ],
)
def test_those_who_are_only_listed_and_those_who_report_are_there(told, marked, attended):
    assert told(propose, "attended", marked) == attended


def test_a_session_is_held_by_the_body_that_its_name_tells(told):
    said = "[中共云岭县第十四届委员会第六次全体会议](Event)召开。[中共云岭县委员会](PublicBody)[书记](Title)[方致远](Person)讲话。"
    assert told(propose, "hosted", said) == {"中共云岭县委员会 中共云岭县第十四届委员会第六次全体会议"}


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("[12日](Date --10-12)，由[市商务局](PublicBody)主办的[云岭论坛](Event)在此举行。", "--10-12"),
        ("由[市商务局](PublicBody)主办的[云岭论坛](Event)在此举行。", "--10-13"),
    ],
)
def test_a_day_said_of_an_event_goes_before_that_of_the_story(drafts, after, day):
    found = drafts(propose, f"[今天](Date --10-13)电站蓄水。\n[云岭论坛](Event)举行\n{after}")
    assert {d.date for _, d in found if d.relation == "hosted"} == {day}


def test_event_to_come_is_planned(drafts):
    found = drafts(propose, "[市政府](PublicBody)将于下月举办[工业强基大会](Event)。")
    assert [(d.relation, d.status) for _, d in found] == [("hosted", "planned")]


def test_roles(drafts):
    found = drafts(propose, HELD + "[市长](Title)[秦晓岚](Person)出席会议并讲话，[副市长](Title)[苏木](Person)主持。")
    assert [(s.entities[d.subject].name, d.qualifiers["role"], d.date) for s, d in found if d.relation == "attended"] == [
        ("秦晓岚", "讲话", "2024-05-08"),
        ("苏木", "主持", "2024-05-08"),
    ]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        (
            "[市长](Title)[秦晓岚](Person)、[苏木](Person)出席会议。会议由[副市长](Title)[苏木](Person)主持。",
            {("秦晓岚", "出席"), ("苏木", "主持")},
        ),
        ("[市长](Title)[秦晓岚](Person)宣布项目启动，[苏木](Person)下达开工令。", {("秦晓岚", "宣布启动"), ("苏木", "宣布开工")}),
        ("[市长](Title)[秦晓岚](Person)宣布大桥通车。[苏木](Person)为项目奠基。", {("秦晓岚", "宣布通车"), ("苏木", "奠基")}),
        ("[市长](Title)[秦晓岚](Person)作政府工作报告。[温良](Person)作主题报告。", {("秦晓岚", "报告"), ("温良", "主旨演讲")}),
        ("[市长](Title)[秦晓岚](Person)出席会议，听取为工程奠基的人的报告。", {("秦晓岚", "出席")}),
        ("[市长](Title)[秦晓岚](Person)宣布一批新规。", set()),
    ],
)
def test_the_most_telling_role_is_told(drafts, marked, roles):
    found = drafts(propose, HELD + marked)
    assert {(s.entities[d.subject].name, d.qualifiers["role"]) for s, d in found if d.relation == "attended"} == roles


def test_all_of_an_event_to_come_is_planned(drafts):
    found = drafts(
        propose, "[工业强基大会](Event)将于下月举行，由[市政府](PublicBody)主办。[市长](Title)[秦晓岚](Person)出席[工业强基大会](Event)。"
    )
    assert {(d.relation, d.status) for _, d in found} == {("hosted", "planned"), ("attended", "planned")}


def test_meeting_to_come_is_planned(drafts):
    found = drafts(encounters.propose, "[市长](Title)[秦晓岚](Person)将会见[青禾机电](Company)[总裁](Title)[陆小满](Person)。")
    assert {d.status for _, d in found} == {"planned"}


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("云岭2024年第一次集中开工活动", {"2024-05-08"}),
        ("2024年度表彰大会", {"--05-08"}),  # the year that it looks back on
        ("工业强基大会", {"--05-08"}),
    ],
)
def test_the_year_may_stand_in_the_name_of_the_event(drafts, event, date):
    found = drafts(propose, f"[5月8日](Date --05-08)，[{event}](Event)举行，[市长](Title)[秦晓岚](Person)出席。")
    assert {d.date for _, d in found} == date


def test_a_quarter_of_projects_is_no_day_of_the_event(drafts):
    found = drafts(propose, "[工业强基大会](Event)举行。\n会上，[市长](Title)[秦晓岚](Person)介绍了[三季度](Date 2024-Q3)开工项目情况。")
    assert {d.date for _, d in found} == {None}


def test_the_day_of_a_report_is_no_day_of_the_meeting(drafts):
    marked = "据[云州发布](Organization)[5月8日](Date 2024-05-08)披露，近日，[市长](Title)[秦晓岚](Person)会见[陆小满](Person)。"
    assert {d.date for _, d in drafts(encounters.propose, marked)} == {None}
