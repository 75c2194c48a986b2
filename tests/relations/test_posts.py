"""Posts from marked sentences. All people and firms are invented."""

from dataclasses import replace

import pytest

from kg.relations import posts, statements
from kg.relations.roles import line, rows

CASES = [
    ("[市委](PublicBody)[书记](Title)[方致远](Person)到会。", {"方致远 市委"}),
    ("[青禾机电](Company)[董事长](Title)、[总经理](Title)[方致远](Person)，[副总经理](Title)[周一鸣](Person)、[吴晓晴](Person)参加。",
     {"方致远 青禾机电", "周一鸣 青禾机电", "吴晓晴 青禾机电"}),
    ("[市政协](PublicBody)[副主席](Title)、[市工商联](Organization)[主席](Title)[方致远](Person)主持。", {"方致远 市政协", "方致远 市工商联"}),
    ("[方致远](Person)，[青禾机电](Company)[董事长](Title)。", {"方致远 青禾机电"}),
    ("[方致远](Person)现任[青禾机电](Company)[总经理](Title)，曾任[白帆银行](Company)[行长](Title)。", {"方致远 青禾机电", "方致远 白帆银行"}),
    ("[方致远](Person)亦为[青禾机电](Company)[董事](Title)。", {"方致远 青禾机电"}),
    ("决定任命[方致远](Person)为[市水务局](PublicBody)[局长](Title)。", {"方致远 市水务局"}),
    ("免去[方致远](Person)的[市水务局](PublicBody)[局长](Title)职务。", {"方致远 市水务局"}),
    ("[青禾机电](Company)的[董事长](Title)仍由[方致远](Person)担任。", {"方致远 青禾机电"}),
    ("[市工信局](PublicBody)汽车产业科[科长](Title)[方致远](Person)说。", {"方致远 市工信局"}),
    ("[方致远](Person)会见[青禾机电](Company)[董事长](Title)[周一鸣](Person)。", {"周一鸣 青禾机电"}),
    ("曾任[市委](PublicBody)[副书记](Title)、[市公安局](PublicBody)[局长](Title)的[方致远](Person)。", {"方致远 市委", "方致远 市公安局"}),
    ("[崔平](Person)获[院长](Title)[方致远](Person)提名，被任命为[青禾机电](Company)[董事长](Title)。", {"崔平 青禾机电"}),
    ("[白帆学会](Organization)[会长](Title)、全国青禾协会[主任](Title)[方致远](Person)说。", {"方致远 白帆学会"}),  # a body not recognised
    ("[白帆学会](Organization)[会长](Title)[方致远](Person)、青禾大学[校长](Title)[周一鸣](Person)说。", {"方致远 白帆学会"}),
    ("[青禾机电](Company)扩建厂房。公司[董事长](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    ("[市委](PublicBody)[书记](Title)[方致远](Person)、[市长](Title)[周一鸣](Person)。", {"方致远 市委"}),  # 市长 is no post of 市委
    ("[县委](PublicBody)[副书记](Title)、[县长候选人](Title)[方致远](Person)到会。", {"方致远 县委"}),  # nor what somebody is to become
    ("[方致远](Person)创办的[青禾机电](Company)投产。", {"方致远 青禾机电"}),
    ("[方致远](Person)南下打工。[2009年](Date 2009)，他带着积蓄回到[云岭镇](Place)，注册成立了[青禾茶业](Company)。", {"方致远 青禾茶业"}),
    ("在外打拼的[方致远](Person)回到家乡，投资[8000万元](Amount)创办了[云岭服饰](Company)。", {"方致远 云岭服饰"}),
    ("[方致远](Person)返乡创业，成立[青禾糖业](Company)。", {"方致远 青禾糖业"}),
    ("[2015年](Date 2015)，[村党支部书记](Title)[方致远](Person)带领村民成立了[青禾合作社](Company)。", {"方致远 青禾合作社"}),
    # a village has its own posts, whatever firm the story tells of
    ("[青禾合作社](Company)落户[云岭村](Place)。[村党支部书记](Title)[方致远](Person)说。", {"方致远 云岭村"}),
    ("[云岭村](Place)种茶。[青禾合作社](Company)丰收。[社区党委书记](Title)[方致远](Person)介绍，公司增收。", {"方致远 云岭村"}),
    ("[青禾合作社](Company)丰收。[村党支部书记](Title)[方致远](Person)说。", set()),
    ("[云岭村](Place)种茶。[青禾合作社](Company)丰收。公司[董事长](Title)[方致远](Person)说。", {"方致远 青禾合作社"}),
    ("[方致远](Person)返乡创业，参观了刚成立的[青禾糖业](Company)。", set()),
    ("[方致远](Person)到会，[云岭县](Place)成立[青禾糖业](Company)。", set()),
    ("[方致远](Person)南下打工。他参观刚成立的[青禾茶业](Company)展厅，见到了他们的产品。", set()),
    ("[青禾机电](Company)坐落于[云岭镇](Place)，由留美博士[方致远](Person)于[2011年](Date 2011)创立。", {"方致远 青禾机电"}),
    ("[秦长根](Person)的儿子[秦一舟](Person)，从海外归来，现任[青禾机电](Company)[副总经理](Title)。", {"秦一舟 青禾机电"}),
    ("[青禾能源](Company)是[华川集团](Company)的子公司。\n[青禾能源](Company)扩产。\n[青禾能源](Company)投产。集团公司[党委书记](Title)、[董事长](Title)[方致远](Person)到场。",
     {"方致远 华川集团"}),
    ("[青禾农业](Company)牵头成立[青禾稻虾合作社](Company)，[方致远](Person)任[理事长](Title)。", {"方致远 青禾稻虾合作社"}),
    ("[青禾机电](Company)[董事长](Title)、51岁的[方致远](Person)说。", {"方致远 青禾机电"}),
    ("原[市水务局](PublicBody)[方致远](Person)[局长](Title)、[白帆学会](Organization)[周一鸣](Person)[会长](Title)出席。",
     {"方致远 市水务局", "周一鸣 白帆学会"}),
    ("[青禾机电](Company)全国销售[总监](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)与白帆[总经理](Title)[方致远](Person)签约。", set()),  # plain words that are no part of the firm
    ("[白帆银行](Company)同意聘任[青禾机电](Company)原[总经理](Title)[方致远](Person)为[行长](Title)。", {"方致远 青禾机电", "方致远 白帆银行"}),
    ("[云杼集团](Company)成立，[青禾机电](Company)原[总经理](Title)[方致远](Person)任[总经理](Title)。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)的[董事长](Title)由原[白帆银行](Company)[行长](Title)[方致远](Person)担任。", {"方致远 青禾机电", "方致远 白帆银行"}),
    ("[方致远](Person)任[青禾机电](Company)[董事](Title)兼[白帆集团](Company)、[蓝礁科技](Company)[董事长](Title)。",
     {"方致远 青禾机电", "方致远 白帆集团", "方致远 蓝礁科技"}),
    ("[方致远](Person)加入[青禾机电](Company)，历任金融[工程部总监](Title)。", {"方致远 青禾机电"}),
    ("[方致远](Person)是昀山人。\n他任[市水务局](PublicBody)[局长](Title)。", {"方致远 市水务局"}),
    ("[方致远](Person)会见[周一鸣](Person)。\n他任[市水务局](PublicBody)[局长](Title)。", set()),  # either may be meant
    ("[白帆大学](Organization)[校长](Title)[方致远](Person)来我校访问，学校党委[书记](Title)[周一鸣](Person)接待。", {"方致远 白帆大学"}),
    ("[市水务局](PublicBody)规划处[方致远](Person)[处长](Title)到会。", {"方致远 市水务局"}),
    ("[白帆银行](Company)[行长](Title)[方致远](Person)，网络金融部[总经理](Title)[周一鸣](Person)出席。", {"方致远 白帆银行", "周一鸣 白帆银行"}),
    # who is punished by another bank keeps his own, and a department is one of it, not of the group that comes later
    (
        "[白帆银行](Company)被[青州银行](Company)警告并罚款，[行长](Title)[方致远](Person)、合规部[总经理](Title)[周一鸣](Person)被罚。[青石交投集团](Company)是其股东。",
        {"方致远 白帆银行", "周一鸣 白帆银行"},
    ),
    ("[市水务局](PublicBody)[局长](Title)[方致远](Person)和[周一鸣](Person)[院长](Title)致辞。", {"方致远 市水务局"}),
    ("[方致远](Person)任[市水务局](PublicBody)[局长](Title) [周一鸣](Person)任[市教育局](PublicBody)[局长](Title)",
     {"方致远 市水务局", "周一鸣 市教育局"}),
    ("[青禾茶厂](Company)差点关门，向[云岭农信社](Company)借了钱。\n[白帆饮品](Company)要了货。[厂长](Title)[方致远](Person)，今年五十一。",
     {"方致远 青禾茶厂"}),  # the only 厂
    ("[青禾茶厂](Company)与[白帆纸厂](Company)为邻。\n[云岭银行](Company)、[白帆饮品](Company)来人。[厂长](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)停产。[云岭银行](Company)放贷，[青禾机电](Company)复工。同属[白帆集团](Company)的二线也开了。[总经理](Title)[方致远](Person)说。",
     {"方致远 青禾机电"}),  # named first and oftenest
    ("[青禾机电](Company)停产。[青禾机电](Company)复工。\n[白帆纺织](Company)、[云岭银行](Company)签约。[总经理](Title)[方致远](Person)说。", set()),
    ("[青禾纸厂](Company)早已搬走。\n园区建成。\n[云岭服饰](Company)开工。[白帆服饰](Company)供货。[厂长](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)投产。[青禾机电](Company)[董事长](Title)[周一鸣](Person)到场。\n[云岭银行](Company)、[白帆电子](Company)签约。\n[董事长](Title)[方致远](Person)说。", {"周一鸣 青禾机电"}),
    ("[白帆科技](Company)讯，[董事长](Title)[方致远](Person)到会。", set()),  # the paper that tells it
    ("[吴晓晴](Person)画了现任[市政协](PublicBody)[主席](Title)，时任[市委](PublicBody)[书记](Title)[方致远](Person)。",
     {"方致远 市政协", "方致远 市委"}),
    ("[青禾机电](Company)公告，公司[董事长](Title)[周一鸣](Person)离任，由[白帆银行](Company)[行长](Title)[方致远](Person)兼任[董事长](Title)。",
     {"周一鸣 青禾机电", "方致远 白帆银行", "方致远 青禾机电"}),
    ("[方致远](Person)历任国际结算员、信贷科[科长](Title)、[白帆银行](Company)[行长](Title)。", {"方致远 白帆银行"}),
    ("[青禾机电](Company)扩建。[方致远](Person)现任某地汽车制造公司 [总经理](Title)", set()),  # another firm, not told
    ("[昀山商会](Organization)换届，[方致远](Person)当选商会新一届[会长](Title)。", {"方致远 昀山商会"}),
    # of a house without a name in the story, and what follows is of the same one
    ("[白帆大学](Organization)[副校长](Title)[方致远](Person)、[昀材学院](Organization)[院长](Title)[周一鸣](Person)，公司[党委书记](Title)、[董事长](Title)[秦晓岚](Person)，[总工程师](Title)[贺年](Person)出席。",
     {"方致远 白帆大学", "周一鸣 昀材学院"}),
    ("[昀山县委](PublicBody)[书记](Title)[方致远](Person)率[县工商联](Organization)[负责人](Title)来访，商会[会长](Title)[周一鸣](Person)、[党支部书记](Title)[贺年](Person)，[秘书长](Title)[秦晓岚](Person)参加。",
     {"方致远 昀山县委"}),
    ("[白帆机电](Company)[董事长](Title)[方致远](Person)，公司[总经理](Title)[秦晓岚](Person)、[总工程师](Title)[贺年](Person)出席。",
     {"方致远 白帆机电", "秦晓岚 白帆机电", "贺年 白帆机电"}),
    # a section of the house whose head the list has named
    ("[白帆大学](Organization)[副校长](Title)[方致远](Person)，科研处[处长](Title)[周一鸣](Person)、招生就业处[副处长](Title)[贺年](Person)出席。",
     {"方致远 白帆大学", "周一鸣 白帆大学", "贺年 白帆大学"}),
    ("[市水务局](PublicBody)[局长](Title)[方致远](Person)、[规划科](PublicBody)[科长](Title)[周一鸣](Person)到会。", {"方致远 市水务局", "周一鸣 市水务局"}),
    # who only stands beside, and has been told of before
    ("[白帆大学](Organization)[校长](Title)[方致远](Person)到会。[昀山县委](PublicBody)[书记](Title)[周一鸣](Person)与[方致远](Person)共同见证。",
     {"方致远 白帆大学", "周一鸣 昀山县委"}),
    ("[白帆大学](Organization)[校长](Title)[方致远](Person)、[青禾集团](Company)[总裁](Title)[贺年](Person)到会。[昀山县委](PublicBody)[书记](Title)[周一鸣](Person)与[方致远](Person)、[贺年](Person)签字。",
     {"方致远 白帆大学", "贺年 青禾集团", "周一鸣 昀山县委"}),
    ("[昀山县委](PublicBody)[副书记](Title)[周一鸣](Person)与[方致远](Person)到会。", {"周一鸣 昀山县委", "方致远 昀山县委"}),
    # but none of a committee, of who has only been named, of a university behind its college, nor of another body
    ("[昀山县委](PublicBody)[书记](Title)[方致远](Person)、经济科[科长](Title)[周一鸣](Person)到会。", {"方致远 昀山县委"}),
    ("[方致远](Person)到[白帆大学](Organization)考察，科研处[处长](Title)[周一鸣](Person)陪同。", set()),
    ("[昀材学院](Organization)[书记](Title)[方致远](Person)、校友办公室[主任](Title)[周一鸣](Person)到会。", {"方致远 昀材学院"}),
    ("[白帆大学](Organization)[校长](Title)[方致远](Person)、[昀材学院](Organization)[院长](Title)[贺年](Person)、科研处[处长](Title)[周一鸣](Person)到会。",
     {"方致远 白帆大学", "贺年 昀材学院"}),
    ("[市水务局](PublicBody)[局长](Title)[方致远](Person)、县招商处[处长](Title)[周一鸣](Person)到会。", {"方致远 市水务局"}),
    ("[青禾机电](Company)表示，另外两位[副总裁](Title)[方致远](Person)和[周一鸣](Person)留任，而[董事会秘书](Title)[吴晓晴](Person)离开。",
     {"方致远 青禾机电", "周一鸣 青禾机电", "吴晓晴 青禾机电"}),
    ("[青禾机电](Company)发布公告，[方致远](Person)不再适合担任[董事长](Title)，其家族[成员](Title)[周一鸣](Person)接任[董事长](Title)。",
     {"方致远 青禾机电", "周一鸣 青禾机电"}),
    ("会议通报，[方致远](Person)担任[市委](PublicBody)[常委](Title)，[副镇长](Title)[周一鸣](Person)请求辞职。", {"方致远 市委"}),
    ("[青禾机电](Company)邀请[专家](Title)[方致远](Person)授课。", set()),
    ("[云岭市](Place)[律师](Title)[方致远](Person)起诉。", set()),  # where somebody works is no post there
    ("[云岭国](Place)常驻[白帆组织](Organization)[代表](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)（[法定代表人](Title)为[方致远](Person)）停产。", {"方致远 青禾机电"}),
    ("[市人大财经委](PublicBody)提出了报告，[副主任委员](Title)[方致远](Person)作了说明。", {"方致远 市人大财经委"}),
    ("[市检察院](PublicBody)开放，[方致远](Person)[检察长](Title)来到企业。", {"方致远 市检察院"}),
    ("[白帆大学](Organization)的[方致远](Person)[教授](Title)[28日](Date)说。", {"方致远 白帆大学"}),
    ("[青禾村党总支](PublicBody)[书记](Title)、[村委会主任](Title)[方致远](Person)说。", {"方致远 青禾村党总支"}),
    # the committee that the list named first
    ("[镇党委](PublicBody)[副书记](Title)[方致远](Person)，[党委委员](Title)、[副镇长](Title)[周一鸣](Person)参加。", {"方致远 镇党委", "周一鸣 镇党委"}),
    ("[区党委](PublicBody)[书记](Title)[方致远](Person)，[党委常委](Title)、[公安局](PublicBody)[局长](Title)[周一鸣](Person)，[党委委员](Title)、[副区长](Title)[吴晓晴](Person)参加。",
     {"方致远 区党委", "周一鸣 区党委", "周一鸣 公安局", "吴晓晴 区党委"}),
    ("[镇党委](PublicBody)[书记](Title)[方致远](Person)，[青禾集团](Company)[党委书记](Title)[周一鸣](Person)，[党委副书记](Title)[吴晓晴](Person)参加。",
     {"方致远 镇党委", "周一鸣 青禾集团", "吴晓晴 青禾集团"}),
    # one post in three houses, of which the last stands before it
    ("[方致远](Person)任[青禾集团](Company)、[白帆集团](Company)、[蓝礁集团](Company)[董事长](Title)。", {"方致远 青禾集团", "方致远 白帆集团", "方致远 蓝礁集团"}),
    ("[青禾集团](Company)与[白帆集团](Company)、[蓝礁集团](Company)[董事长](Title)[方致远](Person)签约。", {"方致远 蓝礁集团"}),
    # the next of a list, of whom no name or only a number is told
    ("[市人大](PublicBody)[副主任](Title)[方致远](Person)、[周一鸣](Person)，[市政协](PublicBody)[委员](Title)，各有关单位参加。", {"方致远 市人大", "周一鸣 市人大"}),
    ("[方致远](Person)主持。出席会议的有新当选的[市委](PublicBody)[委员](Title)54名。", set()),
    ("各[区政府](PublicBody)主要[负责人](Title)，[白帆银行](Company)[行长](Title)[方致远](Person)出席。", {"方致远 白帆银行"}),
    ("选举[方致远](Person)、[周一鸣](Person)两位同志为[镇政府](PublicBody)[副镇长](Title)。", {"方致远 镇政府", "周一鸣 镇政府"}),
    ("作为一名[县政协](PublicBody)[委员](Title)，[方致远](Person)建言。", {"方致远 县政协"}),
    ("作为[县政协](PublicBody)[委员](Title)，[方致远](Person)、[周一鸣](Person)建言。", set()),  # which of them
    # who comes after whom, and the how manieth
    ("[2月20日](Date 02-20)，[方致远](Person)接替[周一鸣](Person)成为[青禾证券](Company)新一任[董事长](Title)。", {"方致远 青禾证券", "周一鸣 青禾证券"}),
    ("[1983年](Date 1983)，[方致远](Person)成为[云岭市政府](PublicBody)第五任[市长](Title)。", {"方致远 云岭市政府"}),
    # the lines of a career that name but a house
    ("[方致远](Person)任[市委](PublicBody)[书记](Title)，免去[周一鸣](Person)的[市委](PublicBody)[书记](Title)职务。\n男，汉族。\n1984.09—1988.07[白帆大学](Organization)化学专业学习；\n"
     "1988.07—1990.08[青禾机械厂](Company)职工；\n1990.09—1993.06[市水务局](PublicBody)干部；\n1993.07—1996.10[市委](PublicBody)常委",
     {"方致远 市委", "周一鸣 市委", "方致远 青禾机械厂", "方致远 市水务局"}),
    # whose post it is, is told in words that are no name of the article
    ("[青禾机电](Company)扩建厂房。白帆国际的[总经理](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)扩建厂房。“白帆”的[CEO](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)扩建厂房。[白帆茶博会](Event)[总监](Title)[方致远](Person)说。", set()),
    ("[青禾机电](Company)扩建厂房。新上任的[总经理](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)昀系列产品的[经理](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    # departments of the firm of a list, and bodies that nobody recognised
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)、投资发展部[部长](Title)[周一鸣](Person)参加。", {"方致远 青禾机电", "周一鸣 青禾机电"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)、[投资发展部](PublicBody)[部长](Title)[周一鸣](Person)参加。",
     {"方致远 青禾机电", "周一鸣 青禾机电"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)、区组织部[部长](Title)[周一鸣](Person)参加。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)、[组织部](PublicBody)[部长](Title)[周一鸣](Person)参加。", {"方致远 青禾机电", "周一鸣 组织部"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)，建筑公司[总经理](Title)[周一鸣](Person)、[副总经理](Title)[吴晓晴](Person)参加。",
     {"方致远 青禾机电"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)，建筑公司[总经理](Title)[周一鸣](Person)、公司[副总经理](Title)[吴晓晴](Person)参加。",
     {"方致远 青禾机电", "吴晓晴 青禾机电"}),
    ("[青禾机电](Company)融资。公司股东包括[创始人](Title)[方致远](Person)、[联合创始人](Title)[周一鸣](Person)。", {"周一鸣 青禾机电"}),
    ("[青禾机电](Company)扩产，[方致远](Person)担任过很多跨国公司的物流部[经理](Title)。", set()),
    # with whom they talk
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)与[周一鸣](Person)一行座谈。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)[副总经理](Title)[方致远](Person)和[周一鸣](Person)参加座谈。", {"方致远 青禾机电", "周一鸣 青禾机电"}),
    # two firms, and the sentence says nothing of which
    ("[青禾机电](Company)与[白帆科技](Company)合作。[创始人](Title)[方致远](Person)展示新品。", set()),
    ("走进[青禾机电](Company)，[白帆科技](Company)的设备整齐排列。[董事长](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    ("[方致远](Person)会见来宾。“这是我担任[白帆学会](Organization)[会长](Title)以来的第一次。”", set()),  # who speaks is not told
    # an association chooses its heads among those of firms
    (
        "[白帆商会](Organization)换届，[青禾机电](Company)[董事长](Title)[方致远](Person)当选[会长](Title)。",
        {"方致远 青禾机电", "方致远 白帆商会"},
    ),
    (
        "[白帆商会](Organization)换届，[青禾机电](Company)[董事长](Title)[方致远](Person)、[云杼科技](Company)[总裁](Title)[秦晓岚](Person)当选[副会长](Title)。",
        {"方致远 青禾机电", "秦晓岚 云杼科技", "方致远 白帆商会", "秦晓岚 白帆商会"},
    ),
    ("[青禾机电](Company)[董事长](Title)[方致远](Person)当选[会长](Title)。", {"方致远 青禾机电"}),
    (
        "[白帆学会](Organization)召开会员大会。会议选举[方致远](Person)为[会长](Title)，[青禾机电](Company)[总经理](Title)[周一鸣](Person)、昀山研究所[所长](Title)[秦晓岚](Person)等9人为[副会长](Title)，[吴晓晴](Person)任[秘书长](Title)。",
        {"方致远 白帆学会", "周一鸣 青禾机电", "周一鸣 白帆学会", "秦晓岚 白帆学会", "吴晓晴 白帆学会"},
    ),
    ("[昀山商会](Organization)换届。[青禾学院](Organization)[院长](Title)[方致远](Person)当选[理事长](Title)。", {"方致远 青禾学院", "方致远 昀山商会"}),
    ("[青禾学院](Organization)[院长](Title)[方致远](Person)当选[理事长](Title)。", {"方致远 青禾学院"}),  # of a house that nobody names
    (
        "[方致远](Person)当选[白帆学会](Organization)[会长](Title)，[周一鸣](Person)、[秦晓岚](Person)当选[副会长](Title)，[青禾机电](Company)[总裁](Title)[吴晓晴](Person)担任[监事长](Title)。",
        {"方致远 白帆学会", "周一鸣 白帆学会", "秦晓岚 白帆学会", "吴晓晴 青禾机电", "吴晓晴 白帆学会"},
    ),
    ("[昀山商会](Organization)会员大会召开。[青禾机电](Company)[方致远](Person)任[董事局主席](Title)。", {"方致远 青禾机电"}),  # a firm's own post
    (
        "[昀山商会](Organization)换届。[方致远](Person)（[青禾机电](Company)[董事长](Title)）、[周一鸣](Person)（[云杼科技](Company)[总裁](Title)）为[白帆学会](Organization)[副会长](Title)。",
        {"方致远 青禾机电", "周一鸣 云杼科技", "方致远 白帆学会", "周一鸣 白帆学会"},
    ),
    (
        "[昀山学会](Organization)会员大会、[白帆学会](Organization)会员大会闭幕，选举产生以[方致远](Person)为[会长](Title)的领导机构。",
        set(),
    ),  # of which of two nobody says
    ("[昀山商会](Organization)换届。[方致远](Person)孙女[周一鸣](Person)任[秘书长](Title)。", {"周一鸣 昀山商会"}),
    ("两家成立[青禾机电](Company)，[方致远](Person)任[总经理](Title)。", {"方致远 青禾机电"}),
    (
        "[白帆集团](Company)与[云杼科技](Company)共同成立[青禾机电](Company)，[方致远](Person)任[首席科学家](Title)，[周一鸣](Person)出任[总经理](Title)。",
        {"方致远 青禾机电", "周一鸣 青禾机电"},
    ),
    ("[青禾机电](Company)[总裁](Title)、[方致远](Person)的女婿[周一鸣](Person)说。", {"周一鸣 青禾机电"}),
    # who comes after whom
    (
        "[青禾机电](Company)[董事长](Title)[周一鸣](Person)到龄退休，由[云杼科技](Company)[总裁](Title)[方致远](Person)接任。",
        {"周一鸣 青禾机电", "方致远 云杼科技", "方致远 青禾机电"},
    ),
    (
        "[青禾机电](Company)[董事长](Title)[周一鸣](Person)出席，由[云杼科技](Company)[总裁](Title)[方致远](Person)陪同。",
        {"周一鸣 青禾机电", "方致远 云杼科技"},
    ),
    ("[青禾机电](Company)[董事长](Title)一职由38岁的[方致远](Person)升任。", {"方致远 青禾机电"}),
    ("[周一鸣](Person)辞去[青禾机电](Company)[董事长](Title)职务，由长女[方致远](Person)接任。", {"周一鸣 青禾机电", "方致远 青禾机电"}),
    ("[方致远](Person)接替[周一鸣](Person)担任[青禾机电](Company)[总裁](Title)。", {"方致远 青禾机电", "周一鸣 青禾机电"}),
    # the house of a 局长 is the 局 of the sentence, if there is just one
    ("[市水务局](PublicBody)把窗口搬到车间，[局长](Title)[方致远](Person)每周都来。", {"方致远 市水务局"}),
    ("[市水务局](PublicBody)与[市财政局](PublicBody)签约，[局长](Title)[方致远](Person)到会。", set()),
    ("在[青禾中学](Organization)，[周一鸣](Person)听取[校长](Title)[方致远](Person)汇报。", {"方致远 青禾中学"}),
    ("[云岭国](Place)驻[昀山](Place)[总领事](Title)[方致远](Person)参加。", {"方致远 云岭国"}),
    ("[云岭国](Place)新任[驻华大使](Title)[方致远](Person)到访。", {"方致远 云岭国"}),
    ("[云岭国](Place)驻[昀山](Place)[记者](Title)[方致远](Person)参加。", set()),
    ("[白石镇](Place)[镇长](Title)[方致远](Person)说。", {"方致远 白石镇"}),
    ("[白石村](Place)[镇长](Title)[方致远](Person)说。", set()),
    # a park has heads of its own, a city or a zone has no 总经理
    ("[云岭科技园](Place)[副总经理](Title)、[青禾物业](Company)[总经理](Title)[方致远](Person)陪同。", {"方致远 云岭科技园", "方致远 青禾物业"}),
    ("[市商务局](PublicBody)[处长](Title)兼[云岭大学科技园](Place)[董事长](Title)[方致远](Person)说。", {"方致远 市商务局", "方致远 云岭大学科技园"}),
    ("[云岭高新区](Place)[总经理](Title)[方致远](Person)和[云岭省](Place)[总经理](Title)[秦晓岚](Person)说。", set()),
    ("[青禾机电](Company)位于[云岭科技园](Place)，[总经理](Title)[方致远](Person)说。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)公告，公司与控股股东[白帆集团](Company)、[实际控制人](Title)[方致远](Person)没有关系。", set()),
    # 集团 is the group that was named in full
    ("[青禾矿冶集团有限公司](Company)开会。集团[总会计师](Title)[方致远](Person)参加。", {"方致远 青禾矿冶集团有限公司"}),
    ("[白帆科技](Company)与[青禾集团](Company)签约。集团[董事长](Title)[方致远](Person)见证。", {"方致远 青禾集团"}),
    # whom a speaker only names is not the firm of who speaks
    ("[青禾重工](Company)扩建。“我们为[白帆重机](Company)供货，订单很多。”[总工程师](Title)[方致远](Person)说。", {"方致远 青禾重工"}),
    ("[青禾机电](Company)[董事长](Title)是[云岭](Place)籍企业家[方致远](Person)。", {"方致远 青禾机电"}),
    ("[云岭市](Place)领导[方致远](Person)、[秦晓岚](Person)见证签约。", {"方致远 云岭市", "秦晓岚 云岭市"}),
    ("[云岭国](Place)领导[方致远](Person)说。", set()),
    # what somebody is besides his posts
    ("[青禾画院](Organization)[院长](Title)、青年画家[方致远](Person)说。", {"方致远 青禾画院"}),
    ("[青禾机电](Company)[董事长](Title)、[白帆大学](Organization)校友、[昀山商会](Organization)[会长](Title)[方致远](Person)说。", {"方致远 青禾机电", "方致远 昀山商会"}),
    ("[青禾机电](Company)[董事长](Title)出席，几位作家、[昀山商会](Organization)[会长](Title)[方致远](Person)到会。", {"方致远 昀山商会"}),
    ("[昀山学会](Organization)[副主席](Title)，[云岭协会](Organization)[会员](Title)，[白帆社](Organization)[社长](Title)[方致远](Person)说。",
     {"方致远 昀山学会", "方致远 云岭协会", "方致远 白帆社"}),
    # 以…身份, 该学院, and who is named behind a mark
    ("[方致远](Person)以[白帆学院](Organization)[副院长](Title)的身份出席。", {"方致远 白帆学院"}),
    ("[方致远](Person)以志愿者身份走进[白帆学院](Organization)。", set()),
    ("[方致远](Person)在[白帆学院](Organization)服役，曾任该学院政治部[副主任](Title)。", {"方致远 白帆学院"}),
    ("[青禾机电](Company)成立于2014年，[法人](Title)为[方致远](Person)，注册资本1亿元。", {"方致远 青禾机电"}),
    ("[青禾机电](Company)成立于2014年。[法定代表人](Title)：[方致远](Person)。", {"方致远 青禾机电"}),
    ("[青禾贷](Company)停业。平台名 海象 [法人](Title) [方致远](Person) 公司名", set()),  # a field of a table, of whom nobody knows
    ("[青禾宝](Company)显示，[方致远](Person)担任[法人](Title)的企业有6家。", set()),
    ("[方致远](Person)说，平台当选为[白帆协会](Organization)[会员](Title)。", set()),
    ("[青禾租赁](Company)--[法人](Title)[方致远](Person) [白帆租赁](Company)——[监事](Title)[周一鸣](Person)", {"方致远 青禾租赁", "周一鸣 白帆租赁"}),
    # a site and the firm that runs it
    ("[青禾网](Company)由[白帆科技](Company)负责运营，公司成立于2014年，公司[法定代表人](Title)为[方致远](Person)。", {"方致远 白帆科技"}),
    ("[青禾网](Company)由[白帆科技](Company)负责运营，[昀山银谊](Company)参股，公司[法定代表人](Title)为[方致远](Person)。", {"方致远 青禾网"}),
    ("[青禾网](Company)由[白帆科技](Company)投资，[法人](Title)[方致远](Person)到会。", {"方致远 青禾网"}),
    # each side of a paper in its own clause
    (
        "[青禾物流](Company)由[董事长](Title)[方致远](Person)签字，[白帆集团](Company)由[总裁](Title)[周一鸣](Person)签字。",
        {"方致远 青禾物流", "周一鸣 白帆集团"},
    ),
    (
        "[青禾物流](Company)签署协议，[白帆集团](Company)参与人为[总裁](Title)[周一鸣](Person)，[昀山银谊](Company)参与人为[法人代表](Title)[方致远](Person)。",
        {"周一鸣 白帆集团", "方致远 昀山银谊"},
    ),
    ("[青禾物流](Company)公告，收购[白帆集团](Company)，[董事长](Title)[方致远](Person)满意。", {"方致远 青禾物流"}),
    # who leads a party has the post at home
    ("[云岭市](Place)[市长](Title)[方致远](Person)会见了由[社长](Title)[秦晓岚](Person)率领的[白帆日报](Organization)代表团。", {"方致远 云岭市", "秦晓岚 白帆日报"}),
    ("[云岭市政府](PublicBody)[副市长](Title)[方致远](Person)会见了以[主席](Title)[秦晓岚](Person)为[团长](Title)的[云岭国](Place)[白帆协会](Organization)代表团。", {"方致远 云岭市政府", "秦晓岚 白帆协会"}),
    ("[云岭市政府](PublicBody)[副市长](Title)[方致远](Person)会见了由[主席](Title)[秦晓岚](Person)率领的代表团。", {"方致远 云岭市政府"}),
    # several bodies, several people, and a word that is everybody's post
    ("各厂、[市财政局](PublicBody)[负责人](Title)[方致远](Person)、[秦晓岚](Person)发言。", set()),
    ("[市财政局](PublicBody)[负责人](Title)[方致远](Person)、[秦晓岚](Person)发言。", {"方致远 市财政局", "秦晓岚 市财政局"}),
    # founders, and where somebody has worked
    ("[青禾机电](Company)由[方致远](Person)[2019年](Date 2019)创办。", {"方致远 青禾机电"}),
    ("[方致远](Person)先后创办了[青禾机电](Company)、[云杼科技](Company)。", {"方致远 青禾机电", "方致远 云杼科技"}),
    ("[方致远](Person)曾就职于[青禾机电](Company)和[云杼科技](Company)。", {"方致远 青禾机电", "方致远 云杼科技"}),
    ("[方致远](Person)曾在[青禾机电](Company)、[云杼科技](Company)等公司任职。", {"方致远 青禾机电", "方致远 云杼科技"}),
    ("[方致远](Person)说，就职于[青禾机电](Company)的同学不少。", set()),
    ("[方致远](Person)在[青禾机电](Company)采访。", set()),
    ("[方致远](Person)先后在[云岭市医院](Organization)、[云岭市卫生局](PublicBody)等任职。", {"方致远 云岭市医院", "方致远 云岭市卫生局"}),
    ("[方致远](Person)的上级在[云岭市卫生局](PublicBody)任职。", set()),
    # to each his own
    (
        "[方致远](Person)、[秦晓岚](Person)分别任[青禾机电](Company)[董事长](Title)、[云杼科技](Company)[总经理](Title)。",
        {"方致远 青禾机电", "秦晓岚 云杼科技"},
    ),
    (
        "[方致远](Person)、[秦晓岚](Person)和[周一鸣](Person)分别任[青禾机电](Company)[董事长](Title)、[云杼科技](Company)[总经理](Title)。",
        set(),
    ),
    ("[方致远](Person)、[秦晓岚](Person)分别担任[青禾机电](Company)[董事](Title)。", {"方致远 青禾机电", "秦晓岚 青禾机电"}),
    # whom a supervisor approves
    ("[云岭金融监管局](PublicBody)核准[方致远](Person)[白帆银行](Company)[董事](Title)的任职资格。", {"方致远 白帆银行"}),
    ("[云岭金融监管局](PublicBody)核准[方致远](Person)的申请，[白帆银行](Company)[董事](Title)到会。", set()),
    # who goes
    ("[方致远](Person)从[白帆农机厂](Company)[副厂长](Title)岗位上辞职。", {"方致远 白帆农机厂"}),
    ("从[云岭县水利局](PublicBody)[局长](Title)岗位上退休的[方致远](Person)回到村里。", {"方致远 云岭县水利局"}),
    ("[方致远](Person)从[云岭县水利局](PublicBody)[局长](Title)手里接过奖牌。", set()),
    # two posts at one firm, one of them over
    (
        "[方致远](Person)担任[青禾集团](Company)[副总裁](Title)、[白帆建工](Company)[监事会主席](Title)，不再担任[白帆建工](Company)[总会计师](Title)。",
        {"方致远 青禾集团", "方致远 白帆建工"},
    ),
    # a section of the bank in a row of its people
    (
        "[白帆农商行](Company)[监事长](Title)[方致远](Person)、营业部[主任](Title)[秦晓岚](Person)先后被查。",
        {"方致远 白帆农商行", "秦晓岚 白帆农商行"},
    ),
    ("[白帆农商行](Company)[监事长](Title)[方致远](Person)，市宣传部[主任](Title)[秦晓岚](Person)到会。", {"方致远 白帆农商行"}),
    ("[白帆医院](Organization)[院长](Title)[方致远](Person)主持会议，院[党委书记](Title)[秦晓岚](Person)讲话。", {"方致远 白帆医院", "秦晓岚 白帆医院"}),
    # a list of who goes
    ("[方致远](Person)的[市水务局](PublicBody)[局长](Title)职务；", {"方致远 市水务局"}),
    ("[方致远](Person)的[市水务局](PublicBody)[局长](Title)朋友来了。", set()),
    # a university that calls itself so, and another where somebody was once
    (
        "[白帆大学](Organization)开会。[方致远](Person)曾任[青禾大学](Organization)[副校长](Title)。\n校[党委副书记](Title)[秦晓岚](Person)主持会议，[副校长](Title)[周一鸣](Person)到会。",
        {"方致远 青禾大学", "秦晓岚 白帆大学", "周一鸣 白帆大学"},
    ),
    ("[白帆大学](Organization)开会，高校[党委副书记](Title)[秦晓岚](Person)参加。", set()),
    ("[云岭商会二届一次会员大会](Event)召开。[方致远](Person)当选第二届理事会[会长](Title)。[云岭商会](Organization)致谢。", {"方致远 云岭商会"}),
    # the group that tells the story has no name in it: its posts are not those of its guest
    (
        "[白帆银行](Company)[处长](Title)[方致远](Person)一行来集团洽谈合作，集团[党委书记](Title)、[董事长](Title)[秦晓岚](Person)，[财务总监](Title)[周一鸣](Person)参加。",
        {"方致远 白帆银行"},
    ),
    (
        "[白帆集团](Company)投产。[云岭银行](Company)[处长](Title)[方致远](Person)一行来集团洽谈合作，集团[董事长](Title)[秦晓岚](Person)参加。",
        {"方致远 云岭银行", "秦晓岚 白帆集团"},
    ),
    # leaders are of a place or a firm, whatever body stands before them
    ("[青禾机电](Company)领导[方致远](Person)、[秦晓岚](Person)到场。", {"方致远 青禾机电", "秦晓岚 青禾机电"}),
    ("[青禾机电](Company)[副总裁](Title)[方致远](Person)，[县领导](Title)[秦晓岚](Person)参加。", {"方致远 青禾机电"}),
    ("[云岭区委](PublicBody)[书记](Title)[方致远](Person)带队，[区领导](Title)[秦晓岚](Person)参加。", {"方致远 云岭区委"}),
    # posts of firms are none of a bureau; a post of the party committee is of none but it
    ("[商务局](PublicBody)[局长](Title)[方致远](Person)，集团[总裁](Title)[秦晓岚](Person)、[总裁助理](Title)[周一鸣](Person)参加。",
     {"方致远 商务局"}),
    ("[云岭市委](PublicBody)[副书记](Title)、[市政协](PublicBody)[党组书记](Title)、[政法委书记](Title)[方致远](Person)。",
     {"方致远 云岭市委", "方致远 市政协"}),
    # what goes on behind a comma, and the houses that stand before the verb
    ("[方致远](Person)，1970年生于昀山，是[青禾机电](Company)的[董事长](Title)，也是[云杼科技](Company)的[董事](Title)。",
     {"方致远 青禾机电", "方致远 云杼科技"}),
    ("股东之一[方致远](Person)，是[青禾机电](Company)的[董事](Title)。", {"方致远 青禾机电"}),
    ("[方致远](Person)说，[云杼科技](Company)获奖，是[青禾机电](Company)的[理事](Title)。", set()),
    ("[方致远](Person)是[青禾机电](Company)和[云杼科技](Company)的[董事](Title)。", {"方致远 青禾机电", "方致远 云杼科技"}),
    ("[方致远](Person)是[青禾机电](Company)的一名[总监](Title)。", {"方致远 青禾机电"}),
    ("[方致远](Person)在[青禾机电](Company)任[董事](Title)一职。", {"方致远 青禾机电"}),
    ("[方致远](Person)曾在国内企业[青禾机电](Company)、[云杼科技](Company)等担任[副总裁](Title)。", {"方致远 青禾机电", "方致远 云杼科技"}),
    ("[方致远](Person)在[青禾机电](Company)采访，任[记者](Title)。", set()),
    ("[方致远](Person)、[秦晓岚](Person)等4人都是[云岭市委](PublicBody)[常委](Title)。", {"方致远 云岭市委", "秦晓岚 云岭市委"}),
    ("由[方致远](Person)任[名誉会长](Title)的[云岭协会](Organization)成立。", {"方致远 云岭协会"}),
    ("以[方致远](Person)为[法人代表](Title)的各地[青禾贷](Company)停业。", {"方致远 青禾贷"}),
    ("[云岭大学](Organization)社会学系[方致远](Person)[教授](Title)说。", {"方致远 云岭大学"}),
    ("[云岭大学](Organization)的[方致远](Person)[教授](Title)说。", {"方致远 云岭大学"}),
    # a row of people with their posts behind them
    ("[云岭市政府](PublicBody)[方致远](Person)[市长](Title)、[秦晓岚](Person)[副市长](Title)到会。", {"方致远 云岭市政府", "秦晓岚 云岭市政府"}),
    # no office has a chairman of the board
    ("[青禾集团](Company)会见[云岭市政府](PublicBody)[市长](Title)[方致远](Person)，并转达了[秦晓岚](Person)[董事长](Title)的问候。",
     {"方致远 云岭市政府", "秦晓岚 青禾集团"}),
    # a party committee that was named some posts before
    (
        "[岚江经开区党工委](PublicBody)[副书记](Title)[周一鸣](Person)，[党工委委员](Title)、[岚江经开区招商局](PublicBody)[局长](Title)[秦晓岚](Person)，"
        "[党工委委员](Title)[方致远](Person)参加。",
        {"周一鸣 岚江经开区党工委", "秦晓岚 岚江经开区党工委", "秦晓岚 岚江经开区招商局", "方致远 岚江经开区党工委"},
    ),
    ("[方致远](Person)任[市水务局](PublicBody)[局长](Title)，免去其[党工委副书记](Title)职务。", {"方致远 市水务局"}),
    ("[市水务局](PublicBody)[局长](Title)、[党委书记](Title)[方致远](Person)到会。", {"方致远 市水务局"}),
    # a head that one body alone has
    ("[全国人大常委会](PublicBody)开会。[方致远](Person)[委员长](Title)主持。", {"方致远 全国人大常委会"}),
    ("[国务院](PublicBody)开会。[方致远](Person)[委员长](Title)主持。", set()),
    ("[方致远](Person)到会，时任[白帆军区](PublicBody)[司令员](Title)的[秦晓岚](Person)在座。", {"秦晓岚 白帆军区"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_who_holds_what(told, marked, expected):
    assert told(posts.propose, "holds_position", marked) == expected


STATUSES = [
    ("免去[方致远](Person)的[市水务局](PublicBody)[局长](Title)职务。", "former", "局长"),
    ("[方致远](Person)曾任[市委](PublicBody)[副书记](Title)。", "former", "市委副书记"),
    ("原[青禾机电](Company)[董事长](Title)[方致远](Person)到场。", "former", "董事长"),
    ("免除[方致远](Person)的[市水务局](PublicBody)[局长](Title)职务。", "former", "局长"),
    ("[青禾机电](Company)[董事长](Title)[方致远](Person)因工作调整，辞去[董事长](Title)职务。", "former", "董事长"),
    ("提名[方致远](Person)为[青禾机电](Company)[董事长](Title)。", "planned", "董事长"),
    ("[方致远](Person)不再担任[青禾机电](Company)[董事长](Title)。", "former", "董事长"),
    ("[白帆银行](Company)原[党委书记](Title)、[董事长](Title)[方致远](Person)。", "former", "党委书记 董事长"),
    ("[方致远](Person)曾在[白帆银行](Company)工作，后担任[青禾机电](Company)[总经理](Title)。", "former", "总经理"),
    ("[2014年7月](Date 2014-07)至[2016年1月](Date 2016-01)任[白帆银行](Company)[行长](Title)的[方致远](Person)。", "former", "行长"),
    ("从[市水务局](PublicBody)[局长](Title)调任的[方致远](Person)到会。", "former", "局长"),
    ("推选[方致远](Person)为[青禾机电](Company)[董事候选人](Title)。", "planned", "董事候选人"),
    ("[方致远](Person)在[市水务局](PublicBody)[局长](Title)任上工作两年。", "former", "局长"),
    ("[方致远](Person)（时任[白帆银行](Company)[行长](Title)）被处罚。", "former", "行长"),
    ("[市政府党组](PublicBody)[成员](Title)[方致远](Person)参加。", "asserted", "党组成员"),
    ("[方致远](Person)，大学学历，拟任[市水务局](PublicBody)[局长](Title)。", "planned", "局长"),
    ("[方致远](Person)，时任[市水务局](PublicBody)[局长](Title)。", "former", "局长"),
    ("[云岭国](Place)驻[昀山](Place)[总领事](Title)[方致远](Person)参加。", "asserted", "驻昀山总领事"),
    ("[方致远](Person)极有可能出任[青禾机电](Company)[总裁](Title)。", "planned", "总裁"),
    ("此前[方致远](Person)为[青禾机电](Company)[总经理](Title)。", "former", "总经理"),
    ("[方致远](Person)此前是[青禾机电](Company)[总裁](Title)。", "former", "总裁"),
    ("[方致远](Person)现为[青禾机电](Company)[总裁](Title)，此前在外地工作。", "asserted", "总裁"),
    ("[方致远](Person)、[秦晓岚](Person)此前分别担任[青禾机电](Company)[总裁](Title)。", "former", "总裁 总裁"),
    ("[方致远](Person)曾在[白帆银行](Company)工作，后任[青禾机电](Company)[总裁](Title)。", "former", "总裁"),
    ("[方致远](Person)曾长期担任[青禾机电](Company)[董事长](Title)一职。", "former", "董事长"),
    ("[方致远](Person)在担任[市水务局](PublicBody)[局长](Title)期间收受财物。", "former", "局长"),
    ("[方致远](Person)利用担任[市水务局](PublicBody)[局长](Title)等职务上的便利，收受财物。", "former", "局长"),
    ("[方致远](Person)担任[市水务局](PublicBody)[局长](Title)，分管水库。", "asserted", "局长"),
    ("[方致远](Person)的[市水务局](PublicBody)[局长](Title)职务。", "former", "局长"),
    ("[方致远](Person)[1998年至2005年](Date 1998/2005)任[青禾机电](Company)[总裁](Title)。", "former", "总裁"),
    (
        "[方致远](Person)退休后担任[青禾机电](Company)[顾问](Title)，离任后仍担任[白帆协会](Organization)[会长](Title)。",
        "asserted",
        "顾问 会长",
    ),
    # what the post is of a part of the body, or in which field
    ("[市委宣传部](PublicBody)文明办[主任](Title)[方致远](Person)说。", "asserted", "文明办主任"),
    ("[青禾集团](Company)政府事务[总监](Title)[方致远](Person)说。", "asserted", "政府事务总监"),
    ("[青禾机电](Company)因[创始人](Title)[方致远](Person)离开而停产。", "asserted", "创始人"),
    ("[青禾机电](Company)技术员[方致远](Person)说。", "asserted", "技术员"),
    # no part of the title: the term, and what its board does
    ("[昀山商会](Organization)新一届[副会长](Title)[方致远](Person)说。", "asserted", "副会长"),
    ("[青禾机电](Company)董事会收到[总经理](Title)[方致远](Person)的来信。", "asserted", "总经理"),
    # what somebody moves on from is over
    ("[方致远](Person)担任[青禾机电](Company)[董事长](Title)至[2020年3月](Date 2020-03)。", "former", "董事长"),
    ("[方致远](Person)任[青禾机电](Company)[总经理](Title)，一年后离任。", "former", "总经理"),
    ("[方致远](Person)任[青禾机电](Company)[总经理](Title)，职工就业有了着落。", "asserted", "总经理"),
    ("[方致远](Person)担任[青禾机电](Company)[董事长](Title)至今。", "asserted", "董事长"),
    ("来疆之前，[方致远](Person)是[市水务局](PublicBody)[局长](Title)。", "former", "局长"),
    ("会议之前，市民议论很多，[方致远](Person)是[市水务局](PublicBody)[局长](Title)。", "asserted", "局长"),
    ("[方致远](Person)来自外地，此前他是[青禾机电](Company)[董事长](Title)。", "former", "董事长"),
    ("[云岭县原水务局](PublicBody)[局长](Title)[方致远](Person)到会。", "former", "局长"),
    ("[固原市原州区政府](PublicBody)[区长](Title)[方致远](Person)到会。", "asserted", "区长"),
    ("[青禾厂](Company)[厂长](Title)[方致远](Person)同志，因病医治无效逝世，享年87岁。", "former", "厂长"),
    ("[青禾厂](Company)[厂长](Title)[方致远](Person)说，祖父一生务农。祖父享年87岁。", "asserted", "厂长"),
    ("[青禾机电](Company)董事会授权[总经理](Title)[方致远](Person)签约。", "asserted", "总经理"),
]


@pytest.mark.parametrize(("marked", "status", "title"), STATUSES)
def test_status_and_title(drafts, marked, status, title):
    assert [(d.status, d.qualifiers["title"]) for _, d in drafts(posts.propose, marked) if d.qualifiers["title"]] == [
        (status, t) for t in title.split()
    ]


def test_what_somebody_was_does_not_make_his_new_post_a_former_one(drafts):
    marked = "[3月](Date 03)，曾任[白帆银行](Company)[行长](Title)的[秦晓岚](Person)出任[青禾机电](Company)[总经理](Title)。"
    assert {(d.qualifiers["title"], d.status) for _, d in drafts(posts.propose, marked)} == {("行长", "former"), ("总经理", "asserted")}


def test_what_he_is_now_is_not_over_with_what_he_was(drafts):
    told = drafts(posts.propose, "[白帆银行](Company)原[行长](Title)、现任[董事长](Title)[方致远](Person)。")
    assert {(d.qualifiers["title"], d.status) for _, d in told} == {("行长", "former"), ("董事长", "asserted")}


def test_a_time_in_office_is_that_of_the_post_told_before(drafts):
    before = "[云岭镇政府](PublicBody)[镇长](Title)[方致远](Person)到会，[白帆镇政府](PublicBody)派人参加。"
    for there, expected in (("", {"云岭镇政府"}), ("[白帆镇政府](PublicBody)", {"云岭镇政府", "白帆镇政府"})):
        told = drafts(posts.propose, f"{before}[方致远](Person)在担任{there}[镇长](Title)期间收受财物。")
        assert {scene.entities[d.object].name for scene, d in told} == expected


def test_the_post_before_is_over_only_for_who_moves_on(drafts):
    marked = "[方致远](Person)[2016年](Date 2016)任[市水务局](PublicBody)[局长](Title)，三年后转任[青禾机电](Company)[董事长](Title)。"
    assert {(d.qualifiers["title"], d.status) for _, d in drafts(posts.propose, marked)} == {("局长", "former"), ("董事长", "asserted")}
    marked = "[方致远](Person)任[市水务局](PublicBody)[局长](Title)，[秦晓岚](Person)转任[青禾机电](Company)[董事长](Title)。"
    assert {(d.qualifiers["title"], d.status) for _, d in drafts(posts.propose, marked)} == {("局长", "asserted"), ("董事长", "asserted")}


def test_who_gives_up_his_post_in_the_next_sentence_holds_it_no_more(drafts):
    marked = "[青禾机电](Company)收到[总经理](Title)[方致远](Person)的报告。[方致远](Person)申请辞去公司[总经理](Title)职务。"
    assert {(d.qualifiers["title"], d.status) for _, d in drafts(posts.propose, marked)} == {("总经理", "former")}
    marked = "[青禾机电](Company)[董事长](Title)[方致远](Person)到会。[方致远](Person)辞去[青禾机电](Company)[总经理](Title)职务。"
    assert {(d.qualifiers["title"], d.status) for _, d in drafts(posts.propose, marked)} == {("董事长", "asserted"), ("总经理", "former")}


def test_who_controls_a_firm_owns_it(drafts):
    told = {
        (d.relation, scene.entities[d.object].name)
        for scene, d in drafts(posts.propose, "[青禾贷](Company)[实控人](Title)[方致远](Person)被查。")
    }
    assert told == {("owns", "青禾贷")}


def test_day_of_an_appointment(drafts):
    marked = "[1月18日](Date 2024-01-18)，任命[方致远](Person)为[市水务局](PublicBody)[局长](Title)。"
    assert [d.date for _, d in drafts(posts.propose, marked)] == ["2024-01-18"]


def test_a_span_has_its_ends(drafts):
    marked = "[方致远](Person)，[2014年7月](Date 2014-07)至[2016年1月](Date 2016-01)任[白帆银行](Company)[行长](Title)。"
    assert [(d.qualifiers["start"], d.qualifiers["end"]) for _, d in drafts(posts.propose, marked)] == [("2014-07", "2016-01")]


CAREER = (
    "[方致远](Person)，[1970年](Date 1970)出生。\n2001.09—2006.03 [云岭县委](PublicBody)[副书记](Title)\n"
    "[2006年3月](Date 2006-03)至[2011年5月](Date 2011-05)，[白帆集团](Company)[董事长](Title)（其间在[青禾大学](Organization)[教授](Title)处学习）\n"
    "2011.05至今 [青禾机电](Company)[总裁](Title)\n2012.03— 辞去[白帆集团](Company)[董事](Title)职务"
)


def test_a_career_is_told_line_by_line(drafts):
    told = {
        (scene.entities[d.object].name, d.status, d.qualifiers.get("start", ""), d.qualifiers.get("end", ""))
        for scene, d in drafts(posts.propose, CAREER)
        if d.rule == "posts:career"
    }
    assert told == {
        ("云岭县委", "former", "2001-09", "2006-03"),
        ("白帆集团", "former", "2006-03", "2011-05"),
        ("青禾机电", "asserted", "2011-05", ""),
    }


def test_years_that_are_one_date_are_a_line_too(drafts):
    marked = (
        CAREER
        + "\n[1998年至2005年](Date 1998/2005)任[云杼科技](Company)[总裁](Title)，[2010年](Date 2010)任[云岭协会](Organization)[会长](Title)"
    )
    told = {(scene.entities[d.object].name, d.rule) for scene, d in drafts(posts.propose, marked)}
    assert ("云杼科技", "posts:career") in told
    assert ("云岭协会", "posts:career") not in told


def test_who_comes_after_another_is_who_holds_the_post(drafts):
    marked = "[方致远](Person)接替[周一鸣](Person)成为[青禾证券](Company)[董事长](Title)。"
    told = {(scene.entities[d.subject].name, d.status) for scene, d in drafts(posts.propose, marked)}
    assert told == {("方致远", "asserted"), ("周一鸣", "former")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由[周一鸣](Person)变更为[方致远](Person)。", {("周一鸣", "former"), ("方致远", "asserted")}),
        ("将由[周一鸣](Person)变更为[方致远](Person)。", {("周一鸣", "asserted"), ("方致远", "planned")}),
        ("由[云岭县](Place)变更登记，[方致远](Person)到会。", set()),
    ],
)
def test_a_post_that_changes_hands(drafts, words, expected):
    told = drafts(posts.propose, f"[青禾机电](Company)[法定代表人](Title){words}")
    assert {(scene.entities[d.subject].name, d.status) for scene, d in told} == expected


def test_a_post_during_which_something_was_done_is_over(drafts):
    marked = "这个园区正是[方致远](Person)担任[云岭县委](PublicBody)[书记](Title)期间推动建设的。"
    assert {d.status for _, d in drafts(posts.propose, marked)} == {"former"}


def test_a_line_tells_a_title_that_no_list_has(drafts):
    marked = CAREER + "\n1988.07—1990.08[青禾机械厂](Company)职工；\n1990.09—1993.06[市水务局](PublicBody)从事水质研究；"
    told = {
        (scene.entities[d.object].name, d.qualifiers["title"])
        for scene, d in drafts(posts.propose, marked)
        if d.rule == "posts:career-house"
    }
    assert {("青禾机械厂", "职工"), ("市水务局", "")} <= told


def test_a_post_without_title_is_not_told_beside_one_with_it(scene):
    marked = CAREER + "\n1993.07—1996.10[白帆大学](Organization)[系主任](Title)"
    told = [(s.object, s.qualifiers.get("title")) for s in statements(scene(marked)) if s.relation == "holds_position"]
    assert "e6" in {end for end, _ in told}
    assert all(title for _, title in told)


def test_few_spans_are_no_career(drafts):
    marked = "[方致远](Person)来访。\n2001.09—2006.03 [云岭县委](PublicBody)[副书记](Title)换过两任"
    assert [d for _, d in drafts(posts.propose, marked)] == []


@pytest.mark.parametrize(("before", "unknown"), [("，该县", False), ("，昀山厅", True)])
def test_words_for_a_place_are_no_unknown_body(scene, before, unknown):
    sentence = scene(f"活动举行{before}[县领导](Title)[方致远](Person)出席。").sentences[0]
    assert [role.unknown for row in rows(line(sentence)) for role in row.roles] == [unknown]


def test_who_appoints_is_where_the_next_post_is(drafts):
    marked = (
        "[蓝礁银行](Company)公告，同意聘任[白帆银行](Company)原[副行长](Title)[方致远](Person)为[行长](Title)，并提名其为[董事](Title)。"
    )
    told = {(d.qualifiers["title"], scene.entities[d.object].name) for scene, d in drafts(posts.propose, marked)}
    assert told == {("副行长", "白帆银行"), ("行长", "蓝礁银行"), ("董事", "蓝礁银行")}


def test_who_leaves_a_firm_for_an_office_does_not_take_it_there(drafts):
    """原甲公司副总裁出任总经理: of which firm is not said."""
    marked = "[青禾集团](Company)成立电影公司，原[青禾集团](Company)[副总裁](Title)[方致远](Person)出任[总经理](Title)。"
    assert {draft.status for _, draft in drafts(posts.propose, marked)} == {"former"}


@pytest.mark.parametrize(
    ("marked", "titles"),
    [
        ("[高新区党工委](PublicBody)[委员](Title)、[机关党委书记](Title)[方致远](Person)出席。", {"党工委委员", "机关党委书记"}),
        ("[县人大财经工委](PublicBody)[副主任](Title)[方致远](Person)出席。", {"副主任"}),
        ("[高新区工委](PublicBody)[副书记](Title)[方致远](Person)出席。", {"工委副书记"}),
        ("[青禾机电](Company)[总经理](Title)[周一鸣](Person)、投资发展部[部长](Title)[方致远](Person)出席。", {"投资发展部部长"}),
    ],
)
def test_what_a_post_is_called_at_its_body(drafts, marked, titles):
    assert {d.qualifiers["title"] for scene, d in drafts(posts.propose, marked) if scene.entities[d.subject].name == "方致远"} == titles


@pytest.mark.parametrize(("before", "expected"), [("", {"方致远"}), ("[副区长](Title)", set())])
def test_of_leaders_whose_post_is_told_nothing_more_is(scene, before, expected):
    read = scene(f"[云岭区](Place)开会，{before}[方致远](Person)等[区领导](Title)参加。")
    refs = tuple(replace(ref, entity="e1") if ref.text == "区领导" else ref for ref in read.sentences[0].refs)
    told = posts.propose(replace(read, sentences=(replace(read.sentences[0], refs=refs),)))
    assert {read.entities[d.subject].name for d in told if d.object == "e1"} == expected


@pytest.mark.parametrize(
    ("marked", "posts_told"),
    [
        # of the firm that another one has become, or that somebody has founded
        ("[云岭食品厂](Company)改为[青禾食品](Company)，[方致远](Person)任[董事长](Title)。", {("方致远", "董事长", "青禾食品")}),
        ("[云岭五金厂](Company)更名为[青禾机电](Company)，老师傅[方致远](Person)当[厂长](Title)。", {("方致远", "厂长", "青禾机电")}),
        (
            "[北岳集团](Company)收购[云岭自控](Company)，公司更名为[青禾仪表](Company)，[原总经理](Title)[方致远](Person)改任顾问。",
            {("方致远", "原总经理", "青禾仪表")},
        ),
        (
            "[云岭酒厂](Company)破产。[秦晓岚](Person)成立[青禾酒业](Company)。很忙。[秦晓岚](Person)请来同学[方致远](Person)当[总经理](Title)。",
            {("方致远", "总经理", "青禾酒业")},
        ),
        (
            "[秦晓岚](Person)成立[青禾酒业](Company)，自己任[董事长](Title)，父亲[秦德厚](Person)任[名誉董事长](Title)。",
            {("秦晓岚", "董事长", "青禾酒业"), ("秦德厚", "名誉董事长", "青禾酒业")},
        ),
        # one post each of two of a family; of three, nobody's
        (
            "[秦大山](Person)与弟弟[秦小河](Person)合办[青禾铝业](Company)，兄弟俩分别出任[董事长](Title)、[总经理](Title)。",
            {("秦大山", "董事长", "青禾铝业"), ("秦小河", "总经理", "青禾铝业")},
        ),
        (
            "[秦大山](Person)与弟弟[秦小河](Person)、[方致远](Person)合办[青禾铝业](Company)，兄弟俩分别出任[董事长](Title)、[总经理](Title)。",
            set(),
        ),
        # not of the firm that he comes from; and who stays on has two posts
        (
            "[青禾重工](Company)去年改组，来自[云杼控股](Company)的[秦大山](Person)出任[董事长](Title)，[原副总经理](Title)[方致远](Person)留任[总经理](Title)。",
            {
                ("秦大山", "董事长", "青禾重工"),
                ("秦大山", "", "云杼控股"),
                ("方致远", "原副总经理", "青禾重工"),
                ("方致远", "总经理", "青禾重工"),
            },
        ),
        # himself, and who takes over after school
        (
            "[秦大山](Person)成立[青禾药业](Company)，自任[董事长](Title)。[2015年](Date)，女儿[秦晓岚](Person)毕业后回来接班，任[总经理](Title)。",
            {("秦大山", "董事长", "青禾药业"), ("秦晓岚", "总经理", "青禾药业")},
        ),
        # by whose kin he is, and both of a couple
        (
            "儿子[秦小河](Person)回国后，没有接班，而是另立门户，创办了[青禾电商](Company)。",
            {("秦小河", "创办人", "青禾电商")},
        ),
        (
            "[秦晓岚](Person)和丈夫[方致远](Person)拿出全部积蓄，租了两间民房，办起了[青禾制衣厂](Company)。",
            {("秦晓岚", "创办人", "青禾制衣厂"), ("方致远", "创办人", "青禾制衣厂")},
        ),
        # both of a pair of founders
        (
            "[秦晓岚](Person)下岗后，与丈夫[方致远](Person)一起创办了[青禾食品厂](Company)。",
            {("秦晓岚", "创办人", "青禾食品厂"), ("方致远", "创办人", "青禾食品厂")},
        ),
        (
            "[秦晓岚](Person)下岗后，找到[方致远](Person)，他们说[周一鸣](Person)创办了[青禾食品厂](Company)。",
            {("周一鸣", "创办人", "青禾食品厂")},
        ),
        # a post behind which its holder is named; firms beside names in a list of those elected
        (
            "[白帆商会](Organization)换届，[方致远](Person)当选[会长](Title)，[监事长](Title)为[周一鸣](Person)。",
            {("方致远", "会长", "白帆商会"), ("周一鸣", "监事长", "白帆商会")},
        ),
        (
            "[白帆商会](Organization)换届，[青禾机电](Company)[方致远](Person)、[云岭陶瓷](Company)[周一鸣](Person)等9人当选[副会长](Title)。",
            {("方致远", "副会长", "白帆商会"), ("周一鸣", "副会长", "白帆商会"), ("周一鸣", "", "云岭陶瓷")},
        ),
        (
            "[白帆银行](Company)原[行长](Title)[方致远](Person)到龄退休，[周一鸣](Person)接任。",
            {("方致远", "行长", "白帆银行"), ("周一鸣", "行长", "白帆银行")},
        ),
        ("[白帆银行](Company)原[行长](Title)[方致远](Person)到龄退休，[周一鸣](Person)到场祝贺。", {("方致远", "行长", "白帆银行")}),
        # of what is set up, or of whom a shareholder names, and not of the house of who is named
        ("治丧委员会由[青禾酒厂](Company)[厂长](Title)[方致远](Person)任[主任](Title)。", {("方致远", "厂长", "青禾酒厂")}),
        (
            "[白帆集团](Company)由[青禾酒厂](Company)[厂长](Title)[方致远](Person)任[董事长](Title)。",
            {("方致远", "厂长", "青禾酒厂"), ("方致远", "董事长", "白帆集团")},
        ),
        # who congratulates takes no post
        ("[方致远](Person)祝贺[周一鸣](Person)[主席](Title)连任[云岭商会](Organization)[会长](Title)。", {("周一鸣", "会长", "云岭商会")}),
        ("公司控股股东[白帆集团](Company)提名[方致远](Person)为[董事候选人](Title)，[周一鸣](Person)为[独立董事候选人](Title)。", set()),
        (
            "[青禾酒厂](Company)原[厂长](Title)、现任[市水务局](PublicBody)[局长](Title)[方致远](Person)被查。",
            {("方致远", "厂长", "青禾酒厂"), ("方致远", "局长", "市水务局")},
        ),
        (
            "[白帆社区党委](PublicBody)[书记](Title)、[白帆社区居委会](PublicBody)[主任](Title)[方致远](Person)，[副书记](Title)[周一鸣](Person)。",
            {("方致远", "党委书记", "白帆社区党委"), ("方致远", "主任", "白帆社区居委会"), ("周一鸣", "党委副书记", "白帆社区党委")},
        ),
        ("[方致远](Person)[代表](Title)是[青禾机电](Company)[车间主任](Title)。", {("方致远", "车间主任", "青禾机电")}),
        (
            "[青禾机电](Company)完成换届。[方致远](Person)任[党委书记](Title)，[周一鸣](Person)任[工会主席](Title)。",
            {("方致远", "党委书记", "青禾机电"), ("周一鸣", "工会主席", "青禾机电")},
        ),
        # posts of the one village that the story has named
        ("[高湖村](Place)地处山区。[村支书](Title)[方致远](Person)说，集体增收。", {("方致远", "村支书", "高湖村")}),
        ("[高湖村](Place)与[白帆村](Place)相邻。[村支书](Title)[方致远](Person)说，集体增收。", set()),
        (
            "[云岭县](Place)[高湖村](Place)地处山区。\n驻村[第一书记](Title)、[白帆大学](Organization)[副教授](Title)[方致远](Person)来了。",
            {("方致远", "第一书记", "高湖村"), ("方致远", "副教授", "白帆大学")},
        ),
        ("[方致远](Person)被选派到[高湖村](Place)任驻村[第一书记](Title)。", {("方致远", "第一书记", "高湖村")}),
        # a house of a career whose post no list has
        (
            "[方致远](Person)历任[云岭酒厂](Company)工艺员、质检科[科长](Title)，[青禾机电](Company)[副总经理](Title)。",
            {("方致远", "工艺员", "云岭酒厂"), ("方致远", "副总经理", "青禾机电")},
        ),
        ("[方致远](Person)曾任[云岭酒厂](Company)厂长的[秦晓岚](Person)来信，[云岭酒厂](Company)职工到场。", set()),
        (
            "[青禾机电](Company)公告，原[财务总监](Title)[方致远](Person)改任公司[副总经理](Title)。",
            {("方致远", "财务总监", "青禾机电"), ("方致远", "副总经理", "青禾机电")},
        ),
        # in a bracket between a title and its name
        (
            "[秦晓岚](Person)到会。[云岭酒厂](Company)原[厂长](Title)（现任[市水务局](PublicBody)[副局长](Title)）[方致远](Person)被查。",
            {("方致远", "厂长", "云岭酒厂"), ("方致远", "副局长", "市水务局")},
        ),
        (
            "[云岭酒厂](Company)[厂长](Title)[秦晓岚](Person)（现任[市水务局](PublicBody)[副局长](Title)）与[方致远](Person)到会。",
            {("秦晓岚", "厂长", "云岭酒厂"), ("秦晓岚", "副局长", "市水务局")},
        ),
        # whom a speaker tells of is another; a stream is no body, nor is a village one of a firm's
        (
            "[云岭镇党委](PublicBody)[书记](Title)[方致远](Person)说，老马还兼着[白帆商会](Organization)[会长](Title)。",
            {("方致远", "党委书记", "云岭镇党委")},
        ),
        ("[县委](PublicBody)[书记](Title)、[县总河长](Title)[方致远](Person)巡河。", {("方致远", "县委书记", "县委")}),
        ("[青禾机电](Company)派驻[高湖村](Place)[第一书记](Title)[方致远](Person)。", {("方致远", "第一书记", "高湖村")}),
        ("[镇财政所](PublicBody)[所长](Title)[秦晓岚](Person)和项目[老板](Title)[方致远](Person)到会。", {("秦晓岚", "所长", "镇财政所")}),
        (
            "[青禾机电](Company)[经理](Title)[秦晓岚](Person)、出纳[方致远](Person)被查。",
            {("秦晓岚", "经理", "青禾机电"), ("方致远", "出纳", "青禾机电")},
        ),
        ("[青禾机电](Company)[经理](Title)[秦晓岚](Person)参观画展，出纳[方致远](Person)到会。", {("秦晓岚", "经理", "青禾机电")}),
        ("[方致远](Person)在任[市水务局](PublicBody)[局长](Title)期间收受财物。", {("方致远", "局长", "市水务局")}),
        ("[方致远](Person)的[青禾机电](Company)[总经理](Title)职务自然免除。", {("方致远", "总经理", "青禾机电")}),
        (
            "[白帆商会](Organization)换届，[方致远](Person)连任[会长](Title)，[秦晓岚](Person)继续担任[秘书长](Title)，[监事长](Title)由[周一鸣](Person)担任。",
            {("方致远", "会长", "白帆商会"), ("秦晓岚", "秘书长", "白帆商会"), ("周一鸣", "监事长", "白帆商会")},
        ),
        (
            "[方致远](Person)办起了[青禾酒厂](Company)，自任[厂长](Title)。",
            {("方致远", "创办人", "青禾酒厂"), ("方致远", "厂长", "青禾酒厂")},
        ),
        ("[青禾酒厂](Company)[法定代表人](Title)系其妻弟[方致远](Person)。", {("方致远", "法定代表人", "青禾酒厂")}),
        # who signs with others heads no house of theirs; a union elects its heads as associations do; 作为代表 tells no post
        (
            "[材料学院](Organization)[院长](Title)[方致远](Person)与[秦晓岚](Person)、[周一鸣](Person)签约。",
            {("方致远", "院长", "材料学院")},
        ),
        (
            "[材料学院](Organization)[副院长](Title)[方致远](Person)、[秦晓岚](Person)与[周一鸣](Person)到会。",
            {("方致远", "副院长", "材料学院"), ("秦晓岚", "副院长", "材料学院"), ("周一鸣", "副院长", "材料学院")},
        ),
        (
            "[云岭县总工会](Organization)第十次代表大会闭幕。[方致远](Person)当选为[主席](Title)，[秦晓岚](Person)当选为[副主席](Title)。",
            {("方致远", "主席", "云岭县总工会"), ("秦晓岚", "副主席", "云岭县总工会")},
        ),
        (
            "[白帆总工会](Organization)[副主席](Title)[方致远](Person)、[秦晓岚](Person)等作为[代表](Title)发言。",
            {("方致远", "副主席", "白帆总工会"), ("秦晓岚", "副主席", "白帆总工会")},
        ),
        # of two firms, which one nobody says
        ("[云岭酒厂](Company)破产。[青禾酒业](Company)来了。[秦晓岚](Person)请来同学[方致远](Person)当[总经理](Title)。", set()),
    ],
)
def test_posts_of_a_firm_that_has_come_about(drafts, marked, posts_told):
    found = {
        (scene.entities[d.subject].name, d.qualifiers.get("title"), scene.entities[d.object].name)
        for scene, d in drafts(posts.propose, marked)
    }
    assert found == posts_told
