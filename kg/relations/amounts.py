"""What each sum of money is: turnover of a firm, investment in a project, a loan that somebody got.

A sum is read with its metric, the word that says what it is (营收, 总投资, 授信); a row of sums shares one. Whose sum it is follows from the metric:
a total investment is a project's, turnover a firm's, a loan belongs to the one who gets it. Sums of unnamed many (21个项目) are nobody's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.relations.clauses import ANY, SIGN, SIGNS, Clause, alternatives, clauses, words
from kg.relations.modality import status_of
from kg.relations.scene import Draft, Ref, Scene
from kg.types import Status

_FIRMS = ("Company",)
_OWNERS = {
    "earns_amount": ("Company", "Project", "Place"),
    "invests_amount": ("Company", "Project", "PublicBody"),
    "raises_amount": ("Company", "Project"),
}
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
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")
    metrics = {relation: alternatives(names) for relation, names in data["metrics"].items()}
    named = "|".join(f"(?P<{relation}>{names})" for relation, names in metrics.items())
    modifier = f"(?:{alternatives(data['modifiers'])})*"
    gap = rf"(?:额|总额|金额)?(?:{data['growth']}|{alternatives(data['between'])}|<Date>|\s)*".replace("<Date>", SIGNS["Date"])
    return {
        "before": re.compile(rf"(?P<metric>{modifier}(?:{named})){gap}$"),
        "loose": re.compile(
            rf"(?P<metric>{modifier}(?:{named}))(?:[^，；{ANY[1:-1]}]{{0,10}}|[^；{ANY[1:-1]}]{{0,16}}，(?:达|达到|高达|为))$"
        ),
        "after": re.compile(rf"^(?:的)?[^，；的{ANY[1:-1]}]{{0,4}}?(?P<metric>{modifier}(?:{named}))"),
        "any": re.compile(rf"(?P<metric>{modifier}(?:{named}))"),
        "goes_on": re.compile(rf"(?:其中|而|并|到|{SIGNS['Date']}|{alternatives(data['between'])}|{alternatives(data['later'])})*"),
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
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """Statements about sums of money."""
    told = clauses(scene, spoken=True)
    topics = list(_topics(told))
    for number, clause in enumerate(told):
        for one in _sums(clause, told[number - 1] if number else None):
            if one.ref.entity is None:
                continue
            for owner, rule, confidence in _owners(one, told, number, topics[number]):
                status = _status(one)
                yield Draft(
                    owner,
                    one.relation,
                    one.ref.entity,
                    clause.sentence.start,
                    clause.sentence.end,
                    f"{one.relation}:{rule}",
                    confidence,
                    status,
                    None,
                    {"metric": one.metric, "period": _period(one)},
                )


# --- metrics ----------------------------------------------------------------------------------------------------------------------------


def _sums(clause: Clause, before: Clause | None) -> Iterator[Sum]:
    """The sums of a clause whose metric is told there or, for 达5亿元 and 今年有望突破6亿元, in the clause before."""
    text = clause.text
    places = [m.start() for m in re.finditer(_AMOUNT, text)]
    row: list[int] = []
    for i, at in enumerate(places):
        joined = bool(row) and _ROW.fullmatch(text[places[i - 1] + 1 : at]) is not None
        row = [*row, at] if joined else [at]
        last = i + 1 == len(places) or _ROW.fullmatch(text[at + 1 : places[i + 1]]) is None
        if last:
            found = _metric(clause, row) or _metric_before(clause, row, before)
            if found is not None:
                relation, metric, start = found
                for order, position in enumerate(row):
                    yield Sum(clause, position, _ref(clause, position), relation, metric, start, order, len(row))


def _metric(clause: Clause, row: list[int]) -> tuple[str, str, int] | None:
    text, first, last = clause.text, row[0], row[-1]
    left = text[:first]
    tail = left[-8:] + text[last + 1 : last + 5].split("，")[0]
    if _cues()["skip"].search(tail):
        return None
    for name in ("before", "after", "loose"):
        m = _cues()[name].search(text[last + 1 : last + 1 + _AFTER] if name == "after" else left)
        if m is not None:
            relation = next(r for r in _OWNERS if m[r])
            return relation, m["metric"], last if name == "after" else m.start("metric")
    return None


def _metric_before(clause: Clause, row: list[int], before: Clause | None) -> tuple[str, str, int] | None:
    if before is None or before.sentence is not clause.sentence or not _cues()["goes_on"].fullmatch(clause.text[: row[0]]):
        return None
    found = list(_cues()["any"].finditer(before.text))
    if not found or _cues()["skip"].search(clause.text[: row[0]] + before.text):
        return None
    return next(r for r in _OWNERS if found[-1][r]), found[-1]["metric"], 0


def _ref(clause: Clause, position: int) -> Ref:
    return clause.refs[len(SIGN.findall(clause.text, 0, position))]


def _status(one: Sum) -> Status:
    if _cues()["later"].search(one.clause.text[: one.at]):
        return "planned"
    status = status_of(one.clause.text, one.start, one.at)
    return "asserted" if status == "former" else status


def _period(one: Sum) -> str:
    """The period that stands last before the sum, or in the same place of a row of periods."""
    clause = one.clause
    before = [r for r in clause.sentence.refs if r.type == "Date" and r.start < one.ref.start and r.data.get("value")]
    if not before:
        return ""
    here = [r for r in before if r.start >= clause.start]
    row = here if len(here) == one.row > 1 else before if len(before) == one.row > 1 else []
    return str((row[one.order] if row else before[-1]).data["value"])


# --- owners -----------------------------------------------------------------------------------------------------------------------------


def _topics(told: Iterable[Clause]) -> Iterator[tuple[Ref, ...]]:
    """What each clause's passage is about so far: the firm or project that last was a subject in the paragraph."""
    topic: tuple[Ref, ...] = ()
    paragraph = -1
    for clause in told:
        if clause.sentence.paragraph != paragraph:
            topic, paragraph = (), clause.sentence.paragraph
        yield topic
        found = tuple(r for r in clause.subjects if r.type in ("Company", "Project"))
        if found:
            topic = found
        elif clause.people and (firm := _employer(clause)) is not None:
            topic = (firm,)


def _employer(clause: Clause) -> Ref | None:
    """The firm before the title of the person who speaks."""
    refs = clause.sentence.refs
    for person in clause.people:
        at = next((i for i, r in enumerate(refs) if r.start == person.start), None)
        if at is not None and at >= 2 and refs[at - 1].type == "Title" and refs[at - 2].type == "Company":
            return refs[at - 2]
    return None


Owners = Iterator[tuple[str, str, float]]


def _owners(one: Sum, told: list[Clause], number: int, topic: tuple[Ref, ...]) -> Owners:
    """Whose sum it is, by which rule and how sure."""
    text = one.clause.text
    behind = _behind(one, told, number)
    if one.relation == "raises_amount":
        if behind is not None:
            yield behind, "behind", 0.85
        else:
            yield from _receivers(one, topic)
        return
    whole = _cues()["whole"].search(one.metric) is not None
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
    if not invests and _cues()["to_come"].search(told[number - 1].text + text[: one.at] if number else text[: one.at]) and not _firm(one):
        project = _project_before(one, told, number)
        if project is not None:
            yield project, "to-come", 0.85
            return
    if not _cues()["many"].search(text[: one.at]):
        yield from _subjects(one, topic)


def _firm(one: Sum) -> bool:
    """Whether a firm acts in the clause itself."""
    return bool(_named(one, ("Company",))) or any(r.type == "Company" for r in one.clause.subjects)


def _named(one: Sum, types: tuple[str, ...]) -> list[tuple[int, Ref]]:
    """The mentions of these types before the metric, with their places; not those that a preposition leads (与甲签下…)."""
    text = one.clause.text
    signs = [(m.start(), r) for m, r in zip(SIGN.finditer(text), one.clause.refs, strict=True)]
    return [(i, r) for i, r in signs if i < one.start and r.type in types and not _cues()["led"].search(text[:i])]


def _subjects(one: Sum, topic: tuple[Ref, ...]) -> Owners:
    types = _OWNERS[one.relation] if one.metric in _cues_spending() else tuple(t for t in _OWNERS[one.relation] if t != "PublicBody")
    text = one.clause.text
    named = _named(one, types)
    chosen: list[Ref] = []
    rule, confidence = "named", 0.9
    if named:
        firms = [(i, r) for i, r in named if r.type != "Place"]
        chosen = [r for _, r in _last_row(text, firms or named)]
    if not chosen and not one.clause.own:
        chosen, rule, confidence = [r for r in one.clause.subjects if r.type in types], "carried", 0.85
    if not chosen and one.clause.people and (firm := _employer(one.clause)) is not None:
        chosen, rule, confidence = [firm], "employer", 0.8
    if not chosen:
        chosen, rule, confidence = [r for r in topic if r.type in types], "topic", 0.75
    if one.row > 1 and len(chosen) == one.row:
        chosen = [chosen[one.order]]
    elif len(chosen) > 1 and _cues()["joint"].search(text[max(one.start - 4, 0) : one.at]):
        return
    for ref in chosen:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


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


def _behind(one: Sum, told: list[Clause], number: int) -> str | None:
    """The project or fund that follows the sum: 总投资5亿元的甲项目; 投资5亿元，在乙区建设甲项目."""
    clause, behind = one.clause, one.clause.text[one.at + 1 :]
    for name in ("owner_after", "builds"):
        m = _cues()[name].match(behind)
        if m is not None:
            ref = _ref(clause, one.at + 1 + m.start("owner"))
            return ref.entity if ref.type == "Project" or one.relation == "raises_amount" else None
    if one.metric.endswith("投资") and not behind and number + 1 < len(told) and told[number + 1].sentence is clause.sentence:
        m = _cues()["builds"].match(told[number + 1].text)
        if m is not None:
            return _ref(told[number + 1], m.start("owner")).entity
    return None


def _project_before(one: Sum, told: list[Clause], number: int) -> str | None:
    """The project that a total investment speaks of: in the clause, its subject, or the last one named in the sentence or in the one before."""
    named = _named(one, ("Project",))
    if named:
        return named[-1][1].entity
    carried = [r for r in one.clause.subjects if r.type == "Project"]
    if carried:
        return carried[-1].entity
    if _named(one, _FIRMS) or _cues()["many"].search(one.clause.sentence.text[: max(one.ref.start - one.clause.sentence.start, 0)]):
        return None
    sentence = one.clause.sentence
    for clause in reversed(told[:number]):
        if clause.sentence.paragraph != sentence.paragraph or sentence.start - clause.sentence.end > 1:
            break
        found = [r for r in clause.refs if r.type == "Project"]
        if found:
            return found[-1].entity
        if _cues()["many"].search(clause.text):
            return None
    return None


def _receivers(one: Sum, topic: tuple[Ref, ...]) -> Owners:
    """Who gets the money: those it is given to, the subject that 获 it, or whom the passage is about when a body 安排 it."""
    text = one.clause.text
    given = list(_cues()["to"].finditer(text))
    if given:
        m = given[-1]
        first = len(SIGN.findall(text, 0, m.start("to")))
        for ref in one.clause.refs[first : first + len(SIGN.findall(m["to"]))]:
            if ref.entity is not None:
                yield ref.entity, "given", 0.85
        return
    if _cues()["many"].search(text[: one.at]):
        return
    types = ("Company", "Project")
    named = _named(one, types)
    gets = _cues()["gets"].search(text[: one.at]) is not None or "融资" in one.metric or "募" in one.metric
    if gets:
        row = [r for _, r in _first_row(text, named)] if one.clause.own or not one.clause.subjects else []
        row = row or [r for r in one.clause.subjects if r.type in types] or [r for _, r in named[:1]] or list(topic[-1:])
        rule, confidence = "got", 0.85
    else:
        bodies = [r for r in one.clause.subjects if r.type == "PublicBody"]
        row = list(topic[-1:]) if bodies and _cues()["gives"].search(text[: one.at]) else []
        rule, confidence = "arranged", 0.75
    for ref in row:
        if ref.entity is not None:
            yield ref.entity, rule, confidence


def _first_row(text: str, named: list[tuple[int, Ref]]) -> list[tuple[int, Ref]]:
    row = named[:1]
    for i, ref in named[1:]:
        if not re.fullmatch(r"[、和与及]|以及", text[row[-1][0] + 1 : i]):
            break
        row.append((i, ref))
    return row
