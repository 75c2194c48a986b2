"""What each sum of money is: turnover of a firm, investment in a project, a loan that somebody got.

A sum is read with its metric, the word that says what it is (营收, 总投资, 授信); a row of sums shares one. Whose sum it is follows from the metric:
a total investment is a project's, turnover a firm's, a loan belongs to the one who gets it. Sums of unnamed many (21个项目) are nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.relations.bracketed import converted
from kg.relations.breakdown import parts_of_totals
from kg.relations.clauses import Clause, clauses
from kg.relations.districts import reported
from kg.relations.doubts import judged
from kg.relations.grants import granted, meant
from kg.relations.items import items
from kg.relations.lenders import finances
from kg.relations.listed import listed
from kg.relations.payments import awarded, given, honours
from kg.relations.receivers import receivers
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.shares import shared
from kg.relations.signs import SIGNS, words
from kg.relations.speech import Speech, speech_at
from kg.relations.sum_times import period, status
from kg.relations.sum_words import cues
from kg.relations.sums import Sum, compared_on, goes_on, last_row, named, sentence_before, sums
from kg.relations.topics import accounts, employer, topics
from kg.relations.works_of_sums import beyond, builder_of, places, work_before, work_behind, work_of_item

_FIRMS = ("Company",)
_OWNERS = {
    "earns_amount": ("Company", "Project", "Place"),
    "invests_amount": ("Company", "Project", "PublicBody"),
    "raises_amount": ("Company", "Project"),
}


def propose(scene: Scene) -> Iterator[Draft]:
    """Statements about sums of money."""
    if not any(r.type == "Amount" for sentence in scene.sentences for r in sentence.refs):
        return
    told = items(clauses(scene, spoken=True))
    about = list(topics(scene, told))
    reports = list(accounts(told))
    paragraph, told_of = -1, None
    last: Sum | None = None
    drafts: list[Draft] = []  # of the last sum
    raised: list[Draft] = []
    parts = list(parts_of_totals(scene, told))
    dealt = {(draft.start, draft.object) for draft in parts if draft.relation == "raises_amount"}
    for number, clause in enumerate(told):
        if clause.sentence.paragraph != paragraph:
            paragraph, told_of = clause.sentence.paragraph, None
        if SIGNS["Amount"] not in clause.text:
            continue
        speech = speech_at(scene, clause.start)
        clause = clause if speech is None else _in_words_of(clause, speech)
        for one in sums(clause, compared_on(told, number), told_of, last):
            told_of = one.metric if one.relation == "raises_amount" else told_of
            if one.ref.entity is None:
                continue
            if one.relation == "raises_amount" and (clause.sentence.start, one.ref.entity) in dealt:
                continue  # of the project, whoever else the sentence names
            lately = speech is None and (one.relation == "earns_amount" or _running(one))
            topic = _lately(told, number, about[number]) if lately else about[number]
            topic = _same(clause, last, drafts) or topic
            relation, metric = one.relation, one.metric
            had: list[tuple[str, str, float]]
            if one.echo:
                had = [(draft.subject, "then", min(draft.confidence, 0.85)) for draft in judged(scene, drafts)]
            else:
                had = list(_owners(one, told, number, topic))
            if not had and one.owner is None and (_arrives(one) if relation == "raises_amount" else _speaks_of_it(one, told, number)):
                firm = meant(scene, told, number, one.ref.start)
                had = [(firm.entity or "", "meant", 0.8)] if firm is not None and firm.type == "Company" else []
            if not had and last is not None and last.clause is clause and relation == last.relation == "earns_amount" and not one.echo:
                joined = cues()["joined"].fullmatch(clause.text[last.at + 1 : one.start]) is not None
                had = [(draft.subject, "row", min(draft.confidence, 0.75)) for draft in judged(scene, drafts)] if joined else []
            if not had and relation == "raises_amount" and (paid := given(clause, one.at)) is not None and paid.owner is not None:
                relation, metric = paid.relation, paid.metric
                had = [(owner.entity or "", "paid", 0.8) for owner in (paid.owner, *paid.others)]
            if not had and one.owner is None and relation == "earns_amount" and not one.echo and not topic and goes_on(one):
                had = [(entity, "accounts", 0.75) for entity, rule, _ in _owners(one, told, number, reports[number]) if rule == "topic"]
            if not had and one.owner is None and relation == "earns_amount" and not one.echo and (place := reported(one, told, number)):
                had = [(place.entity or "", "reported", 0.75)]
            last, how = one, status(one, told[number - 1] if number else None)
            said = {"metric": metric, "period": period(one)}
            start, end = clause.sentence.start, clause.sentence.end
            drafts = [
                Draft(owner, relation, one.ref.entity, start, end, f"{relation}:{rule}", confidence, how, None, said)
                for owner, rule, confidence in had
                if owner
            ]
            raised += [draft for draft in drafts if relation == "raises_amount"]
            yield from drafts
            yield from converted(scene, one.ref, drafts)
            if any(rule == "awarded" for _, rule, _ in had):
                yield from _honoured(clause, told[number - 1], one.ref, drafts)
    yield from granted(scene, told, raised)
    yield from shared(scene, told)
    yield from listed(scene)
    yield from parts


def _honoured(clause: Clause, before: Clause, at: Ref, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """That the body which honours firms gives them what comes with it: 市政府授予甲“质量奖”，奖励20万元."""
    by = honours(before)
    if by is None or by.entity is None:
        return
    for draft in drafts:
        amount = {"amount": at.text}
        start, end = clause.sentence.start, clause.sentence.end
        yield Draft(by.entity, "funded", draft.subject, start, end, "funded:awarded", 0.75, draft.status, None, amount)


def _in_words_of(clause: Clause, speech: Speech) -> Clause:
    """The clause of a speech without a subject that comes from before it: what the speaker does not name is his own firm's."""
    if clause.own or not clause.subjects or any(ref.start >= speech.start for ref in clause.subjects):
        return clause
    return replace(clause, subjects=(speech.subject(clause.start),))


def _speaks_of_it(one: Sum, told: Sequence[Clause], number: int) -> bool:
    """Whether the clause, or the one before whose subject it has, says 公司 or 该企业 and no name."""
    if cues()["many"].search(sentence_before(one)) or any(r.type == "Company" for r in one.clause.refs if r.start < one.ref.start):
        return False
    if (m := cues()["it"].match(one.clause.text[: one.at])) is not None:
        return cues()["others"].search(one.clause.text[m.end() : one.at]) is None
    before = told[number - 1] if number and told[number - 1].sentence is one.clause.sentence else None
    if before is None or one.clause.own or before.refs or cues()["others"].search(one.clause.text[: one.at]):
        return False
    return cues()["it"].match(before.text) is not None


def _arrives(one: Sum) -> bool:
    """Whether a sum comes in at the firm that is spoken of: 公司从甲银行拿到180万元, 500万元贷款已到账."""
    text = one.clause.text
    got = cues()["gets"].search(text[: one.at]) is not None and cues()["it"].match(text[: one.at]) is not None
    return got or cues()["arrives"].match(text[one.at + 1 :]) is not None


def _same(clause: Clause, last: Sum | None, drafts: Sequence[Draft]) -> tuple[Ref, ...]:
    """The firm or place that had the sum before, in the same sentence, when no other was named since."""
    if last is None or last.clause.sentence is not clause.sentence or len({draft.subject for draft in drafts}) != 1:
        return ()
    owners = [r for r in clause.sentence.refs if r.entity == drafts[0].subject and r.type in _OWNERS["earns_amount"]][-1:]
    kinds = _OWNERS["earns_amount"] if owners and owners[0].type == "Place" else _FIRMS
    named_since = [r for r in clause.sentence.refs if last.ref.end <= r.start < clause.end and r.type in kinds]
    text, start = clause.sentence.text, clause.sentence.start
    work = bool(owners) and owners[0].type == "Project"
    since = any(not (work and cues()["its_builder"].search(text[: r.start - start])) for r in named_since)
    return () if since else tuple(owners)


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
    if one.owner is not None:
        yield from ((owner.entity, "paid", 0.85) for owner in (one.owner, *one.others) if owner.entity is not None)
        return
    behind = work_behind(one, told, number)
    if one.relation == "raises_amount" and one.within is not None and cues()["goes_to"].match(text[one.at + 1 :]):
        return  # 募资8亿元，其中5亿元用于甲项目: what is spent of it
    if one.relation == "raises_amount":
        yield from _getters(one, _before(told, number), topic, behind)
        return
    if (said := _by_words(one)) is not None:
        yield said
        return
    whole = cues()["whole"].search(one.metric) is not None
    invests = one.relation == "invests_amount"
    after = cues()["more_of_it"].sub("", beyond(one, told, number)[0], count=1)
    of_next = invests and (behind is not None or any(cues()[name].match(after) for name in ("thing_after", "work_after")))
    if invests and behind is not None:
        yield behind, "behind", 0.9
    if of_next and (whole or cues()["row_of_works"].search(text[: one.start])):
        return  # 总投资3亿元的…: of what follows, whatever was told before
    into = cues()["into_firm"].search(text[: one.at]) is not None
    item = work_of_item(one, told, number) if invests and not of_next and one.metric.endswith("投资") else None
    if invests and not of_next and not into and (whole or item is not None or (one.metric.endswith("投资") and not _firm(one))):
        project = item or work_before(one, told, number)
        if project is not None:
            yield project, "project", 0.9
            return
    if invests and one.metric.startswith("签约"):
        return  # what a firm or place has signed for in all is what others pay
    of_firm = cues()["of_firm"].search(sentence_before(one)) is not None or _tells_of_firm(one, told, number)
    if whole and invests and not named(one, _FIRMS) and one.metric != "投资额" and not of_firm:
        builder = builder_of(one, told, number)  # of a project that nobody recognised
        if builder is not None:
            yield builder, "builder", 0.75
        return
    if (
        not invests
        and cues()["to_come"].search(told[number - 1].text + text[: one.at] if number else text[: one.at])
        and not named(one, _FIRMS)
        and cues()["of_all"].search(text[: one.start]) is None  # 昀岭民宿建成，全镇旅游收入有望突破3亿元
    ):
        project = work_before(one, told, number, far=True)
        if project is not None:
            yield project, "to-come", 0.85
            return
    if not invests and (m := cues()["firm_after"].match(text[one.at + 1 :])) is not None:
        owner = one.clause.ref_at(one.at + m.end()).entity
        if owner is not None:
            yield owner, "behind", 0.85  # 年产值3亿元的甲公司
        return
    if not invests and one.start < one.at and cues()["thing_after"].match(text[one.at + 1 :]):
        return  # 年销售额达3亿元的新药: of what follows
    if not cues()["many"].search(text[: one.at]):
        yield from _subjects(one, topic, of_next=of_next)


def _before(told: Sequence[Clause], number: int) -> list[Clause]:
    """The clause before, and the one before that where it only gives figures: 甲、乙分列二、三位，|纳税额分别为2亿元、1亿元，|各奖励…."""
    found = told[max(number - 1, 0) : number]
    if found and number > 1 and found[0].refs and all(r.type == "Amount" for r in found[0].refs):
        found = [*found, told[number - 2]]
    return [clause for clause in found if clause.sentence is told[number].sentence]


def _getters(one: Sum, before: Sequence[Clause], topic: tuple[Ref, ...], behind: str | None) -> Owners:
    """Who gets the money: whoever stands behind it, is honoured by it, borrows it, or is given it."""
    if behind is not None:
        yield behind, "behind", 0.85
    elif each := _each_before(one, next(iter(before), None)):
        yield each, "each", 0.85
    elif honoured := next((firms for clause in before if (firms := awarded(one.clause, clause, one.at))), []):
        yield from ((r.entity, "awarded", 0.85) for r in honoured if r.entity is not None)
    elif borrowing := _borrowing(one):
        yield from ((r.entity, "borrowed", 0.85) for r in borrowing if r.entity is not None)
    else:
        yield from receivers(one if one.within is None else replace(one, clause=one.within, at=len(one.within.text)), topic)


def _each_before(one: Sum, before: Clause | None) -> str | None:
    """Whose of a row it is, where the clause before names as many: 甲银行与乙、丙签订授信协议，额度分别为3亿元和2亿元."""
    if before is None or before.sentence is not one.clause.sentence or one.row == 1 or named(one, _FIRMS):
        return None
    if "分别" not in one.clause.text[: one.at]:
        return None
    signs = [(i, r) for i, r in places(before) if r.type in ("Company", "Project") and not finances(r)]
    row = last_row(before.text, signs)
    return row[one.order][1].entity if len(row) == len(signs) == one.row else None


def _tells_of_firm(one: Sum, told: Sequence[Clause], number: int) -> bool:
    """Whether the sentence is about a firm itself and no work of it: 甲公司成立于2017年，总投资2000万元."""
    sentence = one.clause.sentence
    first = next(clause for clause in told[: number + 1] if clause.sentence is sentence)
    works = "项目" in sentence_before(one) or any(r.type == "Project" for r in sentence.refs)
    return not works and cues()["firm_is"].match(first.text) is not None


def _firm(one: Sum) -> bool:
    """Whether a firm acts in the clause itself."""
    return bool(named(one, ("Company",))) or any(r.type == "Company" for r in one.clause.subjects)


def _subjects(one: Sum, topic: tuple[Ref, ...], *, of_next: bool) -> Owners:
    """Who acts in the clause; where the sum is that of a work behind it (`of_next`), those who put it there: firms before bodies, no project."""
    types = _OWNERS[one.relation] if one.metric in _cues_spending() else tuple(t for t in _OWNERS[one.relation] if t != "PublicBody")
    public = cues()["public"].search(one.metric) is not None
    types = ("Place",) if public else tuple(t for t in types if t != "Project") if of_next else types
    text = one.clause.text
    plainly = one.relation == "earns_amount" and cues()["gains"].search(one.metric) is not None  # 卖了: people do that too
    if plainly:
        types = ("Company",)
        if cues()["gained_by"].search(text[: one.start]):
            return
    many = cues()["many"].search(sentence_before(one)) is not None
    before = [(i, r) for i, r in named(one, types) if not (many and r.anaphor and r.type == "Project")]
    if _of_others(one, before):
        return
    chosen: list[Ref] = []
    rule, confidence = "named", 0.9
    if not before and cues()["latter"].match(text) and not any(r.anaphor for r in one.clause.refs):
        earlier = [r for r in one.clause.sentence.refs if r.end <= one.clause.start and r.type in ("Company", "Organization", "Place")]
        chosen, rule = [r for r in earlier[-1:] if r.type == "Company"], "latter"
        if not chosen or cues()["newcomer"].search(sentence_before(one)[earlier[-1].end - one.clause.sentence.start :]):
            return
    if before:
        firms = [(i, r) for i, r in before if r.type != "Place"]
        chosen = [r for _, r in last_row(text, firms or before)]
        if of_next and any(r.type == "Company" for r in chosen):
            chosen = [r for r in chosen if r.type == "Company"]  # 区政府与甲公司签订投资3亿元的乙项目
        if not firms and cues()["body_of_place"].search(text[before[-1][0] + 1 : one.start]):
            return
    if not chosen and (not one.clause.own or all(r.end <= one.clause.start for r in one.clause.subjects)):
        chosen, rule, confidence = (
            [r for r in one.clause.subjects if r.type in types and (r.type == "Place") is public and r.type != "PublicBody"],
            "carried",
            0.85,
        )
    if not chosen and one.clause.people and (firm := employer(one.clause)) is not None:
        chosen, rule, confidence = [firm], "employer", 0.8
    told_on = one.relation == "earns_amount" or _running(one)  # what is invested is told with its project or firm, or else of somebody new
    tells = told_on and goes_on(one)
    if not chosen and tells and not (plainly and cues()["nameless"].search(text[: one.start]) is None):
        chosen, rule, confidence = [r for r in topic if r.type in types], "topic", 0.75
        if len({r.entity for r in chosen}) > 1:
            return
    if "保费" in one.metric and cues()["insures_itself"].search(sentence_before(one)):
        return
    if one.relation == "earns_amount" and cues()["buys"].search(sentence_before(one)):
        return  # the sum of an order is not earned by who places it
    if one.row > 1 and len(chosen) == one.row:
        chosen = [chosen[one.order]]
    elif len(chosen) > 1 and (rule == "carried" or cues()["joint"].search(text[max(one.start - 4, 0) : one.at])):
        return  # 甲、乙和丙都已签约，收入达5亿元: of somebody else
    for ref in chosen:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


def _by_words(one: Sum) -> tuple[str, str, float] | None:
    """Whom the words around a sum name as its owner: 甲公司向乙公司下了3亿元订单, 总投资3亿元的乙公司新厂, 客商投资3亿元新办的乙公司."""
    text, at = one.clause.text, one.at
    if one.relation == "earns_amount":
        m, start = cues()["places"].search(text[:at]), 0
    elif one.relation == "invests_amount":
        m, start = (
            cues()["plant_after"].match(text[at + 1 :])
            or _of_item(one)
            or (None if _firm(one) else cues()["new_firm"].match(text[at + 1 :])),
            at + 1,
        )
    else:
        return None
    owner = one.clause.ref_at(start + m.start("to")).entity if m is not None else None
    return (owner, "named" if start == 0 else "behind", 0.85) if owner is not None else None


def _of_item(one: Sum) -> re.Match[str] | None:
    """The firm behind a sum in a list of works that are called by their firms: 投资3亿元的甲公司、投资2亿元的乙公司已经动工."""
    text = one.clause.text
    if cues()["items_before"].match(text[: one.start]):
        return cues()["next_item"].match(text[one.at + 1 :])
    return None if named(one, ("Company", "Person", "PublicBody")) else cues()["first_item"].match(text[one.at + 1 :])


def _borrowing(one: Sum) -> list[Ref]:
    """The firm that stands before 借款 or 贷款, or that the clause goes on with; lenders lend."""
    text = one.clause.text
    if cues()["borrows"].search(text[: one.at]) or not cues()["borrows_plainly"].search(text[: one.at]):
        return []
    firms = named(one, _FIRMS)
    own = [r for _, r in last_row(text, firms)] if firms else [] if one.clause.own else list(one.clause.subjects)
    return [r for r in own if r.type == "Company" and not finances(r)] if len(own) == 1 else []


def _running(one: Sum) -> bool:
    """Whether it is what a firm spends year by year, on no project."""
    return one.relation == "invests_amount" and cues()["running"].search(one.metric) is not None


def _of_others(one: Sum, before: Sequence[tuple[int, Ref]]) -> bool:
    """Whether the sum is that of somebody without a name: 甲公司的对手营收3亿元, 全国电机市场销售额3亿元, 国家投资3亿元, 100多个项目."""
    text = one.clause.text[: one.start]
    if any(r.type == "Project" and r.start < one.ref.start and cues()["kinds"].search(r.text) for r in one.clause.refs):
        return True
    if before:
        return cues()["another"].search(text[before[-1][0] + 1 :]) is not None
    return cues()["acts_else"].search(text) is not None or (one.relation == "invests_amount" and cues()["state"].search(text) is not None)


@cache
def _cues_spending() -> frozenset[str]:
    return frozenset(words("amounts")["spending"])
