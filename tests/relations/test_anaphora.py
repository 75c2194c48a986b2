"""Reference words and what they stand for. People and firms are invented."""

from dataclasses import replace

import pytest

from kg.relations.anaphora import resolved
from kg.relations.called import called
from kg.relations.speech import spoken


def stands_for(scene):
    return [
        f"{ref.text} {scene.entities[ref.entity].name}"
        if ref.entity
        else f"{ref.text} {' '.join(scene.entities[e].name for e in ref.data['entities'])}"
        for sentence in scene.sentences
        for ref in sentence.refs
        if ref.anaphor
    ]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[青禾机电](Company)落户[云岭区](Place)。该公司去年产值3亿元。", ["该公司 青禾机电"]),
        ("[青禾机电](Company)昨日公告，公司拟增资。去年，公司营收3亿元。", ["公司 青禾机电", "公司 青禾机电"]),
        # works are renamed, and the story goes on about what they became
        (
            "[青禾五金厂](Company)办起来了。1995年，厂子改制为[青禾泵业](Company)。2008年，公司建起新厂房。",
            ["厂子 青禾五金厂", "公司 青禾泵业"],
        ),
        ("[青禾机械](Company)办于1958年。1998年，公司改组为[青禾重工](Company)。2001年，公司扩产。", ["公司 青禾机械", "公司 青禾重工"]),
        ("[青禾五金厂](Company)办起来了。厂子门口有棵树。", []),
        # the firm that the article has called 集团, though another is at the front
        (
            "[青禾集团](Company)投产。集团下设[青禾米业](Company)。\n[青禾米业](Company)扩产。\n[北川集团](Company)来了。[青禾米业](Company)很忙。集团今年签约。",
            ["集团 青禾集团", "集团 青禾集团"],
        ),
        ("[青禾米业](Company)扩产。\n[北川集团](Company)、[青禾集团](Company)来了。[青禾米业](Company)很忙。集团今年签约。", []),
        # who speaks is of the firm, not what he speaks of; and a firm that is called by its name comes to the front
        ("“我从[北岳集团](Company)出来。”[青禾轴承](Company)[董事长](Title)[方致远](Person)今年41岁。公司产值翻番。", ["公司 青禾轴承"]),
        ("在[云岭县](Place)，有一家茶企，名叫[青禾茶业](Company)。公司产值翻番。", ["公司 青禾茶业"]),
        # the one bank or fund of the article, whoever stands at the front
        (
            "[云岭银行](Company)放款。[青禾机电](Company)扩产。\n今年，该行与[县工商联](Organization)签约。",
            ["该行 云岭银行"],
        ),
        ("[云岭银行](Company)、[北川银行](Company)放款。[青禾机电](Company)扩产。\n今年，该行与[县工商联](Organization)签约。", []),
        ("[云岭产业基金](Company)设立。基金总规模10亿元，已投[青禾机电](Company)。", ["基金 云岭产业基金"]),
        ("[云岭产业基金](Company)设立。基金业协会到会，基金经理发言。", []),
        ("[云岭产投引导基金](Company)设立。引导基金已投[青禾机电](Company)。", ["引导基金 云岭产投引导基金"]),
        ("[云岭产业基金](Company)设立。引导基金已投[青禾机电](Company)。", []),
        ("[云岭产业基金](Company)与[北川基金](Company)签约。基金总规模10亿元。", []),
        ("[青禾生物](Company)拟收购[云杼制药](Company)67%股权。标的公司去年营收3亿元。", ["标的公司 云杼制药"]),
        ("[青禾生物](Company)收购[云杼制药](Company)51%股权、[北川制药](Company)49%股权。标的公司去年营收3亿元。", []),
        ("[青禾生物](Company)与[云杼制药](Company)合作。标的公司去年营收3亿元。", []),
        # money is given to the only project of the article
        ("[青禾机电](Company)的[电池项目](Project)开工。[云岭银行](Company)为项目一期提供贷款9亿元。", ["项目 电池项目"]),
        ("[青禾机电](Company)的[电池项目](Project)、[电机项目](Project)开工。[云岭银行](Company)为项目一期提供贷款9亿元。", []),
        # the only project of the article
        (
            "[青禾机电](Company)的[电池项目](Project)开工。\n“抓紧干。”负责人说，建设单位为[青禾机电](Company)，项目位于[云岭镇](Place)。",
            ["项目 电池项目"],
        ),
        (
            "[电池项目](Project)、[电机项目](Project)开工。\n“抓紧干。”负责人说，建设单位为[青禾机电](Company)，项目位于[云岭镇](Place)。",
            [],
        ),
        # a story goes on about the firm that somebody has founded or another has turned into, not about the daughter of one
        (
            "[云岭酒厂](Company)[2003年](Date)破产。[2011年](Date)，[方致远](Person)成立[青禾酒业](Company)。很忙。\n[2022年](Date)，公司产值翻番。",
            ["公司 青禾酒业"],
        ),
        (
            "[云岭农具厂](Company)亏损。[方致远](Person)买下[云岭农具厂](Company)，注册成立[青禾机械](Company)。\n如今，公司产值翻番。",
            ["公司 青禾机械"],
        ),
        ("[云岭农机厂](Company)改制为[青禾农机](Company)。\n[2008年](Date)，公司兼并了[北岳车业](Company)。", ["公司 青禾农机"]),
        ("[青禾集团](Company)[董事长](Title)[方致远](Person)创办[云杼科技](Company)。\n去年，公司产值翻番。", ["公司 青禾集团"]),
        ("[青禾集团](Company)扩产。[青禾集团](Company)拟成立[云杼科技](Company)。\n去年，公司产值翻番。", ["公司 青禾集团"]),
        # what somebody unnamed has bought does not come to the front; who is bought gets another name
        (
            "[云岭食品厂](Company)改为[青禾食品](Company)。\n[2014年](Date)，收购了[北岳糖厂](Company)。去年，公司产值翻番。",
            ["公司 青禾食品"],
        ),
        ("[云岭食品厂](Company)改为[青禾食品](Company)。\n[2014年](Date)，收购了[北岳糖厂](Company)。该厂去年扩产。", ["该厂 北岳糖厂"]),
        ("[青禾食品](Company)开会。[2014年](Date)，董事会同意为控股子公司[北岳糖厂](Company)担保。该公司贷款3亿元。", ["该公司 北岳糖厂"]),
        ("[北岳集团](Company)收购[云岭自控](Company)80%股权，公司更名为[青禾仪表](Company)。", ["公司 云岭自控"]),
        ("[北岳集团](Company)给[云岭自控](Company)供货，公司更名为[青禾仪表](Company)。", ["公司 北岳集团"]),
        # nobody calls a house of an old kind 公司, nor what a speaker is of
        ("[方致远](Person)成立[青禾食品](Company)。“我是[云杼酱园](Company)的第四代。”他说。\n如今，公司产值翻番。", ["公司 青禾食品"]),
        ("[2018年](Date)，引入战略投资者[北岳集团](Company)，后者出资11亿元。", ["后者 北岳集团"]),
        ("[2018年](Date)，走进[北岳集团](Company)，后者出资11亿元。", []),
        # the firm at the front goes on, also when another comes up on the way; the word for the nearest does not choose between two
        ("[青禾机电](Company)成立五年。去年为[北岳车业](Company)供货后，公司产值翻番。", ["公司 青禾机电"]),
        ("[青禾机电](Company)入股[北岳车业](Company)。该公司主营电机。", []),
        # works by another name, but for the one that is called so; a town of any rank
        ("[青禾陶瓷有限公司](Company)产值翻番。该厂去年扩产。", ["该厂 青禾陶瓷有限公司"]),
        ("[青禾陶瓷有限公司](Company)收购[北岳瓷厂](Company)。该厂去年扩产。", ["该厂 北岳瓷厂"]),
        ("[青禾陶瓷有限公司](Company)与[北岳陶瓷有限公司](Company)为邻。该厂去年扩产。", []),
        ("[云岭乡](Place)有茶园两万亩。该乡引进[青禾农业](Company)。", ["该乡 云岭乡"]),
        ("[云岭镇](Place)有茶园两万亩。该乡引进[青禾农业](Company)。", []),
        # who lies near another opens the sentence
        ("距离[青禾机电](Company)几百米的[北岳车业](Company)，同样忙碌。去年，公司营收3亿元。", ["公司 北岳车业"]),
        # a row that stands for many is none that a word for one means
        (
            "[青禾地产集团](Company)以拿地见长。而[华川置业](Company)（600101）、[海川集团](Company)（旗下楼盘）等一线巨头难以进入。该集团董事长说，要储备土地。",
            ["该集团 青禾地产集团"],
        ),
        ("[青禾地产集团](Company)以拿地见长。而[华川置业](Company)、[海川集团](Company)难以进入。该集团去年投产。", ["该集团 海川集团"]),
        # whoever signs what it makes known
        (
            "第二大股东[北岳车业](Company)把股份转让给[华川教育](Company)，占公司总股本的5%。\n特此公告。\n[青禾机电股份有限公司](Company)董事会\n二〇〇六年五月九日",
            ["公司 青禾机电股份有限公司"],
        ),
        (
            "第二大股东[北岳车业](Company)把股份转让给[华川教育](Company)，占公司总股本的5%。\n[青禾机电股份有限公司](Company)与[海川集团](Company)在2006年5月9日签约",
            ["公司 华川教育"],
        ),
        # unless the sentence brings one of them about or says what it is
        ("[青禾机电](Company)出资成立[云岭旅游](Company)，持股七成。该公司去年投产。", ["该公司 云岭旅游"]),
        ("[青禾能源](Company)是由[海川集团](Company)投资的企业。该公司去年投产。", ["该公司 青禾能源"]),
        ("作为[华川集团](Company)的全资子公司，[青禾重机](Company)扩产。去年，公司营收3亿元。", ["公司 青禾重机"]),
        # the one project of the story, however far, but not one named in passing
        ("[云岭大桥工程](Project)开工。[云岭大桥工程](Project)很长。\n今年多雨。\n该工程分5个标段。", ["该工程 云岭大桥工程"]),
        ("[云岭大桥工程](Project)开工。\n今年多雨。\n年年如此。\n该工程分5个标段。", []),
        ("[深海项目](Project)获奖。眼下，他正忙着二期项目。该项目投资4.5亿元。", []),
        # where it lies does not hide whom a sentence comes to, nor what it is whom it is about
        (
            "走进位于[云岭经济开发区北部片区](Place)的[青禾机电](Company)，为[北岳车业](Company)备货。去年，公司营收3亿元。",
            ["公司 青禾机电"],
        ),
        ("[青禾机电](Company)与[北岳车业](Company)相邻。去年，公司产值翻番。", []),
        # the firm whose heading stands inside the sentence
        ("[青禾机电](Company)歇业，1、[北岳车业](Company)最新进展：一、查封该公司账户。", ["该公司 北岳车业"]),
        ("[青禾机电](Company)歇业，[北岳车业](Company)说：该公司已停产。", []),
        ("资金投向[云岭中试基地](Project)。该基地由[青禾机电](Company)运营。", ["该基地 云岭中试基地"]),
        ("资金投向[云岭大桥](Project)。该基地由[青禾机电](Company)运营。", []),
        ("走进[青禾机电](Company)，得知企业正谋划上新线，代表们点赞。", ["企业 青禾机电"]),
        ("[云岭发展大会](Event)昨日召开。会议印发了工作要点。会议指出，要抓落实。", ["会议 云岭发展大会"]),
        ("[云岭发展大会](Event)与[北川论坛](Event)昨日召开。会议印发了工作要点。", []),
        ("[云岭发展论坛](Event)昨日召开。论坛上发布了《云岭白皮书》，大家畅谈。", ["论坛 云岭发展论坛"]),
        ("[云岭发展论坛](Event)昨日召开。论坛上发布会很多。", []),
        # what was said at another is no meeting held
        (
            "[方致远](Person)主持召开[市政府常务会议](Event)。\n会议强调，要贯彻省长主持召开[北川座谈会](Event)时的重要讲话精神。\n会议审议通过《方案》。",
            ["会议 市政府常务会议"],
        ),
        # the meeting whose spirit another one carries is not that one
        ("会议深入贯彻[七岭大会](Event)和[云岭工作会议](Event)精神。会议表决通过了《条例》。", []),
        ("会议全面贯彻[七岭大会](Event)精神。会议表决通过了《条例》。", []),
        ("[云岭工作会议](Event)召开。会议贯彻[七岭大会](Event)和[北川座谈会](Event)精神。会议表决通过了《条例》。", ["会议 云岭工作会议"]),
        ("[方致远](Person)主持召开[市政府常务会议](Event)，学习[全国环保大会](Event)精神。会议通过了《方案》。", ["会议 市政府常务会议"]),
        (
            "[云岭协会第六届会员大会](Event)召开。\n[青禾机电](Company)入会。\n去年行情不错。\n会议审议通过了公约。",
            ["会议 云岭协会第六届会员大会"],
        ),
        # 园区: the one zone of the article, however far
        ("[青石产业园](Place)热浪滚滚。\n[青禾机电](Company)投产。\n去年行情不错。\n园区还有空地。", ["园区 青石产业园"]),
        ("[青石产业园](Place)与[北川工业园](Place)相邻。\n[青禾机电](Company)投产。\n去年行情不错。\n园区还有空地。", []),
        # the kind of house that one name ends with
        # 当事人 is the firm of the case, where a penalty is told; before a court it may be anybody
        ("二、[青禾食品](Company)虚假宣传案。当事人被罚款5万元。", ["当事人 青禾食品"]),
        ("[青禾食品](Company)与[云杼食品](Company)两案。当事人被罚款5万元。", []),
        ("[青禾食品](Company)打赢官司。当事人表示满意。", []),
        ("[云岭大学](Organization)揭牌。大学生返乡创业。", []),
        # come to: 走进, 在
        ("[市长](Title)[秦晓岚](Person)走进[青禾机电](Company)车间。“订单足吗？”公司负责人连连点头。", ["公司 青禾机电"]),
        ("[青禾机电](Company)、[北岳车业](Company)都来参展。在[锦帆电子](Company)展位，公司经理忙个不停。", ["公司 锦帆电子"]),
        # other words with the same characters
        ("[青禾机电](Company)去年投产。它的子公司依照公司法成立，发行公司债，企业家云集，还有5家公司加入。", []),
        ("[青禾机电](Company)去年投产。全市加大对企业的扶持，企业发展环境向好。", []),
        ("[青禾机电](Company)去年投产。企业负责人介绍，产品销往海外。", ["企业 青禾机电"]),
        # 后者: the second of two that are joined, or else the firm named last
        ("[云杼轴承](Company)的大客户是[青禾创投](Company)，后者去年入股。", ["后者 青禾创投"]),
        ("[云州银行](Company)与[青禾机电](Company)签约，与[锦帆电子](Company)签订意向书，后者拟扩产。", ["后者 锦帆电子"]),
        ("[云杼轴承](Company)来了客人，后者去年入股。", []),
        ("[云杼轴承](Company)的客户[青禾创投](Company)派来[秦晓岚](Person)，后者去年入职。", []),
        ("[金禾科技](Company)收购了[锐铭精密](Company)股权。后者去年营收2亿元。", ["后者 锐铭精密"]),
        ("[金禾科技](Company)今年扩产。后者去年营收2亿元。", []),
        # what the word says of the firm names others
        ("[青禾能源](Company)投产。这家由[深川集团](Company)控股的企业，去年产值6亿元。", ["这家 青禾能源"]),
        ("[青禾能源](Company)投产。全市由[深川集团](Company)控股的企业，去年产值6亿元。", []),
        # owner of what follows
        ("[青禾机电](Company)公告，其全资子公司[锦帆电子](Company)中标。", ["其 青禾机电"]),
        ("[青禾机电](Company)、[北岳车业](Company)公告，其子公司中标。", []),
        # whoever it is joined to, though another opens the sentence
        ("[青禾机电](Company)与[北岳车业](Company)及其控股股东[华川集团](Company)签约。", ["其 北岳车业"]),
        ("[青禾机电](Company)与[北岳车业](Company)签约，其子公司[锦帆电子](Company)投产。", []),
        # the next sentence tells of another firm on the same day
        ("[青禾机电](Company)拟建厂。同日，[北岳车业](Company)发布快报，公司营收4亿元。", ["公司 北岳车业"]),
        ("[青禾机电](Company)拟建厂。同[北岳车业](Company)签约后，公司营收4亿元。", ["公司 青禾机电"]),
        ("[青禾机电](Company)去年投产。其中，出口占三成。", []),
        # the name must be of the kind that the word says
        ("[云州银行](Company)向[青禾机电](Company)授信3亿元。该行去年净利润5亿元。", ["该行 云州银行"]),
        ("[海川集团](Company)投建[青禾机电](Company)。集团计划三年内投资20亿元。", ["集团 海川集团"]),
        ("[青禾机电](Company)去年投产。集团旗下还有多家工厂。", []),
        (
            "[海川集团](Company)成立三年。[市长](Title)[秦晓岚](Person)会见[锦帆集团](Company)[董事长](Title)[陆小满](Person)、集团副总经理一行。",
            ["集团 锦帆集团"],
        ),
        # projects and zones
        (
            "[电机产业园项目](Project)昨日开工。该项目总投资10亿元。项目达产后年产值20亿元。",
            ["该项目 电机产业园项目", "项目 电机产业园项目"],
        ),
        ("[电机产业园项目](Project)昨日开工。全市项目建设提速，项目为王成为共识。", []),
        (  # 项目 is no firm, even where the story is about one
            "[青禾建工](Company)承建的[云岭新城开发项目](Project)开工。\n[青禾建工](Company)表示，抓紧干。\n项目选址[云岭镇](Place)。",
            ["项目 云岭新城开发项目"],
        ),
        # by its sort; not what a village has
        ("[云岭度假村项目](Project)昨日开工。该温泉旅游项目总投资10亿元。", ["该温泉旅游项目 云岭度假村项目"]),
        ("[云岭度假村项目](Project)昨日开工。该村文旅项目总投资10亿元。", []),
        ("[云岭度假村项目](Project)、[电机项目](Project)开工。该温泉旅游项目总投资10亿元。", []),
        ("[云岭区](Place)山多。该区有12家园区。", ["该区 云岭区"]),
        # two
        (
            "[青禾机电](Company)与[北岳车业](Company)签约。双方将共建工厂，前者出资六成，后者出资四成。",
            ["双方 青禾机电 北岳车业", "前者 青禾机电", "后者 北岳车业"],
        ),
        ("[市政府](PublicBody)与[青禾机电](Company)签约，双方将共建工厂。", ["双方 市政府 青禾机电"]),
        ("[中国](Place)同[南洲](Place)往来密切，双方互信加深。", []),
        ("[青禾机电](Company)签约。双方将共建工厂。", []),
        # a table at which others sit, and one at which the two do
        ("[青禾机电](Company)与[云杼大学](Organization)共建实验室。\n座谈会上，双方签署协议。", []),
        ("[青禾机电](Company)与[云杼大学](Organization)举行座谈。\n座谈会上，双方签署协议。", ["双方 青禾机电 云杼大学"]),
        # auditors and holders are named on the way; a bank is no 企业
        ("[青禾机电](Company)开会。\n经[云岭会计师事务所](Company)审计，去年公司盈利。", ["公司 青禾机电"]),
        ("[青禾机电](Company)停牌。此外，控股股东[云杼集团](Company)的股份被冻结，公司旗下项目停工。", ["公司 青禾机电"]),
        ("[云岭银行](Company)上门调研。这家企业今年扩产。", []),
        # who does something to the firm that is told of is another
        ("[青禾机电](Company)扩产。[云州融资担保公司](Company)为该公司担保1000万元。", ["该公司 青禾机电"]),
        ("[青禾机电](Company)扩产。[北岳车业](Company)去年入股公司，占两成。", ["公司 青禾机电"]),
        ("[青禾机电](Company)公告。[锦帆电子](Company)与公司没有关联。", ["公司 青禾机电"]),
        ("[青禾机电](Company)公告，[青禾机电](Company)董事会对公司业绩感到满意。", ["公司 青禾机电"]),
        ("[云州银行](Company)向[青禾机电](Company)上门。去年，公司盈利。", []),
        ("[云州银行](Company)昨日公告。去年，公司盈利。", ["公司 云州银行"]),
        # named for what it was or does, without another firm in the clause
        ("[青禾机电](Company)扩产。前身是[云岭第二电机厂](Company)，2006年改制。去年，公司盈利。", ["公司 青禾机电"]),
        ("[青禾机电](Company)上市，保荐机构为[云岭证券](Company)。今年，公司扩产。", ["公司 青禾机电"]),
        ("楼里是缝纫厂，给泉州的[云岭鞋业](Company)代工鞋面。今年，公司又添了机器。", []),
        ("[云岭创投](Company)注资4000万元，占股两成。公司上了新线。", []),
        # who speaks means his own firm
        (
            "[北岳车业](Company)签约。[青禾机电](Company)[总经理](Title)[陆小满](Person)说，公司已扩产。他说，公司明年上市。",
            ["公司 青禾机电", "公司 青禾机电"],
        ),
        (
            "[青禾机电](Company)[总经理](Title)[陆小满](Person)在场。\n[北岳车业](Company)也来了。\n“订单足。”[陆小满](Person)说，目前公司已扩产。",
            ["公司 青禾机电"],
        ),
        ("[陆小满](Person)是[青禾机电](Company)的[创始人](Title)。\n[陆小满](Person)介绍，公司已扩产。", ["公司 青禾机电"]),
        (
            "[青禾机电](Company)[董事](Title)、[北岳车业](Company)[监事](Title)[陆小满](Person)到会。\n天晴。\n[陆小满](Person)说，集团已扩产。",
            [],
        ),
        # what the article itself calls so
        (
            "[青禾机电股份有限公司](Company)（以下简称“公司”）与[北岳车业](Company)签约。\n[北岳车业](Company)成立于2001年。\n本次签约对公司无影响。",
            ["公司 青禾机电股份有限公司", "公司 青禾机电股份有限公司"],
        ),
        ("[青禾机电](Company)公告，[秦晓岚](Person)辞去公司董事长，[陆小满](Person)出任公司总经理。", ["公司 青禾机电", "公司 青禾机电"]),
        # who only holds a share does not come to the front, and one sentence calls one firm so
        (
            "[青禾医药](Company)递交招股书。[云杼资本](Company)、[北川基金](Company)分别持股12%和6%。公司去年盈利。",
            ["公司 青禾医药"],
        ),
        (
            "[青禾重工](Company)公告。[云杼集团](Company)持有公司三成股份。[北川集团](Company)持有[云杼集团](Company)全部股份，为公司的实际控制人。",
            ["公司 青禾重工", "公司 青禾重工"],
        ),
        (
            "[青禾股份](Company)停牌。[云杼实业](Company)将成为公司的控股股东，[云岭市国资委](PublicBody)将成为公司的实际控制人。",
            ["公司 青禾股份", "公司 青禾股份"],
        ),
        ("[青禾铜业](Company)公告，[云杼控股](Company)将其持有的公司股份转让。", ["公司 青禾铜业"]),
        # whose announcement is told of
        (
            "[青禾股份](Company)（600001）昨日公告，已收到通知。\n[云杼集团](Company)成立于2001年。\n本次转让后，公司经营不变。",
            ["公司 青禾股份"],
        ),
        # 这家 and what kind of firm it is; of one that nobody has recognised it says nothing
        ("[青禾针织](Company)上了新线。这家位于青石镇的针织企业去年盈利。", ["这家 青禾针织"]),
        ("[青禾针织](Company)上了新线。最后一站是食美坊。这家位于青石镇的紫菜企业去年盈利。", []),
        ("[云岭银行](Company)上门。这家位于青石镇的针织企业去年盈利。", []),
        ("[青禾针织](Company)上了新线。这家企业的设备是新的，这家医院也是。", ["这家企业 青禾针织"]),
        # a name is not the word in it, and distance ends it
        ("[青禾机电](Company)去年投产。\n全市上下抓落实。\n天气转晴。\n去年，公司产值翻番。", []),
        ("[青禾机电公司](Company)去年投产。", []),
    ],
)
def test_reference_words(scene, marked, found):
    assert stands_for(resolved(scene(marked))) == found


def test_marks_stay_in_text_order_and_at_their_words(scene):
    told = resolved(scene("[青禾机电](Company)昨日公告，公司拟对[锦帆电子](Company)增资。"))
    refs = told.sentences[0].refs
    assert [ref.text for ref in refs] == ["青禾机电", "公司", "锦帆电子"]
    assert all(told.text[ref.start : ref.end] == ref.text for ref in refs)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[海外商会](Organization)[会长](Title)[陆小满](Person)来访。[市长](Title)[秦晓岚](Person)会见陆[会长](Title)一行。", ["陆会长"]),
        ("[陆小满](Person)、[陆大有](Person)来访。[秦晓岚](Person)会见陆[会长](Title)一行。", []),  # two of the name
        ("陆[会长](Title)来访。随后[陆小满](Person)离开。", []),  # not named yet
        ("[向阳花](Person)来访，向[市长](Title)汇报。", []),  # a word
        ("[陆小满](Person)[会长](Title)来访。", []),
    ],
)
def test_surname_and_title(scene, marked, found):
    told = called(scene(marked))
    assert [ref.text for s in told.sentences for ref in s.refs if ref.anaphor] == found
    assert all(told.text[ref.start : ref.end] == ref.text for s in told.sentences for ref in s.refs)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[何文斌](Person)来访。[文斌](Person)[书记](Title)表示肯定。", ["文斌书记"]),
        ("[何文斌](Person)来访。[文斌](Person)，[书记](Title)。", []),
        ("[何文斌](Person)来访。[何文斌](Person)[书记](Title)表示肯定。", []),
    ],
)
def test_given_name_and_title(scene, marked, found):
    read = scene(marked)
    given = dict.fromkeys(read.entities, "e1")  # 文斌 has been tied to the first
    sentences = [replace(s, refs=tuple(replace(r, entity=given.get(r.entity)) for r in s.refs)) for s in read.sentences]
    told = called(replace(read, sentences=tuple(sentences)))
    assert [ref.text for s in told.sentences for ref in s.refs if ref.anaphor] == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # who speaks stands behind the words, or before them
        ("“我们给[北岳车业](Company)供货。”[青禾机电](Company)[总经理](Title)[方致远](Person)说。", ["我们 青禾机电"]),
        ("[青禾机电](Company)[总经理](Title)[方致远](Person)告诉记者：“我们公司给[北岳车业](Company)供货。”", ["我们公司 青禾机电"]),
        ("[青禾机电](Company)[总经理](Title)[方致远](Person)：今年，我们给[北岳车业](Company)供货。", ["我们 青禾机电"]),
        ("[青禾机电](Company)[总经理](Title)[方致远](Person)很忙。“开工了。”他说，“我们不停工。”", ["我们 青禾机电"]),
        # 公司 is the firm of who speaks, whoever the story was at
        (
            "[北岳车业](Company)扩产。“去年，公司订单翻番。”[青禾机电](Company)[总经理](Title)[方致远](Person)说。",
            ["公司 青禾机电"],
        ),
        (
            "[青禾机电](Company)[总经理](Title)[方致远](Person)很忙。\n在[方致远](Person)看来，天时好。“银行给我们放贷，很及时。”",
            ["我们 青禾机电"],
        ),
        # others are meant, or nobody knows whose words they are
        ("“我们村变了样，我们国家富了。”[青禾机电](Company)[总经理](Title)[方致远](Person)说。", []),
        ("[青禾机电](Company)扩产。“我们很高兴。”[方致远](Person)说。", []),
        ("[青禾机电](Company)[总经理](Title)[方致远](Person)来了。“我们很高兴。”村民们说。", []),
        ("“我们很高兴。”[局长](Title)[秦晓岚](Person)走进[青禾机电](Company)，[总经理](Title)[方致远](Person)说。", []),
    ],
)
def test_words_of_a_firm(scene, marked, found):
    assert stands_for(spoken(resolved(called(scene(marked))))) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("同意建设[青石水厂工程](Project)。\n二、项目业主为[青禾水务](Company)。", ["项目"]),  # behind the number of an item
        ("同意建设[青石水厂工程](Project)和[北川水厂工程](Project)。\n二、项目业主为[青禾水务](Company)。", []),
    ],
)
def test_the_project_in_an_item_of_a_letter(scene, marked, found):
    assert [r.text for s in resolved(scene(marked)).sentences for r in s.refs if r.anaphor] == found
