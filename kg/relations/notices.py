"""Notices of fields, a label and a value each: 项目名称：甲工程, 建设单位：乙公司, 当事人：丙厂. What the values have to do with each other the labels say.

Fields that follow each other are one record, until a label comes again. What somebody does for a notice alone (招标代理机构, 环评机构) makes them no builder.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.relations.fields import Field, records
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.signs import words
from kg.types import Status

_TOTAL = re.compile("总投资(?:额|概算|估算)?(?:约|为|[:：])*$")
_SURE = 0.93


def propose(scene: Scene) -> Iterator[Draft]:
    """undertakes, invested_in, located_in, invests_amount, regulated and holds_position statements of each record."""
    for fields in records(scene):
        yield from _works(scene, fields)
        yield from _penalties(scene, fields)
        yield from _leaders(fields)


def without_agents(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts but those by which somebody who only does something for a notice undertakes its work."""
    fields = [field for one in records(scene) for field in one]
    others = {ref.entity for f in fields if f.role != "agent" for ref in f.refs}
    agents = {ref.entity for f in fields if f.role == "agent" for ref in f.refs} - others
    return (draft for draft in drafts if not (draft.relation == "undertakes" and draft.subject in agents))


def _of(fields: Sequence[Field], role: str) -> list[tuple[Field, Ref]]:
    return [(field, ref) for field in fields if field.role == role for ref in field.refs]


def _works(scene: Scene, fields: Sequence[Field]) -> Iterator[Draft]:
    """Who builds the work of a record or pays for it, and where it stands; without a field for it, the work is the one named before the record."""
    works = _of(fields, "project") or list(_headed(scene, fields))
    if len({work.entity for _, work in works}) != 1:
        return
    at, work = works[0]
    statuses: dict[str, Status] = {"builder": "asserted", "likely": "planned"}
    for role, status in statuses.items():
        for field, firm in _of(fields, role)[: 1 if role == "likely" else None]:
            yield _draft(firm, "undertakes", work, (at, field), status=status)
    for field, firm in _of(fields, "investor"):
        yield _draft(firm, "invested_in", work, (at, field))
    for field, place in _of(fields, "place"):
        yield _draft(work, "located_in", place, (at, field))
    for field, amount in (*_of(fields, "sum"), *_totals(scene, fields)):
        yield _draft(work, "invests_amount", amount, (at, field), said={"metric": "总投资"})


def _headed(scene: Scene, fields: Sequence[Field]) -> Iterator[tuple[Field, Ref]]:
    """The only work that the line right before a record names."""
    before = [s for s in scene.between(0, fields[0].start) if s.end <= fields[0].start]
    named = [ref for ref in before[-1].refs if ref.type == "Project"] if before and not any(f.role == "project" for f in fields) else []
    if len({ref.entity for ref in named}) == 1:
        yield Field("project", "", named[0].start, named[0].end, tuple(named)), named[0]


def _totals(scene: Scene, fields: Sequence[Field]) -> Iterator[tuple[Field, Ref]]:
    """The total that is told in what describes a work."""
    for field in (f for f in fields if f.role == "about"):
        for ref in (
            r for s in scene.between(field.start, field.end) for r in s.refs if r.type == "Amount" and field.start < r.start < field.end
        ):
            if _TOTAL.search(scene.text, field.start, ref.start):
                yield field, ref


def _penalties(scene: Scene, fields: Sequence[Field]) -> Iterator[Draft]:
    """Who is punished by whom, in a field or in what is told below of the one whom the notice is about."""
    days = {str(ref.data["value"]) for _, ref in _of(fields, "day") if ref.data.get("value")}
    day = min(days) if len(days) == 1 else None
    punished, said = _of(fields, "punished"), {"kind": "处罚"}
    for by, body in _of(fields, "authority"):
        for field, firm in punished:
            yield _draft(body, "regulated", firm, (by, field), date=day, said=said)
    if len(punished) == 1 and not any(f.role == "authority" for f in fields):
        yield from _told_below(scene, fields, punished[0][1])


def _told_below(scene: Scene, fields: Sequence[Field], firm: Ref) -> Iterator[Draft]:
    """甲局责令当事人改正，并处罚款: the first sentence below that says so."""
    told = words("notices")["told"]
    for sentence in scene.between(fields[-1].end, len(scene.text)):
        bodies = {ref.entity for ref in sentence.refs if ref.type == "PublicBody" and (not ref.anaphor or ref.text[0] in "我本")}
        if sentence.start >= fields[-1].end and len(bodies) == 1 and "当事人" in sentence.text and any(w in sentence.text for w in told):
            rule, said = "regulated:notice-below", {"kind": "处罚"}
            yield Draft(bodies.pop() or "", "regulated", firm.entity or "", sentence.start, sentence.end, rule, _SURE, qualifiers=said)
            return


def _leaders(fields: Sequence[Field]) -> Iterator[Draft]:
    """Who leads the firm named last before; a work's leader is one of those who build it."""
    firm: tuple[Field, Ref] | None = None
    data, builders = words("notices"), {ref.entity for role in ("builder", "likely") for _, ref in _of(fields, role)}
    for field in fields:
        if field.role in ("builder", "punished") or (field.role == "likely" and firm is None):
            firm = (field, field.refs[0]) if len(field.refs) == 1 else None
        title = next((t for t in data["titles"] if t in field.label), None) if field.role == "leader" else None
        if firm is None or title is None or (title in data["of_works"] and len(builders) != 1):
            continue
        for person in field.refs:
            yield _draft(person, "holds_position", firm[1], (firm[0], field), said={"title": title})


def _draft(
    one: Ref,
    relation: str,
    other: Ref,
    fields: tuple[Field, Field],
    *,
    status: Status = "asserted",
    date: str | None = None,
    said: dict[str, str] | None = None,
) -> Draft:
    start, end = min(f.start for f in fields), max(f.end for f in fields)
    return Draft(one.entity or "", relation, other.entity or "", start, end, f"{relation}:notice", _SURE, status, date, said or {})
