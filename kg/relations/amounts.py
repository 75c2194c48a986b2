"""What each sum of money is: turnover of a firm, investment in a project, a loan that somebody got.

A sum is read with its metric, the word that says what it is (营收, 总投资, 授信); a row of sums shares one. Whose sum it is follows from the metric:
a total investment is a project's, turnover a firm's, a loan belongs to the one who gets it. Sums of unnamed many (21个项目) are nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.relations.clauses import SIGN, SIGNS, Clause, clauses, words
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.sums import Sum, cues, period, ref_at, status, sums
from kg.relations.topics import employer, topics

_FIRMS = ("Company",)
_OWNERS = {
    "earns_amount": ("Company", "Project", "Place"),
    "invests_amount": ("Company", "Project", "PublicBody"),
    "raises_amount": ("Company", "Project"),
}
_LENDERS = ("银行", "分行", "支行", "农商行", "信用社", "基金")


def propose(scene: Scene) -> Iterator[Draft]:
    """Statements about sums of money."""
    told = clauses(scene, spoken=True)
    if not any(SIGNS["Amount"] in clause.text for clause in told):
        return
    about = list(topics(scene, told))
    paragraph, told_of = -1, None
    for number, clause in enumerate(told):
        if clause.sentence.paragraph != paragraph:
            paragraph, told_of = clause.sentence.paragraph, None
        for one in sums(clause, told[number - 1] if number else None, told_of):
            told_of = one.metric if one.relation == "raises_amount" else told_of
            if one.ref.entity is None:
                continue
            topic = _lately(told, number, about[number]) if one.relation == "earns_amount" else about[number]
            for owner, rule, confidence in _owners(one, told, number, topic):
                yield Draft(
                    owner,
                    one.relation,
                    one.ref.entity,
                    clause.sentence.start,
                    clause.sentence.end,
                    f"{one.relation}:{rule}",
                    confidence,
                    status(one),
                    None,
                    {"metric": one.metric, "period": period(one)},
                )


def _lately(told: Sequence[Clause], number: int, topic: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """The topic, or nothing where its paragraph has named another firm since."""
    paragraph = told[number].sentence.paragraph
    for clause in reversed(told[:number]):
        if clause.sentence.paragraph != paragraph:
            break
        firms = [r for r in clause.refs if r.type == "Company"]
        if firms:
            return topic if firms[-1].entity in {r.entity for r in topic} or any(r.type == "Project" for r in topic) else ()
    return topic


Owners = Iterator[tuple[str, str, float]]


def _owners(one: Sum, told: Sequence[Clause], number: int, topic: tuple[Ref, ...]) -> Owners:
    """Whose sum it is, by which rule and how sure."""
    text = one.clause.text
    behind = _behind(one, told, number)
    if one.relation == "raises_amount":
        if behind is not None:
            yield behind, "behind", 0.85
        else:
            yield from _receivers(one, topic)
        return
    whole = cues()["whole"].search(one.metric) is not None
    invests = one.relation == "invests_amount"
    if invests and behind is not None:
        yield behind, "behind", 0.9
        if whole:
            return
    if invests and behind is None and (whole or (one.metric.endswith("投资") and not _firm(one))):
        project = _project_before(one, told, number)
        if project is not None:
            yield project, "project", 0.9
            return
    if (
        not invests
        and cues()["to_come"].search(told[number - 1].text + text[: one.at] if number else text[: one.at])
        and not _named(one, _FIRMS)
    ):
        project = _project_before(one, told, number, far=True)
        if project is not None:
            yield project, "to-come", 0.85
            return
    if not cues()["many"].search(text[: one.at]):
        yield from _subjects(one, topic)


def _firm(one: Sum) -> bool:
    """Whether a firm acts in the clause itself."""
    return bool(_named(one, ("Company",))) or any(r.type == "Company" for r in one.clause.subjects)


def _named(one: Sum, types: tuple[str, ...]) -> list[tuple[int, Ref]]:
    """The mentions of these types before the metric, with their places; not those that a preposition leads (与甲签下…)."""
    text = one.clause.text
    signs = [(m.start(), r) for m, r in zip(SIGN.finditer(text), one.clause.refs, strict=True)]
    return [(i, r) for i, r in signs if i < one.start and r.type in types and not cues()["led"].search(text[:i])]


def _subjects(one: Sum, topic: tuple[Ref, ...]) -> Owners:
    types = _OWNERS[one.relation] if one.metric in _cues_spending() else tuple(t for t in _OWNERS[one.relation] if t != "PublicBody")
    types = ("Place",) if cues()["public"].search(one.metric) else types
    text = one.clause.text
    named = _named(one, types)
    chosen: list[Ref] = []
    rule, confidence = "named", 0.9
    if named:
        firms = [(i, r) for i, r in named if r.type != "Place"]
        chosen = [r for _, r in _last_row(text, firms or named)]
    if not chosen and not one.clause.own:
        chosen, rule, confidence = [r for r in one.clause.subjects if r.type in types and r.type != "Place"], "carried", 0.85
    if not chosen and one.clause.people and (firm := employer(one.clause)) is not None:
        chosen, rule, confidence = [firm], "employer", 0.8
    if (
        not chosen and one.relation == "earns_amount" and _goes_on(one)
    ):  # what is invested is told with its project or firm, or else of somebody new
        chosen, rule, confidence = [r for r in topic if r.type in types], "topic", 0.75
    if one.relation == "earns_amount" and cues()["buys"].search(_sentence_before(one)):
        return  # the sum of an order is not earned by who places it
    if one.row > 1 and len(chosen) == one.row:
        chosen = [chosen[one.order]]
    elif len(chosen) > 1 and (rule == "carried" or cues()["joint"].search(text[max(one.start - 4, 0) : one.at])):
        return  # 甲、乙和丙都已签约，收入达5亿元: of somebody else
    for ref in chosen:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


def _goes_on(one: Sum) -> bool:
    """Whether nothing but times and adverbs stands before the metric, or 公司: else somebody else is spoken of, whom nobody recognised."""
    before = SIGN.sub("", one.clause.text[: one.start]).strip()
    sentence = _sentence_before(one)
    if cues()["others"].search(before) or cues()["many"].search(sentence) or cues()["parts"].search(sentence):
        return False
    return cues()["opens"].fullmatch(before) is not None or cues()["nameless"].search(before) is not None


def _sentence_before(one: Sum) -> str:
    sentence = one.clause.sentence
    return sentence.text[: max(one.ref.start - sentence.start, 0)]


@cache
def _cues_spending() -> frozenset[str]:
    return frozenset(words("amounts")["spending"])


def _last_row(text: str, named: list[tuple[int, Ref]]) -> list[tuple[int, Ref]]:
    """The last mention with those that stand in one row with it."""
    row = named[-1:]
    for i, ref in reversed(named[:-1]):
        if not re.fullmatch(r"[、和与及]|以及", text[i + 1 : row[0][0]]):
            break
        row.insert(0, (i, ref))
    return row


def _behind(one: Sum, told: Sequence[Clause], number: int) -> str | None:
    """The project or fund that follows the sum: 总投资5亿元的甲项目; 投资5亿元，在乙区建设甲项目."""
    clause, behind = one.clause, one.clause.text[one.at + 1 :]
    for name in ("owner_after", "builds"):
        m = cues()[name].match(behind)
        if m is not None:
            ref = ref_at(clause, one.at + 1 + m.start("owner"))
            return ref.entity if ref.type == "Project" or one.relation == "raises_amount" else None
    follows = told[number + 1] if number + 1 < len(told) and told[number + 1].sentence is clause.sentence else None
    if follows is not None and follows.own and one.relation == "raises_amount" and cues()["with_help"].search(behind):
        return next((r.entity for r in follows.refs if r.type in ("Company", "Project") and not _lends(r)), None)
    if one.metric.endswith("投资") and not behind and number + 1 < len(told) and told[number + 1].sentence is clause.sentence:
        m = cues()["builds"].match(told[number + 1].text)
        if m is not None:
            return ref_at(told[number + 1], m.start("owner")).entity
    return None


def _project_before(one: Sum, told: Sequence[Clause], number: int, *, far: bool = False) -> str | None:
    """The project that a total investment speaks of: in the clause, its subject, or the last one named in the sentence or in the one before."""
    named = _named(one, ("Project",))
    if named:
        return named[-1][1].entity
    if _named(one, _FIRMS) or cues()["many"].search(_sentence_before(one)):
        return None
    carried = [r for r in one.clause.subjects if r.type == "Project"]
    if carried:
        return carried[-1].entity
    sentence = one.clause.sentence
    for clause in reversed(told[:number]):
        if clause.sentence.paragraph != sentence.paragraph or (not far and sentence.start - clause.sentence.end > 1):
            break
        found = [r for r in clause.refs if r.type == "Project"]
        if found:
            return found[-1].entity
        if cues()["many"].search(clause.text):
            return None
    return None


def _receivers(one: Sum, topic: tuple[Ref, ...]) -> Owners:
    """Who gets the money: those it is given to, the subject that 获 it, or whom the passage is about when a body 安排 it."""
    text = one.clause.text
    given = list(cues()["to"].finditer(text))
    if given:
        m = given[-1]
        first = len(SIGN.findall(text, 0, m.start("to")))
        to = [r for r in one.clause.refs[first : first + len(SIGN.findall(m["to"]))] if not _lends(r)]
        for ref in to:
            if ref.entity is not None:
                yield ref.entity, "given", 0.85
        if to or not cues()["signs"].search(text):
            return
    if cues()["to_topic"].search(text[: one.at]):
        for ref in _borrowers(one) if any(_lends(r) for r in topic[-1:]) else topic[-1:]:
            if ref.entity is not None:
                yield ref.entity, "given-topic", 0.75
        return
    if cues()["many"].search(text[: one.at]):
        return
    types = ("Company", "Project")
    named = _named(one, types)
    verb = cues()["gets"].search(text[: one.at])
    if verb is not None:
        named = [(i, r) for i, r in named if i < verb.start()]  # 完成甲、乙等3亿美元的融资: those behind the verb give
    gets = verb is not None or any(word in one.metric for word in ("融资", "募", "轮"))
    signed = [] if gets else [r for r in one.clause.subjects if r.type == "Company" and not _lends(r)]
    if signed and cues()["signs"].search(text):
        row, rule, confidence = signed, "signed", 0.8
    elif gets:
        row = [r for _, r in _first_row(text, named)] if one.clause.own or not one.clause.subjects else []
        row = row or [r for r in one.clause.subjects if r.type in types] or [r for _, r in named[:1]]
        row = row or (list(topic[-1:]) if _goes_on(one) or "轮" in one.metric else [])  # 挂牌企业融资额10亿元: of others
        row = [r for r in row if verb is not None or not _lends(r)]  # a bank's own 融资 is what it lends
        rule, confidence = "got", 0.85
    else:
        bodies = [r for r in one.clause.subjects if r.type == "PublicBody"]
        lender = any(r.type == "Company" and _lends(r) for r in one.clause.subjects)
        if lender and cues()["gives"].search(text[: one.at]):
            row = _borrowers(one) or list(topic[-1:])
            yield from ((r.entity, "lent", 0.75) for r in row if r.entity is not None and not _lends(r))
            return
        own = not one.clause.refs or one.clause.refs[0].type == "Amount"  # 其中省级补助18亿元
        arranged = bool(bodies) and cues()["gives"].search(text[: one.at]) is not None
        row = list(topic[-1:]) if arranged or (own and any(r.type == "Project" for r in topic)) else []
        rule, confidence = "arranged", 0.75
    for ref in row:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


def _lends(ref: Ref) -> bool:
    return ref.text.removesuffix("（筹）").endswith(_LENDERS) or ref.text in ("后者", "该行")


def _borrowers(one: Sum) -> list[Ref]:
    """The only firm before the sum in its sentence that is no bank."""
    found = {r.entity: r for r in one.clause.sentence.refs if r.type == "Company" and r.start < one.ref.start and not _lends(r)}
    return list(found.values()) if len(found) == 1 else []


def _first_row(text: str, named: list[tuple[int, Ref]]) -> list[tuple[int, Ref]]:
    row = named[:1]
    for i, ref in named[1:]:
        if not re.fullmatch(r"[、和与及]|以及", text[row[-1][0] + 1 : i]):
            break
        row.append((i, ref))
    return row
