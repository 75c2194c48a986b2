"""Notices of fields, a label and a value each: 项目名称：甲工程, 建设单位：乙公司, 当事人：丙厂. What the values have to do with each other the labels say.

Fields that follow each other are one record, until a label comes again. What somebody does for a notice alone (招标代理机构, 环评机构) makes them no builder.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.records import record
from kg.relations.clauses import alternatives, words
from kg.relations.scene import Draft, Ref, Scene
from kg.types import Status

_NUMBER = r"(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、])?"
_FAR = 240  # characters between two fields of a record
_FRONT = 6  # characters before a name in a value: 暂名, a mark
_LEAST = 2  # fields of a record
_JOINED = re.compile(r"[、和与及，,；;（）()\s]*(?:联合体)?(?:牵头人|牵头方|成员|成员单位)?[：:、和与及，,；;（）()\s]*")
_TYPES = {
    "project": ("Project",),
    "place": ("Place",),
    "builder": ("Company",),
    "likely": ("Company",),
    "agent": ("Company", "Organization", "PublicBody"),
    "punished": ("Company",),
    "authority": ("PublicBody",),
    "leader": ("Person",),
    "day": ("Date",),
    "sum": ("Amount",),
    "about": (),
}
_TOTAL = re.compile("总投资(?:额|概算|估算)?(?:约|为|[:：])*$")
_SURE = 0.93


@record
class Field:
    """A label with what its value names."""

    role: str
    label: str
    start: int
    end: int
    refs: tuple[Ref, ...]


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a label, and its role."""
    roles = {label: role for role, labels in words("notices")["labels"].items() for label in labels}
    return re.compile(
        rf"(?:(?<=[\n；;。，,\s])|^){_NUMBER}(?:施工|监理|设计|勘察|EPC|工程)?(?P<label>{alternatives(list(roles))})\s?[:：]\s*"
    ), roles


def propose(scene: Scene) -> Iterator[Draft]:
    """undertakes, located_in, invests_amount, regulated and holds_position statements of each record."""
    for fields in _records(scene):
        yield from _works(scene, fields)
        yield from _penalties(scene, fields)
        yield from _leaders(fields)


def without_agents(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts but those by which somebody who only does something for a notice undertakes its work."""
    fields = [f for record in _records(scene) for f in record]
    others = {ref.entity for f in fields if f.role != "agent" for ref in f.refs}
    agents = {ref.entity for f in fields if f.role == "agent" for ref in f.refs} - others
    return (draft for draft in drafts if not (draft.relation == "undertakes" and draft.subject in agents))


def _records(scene: Scene) -> list[tuple[Field, ...]]:
    if "notices" not in scene.read:
        scene.read["notices"] = list(_rows(_fields(scene)))
    found: list[tuple[Field, ...]] = scene.read["notices"]
    return found


def _fields(scene: Scene) -> Iterator[Field]:
    pattern, roles = _labels()
    labels = list(pattern.finditer(scene.text))
    if len(labels) < _LEAST:
        return
    for number, label in enumerate(labels):
        begin = label.end()
        stops = [at for mark in "\n；;" if (at := scene.text.find(mark, begin)) >= 0]
        following = labels[number + 1].start() if number + 1 < len(labels) else len(scene.text)
        end = min([*stops, following])
        role = roles[label["label"]]
        yield Field(role, label["label"], label.start("label"), end, tuple(_named(scene, role, begin, end)))


def _named(scene: Scene, role: str, begin: int, end: int) -> Iterator[Ref]:
    """What a value names first, and what is joined to that."""
    at = None
    for ref in (r for sentence in scene.between(begin, end) for r in sentence.refs if begin <= r.start < end):
        if ref.type not in _TYPES[role]:
            if at is None and ref.start - begin > _FRONT:
                return
            continue
        if (
            (ref.start - begin > _FRONT)
            if at is None
            else (role in ("place", "day") or _JOINED.fullmatch(scene.text, at, ref.start) is None)
        ):
            return
        yield ref
        at = ref.end


def _rows(fields: Iterator[Field]) -> Iterator[tuple[Field, ...]]:
    """Fields as records: a label that comes again, and what stands far behind, begins another."""
    row: list[Field] = []
    for field in fields:
        again = any(f.label == field.label for f in row)
        if row and (again or field.start - row[-1].end > _FAR):
            yield from [tuple(row)] if len(row) >= _LEAST else []
            row = []
        row.append(field)
    yield from [tuple(row)] if len(row) >= _LEAST else []


def _of(fields: Sequence[Field], role: str) -> list[tuple[Field, Ref]]:
    return [(field, ref) for field in fields if field.role == role for ref in field.refs]


def _works(scene: Scene, fields: Sequence[Field]) -> Iterator[Draft]:
    """Who builds the work of a record, and where it stands; without a field for it, the work is the one named before the record."""
    works = _of(fields, "project") or list(_headed(scene, fields))
    if len({work.entity for _, work in works}) != 1:
        return
    at, work = works[0]
    statuses: dict[str, Status] = {"builder": "asserted", "likely": "planned"}
    for role, status in statuses.items():
        for field, firm in _of(fields, role)[: 1 if role == "likely" else None]:
            yield _draft(firm, "undertakes", work, (at, field), status=status)
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
    """Who is punished by whom."""
    days = {str(ref.data["value"]) for _, ref in _of(fields, "day") if ref.data.get("value")}
    for by, body in _of(fields, "authority"):
        for field, firm in _of(fields, "punished"):
            yield _draft(body, "regulated", firm, (by, field), date=days.pop() if len(days) == 1 else None, said={"kind": "处罚"})


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
