"""The patterns by which sums of money are read, made of the words in kg/resources/relations/amounts.yaml."""

import re
from functools import cache

from kg.relations.signs import ANY, SIGNS, alternatives, words

RELATIONS = ("earns_amount", "invests_amount", "raises_amount")
_AMOUNT = SIGNS["Amount"]
_ROUND = r"(?:Pre-?)?[A-Z][A-Za-z]{0,3}\d?\+?轮"  # of investors: Pre-IPO轮


@cache
def cues() -> dict[str, re.Pattern[str]]:
    """All of them by name."""
    data = words("amounts")
    metrics = {relation: alternatives(names) for relation, names in data["metrics"].items()}
    metrics["raises_amount"] += "|“[一-龥]{1,6}贷”"  # loans have names: “巾帼贷”
    named = "|".join(f"(?P<{relation}>{names})" for relation, names in metrics.items())
    named = rf"(?:{named})(?!{alternatives(data['compounds'])})"
    modifier = f"(?:{alternatives(data['modifiers'])}|{_ROUND})*"
    more = f"[^，；：、的{ANY[1:-1]}]{{0,6}}"
    item = rf"投资(?:约|近|超|达)?{_AMOUNT}的{SIGNS['Company']}{more}"  # of a list of works that are called by their firms
    gap = rf"(?:额|总额|金额)?(?:{data['growth']}|{alternatives(data['between'])}|<Date>|\s)*".replace("<Date>", SIGNS["Date"])
    return {
        "before": re.compile(rf"(?P<metric>{modifier}(?:{named})){gap}$"),
        "loose": re.compile(
            rf"(?P<metric>{modifier}(?:{named}))(?:[^，；{ANY[1:-1]}]{{0,10}}|[^；{ANY[1:-1]}]{{0,16}}，(?:达|达到|高达|为))$"
        ),
        "after": re.compile(rf"^(?:的)?(?!{alternatives(data['priced'])})[^，；的{ANY[1:-1]}]{{0,4}}?(?P<metric>{modifier}(?:{named}))"),
        "any": re.compile(rf"(?P<metric>{modifier}(?:{named}))"),
        "goes_on": re.compile(
            rf"(?:其中|而|并|到|全年|扣除[^，；{ANY[1:-1]}]{{2,8}}后的?净额|{SIGNS['Date']}|{SIGNS['Company']}一家|{SIGNS['Company']}独得|一家|就有|{alternatives(data['between'])}|{alternatives(data['later'])})*"
        ),
        "got_bare": re.compile(rf"{SIGNS['Company']}{alternatives(data['got_bare'])}$"),
        "to_topic": re.compile(rf"{alternatives(data['to'])}(?:了)?(?:该|这家)?(?:企业|公司|集团|其|它|她|他(?!们))"),
        "it": re.compile(
            rf"(?:{alternatives(data['opens'])}|{SIGNS['Date']}|[\d\s，,、])*?{alternatives(data['it'])}(?![^，；]{{0,3}}[{SIGNS['Title']}])"
        ),
        "latter": re.compile(r"[由而]?后者"),
        "of_firm": re.compile(data["of_firm"]),
        "firm_is": re.compile(rf"{SIGNS['Company']}(?:{SIGNS['Date']}|{SIGNS['Place']}|[总共于在])*{alternatives(data['firm_is'])}"),
        "item": re.compile(f"{SIGNS['Company']}{SIGNS['Project']}$"),
        "from": re.compile(f"[由从]{SIGNS['Date']}的?$"),
        "built_by": re.compile(
            rf"项目(?:是|系|总投资{_AMOUNT}，)?由{SIGNS['Company']}[^，；{ANY[1:-1]}]{{0,4}}(?:投资|建设|兴建|出资|打造|实施|投建)"
        ),
        "newcomer": re.compile("引入|引进|引来|请来"),
        "row_of_many": re.compile(
            rf"等(?:公司|企业)(?![^，；]{{0,8}}(?:各|分别))|等?(?:[0-9]+|[两二三四五六七八九十多几]+)余?[家个户](?!{_AMOUNT})(?![^，；]{{0,8}}(?:各|分别))"
        ),
        "signs": re.compile(rf"(?:签订|签署|签下)[^，]{{0,6}}{_AMOUNT}[^，]{{0,12}}(?:贷款|授信|融资)"),
        "nameless": re.compile(f"(?<![上市母子牌份限分业])(?:{alternatives(data['nameless'])})"),
        "of_holders": re.compile(
            f"归属于?{alternatives(data['of_holders'])}|{alternatives(data['of_holders'])}(?:普通股)?(?:股东|所有者|持有人)"
        ),
        "opens": re.compile(rf"(?:{alternatives(data['opens'])}|[\d\s，,、—－–~·-])*"),
        "public": re.compile(alternatives(data["public"])),
        "buys": re.compile(alternatives(data["buys"])),
        "places": re.compile(rf"[向给对](?P<to>{SIGNS['Company']})[^，；{ANY[1:-1]}]{{0,4}}?{data['places']}"),
        "others": re.compile(alternatives(data["others"])),
        "another": re.compile(data["another"]),
        "acts_else": re.compile(data["acts_else"]),
        "state": re.compile(data["state"]),
        "running": re.compile(alternatives(data["running"]) + "$"),
        "row_of_works": re.compile(rf"(?:{SIGNS['Project']}|{item}等?)[、和及]$"),  # 投资3亿元的甲项目、投资2亿元的乙项目
        "items_before": re.compile(rf"^[^{SIGNS['Company']}{SIGNS['Person']}]*(?:{item}等?[、和及])+$"),
        "first_item": re.compile(rf"^的(?P<to>{SIGNS['Company']}){more}[、和及](?:总|计划|概算|协议)*投资{_AMOUNT}的"),
        "next_item": re.compile(rf"^的(?P<to>{SIGNS['Company']})"),
        "rest_of_row": re.compile(r"等[^，；]{0,4}?(?:[0-9]+|[两二三四五六七八九十百多余数几]+)(?:余|多)?[个项家]"),
        "parts": re.compile(rf"{alternatives(data['parts'])}(?:中|里)?(?:为|是|仍|表现|同比|增长|下降|下滑|贡献|业绩|，)"),
        "to_come": re.compile(alternatives(data["to_come"])),
        "own_item": re.compile(rf"{alternatives(data['item_ends'])}$"),
        "of_all": re.compile("全[省市县区州旗镇乡村]"),
        "owner_after": re.compile(
            rf"^(?:[、，]{alternatives(data['measures'])}[^，；、{ANY[1:-1]}]{{0,16}}?){{0,3}}的[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>[{SIGNS['Project']}{SIGNS['Company']}])"
        ),
        "measured": re.compile(
            rf"^{alternatives(data['measures'])}[^，；{ANY[1:-1]}]{{0,24}}?的[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>{SIGNS['Project']})"
        ),
        "got_by": re.compile(
            rf"^的?[^，；：的{ANY[1:-1]}]{{0,10}}(?:融资|贷款|授信|补贴|补助|奖励|奖补|资金|投资)的(?P<owner>[{SIGNS['Company']}{SIGNS['Project']}])"
        ),
        "borrows_plainly": re.compile(
            rf"(?:^|(?<![向从欠还]){SIGNS['Company']})(?:{SIGNS['Date']}|已|共|又|再|还|曾|先后|再次|累计)*(?:贷款|借款|借了|贷了)(?:了|{alternatives(data['between'])})*$"
        ),
        "plant_after": re.compile(rf"^的(?P<to>{SIGNS['Company']})的?[^，；：、{ANY[1:-1]}]{{0,6}}(?:厂|厂房|车间|生产线)"),
        "new_firm": re.compile(rf"^的?(?:{alternatives(data['sets_up'])})的(?P<to>{SIGNS['Company']})"),
        "builds": re.compile(
            rf"^[^，；{ANY[1:-1]}]{{0,6}}(?:[在于]{SIGNS['Place']}[^，；{ANY[1:-1]}]{{0,4}})?(?:建设|新建|兴建|打造|实施|扩建|用于)[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>{SIGNS['Project']})"
        ),
        "gets": re.compile(alternatives(data["gets"])),
        "insured": re.compile(alternatives(data["insured"]) + "$"),
        "insures_itself": re.compile(alternatives(data["insures_itself"])),
        "insurance": re.compile(alternatives(data["insurance"])),
        "relief_of_tax": re.compile(alternatives(data["relief_of_tax"])),
        "helped": re.compile(alternatives(data["helped"])),
        "to": re.compile(
            rf"{alternatives(data['to'])}(?P<to>[{SIGNS['Company']}{SIGNS['Project']}](?:(?:[、和与及]|以及)[{SIGNS['Company']}{SIGNS['Project']}])*)"
        ),
        "led": re.compile(
            rf"(?:(?<!{ANY})(?:{alternatives(data['led'])})|[向从对给获为]|[向对给](?:{alternatives(data['of_theirs'])})+|来自|获得|收购|{alternatives(data['takes'])}了?)$"
        ),
        "from_row": re.compile(
            rf"[从向](?P<by>[{SIGNS['Company']}{SIGNS['PublicBody']}](?:(?:[、和与及]|以及)[{SIGNS['Company']}{SIGNS['PublicBody']}])*)"
        ),
        "had_first": re.compile(rf"^{alternatives(data['had_first'])}了?"),
        "arrives": re.compile(rf"^[^，；：{ANY[1:-1]}]{{0,14}}?{alternatives(data['arrives'])}"),
        "gives": re.compile(alternatives(data["gives"])),
        "to_others": re.compile(
            rf"[为向给对](?!该|这家|此)(?:(?:{SIGNS['Place']}|[^，；：{ANY[1:-1]}]){{1,12}}?{alternatives(data['many_of_a_place'])}|{SIGNS['Place']})(?:等)?{alternatives(data['gives'])}"
        ),
        "borrows": re.compile(
            r"(?:向|从)(?:(?!发放|提供|投放|给|授|新增)[^，；：]){1,14}?(?:申请贷款|借款|借入|借了|借得|贷款|贷出|贷到|贷了|贷来|拆借|融资)(?!公司|平台|余额|客户)"
            rf"|在{SIGNS['Company']}的?(?:借款|贷款|贷出|贷到|贷了|融资)(?!余额|客户)"
        ),
        "many": re.compile(data["many"]),
        "joined": re.compile("[、，]?[和与及]?(?:预计|可|实现|完成|年|上缴|缴纳|创造)*"),  # 年产值5亿元、|税收3000万元
        "its_builder": re.compile(f"(?:由|{alternatives(words('undertakes')['lists']['role'])}(?:为|是|系))$"),
        "later": re.compile(alternatives(data["later"])),
        "skip": re.compile(alternatives(data["skip"])),
        "tax_back": re.compile(alternatives(data["tax_back"])),
        "prize_of_firm": re.compile(
            rf"(?:{SIGNS['Company']}|^)(?:并|还|分别|各|均|都|也|一举|{SIGNS['Date']}|从{SIGNS['PublicBody']})*{alternatives(data['gets'])}了?(?:[^，；{ANY[1:-1]}]{{0,12}}(?:奖牌|奖杯|奖状|证书|牌匾)[和及])?(?:[^，；{ANY[1:-1]}]{{0,6}}奖金[^，；]{{0,3}})?$"
        ),
        "whole": re.compile(alternatives(data["whole"]) + "$"),
        "joint": re.compile("合计|共计|总计|共同"),
        "into_firm": re.compile(rf"[向对给]{SIGNS['Company']}(?:[、和与及]{SIGNS['Company']})*(?:分别|各)?(?:投资|增资|注资)"),  # no work's
        "comes_in": re.compile(
            rf"{alternatives(data['comes_in'])}(?:了|来自|由|{alternatives(data['between'])}|[{SIGNS['Company']}{SIGNS['Organization']}{SIGNS['Person']}、和])*"
            rf"(?:[^，；{ANY[1:-1]}]{{2,16}})?$"
        ),
        "attracts": re.compile(
            rf"(?:吸引|吸纳|引进|引入|{alternatives(data['comes_in'])})了?(?:来自)?(?:[{SIGNS['Company']}{SIGNS['Organization']}]的?)?"
            "(?:外来|外部|外商|社会|民间|境外|海外|产业|各类|资本|风险|战略|中央|国家|省级|预算内|政府|[、和与及])*$"
        ),
        "year_before": re.compile("(?:去年|上年|前年|上一年)(?:度)?的?同期"),
        "grant": re.compile(rf"(?P<metric>[^，；：、的和与及了{ANY[1:-1]}]{{1,12}}奖)(?:{alternatives(data['between'])})*$"),
        "compared": re.compile(
            rf"(?:额|总额|同比|环比|则|略|远|大幅|明显|也|均|将|可|预计|有望)*(?:低于|高于|少于|多于|好于|逊于|优于|不及|超过|相比|相较|比|较|从|由|与|和|而|但|并|[、，])*"
            rf"(?:(?:去年|上年|前年|上一?财?年度?|{SIGNS['Date']}|[0-9]{{4}}年)(?:全年|度)?的?(?:同期|同季|(?<={SIGNS['Date']})|(?<=年)|(?<=年的))|上一?个?(?:季度?|财年|财季|月|年)|同期)"
            rf"(?:的|则|为|是|仅|只有|亏损|约|近|超过?|达|达到)*"
        ),
        "adds": re.compile(
            rf"(?:加上|连同)(?:此前|之前|提前|前期|{SIGNS['Date']}|已)*(?:下达|拨付|安排|投入|下拨)(?:的|了|资金|金额|预算|约|近|超)*"
        ),
        "next_in_list": re.compile(rf"(?:而|和)?[{SIGNS['Company']}{SIGNS['Place']}](?:则|也|为|约|近|达|超过?|实现|{SIGNS['Date']})*$"),
        "next_firm": re.compile(rf"(?:而|和)?{SIGNS['Company']}(?:则|也|为|约|近|达|拟|超过?|{SIGNS['Date']})*$"),
        "comparison": re.compile(
            rf"(?:但|并|且|而)?(?:同比|环比|按年|按季|同口径|比|与|较|和|增长|增幅)[^，；{SIGNS['Amount']}{SIGNS['Company']}]*(?:增|升|涨|提高|降|跌|滑|减|%|倍)[^，；{SIGNS['Amount']}{SIGNS['Company']}]*"
        ),
        "standard": re.compile("(?:通用|公认)?会计"),  # 美国通用会计准则净利润
        "gains": re.compile(alternatives(data["gains"]) + "$"),
        "gained_by": re.compile(data["gained_by"]),
        "segment": re.compile(data["segment"]),
        "of_round": re.compile(r"\s*的?\s*(?P<metric>[A-Za-z天使种子首战略股权前+-]{1,8}\s*[0-9+]?\s*轮?(?:股权)?融资)"),
        "backs_next": re.compile(rf"(?:领投|跟投|参投|投资|参股|入股|孵化|控股)的{SIGNS['Company']}"),  # 甲资本投资的|乙公司
        "backed": re.compile(rf"(?:完成|获得?)了?由?{SIGNS['Company']}[^，；：]{{0,8}}投资的$"),
        "no_income": re.compile(alternatives(data["no_income"]) + "$"),
        "surpassed": re.compile(rf"(?:超越|超过|高于|低于|不及|仅次于|相比|多于|少于)了?{SIGNS['Company']}"),
        "stock": re.compile(alternatives(data["stock"])),
        "becomes": re.compile(
            rf"(?:大幅|猛|迅速|逐步|进一步)*{alternatives(data['becomes'])}(?:了[^，]{{0,6}})?(?:至|到|为)(?:了|{SIGNS['Date']}|[0-9]{{4}}年|的|近|约|超)*"
        ),
        "by_parts": re.compile(data["by_parts"]),
        "by_what": re.compile(data["by_what"]),
        "ranked": re.compile(rf"(?:{SIGNS['Date']}|而|其中)*(?P<firm>{SIGNS['Company']})以(?:约|近|超)?$"),
        "in_rank": re.compile(rf"^的?[^，；{ANY[1:-1]}]{{0,6}}?{alternatives(data['in_rank'])}"),
        "goes_to": re.compile(rf"^(?:的)?(?:资金|募集资金)?{alternatives(data['goes_to'])}"),
        "segments": re.compile(alternatives(data["segments"])),
        "kinds": re.compile(data["kinds"]),
        "counted": re.compile(data["counted"]),
        "body_of_place": re.compile(data["body_of_place"]),
        "thing_after": re.compile(
            rf"^的(?![^，；：{ANY[1:-1]}]{{0,4}}?{alternatives(data['no_thing'])})(?:[^，；：{ANY[1:-1]}]{{2,}}|{ANY})"
        ),
        # 投资5亿元|、占地1500亩、装机50兆瓦|的甲电站
        "more_of_it": re.compile(
            rf"^(?:[、，]{alternatives(data['figures'])}[^，；：、的{ANY[1:-1]}]{{0,6}}?(?:[0-9一二两三四五六七八九十百千万]|{_AMOUNT})[^，；：、的{ANY[1:-1]}]{{0,12}}){{1,4}}(?=的)"
        ),
        "beside": re.compile(f"{alternatives(data['beside'])}$"),
        "consists": re.compile(
            rf"(?P<whole>{SIGNS['Project']})(?:{SIGNS['Amount']}|[^，；：包{ANY[1:-1]}]){{0,8}}?{alternatives(data['consists'])}"
        ),
        "hopes": re.compile(rf"(?:{alternatives(data['to_come'])})[^，；。]{{0,4}}后|{alternatives(data['hopes'])}"),
        "done": re.compile(alternatives(data["done"])),
        "tried_for": re.compile(alternatives(data["tried_for"])),
        "gone_by": re.compile(alternatives(data["gone_by"])),
        "each_firm": re.compile(rf"{SIGNS['Company']}(?:(?:[、和与及]|以及){SIGNS['Company']})+则?分别(?:为|是|达到?|实现)?$"),
        "work_after": re.compile("^(?:投资)?(?:建设|兴建|新建|打造|实施|购置|购买)的"),
        "firm_after": re.compile(rf"^[、，]?(?:[^，；：{ANY[1:-1]}]{{0,8}}{_AMOUNT})?的{SIGNS['Company']}"),
        "discloses": re.compile(
            rf"{SIGNS['Company']}[^，；：{ANY[1:-1]}]{{0,6}}{SIGNS['Date']}?[^，；：{ANY[1:-1]}]{{0,6}}(?:披露|发布|公布|公告|发表|宣布|的?(?:年报|财报|季报|中报|半年报))[^，；：{SIGNS['Company']}]{{0,20}}$"
        ),
        "accounts": re.compile(alternatives(data["accounts"])),
        "with_help": re.compile(rf"{alternatives(data['with_help'])}，?$"),
    }
