"""Which work a sum of money is of: the project before it or behind it, of an item of a list, or who builds one that has no name."""

from collections.abc import Iterator, Sequence

from kg.relations.clauses import Clause
from kg.relations.lenders import finances
from kg.relations.phases import PHASE
from kg.relations.scene import Ref
from kg.relations.signs import SIGN, among
from kg.relations.sum_words import cues
from kg.relations.sums import Sum, last_row, named, sentence_before

_FIRMS = ("Company",)


def builder_of(one: Sum, told: Sequence[Clause], number: int) -> str | None:
    """Who builds a project that has no name: 该项目由甲公司投资建设，总投资2亿元."""
    sentence = one.clause.sentence
    text = "，".join(clause.text for clause in told[max(number - 3, 0) : number + 1] if clause.sentence is sentence)
    found = list(cues()["built_by"].finditer(text))
    firms = {r.entity for r in sentence.refs if r.type == "Company"}
    return firms.pop() if found and len(firms) == 1 and not any(r.type == "Project" for r in sentence.refs) else None


def work_of_item(one: Sum, told: Sequence[Clause], number: int) -> str | None:
    """The project before the sum where what stands there is no more than a firm with its project, as in a list: 甲公司乙项目，投资3亿元."""
    before = told[number - 1] if number else None
    if before is None or before.sentence is not one.clause.sentence or any(r.start < one.ref.start for r in one.clause.refs):
        return None
    return before.refs[-1].entity if cues()["item"].search(before.text) is not None else None


def work_behind(one: Sum, told: Sequence[Clause], number: int) -> str | None:
    """The project or fund that follows the sum: 总投资5亿元的甲项目; 投资5亿元，在乙区建设甲项目."""
    clause, behind = one.clause, one.clause.text[one.at + 1 :]
    if one.relation == "invests_amount" and (work := _with_more(one, told, number)) is not None:
        return work.entity
    if cues()["counted"].search(clause.text[: one.start]) or cues()["counted"].search(behind):
        return None
    if one.relation == "raises_amount" and cues()["gets"].search(clause.text[: one.at]) and not named(one, _FIRMS):
        m = cues()["got_by"].match(behind)
        if m is not None and not finances(ref := clause.ref_at(one.at + 1 + m.start("owner"))):
            return ref.entity  # 获得3亿元融资的甲公司
    for name in ("owner_after", "builds"):
        m = cues()[name].match(behind)
        if m is not None:
            ref = clause.ref_at(one.at + 1 + m.start("owner"))
            if cues()["kinds"].search(ref.text):
                return None  # 新建3栋厂房
            return ref.entity if ref.type == "Project" or one.relation == "raises_amount" else None
    follows = told[number + 1] if number + 1 < len(told) and told[number + 1].sentence is clause.sentence else None
    if follows is not None and follows.own and one.relation == "raises_amount" and _had_first(one, behind):
        return next((r.entity for r in follows.refs if r.type in ("Company", "Project") and not finances(r)), None)
    if one.metric.endswith("投资") and not behind and number + 1 < len(told) and told[number + 1].sentence is clause.sentence:
        m = cues()["builds"].match(told[number + 1].text) or cues()["measured"].match(told[number + 1].text)
        if PHASE.search(clause.text[: one.at]) or "分别" in told[number + 1].text:
            return None  # 该项目二期总投资3亿元，打造甲项目; 投资60亿元，分别建设了甲厂、乙厂
        own = any(
            r.type == "Project" for r in (*clause.subjects, *(r for r in clause.refs if r.start < one.ref.start))
        )  # 甲园总投资3亿元，建设乙车间
        if m is not None and not own and not cues()["kinds"].search((ref := told[number + 1].ref_at(m.start("owner"))).text):
            return ref.entity
    return None


def beyond(one: Sum, told: Sequence[Clause], number: int) -> tuple[str, tuple[Ref, ...]]:
    """What stands behind a sum, with its mentions; with the clause behind too where no project had the sum before it."""
    clause, behind = one.clause, one.clause.text[one.at + 1 :]
    refs = clause.refs_in(one.at + 1)
    follows = told[number + 1] if number + 1 < len(told) and told[number + 1].sentence is clause.sentence else None
    before = [r for r in clause.refs if r.start < one.ref.start] + list(() if clause.first else clause.subjects)
    if follows is None or any(r.type == "Project" for r in before):
        return behind, refs
    return f"{behind}，{follows.text}", (*refs, *follows.refs)


def _with_more(one: Sum, told: Sequence[Clause], number: int) -> Ref | None:
    """The project behind a sum and other figures of it: 投资5亿元、占地1500亩的甲电站; 总投资5亿元，年产8万吨的甲项目."""
    behind, refs = beyond(one, told, number)
    m = cues()["more_of_it"].match(behind)
    after = cues()["owner_after"].match(behind[m.end() :]) if m is not None else None
    if m is None or after is None or any(r.type == "Project" and r.start < one.ref.start for r in one.clause.refs):
        return None
    owner = among(behind, refs, m.end() + after.start("owner"), m.end() + after.end("owner"))[0]
    return owner if owner.type == "Project" else None


def _had_first(one: Sum, behind: str) -> bool:
    """Whether whoever acts behind the clause has got the sum: 在银行贷款的支持下，甲公司…; 拿到60万元补贴，甲公司…."""
    opens = one.clause.first and not one.clause.own and cues()["had_first"].match(one.clause.text) is not None
    return opens or cues()["with_help"].search(behind) is not None


def work_before(one: Sum, told: Sequence[Clause], number: int, *, far: bool = False) -> str | None:
    """The project that a total investment speaks of: in the clause, its subject, or the last one named in the sentence or in the one before."""
    many = cues()["many"].search(sentence_before(one)) is not None
    before = [(i, r) for i, r in named(one, ("Project",)) if not (many and r.anaphor) and not cues()["beside"].search(one.clause.text[:i])]
    if before and cues()["rest_of_row"].match(one.clause.text[before[-1][0] + 1 : one.start]):
        return None
    if before and one.row > 1 and len(row := last_row(one.clause.text, before)) > 1:  # 甲、乙项目分别投资3亿元和5亿元
        return row[one.order][1].entity if len(row) == one.row else None
    if before:
        return before[-1][1].entity
    if (whole := _of_parts(one, told, number)) is not None:
        return whole
    if many or named(one, _FIRMS):
        return None
    carried = [r for r in one.clause.subjects if r.type == "Project"]
    if carried:
        return carried[-1].entity
    sentence = one.clause.sentence
    if _of_own_item(one, told, number):
        return None
    for clause in reversed(told[:number]):
        if clause.sentence.paragraph != sentence.paragraph or (not far and sentence.start - clause.sentence.end > 1):
            break
        found = [r for i, r in places(clause) if r.type == "Project" and not cues()["beside"].search(clause.text[:i])]
        if found:
            return found[-1].entity
        if cues()["many"].search(clause.text):
            return None
    return None


def _of_own_item(one: Sum, told: Sequence[Clause], number: int) -> bool:
    """Whether it is of an item of a list that nobody recognised, and not of the project before: 甲项目，投资3亿元；乙灌区改造，投资2亿元."""
    before, sentence = told[number - 1] if number else None, one.clause.sentence
    if before is None or before.sentence is not sentence or not before.first or number < 2:
        return False
    listed = told[number - 2].sentence.text.rstrip().endswith("；") and "投资" in told[number - 2].sentence.text
    return listed and cues()["own_item"].search(before.text) is not None


def _of_parts(one: Sum, told: Sequence[Clause], number: int) -> str | None:
    """The project that the sentence says to consist of others: 甲项目包括乙工程、丙工程等3个子项，项目总投资5亿元."""
    for clause in told[:number]:
        m = cues()["consists"].search(clause.text) if clause.sentence is one.clause.sentence else None
        if m is not None:
            return clause.ref_at(m.start("whole")).entity
    return None


def places(clause: Clause) -> Iterator[tuple[int, Ref]]:
    """The mentions of a clause, with the places of their signs."""
    return ((m.start(), r) for m, r in zip(SIGN.finditer(clause.text), clause.refs, strict=True))
