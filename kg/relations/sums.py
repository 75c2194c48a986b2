"""Sums of money in a clause, each with the word that says what it is (营收, 总投资, 授信) and the relation that follows from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.relations.clauses import ANY, SIGN, SIGNS, Clause, alternatives, words
from kg.relations.modality import status_of
from kg.relations.scene import Ref
from kg.types import Status

RELATIONS = ("earns_amount", "invests_amount", "raises_amount")
_AMOUNT = SIGNS["Amount"]
_ROW = re.compile(r"[、和与及，]|以及|(?:同比)?[^，]{0,2}增长[^，]{0,6}[、，]?")
_AFTER = 12  # characters between a sum and the noun behind it (8亿元的意向性授信)


@dataclass(frozen=True, slots=True)
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


@cache
def cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")
    metrics = {relation: alternatives(names) for relation, names in data["metrics"].items()}
    named = "|".join(f"(?P<{relation}>{names})" for relation, names in metrics.items())
    named = rf"(?:{named})(?!{alternatives(data['compounds'])})"
    modifier = f"(?:{alternatives(data['modifiers'])})*"
    gap = rf"(?:额|总额|金额)?(?:{data['growth']}|{alternatives(data['between'])}|<Date>|\s)*".replace("<Date>", SIGNS["Date"])
    return {
        "before": re.compile(rf"(?P<metric>{modifier}(?:{named})){gap}$"),
        "loose": re.compile(
            rf"(?P<metric>{modifier}(?:{named}))(?:[^，；{ANY[1:-1]}]{{0,10}}|[^；{ANY[1:-1]}]{{0,16}}，(?:达|达到|高达|为))$"
        ),
        "after": re.compile(rf"^(?:的)?[^，；的{ANY[1:-1]}]{{0,4}}?(?P<metric>{modifier}(?:{named}))"),
        "any": re.compile(rf"(?P<metric>{modifier}(?:{named}))"),
        "goes_on": re.compile(
            rf"(?:其中|而|并|到|{SIGNS['Date']}|{SIGNS['Company']}一家|{SIGNS['Company']}独得|一家|就有|{alternatives(data['between'])}|{alternatives(data['later'])})*"
        ),
        "got_bare": re.compile(rf"{SIGNS['Company']}{alternatives(data['got_bare'])}$"),
        "to_topic": re.compile(rf"{alternatives(data['to'])}(?:该|这家)?(?:企业|公司|集团|其)"),
        "signs": re.compile(rf"(?:签订|签署|签下)[^，]{{0,6}}{_AMOUNT}[^，]{{0,12}}(?:贷款|授信|融资)"),
        "nameless": re.compile(f"(?<![上市母子牌份限分业])(?:{alternatives(data['nameless'])})"),
        "of_holders": re.compile(
            f"归属于?{alternatives(data['of_holders'])}|{alternatives(data['of_holders'])}(?:普通股)?(?:股东|所有者|持有人)"
        ),
        "opens": re.compile(rf"(?:{alternatives(data['opens'])}|[\d\s，,、—－–~·-])*"),
        "public": re.compile(alternatives(data["public"])),
        "buys": re.compile(alternatives(data["buys"])),
        "others": re.compile(alternatives(data["others"])),
        "parts": re.compile(rf"{alternatives(data['parts'])}(?:中|里)?(?:为|是|仍|表现|同比|增长|下降|下滑|贡献|业绩|，)"),
        "to_come": re.compile(alternatives(data["to_come"])),
        "owner_after": re.compile(rf"^的[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>[{SIGNS['Project']}{SIGNS['Company']}])"),
        "builds": re.compile(
            rf"^[^，；{ANY[1:-1]}]{{0,6}}(?:在{SIGNS['Place']}[^，；{ANY[1:-1]}]{{0,4}})?(?:建设|新建|兴建|打造|实施|扩建|用于)[^，；{ANY[1:-1]}]{{0,10}}(?P<owner>{SIGNS['Project']})"
        ),
        "gets": re.compile(alternatives(data["gets"])),
        "to": re.compile(
            rf"{alternatives(data['to'])}(?P<to>[{SIGNS['Company']}{SIGNS['Project']}](?:(?:[、和与及]|以及)[{SIGNS['Company']}{SIGNS['Project']}])*)"
        ),
        "led": re.compile(rf"(?<!{ANY})(?:{alternatives(data['led'])})$"),
        "gives": re.compile(alternatives(data["gives"])),
        "many": re.compile(data["many"]),
        "later": re.compile(alternatives(data["later"])),
        "skip": re.compile(alternatives(data["skip"])),
        "whole": re.compile(alternatives(data["whole"]) + "$"),
        "joint": re.compile("合计|共计|总计"),
        "comes_in": re.compile(
            rf"{alternatives(data['comes_in'])}(?:了|来自|由|{alternatives(data['between'])}|[{SIGNS['Company']}{SIGNS['Organization']}{SIGNS['Person']}、和])*"
            rf"(?:[^，；{ANY[1:-1]}]{{2,8}})?$"
        ),
        "with_help": re.compile(rf"{alternatives(data['with_help'])}，?$"),
    }


def sums(clause: Clause, before: Clause | None, told_of: str | None) -> Iterator[Sum]:
    """The sums of a clause whose metric is told there or, for 达5亿元 and 今年有望突破6亿元, in the clause before.

    `told_of` is what the paragraph has told of so far that somebody gets (奖补), for 其中甲公司独得820万元.
    """
    text = clause.text
    places = [m.start() for m in re.finditer(_AMOUNT, text)]
    row: list[int] = []
    for i, at in enumerate(places):
        joined = bool(row) and _ROW.fullmatch(text[places[i - 1] + 1 : at]) is not None
        row = [*row, at] if joined else [at]
        last = i + 1 == len(places) or _ROW.fullmatch(text[at + 1 : places[i + 1]]) is None
        if last:
            found = _metric(clause, row) or _metric_before(clause, row, before)
            if found is None and cues()["got_bare"].search(clause.text[: row[0]]) and told_of is not None:
                found = "raises_amount", told_of, row[0]
            if found is not None:
                relation, metric, start = found
                for order, position in enumerate(row):
                    yield Sum(clause, position, ref_at(clause, position), relation, metric, start, order, len(row))


def _metric(clause: Clause, row: list[int]) -> tuple[str, str, int] | None:
    text, first, last = clause.text, row[0], row[-1]
    left = text[:first]
    tail = left[-8:] + text[last + 1 : last + 5].split("，")[0]
    if cues()["skip"].search(tail):
        return None
    for name in ("before", "after", "loose"):
        m = cues()[name].search(text[last + 1 : last + 1 + _AFTER] if name == "after" else left)
        if m is not None:
            relation = next(r for r in RELATIONS if m[r])
            if name == "after" and m["metric"].endswith("投资") and cues()["comes_in"].search(left):
                relation = "raises_amount"  # 获甲公司2亿元投资
            return relation, m["metric"], last if name == "after" else m.start("metric")
    return None


def _metric_before(clause: Clause, row: list[int], before: Clause | None) -> tuple[str, str, int] | None:
    if before is None or before.sentence is not clause.sentence or not cues()["goes_on"].fullmatch(clause.text[: row[0]]):
        return None
    found = list(cues()["any"].finditer(before.text))
    if not found or cues()["skip"].search(clause.text[: row[0]] + before.text):
        return None
    return next(r for r in RELATIONS if found[-1][r]), found[-1]["metric"], 0


def ref_at(clause: Clause, position: int) -> Ref:
    return clause.refs[len(SIGN.findall(clause.text, 0, position))]


def status(one: Sum) -> Status:
    if cues()["later"].search(one.clause.text[: one.at]):
        return "planned"
    told = status_of(one.clause.text, one.start, one.at)
    return "asserted" if told == "former" else told


def period(one: Sum) -> str:
    """The period that stands last before the sum, or in the same place of a row of periods."""
    clause = one.clause
    before = [r for r in clause.sentence.refs if r.type == "Date" and r.start < one.ref.start and r.data.get("value")]
    if not before:
        return ""
    here = [r for r in before if r.start >= clause.start]
    row = here if len(here) == one.row > 1 else before if len(before) == one.row > 1 else []
    return str((row[one.order] if row else before[-1]).data["value"])
