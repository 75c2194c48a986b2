"""Visits: leads, stops and company. People and firms are invented."""

import pytest

from kg.relations.visits import propose

LEAD = "[3月5日](Date 2024-03-05)，[市委](PublicBody)[书记](Title)[方致远](Person)到[云岭区](Place)调研重点企业。"


@pytest.mark.parametrize(
    ("marked", "visited"),
    [
        (LEAD, {"方致远 云岭区"}),
        (LEAD + "\n在[青禾机电](Company)展厅，[方致远](Person)边看边问。", {"方致远 云岭区", "方致远 青禾机电"}),
        # what the sentences are about before the party looks; customers and owners are no stops
        (
            LEAD + "\n[青禾机电](Company)是[海川集团](Company)的子公司，产品销往[北岳车业](Company)。市领导一行详细了解企业生产情况。",
            {"方致远 云岭区", "方致远 青禾机电"},
        ),
        (
            LEAD + "\n[青禾机电](Company)主攻电机。[锦帆电子](Company)是行业龙头。市领导一行参观展厅，勉励企业创新。",
            {"方致远 云岭区", "方致远 青禾机电", "方致远 锦帆电子"},
        ),
        (LEAD + "\n[方致远](Person)考察了[海川集团](Company)所属的[青禾机电](Company)。", {"方致远 云岭区", "方致远 青禾机电"}),
        # what of a firm is at a place, and a place that is a stop itself
        ("[市长](Title)[秦晓岚](Person)一行到[青禾集团](Company)[北岳市](Place)总部考察。", {"秦晓岚 青禾集团"}),
        ("[市长](Title)[秦晓岚](Person)一行到[青禾集团](Company)、[北岳市](Place)考察。", {"秦晓岚 青禾集团", "秦晓岚 北岳市"}),
        # owner before the stop, and a list of stops
        (
            "[市长](Title)[秦晓岚](Person)一行先后来到[东湖园区](Place)的[青禾机电](Company)、[锦帆电子](Company)和[市一院](Organization)察看。",
            {"秦晓岚 东湖园区", "秦晓岚 青禾机电", "秦晓岚 锦帆电子", "秦晓岚 市一院"},
        ),
        (
            LEAD + "\n[海川集团](Company)旗下的[青禾机电](Company)去年投产。[方致远](Person)走进车间，询问订单。",
            {"方致远 云岭区", "方致远 青禾机电"},
        ),
        # a stop that tells of who came, a project said alone, an order that is no visit, and leads who go each their own way
        ("[青禾机电](Company)迎来了[市长](Title)[方致远](Person)的调研。", {"方致远 青禾机电"}),
        (
            "[市长](Title)[方致远](Person)到[云岭区](Place)调研。[云岭大桥项目](Project)计划年底通车，与[青禾机电](Company)相邻。[方致远](Person)来到项目察看进展。",
            {"方致远 云岭区", "方致远 云岭大桥项目"},
        ),
        ("[市长](Title)[方致远](Person)要求[市应急局](PublicBody)深入[青禾机电](Company)开展检查。", set()),
        # bodies that go together, and a body's group that comes to look
        (
            "[市环境局](PublicBody)会同[市公安局](PublicBody)、[市水利局](PublicBody)到[青禾机电](Company)检查。",
            {"市环境局 青禾机电", "市公安局 青禾机电", "市水利局 青禾机电"},
        ),
        (
            "[市安委会](PublicBody)第二督察组到[云岭区](Place)督察。督察组一行先后前往[青禾机电](Company)。",
            {"市安委会 云岭区", "市安委会 青禾机电"},
        ),
        ("[市环境局](PublicBody)同[市公安局](PublicBody)到[青禾机电](Company)检查一事无关。", set()),
        (
            "[市领导](Title)[方致远](Person)、[秦晓岚](Person)分别走访慰问职工。\n在[青禾机电](Company)，[方致远](Person)走进车间，叮嘱大家。",
            {"方致远 青禾机电"},
        ),
        # said once for all of a row, over a comma; whoever 他 is goes on alone, and two who lead together go on together
        (
            "[书记](Title)[方致远](Person)，[市长](Title)[秦晓岚](Person)分别带队，检查安全生产。[方致远](Person)一行来到[青禾机电](Company)。他还来到[北岳车业](Company)。"
            "\n[秦晓岚](Person)检查了[锦帆电子](Company)。",
            {"方致远 青禾机电", "方致远 北岳车业", "秦晓岚 锦帆电子"},
        ),
        (
            "[书记](Title)[方致远](Person)，[市长](Title)[秦晓岚](Person)带队检查安全生产。[方致远](Person)一行来到[青禾机电](Company)。",
            {"方致远 青禾机电", "秦晓岚 青禾机电"},
        ),
        # not said of the row, but told of each
        (
            "[书记](Title)[方致远](Person)、[市长](Title)[秦晓岚](Person)带队走访慰问教师。在[云杼小学](Organization)，[方致远](Person)听了一堂课。"
            "\n[方致远](Person)还来到[白帆学校](Organization)。\n[秦晓岚](Person)走访了[青岩幼儿园](Organization)。",
            {"方致远 云杼小学", "方致远 白帆学校", "秦晓岚 青岩幼儿园"},
        ),
        ("[市长](Title)[方致远](Person)下沉[青禾机电](Company)，现场办公。", {"方致远 青禾机电"}),
        # speech names firms that nobody visited
        (LEAD + "\n[方致远](Person)指出，[青禾机电](Company)要带头创新，[锦帆电子](Company)要跟上。", {"方致远 云岭区"}),
        # a company's man at a place, and one who comes as a delegation's head
        ("[青禾机电](Company)[董事长](Title)[陆小满](Person)来到[云岭区](Place)。", set()),
        ("[青禾机电](Company)[董事长](Title)[陆小满](Person)一行来到[云岭区](Place)考察。", {"陆小满 云岭区"}),
        # two leads, and one of them named again alone
        (
            "[区委](PublicBody)[书记](Title)[方致远](Person)、[区长](Title)[秦晓岚](Person)一行到[云岭区](Place)督导项目。\n随后，[方致远](Person)一行走进[青禾机电](Company)。",
            {"方致远 云岭区", "秦晓岚 云岭区", "方致远 青禾机电", "秦晓岚 青禾机电"},
        ),
        # who made or owns a project is no stop
        (
            "[市长](Title)[秦晓岚](Person)来到[云岭区](Place)，考察了[海川集团](Company)承建的[电机产业园项目](Project)。",
            {"秦晓岚 云岭区", "秦晓岚 电机产业园项目"},
        ),
        # a row goes on behind a comma, past a name that nobody knows
        (
            LEAD
            + "\n[方致远](Person)一行先后现场查看了[东湖镇](Place)[青禾机电](Company)，[西湖镇](Place)[锦帆电子](Company)、某某基地，听取汇报。",
            {"方致远 云岭区", "方致远 东湖镇", "方致远 青禾机电", "方致远 西湖镇", "方致远 锦帆电子"},
        ),
        # names in the row that nobody knows
        (
            "[市长](Title)[秦晓岚](Person)先后走访某某机械、[青禾机电](Company)和[锦帆电子](Company)。",
            {"秦晓岚 青禾机电", "秦晓岚 锦帆电子"},
        ),
        # a project that is only talked of
        (LEAD + "\n双方就[储能项目](Project)达成共识。该项目前景好。[方致远](Person)鼓励企业创新。", {"方致远 云岭区"}),
        ("[市长](Title)[秦晓岚](Person)邀请[省长](Title)[贺年](Person)赴[云岭区](Place)考察。", set()),
        # to see, to take office, and whom an interview is with
        ("[市长](Title)[秦晓岚](Person)看到[云岭区](Place)招聘的消息。", set()),
        ("[市长](Title)[秦晓岚](Person)来到[云岭区](Place)，出任[区委](PublicBody)[书记](Title)。", set()),
        ("[市长](Title)[秦晓岚](Person)前往[云岭区](Place)任[区长](Title)。", set()),
        # a delegation's way, and the one who is shown around
        ("[市长](Title)[秦晓岚](Person)率队到[云岭区](Place)、[东川市](Place)等地，推介投资环境。", {"秦晓岚 云岭区", "秦晓岚 东川市"}),
        ("签约前，[区长](Title)[苏木](Person)陪同[陆小满](Person)一行考察了[青禾机电](Company)。", {"陆小满 青禾机电"}),
        # the partner of the firm where they are, and two that they are at
        (
            LEAD + "\n[青禾机电](Company)与[云州大学](Organization)合作。[方致远](Person)察看了生产车间。",
            {"方致远 云岭区", "方致远 青禾机电"},
        ),
        (
            LEAD + "\n[青禾机电](Company)和[锦帆电子](Company)生意红火。[方致远](Person)察看了生产车间。",
            {"方致远 云岭区", "方致远 青禾机电", "方致远 锦帆电子"},
        ),
        # who sends the story, and a place in a longer name
        ("[云州网](Organization)消息：[市长](Title)[秦晓岚](Person)近日到[云岭区](Place)考察。", {"秦晓岚 云岭区"}),
        (LEAD + "\n在[东川](Place)嘉里中心，[方致远](Person)听取汇报。", {"方致远 云岭区"}),
        (LEAD + "\n在[东川](Place)，[方致远](Person)听取汇报。", {"方致远 云岭区", "方致远 东川"}),
        # unknown names first, and a hotel where they only meet
        (
            "[市长](Title)[秦晓岚](Person)一行先后到某某机械、[青禾机电](Company)以及[锦帆电子](Company)等地察看。",
            {"秦晓岚 青禾机电", "秦晓岚 锦帆电子"},
        ),
        ("[市长](Title)[秦晓岚](Person)率队来[云岭区](Place)考察并在[东湖大酒店](Company)召开座谈会。", {"秦晓岚 云岭区"}),
        # deputies who are not named are not those that come along
        (
            "人大代表到[云岭区](Place)视察。[区长](Title)[苏木](Person)，[区委](PublicBody)[书记](Title)[贺年](Person)陪同。\n视察组先后察看了[青禾机电](Company)。",
            set(),
        ),
        # an attribute in the row
        (
            "[市长](Title)[秦晓岚](Person)考察了[青禾机电](Company)、[东川](Place)再制造产业示范基地和[锦帆电子](Company)。",
            {"秦晓岚 青禾机电", "秦晓岚 锦帆电子"},
        ),
        ("[市长](Title)[秦晓岚](Person)：这是[省长](Title)[贺年](Person)第一次来到[云岭区](Place)考察。", {"贺年 云岭区"}),
        (LEAD + "\n在听取[云州省](Place)负责人汇报后，[方致远](Person)参观了展厅。", {"方致远 云岭区"}),
        # a party that splits up: each is only where he is named
        (
            "[市委](PublicBody)[书记](Title)[方致远](Person)，[市长](Title)[秦晓岚](Person)分组走访慰问企业。\n[方致远](Person)走访了[青禾机电](Company)。"
            "[秦晓岚](Person)走访了[锦帆电子](Company)。",
            {"方致远 青禾机电", "秦晓岚 锦帆电子"},
        ),
        # the delegation goes about, not who received it; neither does a place's own, of whom nothing is told
        (
            "[市长](Title)[秦晓岚](Person)会见由[省长](Title)[贺年](Person)率领的代表团一行。代表团还走访了[青禾机电](Company)，并参观了[锦帆电子](Company)。",
            {"贺年 青禾机电", "贺年 锦帆电子"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)会见前来考察的[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。当天，考察团走访了[锦帆电子](Company)。",
            {"陆小满 锦帆电子"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)会见[锦帆协会](Organization)[会长](Title)[陆小满](Person)率领的代表团一行。代表团一行走访了[青禾机电](Company)。",
            {"陆小满 青禾机电"},
        ),
        ("[市长](Title)[秦晓岚](Person)对[陆小满](Person)一行来[云岭区](Place)考察表示欢迎。", set()),
        ("[市长](Title)[秦晓岚](Person)、[省长](Title)[贺年](Person)座谈。[云州省](Place)代表团考察了[青禾机电](Company)。", set()),
        ("[区长](Title)[苏木](Person)带领[市工信局](PublicBody)负责人，到[云岭区](Place)开展招商。", {"苏木 云岭区"}),
        # a place as the first part of a longer name, or that only says where a firm lies or comes from
        ("[市长](Title)[秦晓岚](Person)先后深入[白帆镇](Place)中心幼儿园、[青禾机电](Company)，查看食堂。", {"秦晓岚 青禾机电"}),
        ("[市长](Title)[秦晓岚](Person)先后深入[白帆镇](Place)、[青禾机电](Company)，查看食堂。", {"秦晓岚 白帆镇", "秦晓岚 青禾机电"}),
        ("[市长](Title)[秦晓岚](Person)走访了位于[白帆镇](Place)的[青禾机电](Company)。", {"秦晓岚 青禾机电"}),
        (
            "[市长](Title)[秦晓岚](Person)走访了[锦帆电子](Company)和[白帆镇](Place)的[青禾机电](Company)。",
            {"秦晓岚 锦帆电子", "秦晓岚 青禾机电"},
        ),
        ("[市长](Title)[秦晓岚](Person)来到[云州国](Place)企业[青禾机电](Company)。", {"秦晓岚 青禾机电"}),
        # another is asked to come, whoever he may be
        (LEAD + "\n[方致远](Person)出席仪式并邀请有投资意向的客人来[东川](Place)考察。", {"方致远 云岭区"}),
        # long names in the row that nobody has recognised, and what the next is called
        (
            "[市长](Title)[秦晓岚](Person)先后来到[青禾机电](Company)、云岭特色高效农业核心示范展示园、乡村振兴示范点[白帆村](Place)、[锦帆电子](Company)等地。",
            {"秦晓岚 青禾机电", "秦晓岚 白帆村", "秦晓岚 锦帆电子"},
        ),
        # who only came along leads nobody, though the party has no other name
        # whom nobody leads by name: it is not who received it that goes about
        (
            "[市委](PublicBody)[书记](Title)[方致远](Person)会见了[云岭企业家考察团](Organization)。会见前，考察团还前往[东湖园区](Place)进行了实地考察。",
            set(),
        ),
        (
            "[云岭商会](Organization)考察团来[东川县](Place)考察，[县人大](PublicBody)[主任](Title)[贺年](Person)及有关负责人陪同参加座谈。考察团先后考察了[青禾机电](Company)。",
            set(),
        ),
        # a party that somebody brings, and the house that it is called after
        (
            "[云岭商会](Organization)[会长](Title)[陆小满](Person)先生携[会员](Title)一行31人到[东川县](Place)考察。[云岭商会](Organization)考察团一行参观了[青禾机电](Company)。",
            {"陆小满 东川县", "陆小满 青禾机电"},
        ),
        (LEAD + "\n[方致远](Person)邀请企业来[东川](Place)考察，邀请其到[云川](Place)走走。", {"方致远 云岭区"}),
        # guests are told to have come; the host stays at home
        ("[市长](Title)[秦晓岚](Person)在[云岭区](Place)会见了前来考察的[青禾机电](Company)[总裁](Title)[陆小满](Person)。", set()),
        # whom a firm shows round what has no name of its own is at the firm
        (
            "[市长](Title)[秦晓岚](Person)一行在[青禾机电](Company)[董事长](Title)[陆小满](Person)的陪同下，参观了生产车间，听取汇报。",
            {"秦晓岚 青禾机电"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)在[副市长](Title)[苏木](Person)、[青禾机电](Company)[董事长](Title)[陆小满](Person)陪同下，看望了一线职工。",
            {"秦晓岚 青禾机电"},
        ),
        ("[市长](Title)[秦晓岚](Person)一行在[青禾机电](Company)[董事长](Title)[陆小满](Person)陪同下，参观了古镇。", set()),
        (
            "[市长](Title)[秦晓岚](Person)一行在[青禾机电](Company)[董事长](Title)[陆小满](Person)陪同下，参观了[锦帆电子](Company)生产车间。",
            {"秦晓岚 锦帆电子"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)一行在[青禾机电](Company)[董事长](Title)[陆小满](Person)、[锦帆电子](Company)[董事长](Title)[贺年](Person)陪同下，参观了生产车间。",
            set(),
        ),
        ("[市长](Title)[秦晓岚](Person)一行在[云州商会](Organization)[会长](Title)[陆小满](Person)陪同下，参观了生产车间。", set()),
        # whose people they see
        ("[市长](Title)[秦晓岚](Person)看望了[青禾机电](Company)的一线职工。", {"秦晓岚 青禾机电"}),
        ("[市长](Title)[秦晓岚](Person)看望了[青禾机电](Company)的[董事长](Title)[陆小满](Person)。", set()),
        # what is looked at stands before the verb
        (
            "[市长](Title)[秦晓岚](Person)对[青禾机电](Company)、[锦帆产业园](Project)建设情况进行督导检查。",
            {"秦晓岚 青禾机电", "秦晓岚 锦帆产业园"},
        ),
        ("[市长](Title)[秦晓岚](Person)对[云岭区](Place)工业运行情况进行调研。", set()),
        ("[市长](Title)[秦晓岚](Person)对[云岭区](Place)、[东川区](Place)进行调研。", {"秦晓岚 云岭区", "秦晓岚 东川区"}),
        ("[市长](Title)[秦晓岚](Person)对[云州国](Place)进行国事访问。", {"秦晓岚 云州国"}),
        # guests of state, also where the story is another; whom somebody asks to come has not gone
        ("[陆小满](Person)去年访[云州国](Place)时透露，合同已签。", {"陆小满 云州国"}),
        ("在对[云州国](Place)进行国事访问之际，[陆小满](Person)发表文章。", {"陆小满 云州国"}),
        ("[陆小满](Person)邀请[贺年](Person)访问[云州国](Place)。", set()),
        ("[陆小满](Person)接受采访，[云州国](Place)媒体到场。", set()),
        ("在[云州国](Place)代表团访问期间，[陆小满](Person)发表文章。", set()),
        ("[陆小满](Person)设宴招待到访[云州国](Place)的客人。", set()),
        ("应[陆小满](Person)邀请，我即将对[云州国](Place)进行国事访问。", set()),
        # the place that the paragraph has put in front
        (
            LEAD + "\n[白帆古城](Place)有八百年历史，游人如织。[方致远](Person)来到这里，了解保护情况。",
            {"方致远 云岭区", "方致远 白帆古城"},
        ),
        (LEAD + "\n[白帆港](Place)是一处平台，[方致远](Person)来到这里，察看货场。", {"方致远 云岭区", "方致远 白帆港"}),
        (LEAD + "\n[白帆古城](Place)有八百年历史。[方致远](Person)要求做好保护。", {"方致远 云岭区"}),
        (LEAD + "\n[东川](Place)内陆港是一处平台，[方致远](Person)来到这里，察看货场。", {"方致远 云岭区"}),
        (LEAD + "\n位于[东川](Place)北街的古巷很老。[方致远](Person)来到这里，了解保护情况。", {"方致远 云岭区"}),
        # several of one post, and each his own way
        (
            "[云岭县](Place)领导[方致远](Person)、[秦晓岚](Person)到[青禾机电](Company)调研。",
            {"方致远 青禾机电", "秦晓岚 青禾机电"},
        ),
        ("[副县长](Title)[方致远](Person)、[秦晓岚](Person)来到[青禾机电](Company)。", {"方致远 青禾机电", "秦晓岚 青禾机电"}),
        ("[青禾机电](Company)[经理](Title)[方致远](Person)、[秦晓岚](Person)来到[白帆水产](Company)。", set()),
        (
            "[书记](Title)[方致远](Person)、[县长](Title)[秦晓岚](Person)分别到[青禾机电](Company)、[白帆水产](Company)走访。",
            {"方致远 青禾机电", "秦晓岚 白帆水产"},
        ),
        # bodies go by their heads and staff, and with those whom they call together
        (
            "[市商务局](PublicBody)主要[负责人](Title)率队到[云岭区](Place)走访调研。调研组先后走访了[青禾机电](Company)。",
            {"市商务局 云岭区", "市商务局 青禾机电"},
        ),
        ("[市监局](PublicBody)执法人员随后到[青禾机电](Company)开展帮扶。", {"市监局 青禾机电"}),
        ("[市监局](PublicBody)发放补助款到[青禾机电](Company)账上。", set()),
        (
            "[市政协](PublicBody)组织部分政协[委员](Title)视察工业。政协[委员](Title)们先后察看了[青禾机电](Company)。",
            {"市政协 青禾机电"},
        ),
        ("[市长](Title)[秦晓岚](Person)到[云岭区](Place)调研。[专家](Title)们走进[青禾机电](Company)。", {"秦晓岚 云岭区"}),
        # who comes as a party, and by whom it is led
        ("[青禾机电](Company)[总裁](Title)[陆小满](Person)一行到访[云岭区](Place)。", {"陆小满 云岭区"}),
        (
            "由[云州商会](Organization)[会长](Title)[陆小满](Person)率队的[云岭](Place)籍乡友投资考察团来[云岭区](Place)考察。",
            {"陆小满 云岭区"},
        ),
        # who receives a party goes nowhere
        (
            "[市人大常委会](PublicBody)[副主任](Title)[方致远](Person)带领调研组到[云岭区](Place)调研。[区长](Title)[秦晓岚](Person)看望了调研组一行。\n"
            "调研组一行深入[青禾机电](Company)、[云杼重工](Company)。",
            {"方致远 云岭区", "方致远 青禾机电", "方致远 云杼重工"},
        ),
        # on ground that has no name
        (LEAD + "\n[东川区](Place)高标准农田里，小麦长势喜人。[方致远](Person)走到田间，察看苗情。", {"方致远 云岭区", "方致远 东川区"}),
        (LEAD + "\n[东川区](Place)高标准农田里，农民正忙着收割。", {"方致远 云岭区"}),
        (LEAD + "\n[东川区](Place)高标准农田已建成百万亩。[方致远](Person)走到田间，察看苗情。", {"方致远 云岭区"}),
        # heads of firms who look at another, whatever it is called before its name
        (
            "[青禾集团](Company)[董事长](Title)[陆小满](Person)带队深入水务公司下属企业[云杼水务](Company)开展安全检查。",
            {"陆小满 云杼水务"},
        ),
        ("[市长](Title)[秦晓岚](Person)到民营企业[云杼水务](Company)检查。", {"秦晓岚 云杼水务"}),
        ("[青禾集团](Company)[董事长](Title)[陆小满](Person)到[云杼水务](Company)任职。", set()),
        ("[陆小满](Person)到[云杼水务](Company)洽谈。", set()),  # a customer
    ],
)
def test_visited(told, marked, visited):
    assert told(propose, "visited", marked) == visited


@pytest.mark.parametrize(
    ("marked", "along"),
    [
        (
            LEAD + "[副市长](Title)[苏木](Person)，[市政府](PublicBody)[秘书长](Title)[贺年](Person)参加调研。",
            {"苏木 方致远", "贺年 方致远"},
        ),
        # at a table with those who came to visit sit others
        (
            "[青禾集团](Company)[董事长](Title)[陆小满](Person)率队赴[云岭县](Place)考察。[县委](PublicBody)[书记](Title)[贺年](Person)参加洽谈。"
            "[青禾集团](Company)[总经理](Title)[温良](Person)参加洽谈。",
            {"温良 陆小满"},
        ),
        (LEAD + "市领导[苏木](Person)、[贺年](Person)，[云岭区](Place)主要负责同志参加调研。", {"苏木 方致远", "贺年 方致远"}),
        (
            LEAD + "\n[云岭区](Place)[委书记](Title)[苏木](Person)，[区长](Title)[贺年](Person)分别参加相关活动。",
            {"苏木 方致远", "贺年 方致远"},
        ),
        (LEAD + "\n[青禾机电](Company)[董事长](Title)[陆小满](Person)陪同。", {"陆小满 方致远"}),
        # items of a digest
        (LEAD + "\n●[市委](PublicBody)[书记](Title)[秦晓岚](Person)主持召开座谈会。[副市长](Title)[陆小满](Person)参加。", set()),
        (
            "●[青禾机电](Company)与[锦帆电子](Company)签约。[董事长](Title)[陆小满](Person)参加。\n●[市长](Title)[秦晓岚](Person)到[云岭区](Place)调研。[副市长](Title)[苏木](Person)参加。",
            {"苏木 秦晓岚"},
        ),
        (LEAD + "\n[县领导](Title)[陆小满](Person)，县直有关部门[负责人](Title)，[安国镇](Place)主要负责同志陪同。", {"陆小满 方致远"}),
        (LEAD + "\n[县领导](Title)[陆小满](Person)，县直有关部门[负责人](Title)听取汇报，[安国镇](Place)主要负责同志陪同。", set()),
        (
            "[海外商会](Organization)[会长](Title)[陆小满](Person)一行在[副市长](Title)[苏木](Person)的陪同下，考察了[青禾机电](Company)。",
            {"苏木 陆小满"},
        ),
        (
            "[市长](Title)[秦晓岚](Person)会见[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。[副市长](Title)[苏木](Person)参加会见。",
            {"苏木 秦晓岚"},
        ),
        # of a firm, but one of the host's own, or of the guest's bank
        (
            "[云岭县委](PublicBody)[书记](Title)[秦晓岚](Person)会见[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。[云岭城发集团](Company)[董事长](Title)[苏木](Person)参加会见。",
            {"苏木 秦晓岚"},
        ),
        (
            "[云岭县委](PublicBody)[书记](Title)[秦晓岚](Person)会见[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。[青禾机电](Company)[副总裁](Title)[苏木](Person)，[副县长](Title)[贺年](Person)参加会见。",
            {"苏木 陆小满", "贺年 秦晓岚"},
        ),
        ("签约前，[区长](Title)[苏木](Person)陪同[省长](Title)[陆小满](Person)一行考察了[青禾机电](Company)。", {"苏木 陆小满"}),
        (
            LEAD + "\n[青禾机电](Company)[总经理](Title)[贺年](Person)以及相关[负责人](Title)在点上陪同。",
            {"贺年 方致远"},
        ),
        (
            LEAD
            + "\n考察团一行在[区委](PublicBody)[书记](Title)[苏木](Person)，[区长](Title)[贺年](Person)等陪同下，前往[青禾机电](Company)参观。",
            {"苏木 方致远", "贺年 方致远"},
        ),
        (LEAD + "\n[苏木](Person)、[贺年](Person)陪同考察或参加座谈。", {"苏木 方致远", "贺年 方致远"}),
        (
            LEAD
            + "\n[云岭区](Place)[区长](Title)[苏木](Person)，[副区长](Title)[贺年](Person)；[市工信局](PublicBody)有关负责人陪同调研。",
            {"苏木 方致远", "贺年 方致远"},
        ),
        # who is of the guest's side comes along with the guest
        (
            "[市长](Title)[秦晓岚](Person)会见[青禾机电](Company)[总裁](Title)[陆小满](Person)一行。[副市长](Title)[苏木](Person)、[林川](Person)，[青禾机电](Company)[副总裁](Title)[贺年](Person)参加会见。",
            {"苏木 秦晓岚", "林川 秦晓岚", "贺年 陆小满"},
        ),
        # at an event one attends, and 参加 of other things is neither
        (
            "[5月8日](Date 2024-05-08)，[市政府](PublicBody)召开[工业强基大会](Event)。[市长](Title)[秦晓岚](Person)讲话。[副市长](Title)[苏木](Person)参加会议。",
            set(),
        ),
        (LEAD + "\n[方致远](Person)说，[苏木](Person)参加过抢险。", set()),
        # with the host of the sentence, not with the visit of the story; at a meeting that it holds with nobody
        (
            "[省长](Title)[方致远](Person)率代表团到[云岭区](Place)考察。[市长](Title)[秦晓岚](Person)会见代表团，[副市长](Title)[苏木](Person)参加。",
            {"苏木 秦晓岚"},
        ),
        (LEAD + "\n[方致远](Person)主持召开党组会议，[副市长](Title)[苏木](Person)参加。", set()),
        # taken along, of a delegation, and where people bring their troubles
        (
            "[市长](Title)[秦晓岚](Person)带着[市交通局](PublicBody)[局长](Title)[苏木](Person)、[云岭镇](Place)[镇长](Title)[贺年](Person)来到现场。",
            {"苏木 秦晓岚", "贺年 秦晓岚"},
        ),
        ("[市长](Title)[秦晓岚](Person)带着[苏木](Person)的嘱托来到现场。", set()),
        (
            "[云州市](Place)代表团到[云岭区](Place)考察。代表团由[市长](Title)[秦晓岚](Person)带队，成员包括[副市长](Title)[苏木](Person)、[青禾机电](Company)[总裁](Title)[陆小满](Person)等。",
            {"苏木 秦晓岚", "陆小满 秦晓岚"},
        ),
        ("[区长](Title)[秦晓岚](Person)在信访中心接待来访群众。\n[副区长](Title)[苏木](Person)一同接访。", {"苏木 秦晓岚"}),
        ("[区长](Title)[秦晓岚](Person)在信访中心接待来访群众。\n[副区长](Title)[苏木](Person)当场答复。", set()),
        (
            "[市长](Title)[秦晓岚](Person)率代表团赴[云州国](Place)考察。\n[商务局](PublicBody)[局长](Title)[苏木](Person)随团参加上述活动。",
            {"苏木 秦晓岚"},
        ),
        # the host is of a firm, and the county's people come with their own; a row of posts with one of a firm is of the firm
        (
            "集团[董事长](Title)[陆小满](Person)会见[云岭县委](PublicBody)[书记](Title)[秦晓岚](Person)。县政府[副县长](Title)[苏木](Person)，[副市长](Title)[贺年](Person)，[总经理助理](Title)、[办公室主任](Title)[方致远](Person)参加会见。",
            {"苏木 秦晓岚", "贺年 秦晓岚", "方致远 陆小满"},
        ),
        (
            "[云岭县委](PublicBody)[书记](Title)[秦晓岚](Person)一行到访[青禾机电](Company)，[青禾机电](Company)[董事长](Title)[陆小满](Person)热情接待。[青禾机电](Company)[副总裁](Title)[苏木](Person)，[副县长](Title)[贺年](Person)参加座谈。",
            {"苏木 陆小满", "贺年 秦晓岚"},
        ),
        # a table at which no guest is named
        (
            "[市长](Title)[秦晓岚](Person)在[北川](Place)同[第二届茶博会](Event)参展企业代表座谈。\n[秦晓岚](Person)表示，要抓好发展。\n[苏木](Person)参加座谈。",
            {"苏木 秦晓岚"},
        ),
        # heads of departments are of the firm that the list has named
        (
            "[青禾集团](Company)[董事长](Title)[陆小满](Person)一行与[北川发改委](PublicBody)[主任](Title)[秦晓岚](Person)会谈。[青禾集团](Company)[副总经理](Title)[苏木](Person)、投资发展部[部长](Title)[贺年](Person)、[财务部部长](Title)[周一鸣](Person)参加会谈。",
            {"苏木 陆小满", "贺年 陆小满", "周一鸣 陆小满"},
        ),
        (
            "[青禾集团](Company)[董事长](Title)[陆小满](Person)一行与[北川发改委](PublicBody)[主任](Title)[秦晓岚](Person)会谈。[青禾集团](Company)[副总经理](Title)[苏木](Person)、县组织部[部长](Title)[贺年](Person)参加会谈。",
            {"苏木 陆小满", "贺年 秦晓岚"},
        ),
        # of a firm that is called after the house of the host
        (
            "[白帆开发区管委会](PublicBody)[副主任](Title)[秦晓岚](Person)与[青禾海运](Company)[总裁](Title)[陆小满](Person)一行座谈。[东海白帆港务集团](Company)[董事长](Title)[苏木](Person)参加。",
            {"苏木 秦晓岚"},
        ),
    ],
)
def test_accompanied(told, marked, along):
    assert told(propose, "accompanied", marked) == along


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("[市长](Title)[秦晓岚](Person)将于下周赴[云岭区](Place)考察。", ("planned", None)),
        ("[市长](Title)[秦晓岚](Person)取消前往[云岭区](Place)考察。", ("denied", None)),
        (
            "[3月5日](Date 2024-03-05)天晴。[2021年9月](Date 2021-09)，[市长](Title)[秦晓岚](Person)到[云岭区](Place)考察。",
            ("asserted", "2021-09"),
        ),
        ("[3月5日](Date 2024-03-05)天晴。[市长](Title)[秦晓岚](Person)此前多次到[云岭区](Place)考察。", ("asserted", None)),
        ("[3月5日](Date 2024-03-05)，[市长](Title)[秦晓岚](Person)到[云岭区](Place)考察。", ("asserted", "2024-03-05")),
    ],
)
def test_visits_before_and_to_come_have_their_own_status_and_day(drafts, marked, told):
    assert [(d.status, d.date) for _, d in drafts(propose, marked)] == [told]


def test_a_look_back_leaves_the_visit_of_the_story_alone(drafts):
    marked = (
        LEAD
        + "\n[2021年](Date 2021)，[省长](Title)[贺年](Person)曾到[青禾机电](Company)考察。\n在[锦帆电子](Company)，市领导一行参观展厅。"
    )
    found = {(s.entities[d.subject].name, s.entities[d.object].name, d.date) for s, d in drafts(propose, marked)}
    assert found == {
        ("方致远", "云岭区", "2024-03-05"),
        ("贺年", "青禾机电", "2021"),
        ("方致远", "锦帆电子", "2024-03-05"),
    }


def test_visit_shows_its_sentences_and_day(drafts):
    marked = LEAD + "\n[青禾机电](Company)主攻电机。市领导一行参观展厅。"
    (scene, draft), *_ = [(s, d) for s, d in drafts(propose, marked) if s.entities[d.object].name == "青禾机电"]
    assert scene.text[draft.start : draft.end] == "青禾机电主攻电机。市领导一行参观展厅。"
    assert draft.date == "2024-03-05"


def test_a_day_without_its_month_is_carried_on(drafts):
    told = drafts(
        propose, "[23日](Date ---23)，[市长](Title)[秦晓岚](Person)到[云岭区](Place)考察。\n随后，[秦晓岚](Person)走进[青禾机电](Company)。"
    )
    assert [d.date for _, d in told if d.relation == "visited"] == ["---23", "---23"]
