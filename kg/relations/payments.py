"""Sums whose payer or receiver the very words around them name: 以3亿元竞得, 以3亿元出售给甲公司, 财政部下达资金3亿元, 甲公司3亿元A轮融资."""

import re
from collections.abc import Sequence
from functools import cache

from kg.records import record
from kg.relations.clauses import Clause
from kg.relations.scene import Ref
from kg.relations.signs import ANY, SIGNS, alternatives, words

_COMPANY, _BODY = SIGNS["Company"], SIGNS["PublicBody"]
_ROW = rf"[{_COMPANY}{SIGNS['Organization']}](?:(?:[、和与及]|以及)[{_COMPANY}{SIGNS['Organization']}])*"
_EARLIER_SUMS = re.compile(f"(?:{SIGNS['Amount']}[、和])+$")
_PLAIN = f"[^，；：{ANY[1:-1]}]"


@record
class Payment:
    """What a sum is; `owner` is whose, where that is no subject of the clause."""

    relation: str
    metric: str
    owner: Ref | None = None
    others: tuple[Ref, ...] = ()  # who does it with the owner: 甲部会同乙部下达


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")["payments"]
    about = f"(?:{alternatives(data['about'])})*"
    of_theirs = f"(?:{alternatives(words('amounts')['of_theirs'])})*"
    buys, price, gives = (alternatives(data[key]) for key in ("buys", "price", "gives"))
    return {
        "at_price": re.compile(rf"{alternatives(data['at_price'])}{about}$"),
        "straight": re.compile(rf"(?:^|{_COMPANY})(?:{alternatives(data['straight'])})*{about}$"),
        "spends": re.compile(rf"{alternatives(data['spends'])}{about}$"),
        "on_works": re.compile(
            rf"^，?(?:(?!{alternatives(data['for_others'])}){_PLAIN}|{SIGNS['Place']}){{0,8}}?(?P<metric>{alternatives(data['on_works'])})(?!{alternatives(data['no_works'])})"
        ),
        "buys": re.compile(rf"^(?![/／]|每)(?:的)?(?:{price})?{_PLAIN}{{0,12}}?(?P<metric>{buys})(?!{alternatives(data['not_bought'])})"),
        "buys_it": re.compile(rf"^(?P<metric>{alternatives(data['buys_it'])}){_PLAIN}{{0,12}}[{_COMPANY}{SIGNS['Project']}]"),
        "sells": re.compile(
            rf"^(?:的)?(?:{price})?{_PLAIN}{{0,4}}?(?P<metric>{alternatives(data['sells'])})(?:给|予|与|至)了?{_PLAIN}{{0,10}}(?P<to>{_COMPANY})(?!的|旗下|下属)"
        ),
        "lends": re.compile(rf"^(?:的)?(?:{price}|资金)?(?P<metric>借给|出借给|拆借给)了?(?P<to>{_COMPANY})"),
        "paid_to": re.compile(
            rf"^(?:的)?(?:{_PLAIN}|{SIGNS['Date']}){{0,14}}?{alternatives(data['pays'])}(?:给|到|至|入|进)了?{SIGNS['Place']}?(?P<to>[{_COMPANY}{SIGNS['Project']}])(?!的?{_PLAIN}{{0,4}}(?:员工|职工|工人|农户|股东))"
        ),
        "no_help": re.compile(rf"{alternatives(data['no_help'])}|(?<!退)税款"),
        "refund": re.compile(rf"^(?:的)?(?P<metric>{_PLAIN}{{0,6}}?{alternatives(data['refunds'])})"),
        "honours": re.compile(
            rf"(?:(?P<by>{_BODY})(?:{_PLAIN}|{SIGNS['Date']}){{0,12}})?{alternatives(data['honours'])}了?(?P<to>{_ROW})"
            rf"|(?:(?P<by2>{_BODY}){_PLAIN}{{0,12}})?对(?P<to3>{_ROW})(?:等{_PLAIN}{{0,8}}|[两三四五六七八九十]家{_PLAIN}{{0,4}})?(?:进行|予以|给予)了?(?:通报|隆重|专门)?(?:表彰|嘉奖|奖励)"
            rf"|(?P<to2>{_ROW})(?:等{_PLAIN}{{0,8}}|[两三四五六七八九十]家{_PLAIN}{{0,4}})?(?:分别|共同|双双|成功)*{alternatives(data['honoured'])}"
        ),
        "prize": re.compile(rf"^(?:并)?(?:分别|各|均|每家|一次性|给予)*(?P<metric>{alternatives(data['prizes'])}){_PLAIN}{{0,6}}$"),
        "put_into": re.compile(rf"[对向]{_COMPANY}的$"),
        "relief": re.compile(alternatives(data["relief"])),
        "buyer": re.compile(rf"(?:被|由){_PLAIN}{{0,12}}(?P<by>{_COMPANY})(?:以|用|花)?{about}$"),
        "gives": re.compile(
            rf"(?P<by>{_BODY}(?:(?:日前|近日|已|{SIGNS['Date']})*(?:、|和|与|及|会同|联合){_BODY})*)(?:{SIGNS['Date']}|{_PLAIN}){{0,16}}?(?:{gives})(?P<what>(?:{_PLAIN}|{SIGNS['Date']}){{0,24}})$"
        ),
        "gives_on": re.compile(
            rf"(?:{SIGNS['Date']}|再次|已|并|共|合计|共计|累计|总计|联合|向地方|将于|按计划)*(?:{gives})(?!的)(?P<what>(?:{_PLAIN}|{SIGNS['Date']}){{0,24}})$"
        ),  # 发布通知，下达资金3亿元; not 通报，去年下拨的3亿元: who gave those is not said
        "fund": re.compile(rf"(?P<metric>[^，；：{ANY[1:-1]}了]{{0,24}}?(?:{alternatives(data['funds'])})){about}$"),
        "fund_after": re.compile(rf"^(?:的)?(?P<metric>{_PLAIN}{{0,16}}(?:{alternatives(data['funds'])}))"),
        "leads": re.compile(rf"(?<!由)(?P<by>{_COMPANY})(?:{SIGNS['Date']}|{_PLAIN}{{0,4}}?)(?P<metric>领投|跟投)了?{about}$"),
        "puts_in": re.compile(
            rf"(?:[对向给]{of_theirs}(?P<to>{_COMPANY})(?P<metric>投资|增资|注资|投了|战略投资)|(?P<metric2>参股|入股)(?P<to2>{_COMPANY}))了?{about}$"
        ),
        "puts_into_each": re.compile(
            rf"[对向给](?P<to>{_COMPANY}(?:(?:[、和与及]|以及){_COMPANY})+)分别(?P<metric>投资|增资|注资|投了)了?{about}$"
        ),
        "round": re.compile(r"^\s*的?\s*(?P<metric>[A-Za-z天使种子首战略股权前+-]{1,8}\s*[0-9+]?\s*轮?(?:股权)?融资)"),
        "bond": re.compile(
            rf"^(?:的)?(?P<metric>{_PLAIN}{{0,8}}?{alternatives(data['bonds'])})(?=[^，；]{{0,24}}(?:发行|获批|注册|簿记|上市))"
        ),
        "approved": re.compile(rf"(?:通过|批准|批复|核准|审批通过|审批)了?(?P<to>{_COMPANY})的?$"),
        "loan": re.compile(rf"^的?{_PLAIN}{{0,12}}?(?P<metric>{_PLAIN}{{0,4}}?(?:贷款|授信|贷))"),
        "backer": re.compile(
            rf"(?:获|获得|得到|收到|拿到|引进|引入|接受)了?(?:来自)?(?:{SIGNS['Place']}|{_PLAIN}){{0,8}}?(?P<by>{_COMPANY})的?$"
        ),
        "stake": re.compile(
            r"(?:的)?(?:[A-Za-z天使种子首战略股权前+-]{0,6}轮?)?(?:股权|战略|增资)?投资(?!者|方|机构|人)|(?:的)?(?:[A-Za-z+-]{1,6}|天使|种子|首)轮(?:股权)?融资"
        ),
        "fund_size": re.compile(rf"(?:^|(?P<by>{_COMPANY})的?)(?P<metric>(?:目标|首期)?总?规模){about}$"),
        "by": re.compile(rf"(?:由|获|获得|获得了|来自|得到|被|和|、)[^，；：的]{{0,12}}{_COMPANY}$"),
    }


def payment(clause: Clause, at: int) -> Payment | None:
    """What the words around the sum at `at` say, if they name who pays or gets it."""
    left, right = clause.text[:at], clause.text[at + 1 :]
    cues = _cues()
    if re.fullmatch(r"[\d.]+[^\d万亿千百]{1,3}", clause.ref_at(at).text):
        return None  # 以3.01元增持: the price of one share
    if cues["at_price"].search(left) or cues["straight"].search(left):
        m = cues["sells"].match(right)
        if m is not None:
            return Payment("invests_amount", m["metric"], clause.ref_at(at + 1 + m.start("to")))
    m = cues["leads"].search(left)
    if m is not None and re.match(r"[，。、]|$", right):
        return Payment("invests_amount", m["metric"], clause.ref_at(m.start("by")))
    m = cues["fund_size"].search(left)
    if m is not None and (fund_itself := _fund(clause, m)) is not None:
        return Payment("raises_amount", m["metric"], fund_itself)
    m = cues["lends"].match(right)
    if m is not None:
        return Payment("raises_amount", m["metric"], clause.ref_at(at + 1 + m.start("to")))
    m = cues["paid_to"].match(right)
    if m is not None and not cues["no_help"].search(clause.text):
        fund = cues["refund"].match(right) or cues["fund"].search(left) or cues["fund_after"].match(right)
        return Payment("raises_amount", fund["metric"].strip("的了") if fund is not None else "拨款", clause.ref_at(at + 1 + m.start("to")))
    m = cues["approved"].search(left)
    if m is not None and cues["loan"].match(right):
        return Payment("raises_amount", "贷款", clause.ref_at(m.start("to")))
    if cues["put_into"].search(left) and re.match(f"(?:的)?{_PLAIN}{{0,6}}?(?:投资|注资)", right):
        return Payment("raises_amount", "投资", clause.ref_at(at - 2))
    m = cues["on_works"].match(right) if cues["spends"].search(left) else None
    if m is not None:
        return Payment("invests_amount", m["metric"])
    m = cues["buys"].match(right) if cues["at_price"].search(left) else None
    if m is None and cues["straight"].search(left):
        m = cues["buys_it"].match(right)
    if m is not None:
        by = cues["buyer"].search(left) or cues["buyer"].search(re.sub(f"{cues['at_price'].pattern}", "", left))
        return Payment("invests_amount", m["metric"], clause.ref_at(by.start("by")) if by is not None else None)
    m = cues["round"].match(right) or cues["bond"].match(right)
    if m is not None and left.endswith(_COMPANY) and not cues["by"].search(left):
        return Payment("raises_amount", m["metric"], clause.ref_at(at - 1))
    return None


def _fund(clause: Clause, size: re.Match[str]) -> Ref | None:
    """The fund whose size is told: 甲基金总规模10亿元; 甲基金由乙局出资，总规模10亿元."""
    named = [clause.ref_at(size.start("by"))] if size["by"] else [] if clause.own else list(clause.subjects)
    return named[0] if len(named) == 1 and named[0].text.endswith("基金") else None


def put_in(clause: Clause, at: int) -> Payment | None:
    """Who gets what another puts in: 甲对乙投资3亿元, 甲参股乙3亿元."""
    m = _cues()["puts_in"].search(clause.text[:at])
    if m is None:
        return None
    to = clause.ref_at(m.start("to" if m["to"] else "to2"))
    itself = to.entity in {r.entity for r in clause.subjects}
    return None if itself else Payment("raises_amount", m["metric"] or m["metric2"], to)


def put_into_each(clause: Clause, row: Sequence[int]) -> list[Payment]:
    """Who gets which of a row of sums: 甲基金向乙、丙分别投资3亿元和2亿元."""
    m = _cues()["puts_into_each"].search(clause.text[: row[0]])
    to = [r for r in clause.refs_in(*m.span("to")) if r.type == "Company"] if m is not None else []
    return [Payment("raises_amount", m["metric"], ref) for ref in to] if m is not None and len(to) == len(row) else []


def backer(clause: Clause, at: int) -> Payment | None:
    """Who puts in what another gets: 甲获得乙3亿元战略投资."""
    m = _cues()["backer"].search(clause.text[:at])
    if m is None or _cues()["stake"].match(clause.text[at + 1 :]) is None:
        return None
    return Payment("invests_amount", "投资", clause.ref_at(m.start("by")))


def given(clause: Clause, at: int) -> Payment | None:
    """A body that gives money away, to nobody named in the clause: 财政部下达救灾资金3亿元."""
    m = _cues()["gives"].search(clause.text[:at])
    if _cues()["relief"].search(clause.text):
        return None
    if m is not None:
        by, what = [r for r in clause.refs_in(*m.span("by")) if r.type == "PublicBody"], m["what"]
    else:
        m = _cues()["gives_on"].match(clause.text[:at])
        by, what = [r for r in clause.subjects if r.type == "PublicBody"], m["what"] if m is not None else ""
    if m is None or not by:
        return None
    fund = _cues()["fund"].search(what) or _cues()["fund_after"].match(clause.text[at + 1 :])
    return Payment("invests_amount", fund["metric"].strip("的了"), by[0], tuple(by[1:])) if fund is not None else None


def awarded(clause: Clause, before: Clause | None, at: int) -> list[Ref]:
    """The firms that get a prize of so much, which the clause before honours: 授予甲、乙“质量奖”，各奖励20万元; 对甲、乙进行表彰，分别奖励50万元、30万元."""
    row = _EARLIER_SUMS.search(clause.text[:at])
    start = row.start() if row is not None else at
    if before is None or before.sentence is not clause.sentence or _cues()["prize"].match(clause.text[:start]) is None:
        return []
    honoured = _cues()["honours"].search(before.text)
    name = next((name for name in ("to", "to2", "to3") if honoured[name]), "") if honoured is not None else ""
    firms = [r for r in before.refs_in(*honoured.span(name)) if r.type == "Company"] if honoured is not None and name else []
    sums = [r for r in clause.refs if r.type == "Amount"]
    if len(sums) < 2:
        return firms
    return [firm for firm, each in zip(firms, sums, strict=True) if each is clause.ref_at(at)] if len(firms) == len(sums) else []


def honours(clause: Clause) -> Ref | None:
    """The body that honours somebody in the clause: 市政府授予甲“质量奖”."""
    m = _cues()["honours"].search(clause.text)
    by = next((name for name in ("by", "by2") if m[name]), None) if m is not None else None
    return clause.ref_at(m.start(by)) if m is not None and by is not None else None
