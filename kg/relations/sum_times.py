"""When a sum of money is one, and whether it is one yet: its period (去年 of 去年营收5亿元) and its status (有望达到5亿元)."""

import re

from kg.relations.clauses import Clause
from kg.relations.lines import heard_on
from kg.relations.modality import carries, status_of
from kg.relations.sum_words import cues
from kg.relations.sums import Sum, sentence_before
from kg.types import Status

_DAY = re.compile("^(?:-|[0-9]{4})-(?:-|[0-9]{2}-)[0-9]{2}$")
_YEAR = re.compile("[0-9]{4}")
_YEARS = re.compile("([0-9]{4})/([0-9]{4})")
_LATELY = re.compile("[到至为](?:去年|今年|前年|上年|如今|现在|目前)(?:的|底|末)*(?:约|近|超)?$")


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
