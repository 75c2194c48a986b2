"""Who gets the money of a loan, a grant or a round: 向甲公司发放贷款3亿元, 甲公司获得补助, 甲公司完成融资."""

import re
from collections.abc import Iterator

from kg.relations.lenders import finances
from kg.relations.scene import Ref
from kg.relations.sum_words import cues
from kg.relations.sums import Sum, first_row, goes_on, last_row, named

_NEAR = 12  # characters behind a firm in which another verb says what it gets
_UNTOLD = re.compile("该平台|该网站|该公司|该企业|该项目")  # words for a firm of which nobody knows which one it is


def receivers(one: Sum, topic: tuple[Ref, ...]) -> Iterator[tuple[str, str, float]]:
    """Who gets the money: those it is given to, the subject that 获 it, or whom the passage is about when a body 安排 it."""
    text = one.clause.text
    if cues()["helped"].search(text[: one.at]):
        return
    if cues()["insured"].search(one.metric) and not cues()["insurance"].search(one.clause.sentence.text):
        return  # 向甲公司支付赔款: as a court told it to
    borrows = cues()["borrows"].search(text[: one.at])
    types = ("Company", "Project")
    if borrows is not None:
        who = [r for _, r in last_row(text, [(i, r) for i, r in named(one, types) if i < borrows.start()])]
        who = who or ([] if one.clause.own else [r for r in one.clause.subjects if r.type in types])
        yield from ((r.entity, "borrowed", 0.85) for r in who or (topic[-1:] if borrows[0][0] != "在" else ()) if r.entity is not None)
        return
    given = list(cues()["to"].finditer(text))
    if given:
        m = given[-1]
        if cues()["row_of_many"].match(text[m.end("to") :]):
            return  # 向甲、乙等6家企业发放贷款: the sum is that of all of them
        to = [r for r in one.clause.refs_in(*m.span("to")) if not finances(r)]
        to = [to[one.order]] if len(to) == one.row > 1 else to  # 向甲、乙兑现奖补120万元、80万元
        for ref in to:
            if ref.entity is not None:
                yield ref.entity, "given", 0.85
        if to or not cues()["signs"].search(text):
            return
    if cues()["to_topic"].search(text[: one.at]):
        for ref in _borrowers(one) if any(finances(r) for r in topic[-1:]) else topic[-1:]:
            if ref.entity is not None:
                yield ref.entity, "given-topic", 0.75
        return
    if cues()["many"].search(text[: one.at]):
        return
    before = [(i, r) for i, r in named(one, types) if not cues()["backs_next"].match(text[i + 1 :])]
    verb = next((m for m in cues()["gets"].finditer(text[: one.at]) if not _tells_which(text, m, before)), None)
    if verb is not None:
        source = cues()["from_row"].search(text[: verb.start()])
        before = [(i, r) for i, r in before if i < (source or verb).start()]  # 完成甲、乙等3亿美元的融资: those behind the verb give
    gets = verb is not None or cues()["relief_of_tax"].search(one.metric) is not None
    gets = gets or any(word in one.metric for word in ("融资", "募", "集资", "轮", "吸", "所得款项"))
    signed = [] if gets else [r for r in one.clause.subjects if r.type == "Company" and not finances(r)]
    if signed and cues()["signs"].search(text):
        row, rule, confidence = signed, "signed", 0.8
    elif gets:
        row = (
            [r for _, r in first_row(text, before)] if one.clause.own or not one.clause.subjects or cues()["surpassed"].search(text) else []
        )
        row = row or [r for r in one.clause.subjects if r.type in types] or [r for _, r in before[:1]]
        row = row or (
            list(topic[-1:]) if (goes_on(one) or "轮" in one.metric) and not _UNTOLD.search(text[: one.at]) else []
        )  # 挂牌企业融资额10亿元: of others
        row = [row[one.order]] if len(row) == one.row > 1 else row  # 甲和乙分别以6亿元和3亿元的融资额
        gathers = verb is not None or any(word in one.metric for word in ("募", "集资", "债", "吸"))
        row = [r for r in row if gathers or not finances(r)]  # a bank's own 融资 is what it lends
        rule, confidence = "got", 0.85
    elif cues()["to_others"].search(text[: one.at]):
        return
    else:
        bodies = [r for r in one.clause.subjects if r.type == "PublicBody"]
        lender = any(r.type == "Company" and finances(r) for r in one.clause.subjects)
        if lender and cues()["gives"].search(text[: one.at]):
            row = _borrowers(one) or list(topic[-1:])
            yield from ((r.entity, "lent", 0.75) for r in row if r.entity is not None and not finances(r))
            return
        own = not one.clause.refs or one.clause.refs[0].type == "Amount"  # 其中省级补助18亿元
        arranged = bool(bodies) and cues()["gives"].search(text[: one.at]) is not None
        row = [r for r in topic[-1:] if not finances(r)] if arranged or (own and any(r.type == "Project" for r in topic)) else []
        rule, confidence = "arranged", 0.75
    for ref in row:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


def _tells_which(text: str, verb: re.Match[str], before: list[tuple[int, Ref]]) -> bool:
    """Whether a verb only tells which fund or firm is meant: 结束发行的甲基金募集…, 年初获得乙投资的甲新获3亿元融资."""
    if not before or before[0][0] <= verb.end():
        return False
    if text.startswith("的", verb.end()):
        return True
    phrase = text[verb.end() : before[0][0]]
    return phrase.endswith("的") and "，" not in phrase and cues()["gets"].search(text, before[0][0], before[-1][0] + _NEAR) is not None


def _borrowers(one: Sum) -> list[Ref]:
    """The only firm before the sum in its sentence that is no bank."""
    found = {r.entity: r for r in one.clause.sentence.refs if r.type == "Company" and r.start < one.ref.start and not finances(r)}
    return list(found.values()) if len(found) == 1 else []
