"""Who gives money to whom where payer, receiver and sum stand apart. Bodies and firms are invented."""

import pytest

from kg.relations.amounts import propose

_STORY = "[青禾机电](Company)不大。\n[青禾机电](Company)的车间换了新机床。\n"


@pytest.mark.parametrize(
    ("marked", "given", "got"),
    [
        # the payer acts and the receiver is the firm that the passage is about
        (
            "[青禾机电](Company)去年扩产。[县财政](PublicBody)兑现设备补贴[80万元](Amount)。",
            {"县财政 青禾机电"},
            {"青禾机电 80万元"},
        ),
        (
            f"{_STORY}年初，[云岭农商银行](Company)以“升级贷”给了[300万元](Amount)。",
            {"云岭农商银行 青禾机电"},
            {"青禾机电 300万元"},
        ),
        (
            f"{_STORY}去年，[云岭农商银行](Company)凭订单给它授信[2000万元](Amount)。",
            {"云岭农商银行 青禾机电"},
            {"青禾机电 2000万元"},
        ),
        (
            "[青禾机电](Company)搬迁时，[云岭市财政局](PublicBody)、[南川区财政局](PublicBody)分别给予搬迁补助[20万元](Amount)和[15万元](Amount)。",
            {"云岭市财政局 青禾机电", "南川区财政局 青禾机电"},
            {"青禾机电 20万元", "青禾机电 15万元"},
        ),
        # it is pointed at, and what the money is used for tells of no others
        (
            "[青禾机电](Company)与[云岭银行](Company)签约。根据协议，[云岭银行](Company)将为其提供[2亿元](Amount)授信，支持[电池基地](Project)建设。",
            {"云岭银行 青禾机电"},
            {"青禾机电 2亿元"},
        ),
        # what comes with an honour is given by whoever honours
        (
            "[云岭市政府](PublicBody)授予[青禾机电](Company)“质量奖”，奖励[30万元](Amount)。",
            {"云岭市政府 青禾机电"},
            {"青禾机电 30万元"},
        ),
        ("[云岭市政府](PublicBody)开会，会上授予[青禾机电](Company)“质量奖”，奖励[30万元](Amount)。", set(), {"青禾机电 30万元"}),
        # each of several gets its own
        (
            "会上，[县政府](PublicBody)奖励[青禾机电](Company)、[云杼科技](Company)各[5万元](Amount)。",
            {"县政府 青禾机电", "县政府 云杼科技"},
            {"青禾机电 5万元", "云杼科技 5万元"},
        ),
        (
            "[云岭银行](Company)走访[青禾茶厂](Company)、[白石酒业](Company)，现场为两家企业授信[300万元](Amount)和[600万元](Amount)。",
            {"云岭银行 青禾茶厂", "云岭银行 白石酒业"},
            {"青禾茶厂 300万元", "白石酒业 600万元"},
        ),
        (
            "资金由[县农业农村局](PublicBody)安排给[青禾果业](Company)（[150万元](Amount)）、[白石合作社](Company)（[110万元](Amount)）。",
            {"县农业农村局 青禾果业", "县农业农村局 白石合作社"},
            {"青禾果业 150万元", "白石合作社 110万元"},
        ),
        (
            "[云岭市政府](PublicBody)对45家企业给予奖励，总额[2180万元](Amount)。[青禾铸锻](Company)、[云杼活性炭](Company)因获批实验室，各得[100万元](Amount)。",
            {"云岭市政府 青禾铸锻", "云岭市政府 云杼活性炭"},
            {"青禾铸锻 100万元", "云杼活性炭 100万元"},
        ),
        # what the total of a project is made of
        (
            "[青禾大桥](Project)昨日通车。大桥全长1.9公里，总投资[2亿元](Amount)，其中省补[8000万元](Amount)，[云岭银行](Company)贷款[6000万元](Amount)。",
            {"云岭银行 青禾大桥"},
            {"青禾大桥 8000万元", "青禾大桥 6000万元"},
        ),
        ("[青禾大桥](Project)总投资[2亿元](Amount)，其中固定资产投资[1亿元](Amount)。", set(), set()),
        # who only helps to get it gives nothing; who insures gets nothing
        ("[青禾机电](Company)不大。[县人社局](PublicBody)帮他们申请到贴息贷款[30万元](Amount)。", set(), set()),
        (
            f"{_STORY}[青禾财险](Company)为其承保，[云岭银行](Company)凭保单放款[500万元](Amount)。",
            {"云岭银行 青禾机电"},
            {"青禾机电 500万元"},
        ),
        # the payer stands behind
        (
            "[青禾机电](Company)拿到贴息[127万元](Amount)，由[市财政局](PublicBody)直接拨付。",
            {"市财政局 青禾机电"},
            {"青禾机电 127万元"},
        ),
        (
            "[青禾机电](Company)也领到了[8万元](Amount)，资金来自[云岭区人社局](PublicBody)。",
            {"云岭区人社局 青禾机电"},
            {"青禾机电 8万元"},
        ),
        (
            f"{_STORY}防雨棚补贴[320万元](Amount)由[县农业农村局](PublicBody)分两次拨付。",
            {"县农业农村局 青禾机电"},
            {"青禾机电 320万元"},
        ),
        (
            f"{_STORY}还款的资金，有[600万元](Amount)来自[云岭农商银行](Company)的“黑茶贷”。",
            {"云岭农商银行 青禾机电"},
            {"青禾机电 600万元"},
        ),
        (
            "[云岭农商银行](Company)为[青禾机电](Company)提供了[280万元](Amount)贷款，[云岭市财政](PublicBody)贴息一半。",
            {"云岭市财政 青禾机电"},
            {"青禾机电 280万元"},
        ),
        # several get their parts of one programme
        (
            "获[市财政局](PublicBody)奖励，其中[青禾药业](Company)奖励[80万元](Amount)，[云杼生物](Company)奖励[30万元](Amount)。",
            {"市财政局 青禾药业", "市财政局 云杼生物"},
            {"青禾药业 80万元", "云杼生物 30万元"},
        ),
        # a bank lends, whatever form its name has
        (
            "[云岭农村商业银行股份有限公司](Company)与[青禾机电](Company)签约。[云岭农村商业银行股份有限公司](Company)授信[300万元](Amount)。",
            {"云岭农村商业银行股份有限公司 青禾机电"},
            {"青禾机电 300万元"},
        ),
        (
            "[市科技局](PublicBody)已兑付奖补[9600万元](Amount)，其中[青禾药业](Company)[500万元](Amount)，[云杼生物](Company)[120万元](Amount)。",
            {"市科技局 青禾药业", "市科技局 云杼生物"},
            {"青禾药业 500万元", "云杼生物 120万元"},
        ),
        (
            "[云岭农商银行](Company)已向7家企业授信[22亿元](Amount)，[青禾棉业](Company)获得其中的[4.5亿元](Amount)。",
            {"云岭农商银行 青禾棉业"},
            {"青禾棉业 4.5亿元"},
        ),
        (
            "[云岭农商银行](Company)向5家企业发放授信牌，其中[青禾食品](Company)[300万元](Amount)、[云杼机械](Company)[80万元](Amount)。",
            {"云岭农商银行 青禾食品", "云岭农商银行 云杼机械"},
            {"青禾食品 300万元", "云杼机械 80万元"},
        ),
        (
            "[市科技局](PublicBody)已兑付奖补[9600万元](Amount)，[青禾药业](Company)是第一家申领的，拿到[420万元](Amount)。",
            {"市科技局 青禾药业"},
            {"青禾药业 420万元"},
        ),
        # who borrows is the firm of the story
        (f"{_STORY}又向[云岭农商银行](Company)贷了[300万元](Amount)。", {"云岭农商银行 青禾机电"}, {"青禾机电 300万元"}),
        (f"{_STORY}获得[云岭农商银行](Company)[5亿元](Amount)授信。", {"云岭农商银行 青禾机电"}, {"青禾机电 5亿元"}),
        # what comes in, and what the clause behind says it is for
        (f"{_STORY}不到四天，[云岭农商银行](Company)的[300万元](Amount)贷款就发放到位。", {"云岭农商银行 青禾机电"}, {"青禾机电 300万元"}),
        (
            "[云岭农商银行](Company)投放[1.8亿元](Amount)贷款，支持[青石河治理工程](Project)建设。",
            {"云岭农商银行 青石河治理工程"},
            {"青石河治理工程 1.8亿元"},
        ),
        # into the account of the firm, and what comes on top of it
        (
            f"{_STORY}[县人社局](PublicBody)将[43万元](Amount)稳岗返还资金拨付到企业账户，加上[县科工局](PublicBody)兑现的“专精特新”奖励[50万元](Amount)，不少。",
            {"县人社局 青禾机电", "县科工局 青禾机电"},
            {"青禾机电 43万元", "青禾机电 50万元"},
        ),
        # who buys in gets a share, and the firm the money
        (f"{_STORY}[捷云资本](Company)在年初投了[1200万元](Amount)，成为第二大股东。", set(), {"青禾机电 1200万元"}),
    ],
)
def test_money_is_given(told, marked, given, got):
    assert told(propose, "funded", marked) == given
    assert told(propose, "raises_amount", marked) == got


@pytest.mark.parametrize(
    "marked",
    [
        f"{_STORY}[县财政](PublicBody)发放粮食补贴[80万元](Amount)，惠及32家经营主体。",
        f"{_STORY}今年[县财政](PublicBody)累计兑现补贴[80万元](Amount)。",
        f"{_STORY}[云岭农商银行](Company)将为会员单位提供[20亿元](Amount)授信。",
        f"{_STORY}[县文旅局](PublicBody)授予老街示范基地称号，奖补[100万元](Amount)。",
        f"{_STORY}[县财政](PublicBody)给予实验室[150万元](Amount)支持。",
        f"{_STORY}镇里已从[县交通局](PublicBody)争取补助[1500万元](Amount)。",
        "装置由[青禾机电](Company)制造，[县财政](PublicBody)补贴[80万元](Amount)。",
        "[青禾机电](Company)开工。新公司的首批贷款[3亿元](Amount)由[云岭农商银行](Company)提供。",
        "[市财政](PublicBody)安排补助[900万元](Amount)，缺口由企业分摊，其中[青禾机电](Company)[300万元](Amount)。",
        "[云岭农商银行](Company)对[青禾机电](Company)、[云杼科技](Company)等5家企业发放贷款[1.06亿元](Amount)。",
        f"{_STORY}[捷云资本](Company)投资[26亿元](Amount)，占其营收的9.2%。",
        "研发费用总额不小，其中[青禾药业](Company)[500万元](Amount)。",
        f"{_STORY}[县人社局](PublicBody)将[43万元](Amount)稳岗返还资金拨付到12家企业账户。",
        "[云岭农商银行](Company)投放[1.8亿元](Amount)贷款，支持[青禾机电](Company)等企业复产。",
        f"{_STORY}[县民政局](PublicBody)近日通报，去年下拨的[3亿元](Amount)救助资金已全部发放到位。",
        "[云岭农商银行](Company)的[1.8亿元](Amount)贷款余额创新高，支持了[青禾机电](Company)。",
        f"{_STORY}[县人社局](PublicBody)将[43万元](Amount)保证金拨付到职工账户。",
    ],
)
def test_money_is_for_others_or_nobody_said(told, marked):
    assert told(propose, "funded", marked) == set()
    assert told(propose, "raises_amount", marked) == set()


def test_the_name_of_a_grant_begins_behind_how_it_is_paid(drafts):
    marked = "会议同意向12家企业兑现奖补资金[860万元](Amount)，其中[青禾机电](Company)[210万元](Amount)。"
    assert [d.qualifiers["metric"] for _, d in drafts(propose, marked) if d.relation == "raises_amount"] == ["奖补资金"]


@pytest.mark.parametrize(
    ("marked", "given"),
    [
        # a programme of prizes goes on behind a semicolon and in the next paragraph; other money does not
        (
            "[县财政](PublicBody)共兑现奖金[862万元](Amount)。[青禾生物](Company)获得[200万元](Amount)奖励；[云杼电机](Company)获奖金[120万元](Amount)。",
            {"县财政 青禾生物", "县财政 云杼电机"},
        ),
        (
            "[县财政](PublicBody)共兑现奖金[862万元](Amount)。\n[青禾生物](Company)获奖金[200万元](Amount)。",
            {"县财政 青禾生物"},
        ),
        ("[县财政](PublicBody)共兑现奖金[862万元](Amount)。\n[青禾生物](Company)获贷款[200万元](Amount)。", set()),
        ("[县财政](PublicBody)共兑现奖金[862万元](Amount)。\n大会开了。\n[青禾生物](Company)获奖金[200万元](Amount)。", set()),
        # who signs with somebody else lends to that one
        (f"{_STORY}年初，[云岭农商银行](Company)与宏大村签订整村授信协议，授信[2000万元](Amount)。", set()),
        (f"{_STORY}年初，[云岭农商银行](Company)授信[2000万元](Amount)。", {"云岭农商银行 青禾机电"}),
        # what tells who lent it
        ("[青禾机电](Company)获得[1000万元](Amount)贷款，放款方是[云岭银行](Company)。", {"云岭银行 青禾机电"}),
        ("[青禾机电](Company)获得[1000万元](Amount)贷款，结算方是[云岭银行](Company)。", set()),
    ],
)
def test_prizes_and_other_sides(told, marked, given):
    assert told(propose, "funded", marked) == given
