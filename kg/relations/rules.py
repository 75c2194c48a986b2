"""Relations told by patterns: the rules of kg/resources/relations/*.yaml read over clauses.

A rule is a regular expression over a clause in which every mention is one sign of its type and the subject stands in front even where the text
leaves it out. `{s:Company}` catches the subject, `{o:Company Project}` the object, `{o:Company+}` a row (甲、乙和丙), any other name a qualifier
(`{amount:Amount}`); `<Place>` is a mention that only has to be there, `…` a few words without a mention. What the rule catches as a named group
(`(?P<share>…)`) becomes a qualifier as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from kg.errors import BadResource
from kg.relations.clauses import ANY, SIGN, SIGNS, Clause, alternatives, clauses, words
from kg.relations.modality import status_of
from kg.relations.scene import Draft, Ref, Scene
from kg.resources import resource
from kg.types import STATUSES, Status

_MACRO = re.compile(r"\{(\w+):([A-Z][A-Za-z ]*)(\+?)\}|<([A-Z][A-Za-z ]*)>|…|\{([a-z_]+)\}")
_QUOTED = re.compile(rf"[“‘「]({ANY}+)[”’」]")
_ROW = r"(?:[、，和与及]|以及)"
_LITERALS = ("amount", "share", "kind", "subject", "policy", "project", "metric", "period")
_KEYS = {"name", "pattern", "unless", "confidence", "status", "scope", "kind", "each", "swap"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a relation."""

    relation: str
    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None  # what must not stand in the clause
    confidence: float = 0.85
    status: Status | None = None  # None: by the words around the verb
    scope: str = "clause"  # or sentence
    each: bool = False  # 分别: first with first, second with second
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """What rules are matched against: a clause or a sentence as signs and words, with its mentions in order."""

    text: str
    refs: tuple[Ref, ...]
    start: int  # the evidence, in the article
    end: int
    dates: tuple[Ref, ...]


def propose(scene: Scene) -> Iterator[Draft]:
    """What the rules read in an article."""
    told = clauses(scene, spoken=True)
    by_scope = {"clause": [_line(clause) for clause in told], "sentence": list(_sentences(told))}
    for rule in rules():
        for line in by_scope[rule.scope]:
            if rule.unless is None or not rule.unless.search(line.text):
                yield from _apply(rule, line)


# --- lines ------------------------------------------------------------------------------------------------------------------------------


def _line(clause: Clause) -> Line:
    inherited = () if clause.own else clause.subjects
    text = "、".join(SIGNS[ref.type] for ref in inherited) + clause.text
    refs = inherited + clause.refs
    if clause.own and not clause.refs and clause.subjects:  # a row of names that ends its sentence
        refs = ()
    return Line(_unquoted(text), refs, clause.sentence.start, clause.sentence.end, _dates(clause.sentence.refs, clause.end))


def _sentences(told: Iterable[Clause]) -> Iterator[Line]:
    rows: dict[int, list[Clause]] = {}
    for clause in told:
        rows.setdefault(clause.sentence.start, []).append(clause)
    for row in rows.values():
        first = row[0]
        inherited = () if first.own else first.subjects
        text = "、".join(SIGNS[ref.type] for ref in inherited) + "，".join(clause.text for clause in row)
        refs = inherited + tuple(ref for clause in row for ref in clause.refs)
        yield Line(_unquoted(text), refs, first.sentence.start, first.sentence.end, _dates(first.sentence.refs, first.sentence.end))


def _unquoted(text: str) -> str:
    return _QUOTED.sub(r"\1", text)


def _dates(refs: Iterable[Ref], before: int) -> tuple[Ref, ...]:
    return tuple(ref for ref in refs if ref.type == "Date" and ref.start < before and ref.data.get("value"))


# --- matching ---------------------------------------------------------------------------------------------------------------------------


def _apply(rule: Rule, line: Line) -> Iterator[Draft]:
    for match in rule.pattern.finditer(line.text):
        caught = {name: _caught(line, match, name) for name in match.re.groupindex if match[name] is not None}
        subjects, objects = _ends(caught.get("s", ())), _ends(caught.get("o", ()))
        pairs = zip(subjects, objects, strict=False) if rule.each and len(subjects) == len(objects) else product(subjects, objects)
        verb = match.end("v") if "v" in match.re.groupindex and match["v"] is not None else match.end()
        status = rule.status or status_of(line.text, match.start(), verb)
        qualifiers = {**rule.qualifiers, **_qualifiers(match, caught)}
        date = _date(line)
        for subject, obj in pairs:
            if subject != obj:
                yield Draft(
                    subject,
                    rule.relation,
                    obj,
                    line.start,
                    line.end,
                    f"{rule.relation}:{rule.name}",
                    rule.confidence,
                    status,
                    date,
                    qualifiers,
                )


def _caught(line: Line, match: re.Match[str], name: str) -> tuple[Ref, ...]:
    start, end = match.span(name)
    first = len(SIGN.findall(line.text, 0, start))
    return line.refs[first : first + len(SIGN.findall(line.text, start, end))]


def _ends(refs: Iterable[Ref]) -> list[str]:
    """The entities of a row; 双方 stands for two."""
    found: list[str] = []
    for ref in refs:
        found += ref.data.get("entities", ()) or ([ref.entity] if ref.entity is not None else [])
    return list(dict.fromkeys(found))


def _qualifiers(match: re.Match[str], caught: Mapping[str, tuple[Ref, ...]]) -> dict[str, str]:
    told = {}
    for name, refs in caught.items():
        if name in _LITERALS:
            told[name] = refs[0].text if refs else match[name]
    return told


def _date(line: Line) -> str | None:
    """The last date before the end of the clause: 5月8日，甲…；去年，乙…"""
    return str(line.dates[-1].data["value"]) if line.dates else None


# --- loading ----------------------------------------------------------------------------------------------------------------------------


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the package, in the order of their files."""
    files = sorted(entry.name for entry in resource("relations").iterdir() if entry.name.endswith(".yaml"))
    return tuple(rule for name in files for rule in parse(name.removesuffix(".yaml"), words(name.removesuffix(".yaml"))))


def parse(relation: str, data: Mapping[str, Any]) -> Iterator[Rule]:
    """The rules of one file; `lists` are word lists that patterns name as `{key}`.

    Raises:
        BadResource: naming the rule and what is wrong with it.
    """
    lists = {key: alternatives(value) for key, value in (data.get("lists") or {}).items()}
    for entry in data.get("rules") or ():
        where = f"relations/{relation}.yaml: {entry.get('name') or entry.get('pattern')!r}"
        if unknown := sorted(set(entry) - _KEYS):
            raise BadResource(f"{where}: unknown key {unknown[0]!r}; allowed: {', '.join(sorted(_KEYS))}")
        if entry.get("status") not in (None, *STATUSES):
            raise BadResource(f"{where}: unknown status {entry['status']!r}; allowed: {', '.join(STATUSES)}")
        yield Rule(
            relation,
            str(entry["name"]),
            _compiled(entry["pattern"], lists, where),
            _compiled(entry["unless"], lists, where) if entry.get("unless") else None,
            float(entry.get("confidence", 0.85)),
            entry.get("status"),
            str(entry.get("scope", "clause")),
            bool(entry.get("each", False)),
            {"kind": entry["kind"]} if entry.get("kind") else {},
        )


def _compiled(text: str, lists: Mapping[str, str], where: str) -> re.Pattern[str]:
    def macro(m: re.Match[str]) -> str:
        name, types, row, filler, key = m.groups()
        if key is not None:
            if key not in lists:
                raise BadResource(f"{where}: no list {key!r}; known: {', '.join(lists)}")
            return lists[key]
        if filler is not None:
            return _one(filler, where)
        if name is None:
            return r"[^，；\ue000-\ue00a]{0,12}?"
        one = _one(types, where)
        return f"(?P<{name}>{one}(?:{_ROW}{one})*)" if row else f"(?P<{name}>{one})"

    try:
        return re.compile(_MACRO.sub(macro, text))
    except re.error as error:
        raise BadResource(f"{where}: {error}") from error


def _one(types: str, where: str) -> str:
    if unknown := sorted(set(types.split()) - SIGNS.keys()):
        raise BadResource(f"{where}: unknown type {unknown[0]!r}; known: {', '.join(SIGNS)}")
    return "[" + "".join(SIGNS[name] for name in types.split()) + "]"
