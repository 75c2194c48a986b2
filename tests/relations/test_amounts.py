"""Whose each sum of money is, and what for. Firms and projects are invented."""

import pytest

from kg.relations import statements
from kg.relations.amounts import propose


@pytest.mark.parametrize(
    ("relation", "marked", "said"),
    [
        ("earns_amount", "[青禾机电](Company)去年营收[5亿元](Amount)，纳税[800万元](Amount)。", {"青禾机电 5亿元", "青禾机电 800万元"}),
        ("invests_amount", "[青禾机电](Company)拿出[6500万元](Amount)上了第二条线。", {"青禾机电 6500万元"}),
        ("invests_amount", "[青禾机电](Company)先后筹资[3亿元](Amount)进行智能化改造。", {"青禾机电 3亿元"}),
        ("invests_amount", "[青禾机电](Company)拿出[300万元](Amount)帮村民改造房屋，拿出[200万元](Amount)引进人才。", set()),
        (
            "earns_amount",
            "[青禾机电](Company)一季度营收同比增长8.7%至[5亿元](Amount)，有望突破[20亿元](Amount)。",
            {"青禾机电 5亿元", "青禾机电 20亿元"},
        ),
        (
            "earns_amount",
            "[青禾机电](Company)、[云杼科技](Company)分别实现产值[5亿元](Amount)和[3亿元](Amount)。",
            {"青禾机电 5亿元", "云杼科技 3亿元"},
        ),
        ("earns_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，去年销售额达[5亿元](Amount)。", {"青禾机电 5亿元"}),
        # of a firm that tells how many daughters it has, and never of whom its goods go to
        (
            "earns_amount",
            "[青禾薯业](Company)旗下已有[青禾种业](Company)、[青禾物流](Company)两家子公司，去年销售收入[5亿元](Amount)。",
            {"青禾薯业 5亿元"},
        ),
        ("earns_amount", "[青禾薯业](Company)去年扩产，产品供应上好佳、[北川食品](Company)，销售收入[5亿元](Amount)。", {"青禾薯业 5亿元"}),
        # of the firm of a place, of one that is put forward, of what a firm is called now, and of one that somebody founds
        ("earns_amount", "[云岭市](Place)的[青禾机电](Company)去年扩产，营收[5亿元](Amount)。", {"青禾机电 5亿元"}),
        ("earns_amount", "[云岭市](Place)去年有[青禾机电](Company)投产，产值[5亿元](Amount)。", set()),
        (
            "earns_amount",
            "[云杼科技](Company)扩产；从[云杼锻压](Company)独立出来的[青禾机电](Company)，去年产值[5亿元](Amount)。",
            {"青禾机电 5亿元"},
        ),
        (
            "earns_amount",
            "[云杼科技](Company)扩产；位于[云岭镇](Place)的[青禾机电](Company)，去年产值[5亿元](Amount)。",
            {"青禾机电 5亿元"},
        ),
        ("earns_amount", "[青禾茶厂](Company)更名为[青禾茶业](Company)，去年产值[5亿元](Amount)。", {"青禾茶业 5亿元"}),
        ("earns_amount", "[方致远](Person)创办[青禾机械厂](Company)，主要生产农机，年产值[5亿元](Amount)。", {"青禾机械厂 5亿元"}),
        (
            "earns_amount",
            "[青禾木材厂](Company)有职工86人。[1961年](Date)与[县木器社](Company)合并。[1978年](Date)产值[214万元](Amount)。",
            {"青禾木材厂 214万元"},
        ),
        # by what it has its place in a ranking, and what the parts of its business take in
        ("earns_amount", "营收方面，[青禾机电](Company)以[98亿元](Amount)位居榜首，[云杼科技](Company)次之。", {"青禾机电 98亿元"}),
        ("earns_amount", "营收方面，[青禾机电](Company)以[98亿元](Amount)买下一栋楼。", set()),
        (
            "earns_amount",
            "[青禾食品](Company)上半年营收[14亿元](Amount)。分产品看，速冻面点收入[7亿元](Amount)，调味料收入[4亿元](Amount)。",
            {"青禾食品 14亿元", "青禾食品 7亿元", "青禾食品 4亿元"},
        ),
        ("earns_amount", "[青禾食品](Company)上半年营收[14亿元](Amount)。据了解，速冻面点收入[7亿元](Amount)。", {"青禾食品 14亿元"}),
        # a price is none, whatever the thing that is sold has lost; nor is what goes into a project raised by it
        ("earns_amount", "[青禾机电](Company)以[1.15亿元](Amount)的价格将亏损的[云杼光伏](Company)转让给[北川产投](Company)。", set()),
        (
            "raises_amount",
            "[青禾传动](Company)拟募集资金[8.6亿元](Amount)，其中[5.3亿元](Amount)用于[齿轮扩产项目](Project)。",
            {"青禾传动 8.6亿元"},
        ),
        ("raises_amount", "△[长河药业](Company)：获政府补助[1260万元](Amount)", {"长河药业 1260万元"}),
        # who was once at a firm pays his own money
        ("invests_amount", "[青禾机电](Company)改制，[原副厂长](Title)[方致远](Person)出资[3亿元](Amount)买下产权。", set()),
        ("invests_amount", "[青禾机电](Company)[厂长](Title)[方致远](Person)出资[3亿元](Amount)扩建。", {"青禾机电 3亿元"}),
        # the lines of a chronicle go on with who acted in the one before; two lines are none
        (
            "earns_amount",
            "[1985年](Date)　[云岭仪表厂](Company)更名为[青禾仪表](Company)。\n[2011年](Date)　[青禾仪表](Company)上市。\n[2020年](Date)　实现营业收入[3亿元](Amount)。",
            {"青禾仪表 3亿元"},
        ),
        (
            "earns_amount",
            "[云岭仪表厂](Company)更名。\n[2011年](Date)　[青禾仪表](Company)上市。\n[2020年](Date)　实现营业收入[3亿元](Amount)。",
            set(),
        ),
        # what is signed for is a project's
        ("invests_amount", "[云岭片区开发项目](Project)签约金额达[110亿元](Amount)。", {"云岭片区开发项目 110亿元"}),
        ("invests_amount", "[青禾建工](Company)签约额[110亿元](Amount)。", set()),
        # each of a row its own, and of a park what it costs, whatever is built there
        (
            "invests_amount",
            "[电机项目](Project)、[包材项目](Project)总投资分别为[5亿元](Amount)和[3亿元](Amount)。",
            {"电机项目 5亿元", "包材项目 3亿元"},
        ),
        (
            "invests_amount",
            "[云岭产业园](Project)总投资[5亿元](Amount)，建设[农产品加工园](Project)、[包材园](Project)。",
            {"云岭产业园 5亿元"},
        ),
        ("invests_amount", "总投资[5亿元](Amount)，建设[农产品加工园](Project)。", {"农产品加工园 5亿元"}),
        # who places an order earns nothing by it; whoever acts behind has got the sum; each of a row gets its own
        ("earns_amount", "得知[青禾机电](Company)拿下了[云杼重工](Company)[1.1亿元](Amount)的订单，他很高兴。", {"青禾机电 1.1亿元"}),
        ("raises_amount", "拿到县里给的[60万元](Amount)技改补贴，[青禾机电](Company)上了新线。", {"青禾机电 60万元"}),
        (
            "raises_amount",
            "[县政府](PublicBody)向[青禾机电](Company)、[云杼科技](Company)分别兑现奖补资金[120万元](Amount)、[80万元](Amount)。",
            {"青禾机电 120万元", "云杼科技 80万元"},
        ),
        (
            "raises_amount",
            "授予[青禾机电](Company)、[云杼科技](Company)“质量奖”，各奖励[20万元](Amount)。",
            {"青禾机电 20万元", "云杼科技 20万元"},
        ),
        ("raises_amount", "授予[青禾机电](Company)“质量奖”，企业奖励员工[20万元](Amount)。", set()),
        (
            "raises_amount",
            "[青禾机电](Company)、[云杼科技](Company)等5家企业获奖，每家奖励[20万元](Amount)。",
            {"青禾机电 20万元", "云杼科技 20万元"},
        ),
        ("raises_amount", "[青禾机电](Company)、[云杼科技](Company)各获奖金[3万元](Amount)。", {"青禾机电 3万元", "云杼科技 3万元"}),
        ("raises_amount", "[方致远](Person)说，奖金[3万元](Amount)都给了员工。", set()),
        (
            "raises_amount",
            "[青禾机电](Company)、[云杼科技](Company)分别获贷[80万元](Amount)和[35万元](Amount)。",
            {"青禾机电 80万元", "云杼科技 35万元"},
        ),
        # taxes that are paid back or let off, and what an insurer pays; no other damages
        ("raises_amount", "[青禾机电](Company)收到留抵退税[430万元](Amount)。", {"青禾机电 430万元"}),
        ("raises_amount", "[青禾机电](Company)去年减税[430万元](Amount)。", {"青禾机电 430万元"}),
        ("raises_amount", "[青禾机电](Company)累计获得税收减免[430万元](Amount)。", {"青禾机电 430万元"}),
        ("raises_amount", "[430万元](Amount)留抵退税款打到了[青禾机电](Company)账户。", {"青禾机电 430万元"}),
        ("raises_amount", "[云岭财险](Company)为[青禾机电](Company)提供保险金额[5000万元](Amount)的保障。", set()),
        ("raises_amount", "[430万元](Amount)税款打到了[青禾机电](Company)账户。", set()),
        ("raises_amount", "[青禾牧业](Company)获得保险赔款[120万元](Amount)。", {"青禾牧业 120万元"}),
        ("raises_amount", "[云岭财险](Company)向[青禾牧业](Company)支付赔款[120万元](Amount)。", {"青禾牧业 120万元"}),
        ("raises_amount", "[云岭科技](Company)向[青禾牧业](Company)支付赔款[120万元](Amount)。", set()),
        ("raises_amount", "案件宣判，[青禾机电](Company)获赔[120万元](Amount)。", set()),
        # what a firm may leave out of its taxable profit is no spending
        ("invests_amount", "[青禾机电](Company)享受研发费用加计扣除[430万元](Amount)。", set()),
        # prizes, and each of a row its own
        ("raises_amount", "[青禾机电](Company)因纳税突出获[50万元](Amount)重奖。", {"青禾机电 50万元"}),
        ("earns_amount", "[青禾机电](Company)因纳税突出获[50万元](Amount)重奖。", set()),
        ("raises_amount", "[青禾机电](Company)获得以奖代补资金[50万元](Amount)。", {"青禾机电 50万元"}),
        (
            "raises_amount",
            "大会对[青禾机电](Company)、[云杼科技](Company)进行了表彰，分别奖励[50万元](Amount)、[30万元](Amount)。",
            {"青禾机电 50万元", "云杼科技 30万元"},
        ),
        (
            "raises_amount",
            "大会对[青禾机电](Company)、[云杼科技](Company)进行了表彰，分别奖励[50万元](Amount)、[30万元](Amount)、[10万元](Amount)。",
            set(),
        ),
        ("raises_amount", "[青禾机电](Company)获得[30万元](Amount)奖金。", {"青禾机电 30万元"}),
        (
            "raises_amount",
            "[青禾机电](Company)、[云杼科技](Company)分别从[县财政](PublicBody)领到[120万元](Amount)、[30万元](Amount)奖金。",
            {"青禾机电 120万元", "云杼科技 30万元"},
        ),
        # who is helped borrows
        (
            "raises_amount",
            "[青禾担保](Company)为[云杼科技](Company)担保，帮助其从[云岭银行](Company)获得贷款[300万元](Amount)。",
            set(),
        ),
        # what is sold, told with plain verbs, is a firm's; not by the acre, and not what people sell
        ("earns_amount", "[青禾机电](Company)去年卖了[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)上半年出口[3亿元](Amount)，出口额[5亿元](Amount)。", {"青禾机电 3亿元", "青禾机电 5亿元"}),
        ("earns_amount", "[青禾机电](Company)很忙。他养了三百对鸽子，去年卖了[3万元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。去年公司卖了[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[云岭区](Place)去年出口[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)收到[300万元](Amount)的出口退税。", set()),
        ("raises_amount", "[青禾机电](Company)从[云岭银行](Company)拿到[300万元](Amount)的设备贷。", {"青禾机电 300万元"}),
        ("earns_amount", "[青禾机电](Company)旁的村民卖了[3万元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)以亩均税收[60万元](Amount)居首。", set()),
        ("invests_amount", "[青禾国投](Company)、[云杼产投](Company)各投[500万元](Amount)。", {"青禾国投 500万元", "云杼产投 500万元"}),
        ("raises_amount", "[县财政局](PublicBody)将剩余的[300万元](Amount)拨付给[青禾机电](Company)。", {"青禾机电 300万元"}),
        ("raises_amount", "货款[300万元](Amount)已打到[青禾机电](Company)的账户上。", set()),
        (
            "raises_amount",
            "[青禾机电](Company)从[云岭银行](Company)和[北川银行](Company)拿到“巾帼贷”[180万元](Amount)。",
            {"青禾机电 180万元"},
        ),
        ("earns_amount", "[云岭区](Place)企业去年销售额[5亿元](Amount)。", {"云岭区 5亿元"}),
        ("earns_amount", "[青禾机电](Company)与[云杼科技](Company)签约，被罚款[5万元](Amount)。", set()),
        # what a place spends, but not what some of it do or what is brought about
        ("earns_amount", "[云岭市](Place)批发、零售等五大行业实现消费金额[157亿元](Amount)。", {"云岭市 157亿元"}),
        ("earns_amount", "[云岭市](Place)社会消费品零售总额达到[320亿元](Amount)。", {"云岭市 320亿元"}),
        ("earns_amount", "[云岭市](Place)发放消费券，带动养老服务消费金额[1亿元](Amount)。", set()),
        ("earns_amount", "[云岭市](Place)人均消费金额[3万元](Amount)。", set()),
        # a metric within another word, and sums of somebody who is not recognised or of many
        ("invests_amount", "[青禾证券](Company)总经理给出的数据显示，去年的投资收益为[6亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)被收购。捷云联合去年营业收入[15亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。其中，一季度净利润[3亿元](Amount)。", {"青禾机电 3亿元"}),
        # another firm was named since, or a part of the firm is spoken of
        ("earns_amount", "[青禾机电](Company)很忙。它看好的[云杼科技](Company)不同。上半年净利润[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。亚洲地区增长最强劲，二季度销售额[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)很忙。其中，商业公司销售额达[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾拍卖](Company)开槌。全国三家拍卖公司去拍油画，成交额才[3000万元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)、[云杼科技](Company)等均已签约，目前的广告收入将近[5000万元](Amount)。", set()),
        ("earns_amount", "[青禾地产](Company)发展很快。其中，地方财政收入[180亿元](Amount)。", set()),
        ("earns_amount", "[云岭市](Place)完成财政总收入[180亿元](Amount)。", {"云岭市 180亿元"}),
        ("earns_amount", "[青禾机电](Company)扩产。归属于上市公司股东的净利润[3亿元](Amount)。", {"青禾机电 3亿元"}),
        # the accounts of one firm, told over paragraphs until another firm is named; parts of its business; other money in brackets
        ("earns_amount", "[青禾机电](Company)公布一季度财报。\n净营收[3亿元](Amount)，同比增长5%。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)公布一季度财报。\n移动增值业务营收总计[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)公布一季度财报。\n不含股权费用的净利润增至[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)公布一季度财报。\n[云杼科技](Company)很忙。\n净营收[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)公布新址。\n净营收[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)公布财报。\n营收同比增长18%，与上季度相比增长3%，达到[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)公布财报。\n营收同比增长18%，员工很高兴，达到[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)公布财报。\n[美国](Place)通用会计准则净利润[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾旅游](Company)去年花了[9万元](Amount)，挣了[3万元](Amount)。", {"青禾旅游 3万元"}),
        ("earns_amount", "[青禾竹业](Company)产值[9万元](Amount)，带着[云溪村](Place)的竹农多挣了[3万元](Amount)。", {"青禾竹业 9万元"}),
        ("earns_amount", "截至年底，[青禾机电](Company)总资产[9亿元](Amount)。", set()),
        ("raises_amount", "[青禾基金](Company)表示，债券型基金的平均募集规模为[17亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)挂牌。全市挂牌企业融资额超[104亿元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)的现金、现金等价物和证券投资总额为[3亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)获得了某资本[3亿元](Amount)B轮投资。", {"青禾机电 3亿元"}),
        (
            "invests_amount",
            "[青禾机电](Company)拟投资[6亿元](Amount)，在[云岭区](Place)建设[电机产业园](Project)。",
            {"青禾机电 6亿元", "电机产业园 6亿元"},
        ),
        ("invests_amount", "总投资[6亿元](Amount)的[电机产业园](Project)开工。", {"电机产业园 6亿元"}),
        ("invests_amount", "签约2个项目：[青禾机电](Company)[电机产业园](Project)，投资[6亿元](Amount)。", {"电机产业园 6亿元"}),
        ("invests_amount", "[青禾机电](Company)[电机产业园](Project)开工，公司投资[6亿元](Amount)。", {"青禾机电 6亿元"}),
        ("invests_amount", "[电机产业园](Project)由[青禾机电](Company)建设，总投资[6亿元](Amount)。", {"电机产业园 6亿元"}),
        # a project without a name: who builds it
        ("invests_amount", "据了解，该项目由[青禾机电](Company)投资建设，总投资[6亿元](Amount)。", {"青禾机电 6亿元"}),
        ("invests_amount", "该项目由[青禾机电](Company)建设、[云杼科技](Company)运营，总投资[6亿元](Amount)。", set()),
        # in somebody's words: his firm
        ("earns_amount", "“去年产值[5亿元](Amount)。”[青禾机电](Company)[总经理](Title)[方致远](Person)说。", {"青禾机电 5亿元"}),
        (
            "earns_amount",
            "[青禾机电](Company)很忙。“去年产值[5亿元](Amount)。”[云杼科技](Company)[总经理](Title)[方致远](Person)说。",
            {"云杼科技 5亿元"},
        ),
        ("earns_amount", "“去年产值[5亿元](Amount)。”[县工信局](PublicBody)[局长](Title)[方致远](Person)说。", set()),
        ("invests_amount", "全市集中开工56个重大项目，总投资[243亿元](Amount)。", set()),
        # what a project is besides, between its sum and its name; works of which there are several
        ("invests_amount", "总投资[6亿元](Amount)、占地500亩、年产8万吨的[电机产业园](Project)开工。", {"电机产业园 6亿元"}),
        ("invests_amount", "总投资[6亿元](Amount)，占地500亩的[电机产业园](Project)开工。", {"电机产业园 6亿元"}),
        ("invests_amount", "总投资[6亿元](Amount)，占地500亩，由多家企业入驻的[电机产业园](Project)开工。", set()),
        ("invests_amount", "[云岭数据中心](Project)、[电机产业园](Project)、云岭大道三大项目同时开工，总投资达[53亿元](Amount)。", set()),
        ("invests_amount", "[电机产业园](Project)总投资[6亿元](Amount)，新建[3栋厂房](Project)。", {"电机产业园 6亿元"}),
        ("invests_amount", "[青禾机电](Company)研发投入[7100万元](Amount)。", {"青禾机电 7100万元"}),
        ("raises_amount", "[青禾机电](Company)获得[云岭银行](Company)授信[8亿元](Amount)。", {"青禾机电 8亿元"}),
        (
            "raises_amount",
            "[云岭银行](Company)向[青禾机电](Company)、[云杼科技](Company)发放贷款[8000万元](Amount)。",
            {"青禾机电 8000万元", "云杼科技 8000万元"},
        ),
        ("raises_amount", "[青禾机电](Company)完成A轮融资，金额近[6亿元](Amount)。", {"青禾机电 6亿元"}),
        ("raises_amount", "对首台套装备，单个企业奖励[500万元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)获[云杼资本](Company)[3000万元](Amount)天使轮投资。", {"青禾机电 3000万元"}),
        ("raises_amount", "[青禾机电](Company)完成[3000万元](Amount)投资。", set()),
        ("raises_amount", "在[云岭银行](Company)[500万元](Amount)信贷资金的支持下，[青禾机电](Company)扩产。", {"青禾机电 500万元"}),
        ("raises_amount", "根据协议，未来三年内[交行](Company)将向我市提供[350亿元](Amount)融资额度。", set()),
        ("raises_amount", "[云岭银行](Company)贷款余额[500万元](Amount)，[青禾机电](Company)扩产。", set()),
        ("raises_amount", "[青禾机电](Company)被[云岭市政府](PublicBody)奖励[100万元](Amount)。", {"青禾机电 100万元"}),
        ("raises_amount", "[青禾机电](Company)被[云岭市政府](PublicBody)罚款[100万元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)成功发行[5亿元](Amount)绿色债券。", {"青禾机电 5亿元"}),
        ("raises_amount", "[云岭市财政局](PublicBody)将[80万元](Amount)奖励资金拨付到[青禾机电](Company)账户。", {"青禾机电 80万元"}),
        (
            "raises_amount",
            "得知[青禾机电](Company)资金紧张，[云岭银行](Company)主动上门，为其发放了[300万元](Amount)信用贷款。",
            {"青禾机电 300万元"},
        ),
        ("raises_amount", "[青禾机电](Company)与[云岭银行](Company)签订[500万元](Amount)贷款协议。", {"青禾机电 500万元"}),
        # 公司 and 后者, which nobody has tied to a name
        ("invests_amount", "[青禾机电](Company)不大。去年，该公司投入[4300万元](Amount)更新磨床。", {"青禾机电 4300万元"}),
        ("invests_amount", "[青禾网](Company)很忙。它推出优惠，新人注册投资[100元](Amount)可返现。", set()),
        (
            "invests_amount",
            "[青禾机电](Company)引入[云杼创投](Company)作为股东，后者出资[3000万元](Amount)，持股12%。",
            {"云杼创投 3000万元"},
        ),
        ("invests_amount", "[青禾机电](Company)引入持股平台，后者增资[2000万元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)走访了[云杼彩印](Company)，后者年产值[1.8亿元](Amount)。", {"云杼彩印 1.8亿元"}),
        ("earns_amount", "[青禾机电](Company)营收从[6亿元](Amount)掉到[4亿元](Amount)。", {"青禾机电 6亿元", "青禾机电 4亿元"}),
        # a total is of a project, though nobody recognised it
        ("invests_amount", "[青禾机电](Company)的新线占地75亩，总投资[2.6亿元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)在云岭建厂，总投资[2.6亿元](Amount)。", {"青禾机电 2.6亿元"}),
        # both sides of an investment
        ("raises_amount", "[云杼基金](Company)对[青禾机电](Company)投资[2000万元](Amount)。", {"青禾机电 2000万元"}),
        ("invests_amount", "[青禾机电](Company)获得[云杼资本](Company)[2亿元](Amount)B轮投资。", {"云杼资本 2亿元"}),
        ("invests_amount", "[青禾机电](Company)获得[云杼资本](Company)[2亿元](Amount)贷款。", set()),
        ("invests_amount", "[云杼资本](Company)领投[5000万元](Amount)。", {"云杼资本 5000万元"}),
        ("invests_amount", "该轮由[云杼资本](Company)领投[5000万元](Amount)的融资已完成。", set()),
        ("invests_amount", "工厂由[云杼控股](Company)以[7.6亿元](Amount)接手。", {"云杼控股 7.6亿元"}),
        # who pays or gets is told by the words around the sum
        ("invests_amount", "经过竞价，[青禾地产](Company)以[37亿元](Amount)竞得，楼面价高。", {"青禾地产 37亿元"}),
        ("invests_amount", "该地块被央企[云杼集团](Company)旗下[青禾地产](Company)以[22亿元](Amount)竞得。", {"青禾地产 22亿元"}),
        ("invests_amount", "[青禾钨业](Company)[1.85亿元](Amount)控股[云杼高新](Company)。", {"青禾钨业 1.85亿元"}),
        ("invests_amount", "他将[青禾网](Company)以[2亿元](Amount)的价格出售给了上市公司[云杼科技](Company)。", {"云杼科技 2亿元"}),
        ("invests_amount", "[青禾科技](Company)将技术以[2亿元](Amount)的价格转让给[云杼科技](Company)旗下公司。", set()),
        ("invests_amount", "[青禾基金](Company)早前以[3.013元](Amount)增持一千万股。", set()),
        ("invests_amount", "[云岭省发改委](PublicBody)紧急安排[2亿元](Amount)建设资金，支持重建。", {"云岭省发改委 2亿元"}),
        (
            "invests_amount",
            "[财政部](PublicBody)、[教育部](PublicBody)日前下达[今年](Date)职教发展资金预算[4亿元](Amount)，加上提前下达金额[6亿元](Amount)。",
            {"财政部 4亿元", "教育部 4亿元", "财政部 6亿元", "教育部 6亿元"},
        ),
        ("invests_amount", "[财政部](PublicBody)发布通知，下达[今年](Date)旅游资金[4亿元](Amount)。", {"财政部 4亿元"}),
        (
            "invests_amount",
            "[财政部](PublicBody)近日会同[水利部](PublicBody)下达建设资金[4亿元](Amount)。",
            {"财政部 4亿元", "水利部 4亿元"},
        ),
        (
            "invests_amount",
            "[财政部](PublicBody)、[民政部](PublicBody)近日下达[4亿元](Amount)中央冬令临时生活困难救助资金。",
            {"财政部 4亿元", "民政部 4亿元"},
        ),
        ("invests_amount", "[财政部](PublicBody)日前拨付今年林木保险保费补贴[4亿元](Amount)。", {"财政部 4亿元"}),
        ("invests_amount", "[财政部](PublicBody)日前下达林木保险保费补贴预算[4亿元](Amount)。", {"财政部 4亿元"}),
        ("invests_amount", "[财政部](PublicBody)日前下达水利救灾资金[4亿元](Amount)。", set()),
        ("invests_amount", "[林业局](PublicBody)近日通报，[去年](Date)下拨的[4亿元](Amount)造林补助资金已发放到位。", set()),
        # what a place makes in a year; what a platform took from savers is what it raised
        (
            "earns_amount",
            "[云岭市](Place)生产总值由[2010年](Date)的[40亿元](Amount)增长到[90亿元](Amount)。",
            {"云岭市 40亿元", "云岭市 90亿元"},
        ),
        ("earns_amount", "[云岭市](Place)人均生产总值[9万元](Amount)。", set()),
        (
            "earns_amount",
            "[去年](Date)，[云岭市](Place)完成财政总收入[30亿元](Amount)，其中，地方财政收入[18亿元](Amount)。",
            {"云岭市 30亿元", "云岭市 18亿元"},
        ),
        (
            "earns_amount",
            "[青禾电信](Company)销售额由[2000年](Date)的[9亿元](Amount)锐减到[4亿元](Amount)。",
            {"青禾电信 9亿元", "青禾电信 4亿元"},
        ),
        (
            "earns_amount",
            "[青禾地产](Company)很忙，[去年](Date)亏损[5亿元](Amount)，且预计上半年亏损[3亿元](Amount)。",
            {"青禾地产 5亿元", "青禾地产 3亿元"},
        ),
        ("earns_amount", "[青禾财险](Company)去年保费下降6%至[4亿元](Amount)。", {"青禾财险 4亿元"}),
        ("raises_amount", "[青禾金服](Company)累计吸收出借人资金[6亿元](Amount)。", {"青禾金服 6亿元"}),
        ("raises_amount", "[青禾金服](Company)涉嫌非法吸收公众存款[6亿元](Amount)。", {"青禾金服 6亿元"}),
        ("invests_amount", "[财政部](PublicBody)发布通知，各地下达[今年](Date)旅游资金[4亿元](Amount)。", set()),
        ("invests_amount", "[青禾网](Company)获得上市公司[云杼资本](Company)[2亿元](Amount)的B轮融资。", {"云杼资本 2亿元"}),
        ("invests_amount", "[古城保护工程](Project)已吸引社会投资[2亿元](Amount)。", set()),
        ("raises_amount", "[古城保护工程](Project)已吸引社会投资[2亿元](Amount)。", {"古城保护工程 2亿元"}),
        ("raises_amount", "上周结束发行的[青禾基金](Company)行业股票募集规模达[2亿元](Amount)。", {"青禾基金 2亿元"}),
        (
            "raises_amount",
            "[青禾银行](Company)、[云杼银行](Company)拟定向募集资金，总金额[2亿元](Amount)。",
            {"青禾银行 2亿元", "云杼银行 2亿元"},
        ),
        ("invests_amount", "[云岭省财政厅](PublicBody)下达救灾资金[2亿元](Amount)。", set()),
        ("invests_amount", "将重点实施1000个投资[1亿元](Amount)以上的[补链强链项目](Project)。", set()),
        ("raises_amount", "[青禾集团](Company)参与了[云杼科技](Company)[3300万元](Amount)的A轮融资。", {"云杼科技 3300万元"}),
        ("raises_amount", "获得[青禾资本](Company)[3300万元](Amount)的A轮融资。", set()),
        ("raises_amount", "[青禾集团](Company)斥[3亿元](Amount)巨资借给[云杼科技](Company)周转。", {"云杼科技 3亿元"}),
        ("raises_amount", "[云杼科技](Company)拟向关联方[青禾集团](Company)借款[3亿元](Amount)。", {"云杼科技 3亿元"}),
        ("raises_amount", "[青禾银行](Company)为[云杼科技](Company)发放首笔贷款，金额[53万元](Amount)。", {"云杼科技 53万元"}),
        (
            "raises_amount",
            "[青禾传媒](Company)和[云杼影业](Company)则分别以[6亿元](Amount)和[3亿元](Amount)的融资额紧随其后。",
            {"青禾传媒 6亿元", "云杼影业 3亿元"},
        ),
        # the same sum at another time, and the next firm's
        (
            "earns_amount",
            "[青禾网](Company)一季度营收[10亿元](Amount)，低于去年同期的[12亿元](Amount)，毛利高。",
            {"青禾网 10亿元", "青禾网 12亿元"},
        ),
        ("earns_amount", "[青禾网](Company)营收[10亿元](Amount)，上年同期为[12亿元](Amount)。", {"青禾网 10亿元", "青禾网 12亿元"}),
        ("earns_amount", "[青禾网](Company)亏损额则从去年同期的[1亿元](Amount)大幅升至[3亿元](Amount)。", {"青禾网 1亿元", "青禾网 3亿元"}),
        ("earns_amount", "[青禾网](Company)亏损[5亿元](Amount)，同时，每股净资产由2004年的[2.55元](Amount)变为0元。", {"青禾网 5亿元"}),
        ("earns_amount", "[青禾网](Company)销售支出为[15亿元](Amount)，去年同期为[11亿元](Amount)。", set()),
        (
            "raises_amount",
            "[青禾地产](Company)集资额为[78亿元](Amount)，[云杼地产](Company)约[46亿元](Amount)。",
            {"青禾地产 78亿元", "云杼地产 46亿元"},
        ),
        ("invests_amount", "[青禾集团](Company)下属的[云杼实业](Company)，以[9亿元](Amount)买下大楼。", {"云杼实业 9亿元"}),
        ("invests_amount", "[青禾集团](Company)旗下品牌很多，以[9亿元](Amount)买下大楼。", {"青禾集团 9亿元"}),
        ("raises_amount", "[青禾网](Company)完成由[云杼资本](Company)投资的[1亿元](Amount)A轮融资。", {"青禾网 1亿元"}),
        ("invests_amount", "[青禾网](Company)完成由[云杼资本](Company)投资的[1亿元](Amount)A轮融资。", {"云杼资本 1亿元"}),
        ("raises_amount", "[青禾地产](Company)在[云杼金服](Company)贷款金额为[3亿元](Amount)。", {"青禾地产 3亿元"}),
        ("raises_amount", "[青禾机电](Company)是股东，[云杼资本](Company)也是。2017年该平台完成[1亿元](Amount)A轮融资。", set()),
        # what stands behind the sum, and what it is a part of
        (
            "earns_amount",
            "今年将迁出年产值[8000万元](Amount)、纳税[500万元](Amount)的[青禾木业](Company)。",
            {"青禾木业 8000万元", "青禾木业 500万元"},
        ),
        ("earns_amount", "[青禾药业](Company)年销售额达[33亿元](Amount)的抗抑郁新药将失去保护。", set()),
        ("earns_amount", "[云岭市](Place)奥组委收入达到[2亿元](Amount)。", set()),
        ("earns_amount", "[青禾网](Company)、[云杼网](Company)签约。预计去年亏损[2亿元](Amount)。", set()),
        ("earns_amount", "某网快讯，[青禾能源](Company)今日披露年报称，去年全年实现营业收入[59亿元](Amount)。", {"青禾能源 59亿元"}),
        # a sum that leads a work is that work's, whatever project was told before
        (
            "invests_amount",
            "签约的有投资[5亿元](Amount)的[青禾产业集群项目](Project)、投资[3亿元](Amount)的[云岭小镇项目](Project)。",
            {"青禾产业集群项目 5亿元", "云岭小镇项目 3亿元"},
        ),
        (
            "invests_amount",
            "[青禾养老项目](Project)计划投资[2亿元](Amount)。计划投资[1亿元](Amount)的[云岭助力车项目](Project)已开工。",
            {"青禾养老项目 2亿元", "云岭助力车项目 1亿元"},
        ),
        ("invests_amount", "[青禾冷链项目](Project)投产；由管委会投资[3亿元](Amount)建设的厂房交付。", set()),
        ("invests_amount", "[青禾养老项目](Project)开工；总投资[3亿元](Amount)的生产线投产。", set()),
        (
            "invests_amount",
            "[云岭区政府](PublicBody)与[青禾集团](Company)签订了投资[3亿元](Amount)的[新城项目](Project)合作协议。",
            {"青禾集团 3亿元", "新城项目 3亿元"},
        ),
        # rounds with Latin letters; who got it stands behind; what is got, though 投资 is what the other side does
        ("raises_amount", "[青禾机电](Company)宣布完成[3亿元](Amount)Pre-IPO轮融资。", {"青禾机电 3亿元"}),
        ("raises_amount", "[青禾机电](Company)举办[3亿元](Amount)Pre-IPO轮比赛。", set()),
        ("raises_amount", "获得[3亿元](Amount)融资的[青禾机电](Company)又扩产。", {"青禾机电 3亿元"}),
        ("raises_amount", "提供[3亿元](Amount)贷款的[云岭银行](Company)开业。", set()),
        ("raises_amount", "[青禾机电](Company)获得中央预算内投资[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("invests_amount", "[青禾机电](Company)获得中央预算内投资[3亿元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)获得土地后投资[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("raises_amount", "[青禾机电](Company)荣获质量奖，获奖金[30万元](Amount)。", {"青禾机电 30万元"}),
        # plain borrowing; whoever lends, or lends to many, gets nothing
        ("raises_amount", "去年[青禾机电](Company)贷款[3亿元](Amount)用于扩产。", {"青禾机电 3亿元"}),
        ("raises_amount", "去年[云岭银行](Company)贷款[3亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)为农户贷款[3亿元](Amount)。", set()),
        ("raises_amount", "[青禾机电](Company)应偿还[云岭农行](Company)借款本金[3亿元](Amount)。", set()),
        # an order is earned by whom it is placed with
        ("earns_amount", "[云杼重工](Company)向[青禾机电](Company)下了[3000万元](Amount)订单。", {"青禾机电 3000万元"}),
        ("earns_amount", "[云杼重工](Company)向[青禾机电](Company)学习，年产值[3亿元](Amount)。", {"云杼重工 3亿元"}),
        # what a firm spends as long as it works goes on like what it earns, what it invests does not
        ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)，同比增长12%；研发投入[1800万元](Amount)。", {"青禾机电 1800万元"}),
        ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)；投资[1800万元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)营收[3亿元](Amount)；全市研发投入[1800万元](Amount)。", set()),
        ("invests_amount", "[青禾机电](Company)研发投入占营收的8%，达[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("earns_amount", "[青禾机电](Company)研发投入占营收的8%，达[3亿元](Amount)。", set()),
        # of somebody that is only told of by the firm
        ("earns_amount", "[青禾机电](Company)的竞争对手去年营收[3亿元](Amount)。", set()),
        ("earns_amount", "[青禾机电](Company)的客户很多，去年营收[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("invests_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，国家投资[3亿元](Amount)建设电网。", set()),
        ("earns_amount", "[青禾机电](Company)[总经理](Title)[方致远](Person)说，全国电机市场销售额[3亿元](Amount)。", set()),
        ("invests_amount", "[青禾项目](Project)等12个项目总投资[3亿元](Amount)。", set()),
        # the round of one of which another is the leader
        ("raises_amount", "由[云杼资本](Company)领投的[青禾机电](Company)[3亿元](Amount)B轮融资完成。", {"青禾机电 3亿元"}),
        ("raises_amount", "[青禾机电](Company)完成[3亿元](Amount)股权融资。", {"青禾机电 3亿元"}),
        # further figures between the sum and the work that it is put into; another work before it has no part of it
        (
            "invests_amount",
            "[青禾电站](Project)并网。投资[5亿元](Amount)、占地约1500亩、装机容量为50兆瓦的[云杼电站](Project)完工。",
            {"云杼电站 5亿元"},
        ),
        ("invests_amount", "计划总投资[5亿元](Amount)，年产8万吨的[云杼材料项目](Project)开工。", {"云杼材料项目 5亿元"}),
        ("invests_amount", "[青禾电站](Project)并网。投资[5亿元](Amount)、装机50兆瓦的另一座电站完工。", set()),
        (
            "invests_amount",
            "[青禾基地](Project)总投资[5亿元](Amount)，邻近年产8万吨的[云杼材料项目](Project)。",
            {"青禾基地 5亿元"},
        ),
        ("invests_amount", "[青禾磷业](Company)投入技改资金[5亿元](Amount)，建成年处理80万吨的[云杼生产线](Project)。", {"青禾磷业 5亿元"}),
        # of a whole and not of its parts; of many together it is nobody's
        (
            "invests_amount",
            "[青禾治理项目](Project)主要包括污水厂，[云杼管网工程](Project)等7个大项，项目总投资约[19亿元](Amount)。",
            {"青禾治理项目 19亿元"},
        ),
        (
            "invests_amount",
            "[青禾中心](Project)、[云杼基地](Project)、北川辅道三大项目在[云岭](Place)启动建设，总投资达[53亿元](Amount)。",
            set(),
        ),
        # a work that another only stands near
        ("earns_amount", "青禾园邻近[云杼铁路](Project)，全部建成后年产值[180亿元](Amount)。", set()),
        ("earns_amount", "[青禾园](Project)邻近[云杼铁路](Project)，全部建成后年产值[180亿元](Amount)。", {"青禾园 180亿元"}),
        # to whom, or from whom: no subject
        ("invests_amount", "[青禾机电](Company)向其全资子公司[云杼机床](Company)增资[9800万元](Amount)。", {"青禾机电 9800万元"}),
        ("raises_amount", "[青禾机电](Company)对子公司[云杼机床](Company)增资[9800万元](Amount)。", {"云杼机床 9800万元"}),
        ("earns_amount", "[青禾机电](Company)来自[云杼汽车](Company)的销售收入达[380亿元](Amount)。", {"青禾机电 380亿元"}),
        ("earns_amount", "[青禾机电](Company)向第一大客户[云杼汽车](Company)销售[3.2亿元](Amount)。", {"青禾机电 3.2亿元"}),
        ("raises_amount", "[青禾资本](Company)投资的[云杼科技](Company)最新融资[3500万元](Amount)。", {"云杼科技 3500万元"}),
        ("raises_amount", "[青禾产业基金](Company)规模[48亿元](Amount)。", {"青禾产业基金 48亿元"}),
        ("raises_amount", "[青禾机电](Company)规模[48亿元](Amount)。", set()),
        # each of the next sentence has the like
        (
            "earns_amount",
            "[青禾钢铁](Company)营业收入达[9亿元](Amount)。[云杼钢铁](Company)和[北川钢铁](Company)分别为[7亿元](Amount)和[3亿元](Amount)。",
            {"青禾钢铁 9亿元", "云杼钢铁 7亿元", "北川钢铁 3亿元"},
        ),
        (
            "earns_amount",
            "[青禾钢铁](Company)营业收入达[9亿元](Amount)。[云杼钢铁](Company)和[北川钢铁](Company)分别捐出[7亿元](Amount)和[3亿元](Amount)。",
            {"青禾钢铁 9亿元"},
        ),
        # which firm it is, and what it gets now
        (
            "raises_amount",
            "年初获得[青禾资本](Company)投资的[云杼科技](Company)宣布新获[1亿元](Amount)D轮融资。",
            {"云杼科技 1亿元"},
        ),
        ("raises_amount", "[云杼科技](Company)获得[青禾集团](Company)旗下的[北川资本](Company)[1亿元](Amount)融资。", {"云杼科技 1亿元"}),
        # what a firm takes in when it goes public
        ("raises_amount", "[青禾科技](Company)首发募资[12亿元](Amount)。", {"青禾科技 12亿元"}),
        ("raises_amount", "[青禾科技](Company)全球发售所得款项净额约为[8410万港元](Amount)。", {"青禾科技 8410万港元"}),
        ("raises_amount", "[青禾科技](Company)出售厂房所得款项净额约为[8410万港元](Amount)。", set()),
        (
            "raises_amount",
            "[青禾科技](Company)募集资金总额[37亿元](Amount)，扣除发行费用后净额[36亿元](Amount)。",
            {"青禾科技 37亿元", "青禾科技 36亿元"},
        ),
        # the head of a grant's name says what it is
        (
            "raises_amount",
            "[青禾食品](Company)收到用电增量奖[4.3万元](Amount)和新增设备投资奖[5.4万元](Amount)。",
            {"青禾食品 4.3万元", "青禾食品 5.4万元"},
        ),
        ("invests_amount", "[青禾食品](Company)收到用电增量奖和新增设备投资奖[5.4万元](Amount)。", set()),
        ("earns_amount", "[青禾食品](Company)收到省级技改税收增量配套奖[11万元](Amount)。", set()),
        ("earns_amount", "[青禾食品](Company)荣获质量奖，实现税收[11万元](Amount)。", {"青禾食品 11万元"}),
        # of another phase, or of several works
        ("invests_amount", "该工程二期总投资[3亿元](Amount)，打造[云岭观光项目](Project)。", set()),
        ("invests_amount", "该工程总投资[3亿元](Amount)，打造[云岭观光项目](Project)。", {"云岭观光项目 3亿元"}),
        (
            "invests_amount",
            "[青禾集团](Company)投资[60亿元](Amount)，分别建设了[云岭加工厂](Project)、[北川加工厂](Project)。",
            {"青禾集团 60亿元"},
        ),
        # of a firm that the sentence tells of, not of a work that it builds
        ("invests_amount", "[青禾合作社](Company)占地800平方米，总投资[20万元](Amount)。", {"青禾合作社 20万元"}),
        ("invests_amount", "[青禾糖业](Company)成立于[2017年](Date 2017)，总投资[2000万元](Amount)。", {"青禾糖业 2000万元"}),
        ("invests_amount", "[青禾糖业](Company)成立于[2017年](Date 2017)，新项目总投资[2000万元](Amount)。", set()),
        ("invests_amount", "[青禾糖业](Company)新建的生产线占地30亩，总投资[2000万元](Amount)。", set()),
        (
            "invests_amount",
            "[青禾糖业](Company)总投资[2000万元](Amount)，到位资金[1100万元](Amount)。",
            {"青禾糖业 2000万元", "青禾糖业 1100万元"},
        ),
        ("earns_amount", "[青禾糖业](Company)在展会上订货总量达[2000万元](Amount)。", {"青禾糖业 2000万元"}),
        ("earns_amount", "[青禾糖业](Company)年总产值由[5亿元](Amount)增至[20亿元](Amount)。", {"青禾糖业 5亿元", "青禾糖业 20亿元"}),
    ],
)
def test_whose(told, relation, marked, said):
    assert told(propose, relation, marked) == said


@pytest.mark.parametrize(
    ("marked", "metric", "period", "status"),
    [
        ("[去年](Date 2023)，[青禾机电](Company)归母净利润[2亿元](Amount)。", "归母净利润", "2023", "asserted"),
        ("[青禾机电](Company)计划[今年](Date 2024)技改投资[2亿元](Amount)。", "技改投资", "2024", "planned"),
        ("[电机产业园](Project)达产后年产值可达[2亿元](Amount)。", "年产值", "", "planned"),
        (
            "[财政部](PublicBody)下达[去年](Date 2023)中央财政农村道路养护补助资金[2亿元](Amount)。",
            "中央财政农村道路养护补助资金",
            "2023",
            "asserted",
        ),
    ],
)
def test_metric_period_and_status(drafts, marked, metric, period, status):
    ((_, draft),) = drafts(propose, marked)
    assert (draft.qualifiers["metric"], draft.qualifiers["period"], draft.status) == (metric, period, status)


@pytest.mark.parametrize(
    ("marked", "statuses"),
    [
        (
            "[电机项目](Project)达产后，可实现年产值[15亿元](Amount)，年收入[9亿元](Amount)，税收[2亿元](Amount)。",
            ["planned", "planned", "planned"],
        ),
        ("[电机项目](Project)达产后可实现年产值[15亿元](Amount)，目前税收[2亿元](Amount)。", ["planned", "asserted"]),
        ("[去年](Date 2023)，[青禾机电](Company)争取国家奖励资金[25万元](Amount)。", ["asserted"]),
        ("[青禾机电](Company)正争取国家奖励资金[25万元](Amount)。", ["planned"]),
    ],
)
def test_status_of_a_row(drafts, marked, statuses):
    assert [draft.status for _, draft in drafts(propose, marked)] == statuses


@pytest.mark.parametrize(
    ("marked", "periods"),
    [
        (
            "[青禾机电](Company)[2020年至2022年](Date 2020/2022)，营收分别为[2亿元](Amount)、[3亿元](Amount)和[4亿元](Amount)。",
            ["2020", "2021", "2022"],
        ),
        ("[青禾机电](Company)[2020年至2022年](Date 2020/2022)，营收为[2亿元](Amount)。", ["2020/2022"]),
        ("[3月24日](Date --03-24)，[电机项目](Project)开工，总投资[2亿元](Amount)。", [""]),
        ("[3月24日](Date --03-24)，[青禾机电](Company)计划投资[2亿元](Amount)。", [""]),
        ("[电机项目](Project)预计[2027年8月](Date 2027-08)完工，达产后年产值可达[2亿元](Amount)。", [""]),
        ("[今年](Date 2024)，[电机项目](Project)完成投资[2亿元](Amount)。", ["2024"]),
        ("[青禾机电](Company)营收由[2003年](Date 2003)的[2亿元](Amount)增长到去年的[3亿元](Amount)。", ["2003", ""]),
        ("[青禾机电](Company)营收由[2003年](Date 2003)的[2亿元](Amount)增长到[2005年](Date 2005)的[3亿元](Amount)。", ["2003", "2005"]),
        # the same time of the year before is no time of this year
        ("[今年](Date 2024)，[青禾机电](Company)净利润[5亿元](Amount)，去年同期公司实现净利润[2亿元](Amount)。", ["2024", ""]),
        ("[今年](Date 2024)，[青禾机电](Company)净利润[5亿元](Amount)，较去年同期增长，实现营收[9亿元](Amount)。", ["2024", "2024"]),
    ],
)
def test_periods(drafts, marked, periods):
    assert [draft.qualifiers["period"] for _, draft in drafts(propose, marked)] == periods


def test_what_was_is_no_plan(drafts):
    marked = "[青禾机电](Company)的产值将由[去年](Date 2023)的[11亿元](Amount)提高到[18亿元](Amount)。"
    said = {scene.entities[draft.object].name: draft.status for scene, draft in drafts(propose, marked)}
    assert said == {"11亿元": "asserted", "18亿元": "planned"}


def test_periods_in_a_row(drafts):
    marked = "[2022年](Date 2022)、[2023年](Date 2023)，[青禾机电](Company)营收分别为[2亿元](Amount)、[3亿元](Amount)。"
    said = {scene.entities[draft.object].name: draft.qualifiers["period"] for scene, draft in drafts(propose, marked)}
    assert said == {"2亿元": "2022", "3亿元": "2023"}


@pytest.mark.parametrize(
    ("relation", "marked", "said"),
    [
        (
            "earns_amount",
            "[青禾服饰](Company)开店。7.[云杼易购](Company)：预计上半年实现净利润[21亿元](Amount)，下降。",
            {"云杼易购 21亿元"},
        ),
        (
            "earns_amount",
            "点评：重要途径~ 6 [云杼饮料](Company) 二季度营收[100亿元](Amount)。利润为[26亿元](Amount)。",
            {"云杼饮料 100亿元", "云杼饮料 26亿元"},
        ),
        (
            "raises_amount",
            "1、[青禾网](Company)投了[青禾优富](Company) 数千万 2、[青禾金融](Company)有四轮，其中去年获得来自[云杼资本](Company)的[3亿元](Amount)A轮融资。",
            {"青禾金融 3亿元"},
        ),
        ("earns_amount", "②[青禾机电](Company)扩产，去年营收[5亿元](Amount)。", {"青禾机电 5亿元"}),
        # an item without a firm goes on about the firm of the passage
        ("earns_amount", "[青禾机电](Company)公布业绩。1、净利润[5亿元](Amount)。", {"青禾机电 5亿元"}),
        # no item: a part of a number, a month
        ("earns_amount", "[青禾机电](Company)去年增长3.5%，营收[5亿元](Amount)。", {"青禾机电 5亿元"}),
    ],
)
def test_items(told, relation, marked, said):
    assert told(propose, relation, marked) == said


def test_a_loss_is_told_as_one(drafts):
    ((_, draft),) = drafts(propose, "[青禾机电](Company)净利润为-[2亿元](Amount)。")
    assert draft.qualifiers["metric"] == "净亏损"


def test_a_dash_is_no_loss(drafts):
    ((_, draft),) = drafts(propose, "[青禾机电](Company)拿出全年利润的三分之一——[2亿元](Amount)。")
    assert draft.qualifiers["metric"] == "全年利润"


def test_a_plan_goes_on(drafts):
    ((_, draft),) = drafts(propose, "[青禾机电](Company)拟参股[云杼支付](Company)，以不超过[2亿元](Amount)的自有资金认购股份。")
    assert draft.status == "planned"


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            "[云岭茶园一期工程](Project)总投资[2亿元](Amount)，二期总投资[3亿元](Amount)。",
            {"2亿元"},
        ),
        ("[云岭茶园项目](Project)一期总投资[2亿元](Amount)，二期总投资[3亿元](Amount)。", {"2亿元", "3亿元"}),
        ("[云岭茶园一期工程](Project)总投资[2亿元](Amount)，去年完成投资[1亿元](Amount)。", {"2亿元", "1亿元"}),
    ],
)
def test_a_work_has_the_sums_of_its_own_phase(scene, marked, said):
    read = scene(marked)
    assert {one.object for one in statements(read)} == {key for key, e in read.entities.items() if e.name in said}


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        # the report of a place goes on about it
        (
            "[云岭开发区](Place)完成工业投资[8亿元](Amount)，增长9%；实现税收[3亿元](Amount)，增长2%。",
            {"云岭开发区 3亿元"},
        ),
        (
            "[青石县](Place)工业经济增长较快。预计完成工业总产值[20亿元](Amount)，实现税收[9000万元](Amount)。",
            {"青石县 20亿元", "青石县 9000万元"},
        ),
        # not of its firms, of a field, or of who was named since
        ("[云岭开发区](Place)完成工业投资[8亿元](Amount)；入驻企业实现税收[3亿元](Amount)。", set()),
        ("[青石县](Place)工业经济增长较快，[青禾机电](Company)投产；实现税收[3亿元](Amount)。", {"青禾机电 3亿元"}),
        ("[中国](Place)工业互联网产业规模居第二，销售额达[3亿元](Amount)。", set()),
        ("[青石县](Place)山清水秀。实现税收[3亿元](Amount)。", set()),
        # what is told of the first of a list is told of the next behind a semicolon
        (
            "[青禾锅炉](Company)产值[6亿元](Amount)，增长22%；[云杼棉业](Company)[2亿元](Amount)，增长15%。",
            {"青禾锅炉 6亿元", "云杼棉业 2亿元"},
        ),
        (
            "[云岭开发区](Place)营业收入[60亿元](Amount)，居首；[北川园区](Place)[20亿元](Amount)，居次。",
            {"云岭开发区 60亿元", "北川园区 20亿元"},
        ),
        ("[青禾锅炉](Company)产值[6亿元](Amount)，增长22%；[云杼棉业](Company)[2亿元](Amount)设备到厂。", {"青禾锅炉 6亿元"}),
        ("[青禾锅炉](Company)产值[6亿元](Amount)，增长22%。[云杼棉业](Company)[2亿元](Amount)，增长15%。", {"青禾锅炉 6亿元"}),
        ("[青禾锅炉](Company)产值[6亿元](Amount)，增长22%；[北川园区](Place)[2亿元](Amount)，增长15%。", {"青禾锅炉 6亿元"}),
    ],
)
def test_reports_and_lists_go_on(told, marked, said):
    assert told(propose, "earns_amount", marked) == said


def test_the_year_is_no_part_of_the_months_before_it(drafts):
    found = drafts(propose, "[青禾服饰](Company)[前7个月](Date 2023-01/2023-07)实现产值[1.3亿元](Amount)，全年有望突破[2.4亿元](Amount)。")
    assert [(draft.qualifiers["period"], draft.status) for _, draft in found] == [("2023-01/2023-07", "asserted"), ("", "planned")]


@pytest.mark.parametrize(
    ("relation", "marked", "said"),
    [
        # who is set up by it has the sum, where who pays has no name
        ("invests_amount", "外地客商投资[1.2亿元](Amount)新办的[青禾机械](Company)已投产。", {"青禾机械 1.2亿元"}),
        ("invests_amount", "[云杼集团](Company)投资[1.2亿元](Amount)新办的[青禾机械](Company)已投产。", {"云杼集团 1.2亿元"}),
        # none of a row behind 向 pays; each of it gets its own
        (
            "invests_amount",
            "[云岭产投](Company)向[青禾轴承](Company)、[云杼精密](Company)分别投资[4000万元](Amount)和[2500万元](Amount)。",
            {"云岭产投 4000万元", "云岭产投 2500万元"},
        ),
        (
            "raises_amount",
            "[云岭产投](Company)向[青禾轴承](Company)、[云杼精密](Company)分别投资[4000万元](Amount)和[2500万元](Amount)。",
            {"青禾轴承 4000万元", "云杼精密 2500万元"},
        ),
        (
            "invests_amount",
            "[陶瓷原料基地](Project)开工；首批向[青禾轴承](Company)、[云杼精密](Company)分别投资[4000万元](Amount)和[2500万元](Amount)。",
            set(),
        ),
        # what several put in together is nobody's
        ("invests_amount", "[云岭产投](Company)与[北川产投](Company)共同出资[10亿元](Amount)。", set()),
        # each of the firms that the clause before names
        (
            "raises_amount",
            "[云岭银行](Company)与[青禾服饰](Company)、[云杼电子](Company)签订协议，授信额度分别为[5000万元](Amount)、[3000万元](Amount)。",
            {"青禾服饰 5000万元", "云杼电子 3000万元"},
        ),
        (
            "raises_amount",
            "[云岭银行](Company)与[青禾服饰](Company)、[云杼电子](Company)、[北川家居](Company)签订协议，授信额度分别为[5000万元](Amount)、[3000万元](Amount)。",
            set(),
        ),
        # of all of a row together
        ("raises_amount", "[云岭银行](Company)为[青禾服饰](Company)、[云杼电子](Company)等公司授信[1.6亿元](Amount)。", set()),
        # prizes, insurance, funds, costs
        ("raises_amount", "[青禾冶金](Company)赢得了[10万元](Amount)的最高奖。", {"青禾冶金 10万元"}),
        (
            "raises_amount",
            "[青禾牧业](Company)[老板](Title)[方致远](Person)收到了[云岭产险](Company)预付的赔款[50万元](Amount)。",
            {"青禾牧业 50万元"},
        ),
        ("raises_amount", "[青禾牧业](Company)收到了对手预付的赔款[50万元](Amount)。", set()),
        ("raises_amount", "[云岭产业基金](Company)总规模[10亿元](Amount)。", {"云岭产业基金 10亿元"}),
        ("earns_amount", "[青禾水产](Company)今年投保了养殖险，保费[28万元](Amount)。", set()),
        ("earns_amount", "[云岭财险](Company)去年保费[28亿元](Amount)。", {"云岭财险 28亿元"}),
        (
            "raises_amount",
            "[青禾种业](Company)、[云杼重装](Company)被授予“突出贡献企业”称号，各奖励[50万元](Amount)。",
            {"青禾种业 50万元", "云杼重装 50万元"},
        ),
        ("raises_amount", "[青禾种业](Company)、[云杼重装](Company)被授予“突出贡献企业”称号，各出资[50万元](Amount)。", set()),
        ("invests_amount", "[云岭便民桥](Project)总造价[260万元](Amount)。", {"云岭便民桥 260万元"}),
        # what is built beside it is an item of its own, and what all of a town earns is not a work's
        (
            "invests_amount",
            "[青禾牧场二期](Project)，总投资[5200万元](Amount)；团场自筹的节水改造，投资[1900万元](Amount)。",
            {"青禾牧场二期 5200万元"},
        ),
        (
            "invests_amount",
            "[青禾牧场二期](Project)今天开工；项目占地30亩，总投资[5200万元](Amount)。",
            {"青禾牧场二期 5200万元"},
        ),
        ("invests_amount", "公司将投资[5亿元](Amount)，于[云岭县](Place)古城打造[昀里街区](Project)。", {"昀里街区 5亿元"}),
        ("earns_amount", "[青禾民宿群](Project)建成，全镇旅游收入有望突破[1亿元](Amount)。", set()),
        ("earns_amount", "[青禾民宿群](Project)建成，旅游收入有望突破[1亿元](Amount)。", {"青禾民宿群 1亿元"}),
        (
            "raises_amount",
            "[青禾种业](Company)、[云杼重装](Company)分列二、三位，各奖励[30万元](Amount)、[20万元](Amount)。",
            {"青禾种业 30万元", "云杼重装 20万元"},
        ),
        (
            "raises_amount",
            "[青禾种业](Company)、[云杼重装](Company)分列二、三位，纳税额分别为[3000万元](Amount)、[2000万元](Amount)，各奖励[30万元](Amount)、[20万元](Amount)。",
            {"青禾种业 30万元", "云杼重装 20万元"},
        ),
        ("raises_amount", "[云岭银行](Company)通过了[青禾皮业](Company)的[300万元](Amount)“科贷通”贷款申请。", {"青禾皮业 300万元"}),
        ("raises_amount", "[青禾皮业](Company)以厂房作抵押，从[云岭银行](Company)贷出[800万元](Amount)。", {"青禾皮业 800万元"}),
        ("raises_amount", "[云岭城投集团](Company)成功发行地方政府专项债券，额度共[4亿元](Amount)。", {"云岭城投集团 4亿元"}),
        ("raises_amount", "[青禾果业](Company)捧回“纳税状元”奖牌和[50万元](Amount)奖金。", {"青禾果业 50万元"}),
        ("earns_amount", "[云岭基金](Company)投资的[青禾新材](Company)，今年产值将突破[20亿元](Amount)。", {"青禾新材 20亿元"}),
        ("earns_amount", "[云岭基金](Company)投资了[青禾新材](Company)，今年收益[2亿元](Amount)。", {"云岭基金 2亿元"}),
        ("raises_amount", "[青禾果业](Company)与[云岭银行](Company)签订[1800万元](Amount)的收购贷款合同。", {"青禾果业 1800万元"}),
        (
            "invests_amount",
            "[青禾新材](Company)投资[3亿元](Amount)，新建两条线；由[云杼食品](Company)投资建设的[云岭央厨项目](Project)，计划投资[1.8亿元](Amount)。",
            {"青禾新材 3亿元", "云岭央厨项目 1.8亿元"},
        ),
        ("raises_amount", "[青禾种业](Company)获评纳税大户，获奖现金[50万元](Amount)。", {"青禾种业 50万元"}),
        ("raises_amount", "[青禾种业](Company)获评纳税大户，奖金[50万元](Amount)捐给了学校。", set()),
        # works that are called by their firms: each has its own sum, and none puts money into the next
        (
            "invests_amount",
            "目前，投资[10亿元](Amount)的[青禾新材](Company)、投资[6亿元](Amount)的[云杼农机](Company)已经动工。",
            {"青禾新材 10亿元", "云杼农机 6亿元"},
        ),
        (
            "invests_amount",
            "[云岭集团](Company)投资[10亿元](Amount)的[青禾新材](Company)、投资[6亿元](Amount)的[云杼农机](Company)已经动工。",
            {"云岭集团 10亿元"},
        ),
        # bonds
        (
            "raises_amount",
            "[云岭城投集团](Company)[2023年度](Date 2023)第一期中期票据成功发行，发行规模[5亿元](Amount)。",
            {"云岭城投集团 5亿元"},
        ),
        ("raises_amount", "[云岭城投集团](Company)[10亿元](Amount)私募公司债券在北交所成功发行。", {"云岭城投集团 10亿元"}),
        ("raises_amount", "[云岭城投集团](Company)[10亿元](Amount)私募公司债券今日到期兑付。", set()),
        # what the tax office returns has come in; what else is returned has not
        ("raises_amount", "[青禾皮业](Company)收到[县税务局](PublicBody)退还的留抵税款[120万元](Amount)。", {"青禾皮业 120万元"}),
        ("raises_amount", "[青禾皮业](Company)收到[云杼商贸](Company)退还的贷款[120万元](Amount)。", set()),
        ("raises_amount", "[云岭引导基金](Company)由[县财政局](PublicBody)出资，总规模[50亿元](Amount)。", {"云岭引导基金 50亿元"}),
        ("raises_amount", "[青禾皮业](Company)由[县财政局](PublicBody)出资，总规模[50亿元](Amount)。", set()),
        # what a bank means to lend to the firms of a town is nobody's
        (
            "raises_amount",
            "[青禾安防](Company)将扩产。当天，[镇政府](PublicBody)与[云岭银行](Company)签约，三年内将为[青石镇](Place)制造业企业提供[30亿元](Amount)意向授信。",
            set(),
        ),
        # a project goes on though its builder is named on the way
        (
            "earns_amount",
            "排在第一的是[青禾铝材项目](Project)，投资总额[12亿元](Amount)，由[云杼新材料公司](Company)建设，预计年产值[35亿元](Amount)、年税收[1亿元](Amount)。",
            {"青禾铝材项目 35亿元", "青禾铝材项目 1亿元"},
        ),
        (
            "earns_amount",
            "排在第一的是[青禾铝材项目](Project)，投资总额[12亿元](Amount)，毗邻[云杼新材料公司](Company)，预计年产值[35亿元](Amount)。",
            set(),
        ),
    ],
)
def test_sums_of_local_money(told, relation, marked, said):
    assert told(propose, relation, marked) == said
