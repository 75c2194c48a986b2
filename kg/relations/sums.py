"""Sums of money in a clause, each with the word that says what it is (营收, 总投资, 授信) and the relation that follows from it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.records import record
from kg.relations.clauses import Clause
from kg.relations.payments import Payment, backer, given, payment, put_in, put_into_each
from kg.relations.scene import Ref
from kg.relations.signs import SIGN, SIGNS
from kg.relations.sum_words import RELATIONS, cues

_AMOUNT = SIGNS["Amount"]
_ROW = re.compile(r"[、和与及，]|以及|(?:同比)?[^，]{0,2}增长[^，]{0,6}[、，]?")
_JOINS = re.compile("[、和与及]|以及")
_MINUS = re.compile("(?<![-－—])[-－—]$")
_SHARE_OF = re.compile("占[^，；]{0,4}$")  # 研发投入占营收的8%，达3亿元: no sum of 营收
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
    tail = cues()["tax_back"].sub("", left)[-8:] + text[last + 1 : last + 5].split("，")[0]
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
