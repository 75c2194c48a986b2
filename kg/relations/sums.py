"""Sums of money in a clause, each with the word that says what it is (营收, 总投资, 授信) and the relation that follows from it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.records import record
from kg.relations.clauses import ANY, SIGN, SIGNS, Clause, alternatives, words
from kg.relations.lines import heard_on
from kg.relations.modality import carries, status_of
from kg.relations.payments import Payment, backer, given, payment, put_in, put_into_each
from kg.relations.scene import Ref
from kg.types import Status

RELATIONS = ("earns_amount", "invests_amount", "raises_amount")
_AMOUNT = SIGNS["Amount"]
_ROW = re.compile(r"[、和与及，]|以及|(?:同比)?[^，]{0,2}增长[^，]{0,6}[、，]?")
_JOINS = re.compile("[、和与及]|以及")
_MINUS = re.compile("(?<![-－—])[-－—]$")
_ROUND = r"(?:Pre-?)?[A-Z][A-Za-z]{0,3}\d?\+?轮"  # of investors: Pre-IPO轮
_DAY = re.compile("^(?:-|[0-9]{4})-(?:-|[0-9]{2}-)[0-9]{2}$")
_YEAR = re.compile("[0-9]{4}")
_YEARS = re.compile("([0-9]{4})/([0-9]{4})")
_SHARE_OF = re.compile("占[^，；]{0,4}$")  # 研发投入占营收的8%，达3亿元: no sum of 营收
_LATELY = re.compile("[到至为](?:去年|今年|前年|上年|如今|现在|目前)(?:的|底|末)*(?:约|近|超)?$")
_PART = 10  # characters that name a part of a firm's business
_AFTER = 12  # characters between a sum and the noun behind it (8亿元的意向性授信)


@record
class Sum:
    """A sum in a clause, with its metric."""

    clause: Clause
    at: int  # of its sign in the clause's text
    ref: Ref
    relation: str
    metric: str
    start: int  # of the metric in the clause's text
    order: int  # in a row of sums, from 0
    row: int  # how many sums the row has
    within: Clause | None = None  # the clause before, where the metric stands there
    owner: Ref | None = None  # who it is, where the words that tell the metric say so too
    others: tuple[Ref, ...] = ()  # who has it together with the owner
    echo: bool = False  # of whoever had the sum before it, at another time: 上年同期为3亿元


@cache
def cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")
    metrics = {relation: alternatives(names) for relation, names in data["metrics"].items()}
    metrics["raises_amount"] += "|“[一-龥]{1,6}贷”"  # loans have names: “巾帼贷”
    named = "|".join(f"(?P<{relation}>{names})" for relation, names in metrics.items())
    named = rf"(?:{named})(?!{alternatives(data['compounds'])})"
    modifier = f"(?:{alternatives(data['modifiers'])}|{_ROUND})*"
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
        "row_of_works": re.compile(rf"{SIGNS['Project']}(?:等)?[、和及]$"),  # 投资3亿元的甲项目、投资2亿元的乙项目
        "rest_of_row": re.compile(r"等[^，；]{0,4}?(?:[0-9]+|[两二三四五六七八九十百多余数几]+)(?:余|多)?[个项家]"),
        "parts": re.compile(rf"{alternatives(data['parts'])}(?:中|里)?(?:为|是|仍|表现|同比|增长|下降|下滑|贡献|业绩|，)"),
        "to_come": re.compile(alternatives(data["to_come"])),
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
            rf"^[^，；{ANY[1:-1]}]{{0,6}}(?:在{SIGNS['Place']}[^，；{ANY[1:-1]}]{{0,4}})?(?:建设|新建|兴建|打造|实施|扩建|用于)[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>{SIGNS['Project']})"
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
        "borrows": re.compile(
            r"(?:向|从)(?:(?!发放|提供|投放|给|授|新增)[^，；：]){1,14}?(?:申请贷款|借款|借入|借了|借得|贷款|拆借|融资)(?!公司|平台|余额|客户)"
            rf"|在{SIGNS['Company']}的?(?:借款|贷款)(?!余额|客户)"
        ),
        "many": re.compile(data["many"]),
        "later": re.compile(alternatives(data["later"])),
        "skip": re.compile(alternatives(data["skip"])),
        "prize_of_firm": re.compile(
            rf"(?:{SIGNS['Company']}|^)(?:并|还|分别|各|均|都|也|一举|{SIGNS['Date']}|从{SIGNS['PublicBody']})*{alternatives(data['gets'])}了?(?:[^，；{ANY[1:-1]}]{{0,6}}奖金[^，；]{{0,3}})?$"
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


def sums(clause: Clause, before: Clause | None, told_of: str | None, last: Sum | None = None) -> Iterator[Sum]:
    """The sums of a clause whose metric is told there or, for 达5亿元 and 今年有望突破6亿元, in the clause before.

    `told_of` is what the paragraph has told of so far that somebody gets (奖补), for 其中甲公司独得820万元; `last` is the sum before these.
    """
    text = clause.text
    places = [m.start() for m in re.finditer(_AMOUNT, text)]
    row: list[int] = []
    for i, at in enumerate(places):
        joined = bool(row) and _ROW.fullmatch(text[places[i - 1] + 1 : at]) is not None
        row = [*row, at] if joined else [at]
        if i + 1 < len(places) and _ROW.fullmatch(text[at + 1 : places[i + 1]]) is not None:
            continue
        found = [*_of_row(clause, row, before, told_of, last), *_other_side(clause, row)]
        last = found[-1] if found else last
        yield from found


def _of_row(clause: Clause, row: list[int], before: Clause | None, told_of: str | None, last: Sum | None) -> Iterator[Sum]:
    paid = payment(clause, row[0])
    if paid is not None:
        yield from _paid(clause, row, paid)
        return
    found, within = _metric(clause, row) or _metric_then(clause, row[0]), None
    if found is None and last is not None and last.clause.sentence is clause.sentence:
        if _echoes(clause, row[0], last):
            yield from _like(clause, row, last)
            return
        if cues()["next_firm"].match(clause.text[: row[0]]) and not cues()["skip"].search(clause.text):
            yield from _paid(clause, row, Payment(last.relation, last.metric, next(r for r in clause.refs if r.type == "Company")))
            return  # 甲营收5亿元，乙3亿元
    if found is None and last is not None and (like := _next_in_list(clause, row, last)) is not None:
        yield from _paid(clause, row, Payment(last.relation, last.metric, like))
        return
    if found is None and last is not None and _each_of_next(clause, row, last):
        for order, ref in enumerate(r for r in clause.refs if r.type == "Company"):
            yield Sum(clause, row[order], clause.ref_at(row[order]), last.relation, last.metric, row[0], order, len(row), owner=ref)
        return
    if found is None and (ranked := _ranked(clause, row[0], before)) is not None:
        yield from _paid(clause, row, ranked)
        return
    if found is None:
        found, within = _metric_before(clause, row, before), before
    if found is None and cues()["got_bare"].search(clause.text[: row[0]]) and told_of is not None:
        found, within = ("raises_amount", told_of, row[0]), None
    if found is None:
        paid = given(clause, row[0])
        if paid is not None:
            yield from _paid(clause, row, paid)
        return
    relation, metric, start = found
    for order, at in enumerate(row):
        less = _MINUS.search(clause.text, 0, at) is not None
        what = metric.replace("利润", "亏损").replace("盈利", "亏损") if less and relation == "earns_amount" else metric
        yield Sum(clause, at, clause.ref_at(at), relation, what, start, order, len(row), within)
    m = cues()["of_round"].match(clause.text[row[-1] + 1 :])
    if relation == "invests_amount" and m is not None and cues()["backed"].search(clause.text[: row[0]]) and "后者" not in clause.text:
        yield Sum(clause, row[0], clause.ref_at(row[0]), "raises_amount", m["metric"], row[-1], 0, 1)  # 完成由甲投资的2亿元A轮融资


def _next_in_list(clause: Clause, row: list[int], last: Sum) -> Ref | None:
    """Who has the like of the sum before the semicolon: 甲公司产值6亿元，增长5%；乙公司3亿元，增长2%."""
    text = clause.text
    whole = clause.first and len(row) == 1 and row[0] == len(text) - 1 and last.relation == "earns_amount"
    before = last.clause.sentence
    listed = before.text.endswith("；") and before.paragraph == clause.sentence.paragraph and clause.sentence.start - before.end <= 1
    if not (whole and listed) or cues()["next_in_list"].match(text[: row[0]]) is None or (last.owner is None and not last.clause.own):
        return None
    head, kin = clause.refs[0], [r for r in last.clause.refs if r.start < last.ref.start and r.type in ("Company", "Place")]
    return head if len(kin) == 1 and kin[0].type == head.type else None


def _ranked(clause: Clause, at: int, before: Clause | None) -> Payment | None:
    """Whose sum it is by which a firm has its place in a ranking: 营收方面，甲公司以9亿元位居榜首."""
    m = cues()["ranked"].fullmatch(clause.text[:at])
    if m is None or before is None or before.sentence is not clause.sentence or cues()["in_rank"].match(clause.text[at + 1 :]) is None:
        return None
    what = cues()["by_what"].sub("", before.text)
    found = list(cues()["any"].finditer(what)) if what != before.text else []
    if not found or cues()["skip"].search(before.text):
        return None
    return Payment(next(r for r in RELATIONS if found[-1][r]), found[-1]["metric"], clause.ref_at(m.start("firm")))


def _each_of_next(clause: Clause, row: list[int], last: Sum) -> bool:
    """Whether the firms of the next sentence have the like of the sum before: 甲的营收达9亿元。乙和丙分别为3亿元和2亿元."""
    near = clause.sentence.paragraph == last.clause.sentence.paragraph and clause.start - last.clause.sentence.end <= 1
    firms = [r for r in clause.refs if r.type == "Company"]
    return (
        near
        and last.relation == "earns_amount"
        and len(firms) == len(row) > 1
        and cues()["each_firm"].match(clause.text[: row[0]]) is not None
    )


def _other_side(clause: Clause, row: list[int]) -> Iterator[Sum]:
    """The firm on the other side of an investment: who gets it, or who makes it."""
    if len(row) > 1:
        for at, each in zip(row, put_into_each(clause, row), strict=False):
            yield from _paid(clause, [at], each)
        return
    for paid in (put_in(clause, row[0]), backer(clause, row[0])):
        if paid is not None and len(row) == 1:
            yield from _paid(clause, row, paid)


def _paid(clause: Clause, row: list[int], paid: Payment) -> Iterator[Sum]:
    for order, at in enumerate(row):
        told = (paid.relation, paid.metric, row[0], order, len(row))
        yield Sum(clause, at, clause.ref_at(at), *told, owner=paid.owner, others=paid.others)


def _like(clause: Clause, row: list[int], last: Sum) -> Iterator[Sum]:
    for order, at in enumerate(row):
        yield Sum(clause, at, clause.ref_at(at), last.relation, last.metric, row[0], order, len(row), echo=True)


def _echoes(clause: Clause, at: int, last: Sum) -> bool:
    """Whether the sum is the one before it, at another time (比上年同期的2亿元) or after it changed (从2亿元升至3亿元), or paid before (加上已下达的2亿元)."""
    if cues()["stock"].search(last.clause.text[: last.at]):
        return False
    left = clause.text[last.at + 1 if last.clause is clause else 0 : at]
    if last.owner is not None and cues()["adds"].fullmatch(left):
        return True
    return cues()["compared"].fullmatch(left) is not None or (last.clause is clause and cues()["becomes"].fullmatch(left) is not None)


def _metric(clause: Clause, row: list[int]) -> tuple[str, str, int] | None:
    text, first, last = clause.text, row[0], row[-1]
    left = text[:first]
    tail = left[-8:] + text[last + 1 : last + 5].split("，")[0]
    if cues()["skip"].search(tail.replace("奖金", "") if cues()["prize_of_firm"].search(left) else tail):
        return None
    if (grant := cues()["grant"].search(left)) is not None:  # 新增设备投资奖5.4万元: the head of a grant says what it is
        metric = re.sub(f".*(?:{cues()['gets'].pattern})", "", grant["metric"]) or grant["metric"]
        return "raises_amount", metric, grant.end("metric") - len(metric)
    for name in ("before", "after", "loose"):
        m = cues()[name].search(text[last + 1 : last + 1 + _AFTER] if name == "after" else left)
        if m is not None and m["metric"] == "收益" and (name != "before" or cues()["no_income"].search(left[: m.start()])):
            continue
        if m is not None:
            relation = next(r for r in RELATIONS if m[r])
            comes_in = cues()["comes_in"].search(left) if name == "after" else cues()["attracts"].search(left[: m.start()])
            if m["metric"].endswith(("投资", "增资", "注资")) and comes_in:
                relation = "raises_amount"  # 获甲公司2亿元投资, 吸引社会投资2亿元
            return relation, m["metric"], last if name == "after" else m.start("metric")
    return None


def _metric_then(clause: Clause, at: int) -> tuple[str, str, int] | None:
    """净利润从上年同期的2亿元升至3亿元: the metric and a time that is compared."""
    left = clause.text[:at]
    found = list(cues()["any"].finditer(left))
    if not found or cues()["compared"].fullmatch(left[found[-1].end() :]) is None:
        return None
    return next(r for r in RELATIONS if found[-1][r]), found[-1]["metric"], found[-1].start()


def _metric_before(clause: Clause, row: list[int], before: Clause | None) -> tuple[str, str, int] | None:
    if before is None or before.sentence is not clause.sentence or not cues()["goes_on"].fullmatch(clause.text[: row[0]]):
        return None
    found = [m for m in cues()["any"].finditer(before.text) if not _SHARE_OF.search(before.text, 0, m.start())]
    if not found or cues()["skip"].search(clause.text[: row[0]] + before.text):
        return None
    net = "净额" in clause.text[: row[0]]  # 募集资金总额37亿元，扣除费用后净额36亿元
    return next(r for r in RELATIONS if found[-1][r]), found[-1]["metric"].replace("总额", "净额" if net else "总额"), 0


def compared_on(told: Sequence[Clause], number: int) -> Clause | None:
    """The clause before, or the one before those that only compare: 营收同比增长5%，环比增长3%，达到2亿元."""
    at = number - 1
    while at > 0 and told[at].sentence is told[number].sentence is told[at - 1].sentence and cues()["comparison"].fullmatch(told[at].text):
        at -= 1
    return told[at] if at >= 0 else None


def status(one: Sum, before: Clause | None) -> Status:
    """How it is told; plans go on into a clause that names nobody (拟参股甲公司，以3亿元认购股份)."""
    if cues()["from"].search(one.clause.text[: one.at]):
        return "asserted"  # 产值将由去年的3亿元提高到…
    if cues()["later"].search(one.clause.text[: one.at]) or "预期" in one.clause.text[one.start : one.at]:
        return "planned"
    told = status_of(one.clause.text, one.start, one.at + 1)
    if told == "planned" and cues()["tried_for"].search(one.clause.text[: one.at]) and cues()["gone_by"].search(sentence_before(one)):
        left = cues()["tried_for"].sub("", one.clause.text[: one.at])
        told = status_of(left, min(one.start, len(left)), len(left))  # 去年争取资金25万元
    if told == "asserted" and one.relation == "earns_amount" and _hoped(one):
        return "planned"
    if before is not None and told == "asserted" and not one.echo and not one.clause.own and before.sentence is one.clause.sentence:
        return "planned" if "拟" in before.text and carries(before.text, one.clause.text) else told
    return "asserted" if told == "former" else told


def _hoped(one: Sum) -> bool:
    """Whether the sentence told before of what is to come, and since then of nothing that is: 达产后，年销售15亿元，税收9亿元."""
    before = sentence_before(one)
    hopes = list(cues()["hopes"].finditer(before))
    return (
        bool(hopes) and one.clause.sentence.start + hopes[-1].start() < one.clause.start and _only_goes_on(one, before[hopes[-1].end() :])
    )


def _only_goes_on(one: Sum, since: str) -> bool:
    at = one.ref.start - len(since)
    others = any(at <= r.start < one.ref.start and r.type in ("Company", "Place", "Date", "Project") for r in one.clause.sentence.refs)
    return not others and cues()["done"].search(since) is None


def period(one: Sum) -> str:
    """The period that stands last before the sum, or in the same place of a row of periods."""
    clause = one.clause
    before = [r for r in clause.sentence.refs if r.type == "Date" and r.start < one.ref.start and r.data.get("value")]
    before = [r for r in before if not heard_on(clause.sentence, r)]
    if not before or (one.echo and not any(r.start >= clause.start for r in before)):
        return ""
    if _LATELY.search(clause.sentence.text[before[-1].end - clause.sentence.start : one.ref.start - clause.sentence.start]):
        return ""  # 由2003年的3亿元增长到去年的5亿元
    here = [r for r in before if r.start >= clause.start]
    if not here and cues()["year_before"].search(clause.text, 0, one.at):
        return ""  # 今年上半年净利润5亿元，去年同期公司净利润2亿元
    row = here if len(here) == one.row > 1 else before if len(before) == one.row > 1 else []
    told = str((row[one.order] if row else before[-1]).data["value"])
    if one.relation == "invests_amount" and cues()["whole"].search(one.metric) and _DAY.search(told):
        return ""  # the day of an opening
    if _DAY.search(told) and one.metric.startswith(("计划", "拟", "预计")):
        return ""  # the day on which it was told
    if not here and "全年" in clause.text[: one.at] and not _YEAR.fullmatch(told):
        return ""  # 前7个月产值3亿元，全年有望突破5亿元
    if not here and not row and cues()["to_come"].search(clause.text[: one.at]):
        return ""  # 8月完工，达产后年产值可达3亿元
    years = _YEARS.fullmatch(told)
    if years is not None and one.row > 1 and int(years[2]) - int(years[1]) + 1 == one.row:
        return str(int(years[1]) + one.order)  # 2020年至2022年营收分别为…
    return told


def named(one: Sum, types: tuple[str, ...]) -> list[tuple[int, Ref]]:
    """The mentions of these types before the metric, with their places; not those that a preposition leads (与甲签下…)."""
    text = one.clause.text
    signs = [(m.start(), r) for m, r in zip(SIGN.finditer(text), one.clause.refs, strict=True)]
    led = {i for i, _ in signs if cues()["led"].search(text[:i])}
    for (i, one_before), (j, ref) in pairwise(signs):
        if i in led and one_before.type == ref.type and _JOINS.fullmatch(text[i + 1 : j]):
            led.add(j)  # 向甲、乙投资: neither acts
    found = [(i, r) for i, r in signs if i < one.start and r.type in types and i not in led]
    return [
        (i, r)
        for i, r in found
        if not (r.type == "Project" and cues()["kinds"].search(r.text))
        and not (r.type == "Place" and cues()["standard"].match(text[i + 1 :]))
    ]


def goes_on(one: Sum) -> bool:
    """Whether nothing but times and adverbs stands before the metric, or 公司: else somebody else is spoken of, whom nobody recognised."""
    before = cues()["segment"].sub("", SIGN.sub("", one.clause.text[: one.start]).strip())
    sentence = sentence_before(one)
    if cues()["by_parts"].search(sentence) and len(before) <= _PART and one.relation == "earns_amount":
        return True
    if cues()["others"].search(before) or cues()["many"].search(sentence):
        return False
    if cues()["parts"].search(sentence) and not cues()["segments"].search(sentence):
        return False
    return cues()["opens"].fullmatch(before) is not None or cues()["nameless"].search(before) is not None


def sentence_before(one: Sum) -> str:
    sentence = one.clause.sentence
    return sentence.text[: max(one.ref.start - sentence.start, 0)]


def last_row(text: str, refs: list[tuple[int, Ref]]) -> list[tuple[int, Ref]]:
    """The last mention with those that stand in one row with it."""
    row = refs[-1:]
    for i, ref in reversed(refs[:-1]):
        if not _JOINS.fullmatch(text[i + 1 : row[0][0]]):
            break
        row.insert(0, (i, ref))
    return row


def first_row(text: str, refs: list[tuple[int, Ref]]) -> list[tuple[int, Ref]]:
    """The first mention with those that stand in one row with it."""
    row = refs[:1]
    for i, ref in refs[1:]:
        if not _JOINS.fullmatch(text[row[-1][0] + 1 : i]):
            break
        row.append((i, ref))
    return row
